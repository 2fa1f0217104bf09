// The page's own parts of a review, without a page: pieces, fixes, names of texts, decisions, SARIF, messages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { baselineFile, baselineOf, newOrWorse, readBaseline } from "../../../www/review/baseline.js";
import { edited, editedAll } from "../../../www/review/fixes.js";
import { hashOf } from "../../../www/review/hash.js";
import { readApprovals, readConsultations, writeApprovals } from "../../../www/review/history-lines.js";
import { piecesOf } from "../../../www/review/pieces.js";
import { queried, readTables } from "../../../www/review/own-tables.js";
import { LONGEST, readText } from "../../../www/review/read-text.js";
import { emptyReview, marked, readReview, reviewFile, waived } from "../../../www/review/record.js";
import { sarif } from "../../../www/review/sarif.js";
import { standing } from "../../../www/review/standing.js";
import en from "../../../www/locales/review/en.js";
import zh from "../../../www/locales/review/zh-CN.js";

const finding = { rule: "r", severity: "error", message: "m", spans: [[2, 4]], basis: null, expected: null, actual: null, fix: null };
const item = (/** @type {string} */ state, /** @type {number[]} */ findings) => ({ id: "r", title: "", titleEn: "", group: "format", state, findings });
const check = (/** @type {string} */ state) => ({ checklist: [item(state, [0])], findings: [finding], fields: { title: { value: "t", span: [0, 1] } }, asks: [], verdict: "", problems: [] });

test("pieces follow one another, cover the text and list what lies over them", () => {
  const layers = [{ span: [2, 6], name: "a" }, { span: [4, 20], name: "b" }, { span: [3, 3], name: "empty" }];
  const pieces = piecesOf(8, /** @type {any} */ (layers));
  assert.deepEqual(pieces.map(({ start, end, layers }) => [start, end, layers.map(({ name }) => name).join("")]), [[0, 2, ""], [2, 4, "a"], [4, 6, "ab"], [6, 8, "b"]]);
  assert.deepEqual(piecesOf(0, []), []);
});

test("a fix can be taken back, several at once too", () => {
  const text = "共A1266%，B21%。";
  const { text: after, back } = editedAll(text, [{ span: [1, 7], replacement: "A1类2件" }, { span: [8, 12], replacement: "B类" }]);
  assert.equal(after, "共A1类2件，B类。");
  assert.equal(edited(after, back).text, text);
});

test("texts that differ have different names, and the same text the same", () => {
  // The published test vectors of FNV-1a, 64 bits.
  assert.equal(hashOf(""), "cbf29ce484222325-0");
  assert.equal(hashOf("a"), "af63dc4c8601ec8c-1");
  assert.equal(hashOf("foobar"), "85944171f73967e8-6");
  assert.notEqual(hashOf("第112号"), hashOf("第121号"));
});

test("a waived failure no longer stands against signing, until its day is over", () => {
  const text = "01第2号";
  const left = waived(emptyReview("周"), { rule: "r", words: "第2", reason: "已说明", by: "周", at: "", until: "2024-07-01" });
  assert.equal(standing(check("fail"), emptyReview(), text, "2024-07-01").verdict, "not-ready");
  assert.equal(standing(check("fail"), left, text, "2024-07-01").verdict, "ready");
  assert.equal(standing(check("fail"), left, text, "2024-07-02").verdict, "not-ready");
  assert.equal(standing(check("fail"), left, "01另2号", "2024-07-01").verdict, "not-ready", "other words are another finding");
});

test("a text without title, addressee and issuer is never ready to sign", () => {
  assert.equal(standing({ ...check("pass"), checklist: [], fields: {} }, emptyReview(), "你好", "2024-07-01").verdict, "no-letter");
});

test("an item to confirm is open until a person confirms it", () => {
  const confirmed = marked(emptyReview("周"), "r", { confirmed: true }, "2024-07-01 09:00");
  assert.equal(standing(check("confirm"), emptyReview(), "", "2024-07-01").verdict, "confirm");
  assert.equal(standing(check("confirm"), confirmed, "", "2024-07-01").verdict, "ready");
  assert.deepEqual(marked(confirmed, "r", { confirmed: false }, "").marks, {}, "nothing said leaves nothing behind");
});

test("a review goes out and comes in the same, and what is no review is refused", () => {
  const review = waived(marked(emptyReview("周"), "r", { confirmed: true, note: "是" }, "t"), { rule: "q", words: "", reason: "x", by: "周", at: "t", until: null });
  const read = readReview(reviewFile(review, { hash: "h", title: null, number: null }));
  assert.deepEqual(read, { review, hash: "h" });
  assert.equal(readReview("{"), null);
  assert.equal(readReview('{"format":"jianyi/ledger/1"}'), null);
  assert.deepEqual(readReview('{"format":"jianyi/reply-review/1","marks":{"r":3},"waivers":[null,{"rule":1}]}')?.review, emptyReview());
});

test("history is read as a clerk types it", () => {
  assert.deepEqual(readConsultations("2024-4-16 走访\n\n电话　两次"), [{ on: "2024-04-16", form: "走访" }, { form: "电话 两次" }]);
  const approvals = [{ step: "拟稿", by: "张某", on: "2024-06-01" }, { step: "签发" }];
  assert.deepEqual(readApprovals(writeApprovals(approvals)), approvals);
});

