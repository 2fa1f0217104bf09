import assert from "node:assert/strict";
import { inEachBrowser, shows, until } from "../harness.mjs";

inEachBrowser("printed pages say whose figures they show, of which day and by which rules", async ({ page }) => {
  await shows(page, "主要指标");
  const foot = await until(page, () => getComputedStyle(document.documentElement).getPropertyValue("--jianyi-paper-foot"));
  for (const words of ["十四届全国人大二次会议", "2024年12月5日", "统计口径：新疆"]) assert.ok(foot.includes(words), foot);
});

inEachBrowser("a title with quotes stays one text at the foot of the paper", async ({ page }) => {
  await shows(page, "主要指标");
  const title = 'a"; } b\\';
  await page.evaluate((name) => {
    const data = new DataTransfer();
    data.items.add(new File([JSON.stringify({ format: "jianyi/ledger/1", title: name, entries: [] })], "q.json"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, title);
  await until(page, (name) => document.title.includes(name), title);
  const foot = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--jianyi-paper-foot"));
  assert.ok(foot.trim().startsWith('"a\\"; } b\\\\'), foot);
});
