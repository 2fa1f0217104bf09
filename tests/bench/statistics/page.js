// Runs one engine on one size, and says how long each step took; a step counts only where every cell is right.
import { arquero } from "./arquero.js";
import { crossfilter2 } from "./crossfilter.js";
import { duckdbWasm } from "./duckdb.js";
import { ours } from "./ours.js";
import { NAMES, anew, rows, slider, toggles } from "./rows.js";
import { typedArrays } from "./typed-arrays.js";

/** @type {Record<string, (columns: import("./rows.js").Columns) => Promise<any>>} */
const ENGINES = { ours, "typed arrays": typedArrays, crossfilter2, arquero, "duckdb-wasm": duckdbWasm };
const LISTS = { slider, anew, toggles };
/** An engine that is slow does fewer steps, but never fewer than this. */
const FEWEST = 12;
const PATIENCE = 12_000;

Object.assign(globalThis, { run: (/** @type {string} */ engine, /** @type {number} */ count) => run(engine, count).catch(shown), floor });

/** The core throws plain objects, which a driver does not show. @param {unknown} thrown */
function shown(thrown) {
  throw thrown instanceof Error ? thrown : new Error(JSON.stringify(thrown));
}

/** @param {string} engine @param {number} count */
async function run(engine, count) {
  const columns = rows(count);
  const reference = await typedArrays(columns);
  const before = await memory();
  const opened = await ENGINES[engine](columns);
  const report = { engine, count, built: opened.built, note: opened.note, memory: (await memory()) - before, lists: {} };
  for (const [name, list] of Object.entries(LISTS)) {
    const filters = list();
    const times = [];
    const answers = [];
    const begun = performance.now();
    await opened.apply({ keys: {} });
    for (const filter of filters) {
      const started = performance.now();
      const counts = await opened.apply(filter);
      times.push(performance.now() - started);
      answers.push(opened.read(counts));
      if (times.length >= FEWEST && performance.now() - begun > PATIENCE) break;
    }
    // Only now: the reference would drive an engine's columns out of the caches between its steps.
    answers.forEach((answer, at) => compare(answer, reference.read(reference.apply(filters[at])), `${engine} ${name} ${JSON.stringify(filters[at])}`));
    report.lists[name] = spread(times);
  }
  if (opened.summary) report.lists.summary = spread(slider().slice(0, 40).map((filter) => timed(() => opened.summary(filter))));
  await opened.close?.();
  return report;
}

/** The time just to read the bytes of all columns, four at a time. @param {number} count */
function floor(count) {
  const columns = rows(count);
  let sum = 0;
  const times = Array.from({ length: 20 }, () => timed(() => {
    for (const name of NAMES) {
      const words = new Uint32Array(columns[name].buffer, 0, count >> 2);
      for (let at = 0; at < words.length; at += 1) sum = (sum + words[at]) | 0;
    }
  }));
  return { ...spread(times), sum };
}

function timed(/** @type {() => unknown} */ work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function compare(/** @type {Uint32Array[]} */ counts, /** @type {Uint32Array[]} */ right, /** @type {string} */ what) {
  right.forEach((view, at) => {
    view.forEach((count, key) => {
      if (counts[at][key] !== count) throw new Error(`${what}: ${NAMES[at]} ${key} is ${counts[at][key]}, not ${count}`);
    });
  });
}

function spread(/** @type {number[]} */ times) {
  const sorted = [...times].sort((a, b) => a - b);
  const rank = (/** @type {number} */ share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  return { steps: times.length, best: sorted[0], median: rank(0.5), p95: rank(0.95), worst: sorted.at(-1) };
}

async function memory() {
  const { bytes } = (await /** @type {any} */ (performance).measureUserAgentSpecificMemory?.()) ?? { bytes: NaN };
  return bytes;
}
