// Choosing an entry of the open ledger, whose letter is then checked beside its own suggestion and history.
import { html, nothing } from "lit";
import { errorText } from "./error-text.js";
import { chooseEntry } from "./reply-intake.js";

/** So many are offered at once. */
const OFFERED = 12;

/** @typedef {import("./jianyi-reply.js").JianyiReply} View */

/** @param {View} view */
export function replyEntries(view) {
  const { words, ledger, entries } = view;
  if (!ledger) return nothing;
  const search = (/** @type {any} */ event) => find(view, event.target.value);
  return html`
    <section class="card entries" aria-labelledby="entries-title">
      <h3 id="entries-title">${words.t("reply.entries")}</h3>
      <label class="search"><span class="visually-hidden">${words.t("reply.entries.search")}</span>
        <input class="field" type="search" autocomplete="off" placeholder=${words.t("reply.entries.search")} @input=${search} @focus=${search}>
      </label>
      ${view.entryError ? errorText(words, view.entryError) : nothing}
      ${entries ? html`<ul class="offers" role="list">${entries.map(({ id, number, title, repliedOn }) => html`<li><button class="sample" @click=${() => chooseEntry(view, id)}>
        <strong lang="zh-CN">${title ?? words.t("entry.untitled")}</strong>
        <span>${words.list([number ?? words.t("entry.unnumbered"), repliedOn ? words.t("reply.entries.replied", { day: words.date(repliedOn) }) : words.t("reply.entries.open")])}</span>
      </button></li>`)}</ul>` : nothing}
      ${entries?.length === 0 ? html`<p class="quiet-text">${words.t("reply.entries.none")}</p>` : nothing}
    </section>
  `;
}

/** Offers the entries whose text has these words, the answered ones first. @param {View} view @param {string} text */
async function find(view, text) {
  if (!view.ledger) return;
  const rows = await view.ledger.rows({ filter: text.trim() ? { text: text.trim() } : {}, count: 200 });
  const isAnswered = (/** @type {import("../engine.js").Row} */ { repliedOn }) => Number(Boolean(repliedOn));
  view.entries = rows.sort((a, b) => isAnswered(b) - isAnswered(a)).slice(0, OFFERED);
}
