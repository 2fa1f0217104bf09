// The table of names (单位名称对照表) as a person is changing it; the page keeps it and reads the ledger by it.

/**
 * @typedef {import("../generated/desk.js").BodyNamesView} BodyNamesView
 * @typedef {{ name: string, others: string[] }} Body
 */

export const ALIASES = "jianyi/aliases/1";

export class Names {
  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    /** @type {BodyNamesView | null} */ this.view = null;
    /** @type {Body[]} */ this.bodies = [];
    this.isChanged = false;
  }

  /** @param {import("../engine.js").Ledger} ledger @param {string | null} table the one in use */
  async open(ledger, table) {
    this.view = await ledger.bodyNames();
    [this.bodies, this.isChanged] = [table ? bodiesOf(table) : [], false];
    this.changed();
  }

  /** The name by which a body goes. @param {string} spoken */
  nameOf(spoken) {
    return this.bodies.find(({ others }) => others.includes(spoken))?.name ?? spoken;
  }

  /** Reads two names, and whatever they already stand for, as one. @param {string} name the one that stays @param {string} other */
  join(name, other) {
    const [kept, left] = [this.nameOf(name), this.nameOf(other)];
    if (kept === left) return;
    const othersOf = (/** @type {string} */ body) => this.bodies.find((one) => one.name === body)?.others ?? [];
    // the name that was chosen is the body's, also where it stood for another so far
    const others = [...new Set([...othersOf(kept), ...othersOf(left), kept, left])].filter((one) => one !== name);
    this.take([...this.bodies.filter((one) => one.name !== kept && one.name !== left), { name, others }]);
  }

  /** @param {string} name @param {string} other */
  part(name, other) {
    const without = this.bodies.map((body) => (body.name === name ? { name, others: body.others.filter((one) => one !== other) } : body));
    this.take(without.filter(({ others }) => others.length > 0));
  }

  /** @param {Body[]} bodies */
  take(bodies) {
    [this.bodies, this.isChanged] = [bodies, true];
    this.changed();
  }

  /** Takes a file's table in place of this one. @param {string} json @throws {SyntaxError} where it is none */
  read(json) {
    this.take(bodiesOf(json));
  }

  /** The table as a file; nothing where it says nothing. @returns {string | null} */
  json() {
    return this.bodies.length > 0 ? JSON.stringify({ format: ALIASES, bodies: this.bodies }, null, 2) : null;
  }
}

/** @param {string} json @returns {Body[]} */
function bodiesOf(json) {
  const table = JSON.parse(json);
  const isText = (/** @type {unknown} */ name) => typeof name === "string" && name.trim() !== "";
  const isBody = (/** @type {any} */ body) => isText(body?.name) && Array.isArray(body.others) && body.others.every(isText);
  if (table?.format !== ALIASES || !Array.isArray(table.bodies) || !table.bodies.every(isBody)) throw new SyntaxError(ALIASES);
  return table.bodies.map((/** @type {Body} */ { name, others }) => ({ name: name.trim(), others: others.map((other) => other.trim()) }));
}
