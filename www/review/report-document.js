// A report with what its figures say against each other in the margin, for a word processor.
import { bodyStyle, paragraphs } from "../document/sheet.js";

/**
 * @param {import("../locales/index.js").Catalogue} words
 * @param {string} text
 * @param {import("../engine.js").ReportAudit} audit
 * @returns {import("../engine/document.js").DocumentSheet}
 */
export function reportDocument(words, text, { findings, coverage: [part, whole] }) {
  const said = (/** @type {string} */ name, /** @type {string | null | undefined} */ value) => (value ? `${words.t(name)}：${value}` : "");
  const comments = findings.map((finding) => ({
    author: words.t("product"),
    text: [finding.message, said("review.expected", finding.expected), said("review.actual", finding.actual)].filter(Boolean).join("\n"),
  }));
  /** @type {import("../document/sheet.js").SheetLayer[]} */
  const layers = findings.flatMap(({ spans, severity }, comment) => spans.map((span) => ({ span, mark: severity === "error" ? "wrong" : "doubtful", comment })));
  const first = text.search(/\S/);
  const styleOf = (/** @type {string} */ line, /** @type {number} */ start) => {
    if (start <= first && first < start + line.length + 1 && line.length <= 60 && !/[。；，]/.test(line)) return "title";
    return bodyStyle(line);
  };
  return { footer: words.t("report.coverage", { part, whole }), parts: paragraphs(text, layers, styleOf), comments };
}
