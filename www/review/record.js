// A person's review of one letter: what was confirmed, noted, left as it is. Kept apart from what the rules say.

export const FORMAT = "jianyi/reply-review/1";

/**
 * @typedef {{ confirmed: boolean, note: string, by: string, at: string }} Mark what a person says of one rule
 * @typedef {{ rule: string, words: string, reason: string, by: string, at: string, until: string | null }} Waiver
 *   a finding that is left as it is; `words` are those at its first place, `until` the last day on which it counts
 * @typedef {{ reviewer: string, marks: Record<string, Mark>, waivers: Waiver[] }} Review
 * @typedef {import("../engine.js").FindingView} FindingView
 */

/** @returns {Review} */
export function emptyReview(reviewer = "") {
  return { reviewer, marks: {}, waivers: [] };
}

/** @param {Review} review */
export function isBlank({ marks, waivers }) {
  return Object.keys(marks).length === 0 && waivers.length === 0;
}

/**
 * @param {Review} review
 * @param {string} rule
 * @param {Partial<Pick<Mark, "confirmed" | "note">>} change
 * @param {string} at the moment, ISO
 * @returns {Review}
 */
export function marked(review, rule, change, at) {
  const before = review.marks[rule] ?? { confirmed: false, note: "" };
  const mark = { ...before, ...change, by: review.reviewer, at };
  const { [rule]: _, ...others } = review.marks;
  const isBlankMark = !mark.confirmed && mark.note.trim() === "";
  return { ...review, marks: isBlankMark ? others : { ...others, [rule]: mark } };
}

/**
 * @param {Review} review
 * @param {Waiver} waiver takes the place of one for the same finding
 * @returns {Review}
 */
export function waived(review, waiver) {
  return { ...review, waivers: [...review.waivers.filter((other) => !isSame(other, waiver)), waiver] };
}

/** @param {Review} review @param {Waiver} waiver @returns {Review} */
export function unwaived(review, waiver) {
  return { ...review, waivers: review.waivers.filter((other) => !isSame(other, waiver)) };
}

/**
 * The words by which a finding is known again after the letter was changed elsewhere.
 *
 * @param {FindingView} finding
 * @param {string} text of the letter
 */
export function wordsOf(finding, text) {
  const [first] = finding.spans;
  return first ? text.slice(...first) : "";
}

/**
 * What a person decided about a finding.
 *
 * @param {Review} review
 * @param {FindingView} finding
 * @param {string} text
 * @returns {Waiver | undefined}
 */
export function waiverOf(review, finding, text) {
  return review.waivers.find((waiver) => isSame(waiver, { rule: finding.rule, words: wordsOf(finding, text) }));
}

/** @param {Waiver} waiver @param {string} today `YYYY-MM-DD` */
export function holds(waiver, today) {
  return waiver.until === null || today <= waiver.until;
}

/**
 * @param {Review} review
 * @param {{ hash: string, title: string | null, number: string | null }} letter
 */
export function reviewFile(review, letter) {
  return JSON.stringify({ format: FORMAT, letter, ...review }, null, 2);
}

/**
 * Reads such a file; whatever has another shape is left out.
 *
 * @param {string} json
 * @returns {{ review: Review, hash: string | null } | null} nothing where it is no review
 */
export function readReview(json) {
  let file;
  try {
    file = JSON.parse(json);
  } catch {
    return null;
  }
  if (file?.format !== FORMAT) return null;
  const marks = Object.entries(file.marks ?? {}).flatMap(([rule, mark]) => {
    const { confirmed, note, by, at } = /** @type {any} */ (mark) ?? {};
    return typeof confirmed === "boolean" ? [[rule, { confirmed, note: text(note), by: text(by), at: text(at) }]] : [];
  });
  const waivers = (Array.isArray(file.waivers) ? file.waivers : []).filter((/** @type {any} */ waiver) => typeof waiver?.rule === "string");
  return {
    review: { reviewer: text(file.reviewer), marks: Object.fromEntries(marks), waivers: waivers.map(tidy) },
    hash: typeof file.letter?.hash === "string" ? file.letter.hash : null,
  };
}

/** @param {any} waiver @returns {Waiver} */
function tidy({ rule, words, reason, by, at, until }) {
  return { rule, words: text(words), reason: text(reason), by: text(by), at: text(at), until: typeof until === "string" ? until : null };
}

/** @param {unknown} value */
function text(value) {
  return typeof value === "string" ? value : "";
}

/** @param {{ rule: string, words: string }} one @param {{ rule: string, words: string }} other */
function isSame(one, other) {
  return one.rule === other.rule && one.words === other.words;
}
