// The report beside last year's: what it says of the year before, and figures of one label.
import { html, nothing } from "lit";
import { LONGEST, readText, takeText } from "../review/read-text.js";
import { goToPiece, markedText } from "./marked-text.js";
import { reviewMark } from "./review-marks.js";
import { showFigures } from "./report-ways.js";
import { fileButton, textFault } from "./review-parts.js";

/**
 * @typedef {import("./jianyi-report.js").JianyiReport} View
 * @typedef {NonNullable<import("../engine.js").ReportAudit["lastYear"]>} LastYear
 * @typedef {LastYear["claims"][number]} Claim
 */

/** What needs a person's eye first. */
const ORDER = ["differs", "unmatched", "agrees"];

/** @param {View} view @param {import("../engine.js").ReportAudit} audit */
export function reportLastYear(view, audit) {
  const { lastYear } = audit;
  return lastYear ? beside(view, audit, lastYear) : asking(view);
}

/** @param {View} view */
function asking(view) {
  const { words } = view;
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const text = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("last-year") ?? "");
    give(view, takeText(text, LONGEST.report), "");
  };
  const open = async (/** @type {File} */ file) => give(view, await readText(file, LONGEST.report), file.name);
  return html`
    <form class="card input" @submit=${submit} aria-labelledby="last-year-title">
      <h3 id="last-year-title">${words.t("report.panel.last-year")}</h3>
      <p class="quiet-text">${words.t("report.last-year.intro")}</p>
      ${textFault(words, view.otherFault)}
      <label>${words.t("report.last-year.text")} <textarea class="field" name="last-year" rows="6" lang="zh-CN" spellcheck="false"></textarea></label>
      <p class="acts"><button class="button primary" ?disabled=${view.session.isChecking}>${words.t("report.last-year.check")}</button>
        ${fileButton(words.t("review.file"), ".txt,.docx,.html,.htm,text/plain,text/html", open)}</p>
    </form>`;
}

/** @param {View} view @param {import("../review/read-text.js").ReadText} read @param {string} name */
async function give(view, read, name) {
  view.otherFault = "fault" in read ? read.fault : null;
  if ("fault" in read) return;
  await view.session.put("lastYear", { text: read.text, name });
}

