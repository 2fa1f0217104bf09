// Rows of a long list, fetched from the ledger in pages when they come into view.

/** Rows that one question to the ledger brings. */
const PAGE = 100;
/** Rows beyond the view that are fetched before they are needed. */
const AHEAD = PAGE / 2;
/** Questions at a time; a list that is scrolled fast asks for the newest view and forgets those it passed. */
const AT_ONCE = 2;

/**
 * @typedef {import("../engine.js").Row} Row
 * @typedef {import("../engine.js").Ledger} Ledger
 */

export class RowPages {
  /** @type {Map<number, Row[]>} */
  #pages = new Map();
  /** @type {Set<number>} */
  #asked = new Set();
  /** @type {number[]} */
  #wanted = [];
  #query = {};
  /** @type {Ledger | null} */
  #ledger = null;

  /**
   * @param {() => void} arrived called when rows came
   * @param {(error: unknown) => void} failed
   */
  constructor(arrived, failed) {
    this.arrived = arrived;
    this.failed = failed;
  }

  /**
   * Forgets all rows; the next are of this ledger and query.
   * @param {Ledger | null} ledger
   * @param {import("../engine.js").RowQueryOptions} query
   */
  reset(ledger, query) {
    this.#pages = new Map();
    this.#asked = new Set();
    this.#wanted = [];
    this.#ledger = ledger;
    this.#query = query;
  }

  /**
   * The row at this place of the list; undefined until it has come.
   * @param {number} place from 0
   */
  row(place) {
    return this.#pages.get(Math.floor(place / PAGE))?.[place % PAGE];
  }

  /**
   * Says which rows are in view.
   * @param {number} first
   * @param {number} last
   */
  want(first, last) {
    const [from, to] = [Math.floor(Math.max(0, first - AHEAD) / PAGE), Math.floor((last + AHEAD) / PAGE)];
    const inView = Math.floor((first + last) / 2 / PAGE);
    this.#wanted = Array.from({ length: to - from + 1 }, (_, at) => from + at).sort((a, b) => Math.abs(a - inView) - Math.abs(b - inView));
    this.#ask();
  }

  #ask() {
    const ledger = this.#ledger;
    const missing = this.#wanted.filter((page) => !this.#pages.has(page) && !this.#asked.has(page));
    for (const page of missing.slice(0, Math.max(0, AT_ONCE - this.#asked.size))) {
      if (ledger) void this.#fetch(ledger, page);
    }
  }

  /** @param {Ledger} ledger @param {number} page */
  async #fetch(ledger, page) {
    const [pages, asked] = [this.#pages, this.#asked];
    asked.add(page);
    try {
      const rows = await ledger.rows({ ...this.#query, from: page * PAGE, count: PAGE });
      if (pages !== this.#pages) return;
      pages.set(page, rows);
      this.arrived();
    } catch (error) {
      if (pages === this.#pages) this.failed(error);
    } finally {
      asked.delete(page);
      if (pages === this.#pages && pages.has(page)) this.#ask();
    }
  }
}
