// Deadlines, warnings, reminders and spot checks of the desk, on the fictional city's year.
import assert from "node:assert/strict";
import { test } from "node:test";
import { engine, sample } from "./site.mjs";

const city = async () => engine.openLedger(await sample("fictional-city-2024"), { today: "2024-06-30" });

test("what is pressing has a due date, a list and an entry, earliest first", async () => {
  const ledger = await city();
  const { today, pressing, counts } = await ledger.followUp();
  assert.equal(today, "2024-06-30");
  assert.ok(pressing.length > 0);
  const days = pressing.map(({ dueOn }) => dueOn);
  assert.deepEqual(days, [...days].sort());
  for (const { list, state, dueOn } of pressing) assert.equal(list === "overdue", state === "overdue" && dueOn < today);
  const told = counts.filter(({ state }) => state === "overdue" || state === "due-soon").reduce((sum, { count }) => sum + count, 0);
  assert.equal(told, pressing.length);
  ledger.close();
});

test("a reckoned due date is told day by day, and every warning names an entry that exists", async () => {
  const ledger = await city();
  const { pressing, warnings } = await ledger.followUp();
  const reckoned = pressing.find(({ source }) => source === "reckoned");
  if (reckoned) {
    const steps = await ledger.dueDates(reckoned.id);
    const same = steps.find(({ step, body, dueOn }) => step === reckoned.step && body === reckoned.body && dueOn === reckoned.dueOn);
    assert.equal(same.trace.at(-1).to, reckoned.dueOn);
  }
  for (const { title, titleEn, basis, warnings: found } of warnings) {
    assert.ok(title && titleEn && basis && found.length > 0);
    assert.ok(await ledger.entry(found[0].id));
  }
  assert.deepEqual(await ledger.dueDates("no such entry"), []);
  ledger.close();
});

test("a body with an overdue reply is reminded of it, and another is not", async () => {
  const ledger = await city();
  const { pressing } = await ledger.followUp();
  const overdue = pressing.find(({ step, list, body }) => step === "reply" && list === "overdue" && body);
  if (overdue) assert.ok((await ledger.reminder(overdue.body)).includes("催办单"));
  assert.equal(await ledger.reminder("no such body"), undefined);
  const file = await ledger.calendarFile();
  assert.ok(file.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 75));
  ledger.close();
});

test("a spot check is drawn again from its seed", async () => {
  const ledger = await city();
  const drawn = await ledger.spotCheck(10, 20240630);
  assert.deepEqual(await ledger.spotCheck(10, 20240630), drawn);
  assert.ok(drawn.entries.length > 0 && drawn.entries.length <= drawn.of);
  assert.equal((await ledger.rows({ entries: drawn.entries, count: drawn.entries.length })).length, drawn.entries.length);
  ledger.close();
});

test("a table of names and a table of days off are taken at opening, and a wrong one is refused with its words", async () => {
  const text = JSON.stringify({
    format: "jianyi/ledger/1",
    entries: ["市教育局", "教育局"].map((body, at) => ({ kind: "suggestion", number: String(at), rounds: [{ assignedOn: "2026-11-08", assignments: [{ body, role: "lead" }] }] })),
  });
  const plain = await engine.openLedger(text);
  assert.equal((await plain.bodies()).length, 2);
  const { likely } = await plain.bodyNames();
  assert.deepEqual(likely, [{ names: ["市教育局", "教育局"], entries: [1, 1], reasons: ["place"] }]);
  const aliases = JSON.stringify({ format: "jianyi/aliases/1", bodies: [{ name: "市教育局", others: ["教育局"] }] });
  const holidays = JSON.stringify({
    format: "jianyi/holidays/1", edition: "x", source: "x", announcedThrough: "2027-12-25",
    years: [{ year: 2027, off: [{ holiday: "春节", from: "2027-02-05", to: "2027-02-12" }], work: [] }],
  });
  assert.equal((await plain.movedDueDates(holidays)).moved.length, 2);
  const named = await engine.openLedger(text, { aliases, holidays });
  assert.deepEqual((await named.bodies()).map(({ body }) => body), ["市教育局"]);
  assert.deepEqual((await named.rows()).map(({ dueOn }) => dueOn), ["2027-02-15", "2027-02-15"]);
  assert.equal((await named.holidayTable()).isShipped, false);
  for (const options of [{ aliases: "{}" }, { holidays: "[]" }, { aliases: JSON.stringify({ format: "jianyi/aliases/1", bodies: [{ name: "甲", others: ["乙"] }, { name: "乙", others: [] }] }) }]) {
    await assert.rejects(engine.openLedger(text, options), ({ code, message, messageEn }) => /aliases|holidays|alias-twice/.test(code) && message && messageEn && true);
  }
  for (const ledger of [plain, named]) ledger.close();
});

test("a list of public messages is read by the desk, and what is none is refused", async () => {
  const ledger = await city();
  const view = await ledger.clues(new TextEncoder().encode("日期,内容\n2024-06-01,棉纺里街道东环路夜市噪声到凌晨\n明年,东环路\n"), "线索.csv");
  assert.deepEqual(view.messages.map(({ entry }) => entry), ["YZ2024-0565", null]);
  assert.deepEqual([view.problems.length, view.problems[0].place.file, view.problems[0].place.row], [1, "线索.csv", 3]);
  await assert.rejects(ledger.clues(new Uint8Array(), "空.csv"), ({ code }) => code === "empty-file");
  assert.ok((await ledger.keyItems()).length > 0 && (await ledger.mergedItems()).length > 0);
  ledger.close();
});
