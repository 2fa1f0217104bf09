// A report beside its equations: the published passages of 2024, one with a slip, one damaged.
import assert from "node:assert/strict";
import { accessible, inEachBrowser, picture, shows, text, until } from "../harness.mjs";
import { texts } from "./ledger-file.mjs";
import { dropFile, fileText, fill, keepFiles, openSample, press, pressPanel, written } from "./tool-view.mjs";

const REPORT = { path: "#view=report" };

inEachBrowser("the one slip of a published report is shown with what should stand there", async ({ page }) => {
  await openSample(page, "jianyi-report", 0);
  await shows(page, "在等式中的数字 22/23");
  await shows(page, "10.53%（2/19）");
  assert.deepEqual(await texts(page, "jianyi-report", ".paper .tone-broken"), ["10.52%"]);
  assert.ok((await texts(page, "jianyi-report", ".equation .link")).includes("19件 = 10件 + 6件 + 3件"));
  await accessible(page);
  await picture(page, "report");
  for (const width of [1440, 1024, 390]) {
    await page.setViewport({ width, height: 900 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${width} px`);
  }
  await accessible(page);
}, REPORT);

inEachBrowser("figures and equations lead to each other, by keyboard too", async ({ page }) => {
  await openSample(page, "jianyi-report", 0);
  await press(page, "jianyi-report", ".equation .link", 1);
  await until(page, () => document.querySelector("jianyi-report")?.shadowRoot?.querySelectorAll(".chosen").length === 4);
  assert.equal(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent), "19件");
  await page.keyboard.press("Enter");
  await until(page, () => document.activeElement?.shadowRoot?.activeElement?.matches(".equation, .finding"));
  await press(page, "jianyi-report", ".paper .tone-broken");
  await until(page, () => document.activeElement?.shadowRoot?.activeElement?.id === "finding-0");
}, REPORT);

inEachBrowser("what was not checked is listed", async ({ page }) => {
  await openSample(page, "jianyi-report", 0);
  await press(page, "jianyi-report", ".panels .button:last-child");
  await shows(page, "未计入核对的数字");
  assert.match((await texts(page, "jianyi-report", "#unread-0"))[0], /5个/);
  await accessible(page);
  await press(page, "jianyi-report", "#unread-0 .button");
  await until(page, () => document.querySelector("jianyi-report")?.shadowRoot?.querySelector(".chosen")?.textContent === "5个");
}, REPORT);

inEachBrowser("damaged digits are restored to their only reading, and back", async ({ page }) => {
  await openSample(page, "jianyi-report", 1);
  await shows(page, "唯一的读法");
  await accessible(page);
  await press(page, "jianyi-report", ".reading > .button");
  await shows(page, "数字勾稽一致");
  assert.match((await texts(page, "jianyi-report", ".paper"))[0], /A1类2件，占66.67%，B2类1件，占33.33%。/);
  await press(page, "jianyi-report", ".notice .button");
  await shows(page, "唯一的读法");
}, REPORT);

inEachBrowser("the findings are downloaded as JSON and SARIF", async ({ page }) => {
  await openSample(page, "jianyi-report", 0);
  await keepFiles(page);
  await press(page, "jianyi-report", ".verdict .button", 0);
  assert.equal(JSON.parse(await fileText(page, 0)).audit.coverage[1], 23);
  await press(page, "jianyi-report", ".verdict .button", 1);
  const [run] = JSON.parse(await fileText(page, 1)).runs;
  assert.equal(run.results[0].locations[0].physicalLocation.region.snippet.text, "10.52%");
  assert.equal(run.results[0].fixes[0].artifactChanges[0].replacements[0].insertedContent.text, "10.53%");
}, REPORT);

inEachBrowser("a pasted report is audited, kept over a reload and laid aside", async ({ page }) => {
  await until(page, () => Boolean(document.querySelector("jianyi-report")?.shadowRoot?.querySelector("textarea")));
  await fill(page, "jianyi-report", "textarea", "全年承办代表建议86件，其中A类58件、B类21件、C类5件。");
  await press(page, "jianyi-report", ".primary");
  await shows(page, "数字有不一致");
  await shows(page, "刷新后仍在");
  await written(page);
  await page.reload();
  await shows(page, "数字有不一致");
  await press(page, "jianyi-report", ".ways .button", 1);
  await until(page, () => document.querySelector("jianyi-report")?.shadowRoot?.querySelector("textarea")?.value === "");
  await press(page, "jianyi-report", ".take-up");
  await shows(page, "数字有不一致");
}, REPORT);

inEachBrowser("a saved page is read as it is shown, its tables as tables, and nothing in it runs", async ({ page }) => {
  const markup = `<!doctype html><meta charset="utf-8"><title>99件</title><script>document.title = "ran"; document.write("77件")</script>
    <style>p { color: red }</style><body style="color: red"><div onclick="run(1 > 0)">县人民政府共承办代表建议86件<span hidden>88件</span>，其中主办<b>60</b>件、<br>协办26件。</div><img src="x" onerror="document.title='ran'">
    <table><tr><th>类别</th><th>件数</th></tr><tr><td>A类</td><td><p>58</p></td></tr><tr><td>B类</td><td>28</td></tr><tr><td>合计</td><td>87</td></tr></table>`;
  await until(page, () => Boolean(document.querySelector("jianyi-report")?.shadowRoot?.querySelector("textarea")));
  await dropFile(page, "报告.html", [...new TextEncoder().encode(markup)]);
  await shows(page, "数字有不一致");
  const [paper] = await texts(page, "jianyi-report", ".paper");
  assert.match(paper, /86件，其中主办60件、\s*协办26件。\s*类别\s+件数\s+A类\s+58\s+B类\s+28\s+合计\s+87/);
  assert.doesNotMatch(paper, /77|88件|99件/);
  assert.notEqual(await page.title(), "ran");
}, REPORT);

inEachBrowser("last year's report stands beside this year's, and what differs is found in both", async ({ page }) => {
  await until(page, () => Boolean(document.querySelector("jianyi-report")?.shadowRoot?.querySelector("textarea")));
  await fill(page, "jianyi-report", "textarea", "2024年共承办代表建议147件，比上年增加16件，增长12.2%。其中A类102件，占69.4%；B类38件，占25.9%；C类7件，占4.8%。办结率100%。");
  await press(page, "jianyi-report", ".primary");
  await shows(page, "数字勾稽一致");
  await pressPanel(page, "jianyi-report", "与上年报告核对");
  await shows(page, "同名数字两年并列");
  await accessible(page);
  await fill(page, "jianyi-report", "textarea[name='last-year']", "  ");
  await press(page, "jianyi-report", ".panel .primary");
  await until(page, () => Boolean(document.querySelector("jianyi-report")?.shadowRoot?.querySelector(".panel .error")));
  await fill(page, "jianyi-report", "textarea[name='last-year']", "2023年共承办代表建议129件，其中A类87件、B类34件、C类8件。面商率98%。");
  await press(page, "jianyi-report", ".panel .primary");
  await shows(page, "0处与上年报告一致，2处不一致，0处未能对应");
  await shows(page, "增加18件");
  await shows(page, "增长14.0%");
  assert.ok((await texts(page, "jianyi-report", ".beside td")).includes("+15（+17.24%）"));
  await accessible(page);
  await picture(page, "report-last-year");
  for (const width of [1440, 390]) {
    await page.setViewport({ width, height: 900 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${width} px`);
  }
  // From the claim to the text, from the text to the claim, and from last year's text back.
  await press(page, "jianyi-report", ".beside .link");
  await until(page, () => document.querySelector("jianyi-report")?.shadowRoot?.querySelector(".chosen")?.textContent === "16件");
  await page.keyboard.press("Enter");
  await until(page, () => document.activeElement?.shadowRoot?.activeElement?.matches(".beside"));
  await press(page, "jianyi-report", ".panel .paper .tone-broken");
  await until(page, () => (document.querySelector("jianyi-report")?.shadowRoot?.querySelectorAll(".columns > .letter .chosen").length ?? 0) >= 3);
  await written(page);
  await page.reload();
  await shows(page, "数字勾稽一致");
  await pressPanel(page, "jianyi-report", "与上年报告核对");
  await shows(page, "增加18件");
  await press(page, "jianyi-report", ".panel .quiet");
  await shows(page, "同名数字两年并列");
}, REPORT);

inEachBrowser("a report is held against the summary of a public data set", async ({ page }) => {
  await openSample(page, "jianyi-report", 0);
  await pressPanel(page, "jianyi-report", "与公开数据核对");
  await shows(page, "选择公开数据包");
  await accessible(page);
  const choose = (/** @type {string} */ name, /** @type {string} */ content) =>
    page.evaluate(
      (fileName, text) => {
        const input = /** @type {HTMLInputElement} */ (document.querySelector("jianyi-report")?.shadowRoot?.querySelector(".panel input[type=file]"));
        const given = new DataTransfer();
        given.items.add(new File([text], fileName));
        input.files = given.files;
        input.dispatchEvent(new Event("change"));
      },
      name,
      content,
    );
  await choose("summary.json", "{}");
  await shows(page, "没有公开数据包的 summary.json");
  await choose("data.zip", "PK\u0003\u0004 nothing");
  await shows(page, "没有公开数据包的 summary.json");
  await choose("summary.json", JSON.stringify({ format: "jianyi/public/1", title: "公开数据", asOf: "2024-12-31", entries: 19, withheld: 1, replies: 16, classes: [["A类", 9], ["B类", 5], ["C类", 1]] }));
  await shows(page, "公开条目19件，未公开1件");
  assert.match((await texts(page, "jianyi-report", ".panel .beside"))[0], /A 10件\s+与公开数据不一致\s+公开数据\s*9件/);
  await accessible(page);
  await press(page, "jianyi-report", ".panel .beside .link");
  await until(page, () => document.querySelector("jianyi-report")?.shadowRoot?.querySelector(".chosen")?.textContent === "10件");
}, REPORT);

inEachBrowser("no message of the view is missing in English", async ({ page }) => {
  await openSample(page, "jianyi-report", 1);
  await shows(page, "The only reading");
  for (const panel of [1, 2, 3]) {
    await press(page, "jianyi-report", ".panels .button", panel);
    assert.deepEqual((await text(page)).match(/\b(review|report|figure|equation|verdict|text)\.[a-z-]+\b|\{\w+\}/g), null);
    await accessible(page);
  }
}, { path: "#view=report&lang=en" });
