import { fromCore } from "./error.js";
import { compile } from "./module.js";

/**
 * A module beside the core, fetched when it is first needed: `desk` for what the first view does not need of a ledger,
 * `office` for workbooks, `review` for letters and reports.
 *
 * @typedef {URL | string | BufferSource | (() => BufferSource)} SideWasm
 *
 * @typedef {object} Uses
 * @property {<T>(work: (glue: any) => T) => Promise<T>} use works with the module's JavaScript
 * @property {() => unknown} instance stands for the module's memory: another one, once a trap has spoiled it
 *
 * @typedef {((name: string, ...values: any[]) => Promise<any>) & Uses} SideModule calls the function of that name
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
  const use = async (/** @type {(glue: any) => any} */ work) => {
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
      return work(glue);
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
  const call = (/** @type {string} */ name, /** @type {any[]} */ ...values) => use((glue) => glue[name](...values));
  return Object.assign(call, { use, instance: () => opening });
}
