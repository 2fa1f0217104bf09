/**
 * @file Pages in WebKit, the engine of Safari, through WebKitGTK's own driver: it speaks neither of the protocols that
 * puppeteer knows, but the standard one of WebDriver.
 *
 * ```js
 * import { inWebKit } from "../webkit.mjs";
 *
 * inWebKit("the page opens on published figures", async ({ page }) => shows(page, "2/3 = 66.67%"));
 * ```
 *
 * JIANYI_WEBKIT names the driver's program. Where it is not set, each test is skipped and says so.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { site } from "./harness.mjs";

const DRIVER = process.env.JIANYI_WEBKIT ?? "/usr/bin/WebKitWebDriver";
const SCREEN = process.env.JIANYI_XVFB ?? "/usr/bin/Xvfb";
const IS_WANTED = (process.env.JIANYI_BROWSERS ?? "webkit").split(",").includes("webkit");
const MISSING = [DRIVER, SCREEN].filter((program) => !existsSync(program));
/** How long the driver may take for one answer before the test fails with the call that hung. */
const PATIENCE = 90_000;
const pictures = fileURLToPath(new URL("../../build/screenshots", import.meta.url));

/**
 * A test in WebKit, with a page opened for it. It fails on any uncaught error and any error in the console from the
 * moment the document stands; what goes wrong before, the driver shows to nobody.
 *
 * @param {string} name a true sentence
 * @param {(scene: { page: import("puppeteer-core").Page }) => Promise<void>} body the page knows `evaluate`, `goto`, `reload`,
 *   `select`, `mouse.click`, `keyboard.press`, `setViewport`, `screenshot` and `browser().version()`
 * @param {{ path?: string, fromFile?: boolean, viewport?: { width: number, height: number } }} [options]
 */
export function inWebKit(name, body, options = {}) {
  if (!IS_WANTED) return;
  const skip = MISSING.length > 0 && `${MISSING.join(" and ")} not on this machine: install webkit2gtk-driver and xvfb`;
  test(`${name} (webkit)`, { timeout: 240_000, skip }, async () => {
    const session = await begun();
    const page = pageOf(session);
    try {
      await page.setViewport(options.viewport ?? { width: 1440, height: 900 });
      const base = options.fromFile ? pathToFileURL(`${site}/`) : process.env.JIANYI_URL;
      await page.goto(new URL(options.path ?? "", base).href);
      await body({ page: /** @type {any} */ (page) });
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).seenFaults), []);
    } finally {
      await session("DELETE", "");
    }
  });
}

/** @typedef {(method: string, path: string, body?: unknown) => Promise<any>} Session calls the driver for one window */

/** @returns {Promise<Session>} */
async function begun() {
  const base = await driver();
  const wanted = { "webkitgtk:browserOptions": { binary: browser(), args: ["--automation"] } };
  const { sessionId, capabilities } = await called(`${base}/session`, "POST", { capabilities: { alwaysMatch: wanted } });
  const own = `${base}/session/${sessionId}`;
  await called(`${own}/timeouts`, "POST", { script: 60_000, pageLoad: 60_000 });
  version = capabilities.browserVersion;
  return (method, at, body) => called(own + at, method, body);
}

let version = "";

