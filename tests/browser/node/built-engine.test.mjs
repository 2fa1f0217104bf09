// The built engine on the published samples.
import assert from "node:assert/strict";
import { test } from "node:test";
import { engine, ledgerOf, sample } from "./site.mjs";

test("the sample of Xinjiang's NPC suggestions gives the published shares, with what they leave out", async () => {
  const ledger = await engine.openLedger(await sample("xinjiang-npc-2024"));
  const { dimensions, entries } = await ledger.summary();
  assert.equal(entries, 4);
  const shares = dimensions.mark.groups.filter(({ share }) => share).map(({ key, share }) => [key, share]);
  assert.deepEqual(shares, [
    ["A1", { part: 2, whole: 3, percent: "66.67%" }],
    ["B2", { part: 1, whole: 3, percent: "33.33%" }],
  ]);
  assert.deepEqual(dimensions.mark.leftOut, [{ reason: "for-reference", count: 1 }]);
  ledger.close();
});

test("the sample of Xinjiang's CPPCC proposals gives the published shares over 16 of 19", async () => {
  const ledger = await engine.openLedger(await sample("xinjiang-cppcc-2024"));
  const { dimensions, entries } = await ledger.summary();
  assert.equal(entries, 19);
  const shares = dimensions.outcome.groups.filter(({ count, share }) => share && count > 0).map(({ key, share }) => [key, share.part, share.whole, share.percent]);
  assert.deepEqual(shares, [["A", 10, 16, "62.5%"], ["B", 5, 16, "31.25%"], ["C", 1, 16, "6.25%"]]);
  ledger.close();
});

test("rows, counts and entries of the fictional city agree with each other", async () => {
  const ledger = await engine.openLedger(await sample("fictional-city-2024"), { name: "city.json" });
  const filter = { kind: ["proposal"], role: ["lead"] };
  const total = await ledger.count(filter);
  const rows = await ledger.rows({ filter, sort: { by: "repliedOn", descending: true }, from: 10, count: 50 });
  assert.ok(total > 60);
  assert.equal(rows.length, 50);
  assert.ok(rows.every(({ kind, repliedOn }, at) => kind === "proposal" && (at === 0 || repliedOn <= rows[at - 1].repliedOn)));
  const { row, timeline } = await ledger.entry(rows[0].id);
  assert.deepEqual(row, rows[0]);
  assert.ok(timeline.some(({ step, on }) => step === "replied" && on === row.repliedOn));
  assert.equal((await ledger.summary(filter)).matching, total);
  ledger.close();
});

test("what is exported opens again with the same figures", async () => {
  const ledger = await engine.openLedger(await sample("fictional-city-2024"));
  const again = await engine.openLedger(await ledger.export("json"));
  assert.deepEqual(await again.summary(), await ledger.summary());
  ledger.close();
  again.close();
});

test("every input and every way of cutting it reads the same", async () => {
  const bytes = new Uint8Array(await sample("fictional-city-2024"));
  const pieces = new ReadableStream({
    start(controller) {
      for (let at = 0, size = 1; at < bytes.length; at += size, size = (size * 7) % 9973) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
  const inputs = [bytes, bytes.buffer, new Blob([bytes]), new TextDecoder().decode(bytes), new Response(pieces)];
  const summaries = [];
  for (const input of inputs) {
    const ledger = await engine.openLedger(input, { today: "2024-09-30" });
    summaries.push(await ledger.summary());
    ledger.close();
  }
  for (const summary of summaries) assert.deepEqual(summary, summaries[0]);
});

test("a misspelt option, filter, query or order is refused and named", async () => {
  const ledger = await engine.openLedger(ledgerOf('{"kind":"suggestion"}'));
  await assert.rejects(engine.openLedger("", { profil: "npc" }), { code: "unknown-option", value: "profil" });
  await assert.rejects(engine.openLedger(ledgerOf(""), { today: "2024-02-30" }), { message: /2024-02-30/ });
  await assert.rejects(ledger.summary({ kinds: [] }), { name: "JianyiError", message: /kinds/, messageEn: /kinds/ });
  await assert.rejects(ledger.count({ kind: "suggestion" }), { name: "JianyiError" });
  await assert.rejects(ledger.rows({ filtre: {} }), { message: /filtre/ });
  await assert.rejects(ledger.rows({ filter: { topics: [] } }), { message: /topics/ });
  await assert.rejects(ledger.rows({ sort: { by: "colour" } }), { message: /colour/ });
  await assert.rejects(ledger.rows({ sort: { by: "title", desc: true } }), { message: /desc/ });
  await assert.rejects(ledger.entry("nobody"), { code: "no-such-entry", message: /nobody/ });
  ledger.close();
});

test("an abort in the middle of a large ledger is heard before it is read", async () => {
  const entries = '{"kind":"suggestion"},\n'.repeat(200_000);
  const stop = new AbortController();
  let seen = 0;
  const opening = engine.openLedger(new Blob([ledgerOf(`${entries}{"kind":"motion"}`)]), {
    signal: stop.signal,
    onProgress: ({ bytes }) => {
      seen = bytes;
      stop.abort();
    },
  });
  await assert.rejects(opening, { name: "AbortError" });
  assert.ok(seen > 0 && seen < 1_000_000);
});

test("while a large ledger is read, the thread gets its turn", async () => {
  const entries = '{"kind":"suggestion","number":"12"},\n'.repeat(300_000);
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const ledger = await engine.openLedger(new Blob([ledgerOf(`${entries}{"kind":"motion"}`)]));
  clearInterval(timer);
  assert.ok(turns > 5, `${turns} turns`);
  ledger.close();
});
