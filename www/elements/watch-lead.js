// Key items (重点督办): where each stands, what comes next, the last contact; what is handled together (并案).
import { html, nothing } from "lit";
import { csvLine } from "./csv-line.js";
import { download, fileName } from "./download.js";
import { seen } from "./unseen.js";

/** @typedef {import("./jianyi-watch.js").JianyiWatch} View */
/** @typedef {import("../generated/desk.js").KeyItemView} KeyItem */

const nameOf = (/** @type {View} */ { words }, /** @type {{ number: string | null, title: string | null }} */ { number, title }) => `${number ?? ""} ${title ?? words.t("title.none")}`.trim();

/** @param {View} view */
export function keyItems(view) {
  const { words, keys } = view;
  if (!keys) return nothing;
  const passing = keys.filter(({ leader }) => view.keyLeader === "" || leader === view.keyLeader);
  const leaders = [...new Set(keys.flatMap(({ leader }) => leader ?? []))].sort((one, other) => one.localeCompare(other, "zh-CN"));
  const heads = ["item", "leader", "body", "key.progress", "key.next", "key.contact"].map((name) => words.t(`watch.${name}`));
  const step = (/** @type {KeyItem} */ item) => (item.nextStep ? `${words.t(`watch.step.${item.nextStep}`)}${item.nextWhat ? ` ${item.nextWhat}` : ""}` : words.t("watch.key.done"));
  const contact = (/** @type {KeyItem} */ item) => [item.lastContact, item.lastMeans && words.label("means", item.lastMeans)].filter(Boolean).join(" ") || (item.undatedContacts > 0 ? words.t("watch.key.undated", { count: item.undatedContacts }) : words.t("watch.key.none"));
  const cells = (/** @type {KeyItem} */ item) => [nameOf(view, item), item.leader ?? "", item.body ?? "", item.progress ?? "", `${step(item)} ${item.nextDue ?? ""}`.trim(), contact(item)];
  const save = () => download(fileName(words.t("watch.key"), "csv"), [`\uFEFF${[heads, ...passing.map(cells)].map(csvLine).join("\r\n")}\r\n`], "text/csv;charset=utf-8");
  return html`
    <section class="card" aria-labelledby="key-items">
      <h3 id="key-items">${words.t("watch.key")}</h3>
      <p class="quiet-text">${words.t("watch.key.note")}</p>
      ${keys.length === 0 ? html`<p>${words.t("watch.key.empty")}</p>` : html`
        <div class="pickers">
          ${leaders.length > 0 ? html`<label>${words.t("watch.leader")} <select class="key-leader" @change=${(/** @type {any} */ { target }) => (view.keyLeader = target.value)}>
            <option value="">${words.t("watch.all")}</option>${leaders.map((name) => html`<option value=${name} ?selected=${name === view.keyLeader}>${seen(name)}</option>`)}</select></label>` : nothing}
          <button class="button" @click=${save}>${words.t("watch.key.save")}</button>
        </div>
        <div class="scroll" role="region" tabindex="0" aria-label=${words.t("chart.table.of", { title: words.t("watch.key") })}><table class="key-items stacked">
          <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
          <tbody>${passing.map((item) => html`<tr>
            <th scope="row">${view.link(item.id, nameOf(view, item))}</th>
            <td data-head=${heads[1]} lang="zh-CN">${seen(item.leader) ?? "—"}${item.supervisingBody ? html`<br><small>${seen(item.supervisingBody)}</small>` : nothing}</td>
            <td data-head=${heads[2]} lang="zh-CN">${seen(item.body) ?? words.t("unpublished")}</td>
            <td data-head=${heads[3]} lang="zh-CN">${seen(item.progress) ?? words.t("watch.key.unsaid")}</td>
            <td data-head=${heads[4]} class=${(item.daysLeft ?? 0) < 0 ? "late" : ""}>${step(item)}${item.nextDue ? html`<br><small>${words.date(item.nextDue)}</small>` : nothing}</td>
            <td data-head=${heads[5]}>${item.lastContact ? html`<span class="day">${words.date(item.lastContact)}</span>${item.lastMeans ? html`<br><small>${words.label("means", item.lastMeans)}</small>` : nothing}` : contact(item)}</td>
          </tr>`)}</tbody>
        </table></div>`}
    </section>
  `;
}

/** @param {View} view */
export function mergedItems(view) {
  const { words, merged } = view;
  if (!merged || merged.length === 0) return nothing;
  return html`
    <section class="card" aria-labelledby="merged">
      <h3 id="merged">${words.t("watch.merged")}</h3>
      <p class="quiet-text">${words.t("watch.merged.note", { count: merged.length, partly: merged.filter(({ partlyAnswered }) => partlyAnswered).length })}</p>
      <details class="warning"><summary>${words.t("watch.merged.list")}</summary>
        ${merged.map(({ entries, missing, partlyAnswered }) => html`<div class="group" role="group" aria-label=${nameOf(view, entries[0])}>
          ${partlyAnswered ? html`<p class="late">${words.t("watch.merged.partly")}</p>` : nothing}
          <ul>${entries.map((entry) => html`<li>${view.link(entry.id, nameOf(view, entry))} <small class="quiet-text">${words.t(entry.answered ? "watch.merged.answered" : "watch.merged.open")}</small></li>`)}</ul>
          ${missing.length > 0 ? html`<p><small>${words.t("watch.merged.missing", { ids: words.list(missing) })}</small></p>` : nothing}
        </div>`)}
      </details>
    </section>
  `;
}
