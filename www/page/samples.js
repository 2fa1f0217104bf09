// The ledgers that a newcomer can open at once. In the single file they are data blocks of the page.

/** @typedef {{ file: string, title: { zh: string, en: string }, description: { zh: string, en: string }, fictional: boolean }} Sample */

/** @returns {Promise<Sample[]>} the first is the one that the page opens on */
export async function samples() {
  return (await asset("samples/index.json")).json();
}

/** Letters and reports that a newcomer can check at once. @returns {Promise<(import("../elements/review-parts.js").TextSample & { kind: string })[]>} */
export async function textSamples() {
  const listed = await (await asset("samples/texts.json")).json();
  return listed.map((/** @type {any} */ { file, kind, title, description, beside }) => ({
    kind,
    title,
    description,
    load: async () => ({ name: file, query: { text: await (await asset(`samples/${file}`)).text(), ...beside } }),
  }));
}

/**
 * The bytes of a sample.
 * @param {string} file
 * @param {AbortSignal} signal
 */
export async function sampleBytes(file, signal) {
  return asset(`samples/${file}`, signal);
}

/**
 * @param {string} path
 * @param {AbortSignal} [signal]
 * @returns {Promise<Response>}
 */
async function asset(path, signal) {
  const block = document.querySelector(`script[data-file="${CSS.escape(path)}"]`);
  if (block) return new Response(bytesOf(block.textContent ?? ""));
  const response = await fetch(new URL(path, document.baseURI), { signal });
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response;
}

/** @param {string} base64 */
function bytesOf(base64) {
  const text = atob(base64.trim());
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
