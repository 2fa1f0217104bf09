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
    /** Names that look alike and stand for two bodies. @type {[string, string][]} */ this.apart = [];
    this.isChanged = false;
  }

  /** @param {import("../engine.js").Ledger} ledger @param {string | null} table the one in use */
  async open(ledger, table) {
    this.view = await ledger.bodyNames();
    const { bodies, apart } = table ? tableOf(table) : { bodies: [], apart: [] };
    [this.bodies, this.apart, this.isChanged] = [bodies, apart, false];
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

  /** Whether a person said that these are two bodies. @param {string} one @param {string} other */
  areApart(one, other) {
    return this.apart.some((pair) => pair.includes(one) && pair.includes(other));
  }

  /** Says that two names stand for two bodies, or no longer says so. @param {string} one @param {string} other */
  setApart(one, other) {
    const rest = this.apart.filter((pair) => !(pair.includes(one) && pair.includes(other)));
    this.take(this.bodies, this.areApart(one, other) ? rest : [...rest, [one, other]]);
  }

  /** @param {Body[]} bodies @param {[string, string][]} apart */
  take(bodies, apart = this.apart) {
    [this.bodies, this.apart, this.isChanged] = [bodies, apart, true];
    this.changed();
  }

  /** Takes a file's table in place of this one. @param {string} json @throws {SyntaxError} where it is none, or lets a name stand for two bodies */
  read(json) {
    const { bodies, apart } = tableOf(json);
    this.take(bodies, apart);
  }

  /** The table as a file; nothing where it says nothing. @returns {string | null} */
  json() {
    const { bodies, apart } = this;
    if (bodies.length === 0 && apart.length === 0) return null;
    return JSON.stringify({ format: ALIASES, bodies, ...(apart.length > 0 ? { apart } : {}) }, null, 2);
  }
}

/** @param {string} json @returns {{ bodies: Body[], apart: [string, string][] }} */
function tableOf(json) {
  const table = JSON.parse(json);
  const isText = (/** @type {unknown} */ name) => typeof name === "string" && name.trim() !== "";
  const isBody = (/** @type {any} */ body) => isText(body?.name) && Array.isArray(body.others) && body.others.every(isText);
  if (table?.format !== ALIASES || !Array.isArray(table.bodies) || !table.bodies.every(isBody)) throw new SyntaxError(ALIASES);
  const apart = table.apart ?? [];
  if (!Array.isArray(apart) || !apart.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isText))) throw new SyntaxError(ALIASES);
  /** @type {Body[]} */
  const bodies = table.bodies.map((/** @type {Body} */ { name, others }) => ({ name: name.trim(), others: others.map((other) => other.trim()) }));
  refuseTwice(bodies);
  return { bodies, apart };
}

/** @param {Body[]} bodies @throws {SyntaxError} where a name would stand for two bodies; its cause is the name */
function refuseTwice(bodies) {
  /** @type {Map<string, string>} */
  const nameOf = new Map();
  for (const { name, others } of bodies) {
    for (const spoken of [name, ...others]) {
      if ((nameOf.get(spoken) ?? name) !== name) throw new SyntaxError(ALIASES, { cause: spoken });
      nameOf.set(spoken, name);
    }
  }
}
