// The files that offices keep: dropped, their columns corrected, compared, broken.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { accessible, inEachBrowser, picture, shows, text, until } from "../harness.mjs";
import { goTo, texts } from "./ledger-file.mjs";
import { dropFile, fileText, keepFiles, press } from "./tool-view.mjs";

const NPC = "十四届全国人大二次会议代表建议办理情况";
const fixtures = new URL("../../fixtures/ledgers/", import.meta.url);
const TABLE = "编号,标题,承办单位,承办方式,交办日期,备注甲\r\n1,关于修路的建议,县交通局,主办,2024-03-01,A\r\n2,关于植树的建议,县林业局,主办,2024-03-02,B\r\n";
const OTHER = TABLE.replace("修路", "修桥").replace(/2,关于植树.*/, "3,关于办学的建议,县教育局,主办,2024-03-05,C");

const utf8 = (/** @type {string} */ words) => [...new TextEncoder().encode(words)];
const utf16 = (/** @type {string} */ words) => [0xff, 0xfe, ...[...words].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])];
const fixture = async (/** @type {string} */ name) => [...(await readFile(new URL(name, fixtures)))];

inEachBrowser("each format opens by dropping it, whatever its name says", async ({ page }) => {
  await shows(page, NPC);
  const files = {
    a: { bytes: await fixture("ledger.json"), entries: 496 },
    b: { bytes: await fixture("ledger.ndjson"), entries: 193 },
    c: { bytes: await fixture("excel-style.csv") },
    d: { bytes: await fixture("ledger.xlsx") },
    e: { bytes: utf8(TABLE), entries: 2 },
    f: { bytes: utf16(TABLE), entries: 2 },
    g: { bytes: utf8(JSON.stringify({ format: "jianyi/ledger/1", entries: [{ kind: "suggestion" }] })), entries: 1 },
  };
  await page.evaluate(() => (/** @type {any} */ (globalThis).before = /** @type {any} */ (document.querySelector("jianyi-board")).ledger));
  for (const [name, { bytes, entries }] of Object.entries(files)) {
    await dropFile(page, `${name}.bin`, bytes);
    const shown = await until(page, (file) => {
      const board = /** @type {any} */ (document.querySelector("jianyi-board"));
      const said = document.querySelector('[role="status"]')?.textContent ?? "";
      const isNew = board?.ledger && board.ledger !== /** @type {any} */ (globalThis).before && !document.querySelector("main > .progress:not(.second)");
      if (isNew) /** @type {any} */ (globalThis).before = board.ledger;
      return document.querySelector(".fault")?.textContent ?? (isNew && { size: board.ledger.size, said, file });
    }, name);
    if (entries !== undefined) assert.equal(shown.size, entries, `${name}: ${JSON.stringify(shown)}`);
    else assert.ok(shown.size > 100, `${name}: ${JSON.stringify(shown)}`);
  }
});

inEachBrowser("a column is corrected, the file read again, and the correction remembered and forgotten", async ({ page }) => {
  await shows(page, NPC);
  await dropFile(page, "表.csv", utf8(TABLE));
  await until(page, () => Boolean(document.querySelector(".columns")));
  const openColumns = async () => {
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".columns")).click());
    await until(page, () => Boolean(document.querySelector("jianyi-columns")?.shadowRoot?.querySelector("tbody tr")));
  };
  await openColumns();
  assert.deepEqual((await texts(page, "jianyi-columns", "tbody th")).map((name) => name.split(" ")[0]), ["编号", "标题", "承办单位", "承办方式", "交办日期", "备注甲"]);
  await accessible(page);
  await picture(page, "columns");
  await page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("jianyi-columns")?.shadowRoot);
    const select = /** @type {HTMLSelectElement} */ ([...root.querySelectorAll("select")].at(-1));
    select.value = "outcome";
    select.dispatchEvent(new Event("change"));
    /** @type {HTMLElement} */ (root.querySelector(".keep")).click();
    /** @type {HTMLElement} */ (root.querySelector(".apply")).click();
  });
  const outcome = () => page.evaluate(async () => (await /** @type {any} */ (document.querySelector("jianyi-board")).ledger.mapping()).columns.at(-1).field);
  const becomes = async (/** @type {string | undefined} */ wanted) => {
    const end = Date.now() + 15_000;
    while ((await outcome().catch(() => "closed")) !== wanted) assert.ok(Date.now() < end, `not ${wanted} but ${await outcome()}`);
  };
  await becomes("outcome");
  await dropFile(page, "另一表.csv", utf8(TABLE.replace("修路", "修桥")));
  await shows(page, "替换了");
  await becomes("outcome");
  await openColumns();
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("jianyi-columns")?.shadowRoot?.querySelector(".forget")).click());
  const end = Date.now() + 15_000;
  while ((await outcome().catch(() => "outcome")) === "outcome") assert.ok(Date.now() < end);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).some((name) => name.startsWith("jianyi.mapping"))), false);
});

