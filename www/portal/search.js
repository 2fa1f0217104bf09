// Search of a public bundle (`jianyi/public/1`) on any static host: every hit holds every term.
import { fold, foldPlaced, simplifiedFrom, terms as termsOf } from "./fold.js";
import { Index } from "./index.js";

/**
 * @typedef {import("./index.js").Get} Get
 * @typedef {{ id: string, number: string, title: string, year: string, body: string, class: string, shard: number }} Row
 * @typedef {{ number: string, title: string, topic: string, submitter: string, text: string, body: string, id: string,
 *   replies: { body: string, documentNumber: string, text: string }[], commitments: { what: string }[] }} PublicEntry
 * @typedef {{ terms: string[], certain: boolean, places: number[], titles: Set<number>, spellings: [string, string][] }} Found
 *   `places`: the best first; `certain`: each of them holds every term; else `hits` leaves out those that do not
 * @typedef {Row & { excerpt: string }} Hit
 */

export const FACETS = /** @type {const} */ (["year", "body", "class", "topic"]);

/** What parts the fields of a text; no query holds it. */
const BORDER = "\x1F";
/** Letters of an excerpt. */
const EXCERPT = 80;

export class PublicSearch {
  /** @param {Get} get the bytes of a file of the bundle */
  constructor(get) {
    this.get = get;
    /** @type {Map<string, Promise<any>>} */ this.files = new Map();
  }

  /** @returns {Promise<{ entries: number, titles: number, all: Index, title: Index, simplified: Map<string, string> }>} */
  open() {
    return this.once("open", async () => {
      const [table, pairs] = await Promise.all([this.json("search/table.json"), this.get("search/fold.txt")]);
      return {
        entries: table.entries,
        titles: table.titles,
        all: new Index(this.get, "grams", table.grams),
        title: new Index(this.get, "titles", table.titleGrams),
        simplified: simplifiedFrom(new TextDecoder().decode(pairs)),
      };
    });
  }

  /**
   * @param {string} words terms, parted by blanks; none: every entry
   * @param {Partial<Record<typeof FACETS[number], string>>} [facets] the wanted values
   * @returns {Promise<Found>} those with all terms in the title first, then the newest
   */
  async search(words, facets = {}) {
    const { entries, all, title, simplified } = await this.open();
    const found = /** @type {Found} */ ({ terms: [], certain: true, places: [], titles: new Set(), spellings: [] });
    /** @type {number[] | null} */ let passing = null;
    /** @type {number[] | null} */ let inTitle = null;
    for (const asked of termsOf(words, simplified)) {
      let term = asked;
      let holding = await all.candidates(term);
      const near = holding.length === 0 ? await this.nearest(term) : null;
      if (near) {
        found.spellings.push([asked, near]);
        term = near;
        holding = await all.candidates(term);
      }
      found.terms.push(term);
      if (Array.from(term).length > 2) found.certain = false;
      passing = common(passing, holding);
      inTitle = common(inTitle, await title.candidates(term));
    }
    let places = passing ?? Array.from({ length: entries }, (_, place) => place);
    for (const facet of FACETS) {
      const value = facets[facet];
      if (value !== undefined) places = common(places, (await this.facet(facet)).get(value) ?? []);
    }
    found.titles = new Set(inTitle ?? []);
    const rank = (/** @type {number} */ place) => (found.titles.has(place) ? 0 : 1);
    found.places = places.sort((one, other) => rank(one) - rank(other) || other - one);
    return found;
  }

  /**
   * The hits from a place of the list on, as far as `count` of them; `next` is where to go on.
   *
   * @param {Found} found
   * @param {number} from
   * @param {number} count
   * @returns {Promise<{ hits: Hit[], next: number }>}
   */
  async hits(found, from, count) {
    /** @type {Hit[]} */ const hits = [];
    let next = from;
    while (hits.length < count && next < found.places.length) {
      const places = found.places.slice(next, next + count - hits.length);
      next += places.length;
      const tried = await Promise.all(places.map((place) => this.hit(found, place)));
      hits.push(...tried.flatMap((hit) => hit ?? []));
    }
    return { hits, next };
  }

  /** @param {Found} found @param {number} place @returns {Promise<Hit | null>} nothing where a term is missing */
  async hit({ terms, titles }, place) {
    const { simplified } = await this.open();
    const row = await this.row(place);
    if (terms.length === 0) return { ...row, excerpt: "" };
    const title = fold(row.title, simplified);
    if (titles.has(place) && terms.every((term) => title.includes(term))) return { ...row, excerpt: "" };
    const entry = await this.record(row);
    const text = allOf(entry, simplified);
    if (!terms.every((term) => text.includes(term))) return null;
    return { ...row, excerpt: excerpt(textOf(entry), terms, simplified) };
  }

  /** @param {number} place @returns {Promise<Row>} */
  async row(place) {
    const { titles } = await this.open();
    const rows = await this.json(`titles/${String(Math.floor(place / titles)).padStart(4, "0")}.json`);
    const [id, number, title, year, body, mark, shard] = rows[place % titles];
    return { id, number, title, year, body, class: mark, shard };
  }

