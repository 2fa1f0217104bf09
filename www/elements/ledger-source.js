// Where a board's ledger comes from: one that is given, or an address to read.
import { sharedEngine } from "./shared-engine.js";

/**
 * Reads the ledger at `src`.
 * @param {string} src
 * @param {{ profile?: string, signal: AbortSignal, onProgress: (progress: { bytes: number, total?: number, entries: number }) => void }} options
 */
export async function ledgerAt(src, { profile, signal, onProgress }) {
  const [engine, response] = await Promise.all([sharedEngine(), fetch(src, { signal })]);
  if (!response.ok) throw unreachable(src, response.status);
  const name = decodeURIComponent(new URL(src, document.baseURI).pathname.split("/").pop() ?? "");
  return engine.openLedger(response, { name, ...(profile ? { profile } : {}), signal, onProgress });
}

/**
 * @param {string} src
 * @param {number} status
 */
function unreachable(src, status) {
  return Object.assign(new Error(`无法取得文件 ${src}（HTTP ${status}）`), {
    code: "unreachable",
    messageEn: `The file ${src} could not be fetched (HTTP ${status})`,
  });
}
