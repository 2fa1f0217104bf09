// What stands above the list: search, how many, order (where there are no column heads), the ledger as a file.
import { html, nothing } from "lit";
import { download } from "./download.js";
import { COLUMNS, MORE_ORDERS } from "./list-columns.js";

/** How long the user's typing rests before the list follows, in milliseconds. */
const REST = 250;

/** @type {WeakMap<object, ReturnType<typeof setTimeout>>} */
const typing = new WeakMap();

/** @param {import("./jianyi-list.js").JianyiList} list */
export function listHead(list) {
  const { total, words } = list;
  return html`
    <div class="tools" role="search">
      <label class="search">
        <span class="visually-hidden">${words.t("list.search")}</span>
        <input type="search" .value=${list.filter.text ?? ""} placeholder=${words.t("list.search")} autocomplete="off" spellcheck="false"
            @input=${(/** @type {any} */ event) => later(list, event.target.value)} @change=${(/** @type {any} */ event) => now(list, event.target.value)}>
      </label>
      <p class="count" role="status">${total === null ? nothing : words.t("list.count", { count: total })}</p>
      ${orders(list)}
      <button class="button" @click=${() => save(list, "json")} ?disabled=${!list.ledger}>${words.t("list.export")}</button>
      <button class="button" @click=${() => save(list, "xlsx")} ?disabled=${!list.ledger}>${words.t("list.export.xlsx")}</button>
      <button class="button" @click=${() => save(list, "csv")} ?disabled=${!list.ledger}>${words.t("list.export.csv")}</button>
    </div>
  `;
}

/** @param {import("./jianyi-list.js").JianyiList} list */
function orders(list) {
  const { sort, words } = list;
  const keys = [...COLUMNS.filter(({ sortable }) => sortable).map(({ id }) => id), ...MORE_ORDERS];
  const change = (/** @type {any} */ event) => {
    const [by, way] = event.target.value.split(" ");
    list.sortAs(by ? { by, descending: way === "descending" } : null);
  };
  const option = (/** @type {string} */ by, /** @type {boolean} */ descending) => html`
    <option value=${`${by} ${descending ? "descending" : ""}`.trim()} ?selected=${sort?.by === by && sort.descending === descending}>
      ${words.t(descending ? "list.sort.down" : "list.sort.up", { column: words.t(`column.${by}`) })}
    </option>`;
  return html`
    <label class="order">
      <span class="visually-hidden">${words.t("list.sort")}</span>
      <select @change=${change}>
        <option value="" ?selected=${!sort}>${words.t("list.sort.none")}</option>
        ${keys.map((by) => [option(by, false), option(by, true)])}
      </select>
    </label>
  `;
}

/** @param {import("./jianyi-list.js").JianyiList} list @param {string} text */
function later(list, text) {
  clearTimeout(typing.get(list));
  typing.set(list, setTimeout(() => now(list, text), REST));
}

/** @param {import("./jianyi-list.js").JianyiList} list @param {string} text */
function now(list, text) {
  clearTimeout(typing.get(list));
  const trimmed = text.trim();
  if (list.isConnected && trimmed !== (list.filter.text ?? "")) list.search(trimmed);
}

const TYPES = { json: "application/json", csv: "text/csv", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };

/** @param {import("./jianyi-list.js").JianyiList} list @param {keyof typeof TYPES} kind */
async function save(list, kind) {
  try {
    const bytes = await list.ledger?.export(kind);
    if (bytes) download(`${list.t("list.file")}.${kind}`, [bytes], TYPES[kind]);
  } catch (error) {
    list.error = error;
  }
}
