// The first of the entries that the filter lets through, each a way into its history.
import { html, nothing } from "lit";
import { keyLabel } from "../charts/picture.js";
import { seen } from "./unseen.js";

/**
 * @param {import("./jianyi-board.js").JianyiBoard} board
 * @param {any} summary
 */
export function boardEntries(board, summary) {
  const { rows, words } = board;
  if (rows.length === 0) return nothing;
  const title = (/** @type {any} */ row) => seen(row.title) ?? words.t("entry.untitled");
  return html`
    <section aria-labelledby="entries">
      <h3 id="entries">${words.t("list.title")}</h3>
      <div class="card entries">
        <ol>
          ${rows.map((row) => html`<li>
            <button class="entry" @click=${() => board.tell("jianyi-open-entry", { id: row.id })}>
              <span class="entry-number">${seen(row.number) ?? words.t("entry.unnumbered")}</span>
              <span class="entry-title">${title(row)}</span>
              <span class="entry-facts">${[seen(row.bodies.join(words.t("list.join"))), row.role && keyLabel(summary, words, "role", row.role), row.outcome && words.t("outcome.mark", { mark: row.outcome }), words.label("state", row.state)].filter(Boolean).join(" · ")}</span>
            </button>
          </li>`)}
        </ol>
        ${summary.matching > rows.length ? html`<p class="quiet-text">${words.t("entries.first", { shown: rows.length, count: summary.matching })}</p>` : nothing}
      </div>
    </section>
  `;
}
