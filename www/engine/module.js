import { engineError } from "./error.js";

/**
 * The compiled module: from bytes, or from an address that a page fetches and Node reads.
 *
 * @param {URL | string | BufferSource} wasm
 * @returns {Promise<WebAssembly.Module>}
 * @throws {JianyiError} `wasm-not-loaded`
 */
export async function compile(wasm) {
  const isAddress = typeof wasm === "string" || wasm instanceof URL;
  try {
    return await (isAddress ? compileFrom(await address(wasm)) : WebAssembly.compile(wasm));
  } catch (error) {
    throw engineError("wasm-not-loaded", { address: isAddress ? String(wasm) : "BufferSource" }, { detail: String(error) });
  }
}

async function compileFrom(/** @type {URL} */ url) {
  if (url.protocol === "file:" && isNode()) {
    const { readFile } = await import("node:fs/promises");
    return WebAssembly.compile(/** @type {BufferSource} */ (await readFile(url)));
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const isServedAsWasm = response.headers.get("content-type")?.startsWith("application/wasm");
  // Hosts that do not know the type are common on intranets.
  return isServedAsWasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** A page resolves a relative address as links do, Node as a path. */
async function address(/** @type {URL | string} */ wasm) {
  if (wasm instanceof URL) return wasm;
  if (!isNode()) return new URL(wasm, globalThis.location.href);
  const { pathToFileURL } = await import("node:url");
  return new URL(wasm, pathToFileURL(`${process.cwd()}/`));
}

export function isNode() {
  return typeof process === "object" && typeof process.versions?.node === "string" && typeof document === "undefined";
}
