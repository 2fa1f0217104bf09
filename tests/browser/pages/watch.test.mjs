// The follow-up view: what is due, whom to remind, what to check.
import assert from "node:assert/strict";
import { accessible, inEachBrowser, paper, picture, shows, until } from "../harness.mjs";
import { chooseLedger, goTo, texts } from "./ledger-file.mjs";
import { dropFile, fileText, fill, keepFiles, press, written } from "./tool-view.mjs";

const CITY = "#ledger=fictional-city-2024.json&view=watch";
const listed = () => Boolean(document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("tbody tr"));

inEachBrowser("what is overdue stands first with its due date and clause, and leads to its entry", async ({ page }) => {
  await until(page, listed);
  const [first] = await texts(page, "jianyi-watch", "tbody tr");
  assert.match(first, /逾期\d+天/);
  await shows(page, "依据：");
  await accessible(page);
  await picture(page, "watch");
  await press(page, "jianyi-watch", "tbody .link");
  await until(page, () => location.hash.includes("entry="));
}, { path: CITY });

inEachBrowser("what is due is put in order of weight, and the whole list is saved, not only the rows shown", async ({ page }) => {
  await until(page, listed);
  const rows = () => texts(page, "jianyi-watch", "[aria-labelledby=pending] tbody tr");
  const weightOf = (/** @type {string} */ row) => Number(row.includes("重点督办")) * 2 + Number(row.includes("民生实事"));
  const shown = (await rows()).length;
  await fill(page, "jianyi-watch", "select.order", "weight");
  const weights = (await rows()).map(weightOf);
  assert.ok(weights[0] > 1, `the first is a key item: ${(await rows())[0]}`);
  assert.deepEqual(weights, weights.toSorted((one, other) => other - one));
  await press(page, "jianyi-watch", "[aria-labelledby=pending] p .button", 1);
  const all = await rows();
  assert.ok(all.length > shown);
  await keepFiles(page);
  await press(page, "jianyi-watch", "[aria-labelledby=pending] .pickers .button");
  const lines = (await fileText(page, 0)).trim().split("\r\n");
  assert.equal(lines.length, all.length + 1);
  assert.match(lines[1], /重点督办/);
  await page.evaluate(() => void (globalThis.print = () => {}));
  await press(page, "jianyi-watch", ".print-list");
  await until(page, (rows) => document.querySelector("jianyi-watch")?.shadowRoot?.querySelectorAll(".on-paper tbody tr").length === rows, all.length);
  await paper(page, "pending");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  const body = await page.evaluate(() => /** @type {HTMLSelectElement} */ (document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("select.body")).options[1].value);
  await fill(page, "jianyi-watch", "select.body", body);
  const [first, ...states] = await texts(page, "jianyi-watch", "[aria-labelledby=pending] .pickers label:first-child option");
  const count = (/** @type {string} */ words) => Number(words.split(" ").at(-1));
  assert.equal(count(first), (await rows()).length);
  assert.equal(states.reduce((sum, words) => sum + count(words), 0), count(first));
}, { path: CITY });

