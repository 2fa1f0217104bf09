// Reads the same rows with each reader; a time counts only where all rows came out.
import * as aq from "arquero";
import * as duckdb from "@duckdb/duckdb-wasm";
import Papa from "papaparse";
import * as XLSX from "xlsx";

const BODIES = ["县交通局", "县教育局", "县林业局", "县卫生健康局", "县住房和城乡建设局"];
const TOPICS = ["农村公路养护", "义务教育均衡", "老旧小区改造", "基层医疗服务", "河湖治理"];
const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

/** @type {WebAssembly.Memory[]} of this thread's modules */
const memories = [];
const { instantiate } = WebAssembly;
WebAssembly.instantiate = /** @type {any} */ (async (/** @type {any} */ ...values) => {
  const made = await /** @type {any} */ (instantiate)(...values);
  const { memory } = (made.instance ?? made).exports;
  if (memory) memories.push(memory);
  return made;
});
const wasmBytes = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

Object.assign(globalThis, { run: (/** @type {string} */ kind, /** @type {string} */ reader, /** @type {number} */ count, /** @type {number} */ times) => run(kind, reader, count, times) });

/** Twenty columns with Chinese text, as an office exports them. @param {number} count */
function rows(count) {
  return Array.from({ length: count }, (_, at) => ({
    编号: String(at + 1), 类别: at % 3 ? "建议" : "提案", 标题: `关于进一步加强${TOPICS[at % 5]}的第${at}号建议`, 届次: "十八届三次", 年度: "2024",
    领衔代表: `代表${at % 997}`, 联名人数: String(at % 12), 代表团: `第${(at % 17) + 1}代表团`, 内容分类: TOPICS[at % 5], 提出日期: `2024-01-${two((at % 28) + 1)}`,
    承办单位: BODIES[at % 5], 承办方式: "主办", 交办日期: `2024-02-${two((at % 28) + 1)}`, 应复日期: `2024-05-${two((at % 28) + 1)}`, 答复日期: `2024-04-${two((at % 28) + 1)}`,
    办理结果: "ABC"[at % 3], 沟通方式: "走访", 满意度: ["满意", "基本满意", "不满意"][at % 3], 公开属性: "主动公开", 备注: `经办人已于当日与代表当面沟通，意见${at % 31}条`,
  }));
}

/** @param {string} kind @param {number} count */
async function bytesOf(kind, count) {
  const made = rows(count);
  if (kind === "csv") return new TextEncoder().encode(Papa.unparse(made));
  if (kind === "xlsx") return new Uint8Array(XLSX.write({ SheetNames: ["台账"], Sheets: { 台账: XLSX.utils.json_to_sheet(made) } }, { type: "array", bookType: "xlsx", compression: true }));
  if (kind === "records") return new TextEncoder().encode(JSON.stringify(made));
  const { openEngine } = await import(/** @type {any} */ ("/engine.js".slice()));
  const engine = await openEngine({ worker: false });
  const ledger = await engine.openLedger(new TextEncoder().encode(Papa.unparse(made)));
  const bytes = await ledger.export("json");
  engine.close();
  return bytes;
}

const text = (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes);

/** @type {Record<string, () => Promise<(bytes: Uint8Array, kind: string) => Promise<number>>>} each answers how many rows it read */
const READERS = {
  ours: async () => {
    const { openEngine } = await import(/** @type {any} */ ("/engine.js".slice()));
    const engine = await openEngine({ worker: false });
    return async (bytes) => {
      const ledger = await engine.openLedger(bytes);
      const { size } = ledger;
      ledger.close();
      return size;
    };
  },
  "TextDecoder + JSON.parse": async () => async (bytes) => {
    const parsed = JSON.parse(text(bytes));
    return (Array.isArray(parsed) ? parsed : parsed.entries).length;
  },
  "JSON.parse + columns": async () => async (bytes) => {
    const parsed = JSON.parse(text(bytes));
    const list = Array.isArray(parsed) ? parsed : parsed.entries;
    const columns = Object.fromEntries(Object.keys(list[0]).map((name) => [name, list.map((/** @type {any} */ row) => row[name])]));
    return Object.values(columns)[0].length;
  },
  "Papa Parse": async () => async (bytes) => Papa.parse(text(bytes), { header: true, skipEmptyLines: true }).data.length,
  SheetJS: async () => async (bytes) => {
    const book = XLSX.read(bytes, { dense: true });
    return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]]).length;
  },
  Arquero: async () => async (bytes, kind) => (kind === "csv" ? aq.fromCSV(text(bytes), { autoType: true }) : aq.from(JSON.parse(text(bytes)))).numRows(),
  "DuckDB-Wasm": async () => {
    const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker("/duckdb/duckdb-browser-eh.worker.js"));
    await database.instantiate(new URL("/duckdb/duckdb-eh.wasm", location.href).href);
    const connection = await database.connect();
    let number = 0;
    return async (bytes, kind) => {
      number += 1;
      await database.registerFileBuffer(`f${number}`, bytes.slice());
      await (kind === "csv" ? connection.insertCSVFromPath(`f${number}`, { name: `t${number}`, header: true, detect: true }) : connection.insertJSONFromPath(`f${number}`, { name: `t${number}` }));
      const counted = await connection.query(`SELECT count(*)::INTEGER AS n FROM t${number}`);
      await connection.query(`DROP TABLE t${number}`);
      return counted.toArray()[0].n;
    };
  },
};

/** @param {string} kind @param {string} reader @param {number} count @param {number} times */
async function run(kind, reader, count, times) {
  const bytes = await bytesOf(kind, count);
  const read = await READERS[reader]();
  const atRest = wasmBytes();
  const heapPeak = watchMemory();
  const spent = [];
  for (let at = 0; at < times; at += 1) {
    const started = performance.now();
    const found = await read(bytes, kind);
    spent.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve));
    if (found !== count) throw new Error(`${reader} read ${found} of ${count} rows`);
  }
  spent.sort((a, b) => a - b);
  return { kind, reader, count, size: bytes.length, best: spent[0], median: spent[spent.length >> 1], memory: heapPeak() + wasmBytes() - atRest };
}

/** What the thread's heap holds, read often; with the wasm memories, which never shrink, the peak. */
function watchMemory() {
  const heap = () => /** @type {any} */ (performance).memory?.usedJSHeapSize ?? NaN;
  const before = heap();
  let most = before;
  const sampler = setInterval(() => (most = Math.max(most, heap())), 1);
  return () => {
    clearInterval(sampler);
    return Math.max(most, heap()) - before;
  };
}
