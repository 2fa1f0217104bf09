// The page's side of the worker, over a worker made of a message channel.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { answer } from "../../../www/engine/answer.js";
import { Engine } from "../../../www/engine/engine.js";
import { Remote } from "../../../www/engine/remote.js";
import { EMPTY_MODULE, fakeCore } from "./fake-core.mjs";

const started = [];
afterEach(() => started.splice(0).forEach((worker) => worker.terminate()));

/** Answers after `busy` settles, as a worker does that is deep in a chunk. */
class ChannelWorker {
  constructor(busy) {
    const { port1, port2 } = new MessageChannel();
    this.ports = [port1, port2];
    this.core = fakeCore();
    const gate = { postMessage: (message, transfer) => port2.postMessage(message, transfer), onmessage: null };
    answer(this.core.glue, gate);
    port2.onmessage = async (event) => {
      await busy?.(event.data);
      gate.onmessage(event);
    };
    port1.onmessage = (event) => this.onmessage?.(event);
    started.push(this);
  }
  postMessage(message, transfer) {
    this.ports[0].postMessage(message, transfer);
  }
  terminate() {
    this.ended = true;
    this.ports.forEach((port) => port.close());
  }
}

async function opened(busy) {
  const module = await WebAssembly.compile(EMPTY_MODULE);
  const host = await Remote.open(() => new ChannelWorker(busy), module);
  return new Engine(host, () => "2026-01-02");
}

test("a ledger is read and asked through the worker, errors come back whole", async () => {
  const engine = await opened();
  const text = "件\n".repeat(700_000);
  const bytes = new TextEncoder().encode(text);
  const ledger = await engine.openLedger(bytes);
  assert.equal(bytes.length, 2_800_000, "the caller's bytes were copied, not taken");
  assert.equal(await ledger.count({}), 700_000);
  assert.deepEqual(await ledger.rows({ from: 5, count: 1 }), [{ index: 5, title: "件" }]);
  assert.ok((await ledger.export("json")) instanceof Uint8Array);
  await assert.rejects(engine.openLedger("not a ledger"), { name: "JianyiError", code: "not-json", messageEn: "not JSON", place: { line: 1, column: 1 } });
  engine.close();
  assert.ok(started[0].ended);
});

test("after a trap another worker takes over and opens the ledgers again", async () => {
  const engine = await opened();
  const [first, second] = [await engine.openLedger("a\nb\n"), await engine.openLedger(new Response("c\n"))];
  const [trapped, other] = await Promise.allSettled([first.count({ text: "trap" }), second.count({})]);
  assert.equal(trapped.reason.code, "internal");
  assert.equal(other.value, 1, "a question that was cut short by it is asked again");
  assert.equal(started.length, 2);
  assert.ok(started[0].ended);
  assert.equal(await first.count({}), 2);
});

test("a cancelled reader that does not stop is ended with its worker, other ledgers live on", { timeout: 20_000 }, async () => {
  let isStuck = true;
  const busy = ({ verb, values }) => (isStuck && verb === "push" && values[1].length > 10 ? new Promise(() => {}) : undefined);
  const inOrder = (() => {
    let last = Promise.resolve();
    return (message) => (last = last.then(() => busy(message)));
  })();
  const engine = await opened((message) => (started.length > 1 ? undefined : inOrder(message)));
  const ledger = await engine.openLedger("a\n");
  const stop = new AbortController();
  const opening = engine.openLedger("a\n".repeat(100), { signal: stop.signal });
  setTimeout(() => stop.abort(), 20);
  const before = performance.now();
  await assert.rejects(opening, { name: "AbortError" });
  assert.ok(performance.now() - before < 500);
  assert.equal(await ledger.count({}), 1);
  assert.equal(started.length, 2);
  isStuck = false;
});

test("a query with a function in it is refused, and the worker goes on", async () => {
  const engine = await opened();
  const ledger = await engine.openLedger("a\n");
  await assert.rejects(ledger.count({ text: () => "a" }), { code: "value-kind" });
  assert.equal(await ledger.count({}), 1);
  assert.equal(started.length, 1);
});

test("without a worker to be had, opening fails, so that the page's own thread takes over", async () => {
  const refused = () => {
    throw new DOMException("refused by policy", "SecurityError");
  };
  await assert.rejects(Remote.open(refused, await WebAssembly.compile(EMPTY_MODULE)), { name: "SecurityError" });
  const failing = () => {
    const worker = new ChannelWorker(() => new Promise(() => {}));
    queueMicrotask(() => worker.onerror({ preventDefault() {}, message: "404" }));
    return worker;
  };
  await assert.rejects(Remote.open(failing, await WebAssembly.compile(EMPTY_MODULE)), { code: "internal" });
});
