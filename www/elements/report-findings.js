// What disagrees in a report, and the equations that were checked.
import { html, nothing } from "lit";
import { equationWords, figuresOf } from "../review/figures.js";
import { reviewMark } from "./review-marks.js";
import { pair } from "./review-parts.js";
import { showFigures, showSpans } from "./report-ways.js";
import { ruleHelp } from "./rule-help.js";
import { severityMark } from "./state-mark.js";

/**
 * @typedef {import("./jianyi-report.js").JianyiReport} View
 * @typedef {import("../engine.js").ReportAudit} ReportAudit
 */

/** @param {View} view @param {ReportAudit} audit */
export function reportFindings(view, { findings }) {
  const { words } = view;
  return html`
    <section class="card" aria-labelledby="findings-title">
      <h3 id="findings-title">${words.t("report.findings")}${findings.length > 0 ? html` <span class="count">${words.number(findings.length)}</span>` : nothing}</h3>
      ${findings.length === 0 ? html`<p class="quiet-text">${words.t("report.findings.none")}</p>` : nothing}
      <ul class="list">${findings.map((finding, at) => {
        const rule = view.rules.get(finding.rule);
        const isOpen = view.opened.has(at);
        return html`<li class="finding" id="finding-${at}" tabindex="-1">
          <p>${severityMark(words, finding.severity)} <strong lang="zh-CN">${finding.message}</strong></p>
          ${pair(words.t("review.expected"), finding.expected)}${pair(words.t("review.actual"), finding.actual)}${pair(words.t("review.basis"), finding.basis)}
          <p class="acts">
            ${finding.spans.length > 0 ? html`<button class="button" @click=${() => showSpans(view, finding.spans)}>${words.t("review.locate")}</button>` : nothing}
            ${rule ? html`<button class="button quiet" aria-expanded=${isOpen} @click=${() => view.toggle(at)}>${words.localized(rule.summary, rule.english)}</button>` : nothing}
          </p>
          ${isOpen && rule ? ruleHelp(words, rule) : nothing}
        </li>`;
      })}</ul>
    </section>
  `;
}

/** @param {View} view @param {ReportAudit} audit */
export function reportEquations(view, { equations, figures }) {
  const { words } = view;
  const inOrder = equations.map((equation, at) => ({ equation, at })).sort((a, b) => Number(a.equation.holds) - Number(b.equation.holds));
  return html`
    <section class="card" aria-labelledby="equations-title">
      <h3 id="equations-title">${words.t("report.equations")}</h3>
      ${equations.length === 0 ? html`<p class="quiet-text">${words.t("report.equations.none")}</p>` : nothing}
      <ul class="list">${inOrder.map(({ equation, at }) => {
        const { left, sign, right } = equationWords(equation, figures, words);
        return html`<li class="equation" id="equation-${at}" tabindex="-1">
          <p><button class="link" aria-label="${words.t("review.locate")} ${left} ${sign} ${right}" @click=${() => showFigures(view, figuresOf(equation))}>${left} ${sign} ${right}</button></p>
          <p class="kind">${reviewMark(words, "equation", equation.holds ? "holds" : "broken")}<span class="quiet-text">${words.t(`equation.kind.${equation.kind}`)}</span></p>
        </li>`;
      })}</ul>
    </section>
  `;
}
