/** 0x1b3: the FNV prime of 64 bits is 2^40 + this. */
const PRIME = 0x1b3;
const TWO_32 = 0x100000000;

/**
 * The name of a text: FNV-1a of 64 bits over its UTF-16 units, and its length. It tells texts apart, it proves nothing;
 * `crypto.subtle` is not there on an intranet without https.
 *
 * @param {string} text
 */
export function hashOf(text) {
  // The offset basis of FNV-1a, in halves.
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (let at = 0; at < text.length; at += 1) {
    low = (low ^ text.charCodeAt(at)) >>> 0;
    const product = low * PRIME;
    high = (Math.imul(high, PRIME) + Math.floor(product / TWO_32) + (low << 8)) >>> 0;
    low = product % TWO_32;
  }
  const hex = (/** @type {number} */ half) => half.toString(16).padStart(8, "0");
  return `${hex(high)}${hex(low)}-${text.length}`;
}
