// Texts on their way to a word processor: paragraphs set as in an official document, marked spans, comments.
import { piecesOf } from "../review/pieces.js";

/**
 * @typedef {import("../engine/document.js").DocumentSheet} DocumentSheet
 * @typedef {import("../engine/document.js").DocumentPart} DocumentPart
 * @typedef {import("../engine/document.js").DocumentStyle} DocumentStyle
 * @typedef {import("../engine/document.js").DocumentRun} DocumentRun
 * @typedef {{ span: [number, number], mark?: DocumentRun["mark"], comment?: number }} SheetLayer the gravest mark first
 */

/** @param {DocumentStyle} style @param {string} text @returns {DocumentPart} */
export function line(style, text) {
  return { kind: "paragraph", style, runs: [{ text }] };
}

/** A table with a heading row; nothing where there are no rows. @param {string[]} head empty: without a heading @param {string[][]} rows @returns {DocumentPart[]} */
export function table(head, rows) {
  if (rows.length === 0) return [];
  return [{ kind: "table", heading: head.length > 0, rows: head.length > 0 ? [head, ...rows] : rows }];
}

/**
 * A text as paragraphs, a line each, cut where something lies over it.
 *
 * @param {string} text
 * @param {SheetLayer[]} layers
 * @param {(line: string, start: number) => DocumentStyle} styleOf
 * @returns {DocumentPart[]}
 */
export function paragraphs(text, layers, styleOf) {
  /** @type {{ start: number, runs: DocumentRun[] }[]} */
  const lines = [{ start: 0, runs: [] }];
  for (const { start, end, layers: over } of piecesOf(text.length, layers)) {
    const mark = over.find((layer) => layer.mark)?.mark;
    const comments = [...new Set(over.flatMap(({ comment }) => comment ?? []))];
    let at = start;
    for (const [place, words] of text.slice(start, end).split("\n").entries()) {
      if (place > 0) lines.push({ start: at, runs: [] });
      if (words) lines[lines.length - 1].runs.push({ text: words, ...(mark ? { mark } : {}), ...(comments.length > 0 ? { comments } : {}) });
      at += words.length + 1;
    }
  }
  return lines.map(({ start, runs }) => {
    const words = runs.map((run) => run.text).join("");
    // The style brings the indent that a text makes of spaces.
    if (runs[0]) runs[0] = { ...runs[0], text: runs[0].text.replace(/^[\s　]+/, "") };
    return { kind: "paragraph", style: styleOf(words.trim(), start), runs };
  });
}

/** How a line within an official document is set, by its number. @param {string} line @returns {DocumentStyle} */
export function bodyStyle(line) {
  const isShort = line.length <= 40 && !/[。；]$/.test(line);
  if (isShort && /^[一二三四五六七八九十]{1,3}、/.test(line)) return "heading";
  if (isShort && /^（[一二三四五六七八九十]{1,3}）/.test(line)) return "subheading";
  return "body";
}

/** A notice that was drafted here: its first line is the title, its last ones are the signature. @param {string} text @returns {DocumentPart[]} */
export function notice(text) {
  const lines = text.trim().split("\n");
  const isSignature = (/** @type {number} */ at) => lines.slice(at).every((words) => words.trim().length <= 30 && !/[。；：]$/.test(words.trim()));
  return lines.map((words, at) => {
    const trimmed = words.trim();
    if (at === 0) return line("title", trimmed);
    if (/^\S{2,40}：$/.test(trimmed) && at <= 3) return line("addressee", trimmed);
    return line(at >= lines.length - 3 && trimmed && isSignature(at) ? "signature" : bodyStyle(trimmed), trimmed);
  });
}
