// This project: the rows go in as a ledger's bytes, through the reader that users have.
import * as glue from "jianyi-generated";
import { NAMES, VIEWS } from "./rows.js";

const KINDS = ["suggestion", "proposal", "motion"];
const SITTINGS = ["in-session", "inter-sessional"];
const CHUNK = 20_000;

/** @param {import("./rows.js").Columns} columns */
export async function ours(columns) {
  const { memory } = await glue.default();
  const count = columns.days.length;
  const reader = new glue.LedgerReader(/** @type {any} */ ({ clock: "2026-01-05", profile: "generic-city", total: count * 240 }));
  const utf8 = new TextEncoder();
  reader.push(utf8.encode('{"format":"jianyi/ledger/1","entries":['));
  for (let from = 0; from < count; from += CHUNK) reader.push(utf8.encode((from > 0 ? "," : "") + entries(columns, from, Math.min(count, from + CHUNK))));
  reader.push(utf8.encode("]}"));
  const started = performance.now();
  const ledger = reader.finish();
  const finished = performance.now() - started;
  const before = memory.buffer.byteLength;
  const build = performance.now();
  ledger.views(undefined, NAMES);
  const built = performance.now() - build;
  const codes = Object.fromEntries(NAMES.map((name) => [name, ledger.viewKeys(name).map((key) => codeOf(name, key))]));
  return {
    built,
    note: `standing ${finished.toFixed(0)} ms; wasm ${Math.round(memory.buffer.byteLength / 2 ** 20)} MiB with the ledger's bytes, of which views ≤ ${Math.ceil((memory.buffer.byteLength - before) / 2 ** 20)} MiB`,
    apply: (/** @type {import("./rows.js").Filter} */ filter) => ledger.views(asked(filter), NAMES),
    read: (/** @type {Uint32Array} */ counts) => {
      let at = 1;
      return NAMES.map((name) => {
        const view = new Uint32Array(VIEWS[name]);
        for (const code of codes[name]) {
          if (code >= 0) view[code] += counts[at];
          at += 1;
        }
        return view;
      });
    },
    summary: (/** @type {import("./rows.js").Filter} */ filter) => ledger.summary(asked(filter)),
    close: () => ledger.free(),
  };
}

/** @param {import("./rows.js").Filter} filter @returns {any} */
function asked({ keys, days }) {
  const named = Object.entries(keys).map(([name, codes]) => [name, codes.map((code) => keyOf(name, code))]);
  return { ...Object.fromEntries(named), ...(days ? { days } : {}) };
}

const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

function keyOf(/** @type {string} */ name, /** @type {number} */ code) {
  switch (name) {
    case "kind": return KINDS[code];
    case "sitting": return SITTINGS[code];
    case "month": return `${2020 + Math.floor(code / 12)}-${two((code % 12) + 1)}`;
    case "outcome": return "ABCD"[code];
    case "days": return String(code);
    default: return `${name} ${code}`;
  }
}

function codeOf(/** @type {string} */ name, /** @type {string} */ key) {
  for (let code = 0; code < VIEWS[name]; code += 1) if (keyOf(name, code) === key) return code;
  return -1;
}

/** @type {Map<number, string>} */
const dates = new Map();

function date(/** @type {number} */ day) {
  let text = dates.get(day);
  if (!text) dates.set(day, (text = new Date(day * 86_400_000).toISOString().slice(0, 10)));
  return text;
}

function entries(/** @type {import("./rows.js").Columns} */ columns, /** @type {number} */ from, /** @type {number} */ to) {
  const { kind, sitting, topic, delegation, month, outcome, body, days } = columns;
  const texts = [];
  for (let row = from; row < to; row += 1) {
    const assigned = Date.UTC(2020, month[row], 1 + (row % 28)) / 86_400_000;
    texts.push(`{"kind":"${KINDS[kind[row]]}","sitting":"${SITTINGS[sitting[row]]}","topic":"topic ${topic[row]}","delegation":"delegation ${delegation[row]}","rounds":[{"assignedOn":"${date(assigned)}","assignments":[{"body":"body ${body[row]}","role":"lead"}],"replies":[{"date":"${date(assigned + days[row])}","outcome":{"mark":"${"ABCD"[outcome[row]]}"}}]}]}`);
  }
  return texts.join(",\n");
}
