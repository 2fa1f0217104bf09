// Workbooks and tables that harm a careless reader: said plainly, and the engine reads the next file.
import assert from "node:assert/strict";
import { test } from "node:test";
import { textRow, workbook, zip } from "../zip.mjs";
import { engine } from "./site.mjs";

const HEADS = ["编号", "标题", "承办单位", "办理结果"];
const GOOD = textRow(1, HEADS) + textRow(2, ["1", "关于修路的建议", "县交通局", "A"]);
const container = (/** @type {string} */ stream) => {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set([...stream].flatMap((letter) => [letter.charCodeAt(0), 0]), 1024);
  return bytes;
};
const spaces = (/** @type {number} */ megabytes) => Buffer.alloc(megabytes << 20, " ");

const REFUSED = [
  { what: "a workbook that swells to 420 MB", bytes: () => workbook(GOOD, [{ name: "xl/media/a.bin", content: spaces(420) }]), code: "archive-too-large" },
  { what: "an archive of 11,000 files", bytes: () => workbook(GOOD, Array.from({ length: 11_000 }, (_, at) => ({ name: `xl/media/${at}`, content: "" }))), code: "archive-too-large" },
  { what: "a workbook that hides that it swells to 500 MB", bytes: () => workbook(GOOD, [{ name: "xl/media/a.bin", content: spaces(500), said: 900_000 }]), code: "archive-too-large" },
  { what: "a workbook of broken parts", bytes: () => workbook("<row><c></row>"), code: "broken-workbook" },
  { what: "a workbook without its list of sheets", bytes: () => zip([{ name: "xl/workbook.xml", content: "" }]), code: "broken-workbook" },
  { what: "a workbook behind a password", bytes: () => container("EncryptedPackage"), code: "password-protected" },
  { what: "an old workbook", bytes: () => container("Workbook"), code: "old-office-file" },
  { what: "an old document of WPS", bytes: () => container("WordDocument"), code: "old-office-file" },
];

for (const { what, bytes, code } of REFUSED) {
  test(`${what} is refused with what to do`, async () => {
    await assert.rejects(engine.openLedger(bytes(), { name: "台账.xlsx" }), (error) => {
      assert.equal(error.code, code, error.message);
      assert.match(error.message, /[一-鿿]/);
      return true;
    });
    const next = await engine.openLedger(workbook(GOOD));
    assert.equal(next.size, 1);
    next.close();
  });
}

const opened = async (/** @type {Uint8Array | string} */ bytes) => {
  const ledger = await engine.openLedger(bytes, { name: "台账" });
  const rows = await ledger.rows({ count: 5 });
  const problems = await ledger.problems();
  return { ledger, rows, problems, size: ledger.size };
};

test("of a formula the value kept with it is read, and the formula never runs", async () => {
  const cell = '<row r="3"><c r="A3"><v>2</v></c><c r="B3" t="str"><f>WEBSERVICE("http://example.org")</f><v>关于植树的建议</v></c></row>';
  const links = [{ name: "xl/externalLinks/externalLink1.xml", content: "<externalLink/>" }];
  const { ledger, rows } = await opened(workbook(GOOD + cell, links));
  assert.deepEqual(rows.map(({ title }) => title), ["关于修路的建议", "关于植树的建议"]);
  ledger.close();
});

test("a million empty rows hide no entry and make none", async () => {
  const empty = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 3}"/>`).join("");
  const { ledger, size } = await opened(workbook(GOOD + empty + textRow(1_000_003, ["2", "关于植树的建议", "县林业局", "B"])));
  assert.equal(size, 2);
  ledger.close();
});

test("a cell of a megabyte is kept whole", async () => {
  const long = "修".repeat(350_000);
  const { ledger, size } = await opened(`编号,标题,备注甲\n1,关于修路的建议,${long}\n2,关于植树的建议,短\n`);
  assert.equal(size, 2);
  assert.ok(new TextDecoder().decode(await ledger.export("json")).includes(long));
  ledger.close();
});

test("ragged rows and stray quotes of a table cost no neighbour", async () => {
  const { ledger, size } = await opened('编号,标题,承办单位\n1,关于"修路"的建议,县交通局,多出一格\n2\n3,关于植树的建议,县林业局\n4,"关于办学的建议,县教育局\n');
  const told = await ledger.tally();
  assert.equal(told.head + size + (await ledger.aside()).length, told.records, JSON.stringify(told));
  assert.ok((await ledger.rows()).some(({ title }) => title === "关于植树的建议"));
  assert.ok((await ledger.problems()).length > 0);
  ledger.close();
});

test("half a surrogate pair costs its entry nothing else", async () => {
  const { ledger, problems, size } = await opened('{"format":"jianyi/ledger/1","entries":[{"kind":"suggestion","number":"1","title":"修\\ud800路"},{"kind":"suggestion","number":"2"}]}');
  assert.equal(size + (await ledger.aside()).length, 2);
  assert.ok(problems.length > 0);
  ledger.close();
});

test("NUL bytes inside a table are said with their row", async () => {
  const { ledger, size } = await opened("编号,标题\n1,关于\0修路的建议\n2,关于植树的建议\n");
  assert.equal(size + (await ledger.aside()).length, 2);
  ledger.close();
});

test("what a spreadsheet would run leaves as text", async () => {
  const evil = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1"];
  const entries = evil.map((title, at) => ({ kind: "suggestion", number: String(at + 1), title }));
  const { ledger } = await opened(JSON.stringify({ format: "jianyi/ledger/1", entries }));
  const csv = new TextDecoder().decode(await ledger.export("csv"));
  assert.doesNotMatch(csv, /(^|,)"?[=+\-@\t]/m);
  const again = await opened(await ledger.export("csv"));
  assert.deepEqual(again.rows.map(({ title }) => title), evil);
  again.ledger.close();
  ledger.close();
});

