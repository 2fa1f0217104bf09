// The page in Safari's engine: what the other two browsers are asked of every view, and the ways in that differ there.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { drawn } from "../board-page.mjs";
import { obstacles, shows, until } from "../harness.mjs";
import { VIEWS, visit } from "../views.mjs";
import { inWebKit } from "../webkit.mjs";
import { dropFile, openSample } from "./tool-view.mjs";

const fixtures = new URL("../../fixtures/ledgers/", import.meta.url);

inWebKit("every view stands in both languages and axe finds nothing", async ({ page }) => {
  await shows(page, "主要指标");
  const found = [];
  for (const lang of ["zh-CN", "en"]) {
    for (const view of VIEWS) {
      await visit(page, view, lang);
      if (lang === "zh-CN") await page.screenshot({ path: `${view}-webkit.png` });
      for (const obstacle of await obstacles(page)) found.push({ at: `${view} ${lang}`, ...obstacle });
    }
  }
  assert.deepEqual(found, []);
}, { path: "#ledger=xinjiang-cppcc-2024.json" });

inWebKit("a workbook is dropped and read, a click on a chart's bar filters all, and the file is there again after a reload", async ({ page }) => {
  await shows(page, "主要指标");
  await dropFile(page, "ledger.xlsx", [...(await readFile(new URL("ledger.xlsx", fixtures)))]);
  await shows(page, "青崖县2024年人大代表建议办理台账");
  await drawn(page, "roles");
  const bar = await page.evaluate(() => {
    const chart = document.querySelector("jianyi-board")?.shadowRoot?.querySelector('[data-chart="roles"]');
    const bars = [...(chart?.shadowRoot?.querySelectorAll("#picture svg path") ?? [])].map((path) => path.getBoundingClientRect());
    const { x, y, width, height } = bars.filter((box) => box.height > 8 && box.width > 8 && box.width < 300).sort((one, other) => other.width - one.width)[0];
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.click(bar.x, bar.y);
  await shows(page, "全部清除");
  await until(page, () => /\brole=/.test(location.hash));
  await page.reload();
  await shows(page, "青崖县2024年人大代表建议办理台账");
});

inWebKit("keys alone reach the first button, and a letter is checked by its rules", async ({ page }) => {
  await shows(page, "主要指标");
  await page.keyboard.press("Tab");
  await until(page, () => document.activeElement?.getAttribute("href") === "#main");
  await visit(page, "reply", "zh-CN");
  await openSample(page, "jianyi-reply", 0);
});

inWebKit("the single file opens by itself, with no server", async ({ page }) => {
  await shows(page, "主要指标");
  await visit(page, "reply", "zh-CN");
}, { path: "jianyi.html", fromFile: true });

inWebKit("at 390 px nothing sticks out of the overview", async ({ page }) => {
  await shows(page, "主要指标");
  await page.screenshot({ path: "overview-narrow-webkit.png" });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
}, { viewport: { width: 390, height: 844 } });