test("bytes are read as UTF-8, UTF-16 or GB18030; other bytes are no text", async () => {
  const read = (/** @type {number[]} */ bytes, name = "a.txt") => readText(Object.assign(new Blob([new Uint8Array(bytes)]), { name }), LONGEST.reply);
  assert.deepEqual(await read([...new TextEncoder().encode("\ufeff答复\r\n好")]), { text: "答复\n好" });
  assert.deepEqual(await read([0xb4, 0xf0, 0xb8, 0xb4]), { text: "答复" });
  assert.deepEqual(await read([0xff, 0xfe, 0x54, 0x7b]), { text: "答" });
  assert.deepEqual(await read([0x25, 0x50, 0, 1, 2, 3]), { fault: "binary" });
  assert.deepEqual(await read([0x20]), { fault: "empty" });
  assert.deepEqual(await read([0x50], "a.pdf"), { fault: "office" });
  assert.deepEqual(await read([0xe5, 0xa5, 0xbd], "a.docx"), { text: "好" });
});

test("SARIF places are lines and columns from 1, in UTF-16 units", () => {
  const text = "一\n𠀀第2号";
  const found = { ...finding, spans: /** @type {[number, number][]} */ ([[4, 7], [0, 1]]), fix: { span: /** @type {[number, number]} */ ([4, 7]), replacement: "第3号" } };
  const rule = { id: "r", subject: "reply", group: "format", severity: "error", summary: "s", why: "w", flagged: "f", passes: "p", basis: "b", english: "e", limits: "", measured: null };
  const log = sarif({ name: "答复 1.txt", text }, [{ finding: found }, { finding: { ...finding, spans: [] }, review: true, waiver: { reason: "x", by: "周" } }], [rule]);
  const [first, second] = log.runs[0].results;
  assert.deepEqual({ ...first.locations[0].physicalLocation.region }, { startLine: 2, startColumn: 3, endLine: 2, endColumn: 6, charOffset: 4, charLength: 3, snippet: { text: "第2号" } });
  assert.equal(first.level, "error");
  assert.equal(first.ruleIndex, 0);
  assert.equal(first.relatedLocations?.length, 1);
  assert.equal(second.kind, "review");
  assert.equal(second.level, "none");
  assert.equal(second.suppressions?.[0].justification, "x — 周");
  assert.equal(log.runs[0].artifacts[0].location.uri, "%E7%AD%94%E5%A4%8D%201.txt");
});

test("both languages have the same messages with the same places to fill", () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(zh).sort());
  const places = (/** @type {string} */ message) => [...message.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const key of Object.keys(zh)) assert.deepEqual(places(/** @type {any} */ (en)[key]), places(/** @type {any} */ (zh)[key]), key);
});

test("beside a baseline only what is new, graver or found once more is told", () => {
  const known = (/** @type {string} */ rule, /** @type {string} */ words, severity = "warning") => ({ rule, words, severity });
  const before = { name: "甲.txt", found: [known("wrong-word", "帐号"), known("wrong-word", "帐号"), known("date-missing", "")] };
  const baseline = readBaseline(baselineFile(baselineOf([before], "2025-06-30")));
  assert.ok(baseline);
  assert.equal(baseline.day, "2025-06-30");
  const rules = (/** @type {any[]} */ found, name = "甲.txt") => newOrWorse({ name, found }, baseline).map(({ rule }) => rule);
  assert.deepEqual(rules(before.found), []);
  assert.deepEqual(rules([...before.found, known("wrong-word", "帐号")]), ["wrong-word"]);
  assert.deepEqual(rules([known("wrong-word", "按装")]), ["wrong-word"]);
  assert.deepEqual(rules([known("date-missing", "", "error")]), ["date-missing"]);
  assert.deepEqual(rules(before.found, "乙.txt"), ["wrong-word", "wrong-word", "date-missing"]);
  for (const json of ["", "null", "{}", '{"format":"jianyi/reply-baseline/1"}']) assert.equal(readBaseline(json), null);
  assert.equal(readBaseline('{"format":"jianyi/reply-baseline/1","letters":[null,{"key":1},{"key":"a","findings":[null,{"rule":"r"}]}]}')?.letters.get("a")?.length, 0);
});

test("own tables are read as far as they are of their shape, and a list of laws alone is one", () => {
  const law = { name: "澜河市城市绿化条例", inForce: "2010-01-01", repealedOn: "2024-05-01" };
  const whole = readTables(JSON.stringify({ format: "jianyi/reply-tables/1", laws: [law, null, { name: " " }], againstPolicy: ["自行联系施工单位", 3, ""] }));
  assert.deepEqual(whole?.laws.map(({ name }) => name), [law.name]);
  assert.deepEqual(whole?.againstPolicy, ["自行联系施工单位"]);
  assert.equal(readTables(JSON.stringify([law]))?.laws[0].inForce, law.inForce);
  for (const json of ["", "{}", "[]", '{"format":"jianyi/reply-tables/1"}', '{"format":"other","laws":[{"name":"a"}]}']) assert.equal(readTables(json), null);
  assert.deepEqual(queried({ laws: [], againstPolicy: [] }), {});
});
