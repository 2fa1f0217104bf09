// The page without its host: it opens from the copy that it kept, and an update is seen at once.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { after } from "node:test";
import { inEachBrowser, shows, site, text, until } from "../harness.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:";
const KINDS = /** @type {Record<string, string>} */ ({ html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", svg: "image/svg+xml", wasm: "application/wasm", json: "application/json", webmanifest: "application/manifest+json" });

/** A host that can be cut off and updated: `changed` gives a file its newer content. */
class Host {
  /** @type {Map<string, (text: string) => string>} */ changed = new Map();
  isCut = false;
  policy = `${POLICY}; manifest-src 'self'`;
  server = createServer(async (request, response) => {
    if (this.isCut) return void request.socket.destroy();
    const name = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname.slice(1)) || "index.html";
    const content = await readFile(path.join(site, name)).catch(() => null);
    const change = this.changed.get(name);
    response.writeHead(content ? 200 : 404, { "content-type": KINDS[name.split(".").at(-1) ?? ""] ?? "application/octet-stream", "content-security-policy": this.policy });
    response.end(content && change ? change(content.toString("utf8")) : (content ?? ""));
  });

  async open() {
    await new Promise((resolve) => this.server.listen(0, "127.0.0.1", () => resolve(null)));
    return `http://127.0.0.1:${/** @type {any} */ (this.server.address()).port}/`;
  }
}

/** @type {Host[]} */
const hosts = [];
let host = new Host();
const fresh = () => {
  host = new Host();
  hosts.push(host);
  return host.open();
};
after(() => hosts.forEach(({ server }) => (server.closeAllConnections(), server.close())));

/** Opens the page again as one who has stayed long enough. @param {import("puppeteer-core").Page} page */
async function stayed(page) {
  await page.evaluateOnNewDocument(() => {
    const later = setTimeout;
    globalThis.setTimeout = /** @type {any} */ ((/** @type {any} */ then, /** @type {number} */ wait) => later(then, wait === 10_000 ? 0 : wait));
  });
  await page.reload();
}

/** Waits until the browser has its copy of everything. @param {import("puppeteer-core").Page} page */
const copied = (page) => until(page, async () => Boolean(navigator.serviceWorker.controller) && (await caches.keys()).some((name) => name.startsWith("jianyi-files-")));

inEachBrowser("without a network the page opens, reads a ledger and shows its other views; a newer build replaces the copy at once", async ({ page }) => {
  await stayed(page);
  await shows(page, "2/3 = 66.67%");
  await copied(page);
  await until(page, () => Boolean(document.querySelector('link[rel="manifest"]')));
  const manifest = await page.evaluate(async () => (await fetch("manifest.webmanifest")).json());
  assert.equal(manifest.display, "standalone");

  host.isCut = true;
  host.server.closeAllConnections();
  await page.reload();
  await shows(page, "2/3 = 66.67%");
  await page.evaluate(() => void (location.hash = "ledger=fictional-city-2024.json&view=watch"));
  await shows(page, "昀州市");
  await until(page, () => Boolean(document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("tbody tr")));

  host.isCut = false;
  const before = await page.evaluate(() => caches.keys());
  host.changed.set("index.html", (words) => words.replace("</title>", "（新版）</title>").replace("</head>", '<meta name="build" content="newer"></head>'));
  host.changed.set("offline.js", (script) => script.replace(/"[0-9a-f]{16}"/, '"0123456789abcdef"'));
  await page.reload();
  await until(page, () => document.querySelector('meta[name="build"]')?.getAttribute("content") === "newer");
  await until(page, async () => (await navigator.serviceWorker.getRegistration())?.update().then(() => true));
  await until(page, async (older) => {
    const names = await caches.keys();
    return names.length === 1 && names[0].endsWith("0123456789abcdef") && names[0] !== older;
  }, before[0]);
}, { base: fresh, expected: [/request failed/, /Failed to load resource/] });

inEachBrowser("a host whose policy knows no manifest sees no violation of it, and what a user opens is never copied", async ({ page }) => {
  host.policy = POLICY;
  await stayed(page);
  await shows(page, "2/3 = 66.67%");
  await copied(page);
  await until(page, () => document.title !== "");
  assert.equal(await page.evaluate(() => document.querySelectorAll('link[rel="manifest"]').length), 0);
  const kept = await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat());
  assert.ok(kept.some((address) => address.endsWith("/engine.js")) && kept.every((address) => address.startsWith("http://127.0.0.1")));
  assert.ok(!(await text(page)).includes("undefined"));
}, { base: fresh });
