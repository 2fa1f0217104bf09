// The work lists: every step that is due, whose it is, until when, and by which clause.
import { html, nothing } from "lit";
import { line, table as sheetTable } from "../document/sheet.js";
import { csvLine } from "./csv-line.js";
import { download, fileName } from "./download.js";
import { printAlone } from "./printed.js";
import { seen } from "./unseen.js";
import { namesOf } from "./watch-notices.js";
import { reckoning, unjudged } from "./watch-parts.js";

/** @typedef {import("./jianyi-watch.js").JianyiWatch} View */
/** @typedef {import("../generated/desk.js").FollowUpView} FollowUpView */
/** @typedef {import("../generated/desk.js").StepDueView} StepDueView */

const LISTS = ["overdue", "today", "this-week", "later"];
const PEOPLE = /** @type {const} */ (["body", "officer", "leader"]);
/** How many rows come at once. */
export const PAGE = 30;

/** 重点, then 民生, then what is handled together; what is due earlier stays before what is due later. @param {View} view */
function byWeight(view) {
  const together = new Set([...(view.merged ?? []).flatMap(({ entries }) => entries.map(({ id }) => id)), ...view.groups.confirmedIds()]);
  const weight = (/** @type {StepDueView} */ { id, key, livelihood }) => (key ? 4 : 0) + (livelihood ? 2 : 0) + (together.has(id) ? 1 : 0);
  return (/** @type {StepDueView} */ one, /** @type {StepDueView} */ other) => weight(other) - weight(one);
}

/** @param {View} view @param {FollowUpView} found */
export function pending(view, found) {
  const { words } = view;
  const isTheirs = (/** @type {StepDueView} */ step) => PEOPLE.every((field) => view[field] === "" || step[field] === view[field]);
  const theirs = found.pressing.filter(isTheirs);
  const listed = theirs.filter(({ list }) => view.list === "" || list === view.list);
  const passing = view.isWeighed ? listed.sort(byWeight(view)) : listed;
  const count = (/** @type {string} */ name) => theirs.filter(({ list }) => list === name).length;
  return html`
    <section class="card" aria-labelledby="pending">
      <h3 id="pending">${words.t("watch.lists")}</h3>
      <div class="pickers">
        <label>${words.t("watch.list")} <select @change=${(/** @type {any} */ { target }) => Object.assign(view, { list: target.value, shown: PAGE })}>
          <option value="">${words.t("watch.list.all")} ${words.number(theirs.length)}</option>
          ${LISTS.map((name) => html`<option value=${name} ?selected=${name === view.list}>${words.t(`watch.list.${name}`)} ${words.number(count(name))}</option>`)}
        </select></label>
        ${PEOPLE.map((field) => picker(view, field, namesOf(found, field)))}
        <label>${words.t("watch.order")} <select class="order" @change=${(/** @type {any} */ { target }) => Object.assign(view, { isWeighed: target.value === "weight", shown: PAGE })}>
          <option value="due" ?selected=${!view.isWeighed}>${words.t("watch.order.due")}</option>
          <option value="weight" ?selected=${view.isWeighed}>${words.t("watch.order.weight")}</option>
        </select></label>
        <button class="button" ?disabled=${passing.length === 0} @click=${() => save(view, passing)}>${words.t("watch.lists.save")}</button>
        <button class="button print-list" ?disabled=${passing.length === 0} @click=${() => printPending(view, passing)}>${words.t("watch.lists.print")}</button>
        <button class="button" @click=${() => view.calendar()}>${words.t("watch.calendar")}</button>
      </div>
      ${passing.length === 0 ? html`<p>${words.t("watch.empty")}</p>` : table(view, passing)}
      ${unjudged(view, found.unknown)}
    </section>
  `;
}

/** Nothing where nobody is named. @param {View} view @param {"body" | "officer" | "leader"} field @param {string[]} names */
function picker(view, field, names) {
  const { words } = view;
  if (names.length === 0) return nothing;
  const choose = (/** @type {any} */ { target }) => Object.assign(view, { [field]: target.value, shown: PAGE });
  return html`<label>${words.t(`watch.${field}`)} <select class=${field} @change=${choose}>
    <option value="">${words.t("watch.all")}</option>
    ${names.map((name) => html`<option value=${name} ?selected=${name === view[field]}>${seen(name)}</option>`)}
  </select></label>`;
}

/** A column in which nobody is named says nothing. @param {StepDueView[]} steps */
const peopleOf = (steps) => /** @type {const} */ (["officer", "leader"]).filter((field) => steps.some((step) => step[field]));

const nameOf = (/** @type {View} */ { words }, /** @type {StepDueView} */ { number, title }) => `${number ?? ""} ${title ?? words.t("title.none")}`.trim();

