// The charts that the ledger has figures for, and the names of those it has none for.
import { html, nothing } from "lit";
import { pictures } from "../charts/index.js";

/**
 * @param {import("./jianyi-board.js").JianyiBoard} board
 * @param {any} summary
 */
export function boardCharts(board, summary) {
  const { words } = board;
  const all = picturesOf(summary, words);
  const drawn = all.filter(({ empty }) => !empty);
  const silent = all.filter(({ empty }) => empty);
  const pick = (/** @type {CustomEvent} */ event) => {
    event.stopPropagation();
    board.pick(event.detail.dimension, event.detail.key);
  };
  const isFilteredAway = summary.entries > 0 && summary.matching === 0;
  return html`
    <section aria-labelledby="charts">
      <h3 id="charts">${words.t("charts")}</h3>
      <div class="charts" @jianyi-pick=${pick}>
        ${drawn.map((picture) => html`<jianyi-chart data-chart=${picture.id} .picture=${picture} .summary=${summary} .filter=${board.answered} .theme=${board.look()} .locale=${words.locale}></jianyi-chart>`)}
      </div>
      ${silent.length === 0
        ? nothing
        : html`<p class="card silent quiet-text">${isFilteredAway
            ? words.t("empty.filter")
            : summary.entries === 0
              ? words.t("empty.ledger")
              : words.t("charts.unpublished", { charts: words.list(silent.map(({ title }) => title)) })}</p>`}
    </section>
  `;
}

/** @type {{ summary: any, words: any, pictures: import("../charts/picture.js").Picture[] }} */
let last = { summary: null, words: null, pictures: [] };

/**
 * The pictures of a summary, the same ones as long as it is shown: what has not changed is not drawn again.
 * @param {any} summary
 * @param {import("../locales/index.js").Catalogue} words
 */
function picturesOf(summary, words) {
  if (last.summary !== summary || last.words !== words) last = { summary, words, pictures: pictures(summary, words) };
  return last.pictures;
}
