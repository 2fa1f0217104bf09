// What counts as the same letter in a search; the core folds the index in the same way (src/search/fold.rs).

/** Two letters each: a traditional one and the simplified one that stands for it. @param {string} pairs @returns {Map<string, string>} */
export function simplifiedFrom(pairs) {
  const letters = Array.from(pairs.trimEnd());
  return new Map(letters.flatMap((letter, at) => (at % 2 === 0 && letters[at + 1] ? [/** @type {[string, string]} */ ([letter, letters[at + 1]])] : [])));
}

/**
 * The folded letters of a text, and where each stood in it.
 *
 * @param {string} text
 * @param {Map<string, string>} simplified
 * @returns {{ text: string, places: [number, number][] }} a place per code unit of the folded text
 */
export function foldPlaced(text, simplified) {
  let folded = "";
  /** @type {[number, number][]} */ const places = [];
  /** @type {[number, number] | null} */ let blank = null;
  let start = 0;
  const take = (/** @type {string} */ letter, /** @type {[number, number]} */ place) => {
    folded += letter;
    for (let unit = 0; unit < letter.length; unit += 1) places.push(place);
  };
  for (const letter of text) {
    /** @type {[number, number]} */ const place = [start, start + letter.length];
    start += letter.length;
    if (/[\s\u0085]/.test(letter) && letter !== "\uFEFF") {
      blank ??= place;
      continue;
    }
    const same = foldLetter(letter, simplified);
    if (same === null) continue;
    if (blank && /[0-9a-z]/.test(same) && /[0-9A-Za-z]$/.test(folded)) take(" ", blank);
    blank = null;
    take(same, place);
  }
  return { text: folded, places };
}

/** @param {string} text @param {Map<string, string>} simplified */
export function fold(text, simplified) {
  return foldPlaced(text, simplified).text;
}

/** The folded terms of a query: what blanks part. @param {string} query @param {Map<string, string>} simplified @returns {string[]} */
export function terms(query, simplified) {
  return [...new Set(query.split(/\s+/).map((term) => fold(term, simplified)).filter(Boolean))];
}

/** @param {string} letter @param {Map<string, string>} simplified @returns {string | null} nothing for a letter that nobody sees */
function foldLetter(letter, simplified) {
  if (/[\u200B-\u200F\u2060-\u2064\uFEFF\u00AD\p{Cc}]/u.test(letter)) return null;
  let half = letter;
  if (letter >= "！" && letter <= "～" && letter.length === 1) half = String.fromCharCode(letter.charCodeAt(0) - 0xfee0);
  else if (/[‐-―−﹣]/.test(letter)) half = "-";
  else if (letter === "〔" || letter === "【") half = "[";
  else if (letter === "〕" || letter === "】") half = "]";
  return simplified.get(half) ?? Array.from(half.toLowerCase())[0];
}
