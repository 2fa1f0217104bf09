// The columns of the list: which there are, and what stands in a cell.
import { html, nothing } from "lit";
import { roleLabel } from "../charts/picture.js";
import { stateMark } from "./state-mark.js";
import { seen } from "./unseen.js";

/**
 * @typedef {import("../engine.js").Row} Row
 * @typedef {import("../locales/index.js").Catalogue} Catalogue
 * @typedef {import("../engine.js").ProfileSummary | undefined} Profile
 * @typedef {{ id: string, sortable: boolean, cell: (row: Row, words: Catalogue, profile: Profile) => unknown }} Column
 */

/** States in which a reply is known to be there. */
const REPLIED = ["in-time", "late", "answered"];
/** States in which none is owed. */
const NONE_OWED = ["no-reply-owed", "withdrawn"];

/** @type {Column[]} in reading order; `id` is the key that the core sorts by */
export const COLUMNS = [
  { id: "number", sortable: true, cell: (row, words) => twoLines(seen(row.number) ?? unpublished(words), words.label("kind", row.kind)) },
  { id: "title", sortable: true, cell: title },
  { id: "leadSubmitter", sortable: true, cell: (row, words) => twoLines(seen(row.leadSubmitter) ?? unpublished(words), seen(row.delegation)) },
  { id: "body", sortable: true, cell: bodies },
  { id: "topic", sortable: true, cell: (row, words) => seen(row.topic) ?? unpublished(words) },
  { id: "assignedOn", sortable: true, cell: (row, words) => row.assignedOn ?? unpublished(words) },
  { id: "dueOn", sortable: true, cell: due },
  { id: "repliedOn", sortable: true, cell: (row, words) => row.repliedOn ?? (REPLIED.includes(row.state) ? unpublished(words) : none()) },
  { id: "state", sortable: true, cell: (row, words) => stateMark(words, row.state) },
  { id: "outcome", sortable: true, cell: outcome },
  { id: "rating", sortable: false, cell: (row, words) => (row.rating ? words.label("rating", row.rating) : none()) },
];

/** Orders that no column shows. */
export const MORE_ORDERS = ["kind"];

/** @param {Row} row @param {Catalogue} words */
function title(row, words) {
  return html`
    <span class="name" title=${seen(row.title) ?? ""}>
      ${row.key ? html`<span class="tag key">${words.t("list.key")}</span>` : nothing}${seen(row.title) ?? unpublished(words)}
    </span>
    ${row.problems > 0 ? html`<span class="second problems">${words.t("list.problems", { count: row.problems })}</span>` : nothing}
  `;
}

/** @param {Row} row @param {Catalogue} words @param {Profile} profile */
function bodies(row, words, profile) {
  const names = row.bodies.length > 0 ? seen(words.list(row.bodies)) : unpublished(words);
  return twoLines(names, row.role ? roleLabel({ profile }, words, row.role) : undefined);
}

/** @param {Row} row @param {Catalogue} _words @param {Profile} profile */
function outcome(row, _words, profile) {
  const meaning = profile?.marks.find(({ mark }) => mark === row.outcome)?.label;
  return row.outcome ? html`<span class="tag outcome" title=${meaning ?? ""}>${row.outcome}</span>` : none();
}

/** Cards have no column heads, so that the date brings its own. @param {Row} row @param {Catalogue} words */
function due(row, words) {
  if (!row.dueOn && NONE_OWED.includes(row.state)) return none();
  return html`<span class="caption">${words.t("column.dueOn")} </span>${row.dueOn ?? unpublished(words)}`;
}

/** @param {unknown} first @param {string | null | undefined} second */
function twoLines(first, second) {
  return html`<span class="first" title=${typeof first === "string" ? first : ""}>${first}</span>${second ? html`<span class="second">${second}</span>` : nothing}`;
}

/** @param {Catalogue} words */
function unpublished(words) {
  return html`<span class="unpublished">${words.t("unpublished.mark")}</span>`;
}

/** There is none, and none is missing. */
function none() {
  return html`<span class="unpublished" aria-hidden="true">–</span>`;
}
