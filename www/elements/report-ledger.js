// The report's figures beside the open ledger's.
import { html, nothing } from "lit";
import { errorText } from "./error-text.js";
import { showSpans } from "./report-ways.js";
import { reviewMark } from "./review-marks.js";

/**
 * @typedef {import("./jianyi-report.js").JianyiReport} View
 * @typedef {import("../review/bindings.js").BoundFigure} BoundFigure
 */

/** What needs a person's eye first. */
const ORDER = ["differs", "unbound", "approximate", "earlier", "agrees"];

/** @param {View} view */
export function reportLedger(view) {
  const { words, bindings, ledger, session } = view;
  if (!ledger) return nothing;
  if (bindings.error) return errorText(words, bindings.error);
  bindings.open(ledger, session.text);
  const { figures } = bindings;
  if (!figures) return html`<p class="quiet-text" role="status">${words.t("report.ledger.loading")}</p>`;
  const states = figures.map((figure) => ({ figure, state: bindings.stateOf(figure) }));
  const count = (/** @type {string} */ state) => states.filter((one) => one.state === state).length;
  return html`
    <section class="card" aria-labelledby="against-title">
      <h3 id="against-title">${words.t("report.panel.ledger")}</h3>
      <p>${words.t("report.ledger.counts", { agrees: count("agrees"), differs: count("differs"), others: states.length - count("agrees") - count("differs") })}</p>
      <p class="quiet-text">${words.t("report.ledger.note")}</p>
      <ul class="list">${ORDER.flatMap((wanted) => states.filter(({ state }) => state === wanted)).map(({ figure, state }) => line(view, figure, state))}</ul>
    </section>
  `;
}

/** @param {View} view @param {BoundFigure} figure @param {string} state */
function line(view, figure, state) {
  const { words, bindings } = view;
  const place = bindings.placeOf(figure);
  const candidate = figure.candidates[place];
  const name = (/** @type {BoundFigure["candidates"][number]} */ one) => [one.kind ? words.t(`kind.${one.kind}`) : "", one.name].filter(Boolean).join("　");
  const filter = candidate?.dimension && candidate.key ? { ...(candidate.kind ? { kind: [candidate.kind] } : {}), [candidate.dimension]: [candidate.key] } : null;
  return html`<li class="equation bound">
    <p><button class="link" lang="zh-CN" @click=${() => showSpans(view, [figure.span])}>${figure.label} ${figure.printed}</button> ${reviewMark(words, "bound", state)}</p>
    ${candidate ? html`<p class="pair"><span>${words.t("report.ledger.says")}</span><span lang="zh-CN"><strong>${candidate.printed}</strong>
      ${figure.candidates.length > 1
        ? html`<select class="field" aria-label=${words.t("report.ledger.statistic", { figure: `${figure.label} ${figure.printed}` })} @change=${(/** @type {any} */ event) => bindings.choose(figure, Number(event.target.value))}>
            ${figure.candidates.map((one, at) => html`<option value=${at} ?selected=${at === place}>${name(one)} ${one.printed}</option>`)}</select>`
        : name(candidate)}</span></p>` : nothing}
    ${filter ? html`<p class="acts"><button class="button quiet" @click=${() => view.tell("jianyi-filter", { filter })}>${words.t("draft.entries")}</button></p>` : nothing}
  </li>`;
}
