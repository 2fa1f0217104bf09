// A newer table of days off (节假日表): what it would move, and the one in use.

/** @typedef {import("../generated/desk.js").MovedDueDatesView} Moved */

export class Holidays {
  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    /** @type {import("../generated/desk.js").HolidayTableView | null} The table in use. */ this.table = null;
    /** @type {Moved | null} */ this.moved = null;
    /** The newer table as text. */ this.json = "";
    /** Whether the ledger is read by the newer table by now. */ this.isUsed = false;
  }

  /** @param {import("../engine.js").Ledger} ledger */
  async open(ledger) {
    this.table = await ledger.holidayTable();
    // what a table moved stays in sight once it is in use, and with no other
    this.isUsed = this.moved !== null && this.moved.after.edition === this.table.edition && this.moved.after.announcedThrough === this.table.announcedThrough;
    if (!this.isUsed) this.moved = null;
    this.changed();
  }

  /** @param {import("../engine.js").Ledger} ledger @param {string} json a `jianyi/holidays/1` document */
  async compare(ledger, json) {
    [this.moved, this.json, this.isUsed] = [await ledger.movedDueDates(json), json, false];
    this.changed();
  }

  leave() {
    this.moved = null;
    this.changed();
  }
}
