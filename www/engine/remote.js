import { engineError } from "./error.js";
import { Caller } from "./rpc.js";

/** Large enough that messages do not count, small enough that a cancel is heard soon. */
const CHUNK = 1024 * 1024;
/** How long a cancelled reader may still be busy with its last chunk before its worker is ended, in milliseconds. */
const PATIENCE = 1000;

/**
 * Runs the core in a worker.
 *
 * @implements {Host}
 */
export class Remote {
  chunkSize = CHUNK;
  generation = 0;
  #startWorker;
  #module;
  #sides;
  /** @type {{ worker: Worker, caller: Caller, ready: Promise<void> } | undefined} */
  #line;

  /**
   * @param {() => Worker} startWorker
   * @param {WebAssembly.Module} module
   * @param {import("./open.js").SideAddresses} [sides]
   * @throws where workers can't be had; the caller then runs the core in its own thread
   */
  static async open(startWorker, module, sides) {
    const remote = new Remote(startWorker, module, sides);
    try {
      await remote.#connected().ready;
    } catch (error) {
      remote.close();
      throw error;
    }
    return remote;
  }

  /** @param {() => Worker} startWorker @param {WebAssembly.Module} module @param {import("./open.js").SideAddresses} [sides] */
  constructor(startWorker, module, sides) {
    this.#startWorker = startWorker;
    this.#module = module;
    this.#sides = sides;
  }

  start(/** @type {object} */ options) {
    return this.#send("start", [options]);
  }

  push(/** @type {number} */ reader, /** @type {Uint8Array} */ chunk) {
    return this.#send("push", [reader, chunk], [/** @type {ArrayBuffer} */ (chunk.buffer)]);
  }

  finish(/** @type {number} */ reader) {
    return this.#send("finish", [reader]);
  }

  async abandon(/** @type {number} */ reader) {
    const line = this.#line;
    if (!line) return;
    const patience = setTimeout(() => {
      if (this.#line === line) this.#end(engineError("interrupted"));
    }, PATIENCE);
    const answered = () => clearTimeout(patience);
    line.caller.call("abandon", [reader]).then(answered, answered);
  }

  ask(/** @type {number} */ ledger, /** @type {string} */ method, /** @type {unknown[]} */ values) {
    return this.#send("ask", [ledger, method, values]);
  }

  call(/** @type {string} */ name, /** @type {unknown[]} */ values) {
    return this.#send("call", [name, values]);
  }

  free(/** @type {number} */ ledger) {
    this.#line?.caller.call("free", [ledger]).catch(() => {});
  }

  async breathe() {}

  close() {
    this.#end(engineError("engine-closed"));
  }

  async #send(/** @type {string} */ verb, /** @type {unknown[]} */ values, /** @type {Transferable[]} */ transfer = []) {
    const line = this.#connected();
    try {
      await line.ready;
      return await line.caller.call(verb, values, transfer);
    } catch (error) {
      const isTrap = /** @type {any} */ (error)?.code === "internal";
      if (isTrap && this.#line === line) this.#end(engineError("interrupted"));
      throw error;
    }
  }

  #connected() {
    this.#line ??= this.#connect();
    return this.#line;
  }

  #connect() {
    const worker = this.#startWorker();
    const caller = new Caller(worker);
    const crashed = (/** @type {string} */ detail) => {
      if (this.#line?.worker === worker) this.#end(engineError("internal", {}, { detail }));
      else caller.fail(engineError("internal", {}, { detail }));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      crashed(`the worker stopped: ${event.message ?? event.type}`);
    };
    worker.onmessageerror = () => crashed("a message could not be read");
    const ready = caller.call("open", [this.#module, this.#sides]);
    ready.catch(() => {});
    return { worker, caller, ready };
  }

  /** Ends the worker, and with it all that it holds; the next call starts another. */
  #end(/** @type {unknown} */ error) {
    const line = this.#line;
    if (!line) return;
    this.#line = undefined;
    this.generation += 1;
    line.worker.terminate();
    line.caller.fail(error);
  }
}

/** @typedef {import("./host.js").Host} Host */
