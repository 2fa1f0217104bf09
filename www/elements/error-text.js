// What went wrong, where, and what to do.
import { html, nothing } from "lit";

/** @typedef {import("../locales/index.js").Catalogue} Catalogue */

/**
 * @param {Catalogue} words
 * @param {any} error
 */
export function errorText(words, error) {
  const place = placeText(words, error.place);
  return html`
    <div class="error" role="alert">
      <p><strong>${words.localized(error.message, error.messageEn ?? error.message)}</strong></p>
      <dl>
        ${place ? html`<div><dt>${words.t("error.place")}</dt><dd>${place}</dd></div>` : nothing}
        ${error.value ? html`<div><dt>${words.t("error.value")}</dt><dd><code>${error.value}</code></dd></div>` : nothing}
      </dl>
    </div>
  `;
}

/**
 * A place in a file, in words: 第 3 行，第 14 列（/entries/2/replyDate）.
 * @param {Catalogue} words
 * @param {any} place
 * @returns {string}
 */
export function placeText(words, place) {
  if (!place) return "";
  const has = (/** @type {unknown} */ value) => value !== null && value !== undefined;
  const parts = [
    place.file,
    has(place.sheet) && words.t("place.sheet", { sheet: place.sheet }),
    has(place.entry) && words.t("place.entry", { entry: place.entry + 1 }),
    has(place.row) && words.t("place.row", { row: place.row }),
    has(place.line) && words.t("place.line", { line: place.line }),
    has(place.column) && words.t("place.column", { column: place.column }),
    !has(place.line) && has(place.byte) && words.t("place.byte", { byte: place.byte }),
    place.heading,
    place.pointer,
  ];
  return parts.filter(Boolean).join(words.localized("，", ", "));
}
