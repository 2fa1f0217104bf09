import { engineError } from "./error.js";

/**
 * Refuses what is misspelt: an option that is silently ignored gives wrong figures.
 *
 * @param {object | undefined} options
 * @param {Record<string, Kind>} known names and kinds
 * @returns {Record<string, any>} only what was given
 * @throws {JianyiError} `unknown-option`, `option-kind`
 */
export function checked(options, known) {
  if (options === undefined || options === null) return {};
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    if (!Object.hasOwn(known, name)) {
      throw engineError("unknown-option", { name, known: Object.keys(known).join(", ") }, { value: name });
    }
    const kind = known[name] ?? "text";
    const { is, words } = KINDS[kind];
    if (!is(value)) throw engineError("option-kind", { name, kind: words[0], kindEn: words[1] }, { value: name });
  }
  return Object.fromEntries(given);
}

/**
 * @typedef {keyof typeof KINDS} Kind
 * @typedef {(value: any) => boolean} Check
 */

const KINDS = {
  text: { is: /** @type {Check} */ ((value) => typeof value === "string"), words: ["文本", "a text"] },
  yesNo: { is: /** @type {Check} */ ((value) => typeof value === "boolean"), words: ["true 或 false", "true or false"] },
  format: { is: /** @type {Check} */ ((value) => value === "json"), words: ["“json”", '"json"'] },
  callback: { is: /** @type {Check} */ ((value) => typeof value === "function"), words: ["函数", "a function"] },
  signal: { is: /** @type {Check} */ ((value) => typeof value?.aborted === "boolean"), words: ["AbortSignal", "an AbortSignal"] },
  wasm: {
    is: /** @type {Check} */ ((value) => typeof value === "string" || value instanceof URL || value instanceof ArrayBuffer || ArrayBuffer.isView(value)),
    words: ["地址或字节", "an address or bytes"],
  },
};
