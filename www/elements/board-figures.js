// The figures: how many there are, and every rate with its two counts and what it leaves out.
import { html, nothing } from "lit";
import { dimensionOf, keyLabel, leftOutText, roleLabel } from "../charts/picture.js";
import { explained } from "./explained.js";

/** @typedef {import("../locales/index.js").Catalogue} Catalogue */

/** What no chart or table of the overview filters by. */
const MORE = ["year", "session", "sitting", "form", "key", "livelihood"];

/**
 * @param {import("./jianyi-board.js").JianyiBoard} board
 * @param {any} summary
 */
export function boardFigures(board, summary) {
  const { words } = board;
  const known = summary.rates.filter((/** @type {any} */ rate) => isKnown(rate, summary));
  const unknown = summary.rates.filter((/** @type {any} */ rate) => !isKnown(rate, summary));
  return html`
    <section aria-labelledby="figures">
      <h3 id="figures">${words.t("figures")}</h3>
      ${totals(board, summary)}
      <div class="tiles">
        ${known.map((/** @type {any} */ rate) => tile(board, rate, summary))}
      </div>
      ${unknown.length > 0
        ? html`<p class="quiet-text">${words.t("rates.unknown", { rates: words.list(unknown.map((/** @type {any} */ { id }) => words.label("rate", id))) })}</p>`
        : nothing}
    </section>
  `;
}

/**
 * Whether there is anything to reckon by. Where no rating at all was published, nought of all would be a slander.
 * @param {any} rate
 * @param {any} summary
 */
function isKnown(rate, summary) {
  const isOfAllRatings = rate.id.startsWith("satisfaction") && rate.id.endsWith("-of-all");
  if (isOfAllRatings && dimensionOf(summary, "rating").said.every((/** @type {any} */ { count }) => count === 0)) return false;
  return rate.whole > 0;
}

/**
 * @param {import("./jianyi-board.js").JianyiBoard} board
 * @param {any} summary
 */
function totals(board, summary) {
  const { words } = board;
  return html`
    <div class="card totals">
      <div>
        <h4>${words.t("total")}</h4>
        <p class="value"><strong>${words.number(summary.matching)}</strong> ${words.t("unit.entry")}</p>
      </div>
      <div>
        <h4>${words.t("total.assignments")}</h4>
        <p class="value"><strong>${words.number(summary.assignments)}</strong> ${words.t("unit.assignment")}</p>
      </div>
      ${["kind", "role"].map((dimension) => breakdown(board, summary, dimension))}
      ${more(board, summary)}
      ${summary.withdrawn > 0 ? html`<p class="left-out">${words.t("total.withdrawn", { count: summary.withdrawn })}</p>` : nothing}
    </div>
  `;
}

/**
 * @param {import("./jianyi-board.js").JianyiBoard} board
 * @param {any} summary
 */
function more(board, summary) {
  const said = MORE.filter((name) => dimensionOf(summary, name).said.length > 0);
  if (said.length === 0) return nothing;
  return html`<details class="more"><summary>${board.t("filters.more")}</summary>${said.map((name) => breakdown(board, summary, name))}</details>`;
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
    <div>
    <h4>${words.t(MORE.includes(name) ? `dimension.${name}` : `by.${name}`)}</h4>
    <ul class="breakdown">
      ${groups.map((/** @type {any} */ group) => html`<li>
        <button class="part" aria-pressed=${Boolean(board.filter[name]?.includes(group.key))} @click=${() => board.pick(name, group.key)}>
          ${keyLabel(summary, words, name, group.key)} <b>${words.t(`count.${basis}`, { count: group.count })}</b>
        </button>
      </li>`)}
    </ul>
    </div>
  `;
}

/**
 * @param {import("./jianyi-board.js").JianyiBoard} board
 * @param {any} rate
 * @param {any} summary
 */
function tile(board, rate, summary) {
  const { words } = board;
  const name = words.label("rate", rate.id);
  const leftOut = leftOutText(summary, words, rate.leftOut, rate.basis);
  const roles = words.list(rate.roles.map((/** @type {string} */ role) => roleLabel(summary, words, role)));
  return html`
    <div class="tile" data-rate=${rate.id}>
      <h4>${name}${rate.small ? html` <span class="tag small" title=${words.t("small")}>${words.t("small.mark")}</span>` : nothing}</h4>
      <p class="value"><button class="explain" title=${words.t("rate.explain")} @click=${() => explained(board, rate, name)}>${equation(rate, words)}</button></p>
      <p class="left-out">${words.t(`basis.${rate.basis}`)}${leftOut ? words.t("brackets", { text: leftOut }) : nothing}</p>
      <details>
        <summary>${words.t("source.ask")}</summary>
        <p>${roles ? words.t("rate.roles", { roles }) + words.t("sentence.end") : nothing}${rate.source}</p>
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
  return html`<span class="counts">${words.t("rate.counts", { part, whole })}</span><strong>${percent ?? "—"}</strong>`;
}
