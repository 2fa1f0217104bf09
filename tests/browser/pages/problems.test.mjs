// What was found while a ledger was read: listed, filtered, downloaded.
import assert from "node:assert/strict";
import { accessible, inEachBrowser, picture, shows, until } from "../harness.mjs";
import { chooseLedger, goTo, texts } from "./ledger-file.mjs";
import { fill, press } from "./tool-view.mjs";

const ENTRIES = [
  '{"kind":"suggestion","number":"1","submittedOn":"2024-02-30"}',
  '{"kind":"suggestion","number":"1","titel":"=1+1"}',
  '{"kind":"suggestion","number":"3","form":"=cmd"}',
  '{"kind":"suggestion",}',
].join(",\n");

inEachBrowser("problems stand by kind with their place, lead to their entry and can be filtered", async ({ page }) => {
  await chooseLedger(page, "问题.json", ENTRIES);
  await goTo(page, { view: "problems" });
  await shows(page, "日期不存在");
  assert.deepEqual((await texts(page, "jianyi-problems", "summary h3")).slice(0, 1), ["记录书写有误"]);
  await shows(page, "/entries/0/submittedOn");
  await accessible(page);
  await picture(page, "problems");
  await fill(page, "jianyi-problems", "input[type=search]", "2024-02-30");
  await until(page, () => document.querySelector("jianyi-problems")?.shadowRoot?.querySelectorAll("details").length === 1);
  await press(page, "jianyi-problems", ".problems .button");
  await until(page, () => Boolean(document.querySelector("jianyi-entry")?.shadowRoot?.querySelector(".problems")));
  await accessible(page);
});

inEachBrowser("the list of problems is downloaded as CSV without formulas, the records kept aside as they were", async ({ page }) => {
  await page.evaluate(() => {
    const files = (globalThis.files = []);
    const createObjectURL = URL.createObjectURL;
    URL.createObjectURL = (blob) => (files.push(blob), createObjectURL.call(URL, blob));
    HTMLAnchorElement.prototype.click = () => {};
  });
  await chooseLedger(page, "问题.json", ENTRIES);
  await goTo(page, { view: "problems" });
  await shows(page, "日期不存在");
  await press(page, "jianyi-problems", ".tools > .button");
  const csv = await until(page, () => globalThis.files[0]?.arrayBuffer().then((bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)));
  assert.ok(csv.startsWith("\ufeff程度,问题类别,说明,原文,"));
  assert.match(csv, /\r\n警告,日期不存在,.*,2024-02-30,/);
  assert.match(csv, /,'=cmd,/);
  assert.doesNotMatch(csv, /(^|,)=cmd/m);
  await press(page, "jianyi-problems", ".aside .button");
  const kept = await until(page, () => globalThis.files[1]?.text());
  assert.equal(kept.trim(), '{"kind":"suggestion",}');
});

inEachBrowser(
  "a ledger without problems says so",
  async ({ page }) => {
    await shows(page, "No problems found");
    await accessible(page);
  },
  { path: "#ledger=xinjiang-npc-2024.json&view=problems&lang=en" },
);
