// What stands against signing, after what the rules found and what a person decided.
import { holds, waiverOf } from "./record.js";

/**
 * @typedef {import("../engine.js").ReplyCheck} ReplyCheck
 * @typedef {import("../engine.js").ChecklistView} ChecklistView
 * @typedef {import("../engine.js").FindingView} FindingView
 * @typedef {"fail" | "advice" | "waived" | "confirm" | "confirmed" | "pass" | "not-applicable"} ItemState
 *   `advice`: only notes were found, which do not stand against signing
 * @typedef {{ at: number, finding: FindingView, waiver: import("./record.js").Waiver | undefined, isWaived: boolean }} StandingFinding
 * @typedef {{ item: ChecklistView, state: ItemState, findings: StandingFinding[], mark: import("./record.js").Mark | undefined }} StandingItem
 * @typedef {{ verdict: "no-letter" | "not-ready" | "confirm" | "ready", items: StandingItem[], blocking: StandingItem[], open: StandingItem[] }} Standing
 */

/**
 * @param {ReplyCheck} check
 * @param {import("./record.js").Review} review
 * @param {string} text
 * @param {string} today
 * @returns {Standing}
 */
export function standing(check, review, text, today) {
  const items = check.checklist.map((item) => {
    const findings = item.findings.map((at) => {
      const finding = check.findings[at];
      const waiver = waiverOf(review, finding, text);
      return { at, finding, waiver, isWaived: waiver !== undefined && holds(waiver, today) };
    });
    const mark = review.marks[item.id];
    return { item, findings, mark, state: stateOf(item, findings, mark) };
  });
  const blocking = items.filter(({ state }) => state === "fail");
  const open = items.filter(({ state }) => state === "confirm");
  return { items, blocking, open, verdict: verdictOf(check, blocking, open) };
}

/** @param {ReplyCheck} check @param {StandingItem[]} blocking @param {StandingItem[]} open @returns {Standing["verdict"]} */
function verdictOf({ fields }, blocking, open) {
  if (blocking.length > 0) return "not-ready";
  // Most rules are silent about what is no letter, which must not be taken for praise.
  if (!fields.title && !fields.addressee && !fields.issuer) return "no-letter";
  return open.length > 0 ? "confirm" : "ready";
}

/**
 * @param {ChecklistView} item
 * @param {StandingFinding[]} findings
 * @param {import("./record.js").Mark | undefined} mark
 * @returns {ItemState}
 */
function stateOf({ state }, findings, mark) {
  const left = findings.filter(({ isWaived }) => !isWaived);
  if (state === "confirm") return mark?.confirmed ? "confirmed" : findings.length > 0 && left.length === 0 ? "waived" : "confirm";
  if (state !== "fail") return /** @type {ItemState} */ (state);
  if (left.length === 0) return "waived";
  return left.some(({ finding }) => finding.severity !== "info") ? "fail" : "advice";
}
