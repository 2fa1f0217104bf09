// Word documents in both review views, and the annual report drafted from the ledger.
import assert from "node:assert/strict";
import { accessible, inEachBrowser, paper, picture, shows, text, until } from "../harness.mjs";
import { zip } from "../zip.mjs";
import { texts } from "./ledger-file.mjs";
import { dropFile, fileText, fill, keepFiles, press, pressPanel } from "./tool-view.mjs";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (/** @type {string} */ words) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
const deleted = "<w:p><w:r><w:t>全年承办代表建议86件，其中A类58件、</w:t></w:r><w:del><w:r><w:delText>B类23件、</w:delText></w:r></w:del><w:ins><w:r><w:t>B类21件、</w:t></w:r></w:ins><w:r><w:t>C类5件。</w:t></w:r></w:p>";
const wordFile = (/** @type {string} */ body) => [...zip([
  { name: "_rels/.rels", content: '<Relationships><Relationship Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>' },
  { name: "word/document.xml", content: `<w:document ${W}><w:body>${body}</w:body></w:document>` },
])];

inEachBrowser("a Word report is read with its changes accepted, audited, and given back with comments", async ({ page }) => {
  await until(page, () => Boolean(document.querySelector("jianyi-report")?.shadowRoot?.querySelector("textarea")));
  await dropFile(page, "报告.docx", wordFile(paragraph("办理情况报告") + deleted));
  await shows(page, "数字有不一致");
  await shows(page, "修订中删除的 1 处按接受处理");
  await accessible(page);
  await keepFiles(page);
  await press(page, "jianyi-report", ".verdict .button", 2);
  assert.match(await fileText(page, 0), /^PK/);
  await dropFile(page, "旧.doc", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  await shows(page, "另存为 .docx");
}, { path: "#view=report" });

inEachBrowser("a Word letter is checked, and its review sheet leaves as a document", async ({ page }) => {
  await until(page, () => Boolean(document.querySelector("jianyi-reply")?.shadowRoot?.querySelector("textarea")));
  await dropFile(page, "答复.docx", wordFile(["关于对市十五届人大三次会议第12号建议的答复", "张某代表：", "您提出的关于增设公共充电桩的建议收悉，现答复如下：", "我们正在研究。", "虚构市发展和改革委员会", "2024年6月3日"].map(paragraph).join("")));
  await until(page, () => Boolean(document.querySelector("jianyi-reply")?.shadowRoot?.querySelector(".verdict")));
  await keepFiles(page);
  for (const at of [0, 1]) {
    await page.evaluate((place) => {
      const buttons = [.../** @type {any} */ (document.querySelector("jianyi-reply")).shadowRoot.querySelectorAll(".exports .button")];
      buttons.filter((button) => button.textContent.includes("Word"))[place].click();
    }, at);
    assert.match(await fileText(page, at), /^PK/);
  }
}, { path: "#view=reply" });

inEachBrowser("a swelling document, a paste of 5 MB and nothing at all are refused in words, and 10,000 paragraphs are read", async ({ page }) => {
  await until(page, () => Boolean(document.querySelector("jianyi-reply")?.shadowRoot?.querySelector("textarea")));
  await dropFile(page, "膨胀.docx", wordFile(paragraph(" ".repeat(40 * 2 ** 20))));
  await shows(page, "文档展开后过大");
  const paste = (/** @type {string} */ words, /** @type {number} */ times) =>
    page.evaluate(
      (words, times) => {
        const area = /** @type {HTMLTextAreaElement} */ (document.querySelector("jianyi-reply")?.shadowRoot?.querySelector("textarea"));
        area.value = words.repeat(times);
        area.form?.requestSubmit();
      },
      words,
      times,
    );
  await paste("关于答复的文字", 240_000);
  await shows(page, "文字过长");
  await paste(" ", 3);
  await shows(page, "没有文字");
  await accessible(page);
  await dropFile(page, "万段.docx", wordFile(paragraph("关于对市十五届人大三次会议第12号建议的答复") + paragraph("已办结。").repeat(10_000)));
  await until(page, () => Boolean(document.querySelector("jianyi-reply")?.shadowRoot?.querySelector(".verdict")));
}, { path: "#view=reply" });

inEachBrowser("the annual report is drafted from the ledger; a changed figure turns red and comes back", async ({ page }) => {
  await until(page, () => [.../** @type {any} */ (document.querySelector("jianyi-report"))?.shadowRoot?.querySelectorAll("form .button") ?? []].some((button) => button.textContent.includes("起草") && (button.click(), true)));
  const draft = (/** @type {string} */ selector) => page.evaluate((wanted) => [.../** @type {any} */ (document.querySelector("jianyi-report")).shadowRoot.querySelector("jianyi-draft").shadowRoot.querySelectorAll(wanted)].map((found) => found.textContent.trim()), selector);
  const act = (/** @type {string} */ selector, at = 0) => page.evaluate((wanted, place) => /** @type {any} */ (document.querySelector("jianyi-report")).shadowRoot.querySelector("jianyi-draft").shadowRoot.querySelectorAll(wanted)[place].click(), selector, at);
  await shows(page, "一、总体情况");
  await shows(page, "处须由人工填写");
  await accessible(page);
  await picture(page, "draft");
  await act(".paper .tone-holds");
  await shows(page, "全部条目（件）");
  const [first] = await draft(".paper .tone-holds");
  await act(".ways .button", 0);
  await page.evaluate((printed) => {
    const area = /** @type {any} */ (document.querySelector("jianyi-report")).shadowRoot.querySelector("jianyi-draft").shadowRoot.querySelector("textarea");
    area.value = area.value.replace(new RegExp(`(共承办\\D*)${printed}`), (_, before) => `${before}99999`);
    area.dispatchEvent(new InputEvent("input"));
  }, first);
  await act(".ways .button", 0);
  await shows(page, `现为 99999，台账为 ${first}`);
  assert.deepEqual(await draft(".paper .tone-broken"), ["99999"]);
  await accessible(page);
  // Begun anew, and back to what a person had written.
  await act(".anew");
  await shows(page, "撤销，回到修改过的草稿");
  assert.deepEqual(await draft(".paper .tone-broken"), []);
  await act(".anew");
  await shows(page, `现为 99999，台账为 ${first}`);
  await act("[aria-labelledby=changed-title] .button");
  await shows(page, "没有。");
  // Copied, or, where no page gets the clipboard, selected to be copied by hand.
  await act(".copy");
  await until(page, () => {
    const root = /** @type {any} */ (document.querySelector("jianyi-report")).shadowRoot.querySelector("jianyi-draft").shadowRoot;
    const area = root.querySelector("textarea");
    return root.querySelector(".ways [role=status]").textContent === "已复制。" || (area && area.selectionEnd - area.selectionStart === area.value.length);
  });
  await page.evaluate(() => void (globalThis.print = () => {}));
  await act(".print");
  await until(page, () => document.body.hasAttribute("data-printing"));
  const [title] = await draft(".on-paper .title");
  assert.match(title, /^关于.*办理情况的报告$/);
  assert.ok((await draft(".on-paper table tr")).length > 5);
  await paper(page, "draft");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await page.evaluate(() => document.body.hasAttribute("data-printing")), false);
  await act(".ways .button", 1);
  await shows(page, "数字勾稽一致");
  for (const width of [1440, 390]) {
    await page.setViewport({ width, height: 900 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${width} px`);
  }
}, { path: "#view=report&ledger=fictional-city-2024.json" });

inEachBrowser("no message of the draft is missing in English", async ({ page }) => {
  await until(page, () => [.../** @type {any} */ (document.querySelector("jianyi-report"))?.shadowRoot?.querySelectorAll("form .button") ?? []].some((button) => button.textContent.includes("Draft the annual") && (button.click(), true)));
  await shows(page, "are counted from the ledger");
  assert.deepEqual((await text(page)).match(/\b(draft|report|review|dimension|rate)\.[a-z-]+\b|\{\w+\}/g), null);
  await accessible(page);
  assert.ok((await texts(page, "jianyi-report", "jianyi-draft")).length === 1);
}, { path: "#view=report&lang=en" });

inEachBrowser("all replies of a ledger and many files are checked at once, the worst first", async ({ page }) => {
  await until(page, () => [.../** @type {any} */ (document.querySelector("jianyi-reply"))?.shadowRoot?.querySelectorAll(".batch .button") ?? []].some((button) => button.textContent.includes("台账") && (button.click(), true)));
  await shows(page, "已核对");
  const order = ["未能读取", "暂不宜送签", "不像答复件", "核实后可以送签", "可以送签"];
  const ranks = (await texts(page, "jianyi-reply", ".batch tbody td:first-child")).map((verdict) => order.findIndex((word) => verdict.includes(word)));
  assert.ok(ranks.length > 0 && ranks.every((rank) => rank >= 0));
  assert.deepEqual(ranks, [...ranks].sort());
  await accessible(page);
  await picture(page, "batch");
  const verdicts = () => texts(page, "jianyi-reply", ".batch tbody td:first-child");
  assert.ok((await verdicts()).some((verdict) => verdict.includes("暂不宜送签")));
  await press(page, "jianyi-reply", ".baseline .button", 0);
  await shows(page, "只列新出现的和比原来严重的问题");
  assert.ok((await verdicts()).every((verdict) => !verdict.includes("暂不宜送签")));
  assert.ok((await verdicts()).some((verdict) => verdict.includes("只有原有问题")));
  await accessible(page);
  await press(page, "jianyi-reply", ".baseline .button", 3);
  await shows(page, "可以把这次的结果记为存量");
  assert.ok((await verdicts()).some((verdict) => verdict.includes("暂不宜送签")));
  await page.evaluate(() => {
    const files = ["关于对第12号建议的答复", "\u0000\u0001"].map((words, at) => new File([words], `${at}.txt`));
    return /** @type {any} */ (document.querySelector("jianyi-reply")).openFiles(files);
  });
  await until(page, () => document.querySelector("jianyi-reply")?.shadowRoot?.querySelectorAll(".batch tbody tr").length === 2);
  assert.match((await texts(page, "jianyi-reply", ".batch tbody tr"))[0], /未能读取[^]*这不是文本文件/);
  await press(page, "jianyi-reply", ".batch .link", 1);
  await until(page, () => Boolean(document.querySelector("jianyi-reply")?.shadowRoot?.querySelector(".verdict")));
}, { path: "#view=reply&ledger=fictional-city-2024.json" });

inEachBrowser("a report is set beside the ledger, and another statistic can be chosen", async ({ page }) => {
  await until(page, () => Boolean(document.querySelector("jianyi-report")?.shadowRoot?.querySelector("textarea")));
  await fill(page, "jianyi-report", "textarea", "全年共承办1200件，其中主办1081件、协办900件。办结率达100%。");
  await press(page, "jianyi-report", ".primary");
  await pressPanel(page, "jianyi-report", "与台账核对");
  await shows(page, "未能对照");
  const lines = await texts(page, "jianyi-report", ".panel .equation");
  assert.match(lines[0], /协办 900件[^]*与台账不一致[^]*919/);
  assert.ok(lines.some((line) => /1200件[^]*与台账一致/.test(line)));
  await accessible(page);
  await picture(page, "against");
}, { path: "#view=report&ledger=fictional-city-2024.json" });
