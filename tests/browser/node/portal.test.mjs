// The portal's search over a published bundle, beside a plain look into every public record.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { engine, sample } from "./site.mjs";
import { unpacked } from "../unpacked.mjs";
import { fold, foldPlaced, simplifiedFrom, terms } from "../../../www/portal/fold.js";
import { PublicSearch, marks } from "../../../www/portal/search.js";

const ledger = await engine.openLedger(await sample("fictional-city-2024"), { name: "sample.json" });
const published = await ledger.publish({});
const files = unpacked(published.archive);
const asked = [];
const search = new PublicSearch(async (path) => {
  const file = files.get(path);
  if (!file) throw new Error(`no ${path}`);
  asked.push(path);
  return file;
});
const json = (name) => JSON.parse(Buffer.from(files.get(name)).toString("utf8"));
const records = [...files.keys()].filter((name) => name.startsWith("entries/")).sort().flatMap(json);

test("the archive holds every file that is told", () => {
  assert.deepEqual([...files.keys()].sort(), [...published.files].sort());
  assert.ok(records.length > 100 && published.leaks.length === 0);
});

test("the hashes of the scripts to embed are those of the bundle's own files", async () => {
  const scripts = await engine.embeddedScripts();
  assert.ok(scripts.some(({ name }) => name === "portal/portal.js") && scripts.some(({ name }) => name === "portal/frame.js"));
  for (const { name, sha256 } of scripts) {
    assert.equal(sha256, createHash("sha256").update(files.get(name)).digest("hex"), name);
    assert.equal(sha256, json("manifest.json").files[name], name);
  }
});

test("the bundle is the same to the byte as the native one, whose manifest's hash the native tests keep", async () => {
  const document = JSON.parse(Buffer.from(await sample("fictional-city-2024")).toString("utf8"));
  document.entries.length = 120;
  const short = await engine.openLedger(JSON.stringify(document));
  const { archive } = await short.publish({});
  short.close();
  const digest = createHash("sha256").update(unpacked(archive).get("manifest.json")).digest("hex");
  const kept = await readFile(new URL("../../native/snapshots/native__publication_bundle__bundle_manifest_sha256.snap", import.meta.url), "utf8");
  assert.equal(digest, kept.trim().split("\n").at(-1));
});

test("the bundle's table, opened again, gives the public figures", async () => {
  const told = json("summary.json");
  const again = await engine.openLedger(files.get("entries.csv") ?? new Uint8Array(), { name: "entries.csv" });
  const { matching, dimensions } = await again.summary({});
  assert.equal(matching, told.entries);
  for (const [dimension, list] of Object.entries({ outcome: told.classes, topic: told.topics, year: told.years, body: told.bodies, rating: told.feedback })) {
    const counted = new Map(dimensions[dimension].groups.map((/** @type {any} */ { key, count }) => [key, count]));
    const known = list.filter((/** @type {[string, number]} */ [key]) => key);
    assert.ok(known.length > 1, dimension);
    assert.deepEqual(known.map((/** @type {[string, number]} */ [key]) => [key, counted.get(key)]), known, dimension);
  }
});

test("every record that holds the term is found, and no other", async () => {
  const { simplified } = await search.open();
  const whole = (entry) => [entry.number, entry.title, entry.body, entry.topic, [entry.submitter, entry.text, ...entry.replies.flatMap((reply) => [reply.body, reply.documentNumber, reply.text]), ...entry.commitments.map(({ what }) => what)].join("\n。\n")].map((words) => fold(words, simplified));
  const folded = records.map(whole);
  const some = records.filter((_, at) => at % 17 === 0).flatMap(({ title, number, text, replies }) => [title.slice(2, 4), title.slice(3, 8), title.slice(4, 5), number, text.slice(11, 15), (replies[0]?.text ?? "").slice(30, 37)]);
  const queries = [...some, "養老", "ＡＢ", "的", "建议 停车", "没有这样的词句"].filter((words) => words.trim());
  assert.ok(queries.length > 40);
  for (const words of queries) {
    const wanted = terms(words, simplified);
    const expected = records.filter((_, at) => wanted.every((term) => folded[at].some((field) => field.includes(term)))).map(({ id }) => id);
    const found = await search.search(words);
    const { hits } = await search.hits(found, 0, 1e6);
    assert.deepEqual(hits.map(({ id }) => id).sort(), expected.sort(), words);
  }
});

test("values narrow the hits, and their counts add up", async () => {
  const all = await search.search("");
  assert.equal(all.places.length, records.length);
  for (const name of ["year", "body", "class", "topic"]) {
    const counts = await search.counts(name, all.places);
    assert.equal(counts.reduce((sum, [, count]) => sum + count, 0), records.length, name);
    const [value, count] = counts.at(-1);
    assert.equal((await search.search("", { [name]: value })).places.length, count, `${name} ${value}`);
  }
});

test("titles come first, and a first answer asks for few files", async () => {
  asked.length = 0;
  const fresh = new PublicSearch(search.get);
  const found = await fresh.search(records[3].title.slice(2, 6));
  const { hits } = await fresh.hits(found, 0, 10);
  assert.ok(hits[0].title.includes(records[3].title.slice(2, 6)));
  assert.ok(new Set(asked).size < 30, asked.join(" "));
});

test("letters are folded as the core folds them, and marks stand at the words as written", () => {
  const simplified = simplifiedFrom("養养體体");
  assert.equal(fold("養老　服務 ＡＢ c〔１〕—\u200B", simplified), "养老服務ab c[1]-");
  assert.deepEqual(foldPlaced("a b", simplified).places, [[0, 1], [1, 2], [2, 3]]);
  assert.deepEqual(marks("推进養 老服务", ["养老"], simplified), [[2, 5]]);
  assert.deepEqual(marks("𠮷野家𠮷野", ["𠮷野"], simplified), [[0, 3], [4, 7]]);
});

test("a bundle made of the same ledger again is the same, byte by byte", async () => {
  const again = await ledger.publish({});
  assert.ok(Buffer.from(again.archive).equals(Buffer.from(published.archive)));
});
