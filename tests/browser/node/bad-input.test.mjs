// Files as they come: what can't be read is said with its place in two languages, what can be read is there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { engine, ledgerOf, sample } from "./site.mjs";

const CHINESE = /[一-鿿]/;

/** Of these, nothing could be read. */
const NOTHING = [
  { what: "a text that is no table", input: "hello world", code: "no-headings" },
  { what: "a picture", input: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), code: "not-a-table" },
  { what: "a file that is not UTF-8", input: new Uint8Array([0xb1, 0xe0, 0xba, 0xc5]), code: "not-json" },
  { what: "an object of another shape", input: '{"rows":[1,2]}', code: "other-shape", place: { line: 1 } },
  { what: "a list", input: "[1,2]", code: "other-shape", place: { line: 1 } },
  { what: "an empty file", input: "", code: "empty-file" },
  { what: "200 MB of spaces", input: new Blob(Array(200).fill(new Uint8Array(1_000_000).fill(32))), code: "blank-file" },
];

for (const { what, input, code, place, value } of NOTHING) {
  test(`${what} is refused with what to do, in Chinese and English`, async () => {
    await assert.rejects(engine.openLedger(input, { name: "台账.json" }), (error) => {
      assert.equal(error.name, "JianyiError");
      assert.equal(error.code, code);
      assert.match(error.message, CHINESE);
      assert.doesNotMatch(error.messageEn, CHINESE);
      for (const [key, expected] of Object.entries(place ?? {})) assert.equal(error.place[key], expected);
      if (value) assert.match(error.value, value);
      return true;
    });
  });
}

/** Of these, all but a value or a record could be read. */
const MOST = [
  { what: "a value of another type", entries: '{"kind":"suggestion","number":"7","title":{}}', code: "wrong-type", pointer: "/entries/0/title" },
  { what: "an unknown field", entries: '{"kind":"suggestion","titel":"x"}', code: "unknown-field", pointer: "/entries/0/titel", value: "titel" },
  { what: "the 30th of February", entries: '{"kind":"suggestion","submittedOn":"2024-02-30"}', code: "no-such-day", pointer: "/entries/0/submittedOn", value: "2024-02-30" },
  { what: "an unknown word", entries: '{"kind":"suggestion","form":"alone"}', code: "unknown-word", pointer: "/entries/0/form", value: "alone" },
  { what: "a number given twice", entries: '{"kind":"suggestion","number":"1"},\n{"kind":"suggestion","number":"1"}', code: "duplicate-number", pointer: "/entries/1/number", size: 2 },
  { what: "a record that is no object", entries: '{"kind":"suggestion"},5', code: "not-an-object", pointer: "/entries/1", aside: "5" },
  { what: "a record that is badly written", entries: '{"kind":"suggestion"},\n{"kind":"suggestion",}', code: "bad-syntax", pointer: "/entries/1", aside: '{"kind":"suggestion",}' },
];

for (const { what, entries, code, pointer, value, size = 1, aside } of MOST) {
  test(`${what} is listed with its place, and the rest is read`, async () => {
    const ledger = await engine.openLedger(ledgerOf(entries));
    assert.equal(ledger.size, size);
    const problem = (await ledger.problems()).find((found) => found.code === code);
    assert.ok(problem, `among ${(await ledger.problems()).map((found) => found.code)}`);
    assert.equal(problem.place.pointer, pointer);
    if (value) assert.equal(problem.value, value);
    assert.match(problem.message, CHINESE);
    assert.ok(problem.messageEn.length > 10);
    const kept = await ledger.aside();
    assert.equal(kept.length, aside ? 1 : 0);
    if (aside) assert.equal(new TextDecoder().decode(await ledger.asideBytes()).trim(), aside);
    ledger.close();
  });
}

test("a ledger without entries opens and says so", async () => {
  const ledger = await engine.openLedger(ledgerOf(""));
  assert.equal(ledger.size, 0);
  assert.deepEqual((await ledger.problems()).map(({ code }) => code), ["no-entries"]);
  assert.deepEqual(await ledger.rows(), []);
  assert.equal((await ledger.summary()).entries, 0);
  ledger.close();
});

test("a file cut in half keeps its first half, and the record that was cut is kept aside", async () => {
  const bytes = await sample("fictional-city-2024");
  const ledger = await engine.openLedger(new Uint8Array(bytes.subarray(0, bytes.length / 2)));
  assert.ok(ledger.size > 500 && ledger.size < 700);
  const cut = (await ledger.problems()).find(({ code }) => code === "cut-off");
  assert.ok(cut.place.line > 500);
  const [kept] = await ledger.aside();
  assert.ok(kept.text.startsWith("{"));
  assert.equal((await ledger.rows({ from: ledger.size - 1 })).length, 1);
  ledger.close();
});

test("a stream that breaks keeps what arrived and says so", async () => {
  const bytes = new Uint8Array(await sample("fictional-city-2024"));
  let at = 0;
  const breaking = new ReadableStream({
    pull(controller) {
      if (at > bytes.length / 2) return controller.error(new TypeError("terminated"));
      controller.enqueue(bytes.slice(at, (at += 65_536)));
    },
  });
  const ledger = await engine.openLedger(new Response(breaking), { name: "city.json" });
  assert.ok(ledger.size > 500 && ledger.size < 1200);
  const codes = (await ledger.problems()).map(({ code }) => code);
  assert.ok(codes.includes("connection-broken"));
  ledger.close();
});