/** @param {View} view @param {import("../engine.js").ReportAudit} audit @param {LastYear} lastYear */
function beside(view, audit, lastYear) {
  const { words, session } = view;
  const { claims, same, unmatched, unmatchedOthers, year, otherYear } = lastYear;
  const count = (/** @type {string} */ state) => claims.filter((claim) => claim.state === state).length;
  const isOdd = year !== null && otherYear !== null && otherYear !== year - 1;
  const others = (/** @type {number[]} */ places) => several(places.map((at) => other(view, lastYear, at)));
  const own = (/** @type {number[]} */ places) => several(places.map((at) => figure(view, audit, at)));
  return html`
    <section class="card" aria-labelledby="last-year-title">
      <h3 id="last-year-title">${words.t("report.panel.last-year")}</h3>
      <p>${session.lastYear?.name ? html`<span lang="zh-CN">${session.lastYear.name}</span> ` : nothing}<button class="button quiet" @click=${() => session.put("lastYear", null)}>${words.t("report.last-year.another")}</button></p>
      ${isOdd ? html`<p class="notice" role="status">${words.t("report.last-year.odd", { year: String(year), other: String(otherYear) })}</p>` : nothing}
      <p>${words.t("report.last-year.counts", { agrees: count("agrees"), differs: count("differs"), unmatched: count("unmatched") })}</p>
      <ul class="list">${ORDER.flatMap((state) => claims.filter((claim) => claim.state === state)).map((claim) => html`
        <li class="equation bound beside" tabindex="-1" data-figures="${claim.told} ${claim.of}">
          <p lang="zh-CN">${figure(view, audit, claim.told)} ${reviewMark(words, "year", claim.state)}</p>
          <p class="pair"><span>${words.t("report.last-year.of")}</span><span lang="zh-CN">${figure(view, audit, claim.of)}</span></p>
          ${claim.others.length > 0 ? html`<p class="pair"><span>${words.t("report.last-year.says")}</span><span lang="zh-CN">${others(claim.others)}</span></p>` : nothing}
          ${claim.expected ? html`<p class="pair"><span>${words.t("review.expected")}</span><strong lang="zh-CN">${claim.expected}</strong></p>` : nothing}
        </li>`)}</ul>
    </section>
    <section class="card" aria-labelledby="same-title">
      <h3 id="same-title">${words.t("report.last-year.same")}</h3>
      ${same.length === 0 ? html`<p class="quiet-text">${words.t("report.last-year.same.none")}</p>` : html`
      <div class="scroll" role="region" tabindex="0" aria-label="${words.t("report.last-year.this")} ${words.t("report.last-year.last")}"><table>
        <thead><tr><th scope="col">${words.t("report.last-year.this")}</th><th scope="col">${words.t("report.last-year.last")}</th><th scope="col">${words.t("report.last-year.change")}</th></tr></thead>
        <tbody>${same.map((one) => html`<tr class="beside" tabindex="-1" data-figures=${one.figures.join(" ")}><td lang="zh-CN">${own(one.figures)}</td><td lang="zh-CN">${others(one.others)}</td><td>${one.change ?? words.t("report.last-year.several")}</td></tr>`)}</tbody>
      </table></div>`}
    </section>
    ${unmatched.length + unmatchedOthers.length > 0 ? html`<section class="card" aria-labelledby="unmatched-title">
      <h3 id="unmatched-title">${words.t("report.last-year.unmatched")}</h3>
      <p class="quiet-text">${words.t("report.last-year.unmatched.note")}</p>
      ${unmatched.length > 0 ? html`<p class="pair"><span>${words.t("report.last-year.this")}</span><span lang="zh-CN">${own(unmatched)}</span></p>` : nothing}
      ${unmatchedOthers.length > 0 ? html`<p class="pair"><span>${words.t("report.last-year.last")}</span><span lang="zh-CN">${others(unmatchedOthers)}</span></p>` : nothing}
    </section>` : nothing}
    <div class="card letter">
      <h3 id="last-text-title">${words.t("report.last-year.text")}</h3>
      <div class="paper" lang="zh-CN" tabindex="0" role="region" aria-labelledby="last-text-title">${lastText(view, lastYear)}</div>
    </div>
  `;
}

/** @param {View} view @param {LastYear} lastYear */
function lastText(view, lastYear) {
  const { words, session } = view;
  const wanted = new Set(lastYear.claims.filter(({ state }) => state === "differs").flatMap(({ others }) => others));
  const matched = new Set([...lastYear.same, ...lastYear.claims].flatMap(({ others }) => others));
  const layers = lastYear.figures.map(({ span }, at) => {
    const tone = wanted.has(at) ? "broken" : matched.has(at) ? "holds" : "loose";
    return { span, id: `l${at}`, tone, label: words.t(`report.last-year.tone.${tone}`), chosen: view.chosenOther === at };
  });
  return markedText(session.lastYear?.text ?? "", layers, (id) => backFrom(view, lastYear, Number(id.slice(1))));
}

/** From a figure of last year's report to the figures of this year's that it stands beside. @param {View} view @param {LastYear} lastYear @param {number} at */
async function backFrom(view, { same, claims }, at) {
  view.chosenOther = at;
  const found = [...same.filter(({ others }) => others.includes(at)).flatMap(({ figures }) => figures), ...claims.filter(({ others }) => others.includes(at)).map(({ told }) => told)];
  if (found.length > 0) await showFigures(view, [...new Set(found)]);
}

/** @param {View} view @param {import("../engine.js").ReportAudit} audit @param {number} at */
function figure(view, { figures }, at) {
  const { label, printed } = figures[at];
  return html`<button class="link" @click=${() => showFigures(view, [at])}>${label} ${printed}</button>`;
}

/** @param {View} view @param {LastYear} lastYear @param {number} at */
function other(view, { figures }, at) {
  const { label, printed } = figures[at];
  const show = async () => {
    view.chosenOther = at;
    await view.updateComplete;
    goToPiece(view.renderRoot, `.hit[data-ids~="l${at}"]`);
  };
  return html`<button class="link" @click=${show}>${label} ${printed}</button>`;
}

/** @param {import("lit").TemplateResult[]} parts */
function several(parts) {
  return parts.map((part, at) => (at === 0 ? part : html`、${part}`));
}
