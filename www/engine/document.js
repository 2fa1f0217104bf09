import { engineError } from "./error.js";

/**
 * What was read of a document.
 *
 * @typedef {object} DocumentText
 * @property {string} text a line for each paragraph; the cells of a table's row parted by tabs
 * @property {Partial<Record<DocumentNote, number>>} notes what was decided on the way, and how often
 *
 * @typedef {"inserted" | "deleted" | "comments" | "hidden" | "pictures" | "objects" | "textBoxes" | "tables" | "numbered" | "margins" | "footnotes" | "cut"} DocumentNote
 *
 * A sheet to be written as a document.
 *
 * @typedef {object} DocumentSheet
 * @property {string} [title] of the document's properties
 * @property {string} [footer] beside the page number
 * @property {DocumentPart[]} parts
 * @property {{ author: string, text: string }[]} [comments] that runs refer to by their place
 *
 * @typedef {{ kind: "paragraph", style: DocumentStyle, runs: DocumentRun[] } | { kind: "table", heading?: boolean, rows: string[][] }} DocumentPart
 * @typedef {"title" | "addressee" | "heading" | "subheading" | "body" | "note" | "caption" | "signature"} DocumentStyle
 * @typedef {{ text: string, mark?: "strong" | "gap" | "wrong" | "doubtful", comments?: number[] }} DocumentRun
 */

/**
 * The module for documents takes and gives bytes: JSON goes in, JSON comes out.
 *
 * @param {import("./side-module.js").SideModule} office
 * @param {string} name
 * @param {any} value
 */
export async function documentWork(office, name, value) {
  if (name === "writeDocument") return office(name, new TextEncoder().encode(JSON.stringify(value)));
  const { refused, ...read } = JSON.parse(new TextDecoder().decode(await office(name, value)));
  if (refused) throw engineError(refused);
  return read;
}
