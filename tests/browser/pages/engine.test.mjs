// The engine in a page: in a worker, and in the page's own thread.
import assert from "node:assert/strict";
import { inEachBrowser } from "../harness.mjs";

/** What a script of the page does with the engine; runs in the page. */
async function use({ worker, entries }) {
  const { openEngine } = await import("/engine.js");
  const engine = await openEngine({ worker });
  const text = `{"format":"jianyi/ledger/1","entries":[${'{"kind":"suggestion","number":"12","topic":"交通"},\n'.repeat(entries - 1)}{"kind":"motion"}]}`;
  const progress = [];
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const ledger = await engine.openLedger(new Blob([text]), { onProgress: ({ bytes, total, entries }) => progress.push([bytes, total, entries]) });
  clearInterval(timer);
  const stop = new AbortController();
  const before = performance.now();
  const aborted = await engine.openLedger(new Blob([text]), { signal: stop.signal, onProgress: () => stop.abort() }).catch((error) => error.name);
  const patience = performance.now() - before;
  const answer = {
    size: ledger.size,
    count: await ledger.count({ kind: ["motion"] }),
    lastProgress: progress.at(-1),
    bytes: new Blob([text]).size,
    longest,
    aborted,
    patience,
    refused: await ledger.count({ kinds: ["motion"] }).catch(({ name, code, message, messageEn }) => ({ name, code, message, messageEn })),
    notJson: await engine.openLedger("{ hello }", { name: "a.json" }).catch(({ name, code, place }) => ({ name, code, line: place.line })),
  };
  ledger.close();
  engine.close();
  answer.closed = await engine.profiles().catch(({ code }) => code);
  return answer;
}

for (const worker of [true, false]) {
  inEachBrowser(`${worker ? "a worker" : "the page's own thread"} reads a ledger while the page lives, and stops when told`, async ({ page }) => {
    const answer = await page.evaluate(use, { worker, entries: 100_000 });
    assert.equal(answer.size, 100_000);
    assert.equal(answer.count, 1);
    assert.deepEqual(answer.lastProgress, [answer.bytes, answer.bytes, 100_000]);
    assert.equal(answer.aborted, "AbortError");
    assert.equal(answer.refused.name, "JianyiError");
    assert.match(answer.refused.message, /kinds/);
    assert.deepEqual(answer.notJson, { name: "JianyiError", code: "not-json", line: 1 });
    assert.equal(answer.closed, "engine-closed");
    assert.ok(answer.longest < 1000, `the page stood still for ${answer.longest} ms`);
  });
}

inEachBrowser("the module may be handed in as bytes, and a response is read as it arrives", async ({ page }) => {
  const size = await page.evaluate(async () => {
    const { openEngine } = await import("/engine.js");
    const bytes = await (await fetch("/jianyi_bg.wasm")).arrayBuffer();
    const engine = await openEngine({ wasm: bytes });
    const ledger = await engine.openLedger(await fetch("/samples/fictional-city-2024.json"));
    return ledger.size;
  });
  assert.equal(size, 1200);
});

inEachBrowser("without workers the engine runs in the page", async ({ page }) => {
  const size = await page.evaluate(async () => {
    globalThis.Worker = class {
      constructor() {
        throw new DOMException("none", "SecurityError");
      }
    };
    const { openEngine } = await import("/engine.js");
    const engine = await openEngine({ worker: true });
    return (await engine.openLedger(await fetch("/samples/xinjiang-npc-2024.json"))).size;
  });
  assert.equal(size, 4);
});
