// The rows that everybody counts: eight columns of codes, the same on every machine.

/** How many keys each view has. `days` is the slider's. */
export const VIEWS = { kind: 3, sitting: 2, topic: 14, delegation: 34, month: 60, outcome: 4, body: 210, days: 200 };
export const NAMES = Object.keys(VIEWS);

/** @typedef {Record<string, Uint8Array>} Columns */
/** @typedef {{ keys: Record<string, number[]>, days?: [number, number] }} Filter the allowed codes of each view that is filtered */

/** @param {number} count @returns {Columns} */
export function rows(count) {
  const random = randoms(20241123);
  const columns = Object.fromEntries(NAMES.map((name) => [name, new Uint8Array(count)]));
  for (let row = 0; row < count; row += 1) {
    for (const name of NAMES) {
      // The square makes some keys frequent and some rare, as topics and bodies are.
      const share = random();
      columns[name][row] = Math.floor((name === "days" ? (share + random() + random()) / 3 : share * share) * VIEWS[name]);
    }
  }
  return columns;
}

/** A window of 60 days that moves by one. @returns {Filter[]} */
export function slider() {
  return Array.from({ length: 120 }, (_, at) => ({ keys: {}, days: /** @type {[number, number]} */ ([20 + at, 80 + at]) }));
}

/** Three filters, each time on other views. @returns {Filter[]} */
export function anew() {
  const random = randoms(7);
  const some = (/** @type {string} */ name) => Array.from({ length: VIEWS[name] }, (_, key) => key).filter(() => random() < 0.4);
  return Array.from({ length: 40 }, (_, at) => {
    const names = [0, 2, 5].map((step) => NAMES[(at * 3 + step) % 7]);
    return { keys: Object.fromEntries(names.map((name) => [name, [0, ...some(name).filter((key) => key > 0)]])) };
  });
}

/** Keys ticked and unticked one by one. @returns {Filter[]} */
export function toggles() {
  const keys = { topic: new Set([0]), outcome: new Set([0, 1]), delegation: new Set([1, 2, 3]) };
  const random = randoms(11);
  return Array.from({ length: 60 }, () => {
    const name = /** @type {"topic"} */ (["topic", "outcome", "delegation"][Math.floor(random() * 3)]);
    const key = Math.floor(random() * VIEWS[name]);
    if (!keys[name].delete(key)) keys[name].add(key);
    const set = Object.entries(keys).filter(([, chosen]) => chosen.size > 0);
    return { keys: Object.fromEntries(set.map(([view, chosen]) => [view, [...chosen].sort((a, b) => a - b)])) };
  });
}

/** @param {number} seed mulberry32 */
function randoms(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
