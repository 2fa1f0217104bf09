// The reference of all rules, which doubles as a playground.
import assert from "node:assert/strict";
import { accessible, inEachBrowser, picture, shows, until } from "../harness.mjs";
import { texts } from "./ledger-file.mjs";
import { fill, press } from "./tool-view.mjs";

const RULES = { path: "#view=rules" };
const listed = () => Boolean(document.querySelector("jianyi-rules")?.shadowRoot?.querySelector(".rule"));

inEachBrowser("rules are searched and filtered, and one opens with why, basis and examples", async ({ page }) => {
  await until(page, listed);
  assert.ok((await texts(page, "jianyi-rules", ".rule")).length >= 100);
  await fill(page, "jianyi-rules", "input[type=search]", "诉求 没有回应");
  await until(page, () => Boolean(document.querySelector("jianyi-rules")?.shadowRoot?.querySelector('[id="reply/ask-unanswered"]')));
  assert.ok((await texts(page, "jianyi-rules", ".rule")).length < 10);
  await press(page, "jianyi-rules", '[id="reply/ask-unanswered"] summary');
  await shows(page, "应逐条答复");
  await shows(page, "山东省办理规定");
  await shows(page, "在测试件上的表现");
  await until(page, () => location.hash.includes("rule=reply%2Fask-unanswered"));
  await accessible(page);
  await picture(page, "rules");
}, RULES);

inEachBrowser("an example of a reply rule opens as a letter in which the rule speaks", async ({ page }) => {
  await until(page, () => Boolean(document.querySelector("jianyi-rules")?.shadowRoot?.querySelector(".rule-help .button")));
  await press(page, "jianyi-rules", ".rule-help .button");
  await until(page, () => location.hash.includes("view=reply"));
  await until(page, () => Boolean(document.querySelector("jianyi-reply")?.shadowRoot?.querySelector("#item-ask-unanswered.fail")));
}, { path: "#view=rules&rule=reply%2Fask-unanswered" });

inEachBrowser("an example of a report rule opens as a report in which the rule speaks", async ({ page }) => {
  await until(page, () => Boolean(document.querySelector("jianyi-rules")?.shadowRoot?.querySelector(".rule-help .button")));
  await press(page, "jianyi-rules", ".rule-help .button");
  await until(page, () => Boolean(document.querySelector("jianyi-report")?.shadowRoot?.querySelector("#finding-0")));
  await shows(page, "58件");
}, { path: "#view=rules&rule=report%2Fparts-off-total" });

inEachBrowser("the rules fit every width and stand in English too", async ({ page }) => {
  await until(page, listed);
  await shows(page, "The letter is dated before the assignment.");
  await accessible(page);
  for (const width of [1440, 1024, 390]) {
    await page.setViewport({ width, height: 900 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${width} px`);
  }
}, { path: "#view=rules&lang=en" });
