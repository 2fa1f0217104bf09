// Whose figures these are, of which day, by which rules, and what nobody published.
import { html, nothing } from "lit";

/** @typedef {import("../locales/index.js").Catalogue} Catalogue */

/**
 * @param {any} summary
 * @param {Catalogue} words
 */
export function boardHead(summary, words) {
  const { head, profile } = summary;
  return html`
    <header class="head">
      ${head.fictional ? html`<p class="fictional" role="note"><strong>${words.t("fictional")}</strong> ${words.t("fictional.note")}</p>` : nothing}
      <h2>${head.title ?? words.t("title.none")}</h2>
      <p class="facts">
        <span>${head.office ?? words.t("office.none")}</span>
        <span>${head.asOf ? words.t("asOf", { date: words.date(head.asOf) }) : words.t("asOf.none")}</span>
        <span>${words.t("profile.name", { name: words.localized(profile.nameZh, profile.nameEn) })}</span>
      </p>
      ${unpublished(summary, words)}
      ${sources(summary, words)}
    </header>
  `;
}

/**
 * @param {any} summary
 * @param {Catalogue} words
 */
function unpublished(summary, words) {
  const missing = summary.unpublished.filter((/** @type {any} */ { count }) => count > 0);
  if (missing.length === 0) return nothing;
  const items = missing.map((/** @type {any} */ { reason, count }) => words.t("unpublished.item", { field: words.label("field", reason), count }));
  return html`<p class="note unpublished"><strong>${words.t("unpublished")}</strong> ${words.t("unpublished.list")}${items.join(words.t("list.join"))}${words.t("sentence.end")}</p>`;
}

/**
 * What a reader must know, as a card; nothing where there is nothing to say.
 * @param {any} summary
 * @param {Catalogue} words
 */
export function boardNotes({ head }, words) {
  if (head.notes.length === 0) return nothing;
  return html`
    <section aria-labelledby="notes">
      <h3 id="notes">${words.t("notes")}</h3>
      <ul class="card notes">${head.notes.map((/** @type {string} */ note) => html`<li>${note}</li>`)}</ul>
    </section>
  `;
}

/**
 * @param {any} summary
 * @param {Catalogue} words
 */
function sources({ head, profile }, words) {
  if (head.sources.length === 0 && profile.toConfirm.length === 0) return nothing;
  const list = (/** @type {string} */ title, /** @type {string[]} */ items, /** @type {string} */ note = "") =>
    items.length === 0 ? nothing : html`<h3>${title}</h3>${note ? html`<p>${note}</p>` : nothing}<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
  return html`
    <details class="sources">
      <summary>${words.t("about")}</summary>
      ${list(words.t("sources"), head.sources)}
      ${list(words.t("profile.confirm"), profile.toConfirm, words.t("profile.confirm.note"))}
    </details>
  `;
}
