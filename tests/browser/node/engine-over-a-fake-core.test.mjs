// How the engine carries inputs, errors and traps, without the built module.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "../../../www/engine/open.js";
import { EMPTY_MODULE, fakeCore } from "./fake-core.mjs";

const lines = (count) => Array.from({ length: count }, (_, at) => `第${at}件\n`).join("");

async function opened() {
  const { core, glue } = fakeCore();
  const engine = await open(glue, { worker: new URL("file:///w.js"), sides: () => ({}), localDate: () => "2026-01-02" }, { wasm: EMPTY_MODULE });
  return { core, engine };
}

test("every kind of input opens, and the caller keeps its bytes", async () => {
  const { engine } = await opened();
  const text = lines(3);
  const bytes = new TextEncoder().encode(text);
  const inputs = [text, bytes, bytes.buffer.slice(0), new Blob([text]), new File([text], "a.json"), new Response(text)];
  for (const input of inputs) assert.equal((await engine.openLedger(input)).size, 3);
  assert.equal(bytes.length, new TextEncoder().encode(text).length);
});

test("a text longer than a chunk keeps its characters, those of two code units too", async () => {
  const { engine } = await opened();
  const text = `${"𠮷".repeat(300_001)}件`;
  for (const input of [text, `件${text}`]) {
    const ledger = await engine.openLedger(input);
    assert.equal(new TextDecoder().decode(await ledger.export("json")), input);
  }
});

test("progress tells bytes, total and entries", async () => {
  const { engine } = await opened();
  const blob = new Blob([lines(100_000)]);
  const seen = [];
  await engine.openLedger(blob, { onProgress: (progress) => seen.push(progress) });
  assert.ok(seen.length > 3);
  assert.deepEqual(seen.at(-1), { bytes: blob.size, total: blob.size, entries: 100_000 });
  assert.ok(seen.every(({ bytes }, at) => at === 0 || bytes > seen[at - 1].bytes));
});

test("the file's name and this day reach the core, and undefined options count as not given", async () => {
  const { core, engine } = await opened();
  await engine.openLedger(new File(["a\n"], "台账.json"), { profile: undefined, today: "2024-05-01" });
  assert.equal(core.options[0].name, "台账.json");
  assert.equal(core.options[0].clock, "2026-01-02");
  assert.equal(core.options[0].today, "2024-05-01");
  assert.ok(!("profile" in core.options[0]));
});

test("a misspelt option is refused by name", async () => {
  const { engine, core } = await opened();
  await assert.rejects(engine.openLedger("a\n", { onprogress() {} }), { code: "unknown-option", value: "onprogress", messageEn: /options are: name, .*onProgress/ });
  await assert.rejects(engine.openLedger("a\n", { profile: 3 }), { code: "option-kind", message: /文本/ });
  await assert.rejects(open({}, {}, { workers: true }), { name: "JianyiError", code: "unknown-option" });
  assert.equal(core.readers, 0);
});

test("an input of another kind is refused", async () => {
  const { engine } = await opened();
  for (const input of [undefined, null, 3, {}, []]) await assert.rejects(engine.openLedger(input), { code: "input-kind" });
});

test("an abort is heard at once, also while the stream is silent", async () => {
  const { engine, core } = await opened();
  const stop = new AbortController();
  let cancelled = false;
  const silent = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode("a\n")),
    cancel: () => void (cancelled = true),
  });
  const opening = engine.openLedger(new Response(silent), { signal: stop.signal, onProgress: () => stop.abort() });
  await assert.rejects(opening, { name: "AbortError" });
  await new Promise(setImmediate);
  assert.ok(cancelled);
  assert.equal(core.freed, 1, "the reader is freed");
  await assert.rejects(engine.openLedger("a\n", { signal: AbortSignal.abort() }), { name: "AbortError" });
});

