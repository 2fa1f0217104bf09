// Ways between the report and its equations, the same by mouse and by keyboard.
import { figuresOf } from "../review/figures.js";
import { goToPiece } from "./marked-text.js";

/** @typedef {import("./jianyi-report.js").JianyiReport} View */

/**
 * From a figure of the text to what is said of it: its line where the report stands beside another source, else a finding, else an equation, else the list of what was not checked.
 *
 * @param {View} view
 * @param {string} id `g` and the number of a figure, `u` and that of a number set aside
 */
export async function goToFigure(view, id) {
  const { audit } = view.session;
  if (!audit) return;
  const number = Number(id.slice(1));
  [view.chosen, view.chosenUnread] = id.startsWith("g") ? [new Set([number]), -1] : [new Set(), number];
  const beside = `.beside[data-figures~="${number}"]`;
  const isBeside = id.startsWith("g") && view.renderRoot.querySelector(beside) !== null;
  const target = isBeside ? beside : id.startsWith("u") ? aboutUnread(audit, number) : about(audit, number);
  if (!isBeside) view.panel = /^#(unread|loose)/.test(target) ? "rest" : "findings";
  await view.updateComplete;
  const line = /** @type {HTMLElement | null} */ (view.renderRoot.querySelector(target));
  line?.scrollIntoView({ block: "center" });
  line?.focus({ preventScroll: true });
}

/** To figures of the text. @param {View} view @param {number[]} figures by index */
export async function showFigures(view, figures) {
  [view.chosen, view.chosenUnread] = [new Set(figures), -1];
  await view.updateComplete;
  const [first] = figures;
  if (first !== undefined) goToPiece(view.renderRoot, `.hit[data-ids~="g${first}"]`);
}

/** To any place of the text: the figures in it, or the number that was set aside. @param {View} view @param {[number, number][]} spans */
export async function showSpans(view, spans) {
  const { figures = [], unread = [] } = view.session.audit ?? {};
  const meets = (/** @type {[number, number]} */ one) => spans.some(([start, end]) => one[0] < end && start < one[1]);
  const met = figures.flatMap(({ span }, at) => (meets(span) ? [at] : []));
  if (met.length > 0) return showFigures(view, met);
  [view.chosen, view.chosenUnread] = [new Set(), unread.findIndex(meets)];
  await view.updateComplete;
  goToPiece(view.renderRoot, `.hit[data-ids~="u${view.chosenUnread}"]`);
}

/**
 * The finding that speaks of this place; below 0 where there is none.
 * @param {import("../engine.js").ReportAudit} audit @param {[number, number]} span
 */
export function findingAt({ findings }, [from, to]) {
  return findings.findIndex(({ spans }) => spans.some(([start, end]) => from < end && start < to));
}

/** @param {import("../engine.js").ReportAudit} audit @param {number} figure */
function about(audit, figure) {
  const finding = findingAt(audit, audit.figures[figure].span);
  if (finding >= 0) return `#finding-${finding}`;
  const equation = audit.equations.findIndex((one) => figuresOf(one).includes(figure));
  return equation >= 0 ? `#equation-${equation}` : `#loose-${figure}`;
}

/** @param {import("../engine.js").ReportAudit} audit @param {number} unread */
function aboutUnread(audit, unread) {
  const finding = findingAt(audit, audit.unread[unread]);
  return finding < 0 ? `#unread-${unread}` : `#finding-${finding}`;
}
