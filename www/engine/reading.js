import { JianyiError, connectionBroken, engineError } from "./error.js";
import { source } from "./input.js";

/**
 * @typedef {import("./host.js").Host} Host
 * @typedef {import("./input.js").Input} Input
 * @typedef {{ bytes: number, total?: number, entries: number }} Progress
 *
 * @typedef {object} Opened
 * @property {number} ledger by which the host knows it
 * @property {number} size entries
 * @property {import("../generated/jianyi.js").Problem[]} broken empty, or the problem of a stream that broke
 * @property {Input} again opens the same bytes again
 */

/**
 * Reads the input into a ledger of the host, chunk by chunk.
 *
 * @param {Host} host
 * @param {Input} input
 * @param {object} options of the core's reader
 * @param {{ onProgress?: (progress: Progress) => void, signal?: AbortSignal }} watch
 * @returns {Promise<Opened>} rejects with the signal's reason as soon as it is aborted
 */
export async function read(host, input, options, { onProgress, signal }) {
  signal?.throwIfAborted();
  const from = source(input, host.chunkSize, signal);
  const name = /** @type {any} */ (options).name ?? from.name;
  const starting = host.start({ ...options, name, total: from.total });
  const { aborted, settle } = abortion(signal);
  try {
    const filling = starting.then((reader) => fill(host, reader, { from, name, onProgress, signal }));
    return await Promise.race([filling, aborted]);
  } catch (error) {
    starting.then((reader) => host.abandon(reader)).catch(() => {});
    throw error;
  } finally {
    settle();
  }
}

/**
 * @param {Host} host
 * @param {number} reader
 * @param {{ from: import("./input.js").Source, name?: string, onProgress?: (progress: Progress) => void, signal?: AbortSignal }} reading
 * @returns {Promise<Opened>}
 */
async function fill(host, reader, { from, name, onProgress, signal }) {
  let arrived = 0;
  /** The chunk that is being parsed while the next is being fetched. */
  let parsing = Promise.resolve();
  const parse = async (/** @type {Uint8Array} */ chunk) => {
    arrived += chunk.length;
    const { bytes, entries } = await host.push(reader, chunk);
    if (signal?.aborted) return;
    onProgress?.({ bytes, total: from.total, entries });
    await host.breathe();
  };
  /** @type {import("../generated/jianyi.js").Problem[]} */
  const broken = [];
  try {
    for await (const chunk of from.chunks) {
      await parsing;
      signal?.throwIfAborted();
      parsing = parse(chunk);
      parsing.catch(() => {});
    }
  } catch (error) {
    const isOurs = error instanceof JianyiError || signal?.aborted;
    if (isOurs || !from.isStream) throw error;
    if (arrived === 0) throw engineError("connection-failed", {}, { place: { file: name }, detail: String(error) });
    broken.push(connectionBroken(name, arrived));
  }
  await parsing;
  signal?.throwIfAborted();
  const { ledger, size } = await host.finish(reader);
  return { ledger, size, broken, again: from.again() };
}

/** A promise that only ever rejects, when the signal is aborted. */
function abortion(/** @type {AbortSignal | undefined} */ signal) {
  /** @type {() => void} */
  let settle = () => {};
  /** @type {Promise<never>} */
  const aborted = new Promise((_, reject) => {
    const stop = () => reject(signal?.reason);
    signal?.addEventListener("abort", stop, { once: true });
    settle = () => signal?.removeEventListener("abort", stop);
  });
  aborted.catch(() => {});
  return { aborted, settle };
}
