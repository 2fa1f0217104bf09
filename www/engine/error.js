import { WORDS } from "./words.js";

/**
 * What the engine rejects with. `message` is Chinese, `messageEn` English; both say what is wrong and what to do.
 */
export class JianyiError extends Error {
  /** @param {{ code: string, message: string, messageEn: string, place?: object | null, value?: string | null, detail?: string }} problem */
  constructor({ code, message, messageEn, place, value, detail }) {
    super(message, detail === undefined ? undefined : { cause: detail });
    this.name = "JianyiError";
    /** A stable word for the kind of error. */
    this.code = code;
    /** @type {Partial<import("../generated/jianyi.js").Place>} Where in the file; empty where no place is to blame. */
    this.place = place ?? {};
    /** @type {string | undefined} The offending text. */
    this.value = value ?? undefined;
    this.messageEn = messageEn;
  }
}

/**
 * An error of the engine itself, worded here and not by the core.
 *
 * @param {keyof typeof WORDS} code
 * @param {Record<string, string | number>} [words] fill the `{…}` of the message
 * @param {{ place?: object, value?: string, detail?: string }} [more]
 */
export function engineError(code, words = {}, more = {}) {
  return new JianyiError({ ...worded(code, words), ...more });
}

/**
 * The problem of a stream that ended before its time; what had arrived was read.
 *
 * @param {string | undefined} file
 * @param {number} bytes that had arrived
 * @returns {import("../generated/jianyi.js").Problem}
 */
export function connectionBroken(file, bytes) {
  const problem = { ...worded("connection-broken", { bytes }), severity: "error", place: { file, byte: bytes } };
  return /** @type {any} */ (problem);
}

/**
 * What the core threw, as an error. The core throws problems and faults; anything else is a trap, that is, our fault.
 *
 * @param {unknown} thrown
 * @returns {JianyiError}
 */
export function fromCore(thrown) {
  if (thrown instanceof JianyiError) return thrown;
  if (isProblem(thrown)) return new JianyiError(thrown);
  if (isFault(thrown)) return ofFault(thrown);
  return engineError("internal", {}, { detail: thrown instanceof Error ? `${thrown.name}: ${thrown.message}\n${thrown.stack ?? ""}` : String(thrown) });
}

/**
 * The error as a plain object that `postMessage` carries whole; `new JianyiError` reads it back.
 *
 * @param {JianyiError} error
 */
export function toMessage({ code, message, messageEn, place, value, cause }) {
  return { code, message, messageEn, place, value, detail: typeof cause === "string" ? cause : undefined };
}

/** @returns {thrown is { code: string, message: string, messageEn: string }} */
function isProblem(/** @type {any} */ thrown) {
  return typeof thrown === "object" && thrown !== null && !(thrown instanceof Error) && typeof thrown.code === "string" && typeof thrown.message === "string";
}

/** The core's word for a call that it can't answer. @returns {thrown is { code: import("./words.js").Code, detail: string }} */
function isFault(/** @type {any} */ thrown) {
  return typeof thrown === "object" && thrown !== null && !(thrown instanceof Error) && Object.hasOwn(WORDS, thrown.code) && typeof thrown.detail === "string";
}

/** @param {{ code: import("./words.js").Code, detail: string }} fault `detail` is what matters, or `name: value; name: value` */
function ofFault({ code, detail }) {
  const named = Object.fromEntries([...detail.matchAll(/(?:^|; )(\w+): (.*?)(?=; \w+: |$)/gs)].map(([, name, value]) => [name, value]));
  const isOfProfile = code.startsWith("profile-");
  const place = isOfProfile && named.line ? { line: Number(named.line), column: Number(named.column) } : {};
  return engineError(code, isOfProfile ? named : { detail }, { place, value: isOfProfile ? undefined : detail, detail });
}

/** @param {keyof typeof WORDS} code @param {Record<string, string | number>} words */
function worded(code, words) {
  const fill = (/** @type {string} */ text) => text.replace(/\{(\w+)\}/g, (_, name) => String(words[name] ?? ""));
  const [chinese, english] = WORDS[code];
  return { code, message: fill(chinese), messageEn: fill(english) };
}
