// The ledger as a list: by mouse, by keyboard, on a phone, and at 100,000 entries.
import assert from "node:assert/strict";
import { accessible, inEachBrowser, picture, until } from "../harness.mjs";
import { chooseLedger, goTo, texts } from "./ledger-file.mjs";
import { fill, press } from "./tool-view.mjs";

const CITY = "#ledger=fictional-city-2024.json&view=list";
const PHONE = { width: 390, height: 844 };

const rowsShown = () => document.querySelector("jianyi-list")?.shadowRoot?.querySelectorAll(".view .row:not([aria-busy])").length ?? 0;

inEachBrowser(
  "the list is sorted by its heads and searched by words, and says how many there are",
  async ({ page }) => {
    await until(page, rowsShown);
    assert.deepEqual(await texts(page, "jianyi-list", ".count"), ["共 1,200 件"]);
    await accessible(page);
    await picture(page, "list");
    await press(page, "jianyi-list", ".of-dueOn button");
    await until(page, () => location.hash.includes("sort=dueOn"));
    const isSorted = (/** @type {string[]} */ dates) => dates.length > 5 && dates.every((date, at) => at === 0 || date >= dates[at - 1]);
    await until(page, () => document.querySelector("jianyi-list")?.shadowRoot?.querySelector(".of-dueOn")?.getAttribute("aria-sort") === "ascending");
    await until(page, rowsShown);
    assert.ok(isSorted(await texts(page, "jianyi-list", ".view .of-dueOn")));
    await fill(page, "jianyi-list", "input[type=search]", "医疗");
    await until(page, () => decodeURIComponent(location.hash).includes("q=医疗"));
    await until(page, () => !document.querySelector("jianyi-list")?.shadowRoot?.querySelector(".count")?.textContent?.includes("1,200"));
    await until(page, rowsShown);
    await accessible(page);
    await fill(page, "jianyi-list", "input[type=search]", "没有这样的词");
    await until(page, () => Boolean(document.querySelector("jianyi-list")?.shadowRoot?.querySelector(".none")));
    await accessible(page);
  },
  { path: CITY },
);

inEachBrowser(
  "the keyboard walks the list, opens an entry and comes back to its place",
  async ({ page }) => {
    await until(page, rowsShown);
    await page.focus("jianyi-list >>> .grid");
    const active = () => document.querySelector("jianyi-list")?.shadowRoot?.querySelector(".grid")?.getAttribute("aria-activedescendant");
    for (const [key, expected] of [["ArrowDown", "row-1"], ["ArrowDown", "row-2"], ["ArrowRight", "row-2-0"], ["End", "row-2-10"], ["Home", "row-2-0"], ["ArrowLeft", "row-2"], ["End", "row-1199"], ["Home", "row-0"]]) {
      await page.keyboard.press(/** @type {any} */ (key));
      await until(page, (/** @type {string} */ expected) => document.querySelector("jianyi-list")?.shadowRoot?.querySelector(".grid")?.getAttribute("aria-activedescendant") === expected, expected);
    }
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageDown");
    const there = await page.evaluate(active);
    assert.match(String(there), /^row-1[0-9]$|^row-2[0-9]$/);
    const [title] = await until(page, (/** @type {string} */ id) => {
      const row = document.querySelector("jianyi-list")?.shadowRoot?.getElementById(id);
      return row && !row.hasAttribute("aria-busy") && [row.querySelector(".name")?.textContent?.trim()];
    }, there);
    await page.keyboard.press("Enter");
    await until(page, (/** @type {string} */ title) => document.querySelector("jianyi-entry")?.shadowRoot?.querySelector("h2")?.textContent === title, title);
    await page.goBack();
    await until(page, rowsShown);
    await until(page, (/** @type {string} */ there) => document.querySelector("jianyi-list")?.shadowRoot?.querySelector(".grid")?.getAttribute("aria-activedescendant") === there, there);
    assert.ok(await page.evaluate(() => Number(document.querySelector("jianyi-list")?.shadowRoot?.querySelector(".grid")?.scrollTop) > 0));
  },
  { path: CITY },
);

inEachBrowser(
  "on a phone each entry is a card, and nothing is wider than the screen",
  async ({ page }) => {
    await until(page, rowsShown);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= PHONE.width);
    assert.match((await texts(page, "jianyi-list", ".view .of-dueOn"))[0], /^应答复日期 \d{4}-/);
    await accessible(page);
    await picture(page, "list-phone");
    await fill(page, "jianyi-list", ".order select", "title descending");
    await until(page, () => location.hash.includes("sort=-title"));
  },
  { path: CITY, viewport: PHONE },
);

inEachBrowser("a list of 100,000 entries scrolls without standing still and shows its last entry", async ({ page }) => {
  const entry = (/** @type {number} */ at) => `{"kind":"suggestion","number":"${at}","title":"关于第${at}件事的建议","topic":"交通","rounds":[{"assignedOn":"2024-03-01","assignments":[{"body":"市交通局","role":"lead"}]}]}`;
  await chooseLedger(page, "large.json", Array.from({ length: 100_000 }, (_, at) => entry(at + 1)).join(",\n"), "十万件");
  await goTo(page, { view: "list" });
  await until(page, rowsShown);
  const longest = await page.evaluate(async () => {
    const grid = /** @type {HTMLElement} */ (document.querySelector("jianyi-list")?.shadowRoot?.querySelector(".grid"));
    let longest = 0;
    for (let step = 0, last = performance.now(); step < 120; step += 1) {
      grid.scrollTop += step < 60 ? 400 : 40_000;
      await new Promise(requestAnimationFrame);
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    return longest;
  });
  assert.ok(longest < 1000, `a frame took ${longest} ms`);
  await page.focus("jianyi-list >>> .grid");
  await page.keyboard.press("End");
  await until(page, () => [...(document.querySelector("jianyi-list")?.shadowRoot?.querySelectorAll(".view .name") ?? [])].some(({ textContent }) => textContent?.includes("第100000件")));
  const drawn = await page.evaluate(() => document.querySelector("jianyi-list")?.shadowRoot?.querySelectorAll(".view .row").length);
  assert.ok(Number(drawn) < 60, `${drawn} rows are drawn`);
});
