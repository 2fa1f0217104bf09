import { engineError } from "./error.js";
import { compile } from "./module.js";

/**
 * The second module, for workbooks: bytes in, bytes out. It is fetched when the first workbook comes.
 *
 * @typedef {typeof import("../generated/office.js")} OfficeGlue
 * @typedef {URL | string | BufferSource | (() => BufferSource)} OfficeWasm
 * @typedef {(name: "readWorkbook" | "writeWorkbook", bytes: Uint8Array) => Promise<Uint8Array>} Office
 *
 * @param {() => Promise<OfficeGlue>} load
 * @param {OfficeWasm} wasm
 * @returns {Office}
 */
export function officeOf(load, wasm) {
  /** @type {Promise<OfficeGlue> | undefined} */
  let opening;
  const open = async () => {
    const glue = await load();
    await glue.default({ module_or_path: await compile(typeof wasm === "function" ? wasm() : wasm) });
    return glue;
  };
  return async (name, bytes) => {
    opening ??= open();
    try {
      const glue = await opening;
      return glue[name](bytes);
    } catch (error) {
      // A workbook that traps the module must not spoil the next one.
      /** @type {any} */ (await opening.catch(() => undefined))?.__wbg_reset_state?.();
      opening = undefined;
      throw error instanceof WebAssembly.RuntimeError ? engineError("internal", {}, { detail: String(error) }) : error;
    }
  };
}
