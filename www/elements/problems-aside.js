// Records of which no entry could be made: where each stood, why, and all of them as they were.
import { html, nothing } from "lit";
import { download } from "./download.js";
import { placeText } from "./error-text.js";

/** Listed; the file has them all. */
const LISTED = 50;

/** @param {import("./jianyi-problems.js").JianyiProblems} view */
export function problemsAside(view) {
  const { aside, words } = view;
  if (aside.length === 0) return nothing;
  return html`
    <section class="card aside" aria-labelledby="aside">
      <div class="top">
        <h3 id="aside">${words.t("problems.aside")}</h3>
        <button class="button" @click=${() => save(view)}>${words.t("problems.aside.download")}</button>
      </div>
      <p class="quiet-text">${words.t("problems.aside.note", { count: aside.length })}</p>
      <ol class="problems">${aside.slice(0, LISTED).map((record, at) => html`<li>
        <p>${words.localized(record.message, record.messageEn)}</p>
        <p class="where">${placeText(words, record.place)}</p>
        <pre tabindex="0" role="region" aria-label=${`${words.t("problems.aside.text")} ${at + 1}`}>${record.text}</pre>
      </li>`)}</ol>
    </section>
  `;
}

/** @param {import("./jianyi-problems.js").JianyiProblems} view */
async function save(view) {
  try {
    const bytes = await view.ledger?.asideBytes();
    if (bytes) download(`${view.t("problems.aside.file")}.txt`, [bytes], "application/octet-stream");
  } catch (error) {
    view.error = error;
  }
}
