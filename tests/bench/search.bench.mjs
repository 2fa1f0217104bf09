/**
 * @file `cargo xtask bench search`: the portal's search and the desk's beside Pagefind, MiniSearch (as it comes, over pairs of
 * letters, over the words that jieba cuts) and FlexSearch, in Node, in one run, over the same public records. JIANYI_BENCH_SIZES=10000,100000 says how many entries the invented ledger has.
 *
 * Recall: of 200 pieces of two to six letters, cut from titles and texts, how many of the records that hold them are found.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { openPagefind } from "./search/pagefind.mjs";
import { fold } from "../../www/portal/fold.js";
import { PublicSearch } from "../../www/portal/search.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = path.join(here, "../..");
const site = process.env.JIANYI_SITE ?? path.join(root, "dist");
const sizes = (process.env.JIANYI_BENCH_SIZES ?? "10000").split(",").map(Number);
const cargo = (...args) => execFileSync("cargo", ["run", "--quiet", "--release", ...args], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });

if (!existsSync(path.join(here, "node_modules/pagefind"))) {
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here, stdio: "inherit" });
}
const packages = createRequire(path.join(here, "package.json"));
const { default: MiniSearch } = packages("minisearch").default ? packages("minisearch") : { default: packages("minisearch") };
const FlexSearch = packages("flexsearch");
const { Jieba } = packages("@node-rs/jieba");
const { dict } = packages("@node-rs/jieba/dict");
const jieba = Jieba.withDict(dict);
const version = async (name) => JSON.parse(await readFile(path.join(here, "node_modules", name, "package.json"), "utf8")).version;
const PEERS = ["pagefind", "minisearch", "@node-rs/jieba", "flexsearch"];
console.log(`${(await Promise.all(PEERS.map(async (name) => `${name} ${await version(name)}`))).join(", ")}, Node ${process.version}`);

/** Small numbers that look random and are the same in every run. */
let seed = 7;
const dice = (below) => (seed = (seed * 48271) % 2147483647) % below;

