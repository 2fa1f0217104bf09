// An old stock of letters: what was found in them on a day, so that a later check tells only what is new or worse.

export const FORMAT = "jianyi/reply-baseline/1";

/**
 * @typedef {{ rule: string, words: string, severity: string }} Known a finding that stands against signing; `words` are those at its first place
 * @typedef {{ day: string, letters: Map<string, Known[]> }} Baseline by the letter's key: the entry's id or the file's name
 * @typedef {{ name: string, entry?: string, found: Known[] }} Checked
 */

/** How grave, the gravest last. */
const GRAVITY = ["info", "warning", "error"];

/** @param {Checked} row */
export function keyOf({ name, entry }) {
  return entry ?? name;
}

/** @param {Checked[]} rows @param {string} day @returns {Baseline} */
export function baselineOf(rows, day) {
  return { day, letters: new Map(rows.map((row) => [keyOf(row), row.found])) };
}

/**
 * What was not found before, or is graver than it was. What was found twice before and is found three times is new once. A
 * letter that the baseline does not know is new as a whole.
 *
 * @param {Checked} row
 * @param {Baseline} baseline
 * @returns {Known[]}
 */
export function newOrWorse(row, baseline) {
  const left = [...(baseline.letters.get(keyOf(row)) ?? [])];
  return row.found.filter((finding) => {
    const at = left.findIndex(({ rule, words }) => rule === finding.rule && words === finding.words);
    if (at < 0) return true;
    const [before] = left.splice(at, 1);
    return GRAVITY.indexOf(finding.severity) > GRAVITY.indexOf(before.severity);
  });
}

/** @param {Baseline} baseline */
export function baselineFile({ day, letters }) {
  return JSON.stringify({ format: FORMAT, day, letters: [...letters].map(([key, findings]) => ({ key, findings })) }, null, 1);
}

/**
 * Reads such a file; whatever has another shape is left out.
 *
 * @param {string} json
 * @returns {Baseline | null} nothing where it is no baseline
 */
export function readBaseline(json) {
  let file;
  try {
    file = JSON.parse(json);
  } catch {
    return null;
  }
  if (file?.format !== FORMAT || !Array.isArray(file.letters)) return null;
  const isText = (/** @type {unknown} */ value) => typeof value === "string";
  const letters = file.letters.filter((/** @type {any} */ letter) => isText(letter?.key) && Array.isArray(letter.findings));
  const known = (/** @type {any[]} */ findings) =>
    findings.filter((finding) => isText(finding?.rule) && isText(finding.words)).map(({ rule, words, severity }) => ({ rule, words, severity: GRAVITY.includes(severity) ? severity : "error" }));
  return { day: isText(file.day) ? file.day : "", letters: new Map(letters.map((/** @type {any} */ { key, findings }) => [key, known(findings)])) };
}
