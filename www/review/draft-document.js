// A drafted report for a word processor: tables as tables, gaps marked, changed figures with the ledger's in the margin.
import { bodyStyle, paragraphs } from "../document/sheet.js";

/**
 * @param {import("../locales/index.js").Catalogue} words
 * @param {import("./draft-session.js").DraftSession} session
 * @returns {import("../engine/document.js").DocumentSheet}
 */
export function draftDocument(words, session) {
  const changed = session.figures.filter((figure) => session.isChanged(figure));
  const comments = changed.map(({ printed }) => ({ author: words.t("product"), text: words.t("draft.of.ledger", { printed }) }));
  /** @type {import("../document/sheet.js").SheetLayer[]} */
  const layers = [...changed.map(({ span }, comment) => ({ span, mark: /** @type {"wrong"} */ ("wrong"), comment })), ...session.openGaps.map(({ span }) => ({ span, mark: /** @type {"gap"} */ ("gap") }))];
  const styles = session.paragraphs.map(({ style, span }) => ({ style, span }));
  /** @type {string[]} by line */
  const drafted = [];
  const parts = paragraphs(session.text.replace(/\n+$/, ""), layers, (line, start) => {
    const { style } = styles.find(({ span }) => span[0] <= start + 1 && start < Math.max(span[1], span[0] + 1)) ?? { style: bodyStyle(line) };
    drafted.push(style);
    return /** @type {any} */ (style === "row" ? "body" : style);
  });
  /** @type {import("../engine/document.js").DocumentPart[]} */
  const joined = [];
  for (const [at, part] of parts.entries()) {
    const before = joined.at(-1);
    if (drafted[at] !== "row" || part.kind !== "paragraph") joined.push(part);
    else {
      const cells = part.runs.map(({ text }) => text).join("").split("\t");
      if (before?.kind === "table") before.rows.push(cells);
      else joined.push({ kind: "table", heading: true, rows: [cells] });
    }
  }
  return { parts: joined, comments };
}