inEachBrowser("bodies stand in the order of their sounds, as a Chinese reader looks them up", async ({ page }) => {
  await until(page, listed);
  const wanted = ["市财政局", "市城市管理局", "市发展和改革委员会", "市公安局"];
  const names = await texts(page, "jianyi-watch", "select.body option");
  assert.deepEqual(names.filter((name) => wanted.includes(name)), wanted);
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
  // The table is noted before the ledger is read anew by it; the older ledger can be closed under the question.
  const reads = (/** @type {number} */ count) =>
    until(page, (wanted) => /** @type {any} */ (document.querySelector("jianyi-watch"))?.ledger?.bodies().then((/** @type {any[]} */ found) => found.length === wanted, () => false), count);
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
  await reads(2);
  assert.deepEqual(new Set(await bodies()), new Set(["市教育局", "市财政局"]));
  await picture(page, "names");
  await page.reload();
  await goTo(page, { view: "watch" });
  await until(page, inWatch, ".forget-names");
  await reads(2);
  await press(page, "jianyi-watch", ".forget-names");
  await reads(3);
  await press(page, "jianyi-watch", ".again-names");
  await reads(2);
  await press(page, "jianyi-watch", ".forget-names");
  await until(page, inWatch, ".names select");
  await reads(3);
  await page.evaluate(() => {
    const select = /** @type {HTMLSelectElement} */ (document.querySelector("jianyi-watch")?.shadowRoot?.querySelector(".names select"));
    (select.selectedIndex = 3), select.dispatchEvent(new Event("change"));
  });
  await until(page, inWatch, ".names-apart li");
  assert.ok(!(await page.evaluate(inWatch, ".names select")), "what was decided to be two is not proposed again");
  await accessible(page);
  await press(page, "jianyi-watch", ".apply-names");
  await until(page, inWatch, ".forget-names");
  await page.reload();
  await goTo(page, { view: "watch" });
  await until(page, inWatch, ".names-apart li");
  await reads(3);
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

inEachBrowser("a shipped table that is newer than the one last seen lists the due dates that it moved, until they are noted", async ({ page }) => {
  const entry = JSON.stringify({ kind: "suggestion", number: "1", title: "关于修桥的建议", rounds: [{ assignedOn: "2025-11-20", assignments: [{ body: "市水务局", role: "lead" }] }] });
  await chooseLedger(page, "due.json", entry, "期限测试");
  await goTo(page, { view: "watch" });
  await until(page, inWatch, "#holidays-file");
  await page.evaluate(async () => {
    const view = /** @type {any} */ (document.querySelector("jianyi-watch"));
    const table = JSON.parse(await view.ledger.shippedHolidays());
    const old = { ...table, edition: "2024-11", announcedThrough: "2025-12-25", years: table.years.filter((/** @type {any} */ { year }) => year < 2026) };
    await view.holidays.see({ shippedHolidays: async () => JSON.stringify(old) });
    await view.holidays.open(view.ledger);
  });
  await until(page, inWatch, ".see-update");
  await shows(page, "由“2024-11”更新为“2025-11”");
  await accessible(page);
  await picture(page, "holidays-updated");
  await press(page, "jianyi-watch", ".see-update");
  await until(page, () => !document.querySelector("jianyi-watch")?.shadowRoot?.querySelector(".see-update"));
});

inEachBrowser("public messages are matched and counted, and a warning shows the messages that it rests on", async ({ page }) => {
  await until(page, listed);
  await until(page, inWatch, ".clue-sample");
  await press(page, "jianyi-watch", ".clue-sample");
  await until(page, inWatch, ".clue-warnings li");
  for (const [rule, words] of Object.entries({ "complaints-after-reply": /东环路.*答复之后，又收到投诉/, "sudden-rise": /东环路.*最近7天收到/ })) {
    const warnings = await texts(page, "jianyi-watch", `[data-rule=${rule}] li`);
    assert.ok(warnings.some((text) => words.test(text)), warnings.join("\n"));
  }
  await press(page, "jianyi-watch", ".clue-warnings .evidence");
  await until(page, inWatch, ".clue-messages tbody tr");
  const rows = await texts(page, "jianyi-watch", ".clue-messages tbody tr");
  assert.ok(rows.length >= 10 && rows.every((row) => row.includes("东环路")), rows.join("\n"));
  await accessible(page);
  await picture(page, "clues");
  const warned = () => texts(page, "jianyi-watch", ".clue-warnings > li");
  const before = (await warned()).length;
  await press(page, "jianyi-watch", ".clue-warnings .suppress");
  await until(page, inWatch, ".clue-warnings form.suppression");
  await accessible(page);
  await page.evaluate(() => {
    const form = /** @type {HTMLFormElement} */ (document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("form.suppression"));
    for (const [name, value] of Object.entries({ reason: "已转城管局回访", by: "陈某", until: "2099-12-31" })) /** @type {any} */ (form.elements.namedItem(name)).value = value;
    form.requestSubmit();
  });
  await until(page, inWatch, "[aria-labelledby=clues] .suppressed li");
  assert.equal((await warned()).length, before - 1);
  assert.match((await texts(page, "jianyi-watch", "[aria-labelledby=clues] .suppressed li"))[0], /东环路.*已转城管局回访（陈某）/);
  await press(page, "jianyi-watch", "[aria-labelledby=clues] .suppressed .link:last-child");
  await until(page, (count) => document.querySelector("jianyi-watch")?.shadowRoot?.querySelectorAll(".clue-warnings > li").length === count, before);
  const limits = (await texts(page, "jianyi-watch", "[aria-labelledby=clues] details li")).join("\n");
  assert.match(limits, /比较最近 ?7 ?天.*依据：本软件默认值/);
}, { path: CITY });

inEachBrowser("a list of messages with bad rows tells what was not read, where, and what is counted nowhere", async ({ page }) => {
  await chooseLedger(page, "clues.json", DUE, "线索测试");
  await goTo(page, { view: "watch" });
  await until(page, inWatch, "#clues-file");
  const give = (/** @type {string} */ csv) => page.evaluate((text) => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("#clues-file"));
    const files = new DataTransfer();
    files.items.add(new File([text], "线索.csv", { type: "text/csv" }));
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
  }, csv);
  await give("甲,乙\n1,2\n");
  await shows(page, "没有找到线索列表的表头");
  await give("日期,内容,次数\n昨天,修桥,1\n2020-01-01,修桥,-3\n2199-01-01,修桥,2\n");
  await shows(page, "“昨天”不是日期");
  const left = (await texts(page, "jianyi-watch", ".clue-left li")).join("\n");
  assert.match(left, /第 ?2 ?行.*日期/);
  assert.match(left, /-3.*超出允许范围/);
  assert.match(left, /1 行的日期晚于台账截止日期/);
  await accessible(page);
});

