// Stands for Node's own modules, which the peers name and, in a page, hardly use: what is asserted must hold, files are none.
const assert = (/** @type {unknown} */ value) => {
  if (!value) throw new Error("an assertion of a peer does not hold");
};
export const ok = assert;
export const strictEqual = (/** @type {unknown} */ one, /** @type {unknown} */ other) => assert(one === other);
export const [resolve, join, existsSync, readFileSync] = [() => "", () => "", () => false, () => ""];
export default Object.assign(assert, { ok, strictEqual });
