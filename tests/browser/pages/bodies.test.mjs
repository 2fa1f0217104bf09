// Each body's work, and two selections side by side.
import assert from "node:assert/strict";
import { accessible, inEachBrowser, picture, shows, until } from "../harness.mjs";
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
