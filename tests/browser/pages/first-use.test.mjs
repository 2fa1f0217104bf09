// Who comes for the first time: the offer, the tour, the keyboard's help, and a wiped copy that comes back.
import assert from "node:assert/strict";
import { accessible, inEachBrowser, picture, shows, text, until } from "../harness.mjs";
import { dropFile } from "./tool-view.mjs";

const press = (/** @type {import("puppeteer-core").Page} */ page, /** @type {string} */ selector) =>
  page.evaluate((wanted) => /** @type {HTMLElement} */ (document.querySelector(wanted)).click(), selector);
const heading = () => document.querySelector("#tour-title")?.textContent ?? "";

inEachBrowser("the tour has three steps, each marks what it speaks of, and it is offered once", async ({ page }) => {
  await shows(page, "第一次使用？");
  await shows(page, "主要指标");
  await press(page, ".welcome .button");
  await until(page, () => document.activeElement?.id === "tour-title");
  const seen = [];
  for (const step of [1, 2, 3]) {
    await until(page, (words) => document.querySelector("#tour-title")?.textContent?.includes(words) ?? false, `第 ${step} 步，共 3 步`);
    seen.push(await page.evaluate(() => document.querySelector("[data-toured]")?.className || document.querySelector("[data-toured]")?.id));
    if (step === 2) {
      await accessible(page);
      await picture(page, "tour");
    }
    await press(page, ".tour .primary");
  }
  assert.deepEqual(seen, ["group", "panel-overview", "tabs"]);
  await until(page, () => !document.querySelector(".tour, .welcome, [data-toured]") && document.activeElement?.id === "main");
  await page.reload();
  await shows(page, "主要指标");
  assert.ok(!(await text(page)).includes("第一次使用？"));
});

inEachBrowser("the tour can be declined, left by Escape, and taken from the foot of the page in English", async ({ page }) => {
  await shows(page, "第一次使用？");
  await press(page, ".welcome .quiet");
  await until(page, () => !document.querySelector(".welcome"));
  await press(page, 'button[lang="en"]');
  await shows(page, "Key figures");
  await press(page, "footer .ways button");
  await until(page, heading);
  assert.match(await page.evaluate(heading), /Step 1 of 3/);
  await page.keyboard.press("Escape");
  await until(page, () => !document.querySelector(".tour"));
});

inEachBrowser("the keyboard's help opens as a dialog and goes by Escape", async ({ page }) => {
  await shows(page, "主要指标");
  await press(page, "footer .ways button:last-child");
  await until(page, () => Boolean(document.querySelector("dialog.keys[open]")));
  await accessible(page);
  await picture(page, "keys");
  assert.ok((await text(page)).includes("PageDown"));
  await page.keyboard.press("Escape");
  await until(page, () => !document.querySelector("dialog.keys"));
});

inEachBrowser("a copy that was wiped can be kept again", async ({ page }) => {
  await shows(page, "主要指标");
  await dropFile(page, "mine.json", [...new TextEncoder().encode('{"format":"jianyi/ledger/1","title":"某县台账","entries":[{"kind":"proposal"}]}')]);
  await shows(page, "下次自动恢复");
  await press(page, "footer .forget");
  await shows(page, "已清除本机保存的台账");
  await press(page, "footer .keep");
  await shows(page, "下次自动恢复");
  await page.reload();
  await shows(page, "某县台账");
});
