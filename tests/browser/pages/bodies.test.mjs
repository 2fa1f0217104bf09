// Each body's work, and two selections side by side.
import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { accessible, inEachBrowser, picture, shows, site, until } from "../harness.mjs";
import { texts } from "./ledger-file.mjs";
import { press } from "./tool-view.mjs";

const CITY = "#ledger=fictional-city-2024.json&view=bodies";
const listed = () => Boolean(document.querySelector("jianyi-bodies")?.shadowRoot?.querySelector("tbody tr"));

inEachBrowser("bodies stand with their work, and those with few items are not ranked", async ({ page }) => {
  await until(page, listed);
  assert.ok((await texts(page, "jianyi-bodies", "section:first-of-type tbody tr")).length >= 40);
  await shows(page, "不参加排名");
  await accessible(page);
  await picture(page, "bodies");
  await press(page, "jianyi-bodies", "tbody .link");
  await until(page, () => location.hash.includes("view=list") && location.hash.includes("body="));
}, { path: CITY });

inEachBrowser("suggestions stand beside proposals, and another choice follows", async ({ page }) => {
  await until(page, listed);
  await shows(page, "两部分对比");
  const row = async () => (await texts(page, "jianyi-bodies", "[aria-labelledby=beside] tbody tr"))[0];
  assert.match(await row(), /711\s*448/);
  await page.evaluate(() => {
    const select = document.querySelector("jianyi-bodies")?.shadowRoot?.querySelectorAll(".pickers select")[2];
    if (select instanceof HTMLSelectElement) (select.value = "", select.dispatchEvent(new Event("change")));
  });
  await until(page, () => /711\s*1,200/.test(document.querySelector("jianyi-bodies")?.shadowRoot?.querySelector("[aria-labelledby=beside] tbody tr")?.textContent ?? ""));
}, { path: CITY });

inEachBrowser("the view of bodies fits a phone and stands in English too", async ({ page }) => {
  await until(page, listed);
  await shows(page, "Few items: not ranked");
  await page.setViewport({ width: 390, height: 844 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  const shown = await page.evaluate(() => document.querySelector("jianyi-bodies")?.shadowRoot?.textContent ?? "");
  assert.deepEqual(shown.match(/\b(bodies|contrast|indicators|by)\.[a-z-]+\b|\{\w+\}/g), null);
  await accessible(page);
}, { path: `${CITY}&lang=en` });

inEachBrowser("two summaries are saved and add up to the ledger they came from", async ({ page }) => {
  await until(page, listed);
  const folder = await mkdtemp(path.join(os.tmpdir(), "jianyi-"));
  const files = [];
  for (const kind of ["suggestion", "motion", "proposal"]) {
    await page.evaluate((key) => (location.hash = `#ledger=fictional-city-2024.json&view=bodies&kind=${key}`), kind);
    await until(page, (key) => document.querySelector("jianyi-summaries, jianyi-bodies")?.shadowRoot && JSON.stringify(/** @type {any} */ (document.querySelector("jianyi-bodies")).filter).includes(key), kind);
    const bytes = await page.evaluate(async () => {
      const { ledger, filter } = /** @type {any} */ (document.querySelector("jianyi-bodies"));
      return [...(await ledger.summaryFile(filter))];
    });
    files.push(path.join(folder, `${kind}.ndjson`));
    await writeFile(files[files.length - 1], Buffer.from(bytes));
  }
  const input = await page.waitForSelector("jianyi-bodies >>> jianyi-summaries >>> input[type=file]");
  await /** @type {any} */ (input).uploadFile(...files);
  await shows(page, "已合并 3 份台账的汇总，共 1,200 件。");
  await accessible(page);
  await picture(page, "summaries");
  const again = await page.waitForSelector("jianyi-bodies >>> jianyi-summaries >>> input[type=file]");
  await /** @type {any} */ (again).uploadFile(files[0], files[0]);
  await shows(page, "重复出现");
}, { path: CITY });

inEachBrowser("a body's rate shows the entries behind it", async ({ page }) => {
  await until(page, listed);
  await press(page, "jianyi-bodies", "tbody .explain");
  await until(page, () => Boolean(document.querySelector("jianyi-bodies")?.shadowRoot?.querySelector("jianyi-explanation")?.shadowRoot?.querySelector("li .entry")));
  await shows(page, "计入分子");
  await accessible(page);
}, { path: CITY });

inEachBrowser("a second ledger stands beside the one that is open, each figure with its difference", async ({ page }) => {
  await until(page, listed);
  const choose = async (/** @type {string} */ name) => {
    const input = await page.waitForSelector("jianyi-bodies >>> input.other");
    await /** @type {any} */ (input).uploadFile(path.join(site, "samples", name));
  };
  const row = (/** @type {RegExp} */ pattern) => until(page, (source) => new RegExp(source).test(document.querySelector("jianyi-bodies")?.shadowRoot?.querySelector("[aria-labelledby=beside] tbody tr")?.textContent ?? ""), pattern.source);
  await choose("xinjiang-cppcc-2024.json");
  await row(/1,200\s*19/);
  await shows(page, "（19 件）。两份台账各按其办理规则计算。");
  const [, completion] = await texts(page, "jianyi-bodies", "[aria-labelledby=beside] thead th.number");
  assert.match(completion, /：全部$/);
  await accessible(page);
  await picture(page, "two-ledgers");
  await page.evaluate(() => {
    const select = document.querySelector("jianyi-bodies")?.shadowRoot?.querySelectorAll(".pickers select")[1];
    if (select instanceof HTMLSelectElement) (select.value = "kind:proposal", select.dispatchEvent(new Event("change")));
  });
  await row(/448\s*19/);
  await press(page, "jianyi-bodies", ".leave-other");
  await row(/1,200\s*1,200/);
}, { path: CITY });

inEachBrowser("a second ledger that cannot be read is said to be so, and the comparison stays", async ({ page }) => {
  await until(page, listed);
  const folder = await mkdtemp(path.join(os.tmpdir(), "jianyi-"));
  const file = path.join(folder, "坏.json");
  await writeFile(file, "{\"format\": \"jianyi/ledger/9\"");
  const input = await page.waitForSelector("jianyi-bodies >>> input.other");
  await /** @type {any} */ (input).uploadFile(file);
  await until(page, () => Boolean(document.querySelector("jianyi-bodies")?.shadowRoot?.querySelector("[role=alert]")));
  assert.match((await texts(page, "jianyi-bodies", "[aria-labelledby=beside] tbody tr"))[0], /711\s*448/);
}, { path: CITY });
