// Ways between the letter and its checklist, the same by mouse and by keyboard.
import { layersOf } from "../review/letter-layers.js";
import { standing } from "../review/standing.js";
import { goToPiece } from "./marked-text.js";

/** @typedef {import("./jianyi-reply.js").JianyiReply} View */

/**
 * To a line of the checklist, or to a finding in it.
 *
 * @param {View} view
 * @param {string} id of a rule, or `f` and the number of a finding
 */
export async function goToItem(view, id) {
  const rule = ruleOf(view, id);
  if (!rule) return;
  [view.panel, view.chosenItem, view.chosen, view.located] = ["checklist", rule, rule === id ? null : id, null];
  if (view.only !== "all") view.only = "all";
  await view.updateComplete;
  const line = /** @type {HTMLElement | null} */ (view.renderRoot.querySelector(rule === id ? `#item-${id}` : `#${id}`));
  line?.scrollIntoView({ block: "center" });
  line?.focus({ preventScroll: true });
}

/** To the first place of a finding in the letter. @param {View} view @param {string} id `f` and its number */
export async function goToFinding(view, id) {
  [view.chosen, view.chosenItem, view.located] = [id, ruleOf(view, id), null];
  await view.updateComplete;
  goToPiece(view.renderRoot, `.hit[data-ids~="${id}"]`);
}

/** To any place of the letter. @param {View} view @param {[number, number]} span */
export async function locate(view, span) {
  [view.located, view.chosen] = [span, null];
  await view.updateComplete;
  const piece = goToPiece(view.renderRoot, ".paper .tone-located");
  if (piece && !piece.hasAttribute("tabindex")) /** @type {HTMLElement | null} */ (view.renderRoot.querySelector(".paper"))?.focus({ preventScroll: true });
}

/** To the finding before or after, in the order of the letter. @param {View} view @param {number} by */
export function step(view, by) {
  const { session } = view;
  if (!session.check) return;
  const layers = layersOf(standing(session.check, session.review, session.text, session.today), null);
  const inOrder = [...new Set(layers.sort((a, b) => a.span[0] - b.span[0]).map(({ id }) => /** @type {string} */ (id)))];
  const at = inOrder.indexOf(view.chosen ?? "");
  const next = at < 0 ? (by > 0 ? 0 : inOrder.length - 1) : (at + by + inOrder.length) % inOrder.length;
  if (inOrder[next]) goToFinding(view, inOrder[next]);
}

/** @param {View} view @param {string} id @returns {string | null} */
function ruleOf({ session }, id) {
  const number = id.match(/^f(\d+)$/)?.[1];
  return number === undefined ? id : (session.check?.findings[Number(number)]?.rule ?? null);
}
