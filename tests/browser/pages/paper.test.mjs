import assert from "node:assert/strict";
import { inEachBrowser, paper, shows, until } from "../harness.mjs";
import { texts } from "./ledger-file.mjs";

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

/** What an A4 page holds beside its margins, at 96 to the inch. */
const A4 = { width: 695, height: 1008 };

inEachBrowser("the leader's overview, figures, outcome and notes, stands on one page, and charts follow on the next", async ({ page }) => {
  await shows(page, "主要指标");
  await page.emulateMediaType("print");
  const ends = () => page.evaluate(() => {
    const board = document.querySelector("jianyi-board")?.shadowRoot;
    return ["figures", "outcomes", "notes"].map((name) => board?.querySelector(`section[aria-labelledby=${name}]`)?.getBoundingClientRect().bottom ?? 0);
  });
  for (const end of await ends()) assert.ok(end > 0 && end <= A4.height, `${await ends()} of ${A4.height}`);
  assert.equal(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector("jianyi-board")?.shadowRoot?.querySelector("section[aria-labelledby=charts]"))).breakBefore), "page");
}, { path: "#ledger=fictional-city-2024.json", viewport: A4, only: "chromium" });

inEachBrowser("the list prints every row of the selection, and tells what was chosen", async ({ page }) => {
  await until(page, () => Boolean(document.querySelector("jianyi-list")?.shadowRoot?.querySelector(".view .row")));
  await page.evaluate(() => {
    globalThis.print = () => {};
    /** @type {HTMLElement} */ (document.querySelector("button.print")).click();
  });
  const rows = await until(page, () => document.querySelector("jianyi-list")?.shadowRoot?.querySelectorAll(".on-paper tbody tr").length);
  const [count] = await texts(page, "jianyi-list", ".on-paper .addressee");
  assert.equal(count, `共 ${rows} 件；筛选条件：答复进度：逾期未答复`);
  assert.ok(rows > 0 && rows < 100);
  await paper(page, "list");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await until(page, () => !document.querySelector("jianyi-list")?.shadowRoot?.querySelector(".on-paper"));
}, { path: "#ledger=fictional-city-2024.json&view=list&state=overdue" });

inEachBrowser("a long list prints as many rows as it says", async ({ page }) => {
  await until(page, () => Boolean(document.querySelector("jianyi-list")?.shadowRoot?.querySelector(".view .row")));
  await page.evaluate(() => {
    globalThis.print = () => {};
    /** @type {HTMLElement} */ (document.querySelector("button.print")).click();
  });
  await until(page, () => document.querySelector("jianyi-list")?.shadowRoot?.querySelectorAll(".on-paper tbody tr").length === 1000);
  assert.deepEqual(await texts(page, "jianyi-list", ".on-paper .addressee"), ["共 1,200 件，印出前 1,000 件"]);
}, { path: "#ledger=fictional-city-2024.json&view=list" });
