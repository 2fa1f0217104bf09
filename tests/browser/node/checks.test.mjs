// Letters and reports are checked through the engine, with places in UTF-16.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";

const site = process.env.JIANYI_SITE ?? path.resolve("dist");
const { openEngine } = await import(pathToFileURL(path.join(site, "engine.js")).href);

const fixtures = new URL("../../fixtures/", import.meta.url);
const engine = await openEngine();
after(() => engine.close());

const read = async (/** @type {string} */ path) => JSON.parse(await readFile(new URL(path, fixtures), "utf8"));

test("every field of a letter stands at its place in the text", async () => {
  for (const file of await readdir(new URL("replies/", fixtures))) {
    const { text, suggestion, history } = await read(`replies/${file}`);
    const checked = await engine.checkReply({ text, suggestion, history });
    for (const field of Object.values(checked.fields).filter((field) => field !== null)) {
      assert.ok(text.slice(...field.span).length > 0, file);
    }
    for (const { spans } of checked.findings) {
      for (const [start, end] of spans) assert.ok(start <= end && end <= text.length, file);
    }
  }
});

test("every figure of a report is printed as the text has it", async () => {
  for (const file of await readdir(new URL("reports/", fixtures))) {
    const { text } = await read(`reports/${file}`);
    const { figures } = await engine.auditReport({ text });
    assert.ok(figures.length > 0, file);
    for (const { printed, span } of figures) assert.equal(text.slice(...span), printed, file);
  }
});

test("a letter in the ledger is checked beside its own suggestion", async () => {
  const sample = await readFile(new URL("../../../www/samples/fictional-city-2024.json", import.meta.url));
  const ledger = await engine.openLedger(sample);
  const rows = await ledger.rows({ count: 1200 });
  let checked = 0;
  for (const { id } of rows) {
    const check = await ledger.checkReply(id).catch((error) => (error.code === "no-reply-text" ? null : Promise.reject(error)));
    checked += check ? 1 : 0;
  }
  assert.ok(checked > 100, `${checked} letters`);
  await assert.rejects(() => ledger.checkReply("nowhere"), { code: "no-reply-text" });
});

test("what a ledger's letter is checked beside can be had and checked again, changed or not", async () => {
  const sample = await readFile(new URL("../../../www/samples/fictional-city-2024.json", import.meta.url));
  const ledger = await engine.openLedger(sample);
  const query = await ledger.replyQuery("YZ2023-0005");
  assert.deepEqual(await engine.checkReply(query), await ledger.checkReply("YZ2023-0005"));
  await assert.rejects(() => ledger.replyQuery("nowhere"), { code: "no-reply-text" });
});

test("the flagged example of every reply rule is a letter in which it speaks, the passing one is not", async () => {
  const rules = await engine.rules();
  for (const { id, flagged, passes } of rules.filter(({ subject }) => subject === "reply")) {
    const speaks = async (/** @type {string} */ block) => {
      const { checklist } = await engine.checkReply(await engine.replyExample(block));
      return ["fail", "confirm"].includes(checklist.find((item) => item.id === id)?.state);
    };
    assert.equal(await speaks(flagged), true, id);
    assert.equal(await speaks(passes), false, id);
  }
});

test("every rule that is in use says its section and severity", async () => {
  for (const { id, group, severity } of await engine.rules()) assert.ok(group && severity, id);
});

test("a misspelt field of a query is refused", async () => {
  await assert.rejects(() => engine.checkReply({ txt: "" }), { code: "wrong-option" });
  await assert.rejects(() => engine.auditReport({ text: "", leger: 1 }), { code: "wrong-option" });
});
