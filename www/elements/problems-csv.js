// The problems as a table that office programs open.

/** The columns of a place, as the catalogue names them. */
const PLACE = /** @type {const} */ ([
  ["fileName", "file"],
  ["sheet", "sheet"],
  ["row", "row"],
  ["heading", "heading"],
  ["line", "line"],
  ["column", "column"],
  ["byte", "byte"],
  ["pointer", "pointer"],
]);

/**
 * @param {import("../locales/index.js").Catalogue} words
 * @param {import("../engine.js").Problem[]} problems
 * @returns {string} with a byte order mark, without which Excel takes UTF-8 for the system's encoding
 */
export function problemsCsv(words, problems) {
  const head = ["severity", "kind", "message", "value", ...PLACE.map(([name]) => name), "code"].map((name) => words.t(`problems.${name}`));
  const rows = problems.map((problem) => [
    words.label("severity", problem.severity),
    kindOf(words, problem.code),
    words.localized(problem.message, problem.messageEn),
    problem.value,
    ...PLACE.map(([, key]) => problem.place[key]),
    problem.code,
  ]);
  return csv([head, ...rows]);
}

/** The rows as CSV, after a byte order mark. @param {unknown[][]} rows */
export function csv(rows) {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/**
 * The kind of a problem in words; a code that the catalogue does not know stands for itself.
 *
 * @param {import("../locales/index.js").Catalogue} words
 * @param {string} code
 */
export function kindOf(words, code) {
  return words.label("problem", code);
}

/** Text that a spreadsheet would take for a formula gets an apostrophe, as OWASP advises against CSV injection. */
function cell(/** @type {unknown} */ value) {
  const text = value === null || value === undefined ? "" : String(value);
  const harmless = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
