import { Engine } from "./engine.js";
import { Local } from "./local.js";
import { compile, isNode } from "./module.js";
import { checked } from "./options.js";
import { Remote } from "./remote.js";

/**
 * @typedef {object} EngineOptions
 * @property {boolean} [worker] whether to run in a worker; not given: where a page can have one
 * @property {URL | string | BufferSource} [wasm] the module or its address; not given: beside `engine.js`
 * @property {import("./side-module.js").SideWasm} [office] the module for workbooks, or its address; not given: beside `engine.js`
 * @property {import("./side-module.js").SideWasm} [desk] the module for what the first view does not need of a ledger, or its address; not given: beside `engine.js`
 * @property {import("./side-module.js").SideWasm} [review] the module for letters and reports, or its address; not given: beside `engine.js`
 *
 * @typedef {{ desk?: import("./side-module.js").SideWasm, office?: import("./side-module.js").SideWasm, review?: import("./side-module.js").SideWasm }} SideAddresses
 */

/**
 * @param {import("./host.js").Glue} glue
 * @param {{ wasm: URL, worker: URL, sides: (addresses?: SideAddresses) => import("./local.js").Sides, localDate: () => string }} surroundings
 * @param {EngineOptions} [options]
 */
export async function open(glue, surroundings, options) {
  const { worker = mayHaveWorker(surroundings.worker), wasm = surroundings.wasm, desk, office, review } = checked(options, { worker: "yesNo", wasm: "wasm", desk: "side", office: "side", review: "side" });
  const module = await compile(wasm);
  const inWorker = worker ? await Remote.open(() => startWorker(surroundings.worker), module, { desk: sendable(desk), office: sendable(office), review: sendable(review) }).catch(() => undefined) : undefined;
  const host = inWorker ?? (await Local.open(glue, module, surroundings.sides({ desk, office, review })));
  return new Engine(host, surroundings.localDate);
}

/** An address object can't be sent to a worker, its text can. @param {any} wasm */
function sendable(wasm) {
  return wasm instanceof URL ? wasm.href : wasm;
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