for (const size of sizes) {
  const folder = path.join(root, "build/bench/search");
  await mkdir(folder, { recursive: true });
  const [ledgerFile, bundle] = [path.join(folder, `${size}.json`), path.join(folder, `bundle-${size}`)];
  cargo("-p", "jianyi-generator", "--bin", "generate", "--", "--entries", String(size), "--years", "5", "--seed", "7", "--texts", "full", "--out", ledgerFile);
  cargo("-p", "jianyi-publisher", "--", ledgerFile, "--out", bundle);

  let fetched = 0;
  let packed = 0;
  const get = async (file) => {
    const bytes = await readFile(path.join(bundle, file));
    fetched += bytes.length;
    packed += gzipSync(bytes).length;
    return bytes;
  };
  const records = [];
  for (const name of (await readdir(path.join(bundle, "entries"))).sort()) records.push(...JSON.parse(await readFile(path.join(bundle, "entries", name), "utf8")));
  const { simplified } = await new PublicSearch(get).open();
  const textOf = (entry) => [entry.number, entry.title, entry.body, entry.topic, entry.submitter, entry.text, ...entry.replies.flatMap((reply) => [reply.body, reply.documentNumber, reply.text]), ...entry.commitments.map(({ what }) => what)];
  const texts = records.map((entry) => textOf(entry).map((field) => fold(field, simplified)).join("\x1F"));
  const textBytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

  const queries = Array.from({ length: 200 }, () => {
    const entry = records[dice(records.length)];
    const source = Array.from(fold([entry.title, entry.text, entry.replies[0]?.text ?? ""][dice(3)] || entry.title, simplified));
    const length = 2 + dice(5);
    const from = dice(Math.max(1, source.length - length));
    return source.slice(from, from + length).join("").trim() || entry.number;
  });
  const expected = queries.map((query) => texts.flatMap((text, at) => (text.includes(query) ? [at] : [])));

  const grams = (text) => {
    const letters = Array.from(text).filter((letter) => letter.trim());
    return letters.map((letter, at) => letter + (letters[at + 1] ?? ""));
  };
  const rows = [];
  const report = (name, build, index, times, found, first) => {
    const sorted = [...times].sort((one, other) => one - other);
    const hits = found.reduce((sum, places, at) => sum + places.filter((place) => expected[at].includes(place)).length, 0);
    const wanted = expected.reduce((sum, places) => sum + places.length, 0);
    const told = found.reduce((sum, places) => sum + places.length, 0);
    rows.push([name, build === null ? "in the bundle" : `${(build / 1000).toFixed(2)} s`, index ? `${((100 * index) / textBytes).toFixed(1)} %` : "–", first ?? "–", `${sorted[Math.floor(sorted.length / 2)].toFixed(2)} / ${sorted[Math.floor(sorted.length * 0.95)].toFixed(2)} ms`, `${((100 * hits) / wanted).toFixed(2)} %`, `${((100 * hits) / Math.max(1, told)).toFixed(2)} %`]);
  };
  const timed = async (ask) => {
    const times = [];
    const found = [];
    for (const query of queries) {
      const start = performance.now();
      const places = await ask(query);
      times.push(performance.now() - start);
      found.push(places);
    }
    return [times, found];
  };

  {
    const searchFiles = await readdir(path.join(bundle, "search"));
    const indexBytes = (await Promise.all(searchFiles.map((file) => stat(path.join(bundle, "search", file))))).reduce((sum, { size: bytes }) => sum + bytes, 0);
    [fetched, packed] = [0, 0];
    const first = new PublicSearch(get);
    await first.hits(await first.search(queries[0]), 0, 10);
    const told = `${Math.round(fetched / 1000)} kB, ${Math.round(packed / 1000)} kB gzip`;
    const search = new PublicSearch(get);
    const place = new Map(records.map(({ id }, at) => [id, at]));
    const whole = async (query) => {
      const found = await search.search(query);
      return (await search.hits(found, 0, 1e9)).hits.map(({ id }) => place.get(id));
    };
    const [, found] = await timed(whole);
    // the files that a session has come by lie in memory now
    const [times] = await timed(async (query) => (await search.hits(await search.search(query), 0, 10)).hits);
    report("ours, portal", null, indexBytes, times, found, told);
  }
  {
    const { openEngine } = await import(pathToFileURL(path.join(site, "engine.js")).href);
    const engine = await openEngine();
    const ledger = await engine.openLedger(await readFile(ledgerFile), { name: "ledger.json" });
    const start = performance.now();
    await ledger.search("建议", 1);
    const build = performance.now() - start;
    const times = [];
    for (const query of queries) {
      const begin = performance.now();
      await ledger.search(query, 10);
      times.push(performance.now() - begin);
    }
    const sorted = times.sort((one, other) => one - other);
    rows.push([`ours, desk (${size} whole entries)`, `${(build / 1000).toFixed(2)} s`, "–", "–", `${sorted[100].toFixed(2)} / ${sorted[190].toFixed(2)} ms`, "–", "–"]);
    engine.close();
  }
  {
    const start = performance.now();
    const pagefind = await openPagefind(texts, path.join(folder, "pagefind.mjs"));
    const build = performance.now() - start;
    await pagefind.ask(queries[0], 10);
    const told = `${Math.round(pagefind.fetched() / 1000)} kB, of it ${Math.round(pagefind.programs / 1000)} kB programs`;
    const found = [];
    for (const query of queries) found.push(await pagefind.places(query));
    const [times] = await timed((query) => pagefind.ask(query, 10));
    report("Pagefind", build, pagefind.indexBytes, times, found, told);
    await pagefind.close();
  }
  const words = (text) => jieba.cutForSearch(text, true).filter((word) => word.trim());
  for (const [name, options] of [["MiniSearch, as it comes", {}], ["MiniSearch, words by jieba", { tokenize: words, searchOptions: { tokenize: words, combineWith: "AND" } }], ["MiniSearch, pairs of letters", { tokenize: grams, searchOptions: { tokenize: (query) => (Array.from(query).length > 1 ? grams(query).slice(0, -1) : [query]), combineWith: "AND", prefix: (term) => Array.from(term).length === 1 } }]]) {
    const start = performance.now();
    const mini = new MiniSearch({ fields: ["text"], idField: "at", ...options });
    mini.addAll(texts.map((text, at) => ({ at, text })));
    const build = performance.now() - start;
    const [times, found] = await timed((query) => mini.search(query).map(({ id }) => id));
    report(name, build, size <= 10000 ? Buffer.byteLength(JSON.stringify(mini)) : null, times, found);
  }
  {
    const start = performance.now();
    const flex = new FlexSearch.Index({ encoder: FlexSearch.Charset.CJK ?? FlexSearch.Charset.Exact, tokenize: "forward" });
    texts.forEach((text, at) => flex.add(at, text));
    const build = performance.now() - start;
    const [times, found] = await timed((query) => flex.search(query, { limit: records.length }));
    report("FlexSearch, CJK", build, null, times, found);
  }
  const head = ["engine", "index built in", "index, of the text", "first query fetches", "query, median / p95", "recall", "precision"];
  console.log(`\n${records.length.toLocaleString("en")} public entries of ${size.toLocaleString("en")}, ${(textBytes / 1e6).toFixed(1)} MB of text\n| ${head.join(" | ")} |\n|${" --- |".repeat(head.length)}\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}`);
}
process.exit(0);
