/**
 * @file The checklist of a letter. The sentences of its rules are the same for every letter: the module tells them once, and
 * each check brings only what it says of the letter.
 *
 * @typedef {import("../generated/jianyi.js").ReplyCheck} FreshCheck
 * @typedef {object} ChecklistView one line of a checklist
 * @property {string} id the rule
 * @property {string} title its sentence, Chinese
 * @property {string} titleEn its sentence, English
 * @property {string} group its section, in the words of `RuleHelp`
 * @property {string} state `pass`, `fail`, `confirm` or `not-applicable`
 * @property {number[]} findings by their places in `findings`
 *
 * @typedef {Omit<FreshCheck, "states"> & { checklist: ChecklistView[] }} ReplyCheck
 *   `checklist` has one item for each rule, in reading order
 */

/**
 * @typedef {{ id: string, title: string, titleEn: string, group: string }} Heading what is the same for every letter
 * @typedef {{ headings: Heading[], places: Map<string, number> }} Sheet the rules in reading order, and where each stands
 */

/** @type {WeakMap<import("./host.js").Host, Promise<Sheet>>} */
const SHEETS = new WeakMap();

/**
 * Has the letter of `query` checked.
 * @param {import("./host.js").Host} host
 * @param {import("../generated/jianyi.js").ReplyQuery} query
 * @returns {Promise<ReplyCheck>}
 */
export async function checkReply(host, query) {
  /** @type {FreshCheck} */
  const { states, ...check } = await host.call("checkReply", [query]);
  const { headings, places } = await sheetOf(host);
  /** @type {ChecklistView[]} */
  const checklist = headings.map(({ id, title, titleEn, group }, place) => ({ id, title, titleEn, group, state: states[place], findings: [] }));
  check.findings.forEach(({ rule }, at) => checklist[/** @type {number} */ (places.get(rule))].findings.push(at));
  return { ...check, checklist };
}

/** @param {import("./host.js").Host} host */
function sheetOf(host) {
  const known = SHEETS.get(host);
  if (known) return known;
  const asked = askSheet(host);
  SHEETS.set(host, asked);
  asked.catch(() => SHEETS.delete(host));
  return asked;
}

/** @param {import("./host.js").Host} host @returns {Promise<Sheet>} */
async function askSheet(host) {
  /** @type {import("../generated/jianyi.js").RuleHelp[]} */
  const rules = await host.call("rules", []);
  const inUse = rules.filter(({ subject, group }) => subject === "reply" && group);
  const headings = inUse.map(({ id, summary, english, group }) => ({ id, title: summary, titleEn: english, group: group ?? "" }));
  return { headings, places: new Map(headings.map(({ id }, place) => [id, place])) };
}
