// The outcome classes with their sub-classes: meaning, count and share.
import { html, nothing } from "lit";
import { classColour } from "../charts/outcome-series.js";
import { dimensionOf, keyLabel, leftOutText } from "../charts/picture.js";
import { equation } from "./board-figures.js";

/** @typedef {import("../locales/index.js").Catalogue} Catalogue */

/**
 * @param {import("./jianyi-board.js").JianyiBoard} board
 * @param {any} summary
 */
export function boardOutcomes(board, summary) {
  const { words } = board;
  const classes = dimensionOf(summary, "outcome");
  const unit = words.t(`unit.${classes.basis}`);
  const leftOut = leftOutText(summary, words, classes.leftOut, classes.basis);
  if (classes.said.length === 0) {
    return html`<section aria-labelledby="outcomes"><h3 id="outcomes">${words.t("outcomes")}</h3>
      <p class="card quiet-text">${summary.matching === 0 ? words.t("empty.filter") : words.t("outcomes.none")}</p></section>`;
  }
  const groups = classes.unsaid ? [...classes.said, classes.unsaid] : classes.said;
  return html`
    <section aria-labelledby="outcomes">
      <h3 id="outcomes">${words.t("outcomes")}</h3>
      <div class="card outcomes">
        <div class="strip" aria-hidden="true">
          ${classes.said.filter((/** @type {any} */ group) => group.count > 0).map((/** @type {any} */ group) => html`<span .style=${`flex-grow:${group.count};background:var(--jianyi-${classColour(summary, group.key)})`}></span>`)}
        </div>
        <table>
          <thead><tr>
            <th scope="col">${words.t("outcomes.class")}</th>
            <th scope="col" class="number">${words.t("table.count", { unit })}</th><th scope="col" class="number">${words.t("outcomes.share")}</th>
          </tr></thead>
          <tbody>
            ${groups.flatMap((/** @type {any} */ group) => [classRow(board, summary, "outcome", group), ...subclasses(summary, group.key).map((mark) => classRow(board, summary, "mark", mark))])}
          </tbody>
        </table>
        <p class="quiet-text">${words.t(`basis.${classes.basis}`)}${leftOut ? words.t("brackets", { text: leftOut }) : nothing}${words.t("sentence.end")}</p>
      </div>
    </section>
  `;
}

/**
 * The sub-classes of a class that occur.
 * @param {any} summary
 * @param {string} key
 * @returns {any[]}
 */
function subclasses(summary, key) {
  const isOwn = (/** @type {string} */ mark) => mark !== key && summary.profile.marks.some((/** @type {any} */ known) => known.mark === mark && known.class === key);
  return dimensionOf(summary, "mark").said.filter((/** @type {any} */ group) => isOwn(group.key));
}

/**
 * @param {import("./jianyi-board.js").JianyiBoard} board
 * @param {any} summary
 * @param {"outcome" | "mark"} dimension
 * @param {any} group
 */
function classRow(board, summary, dimension, group) {
  const { words } = board;
  const mark = summary.profile.marks.find((/** @type {any} */ known) => known.mark === group.key);
  const chosen = Boolean(board.filter[dimension]?.includes(group.key));
  const meaning = mark ? words.localized(mark.label, words.label("meaning", mark.meaning)) : "";
  return html`
    <tr class="${dimension} ${chosen ? "chosen" : ""}" data-mark=${group.key}>
      <th scope="row">
        <button class="row" aria-pressed=${chosen} @click=${() => board.pick(dimension, group.key)}>
          ${dimension === "outcome" ? html`<span class="swatch" aria-hidden="true" .style=${`background:var(--jianyi-${classColour(summary, group.key)})`}></span>` : nothing}
          ${dimension === "mark" ? words.t("outcome.mark", { mark: group.key }) : keyLabel(summary, words, dimension, group.key)}
        </button>
        <span class="meaning">${meaning}</span>
      </th>
      <td class="number">${words.number(group.count)}</td>
      <td class="number">${group.share ? equation(group.share, words) : "—"}</td>
    </tr>
  `;
}
