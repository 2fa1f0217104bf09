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
