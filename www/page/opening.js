// Reading a ledger: one at a time, with progress, and the older one stays until the new one stands.
import { sharedEngine } from "../elements/shared-engine.js";

/** @typedef {{ name: string, bytes: number, total?: number, entries: number, seconds?: number }} Progress `seconds` that are left */

/** Opens ledgers one after another; a later call ends an earlier one. */
export class Opening {
  /** @param {(progress: Progress | null) => void} show */
  constructor(show) {
    this.show = show;
    /** @type {AbortController | null} */
    this.abort = null;
  }

  /**
   * @param {string} name
   * @param {(signal: AbortSignal) => Promise<Blob | Response>} source
   * @param {{ profile?: string, mapping?: object, aliases?: string, holidays?: string }} [how] by which rules and tables, with which columns; the ledger's own where not given
   * @returns {Promise<any>} the ledger; null where it was cancelled or overtaken
   */
  async open(name, source, how = {}) {
    this.cancel();
    const abort = (this.abort = new AbortController());
    const show = (/** @type {Omit<Progress, "name"> | null} */ progress) => abort === this.abort && this.show(progress && { name, ...progress, seconds: left(started, progress) });
    const started = performance.now();
    show({ bytes: 0, entries: 0 });
    try {
      const [engine, input] = await Promise.all([sharedEngine(), source(abort.signal)]);
      const ledger = await engine.openLedger(input, { name, ...how, signal: abort.signal, onProgress: show });
      if (abort.signal.aborted) return ledger.close(), null;
      return ledger;
    } catch (error) {
      if (abort.signal.aborted) return null;
      throw error;
    } finally {
      show(null);
    }
  }

  /** Ends the reading under way. */
  cancel() {
    this.abort?.abort();
  }
}

/** @param {number} started @param {{ bytes: number, total?: number }} progress */
function left(started, { bytes, total }) {
  const passed = (performance.now() - started) / 1000;
  return total && bytes > 0 && passed > 1 ? Math.max(1, Math.ceil((passed * (total - bytes)) / bytes)) : undefined;
}
