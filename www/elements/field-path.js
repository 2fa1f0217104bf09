// Where in an entry a value stands, in the office's words.

/** Words that fields of these names hold. */
const VOCABULARIES = new Set(["role", "kind", "means", "stage", "sitting", "level", "form"]);

/**
 * `/rounds/0/assignments/1/role` as 轮次 1 › 承办 2 › 承办方式.
 *
 * @param {import("../locales/index.js").Catalogue} words
 * @param {string} pointer of JSON
 */
export function fieldPath(words, pointer) {
  /** @type {string[]} */
  const parts = [];
  for (const token of tokens(pointer)) {
    const above = parts.at(-1);
    if (above !== undefined && /^\d+$/.test(token)) parts[parts.length - 1] = words.t("field.at", { name: above, place: Number(token) + 1 });
    else parts.push(words.label("field", token));
  }
  return parts.join(" › ");
}

/**
 * A value as the page shows it elsewhere.
 *
 * @param {import("../locales/index.js").Catalogue} words
 * @param {string} pointer
 * @param {string | null | undefined} value
 */
export function fieldValue(words, pointer, value) {
  if (value === null || value === undefined) return words.t("compare.nothing");
  const name = tokens(pointer).filter((token) => !/^\d+$/.test(token)).at(-1) ?? "";
  return VOCABULARIES.has(name) ? words.label(name, value) : value;
}

const tokens = (/** @type {string} */ pointer) => pointer.split("/").slice(1).map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
