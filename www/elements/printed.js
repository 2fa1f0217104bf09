// A sheet alone on paper: what goes to a word processor, as the browser prints it.
import { html, nothing } from "lit";
import { footPaper } from "./paper-foot.js";

/** @typedef {import("../engine/document.js").DocumentSheet} DocumentSheet */
/** @typedef {import("./base.js").JianyiElement & { printing: DocumentSheet | null, ledger?: import("../engine.js").Ledger | null }} Printing its styles hold `printed.css` */

const PRINTING = "data-printing";
/** A day stands on one line. */
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Prints `sheet` and nothing else of the page. @param {Printing} view @param {DocumentSheet} sheet */
export async function printAlone(view, sheet) {
  // a view that was opened straight away has asked for no summary yet
  if (view.ledger) footPaper(await view.ledger.summary(), view.words);
  view.printing = sheet;
  // the page hides its own bar and foot, wherever in it the view stands
  for (const place of [view, document.body]) place.setAttribute(PRINTING, "");
  await view.updateComplete;
  const done = () => {
    view.printing = null;
    for (const place of [view, document.body]) place.removeAttribute(PRINTING);
  };
  addEventListener("afterprint", done, { once: true });
  print();
}

/** The sheet that is being printed. @param {Printing} view */
export function printed({ printing }) {
  if (!printing) return nothing;
  return html`<div class="on-paper" lang="zh-CN">
    ${printing.parts.map((part) => (part.kind === "table" ? table(part) : html`<p class=${part.style}>${part.runs.map(({ text }) => text).join("")}</p>`))}
    ${printing.footer ? html`<p class="note">${printing.footer}</p>` : nothing}
  </div>`;
}

/** @param {{ heading?: boolean, rows: string[][] }} part */
function table({ heading, rows }) {
  const [head, ...rest] = heading ? rows : [[], ...rows];
  return html`<table>
    ${heading ? html`<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>` : nothing}
    <tbody>${rest.map((row) => html`<tr>${row.map((cell) => html`<td class=${DAY.test(cell) ? "day" : ""}>${cell}</td>`)}</tr>`)}</tbody>
  </table>`;
}
