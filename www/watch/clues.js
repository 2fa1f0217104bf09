// A list of public messages beside the ledger, and what of it a person looks at.

/** @typedef {import("../generated/desk.js").CluesView} CluesView */

export class Clues {
  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    /** @type {CluesView | null} */ this.view = null;
    this.name = "";
    this.isReading = false;
    /** The messages that are shown, and of what. @type {{ title: string, places: number[] } | null} */ this.shown = null;
  }

  /** @param {import("../engine.js").Ledger} ledger @param {string} name @param {Uint8Array} bytes */
  async read(ledger, name, bytes) {
    this.isReading = true;
    this.changed();
    try {
      this.view = await ledger.clues(bytes, name);
      [this.name, this.shown] = [name, null];
    } finally {
      this.isReading = false;
      this.changed();
    }
  }

  /** @param {string} title @param {number[]} places */
  show(title, places) {
    this.shown = this.shown?.title === title ? null : { title, places };
    this.changed();
  }

  /** How many messages all rows stand for, and how many of them speak of an entry. */
  counts() {
    const messages = this.view?.messages ?? [];
    const sum = (/** @type {typeof messages} */ rows) => rows.reduce((all, { count }) => all + count, 0);
    return { all: sum(messages), rows: messages.length, matched: sum(messages.filter(({ entry }) => entry)), unmatched: messages.filter(({ entry }) => !entry).length };
  }
}
