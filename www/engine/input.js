import { engineError } from "./error.js";

/**
 * @typedef {Blob | ArrayBuffer | Uint8Array | Response | string} Input what a ledger is opened from; a string is the text itself
 *
 * @typedef {object} Source
 * @property {AsyncIterable<Uint8Array>} chunks the bytes in order; a chunk belongs to who takes it
 * @property {number} [total] of bytes, where it is known
 * @property {string} [name] of the file, where the input has one
 * @property {boolean} isStream whether what arrived is worth having when the rest does not come
 * @property {() => Input} again an input of the same bytes, once all chunks were taken
 */

/**
 * The input as chunks of about `size` bytes.
 *
 * @param {Input} input
 * @param {number} size
 * @param {AbortSignal | undefined} signal ends a stream at once
 * @returns {Source}
 * @throws {JianyiError} `input-kind`, `http-error`, `input-used`
 */
export function source(input, size, signal) {
  const again = () => input;
  if (typeof input === "string") return { chunks: ofText(input, size), isStream: false, again };
  if (input instanceof ArrayBuffer) return { ...ofBytes(new Uint8Array(input), size), again };
  if (input instanceof Uint8Array) return { ...ofBytes(input, size), again };
  if (input instanceof Blob) {
    const name = "name" in input && typeof input.name === "string" && input.name !== "" ? input.name : undefined;
    return { chunks: ofBlob(input, size), total: input.size, name, isStream: false, again };
  }
  if (input instanceof Response) return ofResponse(input, signal);
  throw engineError("input-kind", { kind: input === null ? "null" : typeof input });
}

/** Slices of one buffer are copies, since a chunk may be transferred to a worker and the caller keeps the buffer. */
function ofBytes(/** @type {Uint8Array} */ bytes, /** @type {number} */ size) {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
  }
  return { chunks: chunks(), total: bytes.length, isStream: false };
}

async function* ofText(/** @type {string} */ text, /** @type {number} */ size) {
  const encoder = new TextEncoder();
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = Math.min(at + size, text.length);
    const cutsPair = end < text.length && isHighSurrogate(text.charCodeAt(end - 1)) && end - at > 1;
    if (cutsPair) end -= 1;
    yield encoder.encode(text.slice(at, end));
  }
}

/** In slices and not by `stream()`, whose chunks are of 64 KiB in Chromium: too many messages to a worker. */
async function* ofBlob(/** @type {Blob} */ blob, /** @type {number} */ size) {
  for (let at = 0; at < blob.size; at += size) {
    let buffer;
    try {
      buffer = await blob.slice(at, at + size).arrayBuffer();
    } catch (error) {
      throw engineError("input-unreadable", {}, { place: { byte: at }, detail: String(error) });
    }
    yield new Uint8Array(buffer);
  }
}

/** @param {Response} response @param {AbortSignal | undefined} signal @returns {Source} */
function ofResponse(response, signal) {
  if (!response.ok) {
    const status = response.status === 0 ? response.type : `${response.status} ${response.statusText}`.trim();
    throw engineError("http-error", { status }, { place: { file: fileName(response.url) } });
  }
  if (response.bodyUsed) throw engineError("input-used");
  /** @type {Blob[]} */
  const kept = [];
  async function* chunks() {
    const reader = response.body?.getReader();
    if (!reader) return;
    const cancel = () => void reader.cancel(signal?.reason).catch(() => {});
    signal?.addEventListener("abort", cancel, { once: true });
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        kept.push(new Blob([/** @type {BlobPart} */ (part.value)]));
        yield part.value;
      }
    } finally {
      signal?.removeEventListener("abort", cancel);
      cancel();
    }
  }
  const isCompressed = response.headers.has("content-encoding");
  const length = isCompressed ? NaN : Number(response.headers.get("content-length") ?? NaN);
  return {
    chunks: chunks(),
    total: Number.isFinite(length) ? length : undefined,
    name: fileName(response.url),
    isStream: true,
    again: () => new Blob(kept),
  };
}

function fileName(/** @type {string} */ address) {
  const last = address.split(/[?#]/, 1)[0]?.split("/").pop();
  if (!last) return undefined;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

function isHighSurrogate(/** @type {number} */ unit) {
  return unit >= 0xd800 && unit <= 0xdbff;
}
