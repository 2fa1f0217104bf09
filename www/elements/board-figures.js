// The figures: how many there are, and every rate with its two counts and what it leaves out.
import { html, nothing } from "lit";
import { dimensionOf, keyLabel, leftOutText, roleLabel } from "../charts/picture.js";

/** @typedef {import("../locales/index.js").Catalogue} Catalogue */

/**
 * @param {import("./jianyi-board.js").JianyiBoard} board
 * @param {any} summary
 */
export function boardFigures(board, summary) {
  const { words } = board;
  const known = summary.rates.filter((/** @type {any} */ rate) => rate.whole > 0);
  const unknown = summary.rates.filter((/** @type {any} */ rate) => rate.whole === 0);
  return html`
    <section aria-labelledby="figures">
      <h3 id="figures">${words.t("figures")}</h3>
      <div class="tiles">
        ${totals(board, summary)}
        ${known.map((/** @type {any} */ rate) => tile(rate, summary, words))}
      </div>
      ${unknown.length > 0
        ? html`<p class="quiet-text">${words.t("rates.unknown", { rates: words.list(unknown.map((/** @type {any} */ { id }) => words.label("rate", id))) })}</p>`
        : nothing}
    </section>
  `;
}

/**
 * @param {import("./jianyi-board.js").JianyiBoard} board
 * @param {any} summary
 */
function totals(board, summary) {
  const { words } = board;
  return html`
    <div class="tile totals">
      <h4>${words.t("total")}</h4>
      <p class="value"><strong>${words.number(summary.matching)}</strong> ${words.t("unit.entry")}</p>
      <p class="equation">${words.t("total.assignments")}${words.t("colon")}${words.t("count.assignment", { count: summary.assignments })}</p>
      ${summary.withdrawn > 0 ? html`<p class="left-out">${words.t("total.withdrawn", { count: summary.withdrawn })}</p>` : nothing}
      ${["kind", "role"].map((dimension) => breakdown(board, summary, dimension))}
    </div>
  `;
}

/**
 * @param {import("./jianyi-board.js").JianyiBoard} board
 * @param {any} summary
 * @param {string} name
 */
function breakdown(board, summary, name) {
  const { words } = board;
  const { said, unsaid, basis } = dimensionOf(summary, name);
  const groups = unsaid ? [...said, unsaid] : said;
  if (groups.length === 0) return nothing;
  return html`
    <ul class="breakdown" aria-label=${words.t(`dimension.${name}`)}>
      ${groups.map((/** @type {any} */ group) => html`<li>
        <button class="part" aria-pressed=${Boolean(board.filter[name]?.includes(group.key))} @click=${() => board.pick(name, group.key)}>
          ${keyLabel(summary, words, name, group.key)} <b>${words.t(`count.${basis}`, { count: group.count })}</b>
        </button>
      </li>`)}
    </ul>
  `;
}

/**
 * @param {any} rate
 * @param {any} summary
 * @param {Catalogue} words
 */
function tile(rate, summary, words) {
  const leftOut = leftOutText(summary, words, rate.leftOut, rate.basis);
  const roles = words.list(rate.roles.map((/** @type {string} */ role) => roleLabel(summary, words, role)));
  return html`
    <div class="tile" data-rate=${rate.id}>
      <h4>${words.label("rate", rate.id)}${rate.small ? html` <span class="tag small" title=${words.t("small")}>${words.t("small.mark")}</span>` : nothing}</h4>
      <p class="value">${equation(rate, words)}</p>
      <p class="left-out">${words.t(`basis.${rate.basis}`)}${leftOut ? words.t("brackets", { text: leftOut }) : nothing}</p>
      <details>
        <summary>${words.t("source.ask")}</summary>
        <p>${words.t("rate.roles", { roles })}${words.t("sentence.end")}${rate.source}</p>
        ${rate.small ? html`<p>${words.t("small")}${words.t("sentence.end")}</p>` : nothing}
      </details>
    </div>
  `;
}

/**
 * A share or rate with its two counts: `2/3 = 66.67%`.
 * @param {{ part: number, whole: number, percent?: string | null }} share
 * @param {Catalogue} words
 */
export function equation({ part, whole, percent }, words) {
  return html`<span class="counts">${words.number(part)}/${words.number(whole)} = </span><strong>${percent ?? "—"}</strong>`;
}
