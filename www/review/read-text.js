import { sharedEngine } from "../elements/shared-engine.js";
import { textOfPage } from "./saved-page.js";

/** What is longer is no letter and no report, but a mistake of the hand; in characters. */
export const LONGEST = { reply: 200_000, report: 600_000 };
/** Pictures may make a document large, scripts and styles a saved page; in bytes. */
const LARGEST_DOCUMENT = 64 * 1024 * 1024;

/**
 * @typedef {import("../engine/document.js").DocumentText["notes"]} Notes
 * @typedef {{ text: string, notes?: Notes } | { fault: "binary" | "office" | "long" | "empty" | "unreadable" | import("../engine.js").JianyiError }} ReadText
 */

/**
 * The text of a file: of a Word document by its content, of a saved page what it shows; else UTF-8 or UTF-16 by its mark, else UTF-8 where it is that throughout, else GB18030.
 *
 * @param {Blob & { name?: string }} file
 * @param {number} longest in characters
 * @returns {Promise<ReadText>}
 */
export async function readText(file, longest) {
  if (/\.(pdf|xlsx?|et|zip|rar|jpe?g|png)$/i.test(file.name ?? "")) return { fault: "office" };
  // GB18030 has up to four bytes for a character.
  const isDocument = isArchive(new Uint8Array(await file.slice(0, 8).arrayBuffer().catch(() => new ArrayBuffer(0))));
  const isPage = /\.x?html?$/i.test(file.name ?? "");
  if (file.size > (isDocument || isPage ? LARGEST_DOCUMENT : longest * 4)) return { fault: "long" };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isDocument) return await documentText(bytes, longest);
    return isPage ? pageText(bytes, longest) : decoded(bytes, longest);
  } catch {
    return { fault: "unreadable" };
  }
}

/**
 * The same for a text that was pasted.
 *
 * @param {string} text
 * @param {number} longest
 * @returns {ReadText}
 */
export function takeText(text, longest) {
  if (text.length > longest) return { fault: "long" };
  // No text has NUL or many replacement characters in it.
  const strange = text.match(/[\0-\x08\x0e-\x1f\ufffd]/g)?.length ?? 0;
  if (text.includes("\0") || strange > 8 + text.length / 50) return { fault: "binary" };
  if (text.trim() === "") return { fault: "empty" };
  return { text: text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n") };
}

/** @param {Uint8Array} bytes @param {number} longest @returns {ReadText} */
function decoded(bytes, longest) {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  for (const encoding of marked ? [marked] : ["utf-8", "gb18030"]) {
    try {
      return takeText(new TextDecoder(encoding, { fatal: true }).decode(bytes), longest);
    } catch {
      // Then it is in the other one.
    }
  }
  return { fault: "binary" };
}

/** @param {Uint8Array} bytes @param {number} longest @returns {ReadText} */
function pageText(bytes, longest) {
  const page = decoded(bytes, LARGEST_DOCUMENT);
  return "fault" in page ? page : takeText(textOfPage(page.text), longest);
}

/** How DOCX begins, and how the old formats and documents with a password do. @param {Uint8Array} start */
function isArchive(start) {
  const begins = (/** @type {number[]} */ ...bytes) => bytes.every((byte, at) => start[at] === byte);
  return begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0);
}

/** @param {Uint8Array} bytes @param {number} longest @returns {Promise<ReadText>} */
async function documentText(bytes, longest) {
  try {
    const { text, notes } = await (await sharedEngine()).readDocument(bytes);
    const taken = takeText(text, longest);
    return "fault" in taken ? taken : { ...taken, notes };
  } catch (error) {
    return { fault: /** @type {import("../engine.js").JianyiError} */ (error) };
  }
}
