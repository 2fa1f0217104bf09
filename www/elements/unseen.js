// Letters that nobody sees, made visible: what turns the reading direction, and what has no width, can make a name look
// like another.

/** Unicode's bidirectional controls, and letters without width; a joiner within an emoji is part of its picture. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0001}-\u{e007f}]|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d/gu;

/**
 * The text with each such letter as its number: 甲〔U+202E〕乙.
 * @template {string | null | undefined} T
 * @param {T} text
 * @returns {T}
 */
export function seen(text) {
  return /** @type {T} */ (text?.replace(UNSEEN, (letter) => `〔U+${letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}〕`));
}