test("a broken stream keeps what arrived and says so", async () => {
  const { engine } = await opened();
  const broken = new ReadableStream({
    pull(controller) {
      if (this.sent) return controller.error(new TypeError("network error"));
      this.sent = true;
      controller.enqueue(new TextEncoder().encode("a\nb\n"));
    },
  });
  const ledger = await engine.openLedger(new Response(broken), { name: "a.json" });
  assert.equal(ledger.size, 2);
  const [problem] = await ledger.problems();
  assert.equal(problem.code, "connection-broken");
  assert.deepEqual(problem.place, { file: "a.json", byte: 4 });
  assert.match(problem.message, /前 4 字节/);
  assert.match(problem.messageEn, /after 4 bytes/);
});

test("a response that brings nothing says why", async () => {
  const { engine } = await opened();
  const nothing = new ReadableStream({ pull: (controller) => controller.error(new TypeError("network error")) });
  await assert.rejects(engine.openLedger(new Response(nothing)), { code: "connection-failed" });
  await assert.rejects(engine.openLedger(new Response("", { status: 404, statusText: "Not Found" })), { code: "http-error", message: /404 Not Found/ });
  const used = new Response("a\n");
  await used.text();
  await assert.rejects(engine.openLedger(used), { code: "input-used" });
});

test("what the core throws arrives as an error with code, place and both languages", async () => {
  const { engine } = await opened();
  await assert.rejects(engine.openLedger("not a ledger"), {
    name: "JianyiError", code: "not-json", value: "not", place: { line: 1, column: 1 }, message: "不是 JSON", messageEn: "not JSON",
  });
});

test("after a trap the next call works on a fresh core, with the ledgers there again", async () => {
  const { engine, core } = await opened();
  const inputs = [lines(3), new Blob([lines(3)]), new Response(lines(3))];
  const ledgers = await Promise.all(inputs.map((input) => engine.openLedger(input)));
  await assert.rejects(ledgers[0].count({ text: "trap" }), { code: "internal", cause: /unreachable/ });
  assert.equal(core.resets, 1);
  for (const ledger of ledgers) assert.equal(await ledger.count({ text: "1" }), 1);
  assert.equal(core.readers, 6);
});

test("what the core can't answer is said in both languages", async () => {
  const { engine } = await opened();
  const ledger = await engine.openLedger("a\n");
  await assert.rejects(ledger.entry("x1"), { code: "no-such-entry", value: "x1", message: /“x1”/, messageEn: /"x1"/ });
  await assert.rejects(engine.addProfile(""), { code: "profile-field-missing", place: { line: 1, column: 2 }, message: /“id”（第 1 行第 2 列）/ });
});

test("a profile of the user's own is known to the ledgers that are opened afterwards", async () => {
  const { engine, core } = await opened();
  await engine.addProfile('{"id":"own","v":1}');
  await engine.addProfile('{"id":"own","v":2}');
  assert.deepEqual((await engine.profiles()).map(({ id }) => id), ["npc", "own"]);
  await engine.openLedger("a\n");
  await engine.openLedger("a\n", { profileJson: '{"id":"other"}' });
  assert.deepEqual(core.options[0].ownProfiles, ['{"id":"own","v":2}']);
  assert.deepEqual(core.options[1].ownProfiles, ['{"id":"own","v":2}', '{"id":"other"}']);
  assert.deepEqual(core.options.map(({ profile }) => profile), [undefined, "other"]);
});

test("what is closed says so, and closing the last engine gives the memory back", async () => {
  const { engine, core } = await opened();
  const ledger = await engine.openLedger("a\n");
  ledger.close();
  ledger.close();
  assert.equal(core.freed, 1);
  await assert.rejects(ledger.rows(), { code: "ledger-closed" });
  engine.close();
  assert.equal(core.resets, 1);
  await assert.rejects(engine.openLedger("a\n"), { code: "engine-closed" });
});

test("a module that is not there is named", async () => {
  const { glue } = fakeCore();
  const surroundings = { worker: new URL("file:///w.js"), wasm: new URL("file:///nowhere/jianyi_bg.wasm") };
  await assert.rejects(open(glue, surroundings), { code: "wasm-not-loaded", message: /nowhere\/jianyi_bg\.wasm/ });
  await assert.rejects(open(glue, surroundings, { wasm: new Uint8Array([1, 2, 3]) }), { code: "wasm-not-loaded" });
});
