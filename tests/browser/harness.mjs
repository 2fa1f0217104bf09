/**
 * @file Pages in real browsers, with every fault that a user would not see counted as one.
 *
 * ```js
 * import { accessible, inEachBrowser, picture, shows, until } from "../harness.mjs";
 *
 * inEachBrowser("the page opens on published figures", async ({ page }) => {
 *   await shows(page, "2/3 = 66.67%");
 *   await accessible(page);
 *   await picture(page, "overview");
 * });
 * ```
 *
 * Under `cargo xtask test`, JIANYI_URL, JIANYI_SITE and the browsers' programs come by the environment;
 * without it, `cargo xtask serve` is started and the browsers are looked for at Debian's places.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { watchForFaults } from "./faults.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const packages = createRequire(path.join(root, "www/package.json"));
const { default: puppeteer } = await import(pathToFileURL(packages.resolve("puppeteer-core")).href);

/** The folder with the built page and engine. */
export const site = process.env.JIANYI_SITE ?? path.join(root, "dist");

/** How long a state may take to come about before the test fails. */
const PATIENCE = 20_000;

/** How long to wait before looking again. */
const PAUSE = 30;

/** WebKit is driven by another protocol: `webkit.mjs`. */
const NAMES = (process.env.JIANYI_BROWSERS ?? "chromium,firefox").split(",").filter((name) => name !== "webkit");
const PROGRAMS = {
  chromium: process.env.JIANYI_CHROMIUM ?? "/usr/bin/chromium",
  firefox: process.env.JIANYI_FIREFOX ?? "/usr/bin/firefox-esr",
};

/** Without these, Chromium looks up hosts of its maker at every start. */
const CHROMIUM_FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  // A container lets root have no sandbox.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/**
 * A test that runs once in each browser, in a context of its own, with a page opened for it.
 * It fails on any error in the console, uncaught error, CSP violation, failed request and request to another host.
 *
 * @param {string} name a true sentence
 * @param {(scene: { page: import("puppeteer-core").Page, browser: string, url: string, faults: string[] }) => Promise<void>} body
 * @param {{ path?: string, base?: () => Promise<string>, fromFile?: boolean, only?: string, viewport?: { width: number, height: number }, expected?: RegExp[] }} [options]
 *   `path` on the site, with `?…` and `#…`; `base` another site of this machine; `fromFile` opens it as `file://`; `only` in this browser; `expected` are faults that the test is about
 */
export function inEachBrowser(name, body, options = {}) {
  for (const browser of NAMES.filter((name) => !options.only || name === options.only)) {
    test(`${name} (${browser})`, { timeout: 120_000 }, async () => {
      const context = await (await launched(browser)).createBrowserContext();
      try {
        const page = turnedWhereItCan(await context.newPage());
        await page.setViewport(options.viewport ?? { width: 1440, height: 900 });
        const url = await address(options);
        const faults = await watchForFaults(page, new URL(url));
        await page.goto(url, { waitUntil: "load" });
        await body({ page, browser, url, faults });
        await settled(page);
        assert.deepEqual(faults.filter((fault) => !options.expected?.some((pattern) => pattern.test(fault))), []);
      } finally {
        await context.close();
      }
    });
  }
}

/**
 * Waits until the function, run in the page, answers something true, and returns that.
 *
 * @template T
 * @param {import("puppeteer-core").Page} page
 * @param {(...values: any[]) => T} state
 * @param {...unknown} values for the function
 * @returns {Promise<Awaited<T>>}
 */
