// Parts of the follow-up view: how a due date was reckoned, what can't be judged, the week's sheet.
import { html, nothing } from "lit";
import { saveDocument } from "../document/save.js";
import { notice } from "../document/sheet.js";
import { printAlone } from "./printed.js";
import { seen } from "./unseen.js";
import { weeklySheet } from "../watch/weekly.js";

/** @typedef {import("./jianyi-watch.js").JianyiWatch} View */
/** @typedef {import("../generated/desk.js").StepDueView} StepDueView */

/** How many steps that can't be judged are listed. */
const LISTED = 50;

/** One step among an entry's. @param {StepDueView} step */
export const keyOf = ({ id, step, round, body, what }) => [id, step, round, body, what].join("\u001F");

/** The reckoning of a due date, day by day. @param {View} view @param {StepDueView} step */
export function reckoning(view, step) {
  const { words, traced } = view;
  if (step.source !== "reckoned" && step.source !== "longest-extension") return step.source ? html`<br><small class="quiet-text">${words.t(`watch.source.${step.source}`)}</small>` : nothing;
  const isOpen = traced?.key === keyOf(step);
  const days = (/** @type {import("../generated/desk.js").TraceStepView} */ { from, to }) => (from === to ? words.date(from) : words.t("watch.trace.days", { from: words.date(from), to: words.date(to) }));
  return html`<br><button class="link small" aria-expanded=${isOpen} @click=${() => view.trace(step)}>${words.t("watch.trace")}</button>
    ${isOpen ? html`<ol class="trace">${traced.steps.map((one) => html`<li>${days(one)}　${words.t(`watch.trace.${one.kind}`)}${one.holiday ? html`（<span lang="zh-CN">${one.holiday}</span>）` : nothing} <small class="quiet-text">${words.t(`watch.rule.${one.rule}`)}</small></li>`)}</ol>` : nothing}`;
}

/** What can't be judged, and why. @param {View} view @param {StepDueView[]} unknown */
export function unjudged(view, unknown) {
  const { words } = view;
  if (unknown.length === 0) return nothing;
  return html`<details class="warning">
    <summary>${words.t("watch.unknown", { count: unknown.length })}</summary>
    <ul>${unknown.slice(0, LISTED).map((step) => html`<li>${view.link(step.id, `${step.number ?? ""} ${step.title ?? words.t("title.none")}`.trim())}　${words.t(`watch.step.${step.step}`)}${step.body ? html`　<span lang="zh-CN">${seen(step.body)}</span>` : nothing}　${words.t(step.step === "commitment" && step.reason === "no-limit" ? "watch.reason.undated-promise" : `watch.reason.${step.reason ?? "no-limit"}`)}</li>`)}</ul>
    ${unknown.length > LISTED ? html`<p>${words.t("watch.shown", { count: unknown.length, shown: LISTED })}</p>` : nothing}
  </details>`;
}

/** The week's sheet. @param {View} view @param {import("../generated/desk.js").FollowUpView} follow */
export function weekly(view, follow) {
  const { words } = view;
  const title = words.t("watch.weekly");
  const text = view.sheet ?? weeklySheet(follow, words.locale === "en" ? follow.today : words.date(follow.today), (warned) => Boolean(view.suppressions.of(warned, follow.today)));
  return html`
    <section class="card" aria-labelledby="weekly">
      <h3 id="weekly">${title}</h3>
      <p class="quiet-text">${words.t("watch.weekly.for")}</p>
      <p class="pickers">
        <button class="button" @click=${() => view.copy(text, "#weekly-text")}>${words.t("watch.copy")}</button>
        <button class="button" @click=${() => printAlone(view, { parts: notice(text) })}>${words.t("watch.print")}</button>
        <button class="button weekly" @click=${() => saveDocument(title, { parts: notice(text) })}>${words.t("watch.weekly.document")}</button>
      </p>
      <textarea id="weekly-text" lang="zh-CN" aria-label=${title} .value=${text} @input=${(/** @type {any} */ { target }) => (view.sheet = target.value)}></textarea>
    </section>
  `;
}
