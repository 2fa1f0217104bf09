// What a person says of proposed groups: confirmed, no group, or without some of its entries; kept in this browser.
import { keep, kept } from "../review/store.js";

/**
 * @typedef {import("../generated/desk.js").SimilarGroupView} Group
 * @typedef {{ state: "confirmed" | "rejected" | "open", without: string[] }} Word
 */

const OPEN = /** @type {Word} */ ({ state: "open", without: [] });

export class Groups {
  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    /** @type {Group[] | null} */ this.groups = null;
    /** @type {Record<string, Word>} */ this.words = {};
    this.key = "";
  }

  /** @param {import("../engine.js").Ledger} ledger */
  async find(ledger) {
    const summary = await ledger.summary();
    this.key = `similar-groups ${summary.head.title ?? ""} ${summary.entries}`;
    [this.groups, this.words] = [await ledger.similarEntries(), (await kept(this.key)) ?? {}];
    this.changed();
  }

  /** @param {Group} group @returns {Word} */
  of(group) {
    return this.words[idOf(group)] ?? OPEN;
  }

  /** @param {Group} group @param {Partial<Word>} word */
  async say(group, word) {
    this.words = { ...this.words, [idOf(group)]: { ...this.of(group), ...word } };
    this.changed();
    await keep(this.key, this.words);
  }

  /** The entries of each confirmed group, without those that a person took out. */
  members() {
    const groups = (this.groups ?? []).filter((group) => this.of(group).state === "confirmed");
    return groups.map((group) => group.entries.filter(({ id }) => !this.of(group).without.includes(id)));
  }

  /** The confirmed groups, each a line per entry. @returns {string[][]} */
  confirmed() {
    return this.members().flatMap((entries, at) => entries.map((entry) => [String(at + 1), entry.number ?? "", entry.title ?? "", entry.body ?? ""]));
  }

  /** The ids of all entries of confirmed groups. */
  confirmedIds() {
    return this.members().flatMap((entries) => entries.map(({ id }) => id));
  }
}

const idOf = (/** @type {Group} */ { entries }) => entries.map(({ id }) => id).join("\u001F");
