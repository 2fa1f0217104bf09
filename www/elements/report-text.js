// The report with its figures coloured by how they stand.
import { html } from "lit";
import { markedText } from "./marked-text.js";
import { findingAt, goToFigure } from "./report-ways.js";

/** The gravest first. */
const STATES = ["broken", "unread", "loose", "holds"];

/**
 * @param {import("./jianyi-report.js").JianyiReport} view
 * @param {import("../engine.js").ReportAudit} audit
 * @param {import("../review/figures.js").FigureState[]} states
 */
export function reportText(view, audit, states) {
  const { words, session } = view;
  const label = (/** @type {string} */ state) => words.t(`figure.${state}`);
  const figures = audit.figures.map(({ span }, at) => ({ span, id: `g${at}`, tone: states[at], label: label(states[at]), chosen: view.chosen.has(at) }));
  const unread = audit.unread.map((span, at) => {
    const tone = findingAt(audit, span) < 0 ? "unread" : "broken";
    return { span, id: `u${at}`, tone, label: label(tone), chosen: view.chosenUnread === at };
  });
  const layers = [...figures, ...unread].sort((a, b) => STATES.indexOf(a.tone) - STATES.indexOf(b.tone));
  return html`
    <div class="card letter">
      <h3>${words.t("report.text")}</h3>
      <p class="legend" role="group" aria-label=${words.t("report.legend")}>${["holds", "broken", "loose", "unread"].map((state) => html`<span class="hit tone-${state}">${label(state)}</span>`)}</p>
      <div class="paper" lang="zh-CN" tabindex="0" role="region" aria-label=${words.t("report.text")}>${markedText(session.text, layers, (id) => goToFigure(view, id))}</div>
    </div>
  `;
}
