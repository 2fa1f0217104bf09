// What was not checked, so that silence is not taken for correctness; and what damaged digits may have been.
import { html, nothing } from "lit";
import { showFigures, showSpans } from "./report-ways.js";

/**
 * @typedef {import("./jianyi-report.js").JianyiReport} View
 * @typedef {import("../engine.js").ReportAudit} ReportAudit
 */

/** So many readings are offered; more would help nobody to choose. */
const OFFERED = 5;
/** Characters shown on each side of a number. */
const AROUND = 12;

/** @param {View} view @param {ReportAudit} audit @param {import("../review/figures.js").FigureState[]} states */
export function reportRest(view, { figures, unread }, states) {
  const { words, session } = view;
  const loose = figures.map((figure, at) => ({ figure, at })).filter(({ at }) => states[at] === "loose");
  const line = (/** @type {string} */ id, /** @type {[number, number]} */ span, /** @type {() => void} */ show) => html`
    <li class="place" id=${id} tabindex="-1"><span lang="zh-CN">${around(session.text, span)}</span> <button class="button" @click=${show}>${words.t("review.locate")}</button></li>`;
  return html`
    <section class="card" aria-labelledby="loose-title">
      <h3 id="loose-title">${words.t("figure.loose.list")}</h3>
      <p class="quiet-text">${words.t(loose.length > 0 ? "report.coverage.note" : "report.unread.none")}</p>
      <ul class="list">${loose.map(({ figure, at }) => line(`loose-${at}`, figure.span, () => showFigures(view, [at])))}</ul>
    </section>
    <section class="card" aria-labelledby="unread-title">
      <h3 id="unread-title">${words.t("report.unread")}</h3>
      <p class="quiet-text">${words.t(unread.length > 0 ? "report.unread.note" : "report.unread.none")}</p>
      <ul class="list">${unread.map((span, at) => line(`unread-${at}`, span, () => showSpans(view, [span])))}</ul>
    </section>
  `;
}

/** @param {View} view @param {ReportAudit} audit */
export function reportReadings(view, { readings }) {
  const { words, session } = view;
  const taken = session.undo.length > 0 ? html`<p class="acts notice" role="status">${words.t("report.reading.taken")} <button class="button" @click=${() => session.unrestore()}>${words.t("report.reading.undo")}</button></p>` : nothing;
  if (readings.length === 0) return taken;
  return html`
    ${taken}
    <section class="card readings" aria-labelledby="readings-title">
      <h3 id="readings-title">${words.t("report.readings")}</h3>
      <p class="quiet-text">${words.t("report.readings.note")}</p>
      ${readings.slice(0, OFFERED).map((reading) => html`
        <div class="reading">
          <p><strong>${words.t(reading.unique ? "report.reading.unique" : "report.reading.possible")}</strong></p>
          <ul>${reading.restored.map(({ span, words: restored }) => html`<li lang="zh-CN"><button class="link" @click=${() => showSpans(view, [span])}><del>${session.text.slice(...span)}</del></button> → <ins>${restored}</ins></li>`)}</ul>
          <button class="button" @click=${() => session.restoreReading(reading)}>${words.t("report.reading.take")}</button>
        </div>`)}
    </section>
  `;
}

/** @param {string} text @param {[number, number]} span */
function around(text, [start, end]) {
  const line = (/** @type {string} */ part) => part.replace(/\s+/g, " ");
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  return html`${from > 0 ? "…" : ""}${line(text.slice(from, start))}<strong>${line(text.slice(start, end))}</strong>${line(text.slice(end, to))}${to < text.length ? "…" : ""}`;
}
