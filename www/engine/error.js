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
 * What the core threw, as an error. The core throws problems; anything else is a trap, that is, our fault.
 *
 * @param {unknown} thrown
 * @returns {JianyiError}
 */
export function fromCore(thrown) {
  if (thrown instanceof JianyiError) return thrown;
  if (isProblem(thrown)) return new JianyiError(thrown);
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

/** @param {keyof typeof WORDS} code @param {Record<string, string | number>} words */
function worded(code, words) {
  const fill = (/** @type {string} */ text) => text.replace(/\{(\w+)\}/g, (_, name) => String(words[name] ?? ""));
  const [chinese, english] = WORDS[code];
  return { code, message: fill(chinese), messageEn: fill(english) };
}

const WORDS = /** @type {const} */ ({
  internal: [
    "程序内部出错。这是程序的缺陷，不是数据的问题。请再操作一次，台账会自动重新打开；如再次出错，请将操作步骤告知维护人员。",
    "The program failed inside. This is a fault of the program, not of the data. Do it once more: the ledger is opened again by itself. If it fails again, tell the maintainers the steps.",
  ],
  interrupted: [
    "另一操作取消时引擎重新启动，本次打开中断。请重新打开台账。",
    "The engine was started anew when another task was cancelled, which cut this opening short. Open the ledger again.",
  ],
  "connection-broken": [
    "连接中断，只收到前 {bytes} 字节。已收到的内容已读入，其余部分缺失；请重新打开，取得完整台账。",
    "The connection broke after {bytes} bytes. What had arrived was read, the rest is missing; open the ledger again to get all of it.",
  ],
  "connection-failed": [
    "未能取得文件：连接中断，没有收到任何内容。请检查网络后重新打开。",
    "The file could not be fetched: the connection broke before anything arrived. Check the network and open it again.",
  ],
  "http-error": [
    "未能取得文件：服务器答复 {status}。请核对文件地址。",
    "The file could not be fetched: the server answered {status}. Check the address of the file.",
  ],
  "input-used": [
    "该响应的内容已被读取过，不能再读。请重新请求该文件。",
    "The body of this response was read before and cannot be read again. Request the file anew.",
  ],
  "input-unreadable": [
    "文件读取失败。文件可能已被移动、删除或修改，请重新选择文件。",
    "The file could not be read. It may have been moved, deleted or changed; choose it again.",
  ],
  "input-kind": [
    "打不开这种输入（{kind}）。请提供文件、字节、响应或文本。",
    "This kind of input ({kind}) cannot be opened. Give a file, bytes, a response or text.",
  ],
  "unknown-option": [
    "没有名为“{name}”的选项。可用的选项：{known}。",
    "There is no option named \"{name}\". The options are: {known}.",
  ],
  "option-kind": [
    "选项“{name}”的值不正确，应为{kind}。",
    "The value of the option \"{name}\" is wrong: it must be {kindEn}.",
  ],
  "value-kind": [
    "查询条件中含有不能传递的值（例如函数）。请只使用文本、数字和列表。",
    "The query holds a value that cannot be passed on, such as a function. Use only texts, numbers and lists.",
  ],
  "ledger-closed": ["台账已关闭。请重新打开。", "The ledger is closed. Open it again."],
  "ledger-lost": [
    "引擎重新启动后，未能用原文件重新打开台账。请重新选择文件。",
    "After the engine was started anew, the ledger could not be opened from its source again. Choose the file again.",
  ],
  "engine-closed": ["引擎已关闭。请重新打开页面或引擎。", "The engine is closed. Open the page or the engine again."],
  "wasm-not-loaded": [
    "未能载入程序模块（{address}）。请确认该文件与 engine.js 放在同一目录，且浏览器支持 WebAssembly。",
    "The program's module ({address}) could not be loaded. Make sure that the file stands beside engine.js and that the browser supports WebAssembly.",
  ],
});
