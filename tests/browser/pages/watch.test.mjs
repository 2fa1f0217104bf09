// The follow-up view: what is due, whom to remind, what to check.
import assert from "node:assert/strict";
import { accessible, inEachBrowser, picture, shows, until } from "../harness.mjs";
import { chooseLedger, goTo, texts } from "./ledger-file.mjs";
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

const NAMES = [["市教育局", "2025-01-02"], ["昀州市教育局", "2025-01-03"], ["市财政局", "2025-01-03"]]
  .map(([body, assignedOn], at) => JSON.stringify({ kind: "suggestion", number: String(at + 1), title: `关于第${at + 1}件事的建议`, rounds: [{ assignedOn, assignments: [{ body, role: "lead" }] }] }))
  .join(",\n");
const inWatch = (/** @type {string} */ selector) => Boolean(document.querySelector("jianyi-watch")?.shadowRoot?.querySelector(selector));

inEachBrowser("likely names are proposed, merged only when a person says so, remembered and forgotten", async ({ page }) => {
  await chooseLedger(page, "names.json", NAMES, "名称测试");
  await goTo(page, { view: "watch" });
  await until(page, inWatch, ".names select");
  const proposed = await texts(page, "jianyi-watch", ".names li");
  assert.equal(proposed.length, 1);
  assert.match(proposed[0], /市教育局.*昀州市教育局.*地名详略不同|昀州市教育局.*市教育局.*地名详略不同/);
  const bodies = () => page.evaluate(async () => (await /** @type {any} */ (document.querySelector("jianyi-watch")).ledger.bodies()).map((/** @type {any} */ { body }) => body));
  assert.equal((await bodies()).length, 3);
  await accessible(page);
  await page.evaluate(() => {
    const select = /** @type {HTMLSelectElement} */ (document.querySelector("jianyi-watch")?.shadowRoot?.querySelector(".names select"));
    select.value = "市教育局";
    select.dispatchEvent(new Event("change"));
  });
  await until(page, inWatch, ".table-of-names li");
  assert.equal((await bodies()).length, 3, "nothing changes before it is applied");
  await press(page, "jianyi-watch", ".apply-names");
  await until(page, inWatch, ".forget-names");
  assert.deepEqual(new Set(await bodies()), new Set(["市教育局", "市财政局"]));
  await picture(page, "names");
  await page.reload();
  await goTo(page, { view: "watch" });
  await until(page, inWatch, ".forget-names");
  assert.equal((await bodies()).length, 2);
  await press(page, "jianyi-watch", ".forget-names");
  await until(page, inWatch, ".names select");
  assert.equal((await bodies()).length, 3);
});

const TABLE = JSON.stringify({
  format: "jianyi/holidays/1", edition: "2026-11", source: "虚构", announcedThrough: "2027-12-25",
  years: [{ year: 2027, off: [{ holiday: "春节", from: "2027-02-05", to: "2027-02-12" }], work: ["2027-01-30"] }],
});
const DUE = JSON.stringify({ kind: "suggestion", number: "1", title: "关于修桥的建议", rounds: [{ assignedOn: "2026-11-08", assignments: [{ body: "市水务局", role: "lead" }] }] });

inEachBrowser("a newer table of days off lists the due dates that move, and they move once it is in use", async ({ page }) => {
  await chooseLedger(page, "due.json", DUE, "期限测试");
  await goTo(page, { view: "watch" });
  await until(page, inWatch, "#holidays-file");
  const give = (/** @type {string} */ json) => page.evaluate((text) => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("#holidays-file"));
    const files = new DataTransfer();
    files.items.add(new File([text], "holidays.json", { type: "application/json" }));
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
  }, json);
  await give("{}");
  await shows(page, "节假日表无法读取");
  await give(TABLE);
  await until(page, inWatch, ".moved tbody tr");
  assert.match((await texts(page, "jianyi-watch", ".moved tbody tr"))[0], /2027年2月8日.*2027年2月15日/);
  await accessible(page);
  await picture(page, "moved");
  await press(page, "jianyi-watch", ".use-holidays");
  await until(page, inWatch, ".forget-holidays");
  await shows(page, "已改用2026-11版节假日表");
  const due = () => page.evaluate(async () => (await /** @type {any} */ (document.querySelector("jianyi-watch")).ledger.rows())[0].dueOn);
  assert.equal(await due(), "2027-02-15");
  await press(page, "jianyi-watch", ".forget-holidays");
  await until(page, () => !document.querySelector("jianyi-watch")?.shadowRoot?.querySelector(".forget-holidays") && Boolean(document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("#holidays-file")));
  assert.equal(await due(), "2027-02-08");
});