  /** @param {Row} row @returns {Promise<PublicEntry>} */
  async record({ id, shard }) {
    /** @type {PublicEntry[]} */
    const records = await this.json(`entries/${String(shard).padStart(5, "0")}.json`);
    const record = records.find((entry) => entry.id === id);
    if (!record) throw new Error(`no ${id} in entries/${shard}`);
    return record;
  }

  /** Each value's places. @param {typeof FACETS[number]} name @returns {Promise<Map<string, number[]>>} */
  facet(name) {
    return this.once(`facet ${name}`, async () => {
      const lists = /** @type {Record<string, number[]>} */ (await this.json(`search/facet-${name}.json`));
      return new Map(Object.entries(lists).map(([value, differences]) => {
        let last = 0;
        return [value, differences.map((difference) => (last += difference))];
      }));
    });
  }

  /** How many of these places have which value, the most frequent first. @param {typeof FACETS[number]} name @param {number[]} places @returns {Promise<[string, number][]>} */
  async counts(name, places) {
    const wanted = new Set(places);
    const values = [...(await this.facet(name))].map(([value, of]) => /** @type {[string, number]} */ ([value, of.filter((place) => wanted.has(place)).length]));
    return values.filter(([, count]) => count > 0).sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  }

  /** A Latin word spelt almost so. @param {string} term @returns {Promise<string | null>} */
  async nearest(term) {
    if (!/^[0-9a-z]{4,}$/.test(term) || !/[a-z]/.test(term)) return null;
    /** @type {Record<string, number>} */
    const words = await this.json("search/words.json");
    const limit = term.length >= 8 ? 2 : 1;
    const near = Object.entries(words).filter(([word]) => Math.abs(word.length - term.length) <= limit).map(([word, count]) => ({ word, count, distance: distance(term, word) }));
    const best = near.filter((one) => one.distance <= limit).sort((one, other) => one.distance - other.distance || other.count - one.count || (one.word < other.word ? -1 : 1))[0];
    return best?.word ?? null;
  }

  /** @param {string} path @returns {Promise<any>} */
  json(path) {
    return this.once(path, async () => JSON.parse(new TextDecoder().decode(await this.get(path))));
  }

  /** @param {string} name @param {() => Promise<any>} make */
  once(name, make) {
    let made = this.files.get(name);
    if (!made) {
      made = make();
      made.catch(() => this.files.delete(name));
      this.files.set(name, made);
    }
    return made;
  }
}

/**
 * Where the terms stand in a text as it is written.
 *
 * @param {string} text
 * @param {string[]} terms folded
 * @param {Map<string, string>} simplified
 * @returns {[number, number][]} rising, apart
 */
export function marks(text, terms, simplified) {
  const { text: folded, places } = foldPlaced(text, simplified);
  /** @type {[number, number][]} */ const found = [];
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) found.push([places[at][0], places[at + term.length - 1][1]]);
  }
  found.sort((one, other) => one[0] - other[0]);
  /** @type {[number, number][]} */ const apart = [];
  for (const [start, end] of found) {
    const last = apart.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}

/** Some words around the first term. @param {string} text @param {string[]} terms @param {Map<string, string>} simplified */
function excerpt(text, terms, simplified) {
  const [first] = marks(text, terms, simplified);
  const letters = Array.from(text);
  const before = first ? Array.from(text.slice(0, first[0])).length : 0;
  const start = Math.max(0, before - 20);
  const shown = letters.slice(start, start + EXCERPT).join("").replace(/\s+/g, " ");
  return `${start > 0 ? "…" : ""}${shown}${start + EXCERPT < letters.length ? "…" : ""}`;
}

/** @param {PublicEntry} entry */
function textOf({ submitter, text, replies, commitments }) {
  return [submitter, text, ...replies.flatMap((reply) => [reply.body, reply.documentNumber, reply.text]), ...commitments.map(({ what }) => what)].join("\n。\n");
}

/** All that is searched of an entry, folded. @param {PublicEntry} entry @param {Map<string, string>} simplified */
function allOf(entry, simplified) {
  return [entry.number, entry.title, entry.body, entry.topic, textOf(entry)].map((words) => fold(words, simplified)).join(BORDER);
}

/** What is in both, rising. @param {number[] | null} one all, where there is nothing @param {number[]} other */
function common(one, other) {
  if (!one) return [...other];
  const held = new Set(other);
  return one.filter((place) => held.has(place));
}

/** How many letters must be put in, left out, replaced, or exchanged with their neighbour. @param {string} one @param {string} other */
function distance(one, other) {
  /** @type {number[]} */ let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 0; row < one.length; row += 1) {
    const next = [row + 1];
    for (let column = 0; column < other.length; column += 1) {
      let least = Math.min(last[column] + (one[row] === other[column] ? 0 : 1), last[column + 1] + 1, next[column] + 1);
      if (row > 0 && column > 0 && one[row - 1] === other[column] && one[row] === other[column - 1]) least = Math.min(least, before[column - 1] + 1);
      next.push(least);
    }
    [before, last] = [last, next];
  }
  return last[other.length];
}
