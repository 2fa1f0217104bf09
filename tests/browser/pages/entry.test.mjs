// One entry: facts, history, what is missing, the record on demand.
import assert from "node:assert/strict";
import { accessible, inEachBrowser, picture, shows, until } from "../harness.mjs";
import { texts } from "./ledger-file.mjs";
import { press } from "./tool-view.mjs";

const opened = () => Boolean(document.querySelector("jianyi-entry")?.shadowRoot?.querySelector("h2"));

inEachBrowser(
  "an entry shows its facts and its history, and leads to its neighbours",
  async ({ page }) => {
    await until(page, opened);
    await shows(page, "市医疗保障局");
    const steps = await texts(page, "jianyi-entry", ".step strong");
    assert.equal(steps[0], "提出");
    assert.ok(["交办", "沟通", "答复", "反馈"].every((step) => steps.includes(step)), steps.join());
    await accessible(page);
    await picture(page, "entry");
    const title = await page.evaluate(() => document.querySelector("jianyi-entry")?.shadowRoot?.querySelector("h2")?.textContent);
    await press(page, "jianyi-entry", ".ways-between .button:last-child");
    await until(page, (/** @type {string} */ title) => document.querySelector("jianyi-entry")?.shadowRoot?.querySelector("h2")?.textContent !== title, title);
    await press(page, "jianyi-entry", ".ways-between .button:first-child");
    await until(page, (/** @type {string} */ title) => document.querySelector("jianyi-entry")?.shadowRoot?.querySelector("h2")?.textContent === title, title);
    await press(page, "jianyi-entry", ".ways > .button");
    await until(page, () => Boolean(document.querySelector("jianyi-list")));
  },
  { path: "#ledger=fictional-city-2024.json&view=list&entry=YZ2023-0001" },
);

inEachBrowser(
  "what was not published is said to be missing, and the record is shown on demand",
  async ({ page }) => {
    await until(page, opened);
    await shows(page, "标题未公布");
    await shows(page, "台账未载明：标题、编号");
    assert.equal((await texts(page, "jianyi-entry", "pre"))[0], "");
    await press(page, "jianyi-entry", ".record summary");
    await until(page, () => document.querySelector("jianyi-entry")?.shadowRoot?.querySelector("pre")?.textContent?.includes('"mark": "A1"'));
    await accessible(page);
    await picture(page, "entry-unpublished");
  },
  { path: "#ledger=xinjiang-npc-2024.json&view=list&entry=%231" },
);

inEachBrowser(
  "an id that the ledger does not have is said, in the page's language",
  async ({ page }) => {
    await shows(page, 'no entry with the id "nobody"');
    await accessible(page);
  },
  { path: "#ledger=xinjiang-npc-2024.json&view=list&entry=nobody&lang=en" },
);
