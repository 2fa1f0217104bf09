// Documents and drafts: what is written can be read, what is drafted is right and stays linked while it is edited.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Bindings } from "../../../www/review/bindings.js";
import { draftDocument } from "../../../www/review/draft-document.js";
import { DraftSession } from "../../../www/review/draft-session.js";
import { followed, numeralAt } from "../../../www/review/follow.js";
import { notice, paragraphs } from "../../../www/document/sheet.js";
import { engine, sample } from "./site.mjs";

const words = /** @type {any} */ ({ t: (/** @type {string} */ key) => key });

test("a sheet that was written is read again, its comments counted", async () => {
  const layers = [{ span: /** @type {[number, number]} */ ([2, 4]), mark: /** @type {"wrong"} */ ("wrong"), comment: 0 }];
  const bytes = await engine.writeDocument({ parts: paragraphs("共办41件\n　　好 & <坏>", layers, () => "body"), comments: [{ author: "核对", text: "应为40件" }] });
  assert.deepEqual(await engine.readDocument(bytes), { text: "共办41件\n好 & <坏>", notes: { comments: 1 } });
});

test("what is no document is refused by its kind", async () => {
  const refused = async (/** @type {Uint8Array} */ bytes) => engine.readDocument(bytes).then(() => "read", (error) => error.code);
  assert.equal(await refused(new TextEncoder().encode("text")), "not-a-document");
  assert.equal(await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])), "old-document");
  assert.equal(await refused(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])), "broken-document");
});

test("the drafted report audits to no finding, and each figure stands where its span says", async () => {
  const ledger = await engine.openLedger(await sample("fictional-city-2024"));
  const draft = await ledger.draftReport();
  assert.ok(draft.figures.length > 40 && draft.gaps.length > 3);
  for (const { span, printed } of draft.figures) assert.equal(draft.text.slice(...span), printed);
  for (const gap of draft.gaps) assert.match(draft.text.slice(...gap), /^〔待填：.*〕$/);
  const audit = await engine.auditReport({ text: draft.text });
  assert.deepEqual(audit.findings.map(({ message }) => message), []);
  const total = draft.figures.find(({ of }) => of === "entries");
  assert.equal(total?.part, await ledger.count());
  ledger.close();
});

test("places follow their words, and grow with what is written into them", () => {
  const places = [{ span: /** @type {[number, number]} */ ([0, 2]) }, { span: /** @type {[number, number]} */ ([4, 6]) }];
  const spans = (/** @type {string} */ before, /** @type {string} */ after) => followed(places, before, after).map(({ span }) => span);
  assert.deepEqual(spans("12件，34件", "12件，共34件"), [[0, 2], [5, 7]]);
  assert.deepEqual(spans("12件，34件", "1件，34件"), [[0, 1], [3, 5]]);
  assert.deepEqual(spans("12件，34件", "12件，35件"), [[0, 2], [4, 6]]);
  assert.deepEqual(spans("12件，34件", ""), [[0, 0], [0, 0]]);
  assert.equal(numeralAt("共412件", [1, 3]), "412");
});

test("a figure that a hand changes is known, named in the document, and restored", async () => {
  const ledger = await engine.openLedger(await sample("fictional-city-2024"));
  const draft = await ledger.draftReport();
  const session = new DraftSession(() => {});
  await session.open(draft);
  const [first] = session.figures;
  await session.edit(draft.text.slice(0, first.span[1]) + "7" + draft.text.slice(first.span[1]));
  const changed = session.figures.filter((figure) => session.isChanged(figure));
  assert.deepEqual(changed.map((figure) => session.read(figure)), [`${first.printed}7`]);
  const sheet = draftDocument(words, session);
  assert.equal(sheet.comments?.length, 1);
  assert.equal(sheet.parts.filter(({ kind }) => kind === "table").length, 1);
  await session.restore(changed[0]);
  assert.equal(session.text, draft.text);
  const read = await engine.readDocument(await engine.writeDocument(sheet));
  assert.ok(read.text.includes("附表"));
  ledger.close();
});

test("a notice is set with its title, addressee and signature", () => {
  const styles = notice("催办单\n市住建局：\n请于5日内答复。\n市政府督查室\n2024年6月30日").map((part) => (part.kind === "paragraph" ? part.style : ""));
  assert.deepEqual(styles, ["title", "addressee", "body", "signature", "signature"]);
});

test("a report is set beside the ledger: its own draft agrees, an altered figure differs, a person's choice counts", async () => {
  const ledger = await engine.openLedger(await sample("fictional-city-2024"));
  const { text, figures } = await ledger.draftReport();
  const compared = await ledger.compareReport(text);
  assert.deepEqual(compared.filter(({ state }) => state === "differs"), []);
  assert.ok(compared.filter(({ state }) => state === "agrees").length > compared.length * 0.7);
  for (const { span, printed } of compared) assert.equal(text.slice(...span), printed);
  const role = figures.find(({ of, dimension, key }) => of === "group" && dimension === "role" && key === "lead");
  const altered = `${text.slice(0, role?.span[0])}9${text.slice(role?.span[0])}`;
  const differing = (await ledger.compareReport(altered)).filter(({ state }) => state === "differs");
  assert.ok(differing.some(({ printed }) => printed.startsWith(`9${role?.printed}`)));

  const bindings = new Bindings(() => {});
  await bindings.open(ledger, altered);
  const [figure] = differing;
  assert.equal(bindings.stateOf(figure), "differs");
  await bindings.choose(figure, figure.candidates.length - 1);
  assert.equal(bindings.placeOf(figure), figure.candidates.length - 1);
  ledger.close();
});
