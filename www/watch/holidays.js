// A newer table of days off (节假日表): what it would move, and the one in use.

import { keep, kept } from "../review/store.js";

/** @typedef {import("../generated/desk.js").MovedDueDatesView} Moved */

/** Under which the shipped table is kept that a person last worked with. */
const SEEN = "holidays-seen";

export class Holidays {
  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    /** @type {import("../generated/desk.js").HolidayTableView | null} The table in use. */ this.table = null;
    /** @type {Moved | null} */ this.moved = null;
    /** What the shipped table moved since a person last worked with an earlier version's. @type {Moved | null} */ this.update = null;
    /** The newer table as text. */ this.json = "";
    /** Whether the ledger is read by the newer table by now. */ this.isUsed = false;
  }

  /** @param {import("../engine.js").Ledger} ledger */
  async open(ledger) {
    this.table = await ledger.holidayTable();
    // what a table moved stays in sight once it is in use, and with no other
    this.isUsed = this.moved !== null && this.moved.after.edition === this.table.edition && this.moved.after.announcedThrough === this.table.announcedThrough;
    if (!this.isUsed) this.moved = null;
    this.update = this.table.isShipped ? await sinceLast(ledger) : null;
    this.changed();
  }

  /** What the update moved has been seen. @param {import("../engine.js").Ledger} ledger */
  async see(ledger) {
    await keep(SEEN, await ledger.shippedHolidays());
    this.update = null;
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

/** What the shipped table moves against the one last seen here; nothing where it is the same or none was seen. @param {import("../engine.js").Ledger} ledger @returns {Promise<Moved | null>} */
async function sinceLast(ledger) {
  const shipped = await ledger.shippedHolidays();
  const seen = await kept(SEEN);
  if (seen === shipped) return null;
  if (typeof seen === "string") return ledger.movedSince(seen);
  await keep(SEEN, shipped);
  return null;
}
