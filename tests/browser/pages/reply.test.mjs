// A reply beside its checklist: faults shown, jumped to, mended, confirmed, left with a reason, kept, taken away.
import assert from "node:assert/strict";
import { accessible, inEachBrowser, picture, shows, text, until } from "../harness.mjs";
import { texts } from "./ledger-file.mjs";
import { dropFile, fileText, fill, keepFiles, openSample, press } from "./tool-view.mjs";

const REPLY = { path: "#view=reply" };
const WIDTHS = [1440, 1024, 390];
const focused = () => document.activeElement?.shadowRoot?.activeElement?.id ?? "";

inEachBrowser("a letter that is ready is said to be, and one that is not says what stands against it", async ({ page }) => {
  await openSample(page, "jianyi-reply", 0);
  await shows(page, "可以送签");
  await press(page, "jianyi-reply", ".ways .button", 1);
  await openSample(page, "jianyi-reply", 1);
  await shows(page, "暂不宜送签");
  await shows(page, "以下 4 项未通过");
  await accessible(page);
  await picture(page, "reply");
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 900 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${width} px`);
  }
  await accessible(page);
}, REPLY);

inEachBrowser("a finding and its place lead to each other, by keyboard too", async ({ page }) => {
  await openSample(page, "jianyi-reply", 1);
  await press(page, "jianyi-reply", ".blocking .link", 1);
  await until(page, () => document.activeElement?.shadowRoot?.activeElement?.id === "item-item-number-differs");
  await press(page, "jianyi-reply", "#item-item-number-differs .acts .button");
  assert.equal(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent), "第121号");
  await page.keyboard.press("Enter");
  const id = await until(page, focused);
  assert.match(id, /^f\d+$/);
  await press(page, "jianyi-reply", ".steps .button", 1);
  assert.notEqual(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent), "第121号");
}, REPLY);

inEachBrowser("a safe fix is applied alone and can be undone, after a reload too", async ({ page }) => {
  await openSample(page, "jianyi-reply", 1);
  await press(page, "jianyi-reply", "#item-document-number-brackets .acts .button", 1);
  await shows(page, "以下 3 项未通过");
  assert.match((await texts(page, "jianyi-reply", ".paper"))[0], /沅渡教函〔2024〕18号/);
  await until(page, kept, "沅渡教函〔2024〕18号");
  await page.reload();
  await shows(page, "以下 3 项未通过");
  await press(page, "jianyi-reply", ".undo .button");
  await shows(page, "以下 4 项未通过");
  assert.match((await texts(page, "jianyi-reply", ".paper"))[0], /沅渡教函\[2024\]18号/);
}, REPLY);

inEachBrowser("what was wiped comes back while the page is open, ticks and notes included", async ({ page }) => {
  await openSample(page, "jianyi-reply", 1);
  await fill(page, "jianyi-reply", ".note .field", "已电话核实");
  await press(page, "jianyi-reply", ".tick input");
  await until(page, kept, "已电话核实");
  await page.evaluate(() => {
    const buttons = [...(document.querySelector("jianyi-reply")?.shadowRoot?.querySelectorAll(".button.quiet") ?? [])];
    /** @type {HTMLElement} */ (buttons.find(({ textContent }) => textContent === "全部清除")).click();
  });
  await shows(page, "已清除本机浏览器保存的全部文稿");
  await until(page, () => !document.querySelector("jianyi-reply")?.shadowRoot?.querySelector(".verdict"));
  assert.equal(await page.evaluate(kept, "已电话核实"), false);
  await accessible(page);
  await press(page, "jianyi-reply", ".recall");
  await until(page, () => Boolean(document.querySelector("jianyi-reply")?.shadowRoot?.querySelector(".verdict")));
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector("jianyi-reply")?.shadowRoot?.querySelector(".note .field")).value), "已电话核实");
  await until(page, kept, "已电话核实");
}, REPLY);

inEachBrowser("what a person confirmed, noted and left as it is outlasts a reload and goes out and in as a file", async ({ page }) => {
  await openSample(page, "jianyi-reply", 1);
  await fill(page, "jianyi-reply", ".reviewer .field", "周慎之");
  await fill(page, "jianyi-reply", ".note .field", "已电话核实");
  await press(page, "jianyi-reply", ".tick input");
  await shows(page, "周慎之，");
  await press(page, "jianyi-reply", "#item-replied-late .acts .button", 1);
  await fill(page, "jianyi-reply", ".waiving [name=reason]", "交办单位同意延期");
  await press(page, "jianyi-reply", ".waiving .button");
  await shows(page, "以下 3 项未通过");
  await accessible(page);
  await until(page, kept, "交办单位同意延期");
  await page.reload();
  await shows(page, "交办单位同意延期");
  await shows(page, "周慎之，");
  assert.equal(await page.evaluate(() => document.querySelector("jianyi-reply")?.shadowRoot?.querySelector(".note .field")?.value), "已电话核实");

  await keepFiles(page);
  await press(page, "jianyi-reply", ".exports .button", 3);
  const file = JSON.parse(await fileText(page, 0));
  assert.equal(file.format, "jianyi/reply-review/1");
  assert.equal(file.waivers[0].by, "周慎之");
  await press(page, "jianyi-reply", ".exports .button", 2);
  const sarif = JSON.parse(await fileText(page, 1));
  assert.equal(sarif.version, "2.1.0");
  assert.ok(sarif.runs[0].results.some((/** @type {any} */ { suppressions }) => suppressions?.[0].justification.includes("交办单位同意延期")));

  await page.evaluate(() => /** @type {any} */ (document.querySelector("jianyi-reply")).forget());
  await openSample(page, "jianyi-reply", 1);
  await shows(page, "以下 4 项未通过");
  await page.evaluate((json) => /** @type {any} */ (document.querySelector("jianyi-reply")).importReview(new File([json], "r.json")), JSON.stringify(file));
  await shows(page, "以下 3 项未通过");
}, REPLY);

inEachBrowser("each ask stands beside the words that answer it, and each part read can be found", async ({ page }) => {
  await openSample(page, "jianyi-reply", 1);
  await press(page, "jianyi-reply", ".panels .button", 1);
  await shows(page, "开通学生公交专线");
  await shows(page, "未找到回应的文字");
  await accessible(page);
  await press(page, "jianyi-reply", ".evidence .button");
  await until(page, () => Boolean(document.querySelector("jianyi-reply")?.shadowRoot?.querySelector(".tone-located")));
  await press(page, "jianyi-reply", ".panels .button", 2);
  await shows(page, "2024年7月3日");
  await accessible(page);
  await press(page, "jianyi-reply", ".fields .button", 4);
  assert.equal(await page.evaluate(() => document.querySelector("jianyi-reply")?.shadowRoot?.querySelector(".tone-located")?.textContent), "沅渡市教育局\n关于对市十五届人大三次会议第112号建议的答复");
}, REPLY);

inEachBrowser("only what failed is listed on demand", async ({ page }) => {
  await openSample(page, "jianyi-reply", 1);
  await press(page, "jianyi-reply", ".tools .choices .button", 1);
  await until(page, () => document.querySelector("jianyi-reply")?.shadowRoot?.querySelectorAll(".item.pass").length === 0);
  assert.equal((await texts(page, "jianyi-reply", ".item")).length, 6);
}, REPLY);

inEachBrowser("a dropped text is read as UTF-8 or GB18030, and what is no text is refused", async ({ page }) => {
  await until(page, () => Boolean(document.querySelector("jianyi-reply")?.shadowRoot?.querySelector("form")));
  // 答复 and a line end, in GB18030.
  await dropFile(page, "gbk.txt", [0xb4, 0xf0, 0xb8, 0xb4, 0x0a]);
  await shows(page, "不像答复件");
  assert.equal((await texts(page, "jianyi-reply", ".paper"))[0], "答复");
  await dropFile(page, "picture.txt", [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]);
  await shows(page, "这不是文本文件");
  await dropFile(page, "letter.docx", [0x50, 0x4b, 3, 4]);
  await shows(page, "文档已损坏");
  await page.evaluate((size) => /** @type {any} */ (document.querySelector("jianyi-reply")).openFile(new File(["长".repeat(size)], "long.txt")), 1_700_000);
  await shows(page, "文字过长");
  await accessible(page);
}, REPLY);

inEachBrowser("markup in a letter is shown as text", async ({ page }) => {
  await until(page, () => Boolean(document.querySelector("jianyi-reply")?.shadowRoot?.querySelector("form")));
  await dropFile(page, "x.txt", [...new TextEncoder().encode("<img src=x onerror=alert(1)>代表：")]);
  await shows(page, "<img src=x onerror=alert(1)>");
  assert.equal(await page.evaluate(() => document.querySelector("jianyi-reply")?.shadowRoot?.querySelectorAll("img").length), 0);
}, REPLY);

inEachBrowser("the letter of an entry is checked from the entry's own page", async ({ page }) => {
  await until(page, () => Boolean(document.querySelector("jianyi-entry")?.shadowRoot?.querySelector("h2")));
  await press(page, "jianyi-entry", ".ways > .button", 1);
  await until(page, () => location.hash.includes("view=reply") && location.hash.includes("entry=YZ2023-0005"));
  await shows(page, "第020号提案的答复");
  await until(page, () => Boolean(document.querySelector("jianyi-reply")?.shadowRoot?.querySelector(".verdict")));
  await press(page, "jianyi-reply", ".ways .button", 0);
  assert.match(await page.evaluate(() => document.querySelector("jianyi-reply")?.shadowRoot?.querySelector("[name=title]")?.value), /矛盾纠纷/);
}, { path: "#ledger=fictional-city-2024.json&view=list&entry=YZ2023-0005" });

inEachBrowser("where nothing can be kept the page says so and goes on", async ({ page }) => {
  // What is still on its way when a page is left counts as a failed request.
  await page.waitForNetworkIdle();
  await page.evaluateOnNewDocument(() => void Object.defineProperty(globalThis, "indexedDB", { get: () => { throw new Error("blocked"); } }));
  await page.reload();
  await openSample(page, "jianyi-reply", 1);
  await shows(page, "本浏览器不允许保存数据");
  await press(page, "jianyi-reply", ".tick input");
  await shows(page, "未署名，");
  await accessible(page);
}, REPLY);

inEachBrowser("the review is printed as a sheet, without the controls", async ({ page, browser }) => {
  await openSample(page, "jianyi-reply", 1);
  if (browser === "firefox") return;
  await page.emulateMediaType("print");
  const seen = await text(page);
  assert.match(seen, /答复审核单/);
  assert.doesNotMatch(seen, /修改原文或资料/);
}, REPLY);

inEachBrowser("no message of the view is missing in English", async ({ page }) => {
  await openSample(page, "jianyi-reply", 1);
  await shows(page, "Not ready to sign");
  for (const panel of [0, 1, 2]) {
    await press(page, "jianyi-reply", ".panels .button", panel);
    assert.deepEqual((await text(page)).match(/\b(review|reply|item|verdict|group|ask|tone|rule|text)\.[a-z-]+\b|\{\w+\}/g), null);
  }
  await accessible(page);
}, { path: "#view=reply&lang=en" });

/** Whether the browser has written these words down. @param {string} words */
function kept(words) {
  return new Promise((resolve) => {
    const opening = indexedDB.open("jianyi-review", 1);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => resolve(false);
    opening.onsuccess = () => {
      const asking = opening.result.transaction("kept").objectStore("kept").getAll();
      asking.onsuccess = () => (opening.result.close(), resolve(JSON.stringify(asking.result).includes(words)));
    };
  });
}

inEachBrowser("the office's own laws and phrases are loaded, heeded, kept, and laid aside", async ({ page }) => {
  const upload = (/** @type {string} */ json) =>
    page.evaluate((json) => {
      const input = /** @type {HTMLInputElement} */ (document.querySelector("jianyi-reply")?.shadowRoot?.querySelector(".tables input[type=file]"));
      const files = new DataTransfer();
      files.items.add(new File([json], "tables.json"));
      input.files = files.files;
      input.dispatchEvent(new Event("change"));
    }, json);
  await until(page, () => Boolean(document.querySelector("jianyi-reply")?.shadowRoot?.querySelector(".tables input")));
  await upload("{}");
  await shows(page, "没有载入");
  await upload(JSON.stringify({ format: "jianyi/reply-tables/1", laws: [{ name: "澜河市城市绿化条例", inForce: "2010-01-01", repealedOn: "2024-05-01", replacedBy: "澜河市园林绿化条例" }], againstPolicy: ["自行联系施工单位"] }));
  await shows(page, "已载入法律法规1部、表述1条");
  await accessible(page);
  await until(page, kept, "澜河市城市绿化条例");
  await page.reload();
  await shows(page, "已载入法律法规1部、表述1条");
  await fill(page, "jianyi-reply", "textarea", "何文澜代表：\n您提出的建议收悉，现答复如下：\n依据《澜河市城市绿化条例》第三条，请您自行联系施工单位。");
  await press(page, "jianyi-reply", ".primary");
  await until(page, () => Boolean(document.querySelector("jianyi-reply")?.shadowRoot?.querySelector("#item-repealed-law-cited.fail")) && Boolean(document.querySelector("jianyi-reply")?.shadowRoot?.querySelector("#item-against-policy.fail")));
}, REPLY);
