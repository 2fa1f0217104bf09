// Whom to remind, and a random sample to check.
import { html, nothing } from "lit";
import { saveDocument } from "../document/save.js";
import { notice as noticeParts } from "../document/sheet.js";
import { download, fileName } from "./download.js";
import { printAlone } from "./printed.js";
import { seen } from "./unseen.js";

/** @typedef {import("./jianyi-watch.js").JianyiWatch} View */
/** @typedef {import("../generated/desk.js").FollowUpView} FollowUpView */

/** The reminder notice to a body. @param {View} view @param {FollowUpView} follow */
export function reminder(view, follow) {
  const { words, notice } = view;
  const choose = (/** @type {any} */ { target }) => {
    const body = target.value;
    if (body === "") view.notice = null;
    else view.ask(async (ledger) => (view.notice = { body, text: await ledger.reminder(body) }));
  };
  const edit = (/** @type {any} */ { target }) => (view.notice = notice && { ...notice, text: target.value });
  return html`
    <section class="card" aria-labelledby="reminder">
      <h3 id="reminder">${words.t("watch.reminder")}</h3>
      <p class="quiet-text">${words.t("watch.reminder.for")}</p>
      <div class="pickers">
        <label>${words.t("watch.body")} <select class="remind" @change=${choose}>
          <option value="">${words.t("watch.reminder.choose")}</option>
          ${namesOf(follow, "body").map((body) => html`<option value=${body} ?selected=${body === notice?.body}>${seen(body)}</option>`)}
        </select></label>
        ${notice?.text ? html`
          <button class="button" @click=${() => view.copy(notice.text ?? "", "#notice-text")}>${words.t("watch.copy")}</button>
          <button class="button" @click=${() => download(fileName(`${words.t("watch.reminder")}-${notice.body}`, "txt"), [notice.text ?? ""], "text/plain;charset=utf-8")}>${words.t("watch.save")}</button>
          <button class="button print-notice" @click=${() => printAlone(view, { parts: noticeParts(notice.text ?? "") })}>${words.t("watch.print")}</button>
          <button class="button document" @click=${() => saveDocument(`${words.t("watch.reminder")}-${notice.body}`, { parts: noticeParts(notice.text ?? "") })}>${words.t("watch.document")}</button>` : nothing}
      </div>
      ${notice ? (notice.text ? html`<textarea id="notice-text" lang="zh-CN" aria-label=${words.t("watch.reminder.text")} .value=${notice.text} @input=${edit}></textarea>` : html`<p>${words.t("watch.reminder.none")}</p>`) : nothing}
    </section>
  `;
}

/** A spot check. @param {View} view */
export function sample(view) {
  const { words, drawn } = view;
  const draw = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    view.ask(async (ledger) => {
      const check = await ledger.spotCheck(Number(form.get("share")), Number(form.get("seed")));
      view.drawn = { check, rows: await ledger.rows({ entries: check.entries, count: check.entries.length }) };
    });
  };
  return html`
    <section class="card" aria-labelledby="sample">
      <h3 id="sample">${words.t("watch.sample")}</h3>
      <p class="quiet-text">${words.t("watch.sample.note")}</p>
      <form class="pickers" @submit=${draw}>
        <label>${words.t("watch.sample.share")} <input name="share" type="number" min="1" max="100" value="5" required></label>
        <label>${words.t("watch.sample.seed")} <input name="seed" type="number" min="0" max="4294967295" value="1" required></label>
        <button class="button">${words.t("watch.sample.draw")}</button>
      </form>
      ${drawn ? html`<p>${words.t("watch.sample.drawn", { ...drawn.check, count: drawn.rows.length })}</p>
        <ol>${drawn.rows.map((row) => html`<li>${view.link(row.id, `${row.number ?? ""} ${row.title ?? words.t("title.none")}`.trim())}</li>`)}</ol>` : nothing}
    </section>
  `;
}

/** Who has something to be done, in the language's order. @param {FollowUpView} view @param {"body" | "officer" | "leader"} field */
export function namesOf(view, field) {
  const named = view.pressing.flatMap((step) => step[field] ?? []);
  return [...new Set(named)].sort((a, b) => a.localeCompare(b, "zh-CN"));
}
