// The publication view: decisions, what is taken out, the letter, the bundle; and the settings that make it again.
import assert from "node:assert/strict";
import { accessible, inEachBrowser, picture, shows, until } from "../harness.mjs";
import { unpacked } from "../unpacked.mjs";
import { texts } from "./ledger-file.mjs";
import { fileText, keepFiles, press, written } from "./tool-view.mjs";

const CITY = "#ledger=fictional-city-2024.json&view=publication";
const VIEW = "jianyi-publication";
const listed = () => Boolean(document.querySelector("jianyi-publication")?.shadowRoot?.querySelector("tbody select"));

/** @param {import("puppeteer-core").Page} page @param {string} selector @param {string} value */
const choose = (page, selector, value) =>
  page.evaluate((wanted, chosen) => {
    const field = /** @type {HTMLSelectElement} */ (document.querySelector("jianyi-publication")?.shadowRoot?.querySelector(wanted));
    field.value = chosen;
    field.dispatchEvent(new Event("change"));
  }, selector, value);

inEachBrowser("every entry and reply has its extent with its reason, and what a person decides outlives a reload", async ({ page }) => {
  await until(page, listed);
  await accessible(page);
  await picture(page, "publication");
  await choose(page, ".list", "all");
  const sums = await texts(page, VIEW, ".tally tbody tr");
  await choose(page, ".list", "public");
  const before = (await texts(page, VIEW, ".list option"))[2];
  await choose(page, "tbody select", "none");
  await until(page, (was) => document.querySelector("jianyi-publication")?.shadowRoot?.querySelectorAll(".list option")[2].textContent !== was, before);
  assert.notDeepEqual(await texts(page, VIEW, ".tally tbody tr"), sums);
  const after = await texts(page, VIEW, ".tally tbody tr");
  await written(page);
  await page.reload();
  await until(page, listed);
  await until(page, (rows) => JSON.stringify([...(document.querySelector("jianyi-publication")?.shadowRoot?.querySelectorAll(".tally tbody tr") ?? [])].map((row) => row.textContent?.trim().replace(/\s+/g, " "))) === rows, JSON.stringify(after.map((row) => row.trim().replace(/\s+/g, " "))));
}, { path: CITY });

inEachBrowser("the bundle is proved, taken away, and made again from the saved settings", async ({ page }) => {
  await until(page, listed);
  await keepFiles(page);
  await press(page, VIEW, ".make");
  await until(page, () => Boolean(document.querySelector("jianyi-publication")?.shadowRoot?.querySelector(".take")));
  await shows(page, "核验通过");
  await accessible(page);
  await press(page, VIEW, ".take");
  const bytes = await until(page, async () => {
    const [file] = /** @type {any} */ (globalThis).files;
    return file && btoa(Array.from(new Uint8Array(await file.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(""));
  });
  const files = unpacked(Buffer.from(bytes, "base64"));
  assert.match(Buffer.from(files.get("index.html") ?? []).toString("utf8"), /<jianyi-search src="\.\/" linked>/);
  assert.equal(JSON.parse(Buffer.from(files.get("proof.json") ?? []).toString("utf8")).leaks, 0);
  await page.evaluate(() => {
    const terms = /** @type {HTMLTextAreaElement} */ (document.querySelector("jianyi-publication")?.shadowRoot?.querySelector(".terms"));
    terms.value = "停车";
    terms.dispatchEvent(new Event("change"));
  });
  await until(page, () => !document.querySelector("jianyi-publication")?.shadowRoot?.querySelector(".take"));
  await press(page, VIEW, "[aria-labelledby=bundle] .pickers .button", 1);
  assert.deepEqual(JSON.parse(await fileText(page, 1)), { format: "jianyi/publication/1", terms: ["停车"], decided: [], minimum: 5 });
  await press(page, VIEW, ".make");
  await until(page, () => Boolean(document.querySelector("jianyi-publication")?.shadowRoot?.querySelector(".take")));
}, { path: CITY });

inEachBrowser("what is taken out of an entry is shown, and a letter tells its submitter why it is not public", async ({ page }) => {
  await until(page, listed);
  await choose(page, ".list", "withheld");
  await until(page, () => Boolean(document.querySelector("jianyi-publication")?.shadowRoot?.querySelector(".explain")));
  await press(page, VIEW, ".explain");
  const letter = await until(page, () => /** @type {HTMLTextAreaElement | null} */ (document.querySelector("jianyi-publication")?.shadowRoot?.querySelector("[aria-labelledby=letter] textarea"))?.value);
  assert.match(letter, /答复公开事宜的说明\n/);
  await press(page, VIEW, "tbody .acts .button");
  await shows(page, "以下为原文，仅供内部核对");
  await accessible(page);
}, { path: CITY });

inEachBrowser("the publication view fits a phone and stands in English too", async ({ page }) => {
  await until(page, listed);
  await page.setViewport({ width: 390, height: 844 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  const shown = await page.evaluate(() => document.querySelector("jianyi-publication")?.shadowRoot?.textContent ?? "");
  assert.deepEqual(shown.match(/\b(publish|watch)\.[a-z-]+\b|\{\w+\}/g), null);
  await accessible(page);
}, { path: `${CITY}&lang=en` });
