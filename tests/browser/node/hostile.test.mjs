// What comes out of a ledger whose texts are hostile: texts, whatever the file is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { engine, ledgerOf } from "./site.mjs";
import { FORMULA, LINES, MARKUP, UNSEEN, hostileLedger, publicLedger } from "../hostile.mjs";
import { unpacked } from "../unpacked.mjs";

const decoded = (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes);
const opened = (/** @type {any} */ ledger) => engine.openLedger(JSON.stringify(ledger), { name: `${MARKUP}.json`, today: "2024-12-01" });
const inMarkup = /<img src=x|<script>globalThis|<svg onload/;

/** The cells of a CSV file, by the letter of RFC 4180. @param {string} text */
function cells(text) {
  return [...text.replace(/^\ufeff/, "").matchAll(/(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}

for (const [what, text] of Object.entries({ MARKUP, FORMULA, LINES, UNSEEN })) {
  test(`every text of a ledger comes back unchanged: ${what}`, async () => {
    const ledger = await opened(hostileLedger(text));
    assert.equal(ledger.size, 2);
    const [{ id, title }] = await ledger.rows();
    assert.equal(title, `${text}title`);
    assert.equal((await ledger.entry(id)).row.title, title);
    const again = JSON.parse(decoded(await ledger.export("json")));
    assert.equal(again.entries[0].rounds[0].replies[0].text, `${text}text`);
    assert.equal(again.entries[0].rounds[0].feedback[0].comment, `${text}comment`);
    ledger.close();
  });
}

test("no cell of a table begins a formula, and the table comes back as the same ledger", async () => {
  for (const text of [FORMULA, LINES, "+1", "-1+1", "@SUM(1)", "\t=1", "\r=1"]) {
    const ledger = await opened(hostileLedger(text));
    const csv = await ledger.export("csv");
    const dangerous = cells(decoded(csv)).filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+$/.test(cell));
    assert.deepEqual(dangerous, [], text);
    const again = await engine.openLedger(csv);
    assert.equal((await again.rows())[0].title, (await ledger.rows())[0].title);
    again.close();
    ledger.close();
  }
});

test("a workbook holds texts, no formula and no markup of the ledger's", async () => {
  const ledger = await opened(hostileLedger(MARKUP + FORMULA));
  for (const [name, bytes] of unpacked(await ledger.export("xlsx"))) {
    assert.doesNotMatch(decoded(bytes), inMarkup, name);
    if (name.startsWith("xl/worksheets/")) assert.doesNotMatch(decoded(bytes), /<f[ >]/, name);
  }
  ledger.close();
});

test("a calendar has no line that the ledger wrote", async () => {
  const hostile = hostileLedger(LINES);
  delete hostile.entries[0].archivedOn;
  hostile.entries[0].rounds = [{ assignedOn: "2024-11-20", assignments: [{ body: `局${LINES}`, role: "lead" }] }];
  hostile.entries[0].commitments = [{ what: LINES, body: LINES, dueOn: "2024-12-20" }];
  const ledger = await opened(hostile);
  const lines = (await ledger.calendarFile()).split(/\r\n|\r|\n/);
  assert.ok(lines.includes("BEGIN:VEVENT"), "the calendar has something to say");
  assert.deepEqual(lines.filter((line) => /^(ATTENDEE|@SUM)/.test(line)), []);
  ledger.close();
});

test("a document holds the ledger's markup as text", async () => {
  const document = await engine.writeDocument({ parts: [{ kind: "paragraph", style: "body", runs: [{ text: `${MARKUP}\u0000\u0008\uffff${LINES}` }] }] });
  const body = decoded(/** @type {Uint8Array} */ (unpacked(document).get("word/document.xml")));
  assert.doesNotMatch(body, inMarkup);
  // XML 1.0 knows no such letters, escaped or not.
  assert.doesNotMatch(body, /[\u0000-\u0008\uffff]|&#(0|8);/);
  assert.ok((await engine.readDocument(document)).text.includes("<img src=x"));
});

test("no file of the public bundle carries the ledger's markup, formulas or lines", async () => {
  for (const text of [MARKUP, FORMULA, LINES, UNSEEN]) {
    const ledger = await opened(publicLedger(text));
    const { archive, leaks } = await ledger.publish({});
    assert.deepEqual(leaks, []);
    const files = unpacked(archive);
    assert.ok([...files.keys()].some((name) => name.startsWith("item/")), [...files.keys()].join(" "));
    for (const [name, bytes] of files) {
      assert.match(name, /^[\w./-]+$/);
      if (name.startsWith("portal/")) continue;
      const content = decoded(bytes);
      if (/\.(html|xml|atom|rss)$/.test(name)) assert.doesNotMatch(content, inMarkup, name);
      if (name.endsWith(".csv")) assert.deepEqual(cells(content).filter((cell) => /^[=+@\t\r]/.test(cell)), [], name);
      if (/\.json$/.test(name)) assert.ok(JSON.parse(content), name);
    }
    ledger.close();
  }
});

test("names that JavaScript reserves are names like others, and pollute nothing", async () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"];
  const entries = names.map((name, at) => `{"kind":"suggestion","number":"${at + 1}","id":"${name}","topic":"${name}","__proto__":{"polluted":1},"extra":{"__proto__":{"polluted":1},"${name}":"1"},"rounds":[{"assignments":[{"body":"${name}","role":"lead"}]}]}`);
  const ledger = await engine.openLedger(ledgerOf(entries.join(",")));
  assert.equal(ledger.size, names.length);
  const { dimensions } = await ledger.summary();
  assert.deepEqual(dimensions.body.groups.map(({ key }) => key).sort(), [...names].sort());
  for (const name of names) {
    assert.equal(JSON.parse((await ledger.entry(name)).json).topic, name);
    assert.equal(await ledger.count({ body: [name] }), 1);
  }
  await ledger.assess((await ledger.assessmentSchemes())[0].json, JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":1}}'));
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
  ledger.close();
});

test("bodies that only look alike are not added up", async () => {
  // Latin o, Cyrillic о; 教 and its compatibility form; a name with a joiner inside.
  const names = ["市IoT办", "市Iоt办", "市教\u200b育局", "市教育局", "⼭区办", "山区办"];
  const ledger = await engine.openLedger(ledgerOf(names.map((body, at) => `{"kind":"suggestion","number":"${at}","rounds":[{"assignments":[{"body":"${body}","role":"lead"}]}]}`).join(",")));
  const { dimensions } = await ledger.summary();
  assert.equal(dimensions.body.groups.reduce((sum, { count }) => sum + count, 0), names.length);
  assert.ok(dimensions.body.groups.length >= 5, JSON.stringify(dimensions.body.groups.map(({ key }) => key)));
  ledger.close();
});

test("numbers beyond every measure are refused with their place or read as texts", async () => {
  const ledger = await engine.openLedger(ledgerOf(`{"kind":"suggestion","number":1e999},{"kind":"suggestion","year":-1,"coSubmitterCount":-5},{"kind":"suggestion","coSubmitterCount":18446744073709551616},{"kind":"suggestion","year":NaN},{"kind":"suggestion","rounds":[{"replies":[{"adoptedPoints":{"adopted":-1,"of":1e308}}]}]}`));
  assert.equal(ledger.size + (await ledger.aside()).length, 5);
  assert.ok((await ledger.problems()).length >= 4);
  for (const { part, whole } of (await ledger.summary()).rates) assert.ok(Number.isInteger(part) && part >= 0 && part <= whole);
  ledger.close();
});

test("a field given twice is told, and deep nesting is refused without a fall", async () => {
  const ledger = await engine.openLedger(ledgerOf('{"kind":"suggestion","title":"甲","title":"乙","number":"1"}'));
  assert.equal(ledger.size + (await ledger.aside()).length, 1);
  assert.ok((await ledger.problems()).length >= 1);
  ledger.close();
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  await assert.rejects(engine.openLedger(deep), { name: "JianyiError" });
  const within = await engine.openLedger(ledgerOf(`{"kind":"suggestion","extra":${'{"a":'.repeat(5000)}1${"}".repeat(5000)}}`));
  assert.equal(within.size + (await within.aside()).length, 1);
  within.close();
});

test("entries that name each other in a ring are read, merged and followed up", async () => {
  const ring = ["A", "B", "C"].map((id, at, all) => `{"kind":"suggestion","id":"${id}","number":"${at}","mergedWith":["${all[(at + 1) % 3]}","${id}"],"rounds":[{"cause":"redo","assignedOn":"2024-03-01"},{"cause":"redo","assignedOn":"2024-02-01"}]}`);
  const ledger = await engine.openLedger(ledgerOf(ring.join(",")), { today: "2024-12-01" });
  assert.equal(ledger.size, 3);
  for (const id of ["A", "B", "C"]) assert.ok(await ledger.entry(id));
  assert.ok(await ledger.followUp());
  assert.ok(await ledger.publicationDecisions());
  ledger.close();
});

test("a text of one piece repeated takes no longer than its length asks", async () => {
  const cost = async (/** @type {string} */ piece, /** @type {number} */ length) => {
    const text = piece.repeat(length / piece.length);
    const before = process.cpuUsage();
    await engine.checkReply({ text });
    await engine.auditReport({ text });
    const ledger = await engine.openLedger(ledgerOf(JSON.stringify({ kind: "suggestion", title: text, text })));
    await ledger.redactionPreview("#1");
    ledger.close();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  await cost("关于", 1000);
  for (const piece of ["关于", "（", "“", "一、", "1.", "代表", "二〇", "九", "《", "号", "，其中", "1件，", "33.3%、", " ", "\n"]) {
    const [short, long] = [await cost(piece, 4000), await cost(piece, 32_000)];
    // Eight times the text: what grows with the square takes 64 times as long. What is short is lost in the noise.
    assert.ok(long < Math.max(400, 30 * short), `${JSON.stringify(piece)}: ${short} ms, then ${long} ms of the processor's time`);
  }
});
