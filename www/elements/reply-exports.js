// What leaves the page: the findings for programs, a person's review, the mended letter, the sheet for the file.
import { html, nothing } from "lit";
import { saveDocument } from "../document/save.js";
import { letterDocument, reviewDocument } from "../review/reply-document.js";
import { sarif } from "../review/sarif.js";
import { download, fileName } from "./download.js";
import { fileButton } from "./review-parts.js";

/**
 * @typedef {import("./jianyi-reply.js").JianyiReply} View
 * @typedef {import("../review/standing.js").Standing} Standing
 */

/** @param {View} view @param {Standing} standing */
export function replyExports(view, standing) {
  const { words, session } = view;
  const button = (/** @type {string} */ key, /** @type {() => void} */ act) => html`<button class="button" @click=${act}>${words.t(key)}</button>`;
  return html`
    <details class="card exports">
      <summary><h3>${words.t("review.exports")}</h3></summary>
      <p class="acts">
        ${button("reply.print", () => print())}
        ${button("review.json", () => save(view, "json", resultFile(view, standing)))}
        ${button("review.sarif", () => save(view, "sarif", sarifFile(view, standing)))}
        ${button("reply.export", () => save(view, "review.json", session.reviewFile()))}
        ${fileButton(words.t("reply.import"), ".json,application/json", (file) => view.importReview(file))}
        ${button("reply.document.sheet", () => saveDocument(words.t("sheet.title"), reviewDocument(words, session, standing)))}
        ${button("reply.document.letter", () => saveDocument(nameOf(view), letterDocument(words, session, standing)))}
        ${button("reply.text", () => save(view, "txt", `\ufeff${session.text}`))}
      </p>
      ${view.imported ? html`<p class=${view.imported === "taken" ? "quiet-text" : "notice"} role="status">${words.t(`reply.import.${view.imported}`)}</p>` : nothing}
      <p class="quiet-text">${words.t("reply.exports.note")}</p>
    </details>
  `;
}

/** @param {View} view @param {Standing} standing */
function resultFile({ session }, { verdict, items }) {
  const states = items.map(({ item, state, mark }) => ({ rule: item.id, state, ...(mark ? { mark } : {}) }));
  const { query, check, review, hash } = session;
  return JSON.stringify({ format: "jianyi/reply-check/1", hash, verdict, states, review, check, query }, null, 2);
}

/** @param {View} view @param {Standing} standing */
function sarifFile({ session, rules, words }, { items }) {
  const results = items.flatMap(({ item, findings, mark }) =>
    findings.map(({ finding, waiver, isWaived }) => ({
      finding,
      review: item.state === "confirm",
      waiver: isWaived ? waiver : item.state === "confirm" && mark?.confirmed ? { reason: mark.note || words.t("item.confirmed"), by: mark.by } : undefined,
    })),
  );
  const tried = items.flatMap(({ item }) => rules.get(item.id) ?? []);
  return JSON.stringify(sarif({ name: fileName(session.source.name, "txt"), text: session.text }, results, tried), null, 2);
}

/** @param {View} view @param {string} ending @param {string} content */
function save(view, ending, content) {
  download(fileName(nameOf(view), ending), [content], ending === "txt" ? "text/plain" : "application/json");
}

/** @param {View} view */
function nameOf({ session, words }) {
  return session.check?.fields.title?.value ?? (session.source.name || words.t("reply.title"));
}
