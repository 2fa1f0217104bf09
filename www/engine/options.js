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
 * @typedef {string} Kind one of `KINDS`
 * @typedef {(value: any) => boolean} Check
 */

/** @type {Record<string, { is: Check, words: [string, string] }>} */
const KINDS = {
  text: { is: /** @type {Check} */ ((value) => typeof value === "string"), words: ["文本", "a text"] },
  yesNo: { is: /** @type {Check} */ ((value) => typeof value === "boolean"), words: ["true 或 false", "true or false"] },
  format: {
    is: /** @type {Check} */ ((value) => ["json", "ndjson", "csv", "xlsx"].includes(value)),
    words: ["“json”、“ndjson”、“csv”或“xlsx”", '"json", "ndjson", "csv" or "xlsx"'],
  },
  object: { is: /** @type {Check} */ ((value) => typeof value === "object" && value !== null), words: ["对象", "an object"] },
  side: {
    is: /** @type {Check} */ ((value) => typeof value === "function" || KINDS.wasm.is(value)),
    words: ["地址或字节", "an address or bytes"],
  },
  callback: { is: /** @type {Check} */ ((value) => typeof value === "function"), words: ["函数", "a function"] },
  signal: { is: /** @type {Check} */ ((value) => typeof value?.aborted === "boolean"), words: ["AbortSignal", "an AbortSignal"] },
  wasm: {
    is: /** @type {Check} */ ((value) => typeof value === "string" || value instanceof URL || value instanceof ArrayBuffer || ArrayBuffer.isView(value)),
    words: ["地址或字节", "an address or bytes"],
  },
};
