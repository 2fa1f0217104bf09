import { Engine } from "./engine.js";
import { Local } from "./local.js";
import { compile, isNode } from "./module.js";
import { checked } from "./options.js";
import { Remote } from "./remote.js";

/**
 * @typedef {object} EngineOptions
 * @property {boolean} [worker] whether to run in a worker; not given: where a page can have one
 * @property {URL | string | BufferSource} [wasm] the module or its address; not given: beside `engine.js`
 * @property {import("./office.js").OfficeWasm} [office] the module for workbooks, or its address; not given: beside `engine.js`
 */

/**
 * @param {import("./host.js").Glue} glue
 * @param {{ wasm: URL, worker: URL, office: (wasm?: import("./office.js").OfficeWasm) => import("./office.js").Office, localDate: () => string }} surroundings
 * @param {EngineOptions} [options]
 */
export async function open(glue, surroundings, options) {
  const { worker = mayHaveWorker(surroundings.worker), wasm = surroundings.wasm, office } = checked(options, { worker: "yesNo", wasm: "wasm", office: "office" });
  const module = await compile(wasm);
  const inWorker = worker ? await Remote.open(() => startWorker(surroundings.worker), module, office instanceof URL ? office.href : office).catch(() => undefined) : undefined;
  const host = inWorker ?? (await Local.open(glue, module, surroundings.office(office)));
  return new Engine(host, surroundings.localDate);
}

/** A page that was opened as a file can't start a worker of another file; Node and workers are no page. */
function mayHaveWorker(/** @type {URL} */ address) {
  const isPage = typeof document !== "undefined" && !isNode();
  return isPage && typeof Worker === "function" && /^https?:$/.test(address.protocol);
}

/** Workers of another origin are refused; one of this page's may import it. */
function startWorker(/** @type {URL} */ address) {
  if (address.origin === globalThis.location.origin) return new Worker(address, { type: "module" });
  const script = URL.createObjectURL(new Blob([`import ${JSON.stringify(address.href)};`], { type: "text/javascript" }));
  const worker = new Worker(script, { type: "module" });
  setTimeout(() => URL.revokeObjectURL(script), 60_000);
  return worker;
}
