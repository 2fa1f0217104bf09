// The public bundle as a site of its own: read without scripts, searched with them, embedded in other pages.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { accessible, inEachBrowser, picture, shows, site, text, until } from "../harness.mjs";
import { unpacked } from "../unpacked.mjs";
import { fill } from "./tool-view.mjs";

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'";
const KINDS = /** @type {Record<string, string>} */ ({ html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", json: "application/json", xml: "application/atom+xml" });
const HOST = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>门户</title><link rel="icon" href="data:,"><link rel="stylesheet" href="hostile.css">
<script type="module" src="portal/portal.js"></script><script src="portal/frame.js" defer></script></head><body><main><h1>门户</h1>
<p>已公开<jianyi-figure src="./" name="entries">—</jianyi-figure>件，没有的数<jianyi-figure src="./" name="body:无此单位">若干</jianyi-figure>件。</p>
<jianyi-entry src="./" name="ID"></jianyi-entry><jianyi-entry src="./" name="none-such">（暂缺）</jianyi-entry><jianyi-search src="./"></jianyi-search>
<iframe src="index.html" title="公开页面" width="100%"></iframe></main></body></html>`;

const RIGHT_TO_LEFT = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>门户</title><link rel="icon" href="data:,"><link rel="stylesheet" href="hostile.css">
<script type="module" src="second/portal/portal.js"></script><script type="module" src="portal/portal.js"></script></head><body><main><h1>门户</h1>
<p><jianyi-figure src="./" name="entries">—</jianyi-figure> <jianyi-figure src="second/" name="entries">—</jianyi-figure></p>
<jianyi-search src="./" aria-label="检索本级公开件"></jianyi-search><jianyi-search src="second/" aria-label="检索上年公开件"></jianyi-search><jianyi-entry src="second/" name="ID"></jianyi-entry></main></body></html>`;

/** @type {Promise<{ server: import("node:http").Server, address: string, files: Map<string, Uint8Array>, asked: string[] }> | undefined} */
let serving;
function served() {
  serving ??= (async () => {
    const { openEngine } = await import(pathToFileURL(path.join(site, "engine.js")).href);
    const engine = await openEngine();
    const ledger = await engine.openLedger(await readFile(path.join(site, "samples/fictional-city-2024.json")), { name: "sample.json" });
    const { archive } = await ledger.publish({});
    engine.close();
    const files = unpacked(archive);
    const item = [...files.keys()].find((name) => name.startsWith("item/")) ?? "";
    const plain = Buffer.from(files.get("index.html") ?? []).toString("utf8").replace(/<script.*<\/script>/g, "");
    files.set("plain.html", Buffer.from(plain));
    files.set("host.html", Buffer.from(HOST.replace("ID", item.slice(5, -5))));
    files.set("rtl.html", Buffer.from(RIGHT_TO_LEFT.replace("ID", item.slice(5, -5))));
    // another release of the same scripts, with another bundle
    for (const [name, file] of [...files]) files.set(`second/${name}`, name.endsWith(".js") ? Buffer.concat([Buffer.from("// another release\n"), file]) : file);
    files.set("hostile.css", Buffer.from("* { color: #333 !important; } :not(body) { letter-spacing: 0.02em; } p { margin: 0; }"));
    /** @type {string[]} */ const asked = [];
    const server = createServer((request, response) => {
      const name = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname.slice(1)) || "index.html";
      const file = files.get(name);
      asked.push(name);
      response.writeHead(file ? 200 : 404, { "content-type": KINDS[name.split(".").at(-1) ?? ""] ?? "application/octet-stream", "content-security-policy": POLICY });
      response.end(file ?? "");
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
    return { server, address: `http://127.0.0.1:${/** @type {any} */ (server.address()).port}/`, files, asked };
  })();
  return serving;
}
after(async () => {
  const server = (await serving)?.server;
  server?.closeAllConnections();
  server?.close();
});
const base = async () => (await served()).address;
const hits = () => document.querySelector("jianyi-search")?.shadowRoot?.querySelectorAll("li a").length;

inEachBrowser("the portal page states its figures, searches, narrows, and leads to an item's page", async ({ page }) => {
  await shows(page, "共");
  await accessible(page);
  await picture(page, "portal");
  const words = (await page.evaluate(() => document.querySelector(".entries a")?.textContent ?? "")).slice(2, 6);
  await fill(page, "jianyi-search", "input", words);
  await page.keyboard.press("Enter");
  await until(page, hits);
  assert.ok((await page.evaluate(() => document.querySelector("jianyi-search")?.shadowRoot?.querySelector("mark")?.textContent ?? "")).includes(words));
  await accessible(page);
  await page.reload();
  await until(page, hits);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("a[data-facet=body]")).click());
  await shows(page, "筛选");
  const [body, count] = await page.evaluate(() => [document.querySelector("a[data-facet=body]")?.textContent, document.querySelector("a[data-facet=body]")?.closest("tr")?.querySelector(".number")?.textContent]);
  await shows(page, `共${count}件`);
  await until(page, (name, number) => [...(document.querySelector("jianyi-search")?.shadowRoot?.querySelector("select[name=body]")?.querySelectorAll("option") ?? [])].some((option) => option.selected && option.textContent === `${name} ${number}`), body, count);
  await accessible(page);
  await page.setViewport({ width: 390, height: 844 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await Promise.all([page.waitForNavigation(), page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("jianyi-search")?.shadowRoot?.querySelector("li a")).click())]);
  await shows(page, "公开范围");
  await accessible(page);
  await picture(page, "portal-item");
}, { base });

inEachBrowser("a page embeds search, an entry, a figure and the whole portal, whatever its own styles", async ({ page }) => {
  const { files } = await served();
  const pages = [...files.keys()].filter((name) => name.startsWith("item/")).length;
  await until(page, (count) => document.querySelector("jianyi-figure")?.shadowRoot?.textContent === count, pages.toLocaleString("zh-CN"));
  await shows(page, "没有的数 若干 件");
  await shows(page, "未能载入该件，请稍后再试。 （暂缺）");
  await until(page, () => Boolean(document.querySelector("jianyi-entry")?.shadowRoot?.querySelector("h1")));
  await until(page, () => Number.parseInt(/** @type {HTMLElement} */ (document.querySelector("iframe")).style.height, 10) > 600);
}, { base, path: "host.html", expected: [/none-such/] });

inEachBrowser("two releases stand on one page that reads from right to left, each over its own bundle", async ({ page }) => {
  const { files } = await served();
  const pages = [...files.keys()].filter((name) => name.startsWith("item/")).length;
  await until(page, (count) => [...document.querySelectorAll("jianyi-figure")].every((figure) => figure.shadowRoot?.textContent === count), pages.toLocaleString("zh-CN"));
  const words = (await until(page, () => document.querySelector("jianyi-entry")?.shadowRoot?.querySelector("h1")?.textContent)).slice(2, 6);
  for (const at of [0, 1]) {
    await page.evaluate((place, asked) => {
      const root = /** @type {ShadowRoot} */ (document.querySelectorAll("jianyi-search")[place].shadowRoot);
      /** @type {HTMLInputElement} */ (root.querySelector("input")).value = asked;
      /** @type {HTMLElement} */ (root.querySelector("button[type=submit]")).click();
    }, at, words);
    await until(page, (place) => Boolean(document.querySelectorAll("jianyi-search")[place].shadowRoot?.querySelector("li a")), at);
  }
  const links = await page.evaluate(() => [...document.querySelectorAll("jianyi-search")].map((search) => /** @type {HTMLAnchorElement} */ (search.shadowRoot?.querySelector("li a")).pathname.startsWith("/second/")));
  assert.deepEqual(links, [false, true]);
  await accessible(page);
  await picture(page, "portal-rtl");
  await page.setViewport({ width: 390, height: 844 });
  await until(page, () => document.documentElement.clientWidth <= 390 && document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}, { base, path: "rtl.html" });

inEachBrowser("without scripts the portal page can be read", async ({ page }) => {
  await shows(page, "检索需要启用脚本");
  const words = await text(page);
  for (const heading of ["办理结果", "主办单位", "主题", "最近公开", "开放数据"]) assert.ok(words.includes(heading), heading);
  await Promise.all([page.waitForNavigation(), page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".entries a")).click())]);
  await shows(page, "公开范围");
}, { base, path: "plain.html" });
