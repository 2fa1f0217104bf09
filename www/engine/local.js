import { engineError, fromCore } from "./error.js";
import { CORE_FUNCTIONS, LEDGER_METHODS, REVIEW_FUNCTIONS } from "./host.js";

/** The core takes about 1 ms for this much: a slice that the page does not feel. */
const CHUNK = 256 * 1024;
/** Milliseconds of work after which the page may draw. */
const BREATH = 8;

/**
 * Runs the core in this thread.
 *
 * @implements {Host}
 */
export class Local {
  chunkSize = CHUNK;
  #core;
  #sides;
  #lastBreath = performance.now();
  #next = 1;
  /** @type {Map<number, { generation: number, made: any }>} readers and ledgers, by number */
  #made = new Map();

  /** @param {Glue} glue @param {WebAssembly.Module} module @param {Sides} sides */
  static async open(glue, module, sides) {
    const core = coreOf(glue);
    core.users += 1;
    core.ready ??= glue.default({ module_or_path: module });
    try {
      await core.ready;
    } catch (error) {
      core.ready = undefined;
      core.users -= 1;
      throw error;
    }
    return new Local(core, sides);
  }

  /** @param {Core} core @param {Sides} sides */
  constructor(core, sides) {
    this.#core = core;
    this.#sides = sides;
  }

  get generation() {
    return this.#core.generation;
  }

  async start(/** @type {object} */ options) {
    return this.#keep(this.#run(({ LedgerReader }) => new LedgerReader(/** @type {any} */ (options))));
  }

  async push(/** @type {number} */ reader, /** @type {Uint8Array} */ chunk) {
    return this.#run(() => this.#find(reader).push(chunk));
  }

  async finish(/** @type {number} */ reader) {
    const made = this.#find(reader);
    const workbook = this.#run(() => made.takeWorkbook());
    const grid = workbook && (await this.#sides.office("readWorkbook", workbook));
    // The reader may have been abandoned, or the core started anew, while the workbook was read.
    if (this.#find(reader) !== made) throw engineError("interrupted");
    this.#made.delete(reader);
    const ledger = this.#run(() => (grid ? made.finishWithGrid(grid) : made.finish()));
    return { ledger: this.#keep(ledger), size: ledger.size };
  }

  async abandon(/** @type {number} */ reader) {
    this.free(reader);
  }

  async ask(/** @type {number} */ ledger, /** @type {string} */ method, /** @type {unknown[]} */ values) {
    if (!LEDGER_METHODS.has(method)) throw new TypeError(`no method ${method}`);
    if (method === "export" && values[0] === "xlsx") {
      return this.#sides.office("writeWorkbook", this.#run(() => this.#find(ledger).export("table")));
    }
    const isAboutTwo = method === "compare" || method === "add";
    return this.#run(() => this.#find(ledger)[method](...(isAboutTwo ? [this.#find(/** @type {number} */ (values[0]))] : values)));
  }

  async call(/** @type {string} */ name, /** @type {unknown[]} */ values) {
    if (REVIEW_FUNCTIONS.has(name)) return this.#sides.review(name, ...values);
    if (!CORE_FUNCTIONS.has(name)) throw new TypeError(`no function ${name}`);
    return this.#run((glue) => /** @type {any} */ (glue)[name](...values));
  }

  free(/** @type {number} */ number) {
    const kept = this.#made.get(number);
    this.#made.delete(number);
    if (kept?.generation === this.generation) kept.made.free();
  }

  async breathe() {
    if (performance.now() - this.#lastBreath < BREATH) return;
    await nextTask();
    this.#lastBreath = performance.now();
  }

  /** Frees what this host made; the last of a thread gives the core's memory back. */
  close() {
    for (const number of [...this.#made.keys()]) this.free(number);
    this.#core.users -= 1;
    if (this.#core.users === 0) restart(this.#core);
  }

  #keep(/** @type {any} */ made) {
    const number = this.#next;
    this.#next += 1;
    this.#made.set(number, { generation: this.generation, made });
    return number;
  }

  #find(/** @type {number} */ number) {
    const kept = this.#made.get(number);
    if (kept?.generation !== this.generation) throw engineError("interrupted");
    return kept.made;
  }

  /** @template T @param {(glue: Glue) => T} work @returns {T} */
  #run(work) {
    try {
      return work(this.#core.glue);
    } catch (thrown) {
      const error = fromCore(thrown);
      if (error.code === "internal") restart(this.#core);
      throw error;
    }
  }
}

/**
 * @typedef {import("./host.js").Host} Host
 * @typedef {import("./host.js").Glue} Glue
 * @typedef {{ office: import("./side-module.js").SideModule, review: import("./side-module.js").SideModule }} Sides
 * @typedef {{ glue: Glue, generation: number, users: number, ready: Promise<unknown> | undefined }} Core
 */

/** @type {WeakMap<object, Core>} wasm-bindgen's JavaScript holds one instance, whoever asks for it */
const cores = new WeakMap();

/** @param {Glue} glue @returns {Core} */
function coreOf(glue) {
  let core = cores.get(glue);
  if (!core) {
    core = { glue, generation: 0, users: 0, ready: undefined };
    cores.set(glue, core);
  }
  return core;
}

/** After a trap the core's memory can't be trusted: a fresh instance takes its place, everything in it is gone. */
function restart(/** @type {Core} */ core) {
  core.generation += 1;
  /** @type {any} */ (core.glue).__wbg_reset_state?.();
}

function nextTask() {
  if (typeof setImmediate === "function") return new Promise((resolve) => void setImmediate(() => resolve(undefined)));
  const { scheduler } = /** @type {any} */ (globalThis);
  if (typeof scheduler?.yield === "function") return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}
