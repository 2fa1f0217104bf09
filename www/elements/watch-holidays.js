// The table of days off in use; which due dates a newer one moves.
import { html, nothing } from "lit";
import { csvLine } from "./csv-line.js";
import { download, fileName } from "./download.js";

/** @typedef {import("./jianyi-watch.js").JianyiWatch} View */

/** How many moved due dates are listed. */
const LISTED = 100;

/** @param {View} view */
export function holidays(view) {
  const { words } = view;
  const { table, moved, update } = view.holidays;
  if (!table) return nothing;
  return html`
    <section class="card" aria-labelledby="holidays">
      <h3 id="holidays">${words.t("watch.holidays")}</h3>
      <p class="quiet-text">${words.t("watch.holidays.note", { edition: table.edition, through: words.date(table.announcedThrough) })}</p>
      <p class="pickers">
        <button class="button" @click=${() => /** @type {HTMLElement | null} */ (view.renderRoot.querySelector("#holidays-file"))?.click()}>${words.t("watch.holidays.load")}</button>
        <input id="holidays-file" type="file" accept=".json,application/json" hidden aria-label=${words.t("watch.holidays.load")} @change=${(/** @type {any} */ event) => load(view, event.target)}>
        ${table.isShipped ? nothing : html`<button class="button quiet forget-holidays" @click=${() => view.tell("jianyi-read-by", { holidays: null })}>${words.t("watch.holidays.forget")}</button>`}
      </p>
      ${update ? changes(view, update, "updated") : nothing}
      ${moved ? changes(view, moved, view.holidays.isUsed ? "used" : "would") : nothing}
    </section>
  `;
}

/** @param {View} view @param {import("../watch/holidays.js").Moved} moved @param {"updated" | "used" | "would"} how */
function changes(view, { before, after, reckoned, settled, moved }, how) {
  const { words } = view;
  const { json } = view.holidays;
  const heads = ["item", "step", "body", "moved.before", "moved.after"].map((name) => words.t(`watch.${name}`));
  const name = (/** @type {typeof moved[number]} */ { number, title }) => `${number ?? ""} ${title ?? words.t("title.none")}`.trim();
  const save = () => download(fileName(words.t("watch.moved"), "csv"), [`\uFEFF${[heads, ...moved.map((one) => [name(one), words.t(`watch.step.${one.step}`), one.body ?? "", one.before ?? "", one.after ?? ""])].map(csvLine).join("\r\n")}\r\n`], "text/csv;charset=utf-8");
  return html`
    <p role="status">${words.t(`watch.moved.${how}`, { before: before.edition, edition: after.edition, through: words.date(after.announcedThrough), reckoned, moved: moved.length, settled })}</p>
    <p class="pickers">
      ${how === "updated" ? html`<button class="button primary see-update" @click=${() => view.ask((ledger) => view.holidays.see(ledger))}>${words.t("watch.moved.seen")}</button>` : nothing}
      ${how !== "would" ? nothing : html`<button class="button primary use-holidays" @click=${() => view.tell("jianyi-read-by", { holidays: json })}>${words.t("watch.holidays.use")}</button>
        <button class="button quiet" @click=${() => view.holidays.leave()}>${words.t("cancel")}</button>`}
      ${moved.length > 0 ? html`<button class="button" @click=${save}>${words.t("watch.moved.save")}</button>` : nothing}
    </p>
    ${moved.length > 0 ? html`<div class="scroll" role="region" tabindex="0" aria-label=${words.t("chart.table.of", { title: words.t("watch.moved") })}><table class="moved">
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${moved.slice(0, LISTED).map((one) => html`<tr>
        <th scope="row">${view.link(one.id, name(one))}</th>
        <td>${words.t(`watch.step.${one.step}`)}</td>
        <td lang="zh-CN">${one.body ?? words.t("unpublished")}</td>
        <td>${one.before ? words.date(one.before) : "—"}${one.wasProvisional ? html`<br><small>${words.t("watch.moved.provisional")}</small>` : nothing}</td>
        <td>${one.after ? words.date(one.after) : "—"}</td>
      </tr>`)}</tbody>
    </table></div>` : nothing}
    ${moved.length > LISTED ? html`<p>${words.t("watch.shown", { count: moved.length, shown: LISTED })}</p>` : nothing}
  `;
}

/** @param {View} view @param {HTMLInputElement} input */
async function load(view, input) {
  const [file] = input.files ?? [];
  input.value = "";
  if (!file) return;
  view.error = null;
  const json = await file.text();
  await view.ask((ledger) => view.holidays.compare(ledger, json));
}
