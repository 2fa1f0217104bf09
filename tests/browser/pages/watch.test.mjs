// The follow-up view: what is due, whom to remind, what to check.
import assert from "node:assert/strict";
import { accessible, inEachBrowser, picture, shows, until } from "../harness.mjs";
import { texts } from "./ledger-file.mjs";
import { keepFiles, press } from "./tool-view.mjs";

const CITY = "#ledger=fictional-city-2024.json&view=watch";
const listed = () => Boolean(document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("tbody tr"));

inEachBrowser("what is overdue stands first with its due date and clause, and leads to its entry", async ({ page }) => {
  await until(page, listed);
  const [first] = await texts(page, "jianyi-watch", "tbody tr");
  assert.match(first, /-\d+|−\d+/);
  await shows(page, "依据：");
  await accessible(page);
  await picture(page, "watch");
  await press(page, "jianyi-watch", "tbody .link");
  await until(page, () => location.hash.includes("entry="));
}, { path: CITY });

inEachBrowser("a body's reminder is drafted, and a spot check draws the same again", async ({ page }) => {
  await until(page, listed);
  await page.evaluate(() => {
    const select = document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("select.remind");
    if (select instanceof HTMLSelectElement) (select.value = select.options[1].value, select.dispatchEvent(new Event("change")));
  });
  const notice = await until(page, () => document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("textarea")?.value ?? "");
  assert.match(notice, /催办/);
  await keepFiles(page);
  await press(page, "jianyi-watch", ".document");
  const head = await until(page, async () => {
    const [file] = /** @type {any} */ (globalThis).files;
    return file && String.fromCharCode(...new Uint8Array(await file.slice(0, 2).arrayBuffer()));
  });
  assert.equal(head, "PK");
  const draw = async () => {
    await press(page, "jianyi-watch", "form .button");
    await until(page, () => Boolean(document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("ol li")));
    return texts(page, "jianyi-watch", "ol li");
  };
  assert.deepEqual(await draw(), await draw());
  await accessible(page);
}, { path: CITY });

inEachBrowser("the follow-up view fits a phone and stands in English too", async ({ page }) => {
  await until(page, listed);
  await shows(page, "To be done");
  await page.setViewport({ width: 390, height: 844 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  const shown = await page.evaluate(() => document.querySelector("jianyi-watch")?.shadowRoot?.textContent ?? "");
  assert.deepEqual(shown.match(/\bwatch\.[a-z-]+\b|\{\w+\}/g), null);
  await accessible(page);
}, { path: `${CITY}&lang=en` });