inEachBrowser("a warning is hidden with reason, person and day, outlives a reload, and comes back after the day", async ({ page }) => {
  const entry = (/** @type {string} */ asOf) => [`{"format":"jianyi/ledger/1","title":"预警测试","asOf":"${asOf}","profile":"npc","entries":[${JSON.stringify({ id: "甲", kind: "suggestion", number: "1", title: "关于修桥的建议", rounds: [{ assignedOn: "2024-01-10", assignments: [{ body: "市水务局", role: "lead" }] }] })}]}`];
  const open = async (/** @type {string} */ asOf) => {
    await until(page, () => document.querySelector("jianyi-board")?.shadowRoot?.querySelector("h2, h3") !== null);
    await dropFile(page, `${asOf}.json`, [...new TextEncoder().encode(entry(asOf)[0])]);
    await until(page, (day) => /** @type {any} */ (document.querySelector("jianyi-board"))?.summary?.today === day, asOf);
    await goTo(page, { view: "watch" });
    // The view of the ledger before stands until this one's is there.
    await until(page, (day) => /** @type {any} */ (document.querySelector("jianyi-watch"))?.view?.today === day, asOf);
    await until(page, inWatch, "[aria-labelledby=warnings]");
  };
  const shown = () => texts(page, "jianyi-watch", ".of-rule li");
  await open("2024-06-01");
  const before = (await shown()).length;
  assert.ok(before > 0);
  assert.match((await texts(page, "jianyi-watch", ".of-rule > p")).join("\n"), /错误.*reply-overdue.*依据/);
  await press(page, "jianyi-watch", ".of-rule .suppress");
  await until(page, inWatch, "form.suppression");
  await accessible(page);
  await page.evaluate(() => {
    const form = /** @type {HTMLFormElement} */ (document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("form.suppression"));
    for (const [name, value] of Object.entries({ reason: "已约定六月面商", by: "陈某", until: "2024-06-30" })) /** @type {any} */ (form.elements.namedItem(name)).value = value;
    form.requestSubmit();
  });
  await until(page, inWatch, ".suppressed li");
  assert.equal((await shown()).length, before - 1);
  assert.match((await texts(page, "jianyi-watch", ".suppressed li"))[0], /暂不提示至2024年6月30日.*已约定六月面商（陈某）/);
  await keepFiles(page);
  await press(page, "jianyi-watch", ".save-suppressions");
  const file = await fileText(page, 0);
  assert.equal(JSON.parse(file).suppressions[0].by, "陈某");
  await written(page);
  await page.reload();
  await open("2024-06-30");
  assert.match((await texts(page, "jianyi-watch", ".suppressed li"))[0], /已约定六月面商/);
  await picture(page, "suppressed");
  await open("2024-07-01");
  await until(page, () => !document.querySelector("jianyi-watch")?.shadowRoot?.querySelector(".suppressed"));
  assert.ok((await shown()).some((text) => /已到期.*已约定六月面商/.test(text)), (await shown()).join("\n"));
});

