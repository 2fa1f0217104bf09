// Figures to take away: a chart as a picture, a drawing and a table, and the leader's page; each says whose figures it shows.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { accessible, inEachBrowser, shows, until } from "../harness.mjs";
import { drawn, inChart } from "../board-page.mjs";
import { engine } from "../node/site.mjs";
import { fileText, keepFiles } from "./tool-view.mjs";

const take = (/** @type {import("puppeteer-core").Page} */ page, /** @type {string} */ kind) => inChart(page, "bodies", (root) => root.querySelector(".take [data-take]") && [...root.querySelectorAll(".take [data-take]")].length).then((count) => {
  assert.ok(count >= 1);
  return page.evaluate((wanted) => {
    const chart = document.querySelector("jianyi-board")?.shadowRoot?.querySelector('[data-chart="bodies"]');
    /** @type {any} */ (chart?.shadowRoot?.querySelector(`[data-take=${wanted}]`))?.click();
  }, kind);
});

/** The bytes of the file that the page gave at this place. @param {import("puppeteer-core").Page} page @param {number} at @returns {Promise<number[]>} */
const bytes = (page, at) => until(page, async (place) => {
  const blob = /** @type {any} */ (globalThis).files[place];
  return blob && [...new Uint8Array(await blob.arrayBuffer())];
}, at);

inEachBrowser("a chart is taken away as drawing, picture and table, with its title, source and day", async ({ page, browser }) => {
  await shows(page, "昀州市");
  await drawn(page, "bodies");
  await keepFiles(page);
  await take(page, "svg");
  const svg = await fileText(page, 0);
  const read = await page.evaluate((text) => {
    // A document that is parsed here obeys this page's policy; a file that is opened has none.
    const parsed = new DOMParser().parseFromString(text.replace(/ style="[^"]*"/g, ""), "image/svg+xml");
    return { broken: parsed.querySelectorAll("parsererror").length, words: [...parsed.querySelectorAll("text")].map((line) => line.textContent).join(""), bars: parsed.querySelectorAll("path").length, hosts: [...text.matchAll(/https?:\/\/[^"\s]+/g)].map(String).filter((address) => !address.startsWith("http://www.w3.org/")) };
  }, svg);
  assert.equal(read.broken, 0);
  assert.ok(read.bars > 3);
  assert.deepEqual(read.hosts, []);
  for (const words of ["承办单位办理情况", "昀州市", "数据截止", "统计口径", "虚构"]) assert.ok(read.words.includes(words), `${words} in ${read.words.slice(0, 600)}`);
  // The tests' own image URLs count as files too; the last one is the picture.
  const before = await page.evaluate(() => /** @type {any} */ (globalThis).files.length);
  await take(page, "png");
  const png = await until(page, async (from) => {
    const found = /** @type {any[]} */ (/** @type {any} */ (globalThis).files).slice(from).find(({ type }) => type === "image/png");
    return found && [...new Uint8Array(await found.arrayBuffer())];
  }, before);
  assert.deepEqual(png.slice(1, 4), [0x50, 0x4e, 0x47]);
  assert.ok(png.length > 10_000, `${png.length} bytes`);
  await mkdir("build/screenshots", { recursive: true });
  await writeFile(`build/screenshots/chart-taken-${browser}.png`, Uint8Array.from(png));
  const count = await page.evaluate(() => /** @type {any} */ (globalThis).files.length);
  await take(page, "csv");
  const csv = new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(await bytes(page, count)));
  assert.ok(csv.startsWith("\ufeff承办单位办理情况\r\n"), csv.slice(0, 80));
  assert.ok(csv.includes("数据截止"));
  await accessible(page);
}, { path: "#ledger=fictional-city-2024.json" });

inEachBrowser("every chart is taken away in every format", async ({ page }) => {
  await shows(page, "昀州市");
  await drawn(page, "bodies");
  const charts = await until(page, () => {
    const all = [.../** @type {any} */ (document.querySelector("jianyi-board")?.shadowRoot?.querySelectorAll("[data-chart]") ?? [])];
    return all.length > 0 && all.map((chart) => ({ id: chart.dataset.chart, title: chart.picture?.title, rows: chart.picture?.rows.length }));
  });
  assert.ok(charts.length >= 10, `${charts.length} charts`);
  await keepFiles(page);
  for (const { id, title, rows } of charts) {
    const files = {};
    for (const kind of ["svg", "png", "csv"]) files[kind] = await taken(page, id, kind);
    const svg = new TextDecoder().decode(files.svg);
    assert.match(svg, /^<svg[^>]+xmlns=/, `${id}: ${svg.slice(0, 100)}`);
    assert.doesNotMatch(svg, /NaN|undefined/, id);
    const words = [...svg.matchAll(/>([^<>]+)</g)].map(([, text]) => text).join("");
    for (const expected of [title, "昀州市", "数据截止"]) assert.ok(words.includes(expected), `${expected} in the drawing of ${id}`);
    assert.deepEqual([...files.png.slice(1, 4)], [0x50, 0x4e, 0x47], id);
    assert.ok(files.png.length > 5_000, `${id}: ${files.png.length} bytes`);
    const csv = new TextDecoder().decode(files.csv).split("\r\n");
    assert.equal(csv[0], title);
    // the title, the sources and the headings stand beside the rows
    assert.ok(csv.length > rows + 2, `${id}: ${csv.length} lines for ${rows} rows`);
  }
}, { path: "#ledger=fictional-city-2024.json" });

/**
 * The file that a chart gives when its button is pressed; the picture's own steps leave other files before it.
 * @param {import("puppeteer-core").Page} page @param {string} chart @param {string} kind @returns {Promise<Uint8Array>}
 */
async function taken(page, chart, kind) {
  const before = await page.evaluate(() => /** @type {any} */ (globalThis).files.length);
  await until(page, (/** @type {string} */ id, /** @type {string} */ wanted) => {
    const element = document.querySelector("jianyi-board")?.shadowRoot?.querySelector(`[data-chart="${id}"]`);
    element?.scrollIntoView();
    const button = /** @type {any} */ (element?.shadowRoot?.querySelector(`[data-take=${wanted}]`));
    button?.click();
    return Boolean(button);
  }, chart, kind);
  const type = { svg: "image/svg+xml", png: "image/png", csv: "text/csv" }[kind];
  const found = await until(page, async (/** @type {number} */ from, /** @type {string} */ wanted) => {
    const file = /** @type {any[]} */ (/** @type {any} */ (globalThis).files).slice(from).findLast((/** @type {Blob} */ { type: own }) => own.startsWith(wanted));
    return file && [...new Uint8Array(await file.arrayBuffer())];
  }, before, type);
  return Uint8Array.from(found);
}

inEachBrowser("the leader's page holds the figures with their counts and what presses, and opens as a Word file", async ({ page }) => {
  await shows(page, "昀州市");
  const percent = await until(page, () => document.querySelector("jianyi-board")?.shadowRoot?.querySelector(".tile .value strong")?.textContent);
  await keepFiles(page);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("button.brief")).click());
  const { text } = await engine.readDocument(Uint8Array.from(await bytes(page, 0)));
  for (const words of ["简报", "一、主要指标", "二、办理结果", "三、需要督办的事项", "虚构", percent]) assert.ok(text.includes(words), `${words} in ${text.slice(0, 1500)}`);
  assert.doesNotMatch(text, /take\.|undefined|\{\w+\}/);
}, { path: "#ledger=fictional-city-2024.json" });
