import { engineError, fromCore } from "./error.js";
import { documentWork } from "./document.js";
import { CORE_FUNCTIONS, DESK_FUNCTIONS, DESK_METHODS, LEDGER_METHODS, OFFICE_FUNCTIONS, REVIEW_FUNCTIONS } from "./host.js";

/** The core takes about 1 ms for this much: a slice that the page does not feel. */
const CHUNK = 256 * 1024;
/** A file of more bytes goes to the desk at once, whose module is made for speed where the core's is made small. */
const LARGE = 2 * 1024 * 1024;
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
  /** @type {Map<number, Made>} readers and ledgers, by number */
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

  async start(/** @type {any} */ options) {
    if (options.total > LARGE && this.#sides?.desk && knowsSimd()) {
      // A desk that can't be fetched is no reason to read nothing: the core reads our own format, too, only slower.
      const reader = await this.#desk(({ LedgerReader }) => new LedgerReader(options)).catch(unlessUnreachable);
      if (reader) return this.#keep(reader, options, this.#sides.desk.instance());
    }
    return this.#keep(this.#run(({ LedgerReader }) => new LedgerReader(options)), options);
  }

  async push(/** @type {number} */ reader, /** @type {Uint8Array} */ chunk) {
    const progress = await this.#with(reader, (made) => made.push(chunk));
    return (await this.#handedOver(reader, false)) ?? progress;
  }

  async finish(/** @type {number} */ reader) {
    await this.#handedOver(reader, true);
    const made = this.#find(reader);
    const workbook = await this.#with(reader, () => made.takeWorkbook?.());
    const grid = workbook && (await this.#sides.office("readWorkbook", workbook));
    // The reader may have been abandoned, or the core started anew, while the workbook was read.
    if (this.#find(reader) !== made) throw engineError("interrupted");
    const { options, desk } = /** @type {Made} */ (this.#made.get(reader));
    const ledger = await this.#with(reader, () => {
      this.#made.delete(reader);
      return grid ? made.finishWithGrid(grid) : made.finish();
    });
    return { ledger: this.#keep(ledger, options, desk), size: ledger.size };
  }

  async abandon(/** @type {number} */ reader) {
    this.free(reader);
  }

  async ask(/** @type {number} */ ledger, /** @type {string} */ method, /** @type {unknown[]} */ values) {
    if (DESK_METHODS.has(method)) return this.#atDesk(ledger, method, values);
    if (!LEDGER_METHODS.has(method)) throw new TypeError(`no method ${method}`);
    return method === "export" ? this.#exported(ledger, values[0]) : this.#with(ledger, (made) => made[method](...values));
  }

  async call(/** @type {string} */ name, /** @type {unknown[]} */ values) {
    if (REVIEW_FUNCTIONS.has(name)) return this.#sides.review(name, ...values);
    if (OFFICE_FUNCTIONS.has(name)) return documentWork(this.#sides.office, name, values[0]);
    if (DESK_FUNCTIONS.has(name)) return this.#desk((glue) => glue[name](...values));
    if (!CORE_FUNCTIONS.has(name)) throw new TypeError(`no function ${name}`);
    return this.#run((glue) => /** @type {any} */ (glue)[name](...values));
  }

  free(/** @type {number} */ number) {
    const kept = this.#made.get(number);
    this.#made.delete(number);
    const { desk } = this.#sides;
    if (kept && (kept.desk ? kept.desk === desk.instance() : kept.generation === this.generation)) kept.made.free();
    const seat = kept?.seat;
    if (seat && seat.instance === desk.instance()) seat.handle.free();
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

  /** The desk has a memory of its own: a ledger is copied there when something is first asked of it. */
  async #atDesk(/** @type {number} */ ledger, /** @type {string} */ method, /** @type {unknown[]} */ values) {
    const handle = await this.#seated(ledger);
    const rest = [...values];
    const other = SECOND_LEDGER[method];
    if (other !== undefined) rest[other] = await this.#seated(/** @type {number} */ (values[other]));
    return this.#desk(() => handle[method](...rest));
  }

  async #exported(/** @type {number} */ ledger, /** @type {unknown} */ kind) {
    if (kind === "json") return this.#with(ledger, (made) => made.toJson());
    const table = await this.#atDesk(ledger, "exportTable", [kind]);
    return kind === "xlsx" ? this.#sides.office("writeWorkbook", table) : table;
  }

  /**
   * The core reads `jianyi/ledger/1` and nothing else: a file of another format goes on at the desk.
   * @param {number} number of the reader
   * @param {boolean} atEnd whether nothing more arrives
   * @returns {Promise<{ bytes: number, entries: number } | undefined>} the progress there, where it was handed over
   */
  async #handedOver(number, atEnd) {
    const arrived = this.#isAtDesk(number) ? undefined : this.#run(() => this.#find(number).handOver(atEnd));
    if (!arrived) return undefined;
    const kept = /** @type {Made} */ (this.#made.get(number));
    return this.#desk(({ LedgerReader }) => {
      if (this.#made.get(number) !== kept) throw engineError("interrupted");
      const atCore = kept.made;
      kept.made = new LedgerReader(kept.options);
      kept.desk = this.#sides.desk.instance();
      if (kept.generation === this.generation) atCore.free();
      return kept.made.push(arrived);
    });
  }

  #seated(/** @type {number} */ ledger) {
    const { desk } = this.#sides;
    return this.#desk((glue) => {
      const made = this.#find(ledger);
      const kept = /** @type {Made} */ (this.#made.get(ledger));
      if (kept.desk) return made;
      if (kept.seat && kept.seat.instance === desk.instance()) return kept.seat.handle;
      const bytes = this.#run(() => kept.made.toJson());
      const { mapping: _, format: __, ...options } = kept.options;
      const reader = new glue.LedgerReader({ ...options, total: bytes.length });
      reader.push(bytes);
      const handle = reader.finish();
      kept.seat = { instance: desk.instance(), handle };
      return handle;
    });
  }

  /** @param {any} made @param {any} options @param {unknown} [desk] the desk's instance, where it was made there */
  #keep(made, options, desk) {
    const number = this.#next;
    this.#next += 1;
    this.#made.set(number, { generation: this.generation, made, options, desk });
    return number;
  }

  #find(/** @type {number} */ number) {
    const kept = this.#made.get(number);
    const isThere = kept && (kept.desk ? kept.desk === this.#sides.desk.instance() : kept.generation === this.generation);
    if (!isThere) throw engineError("interrupted");
    return kept.made;
  }

  #isAtDesk(/** @type {number} */ number) {
    return this.#made.get(number)?.desk !== undefined;
  }

  /** Works with a reader or a ledger where it was made. @template T @param {number} number @param {(made: any) => T} work @returns {T | Promise<T>} */
  #with(number, work) {
    const inPlace = () => work(this.#find(number));
    return this.#isAtDesk(number) ? this.#desk(inPlace) : this.#run(inPlace);
  }

  /** A trap takes the ledgers that were read at the desk with it: everything starts anew, as after a trap of the core. */
  async #desk(/** @type {(glue: any) => any} */ work) {
    try {
      return await this.#sides.desk.use(work);
    } catch (thrown) {
      const isSpoilt = fromCore(thrown).code === "internal" && [...this.#made.values()].some(({ desk }) => desk);
      if (isSpoilt) restart(this.#core);
      throw thrown;
    }
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
 * @typedef {{ generation: number, made: any, options: any, desk?: unknown, seat?: { instance: unknown, handle: any } }} Made `desk` is the desk's instance where it was made there, `seat` its copy there
 * @typedef {{ desk: import("./side-module.js").SideModule, office: import("./side-module.js").SideModule, review: import("./side-module.js").SideModule }} Sides
 * @typedef {{ glue: Glue, generation: number, users: number, ready: Promise<unknown> | undefined }} Core
 */

/** @type {Record<string, number>} where a method of the desk takes another ledger, named by its number, among its values */
const SECOND_LEDGER = { add: 0, compare: 0, contrastWith: 1 };

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

/** Whether the engine knows 128-bit vectors: a module with one function of one such instruction. */
function knowsSimd() {
  return WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]));
}

/** @param {import("./error.js").JianyiError} error */
function unlessUnreachable(error) {
  if (error.code !== "wasm-not-loaded") throw error;
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