/** @param {Session} session */
function pageOf(session) {
  const goTo = async (/** @type {() => Promise<unknown>} */ way) => {
    await way();
    await page.evaluate(gatherFaults);
  };
  const acted = (/** @type {object} */ action) => session("POST", "/actions", { actions: [action] });
  const page = {
    browser: () => ({ version: async () => `webkit/${version}` }),
    goto: (/** @type {string} */ url) => goTo(() => session("POST", "/url", { url })),
    reload: () => goTo(() => session("POST", "/refresh", {})),
    setViewport: (/** @type {{ width: number, height: number }} */ size) => session("POST", "/window/rect", size),
    /** Runs a function, or a text, in the page and waits for what it promises. */
    evaluate: async (/** @type {Function | string} */ code, /** @type {unknown[]} */ ...values) => {
      // A text runs as a script of the driver's, since the page's own policy lets no text become code.
      if (typeof code === "string") return session("POST", "/execute/sync", { script: code, args: [] });
      const script = `const [values, done] = arguments;
        Promise.resolve().then(() => (${code})(...values))
          .then((value) => done({ value: value === undefined ? null : value }), (error) => done({ error: [error, error?.stack].join(" ") }));`;
      const answer = await session("POST", "/execute/async", { script, args: [values] });
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value;
    },
    select: (/** @type {string} */ selector, /** @type {string} */ value) =>
      page.evaluate((wanted, to) => {
        const found = /** @type {HTMLSelectElement} */ (document.querySelector(wanted));
        found.value = to;
        found.dispatchEvent(new Event("change", { bubbles: true }));
      }, selector, value),
    mouse: {
      click: (/** @type {number} */ x, /** @type {number} */ y) =>
        acted({ type: "pointer", id: "mouse", actions: [{ type: "pointerMove", x: Math.round(x), y: Math.round(y) }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }] }),
    },
    keyboard: {
      press: (/** @type {string} */ name) => {
        const value = KEYS.get(name) ?? name;
        return acted({ type: "key", id: "keyboard", actions: [{ type: "keyDown", value }, { type: "keyUp", value }] });
      },
    },
    screenshot: async (/** @type {{ path: string }} */ to) => {
      await mkdir(pictures, { recursive: true });
      await writeFile(path.resolve(pictures, to.path), Buffer.from(await session("GET", "/screenshot"), "base64"));
    },
  };
  return page;
}

/** The standard's own characters for keys that write nothing. */
const KEYS = new Map([["Tab", "\uE004"], ["Enter", "\uE007"], ["Escape", "\uE00C"], ["ArrowRight", "\uE014"], ["ArrowDown", "\uE015"]]);

/** Runs in the page: gathers from here on what goes wrong without anybody seeing it. */
function gatherFaults() {
  /** @type {string[]} */
  const faults = ((/** @type {any} */ (globalThis)).seenFaults = []);
  addEventListener("error", ({ message, error }) => void faults.push(`uncaught: ${error?.stack ?? message}`));
  addEventListener("unhandledrejection", ({ reason }) => void faults.push(`uncaught: ${reason?.stack ?? reason}`));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => void faults.push(`CSP: ${effectiveDirective} ${blockedURI}`));
  const told = console.error;
  console.error = (...words) => {
    faults.push(`console: ${words.join(" ")}`);
    told.apply(console, words);
  };
}

/** @param {string} url @param {string} method @param {unknown} [body] */
async function called(url, method, body) {
  const asked = { method, headers: { "content-type": "application/json" }, signal: AbortSignal.timeout(PATIENCE), ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await fetch(url, asked).catch((error) => {
    throw new Error(`${method} ${url}: the driver did not answer within ${PATIENCE / 1000} s`, { cause: error });
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${url}: ${value?.error}: ${value?.message}`);
  return value;
}

/** The browser that comes with the driver, on whichever kind of processor. */
function browser() {
  const folders = ["x86_64", "aarch64"].flatMap((kind) => ["4.1", "4.0"].map((api) => `/usr/lib/${kind}-linux-gnu/webkit2gtk-${api}/MiniBrowser`));
  return folders.find((program) => existsSync(program)) ?? "MiniBrowser";
}

/** @type {Promise<string> | undefined} */
let started;
/** @type {import("node:child_process").ChildProcess[]} */
const children = [];

/** The driver's address, once it answers. It and a screen that nobody sees run until the tests end. */
function driver() {
  started ??= (async () => {
    const screen = spawn(SCREEN, ["-displayfd", "3", "-screen", "0", "1600x1200x24"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    children.push(screen);
    const display = await new Promise((resolve, reject) => {
      screen.stdio[3]?.once("data", (line) => resolve(String(line).trim()));
      screen.once("exit", (code) => reject(new Error(`${SCREEN} ended with ${code}`)));
    });
    const port = await freePort();
    children.push(spawn(DRIVER, [`--port=${port}`], { stdio: "ignore", env: { ...process.env, DISPLAY: `:${display}` } }));
    const base = `http://127.0.0.1:${port}`;
    for (let turn = 0; turn < 100; turn += 1) {
      const ready = await fetch(`${base}/status`).then((answer) => answer.ok, () => false);
      if (ready) return base;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${DRIVER} did not answer within ten seconds`);
  })();
  return started;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

after(() => children.reverse().forEach((child) => child.kill()));