inEachBrowser("a table without headings opens with its columns by letter, and a person says what they are", async ({ page }) => {
  await shows(page, NPC);
  const rows = [1, 2, 3, 4, 5].map((at) => `${at},关于整修第${at}条村道的建议,县交通运输局,2024-03-0${at},A`).join("\r\n");
  await dropFile(page, "无表头.csv", utf8(`${rows}\r\n`));
  await until(page, () => Boolean(document.querySelector("jianyi-columns")?.shadowRoot?.querySelector("tbody tr")));
  assert.deepEqual(await texts(page, "jianyi-columns", "tbody th"), ["A 列", "B 列", "C 列", "D 列", "E 列"]);
  assert.match((await texts(page, "jianyi-columns", "tbody td"))[6], /2024-03-01、2024-03-02/);
  await accessible(page);
  await picture(page, "columns-by-letter");
  await page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("jianyi-columns")?.shadowRoot);
    for (const [at, field] of [[0, "number"], [3, "assigned-on"]]) {
      const select = root.querySelectorAll("select")[Number(at)];
      select.value = String(field);
      select.dispatchEvent(new Event("change"));
    }
    /** @type {HTMLElement} */ (root.querySelector(".keep")).click();
    /** @type {HTMLElement} */ (root.querySelector(".apply")).click();
  });
  const first = await until(page, async () => {
    const { ledger } = /** @type {any} */ (document.querySelector("jianyi-board"));
    const [row] = ledger?.size === 5 ? await ledger.rows({ from: 0, count: 1 }) : [];
    return row?.number && row;
  });
  assert.deepEqual([first.number, first.assignedOn, first.outcome], ["1", "2024-03-01", "A"]);
  assert.equal(await page.evaluate(() => document.querySelector("jianyi-columns")), null);
  await goTo(page, { view: "problems" });
  await shows(page, "没有找到表头");
});

inEachBrowser("a second file can be compared with the first, added to it, or taken back", async ({ page }) => {
  await shows(page, NPC);
  await keepFiles(page);
  await dropFile(page, "三月.csv", utf8(TABLE));
  await shows(page, "关于修路的建议");
  await dropFile(page, "四月.csv", utf8(OTHER));
  await shows(page, "已打开“四月.csv”，替换了“三月.csv”。");
  await accessible(page);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".second .compare")).click());
  await shows(page, "新增 1 件，减少 1 件，变化 1 件，未变 0 件。");
  await accessible(page);
  await picture(page, "comparison");
  const before = await page.evaluate(() => /** @type {any} */ (globalThis).files.length);
  await press(page, "jianyi-comparison", ".csv");
  assert.match(await fileText(page, before), /变化,1,.*关于修路的建议,关于修桥的建议/);
  await press(page, "jianyi-comparison", ".top .button");
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".second .add")).click());
  await until(page, () => /** @type {any} */ (document.querySelector("jianyi-board"))?.ledger?.size === 4);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".second .back")).click());
  await until(page, () => /** @type {any} */ (document.querySelector("jianyi-board"))?.ledger?.size === 2);
});

inEachBrowser("the records of a file are counted, with what was skipped and kept aside", async ({ page }) => {
  await shows(page, NPC);
  await dropFile(page, "台账.csv", await fixture("excel-style.csv"));
  await shows(page, "云岭县2024年");
  await goTo(page, { view: "problems" });
  await shows(page, "另行保留 4");
  await shows(page, "略过的行");
  await accessible(page);
  await press(page, "jianyi-problems", ".tally .button");
  await shows(page, "按更正重新读取");
});

inEachBrowser("a connection that breaks keeps what had arrived, and says so", async ({ page }) => {
  await shows(page, NPC);
  await page.evaluate(() => {
    const whole = globalThis.fetch;
    globalThis.fetch = async (address, options) => {
      const response = await whole(address, options);
      if (!String(address).includes("fictional-city")) return response;
      const bytes = new Uint8Array(await response.arrayBuffer());
      let at = 0;
      const pull = (/** @type {any} */ controller) => (at > bytes.length / 2 ? controller.error(new TypeError("terminated")) : controller.enqueue(bytes.slice(at, (at += 65_536))));
      return new Response(new ReadableStream({ pull }));
    };
    location.hash = "ledger=fictional-city-2024.json&view=problems";
  });
  await shows(page, "连接中断");
  const size = await page.evaluate(() => /** @type {any} */ (document.querySelector("jianyi-board")).ledger.size);
  assert.ok(size > 500 && size < 1200, String(size));
});

const REFUSED = [
  { what: "an old workbook", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)], words: "另存" },
  { what: "a picture", bytes: [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], words: "不是台账" },
  { what: "an archive", bytes: [0x50, 0x4b, 3, 4, ...Array(80).fill(0)], words: "未能打开" },
  { what: "NUL bytes", bytes: Array(500).fill(0), words: "未能打开" },
  { what: "deep nesting", bytes: utf8("[".repeat(100_000)), words: "未能打开" },
];

inEachBrowser("what is no ledger is refused with what to do, and the page stays alive", async ({ page }) => {
  await shows(page, NPC);
  for (const [at, { what, bytes, words }] of REFUSED.entries()) {
    await dropFile(page, `坏文件${at}`, bytes);
    await shows(page, `未能打开“坏文件${at}”`);
    assert.ok((await text(page)).includes(words), `${what}: ${(await text(page)).slice(0, 500)}`);
  }
  await dropFile(page, "好.csv", utf8(TABLE));
  await shows(page, "关于修路的建议");
});
