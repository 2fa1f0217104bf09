// Tables that the office brings for all its ledgers: names of bodies, days off. Remembered on this machine.
import { remember, remembered } from "./remember.js";

/** @typedef {{ aliases?: string | null, holidays?: string | null }} Tables as JSON text */

/** The tables by which ledgers are read. @returns {{ aliases?: string, holidays?: string }} */
export function tables() {
  return { aliases: remembered("aliases") ?? undefined, holidays: remembered("holidays") ?? undefined };
}

/**
 * Reads the open ledger by other tables; they are remembered where that goes well.
 * @param {import("./app.js").App} app
 * @param {Tables} change null: no longer
 */
export async function readBy(app, change) {
  if (!app.source) return;
  const before = tables();
  const keep = (/** @type {Tables} */ kept) => /** @type {const} */ (["aliases", "holidays"]).forEach((name) => remember(name, kept[name] ?? null));
  keep({ ...before, ...change });
  if (!(await app.open({ ...app.source }, app.state))) keep(before);
}
