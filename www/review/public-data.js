// The summary of a public data set: `summary.json` itself, or the archive that holds it.

/** What is longer is no summary; in bytes. */
const LONGEST = 4 * 1024 * 1024;
/** What is longer is no data set; in bytes. */
const LARGEST = 256 * 1024 * 1024;

/**
 * @param {File} file
 * @returns {Promise<{ text: string } | { fault: "no-summary" | "long" | "unreadable" }>}
 */
export async function readPublicData(file) {
  if (file.size > LARGEST) return { fault: "long" };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const summary = isArchive ? await fromArchive(bytes) : bytes;
    if (!summary) return { fault: "no-summary" };
    if (summary.length > LONGEST) return { fault: "long" };
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(summary) };
  } catch {
    return { fault: "unreadable" };
  }
}

/**
 * The file `summary.json` of a ZIP archive, stored or deflated.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Uint8Array | null>} null where the archive has none
 */
async function fromArchive(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) return null;
    const [method, packed] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)];
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const local = view.getUint32(at + 42, true);
    if (name === "summary.json" || name.endsWith("/summary.json")) {
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const content = bytes.subarray(start, start + packed);
      return method === 0 ? content : method === 8 ? inflated(content) : null;
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return null;
}

/** Where the archive's last record begins; it may have a comment behind it. @param {DataView} view */
function endRecord(view) {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

/** No more than one byte over the limit is unpacked. @param {Uint8Array<ArrayBuffer>} content */
async function inflated(content) {
  const reader = new Blob([content]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  /** @type {BlobPart[]} */ const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length > LONGEST) {
      await reader.cancel();
      break;
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
