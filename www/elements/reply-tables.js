// The office's own laws and phrases: what is in use, to load and to lay aside.
import { html, nothing } from "lit";
import { keepTables, noTables, readTables } from "../review/own-tables.js";
import { fileButton } from "./review-parts.js";

/** @param {import("./jianyi-reply.js").JianyiReply} view */
export function replyTables(view) {
  const { words, tables } = view;
  const { laws, againstPolicy } = tables;
  const inUse = laws.length + againstPolicy.length > 0;
  const use = async (/** @type {import("../review/own-tables.js").Tables | null} */ given) => {
    view.tables = given ?? noTables();
    await keepTables(given);
  };
  const load = async (/** @type {File} */ file) => {
    const given = readTables(await file.text());
    view.tablesRefused = given === null;
    if (given) await use(given);
  };
  return html`
    <details class="card tables" ?open=${inUse || view.tablesRefused}>
      <summary><h3>${words.t("reply.tables")}</h3></summary>
      <p class="quiet-text">${words.t("reply.tables.note")}</p>
      <p role="status">${view.tablesRefused ? words.t("reply.tables.refused") : inUse ? words.t("reply.tables.inUse", { laws: laws.length, phrases: againstPolicy.length }) : words.t("reply.tables.none")}</p>
      ${laws.length > 0 ? html`<ul lang="zh-CN">${laws.map(({ name, inForce, repealedOn, replacedBy }) => html`<li>《${name}》 ${inForce ?? ""}${repealedOn ? words.t("reply.tables.repealed", { day: repealedOn }) : ""}${replacedBy ? ` → 《${replacedBy}》` : ""}</li>`)}</ul>` : nothing}
      ${againstPolicy.length > 0 ? html`<ul lang="zh-CN">${againstPolicy.map((phrase) => html`<li>“${phrase}”</li>`)}</ul>` : nothing}
      <p class="acts">
        ${fileButton(words.t("reply.tables.load"), ".json,application/json", load)}
        ${inUse ? html`<button type="button" class="button" @click=${() => use(null)}>${words.t("reply.tables.drop")}</button>` : nothing}
      </p>
    </details>
  `;
}
