// The index over pairs of letters, in small files: those that a term needs are fetched.

/**
 * @typedef {(path: string) => Promise<Uint8Array>} Get
 * @typedef {{ bytes: Uint8Array, isMap: boolean }} List
 */

/** What follows a text's last letter. */
const END = "\0";

export class Index {
  /**
   * @param {Get} get
   * @param {string} name `grams`, `titles`
   * @param {string[]} firsts the first pair of each file
   */
  constructor(get, name, firsts) {
    this.get = get;
    this.name = name;
    this.firsts = firsts.map(pairOf);
    /** @type {Map<number, Promise<Map<string, List>>>} */ this.files = new Map();
  }

  /** The texts that may hold the term: all that do, and few that do not. @param {string} term folded @returns {Promise<number[]>} */
  async candidates(term) {
    const letters = Array.from(term);
    if (letters.length === 0) return [];
    if (letters.length === 1) return this.withLetter(letters[0]);
    const pairs = [...new Set(letters.slice(1).map((letter, at) => letters[at] + letter))];
    const lists = await Promise.all(pairs.map((pair) => this.list(pair)));
    lists.sort((one, other) => one.length - other.length);
    return lists.slice(1).reduce((common, list) => common.filter(isIn(list)), lists[0]);
  }

  /** @param {string} pair @returns {Promise<number[]>} */
  async list(pair) {
    const file = await this.file(this.fileOf(pairOf(pair)));
    return numbers(file.get(pair));
  }

  /** @param {string} letter */
  async withLetter(letter) {
    const first = letter.codePointAt(0) ?? 0;
    const from = this.fileOf([first, 0]);
    let to = from;
    while (to + 1 < this.firsts.length && this.firsts[to + 1][0] <= first) to += 1;
    /** @type {Set<number>} */ const found = new Set();
    for (let at = from; at <= to; at += 1) {
      for (const [pair, list] of await this.file(at)) {
        if (pair.codePointAt(0) === first) numbers(list).forEach((number) => found.add(number));
      }
    }
    return [...found].sort((one, other) => one - other);
  }

  /** The file that would hold the pair. @param {[number, number]} pair */
  fileOf(pair) {
    let [low, high] = [0, this.firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const [first, second] = this.firsts[middle];
      if (first < pair[0] || (first === pair[0] && second <= pair[1])) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** @param {number} at @returns {Promise<Map<string, List>>} */
  file(at) {
    let file = this.files.get(at);
    if (!file) {
      file = at < this.firsts.length ? this.get(`search/${this.name}-${String(at).padStart(4, "0")}.bin`).then(lists) : Promise.resolve(new Map());
      // What failed once is asked for again.
      file.catch(() => this.files.delete(at));
      this.files.set(at, file);
    }
    return file;
  }
}

/** @param {string} pair @returns {[number, number]} */
function pairOf(pair) {
  const [first, second = END] = Array.from(pair);
  return [first.codePointAt(0) ?? 0, second.codePointAt(0) ?? 0];
}

/** A file of the index: per pair its two letters in UTF-8, twice the length of its list (one more for a map), its list. @param {Uint8Array} bytes */
function lists(bytes) {
  const decoder = new TextDecoder();
  /** @type {Map<string, List>} */ const found = new Map();
  for (let at = 0; at < bytes.length; ) {
    const start = at;
    at += width(bytes[at]);
    at += width(bytes[at]);
    const pair = decoder.decode(bytes.subarray(start, at));
    let [told, shift] = [0, 1];
    for (;;) {
      const byte = bytes[at++] ?? 0;
      told += (byte & 0x7f) * shift;
      shift *= 0x80;
      if (byte < 0x80) break;
    }
    const end = at + Math.floor(told / 2);
    found.set(pair, { bytes: bytes.subarray(at, end), isMap: told % 2 === 1 });
    at = end;
  }
  return found;
}

/** Bytes of a letter in UTF-8, by its first. @param {number} byte */
function width(byte) {
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/** Rising numbers: a bit for each, or the first and what lies between each and the next, less one, seven bits a byte. @param {List} [list] */
function numbers(list) {
  /** @type {number[]} */ const found = [];
  if (list?.isMap) {
    list.bytes.forEach((byte, at) => {
      for (let bit = 0; byte >> bit > 0; bit += 1) if ((byte >> bit) & 1) found.push(at * 8 + bit);
    });
    return found;
  }
  let [next, value, shift] = [0, 0, 1];
  for (const byte of list?.bytes ?? []) {
    value += (byte & 0x7f) * shift;
    shift *= 0x80;
    if (byte >= 0x80) continue;
    next += value;
    found.push(next);
    [next, value, shift] = [next + 1, 0, 1];
  }
  return found;
}

/** Whether a rising list holds a number; numbers are asked for in rising order. @param {number[]} list */
function isIn(list) {
  let at = 0;
  return (/** @type {number} */ number) => {
    while (at < list.length && list[at] < number) at += 1;
    return list[at] === number;
  };
}
