import { JianyiError, engineError, fromCore, toMessage } from "./error.js";

/**
 * Calls by number over `postMessage`: `{ id, verb, values }` there, `{ id, value }` or `{ id, error }` back.
 * Written out because it is shorter than the use of a library: values here are plain, and nothing is proxied.
 *
 * @typedef {{ postMessage: (message: unknown, transfer: Transferable[]) => void, onmessage: ((event: MessageEvent) => void) | null }} Port
 */

/** The calling side. */
export class Caller {
  #port;
  #next = 1;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: unknown) => void }>} */
  #waiting = new Map();

  /** @param {Port} port */
  constructor(port) {
    this.#port = port;
    port.onmessage = ({ data }) => this.#answered(data);
  }

  /**
   * @param {string} verb
   * @param {unknown[]} values
   * @param {Transferable[]} [transfer] gone here afterwards
   * @returns {Promise<any>}
   */
  call(verb, values, transfer = []) {
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      try {
        this.#port.postMessage({ id, verb, values }, transfer);
      } catch (error) {
        this.#waiting.delete(id);
        reject(notCloned(error));
      }
    });
  }

  /** Rejects all calls that wait: the other side is gone. */
  fail(/** @type {unknown} */ error) {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }

  #answered(/** @type {{ id: number, value?: unknown, error?: any }} */ { id, value, error }) {
    const call = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) call?.reject(new JianyiError(error));
    else call?.resolve(value);
  }
}

/**
 * The answering side. Calls are taken in the order in which they come.
 *
 * @param {Port} port
 * @param {(verb: string, values: any[]) => unknown} answer may throw or answer a promise
 */
export function serve(port, answer) {
  port.onmessage = async ({ data: { id, verb, values } }) => {
    try {
      const value = await answer(verb, values);
      port.postMessage({ id, value }, value instanceof Uint8Array ? [value.buffer] : []);
    } catch (thrown) {
      port.postMessage({ id, error: toMessage(fromCore(thrown)) }, []);
    }
  };
}

/** A query that holds a function or the like can't reach the core, in a worker or without one. */
function notCloned(/** @type {unknown} */ error) {
  const isCloneError = error instanceof DOMException && error.name === "DataCloneError";
  return isCloneError ? engineError("value-kind", {}, { detail: error.message }) : error;
}
