/** What is longer is no letter and no report, but a mistake of the hand; in characters. */
export const LONGEST = { reply: 200_000, report: 600_000 };

/** @typedef {{ text: string } | { fault: "binary" | "office" | "long" | "empty" | "unreadable" }} ReadText */

/**
 * The text of a file: UTF-8 or UTF-16 by its mark, else UTF-8 where it is that throughout, else GB18030.
 *
 * @param {Blob & { name?: string }} file
 * @param {number} longest in characters
 * @returns {Promise<ReadText>}
 */
export async function readText(file, longest) {
  if (/\.(docx?|wps|pdf|xlsx?|zip|rar)$/i.test(file.name ?? "")) return { fault: "office" };
  // GB18030 has up to four bytes for a character.
  if (file.size > longest * 4) return { fault: "long" };
  try {
    return decoded(new Uint8Array(await file.arrayBuffer()), longest);
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
