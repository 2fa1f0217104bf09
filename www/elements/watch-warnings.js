// Warnings by rule; what a person does not want to see until a day is shown as such, and comes back after it.
import { html, nothing } from "lit";
import { download } from "./download.js";
import { seen } from "./unseen.js";

/** @typedef {import("./jianyi-watch.js").JianyiWatch} View */
/** @typedef {import("../generated/desk.js").FollowUpView} FollowUpView */
/** @typedef {FollowUpView["warnings"][number]["warnings"][number]} Warning */
/** @typedef {import("../watch/suppressions.js").Suppression} Suppression */

/** @typedef {{ id: string, number: string | null, title: string | null, message: string }} Warned */

/** How many warnings of a rule are listed. */
const LISTED = 30;

/** @param {View} view @param {FollowUpView} follow */
export function warnings(view, { warnings: groups, today, thresholds }) {
  const { words, suppressions } = view;
  const hidden = groups.flatMap(({ rule, warnings: found }) => found.flatMap((warning) => {
    const said = suppressions.of({ rule, ...warning }, today);
    return said ? [{ rule, warning, said }] : [];
  }));
  return html`
    <section class="card" aria-labelledby="warnings">
      <h3 id="warnings">${words.t("watch.warnings")}</h3>
      ${groups.length === 0 ? html`<p>${words.t("watch.warnings.none")}</p>` : nothing}
      ${groups.map((group) => ofRule(view, group, today))}
      ${hiddenList(view, hidden.map((one) => ({ ...one, name: named(view, one.warning) })))}
      ${limits(view, thresholds.filter(({ name }) => !isOfClues(name)))}
      <p class="pickers">
        ${suppressions.all.length > 0 ? html`<button class="button save-suppressions" @click=${() => download(`${words.t("watch.suppress.file")}.json`, [suppressions.json()], "application/json")}>${words.t("watch.suppress.save")}</button>` : nothing}
        <button class="button quiet" @click=${() => /** @type {HTMLElement | null} */ (view.renderRoot.querySelector("#suppressions-file"))?.click()}>${words.t("watch.suppress.load")}</button>
        <input id="suppressions-file" type="file" accept=".json,application/json" hidden aria-label=${words.t("watch.suppress.load")} @change=${(/** @type {any} */ event) => load(view, event.target)}>
      </p>
    </section>
  `;
}

/** What is hidden, with what was said of it. @param {View} view @param {{ rule: string, warning: Warned, said: Suppression, name: unknown }[]} hidden */
export function hiddenList(view, hidden) {
  const { words, suppressions } = view;
  if (hidden.length === 0) return nothing;
  return html`<details class="warning suppressed"><summary>${words.t("watch.suppressed")} <span class="tag small">${words.number(hidden.length)}</span></summary>
    <ul>${hidden.map(({ rule, warning, said, name }) => html`<li>${name} <span lang="zh-CN">${seen(warning.message)}</span><br><small>${saidOf(view, said)}</small>
      <button class="link small" @click=${() => suppressions.lift({ rule, ...warning })}>${words.t("watch.suppress.lift")}</button></li>`)}</ul></details>`;
}

/** From when something is worth a warning, and who says so. @param {View} view @param {FollowUpView["thresholds"]} thresholds */
export function limits({ words }, thresholds) {
  return html`<details class="warning"><summary>${words.t("watch.thresholds")}</summary>
    <ul>${thresholds.map(({ name, value, source }) => html`<li>${words.t(`watch.threshold.${name}`, { value })} <small class="quiet-text">${words.t("watch.basis", { basis: source })}</small></li>`)}</ul></details>`;
}

/** Whether a threshold is of public messages. @param {string} name */
export const isOfClues = (name) => name.startsWith("rise") || name.startsWith("complaints");

/** @param {View} view @param {FollowUpView["warnings"][number]} group @param {string} today */
function ofRule(view, { rule, title, titleEn, basis, warnings: found }, today) {
  const { words, suppressions } = view;
  const open = found.filter((warning) => !suppressions.of({ rule, ...warning }, today));
  if (open.length === 0) return nothing;
  return html`<details class="warning of-rule" ?open=${view.suppressing?.rule === rule}>
    <summary>${words.localized(title, titleEn)} <span class="tag small">${words.number(open.length)}</span></summary>
    <p class="quiet-text">${words.t(`severity.${open[0].severity}`)}　<code>${rule}</code>　${words.t("watch.basis", { basis })}</p>
    <ul>${open.slice(0, LISTED).map((warning) => one(view, rule, warning, today))}</ul>
    ${open.length > LISTED ? html`<p>${words.t("watch.shown", { count: open.length, shown: LISTED })}</p>` : nothing}
  </details>`;
}

/** @param {View} view @param {string} rule @param {Warning} warning @param {string} today */
function one(view, rule, warning, today) {
  return html`<li>${named(view, warning)} <span lang="zh-CN">${seen(warning.message)}</span> ${hiding(view, rule, warning, today)}</li>`;
}

/** How a warning is hidden: until when, why, by whom. @param {View} view @param {string} rule @param {Warned} warning @param {string} today */
export function hiding(view, rule, warning, today) {
  const { words, suppressing } = view;
  const isAsked = suppressing?.rule === rule && suppressing.id === warning.id && suppressing.message === warning.message;
  const ended = view.suppressions.said({ rule, ...warning });
  const ask = () => (view.suppressing = isAsked ? null : { rule, id: warning.id, message: warning.message });
  return html`<button class="link small suppress" aria-expanded=${isAsked} @click=${ask}>${words.t("watch.suppress")}</button>
    ${ended ? html`<br><small class="quiet-text">${words.t("watch.suppress.ended")} ${saidOf(view, ended)}</small>` : nothing}
    ${isAsked ? form(view, rule, warning, today) : nothing}`;
}

/** @param {View} view @param {string} rule @param {Warned} warning @param {string} today */
function form(view, rule, warning, today) {
  const { words } = view;
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const [reason, by, until] = ["reason", "by", "until"].map((name) => String(given.get(name)).trim());
    if (!reason || !by || !until) return;
    view.suppressing = null;
    await view.suppressions.suppress({ rule, ...warning }, { reason, by, until });
    view.said = words.t("watch.suppress.done");
  };
  return html`<form class="pickers suppression" @submit=${submit}>
    <label>${words.t("watch.suppress.reason")} <input name="reason" required maxlength="200"></label>
    <label>${words.t("watch.suppress.by")} <input name="by" required maxlength="40"></label>
    <label>${words.t("watch.suppress.until")} <input name="until" type="date" required min=${today}></label>
    <button class="button">${words.t("watch.suppress.confirm")}</button>
  </form>`;
}

/** @param {View} view @param {Suppression} said */
function saidOf({ words }, { reason, by, until }) {
  return html`${words.t("watch.suppress.said", { until: words.date(until) })}<span lang="zh-CN">${seen(reason)}（${seen(by)}）</span>`;
}

/** @param {View} view @param {Warning} warning */
function named(view, { id, number, title }) {
  return view.link(id, `${number ?? ""} ${title ?? view.words.t("title.none")}`.trim());
}

/** @param {View} view @param {HTMLInputElement} input */
async function load(view, input) {
  const [file] = input.files ?? [];
  input.value = "";
  if (!file) return;
  view.error = null;
  try {
    view.said = view.t("watch.suppress.loaded", { count: await view.suppressions.read(await file.text()) });
  } catch {
    view.error = { message: view.t("watch.suppress.wrong", { name: file.name }) };
  }
}
