// What the desk module says of a ledger agrees with what the core says of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { engine, sample } from "./site.mjs";

const city = async () => engine.openLedger(await sample("fictional-city-2024"), { today: "2024-12-31" });

test("the entries behind a rate are as many as its two counts, and can be listed", async () => {
  const ledger = await city();
  const filter = { kind: ["proposal"] };
  const { rates } = await ledger.summary(filter);
  assert.ok(rates.length > 5);
  for (const { id, part, whole } of rates) {
    const behind = await ledger.explain(id, filter);
    assert.deepEqual([behind.part.length, behind.part.length + behind.rest.length], [part, whole], id);
  }
  const onTime = await ledger.explain(rates[0].id, filter);
  const rows = await ledger.rows({ entries: onTime.part.slice(0, 5) });
  assert.ok(rows.every(({ kind }) => kind === "proposal"));
  ledger.close();
});

test("two selections, and two ledgers, are set side by side", async () => {
  const [first, second] = [await city(), await engine.openLedger(await sample("xinjiang-cppcc-2024"))];
  const [suggestions, proposals] = await Promise.all([first.count({ kind: ["suggestion"] }), first.count({ kind: ["proposal"] })]);
  assert.deepEqual((await first.contrast({ kind: ["suggestion"] }, { kind: ["proposal"] })).matching, [suggestions, proposals]);
  const contrast = await first.contrast({}, {}, second);
  assert.deepEqual(contrast.matching, [first.size, 19]);
  first.close();
  second.close();
});

test("views count what the overview counts, and summaries merge to the sum of their ledgers", async () => {
  const ledger = await city();
  const keys = await ledger.viewKeys("outcome");
  const [matching, ...counts] = await ledger.views({}, ["outcome"]);
  const { dimensions } = await ledger.summary({});
  assert.equal(matching, ledger.size);
  for (const { key, count } of dimensions.outcome.groups) assert.equal(counts[keys.indexOf(key)], count, key);
  await assert.rejects(ledger.views({}, ["nothing"]), { code: "unknown-view" });
  const parts = await Promise.all(["suggestion", "motion", "proposal"].map((kind) => ledger.summaryFile({ kind: [kind] })));
  const merged = await engine.readSummary(await engine.mergeSummaries(parts));
  assert.equal(merged.entries, ledger.size);
  await assert.rejects(engine.mergeSummaries([parts[0], parts[0]]), { code: "source-twice" });
  ledger.close();
});

test("every indicator says its formula in both languages, its source and what it counts", async () => {
  const indicators = await engine.indicators();
  assert.ok(indicators.length >= 25);
  for (const { id, nameZh, nameEn, formulaZh, formulaEn } of indicators) assert.ok(nameZh && nameEn && formulaZh && formulaEn, id);
  const basis = Object.fromEntries(indicators.map((/** @type {any} */ indicator) => [indicator.id, indicator.basis]));
  assert.deepEqual([basis.completion, basis.return, basis.adoption, basis.promise], ["entry", "assignment", "point", "promise"]);
});

test("a ledger that was closed asks the desk nothing", async () => {
  const ledger = await city();
  await ledger.bodies();
  ledger.close();
  await assert.rejects(ledger.bodies(), { code: "ledger-closed" });
});

/** The bytes in small pieces, of a stream whose length nobody knows before. */
const trickle = (bytes, size = 7) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    }),
  );

test("the core hands over every format but its own, in whatever pieces a file arrives", async () => {
  const csv = "编号,标题,承办单位,办理结果\n1,关于修路的建议,市交通局,A\n2,关于养老的建议,市民政局,B\n";
  const list = JSON.stringify([{ 编号: "1", 标题: "关于修路的建议", 承办单位: "市交通局", 办理结果: "A" }, { 编号: "2", 标题: "关于养老的建议", 承办单位: "市民政局", 办理结果: "B" }]);
  for (const text of [csv, list, JSON.parse(list).map((record) => JSON.stringify(record)).join("\n"), `\uFEFF${csv}`, `\n\n  ${list}`]) {
    const bytes = new TextEncoder().encode(text);
    for (const input of [bytes, text, trickle(bytes)]) {
      const ledger = await engine.openLedger(input, { name: "台账" });
      assert.equal(ledger.size, 2, text);
      assert.deepEqual((await ledger.rows({})).map(({ title }) => title), ["关于修路的建议", "关于养老的建议"]);
      assert.ok((await ledger.mapping()).columns.some(({ field }) => field === "body"), text);
      ledger.close();
    }
  }
  const bytes = await sample("fictional-city-2024");
  const whole = await city();
  const drop = await engine.openLedger(trickle(bytes, 5000), { today: "2024-12-31" });
  assert.deepEqual(await drop.summary(), await whole.summary());
  assert.equal(await drop.mapping(), undefined);
  for (const ledger of [whole, drop]) ledger.close();
});

test("what is no ledger is refused alike, whether the core or the desk finds it out", async () => {
  for (const [text, code] of [["", "empty-file"], [" \n ", "blank-file"], ["{}", undefined], ["{", undefined], ['{"format":"jianyi/ledger/2","entries":[]}', "other-version"], ["%PDF-1.7", "not-a-table"], ["a", "no-headings"]]) {
    const thrown = await engine.openLedger(text).then(() => undefined, (error) => error);
    assert.ok(thrown?.message, text);
    if (code) assert.equal(thrown.code, code, text);
  }
});

/** Above what the core reads itself. */
const large = () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `${at + 1},关于进一步加强农村公路养护的第${at}号建议,县交通局,主办,2024-03-0${(at % 9) + 1},${"ABC"[at % 3]},经办人已当面沟通并记录在案`);
  return new TextEncoder().encode(`编号,标题,承办单位,承办方式,交办日期,办理结果,备注甲\n${rows.join("\n")}\n`);
};

test("a large ledger, read at the desk from the start or handed over, is the same, and goes with a small one", async () => {
  const bytes = large();
  assert.ok(bytes.length > 2 * 1024 * 1024);
  const atDesk = await engine.openLedger(bytes, { name: "大.csv", today: "2024-12-31" });
  // Of a stream nobody knows the length before.
  const handedOver = await engine.openLedger(new Response(bytes), { name: "大.csv", today: "2024-12-31" });
  assert.equal(atDesk.size, 20_000);
  assert.deepEqual(await atDesk.summary({ outcome: ["A"] }), await handedOver.summary({ outcome: ["A"] }));
  assert.deepEqual(await atDesk.bodies(), await handedOver.bodies());
  const small = await city();
  const changes = await small.compare(atDesk);
  assert.ok(JSON.stringify(changes).length > 20);
  const sum = await engine.openLedger(await small.add(atDesk));
  assert.equal(sum.size, small.size + 20_000);
  for (const ledger of [atDesk, handedOver, small, sum]) ledger.close();
});
