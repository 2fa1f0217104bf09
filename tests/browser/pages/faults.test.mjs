// What goes wrong around the page: the engine's worker dies, the browser's storage is full or wiped, two pages work on one letter.
import assert from "node:assert/strict";
import { inEachBrowser, shows, text, until } from "../harness.mjs";
import { dropFile, openSample, written } from "./tool-view.mjs";

const LEDGER = [...new TextEncoder().encode('{"format":"jianyi/ledger/1","title":"某县台账","entries":[{"kind":"proposal","title":"关于修路的提案"},{"kind":"suggestion"}]}')];
const REPLY = "#view=reply";

/** Confirms an item of the letter that lies open, as its tick does. @param {import("puppeteer-core").Page} page @param {string} rule */
const tick = (page, rule) => page.evaluate((name) => void /** @type {any} */ (document.querySelector("jianyi-reply")).session.mark(name, { confirmed: true }), rule);
/** Waits until these items, and no others, are confirmed in the page. @param {import("puppeteer-core").Page} page @param {string[]} rules */
const confirmed = (page, rules) => until(page, (wanted) => JSON.stringify(Object.keys(/** @type {any} */ (document.querySelector("jianyi-reply"))?.session?.review.marks ?? {}).sort()) === wanted, JSON.stringify([...rules].sort()));
const [ONE, TWO] = ["thanks-missing", "replied-late"];

inEachBrowser("when the engine's worker dies, the next question is answered by a new one, from the same ledger", async ({ page }) => {
  await page.evaluateOnNewDocument(() => {
    const Own = globalThis.Worker;
    const workers = (/** @type {any} */ (globalThis).workers = []);
    globalThis.Worker = /** @type {any} */ (class extends Own {
      constructor(/** @type {[any, any]} */ ...given) {
        super(...given);
        workers.push(this);
      }
    });
  });
  await page.reload();
  await shows(page, "主要指标");
  await dropFile(page, "mine.json", LEDGER);
  await shows(page, "某县台账");
  const before = await page.evaluate(() => {
    const { workers } = /** @type {any} */ (globalThis);
    const last = workers.at(-1);
    last.terminate();
    last.dispatchEvent(new ErrorEvent("error", { message: "killed" }));
    return workers.length;
  });
  await page.evaluate(() => void (location.hash = "view=list"));
  await shows(page, "关于修路的提案");
  await until(page, (count) => /** @type {any} */ (globalThis).workers.length > count, before);
});

inEachBrowser("when the browser's storage is full, the page works on and does not say that it keeps what it does not", async ({ page }) => {
  await page.evaluateOnNewDocument(() => {
    const full = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    IDBObjectStore.prototype.put = full;
    Storage.prototype.setItem = full;
  });
  await page.reload();
  await shows(page, "主要指标");
  await dropFile(page, "mine.json", LEDGER);
  await shows(page, "某县台账");
  await page.select("header select", "dark");
  await until(page, () => document.documentElement.dataset.theme === "dark");
  assert.ok(!(await text(page)).includes("下次自动恢复"));
  await page.evaluate(() => void (location.hash = "view=reply"));
  await openSample(page, "jianyi-reply", 0);
  await tick(page, ONE);
  await confirmed(page, [ONE]);
});

inEachBrowser("two pages that review one letter lose no tick of each other", async ({ page, url }) => {
  await openSample(page, "jianyi-reply", 0);
  const other = await page.browserContext().newPage();
  await other.goto(url, { waitUntil: "load" });
  await openSample(other, "jianyi-reply", 0);
  await tick(page, ONE);
  await confirmed(page, [ONE]);
  await written(page);
  await tick(other, TWO);
  await confirmed(other, [ONE, TWO]);
  await written(other);
  await other.close();
  await page.bringToFront();
  await page.reload();
  await confirmed(page, [ONE, TWO]);
}, { path: REPLY });

inEachBrowser("when the storage is wiped under an open review, its next tick writes the whole review again", async ({ page }) => {
  await openSample(page, "jianyi-reply", 0);
  await tick(page, ONE);
  await confirmed(page, [ONE]);
  await written(page);
  await page.evaluate(() => new Promise((resolve) => {
    const wiping = indexedDB.deleteDatabase("jianyi-review");
    wiping.onsuccess = wiping.onerror = () => resolve(null);
  }));
  await tick(page, TWO);
  await confirmed(page, [ONE, TWO]);
  await written(page);
  const kept = await page.evaluate(() => new Promise((resolve) => {
    const opening = indexedDB.open("jianyi-review", 1);
    opening.onsuccess = () => {
      const asking = opening.result.transaction("kept").objectStore("kept").getAll();
      asking.onsuccess = () => (opening.result.close(), resolve(asking.result.map(({ marks = {} }) => Object.keys(marks).length)));
    };
  }));
  assert.ok(kept.includes(2), JSON.stringify(kept));
}, { path: REPLY });
