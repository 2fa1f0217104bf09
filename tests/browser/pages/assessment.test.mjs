// The assessment view: points of bodies, the entries behind them, a changed table, points that a person gives.
import assert from "node:assert/strict";
import { accessible, inEachBrowser, paper, picture, shows, until } from "../harness.mjs";
import { texts } from "./ledger-file.mjs";
import { keepFiles, press, written } from "./tool-view.mjs";

const CITY = "#ledger=fictional-city-2024.json&view=assessment";
const VIEW = "jianyi-assessment";
const listed = () => Boolean(document.querySelector("jianyi-assessment")?.shadowRoot?.querySelector("[aria-labelledby=results] tbody tr"));

/** @param {import("puppeteer-core").Page} page @param {string} selector @param {string} value @param {number} [at] */
const enter = (page, selector, value, at = 0) =>
  page.evaluate((wanted, text, place) => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector("jianyi-assessment")?.shadowRoot?.querySelectorAll(wanted)[place]);
    input.value = text;
    input.dispatchEvent(new Event("change"));
  }, selector, value, at);
const totals = (/** @type {import("puppeteer-core").Page} */ page) => texts(page, VIEW, "[aria-labelledby=results] td.total");

inEachBrowser("every body has its points, and a body's sheet names the entries behind them", async ({ page }) => {
  await until(page, listed);
  await accessible(page);
  await press(page, VIEW, "[aria-labelledby=results] tbody .link");
  await shows(page, "得分单");
  await until(page, () => document.querySelector("jianyi-assessment")?.shadowRoot?.activeElement?.id === "sheet");
  await shows(page, "待人工评定");
  await accessible(page);
  await picture(page, "assessment");
  await press(page, VIEW, "[aria-labelledby=sheet] details .link");
  await until(page, () => location.hash.includes("entry="));
}, { path: CITY });

inEachBrowser("a changed table says what changes, and is laid aside again", async ({ page }) => {
  await until(page, listed);
  const before = await totals(page);
  await enter(page, "[aria-labelledby=scheme] tbody tr:nth-child(3) td.rule input", "-10");
  await shows(page, "方案修改后的变化");
  const changed = await totals(page);
  assert.notDeepEqual(changed, before);
  const differences = await texts(page, VIEW, "[aria-labelledby=results] tbody td:last-child");
  const value = (/** @type {string} */ text) => Number(text.replace("−", "-").replace(/,/g, ""));
  differences.forEach((difference, at) => assert.ok(Math.abs(value(changed[at]) - value(before[at]) - value(difference)) < 0.011, `${at}: ${difference}`));
  await accessible(page);
  await press(page, VIEW, ".reset");
  await until(page, () => !document.querySelector("jianyi-assessment")?.shadowRoot?.querySelector(".reset"));
  assert.deepEqual(await totals(page), before);
}, { path: CITY });

inEachBrowser("what a person gives counts, outlives a reload, and goes into the sheet's document", async ({ page }) => {
  await until(page, listed);
  await press(page, VIEW, "[aria-labelledby=results] tbody .link");
  await shows(page, "得分单");
  const [before] = await totals(page);
  await enter(page, ".hand", "7.5", -1 + (await texts(page, VIEW, ".hand")).length);
  await until(page, (first) => document.querySelector("jianyi-assessment")?.shadowRoot?.querySelector("[aria-labelledby=results] td.total")?.textContent !== first, before);
  const [after] = await totals(page);
  await written(page);
  await page.reload();
  await until(page, listed);
  await until(page, (given) => document.querySelector("jianyi-assessment")?.shadowRoot?.querySelector("[aria-labelledby=results] td.total")?.textContent === given, after);
  await keepFiles(page);
  await press(page, VIEW, "[aria-labelledby=results] tbody .link");
  await until(page, () => Boolean(document.querySelector("jianyi-assessment")?.shadowRoot?.querySelector(".document")));
  await press(page, VIEW, ".document");
  const head = await until(page, async () => {
    const [file] = /** @type {any} */ (globalThis).files;
    return file && String.fromCharCode(...new Uint8Array(await file.slice(0, 2).arrayBuffer()));
  });
  assert.equal(head, "PK");
}, { path: CITY });

inEachBrowser("a table that is none is refused with its reason, and a place's own is taken", async ({ page }) => {
  await until(page, listed);
  const open = (/** @type {string} */ words) => page.evaluate((text) => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector("jianyi-assessment")?.shadowRoot?.querySelector("input[type=file]"));
    const files = new DataTransfer();
    files.items.add(new File([text], "本地方案.json", { type: "application/json" }));
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
  }, words);
  await open('{"format":"other"}');
  await shows(page, "方案未能采用");
  await open(JSON.stringify({ format: "jianyi/assessment/1", id: "own", name: { zh: "本县方案", en: "Own" }, source: "县政府办公室", parts: [{ id: "w", name: { zh: "承办数量", en: "Workload" }, points: 1, metric: "workload", rule: { kind: "each", add: 1, of: "all" } }] }));
  await shows(page, "依据：县政府办公室");
  await until(page, () => document.querySelector("jianyi-assessment")?.shadowRoot?.querySelector("select")?.value === "own");
  await accessible(page);
}, { path: CITY });

inEachBrowser("the assessment view fits a phone and stands in English too", async ({ page }) => {
  await until(page, listed);
  await shows(page, "Points of all bodies");
  await press(page, VIEW, "[aria-labelledby=results] tbody .link");
  await page.setViewport({ width: 390, height: 844 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  const shown = await page.evaluate(() => document.querySelector("jianyi-assessment")?.shadowRoot?.textContent ?? "");
  assert.deepEqual(shown.match(/\bassess\.[a-z-]+\b|\{\w+\}/g), null);
  await accessible(page);
  await picture(page, "assessment-phone");
}, { path: `${CITY}&lang=en` });

inEachBrowser("a body's sheet is printed alone, with every part and its points", async ({ page }) => {
  await until(page, listed);
  await page.evaluate(() => void (globalThis.print = () => {}));
  await press(page, VIEW, "[aria-labelledby=results] tbody .link");
  await until(page, () => Boolean(document.querySelector("jianyi-assessment")?.shadowRoot?.querySelector(".print-sheet")));
  await press(page, VIEW, ".print-sheet");
  await until(page, () => Boolean(document.querySelector("jianyi-assessment")?.shadowRoot?.querySelector(".on-paper table")));
  const parts = await page.evaluate(() => /** @type {any} */ (document.querySelector("jianyi-assessment")).session.scheme.parts.length);
  const rows = await page.evaluate(() => document.querySelector("jianyi-assessment")?.shadowRoot?.querySelectorAll(".on-paper tbody tr").length);
  assert.equal(rows, parts + 1);
  await paper(page, "assessment");
}, { path: CITY });
