// The register of commitments: what was promised, by whom, by when, how it stands.
import { html, nothing } from "lit";
import { csvLine } from "./csv-line.js";
import { download, fileName } from "./download.js";
import { seen } from "./unseen.js";

/** @typedef {import("./jianyi-watch.js").JianyiWatch} View */
/** @typedef {import("../generated/desk.js").CommitmentView} Commitment */

const STATES = ["overdue", "unregistered", "undated", "open", "unsaid", "kept-late", "kept", "given-up"];
const PAGE = 30;

/** @param {View} view */
export function register(view) {
  const { words, register: found, promises } = view;
  if (!found) return nothing;
  const { rows, converted, promising } = found;
  const years = [...new Set(rows.flatMap(({ year }) => year ?? []))].sort((one, other) => other - one);
  const ofYear = rows.filter(({ year }) => promises.year === "" || String(year) === promises.year);
  const passing = ofYear.filter(({ state }) => promises.state === "" || state === promises.state);
  const choose = (/** @type {"state" | "year"} */ field) => (/** @type {any} */ { target }) => (view.promises = { ...promises, [field]: target.value, shown: PAGE });
  const heads = ["item", "promise", "promise.body", "promise.due", "promise.state"].map((name) => words.t(`watch.${name}`));
  const name = (/** @type {Commitment} */ { number, title }) => `${number ?? ""} ${title ?? words.t("title.none")}`.trim();
  const state = (/** @type {Commitment} */ row) => words.t(`watch.promise.${row.state}`);
  const save = () => download(fileName(words.t("watch.promises"), "csv"), [`\uFEFF${[heads, ...passing.map((row) => [name(row), row.what ?? "", row.body ?? "", row.dueOn ?? "", `${state(row)}${row.keptOn ? ` ${row.keptOn}` : ""}`])].map(csvLine).join("\r\n")}\r\n`], "text/csv;charset=utf-8");
  return html`
    <section class="card" aria-labelledby="promises">
      <h3 id="promises">${words.t("watch.promises")}</h3>
      <p class="quiet-text">${words.t("watch.promises.note")}${promising > 0 ? ` ${words.t("watch.promises.converted", { converted, promising })}` : ""}</p>
      ${rows.length === 0 ? html`<p>${words.t("watch.promises.none")}</p>` : html`
        <div class="pickers">
          <label>${words.t("watch.promise.state")} <select class="promise-state" @change=${choose("state")}>
            <option value="">${words.t("watch.all")} ${words.number(ofYear.length)}</option>
            ${STATES.map((one) => html`<option value=${one} ?selected=${one === promises.state}>${words.t(`watch.promise.${one}`)} ${words.number(ofYear.filter((row) => row.state === one).length)}</option>`)}
          </select></label>
          ${years.length > 1 ? html`<label>${words.t("watch.promise.year")} <select @change=${choose("year")}>
            <option value="">${words.t("watch.all")}</option>
            ${years.map((year) => html`<option value=${year} ?selected=${String(year) === promises.year}>${year}</option>`)}
          </select></label>` : nothing}
          <button class="button" @click=${save}>${words.t("watch.promises.save")}</button>
        </div>
        <div class="scroll" role="region" tabindex="0" aria-label=${words.t("chart.table.of", { title: words.t("watch.promises") })}><table class="stacked">
          <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
          <tbody>${passing.slice(0, promises.shown).map((row) => html`<tr>
            <th scope="row">${view.link(row.id, name(row))}</th>
            <td data-head=${heads[1]} lang="zh-CN">${seen(row.what) ?? "—"}</td>
            <td data-head=${heads[2]} lang="zh-CN">${seen(row.body) ?? words.t("unpublished")}</td>
            <td data-head=${heads[3]}>${row.dueOn ? words.date(row.dueOn) : "—"}</td>
            <td data-head=${heads[4]} class=${row.state === "overdue" ? "late" : ""}>${state(row)}${row.keptOn ? html`<br><small class="quiet-text">${words.date(row.keptOn)}</small>` : nothing}</td>
          </tr>`)}</tbody>
        </table></div>
        ${passing.length > promises.shown ? html`<p>${words.t("watch.shown", { count: passing.length, shown: promises.shown })} <button class="button quiet" @click=${() => (view.promises = { ...promises, shown: promises.shown + PAGE })}>${words.t("watch.more")}</button></p>` : nothing}`}
    </section>
  `;
}