inEachBrowser("key items tell their progress, next step and last contact, and items handled together are followed", async ({ page }) => {
  await until(page, listed);
  const rows = await texts(page, "jianyi-watch", ".key-items tbody tr");
  assert.equal(rows.length, await page.evaluate(async () => (await /** @type {any} */ (document.querySelector("jianyi-watch")).ledger.keyItems()).length));
  assert.ok(rows.some((row) => /\d{4}年\d+月\d+日/.test(row)));
  await shows(page, "并案办理的共");
  await accessible(page);
  await picture(page, "key-items");
}, { path: CITY });

inEachBrowser("a reminder is printed alone, whole and as a document", async ({ page }) => {
  await until(page, listed);
  await page.evaluate(() => {
    globalThis.print = () => {};
    const select = /** @type {HTMLSelectElement} */ (document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("select.remind"));
    (select.value = select.options[1].value), select.dispatchEvent(new Event("change"));
  });
  await until(page, inWatch, ".print-notice");
  const text = await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("jianyi-watch")?.shadowRoot?.querySelector("#notice-text")).value);
  await press(page, "jianyi-watch", ".print-notice");
  await until(page, inWatch, ".on-paper .title");
  const printed = (await texts(page, "jianyi-watch", ".on-paper p")).filter(Boolean);
  assert.deepEqual(printed, text.split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean));
  assert.match(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--jianyi-paper-foot")), /昀州.*2024年9月30日.*统计口径/);
  await paper(page, "reminder");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await until(page, () => !document.querySelector("jianyi-watch")?.shadowRoot?.querySelector(".on-paper"));
}, { path: CITY });

inEachBrowser("work is listed by officer and by supervising leader, and a promise without a day says so", async ({ page }) => {
  const entry = (/** @type {number} */ at, /** @type {string} */ officer, /** @type {string} */ supervisingLeader) => JSON.stringify({
    kind: "suggestion", number: String(at), title: `关于第${at}件事的建议`, key: { supervisingLeader },
    rounds: [{ assignedOn: "2024-01-10", assignments: [{ body: "市水务局", role: "lead", officer }] }],
    ...(at === 1 ? { commitments: [{ what: "修好东桥", body: "市水务局", state: "open" }] } : {}),
  });
  await chooseLedger(page, "people.json", [entry(1, "张三", "副市长甲"), entry(2, "李四", "副市长乙")].join(",\n"), "分人测试");
  await goTo(page, { view: "watch" });
  await until(page, listed);
  for (const [field, name] of [["officer", "张三"], ["leader", "副市长乙"]]) {
    await page.evaluate(([to, value]) => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("jianyi-watch")?.shadowRoot);
      for (const select of root.querySelectorAll("select.officer, select.leader")) if (select instanceof HTMLSelectElement) (select.value = select.classList.contains(to) ? value : ""), select.dispatchEvent(new Event("change"));
    }, [field, name]);
    await until(page, (who) => {
      const rows = [...(document.querySelector("jianyi-watch")?.shadowRoot?.querySelectorAll("[aria-labelledby=pending] tbody tr") ?? [])];
      return rows.length > 0 && rows.every((row) => row.textContent?.includes(who));
    }, name);
  }
  assert.match((await texts(page, "jianyi-watch", "[aria-labelledby=pending] details li")).join("\n"), /承诺没有写明完成时间/);
  await accessible(page);
});
