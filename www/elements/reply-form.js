// What is checked: the letter, the suggestion that it answers, the history of the handling.
import { html, nothing } from "lit";
import { readApprovals, readConsultations, readList, writeApprovals, writeConsultations } from "../review/history-lines.js";
import { errorText } from "./error-text.js";
import { fileButton, profileOptions, sampleButtons, textFault } from "./review-parts.js";
import { replyBatch } from "./reply-batch.js";
import { replyEntries } from "./reply-entries.js";
import { openSample, submit } from "./reply-intake.js";
import { replyTables } from "./reply-tables.js";

/** @typedef {import("./jianyi-reply.js").JianyiReply} View */

/** @param {View} view */
export function replyForm(view) {
  const { words, session, fault } = view;
  const { query } = session;
  const onSubmit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    submit(view, readForm(new FormData(/** @type {HTMLFormElement} */ (event.target))));
  };
  return html`
    <form class="card input" @submit=${onSubmit} aria-labelledby="reply-title">
      <h2 id="reply-title" tabindex="-1">${words.t("reply.title")}</h2>
      <p class="quiet-text">${words.t("reply.intro")}</p>
      ${textFault(words, fault)}${session.error ? errorText(words, session.error) : nothing}
      <label class="wide">${words.t("reply.letter")}
        <textarea class="field" name="text" rows="11" lang="zh-CN" spellcheck="false" placeholder=${words.t("reply.letter.hint")} .value=${query.text ?? ""}></textarea>
      </label>
      ${suggestion(view)}${history(view)}
      <p class="acts">
        <button class="button primary" ?disabled=${session.isChecking}>${words.t(session.isChecking ? "reply.checking" : "reply.check")}</button>
        ${fileButton(words.t("review.file"), ".txt,.docx,.html,.htm,text/plain,text/html", (file) => view.openFile(file))}
        ${view.editing ? html`<button type="button" class="button" @click=${() => view.stopEditing()}>${words.t("cancel")}</button>` : nothing}
      </p>
    </form>
    ${view.editing ? nothing : html`${replyEntries(view)}${replyBatch(view)}${replyTables(view)}${sampleButtons(words, view.samples, (sample) => openSample(view, sample))}`}
  `;
}

/** @param {View} view */
function suggestion({ words, session }) {
  const { suggestion } = session.query;
  return html`
    <details class="part" ?open=${Boolean(suggestion)}>
      <summary><h3>${words.t("reply.suggestion")}</h3> <span class="quiet-text">${words.t("reply.suggestion.note")}</span></summary>
      <div class="grid">
        ${text(words.t("reply.suggestion.title"), "title", suggestion?.title, "wide")}
        ${text(words.t("reply.suggestion.number"), "number", suggestion?.number)}
        ${text(words.t("reply.suggestion.submitters"), "submitters", suggestion?.submitters?.join("、"))}
        ${area(words.t("reply.suggestion.text"), "suggestion", suggestion?.text, 5)}
        ${area(words.t("reply.suggestion.asks"), "asks", suggestion?.asks?.join("\n"), 3)}
      </div>
    </details>
  `;
}

/** @param {View} view */
function history({ words, session, profiles }) {
  const { history, profile, today } = session.query;
  return html`
    <details class="part" ?open=${Boolean(history || profile)}>
      <summary><h3>${words.t("reply.history")}</h3> <span class="quiet-text">${words.t("reply.history.note")}</span></summary>
      <div class="grid">
        <label class="wide">${words.t("review.profile")} <select class="field" name="profile">${profileOptions(words, profiles, profile)}</select></label>
        ${day(words.t("reply.history.assignedOn"), "assignedOn", history?.assignedOn)}
        ${day(words.t("reply.history.receivedOn"), "receivedOn", history?.receivedOn)}
        ${day(words.t("reply.history.extendedTo"), "extendedTo", history?.extendedTo)}
        ${day(words.t("reply.history.today"), "today", today ?? session.today)}
        ${text(words.t("reply.history.assisting"), "assisting", history?.assisting?.join("、"))}
        ${text(words.t("reply.history.mergedWith"), "mergedWith", history?.mergedWith?.join("、"))}
        ${area(words.t("reply.history.consultations"), "consultations", writeConsultations(history?.consultations ?? []), 3, "half")}
        ${area(words.t("reply.history.approvals"), "approvals", writeApprovals(history?.approvals ?? []), 3, "half")}
        ${text(words.t("reply.history.dissatisfaction"), "dissatisfaction", history?.dissatisfaction, "wide")}
      </div>
    </details>
  `;
}

/** @param {string} label @param {string} name @param {string | null | undefined} value @param {string} [kind] */
function text(label, name, value, kind = "") {
  return html`<label class=${kind}>${label} <input class="field" name=${name} autocomplete="off" .value=${value ?? ""}></label>`;
}

/** @param {string} label @param {string} name @param {string | null | undefined} value */
function day(label, name, value) {
  return html`<label>${label} <input class="field" type="date" name=${name} .value=${value ?? ""}></label>`;
}

/** @param {string} label @param {string} name @param {string | null | undefined} value @param {number} rows @param {string} [kind] */
function area(label, name, value, rows, kind = "wide") {
  return html`<label class=${kind}>${label} <textarea class="field" name=${name} rows=${rows} spellcheck="false" .value=${value ?? ""}></textarea></label>`;
}

/** @param {FormData} form @returns {import("../engine.js").ReplyQuery} without what was left empty */
function readForm(form) {
  const given = (/** @type {string} */ name) => String(form.get(name) ?? "").trim() || undefined;
  const list = (/** @type {string} */ name, /** @type {(text: string) => any[]} */ read) => {
    const items = read(given(name) ?? "");
    return items.length > 0 ? items : undefined;
  };
  const asks = (/** @type {string} */ text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
  return {
    text: String(form.get("text") ?? ""),
    suggestion: unlessEmpty({ title: given("title"), number: given("number"), submitters: list("submitters", readList), text: given("suggestion"), asks: list("asks", asks) }),
    history: unlessEmpty({
      assignedOn: given("assignedOn"),
      receivedOn: given("receivedOn"),
      extendedTo: given("extendedTo"),
      assisting: list("assisting", readList),
      mergedWith: list("mergedWith", readList),
      consultations: list("consultations", readConsultations),
      approvals: list("approvals", readApprovals),
      dissatisfaction: given("dissatisfaction"),
    }),
    profile: given("profile"),
    today: given("today"),
  };
}

/** @template {Record<string, unknown>} T @param {T} pairs @returns {T | undefined} */
function unlessEmpty(pairs) {
  const stated = Object.entries(pairs).filter(([, value]) => value !== undefined);
  return stated.length > 0 ? /** @type {T} */ (Object.fromEntries(stated)) : undefined;
}
