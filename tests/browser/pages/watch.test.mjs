// The follow-up view: what is due, whom to remind, what to check.
import assert from "node:assert/strict";
import { accessible, inEachBrowser, picture, shows, until } from "../harness.mjs";
import { texts } from "./ledger-file.mjs";
import { keepFiles, press, written } from "./tool-view.mjs";

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
  const notice = await until(page, () => document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("textarea#notice-text")?.getAttribute("lang") && /** @type {HTMLTextAreaElement} */ (document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("#notice-text")).value);
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

inEachBrowser("a due date tells how it was reckoned, by days and rules, and what can't be judged says why", async ({ page }) => {
  await until(page, listed);
  const open = await page.evaluate(() => {
    const button = document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("tbody [aria-expanded]");
    if (button instanceof HTMLElement) button.click();
    return Boolean(button);
  });
  assert.ok(open);
  const steps = await until(page, () => {
    const found = [...(document.querySelector("jianyi-watch")?.shadowRoot?.querySelectorAll(".trace li") ?? [])].map((item) => item.textContent ?? "");
    return found.length > 1 && found;
  });
  assert.match(steps[0], /起算日/);
  assert.ok(steps.every((/** @type {string} */ step) => /第二百零[一二三]条|规定|通知|工作日/.test(step)), steps.join("\n"));
  await accessible(page);
}, { path: CITY });

inEachBrowser("lists are narrowed to an officer, and the week's sheet states the same counts", async ({ page }) => {
  await until(page, listed);
  const sheet = await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("#weekly-text")).value);
  const overdue = await page.evaluate(async () => (await /** @type {any} */ (document.querySelector("jianyi-watch")).ledger.followUp()).pressing.filter((/** @type {any} */ { list }) => list === "overdue").length);
  assert.match(sheet, new RegExp(`已逾期${overdue}项`));
  assert.match(sheet, /【待填写】$/);
  const chosen = await page.evaluate(() => {
    const select = /** @type {HTMLSelectElement | null} */ (document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("select.officer, select.body"));
    if (select) (select.selectedIndex = 1), select.dispatchEvent(new Event("change"));
    return select?.value;
  });
  await until(page, (name) => [...(document.querySelector("jianyi-watch")?.shadowRoot?.querySelectorAll("[aria-labelledby=pending] tbody tr") ?? [])].every((row) => row.textContent?.includes(name ?? "?")), chosen);
  await accessible(page);
}, { path: CITY });

inEachBrowser("alike suggestions are proposed with their words, and what a person says of them outlives a reload", async ({ page }) => {
  await until(page, listed);
  const find = async () => {
    await press(page, "jianyi-watch", ".find-similar");
    await until(page, () => Boolean(document.querySelector("jianyi-watch")?.shadowRoot?.querySelector(".group li .link")));
  };
  await find();
  await accessible(page);
  await picture(page, "similar");
  await press(page, "jianyi-watch", ".group:nth-of-type(1) .button");
  await shows(page, "下载已确认的分组");
  await written(page);
  await page.reload();
  await until(page, listed);
  await find();
  await shows(page, "下载已确认的分组");
}, { path: CITY });

inEachBrowser("every promise is registered with its state, those without a registration too", async ({ page }) => {
  await until(page, listed);
  const rows = () => texts(page, "jianyi-watch", "[aria-labelledby=promises] tbody tr");
  assert.match((await rows())[0], /逾期未落实/);
  await page.evaluate(() => {
    const select = /** @type {HTMLSelectElement} */ (document.querySelector("jianyi-watch")?.shadowRoot?.querySelector(".promise-state"));
    select.value = "kept-late";
    select.dispatchEvent(new Event("change"));
  });
  await until(page, () => [...(document.querySelector("jianyi-watch")?.shadowRoot?.querySelectorAll("[aria-labelledby=promises] tbody tr") ?? [])].every((row) => row.textContent?.includes("逾期落实")));
  await shows(page, "件后来的答复为已解决");
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