/** How long ago, today, or how long still. @param {View} view @param {StepDueView} step */
function daysLeft({ words }, { daysLeft: days }) {
  if (days === null) return "—";
  return days === 0 ? words.t("watch.days.today") : words.t(days < 0 ? "watch.days.late" : "watch.days.left", { days: Math.abs(days) });
}

/** @param {View} view @param {StepDueView[]} steps */
function table(view, steps) {
  const { words } = view;
  const people = peopleOf(steps);
  const heads = ["item", "step", "body", ...people, "due", "left"];
  const head = (/** @type {string} */ name) => words.t(`watch.${name}`);
  const tag = (/** @type {boolean} */ isSo, /** @type {string} */ name) => (isSo ? html` <span class="tag small">${words.t(`watch.similar.${name}`)}</span>` : nothing);
  return html`
    <div class="scroll" role="region" tabindex="0" aria-label=${words.t("chart.table.of", { title: words.t("watch.lists") })}>
      <table class="stacked">
        <thead><tr>${heads.map((name) => html`<th scope="col">${head(name)}</th>`)}</tr></thead>
        <tbody>
          ${steps.slice(0, view.shown).map((step) => html`<tr>
            <th scope="row">${view.link(step.id, nameOf(view, step))}${tag(step.key, "key")}${tag(step.livelihood, "livelihood")}</th>
            <td data-head=${head("step")}>${words.t(`watch.step.${step.step}`)}${step.what ? html`<br><small>${seen(step.what)}</small>` : nothing}</td>
            <td data-head=${head("body")}>${seen(step.body) ?? words.t("unpublished")}</td>
            ${people.map((field) => html`<td data-head=${head(field)}>${seen(step[field]) ?? "—"}</td>`)}
            <td data-head=${head("due")}>${step.dueOn ? html`<span class="day">${words.date(step.dueOn)}</span>` : "—"}${step.basis ? html`<br><small class="quiet-text">${words.t("watch.basis", { basis: step.basis })}</small>` : nothing}${reckoning(view, step)}${step.provisional ? html`<br><small>${words.t("watch.provisional")}</small>` : nothing}</td>
            <td data-head=${head("left")} class=${(step.daysLeft ?? 0) < 0 ? "day late" : "day"}>${daysLeft(view, step)}</td>
          </tr>`)}
        </tbody>
      </table>
    </div>
    ${steps.length > view.shown
      ? html`<p>${words.t("watch.shown", { count: steps.length, shown: view.shown })} <button class="button quiet" @click=${() => (view.shown += PAGE)}>${words.t("watch.more")}</button> <button class="button quiet" @click=${() => (view.shown = steps.length)}>${words.t("watch.whole")}</button></p>`
      : nothing}
  `;
}

/** @param {View} view @param {StepDueView[]} steps */
function save(view, steps) {
  const { heads, rows } = whole(view, steps);
  download(fileName(view.t("watch.lists"), "csv"), [`\uFEFF${[heads, ...rows].map(csvLine).join("\r\n")}\r\n`], "text/csv;charset=utf-8");
}

/** @param {View} view @param {StepDueView[]} steps */
function printPending(view, steps) {
  const { words } = view;
  const { heads, rows } = whole(view, steps);
  const chosen = [view.list && words.t(`watch.list.${view.list}`), ...PEOPLE.map((field) => view[field])].filter(Boolean);
  const said = [words.t("watch.lists.count", { count: steps.length }), ...(chosen.length > 0 ? [words.list(chosen)] : [])];
  return printAlone(view, { parts: [line("title", words.t("watch.lists")), line("addressee", said.join(words.localized("；", "; "))), ...sheetTable(heads, rows)] });
}

/** The whole list as it is chosen, not only the rows on the screen. @param {View} view @param {StepDueView[]} steps */
function whole(view, steps) {
  const { words } = view;
  const people = peopleOf(steps);
  const heads = ["item", "step", "body", ...people, "due", "basis.head", "left", "weight"].map((name) => words.t(`watch.${name}`));
  const marks = (/** @type {StepDueView} */ { key, livelihood }) => words.list([key && words.t("watch.similar.key"), livelihood && words.t("watch.similar.livelihood")].filter((mark) => mark !== false));
  const rows = steps.map((step) => [
    nameOf(view, step),
    `${words.t(`watch.step.${step.step}`)} ${step.what ?? ""}`.trim(),
    step.body ?? "",
    ...people.map((field) => step[field] ?? ""),
    step.dueOn ?? "",
    step.basis ?? words.t("watch.source.stated"),
    daysLeft(view, step),
    marks(step),
  ]);
  return { heads, rows };
}
