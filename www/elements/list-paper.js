// The list on paper: every row of the selection, not only those on the screen.
import { roleLabel } from "../charts/picture.js";
import { line, table } from "../document/sheet.js";
import { chipsOf } from "./jianyi-chips.js";
import { printAlone } from "./printed.js";
import { seen } from "./unseen.js";

/** @typedef {import("../engine.js").Row} Row */

/** How many rows go on paper; about fifty pages. */
const MOST = 1000;
/** Rows that one question to the ledger brings. */
const PAGE = 200;
const HEADS = ["number", "title", "body", "assignedOn", "dueOn", "repliedOn", "state", "outcome", "rating"];

/** @param {import("./jianyi-list.js").JianyiList} list */
export async function printList(list) {
  const { ledger, filter, sort, words } = list;
  if (!ledger) return print();
  const summary = await ledger.summary(filter);
  /** @type {Row[]} */ const rows = [];
  for (let from = 0; from < Math.min(MOST, summary.matching); from += PAGE) {
    rows.push(...(await ledger.rows({ filter, ...(sort ? { sort } : {}), from, count: Math.min(PAGE, MOST - from) })));
  }
  const chips = chipsOf(filter, summary, words).map(({ text }) => text);
  const count = rows.length < summary.matching ? words.t("list.paper.most", { count: summary.matching, most: rows.length }) : words.t("list.count", { count: summary.matching });
  await printAlone(list, {
    parts: [
      line("title", words.t("list.title")),
      line("addressee", [count, ...(chips.length > 0 ? [words.t("list.paper.filter", { filters: words.list(chips) })] : [])].join(words.localized("；", "; "))),
      ...table(HEADS.map((id) => words.t(`column.${id}`)), rows.map((row) => cells(list, row))),
    ],
  });
}

/** @param {import("./jianyi-list.js").JianyiList} list @param {Row} row */
function cells({ words, profile }, row) {
  const unpublished = words.t("unpublished.mark");
  const marks = [words.label("kind", row.kind), ...(row.key ? [words.t("list.key")] : [])];
  const bodies = row.bodies.length > 0 ? (seen(words.list(row.bodies)) ?? "") : unpublished;
  return [
    `${seen(row.number) ?? unpublished} ${marks.join(" ")}`,
    seen(row.title) ?? unpublished,
    row.role ? `${bodies} ${roleLabel({ profile }, words, row.role)}` : bodies,
    row.assignedOn ?? "",
    row.dueOn ?? "",
    row.repliedOn ?? "",
    words.label("state", row.state),
    row.outcome ?? "",
    row.rating ? words.label("rating", row.rating) : "",
  ];
}