export async function until(page, state, ...values) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await page.evaluate(state, ...values);
    if (answer) return /** @type {any} */ (answer);
    if (Date.now() > end) {
      assert.fail(`after ${PATIENCE / 1000} s the page had not come to: ${state}\nits text: ${(await text(page)).slice(0, 2000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/**
 * Waits until the page shows these words.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} words
 */
export async function shows(page, words) {
  const end = Date.now() + PATIENCE;
  for (let seen = await text(page); !seen.includes(words); seen = await text(page)) {
    if (Date.now() > end) assert.fail(`after ${PATIENCE / 1000} s the page does not show “${words}”; its text: ${seen.slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/**
 * The text of the page as it is seen, shadow roots included.
 *
 * @param {import("puppeteer-core").Page} page
 * @returns {Promise<string>}
 */
export function text(page) {
  return page.evaluate(() => {
    /** @param {Node} node @returns {string} */
    const read = (node) => {
      if (node instanceof Text) return node.data;
      // A slot has no box of its own.
      if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) return node.assignedNodes().map(read).join(" ");
      if (node instanceof Element && (["SCRIPT", "STYLE", "TEMPLATE"].includes(node.tagName) || !node.checkVisibility())) return "";
      const shadow = node instanceof Element ? node.shadowRoot : null;
      return [...(shadow ?? node).childNodes].map(read).join(" ");
    };
    return read(document.body).replace(/\s+/g, " ").trim();
  });
}

/**
 * Saves what the page shows as `build/screenshots/NAME-BROWSER.png`.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} name
 */
export async function picture(page, name) {
  const folder = path.join(root, "build/screenshots");
  await mkdir(folder, { recursive: true });
  const browser = (await page.browser().version()).toLowerCase().includes("firefox") ? "firefox" : "chromium";
  await page.screenshot({ path: /** @type {`${string}.png`} */ (path.join(folder, `${name}-${browser}.png`)), fullPage: true });
}

/**
 * Prints the page on A4 beside the pictures, to be looked at.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} name
 */
export async function paper(page, name) {
  if ((await page.browser().version()).toLowerCase().includes("firefox")) return;
  const folder = path.join(root, "build/screenshots");
  await mkdir(folder, { recursive: true });
  await page.pdf({ path: path.join(folder, `${name}.pdf`), format: "A4", printBackground: true, preferCSSPageSize: true });
}

/**
 * Fails when axe finds an obstacle for people who use a keyboard, a screen reader or large type, as {@link obstacles} looks for them.
 *
 * @param {import("puppeteer-core").Page} page
 */
export async function accessible(page) {
  assert.deepEqual(await obstacles(page), []);
}

/**
 * What axe finds in the way of people who use a keyboard, a screen reader or large type, by all its rules of WCAG 2.2 A
 * and AA, of good practice, and those still on trial.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string[]} [only] these rules
 * @returns {Promise<{ id: string, help: string, where: string[] }[]>}
 */
export async function obstacles(page, only) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(await axe());
  return page.evaluate(async (rules) => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"];
    const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
    const report = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"], runOnly });
    return report.violations.map((/** @type {any} */ { id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 5).map((/** @type {any} */ node) => `${[node.target].flat(2).join(" >>> ")}: ${node.html.slice(0, 200)}`),
    }));
  }, only);
}

/**
 * Firefox ESR 140 sets a page's size but knows no turning of the screen, which puppeteer asks for in the same breath: it
 * then hears of the refusal before the page has its size.
 */
function turnedWhereItCan(page) {
  const setViewport = page.setViewport.bind(page);
  page.setViewport = async (/** @type {import("puppeteer-core").Viewport} */ size) => {
    await setViewport(size).catch((/** @type {Error} */ error) => {
      if (!error.message.includes("unknown command emulation.setScreenOrientationOverride")) throw error;
      return until(page, (/** @type {number} */ width, /** @type {number} */ height) => innerWidth === width && innerHeight === height, size.width, size.height);
    });
  };
  return page;
}

/** Faults of the last moment arrive before the page is judged. */
async function settled(page) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
}

async function address({ path: asked = "", base = undefined, fromFile = false }) {
  if (base) return new URL(asked, await base()).href;
  return new URL(asked, fromFile ? pathToFileURL(`${site}/`) : await server()).href;
}

const running = new Map();

function launched(browser) {
  if (!running.has(browser)) {
    const flags = browser === "chromium" ? CHROMIUM_FLAGS : [];
    running.set(browser, puppeteer.launch({ browser: browser === "chromium" ? "chrome" : browser, executablePath: PROGRAMS[browser], headless: true, defaultViewport: null, args: flags }));
  }
  return running.get(browser);
}

let ownServer;

async function server() {
  if (process.env.JIANYI_URL) return process.env.JIANYI_URL;
  ownServer ??= new Promise((resolve, reject) => {
    const child = spawn("cargo", ["xtask", "serve", "--port", "0"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    after(() => child.kill());
    child.stdout.on("data", (line) => resolve(String(line).match(/http:\S+/)?.[0]));
    child.on("exit", (code) => reject(new Error(`cargo xtask serve ended with ${code}`)));
  });
  return ownServer;
}

let axeSource;

function axe() {
  axeSource ??= readFile(packages.resolve("axe-core/axe.min.js"), "utf8");
  return axeSource;
}

after(async () => {
  for (const browser of running.values()) await (await browser).close();
});
