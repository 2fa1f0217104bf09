import { fromCore } from "./error.js";
import { compile } from "./module.js";

/**
 * A module beside the core, fetched when it is first needed: `office` for workbooks, `review` for letters and reports.
 *
 * @typedef {URL | string | BufferSource | (() => BufferSource)} SideWasm
 * @typedef {(name: string, ...values: any[]) => Promise<any>} SideModule
 *
 * @param {() => Promise<any>} load the module's JavaScript
 * @param {SideWasm} wasm
 * @returns {SideModule}
 */
export function sideModule(load, wasm) {
  /** @type {Promise<any> | undefined} */
  let opening;
  const open = async () => {
    const glue = await load();
    await glue.default({ module_or_path: await compile(typeof wasm === "function" ? wasm() : wasm) });
    return glue;
  };
  return async (name, ...values) => {
    opening ??= open();
    const mine = opening;
    let glue;
    try {
      glue = await mine;
    } catch (error) {
      if (opening === mine) opening = undefined;
      throw error;
    }
    try {
      return glue[name](...values);
    } catch (thrown) {
      const error = fromCore(thrown);
      // What trapped a module must not spoil the next call.
      if (error.code === "internal") {
        glue.__wbg_reset_state?.();
        if (opening === mine) opening = undefined;
      }
      throw error;
    }
  };
}
