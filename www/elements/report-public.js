// The report's figures beside the counts of a public data set.
import { html, nothing } from "lit";
import { readPublicData } from "../review/public-data.js";
import { reviewMark } from "./review-marks.js";
import { showFigures } from "./report-ways.js";
import { fileButton } from "./review-parts.js";

/** @typedef {import("./jianyi-report.js").JianyiReport} View */

/** What needs a person's eye first. */
const ORDER = ["differs", "unbound", "agrees"];

/** @param {View} view @param {import("../engine.js").ReportAudit} audit */
export function reportPublic(view, { figures, published }) {
  const { words, session } = view;
  const open = async (/** @type {File} */ file) => {
    const read = await readPublicData(file);
    view.publicFault = "fault" in read ? read.fault : null;
    if ("text" in read) await session.put("published", { text: read.text, name: file.name });
  };
  const fault = view.publicFault ?? (published?.fault ? "no-summary" : null);
  const choose = fileButton(words.t("report.public.file"), ".json,.zip,application/json,application/zip", open);
  if (!published || published.fault) {
    return html`<section class="card" aria-labelledby="public-title">
      <h3 id="public-title">${words.t("report.panel.public")}</h3>
      <p class="quiet-text">${words.t("report.public.intro")}</p>
      ${fault ? html`<div class="error" role="alert"><p><strong>${words.t(`report.public.${fault}`)}</strong></p></div>` : nothing}
      <p class="acts">${choose}</p>
    </section>`;
  }
  const count = (/** @type {string} */ state) => published.figures.filter((figure) => figure.state === state).length;
  return html`<section class="card" aria-labelledby="public-title">
    <h3 id="public-title">${words.t("report.panel.public")}</h3>
    ${fault ? html`<div class="error" role="alert"><p><strong>${words.t(`report.public.${fault}`)}</strong></p></div>` : nothing}
    <p lang="zh-CN"><strong>${published.title || session.published?.name}</strong> ${published.asOf}</p>
    <p class="quiet-text">${words.t("report.public.holds", { entries: published.entries, withheld: published.withheld })}</p>
    <p>${words.t("report.public.counts", { agrees: count("agrees"), differs: count("differs"), unbound: count("unbound") })}</p>
    <ul class="list">${ORDER.flatMap((state) => published.figures.filter((figure) => figure.state === state)).map((one) => html`
      <li class="equation bound beside" tabindex="-1" data-figures=${one.figure}>
        <p lang="zh-CN"><button class="link" @click=${() => showFigures(view, [one.figure])}>${figures[one.figure].label} ${figures[one.figure].printed}</button> ${reviewMark(words, "public", one.state)}</p>
        ${one.printed ? html`<p class="pair"><span>${words.t("report.public.says")}</span><span lang="zh-CN"><strong>${one.printed}</strong>（${one.names.join("、")}）</span></p>` : nothing}
      </li>`)}</ul>
    <p class="acts">${choose}<button class="button quiet" @click=${() => ((view.publicFault = null), session.put("published", null))}>${words.t("report.public.remove")}</button></p>
  </section>`;
}
