/**
 * @file The engine: the only script that imports the built module. Works in a page, in a worker and in Node.
 *
 * ```js
 * import { openEngine } from "./engine.js";
 * const engine = await openEngine();
 * const ledger = await engine.openLedger(file);
 * const { rates } = await ledger.summary({ role: ["lead"] });
 * ```
 */
import * as glue from "./generated/jianyi.js";
import { answer } from "./engine/answer.js";
import { open } from "./engine/open.js";
import { sideModule } from "./engine/side-module.js";

export { JianyiError } from "./engine/error.js";

/**
 * Starts the engine: in a worker where a page can have one, else in this thread, in slices that let the page breathe.
 *
 * @param {import("./engine/open.js").EngineOptions} [options]
 * @returns {Promise<import("./engine/engine.js").Engine>}
 * @throws {import("./engine/error.js").JianyiError} `wasm-not-loaded`, `unknown-option`
 */
export function openEngine(options) {
  return open(glue, { wasm: new URL("./jianyi_bg.wasm", import.meta.url), worker: new URL("./worker.js", import.meta.url), sides, localDate }, options);
}

/**
 * Makes a worker an engine's; `worker.js` does nothing else.
 *
 * @param {import("./engine/rpc.js").Port} port
 */
export function answerCalls(port) {
  answer(glue, port, sides);
}

/**
 * The modules beside the core.
 * @param {import("./engine/open.js").SideAddresses} [addresses] not given: beside this script
 * @returns {import("./engine/local.js").Sides}
 */
function sides({ desk, office, review } = {}) {
  return {
    desk: sideModule(() => import("./generated/desk.js"), desk ?? new URL("./desk_bg.wasm", import.meta.url)),
    office: sideModule(() => import("./generated/office.js"), office ?? new URL("./office_bg.wasm", import.meta.url)),
    review: sideModule(() => import("./generated/review.js"), review ?? new URL("./review_bg.wasm", import.meta.url)),
  };
}

/** This day where the user is, `YYYY-MM-DD`: the only clock that is read. */
function localDate() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * @typedef {import("./engine/engine.js").Engine} Engine
 * @typedef {import("./engine/engine.js").LedgerOptions} LedgerOptions
 * @typedef {import("./engine/ledger.js").Ledger} Ledger
 * @typedef {import("./engine/ledger.js").RowQueryOptions} RowQueryOptions
 * @typedef {import("./engine/open.js").EngineOptions} EngineOptions
 * @typedef {import("./generated/jianyi.js").Filter} Filter
 * @typedef {import("./generated/jianyi.js").Row} Row
 * @typedef {import("./generated/jianyi.js").Summary} Summary
 * @typedef {import("./generated/jianyi.js").EntryView} EntryView
 * @typedef {import("./generated/jianyi.js").Problem} Problem
 * @typedef {import("./generated/jianyi.js").AsideView} AsideView
 * @typedef {import("./generated/jianyi.js").MappingView} MappingView
 * @typedef {import("./generated/jianyi.js").MappedColumnView} MappedColumnView
 * @typedef {import("./generated/jianyi.js").ProfileSummary} ProfileSummary
 * @typedef {import("./generated/jianyi.js").RuleHelp} RuleHelp
 * @typedef {import("./generated/jianyi.js").RuleMeasure} RuleMeasure
 * @typedef {import("./generated/jianyi.js").ReplyQuery} ReplyQuery
 * @typedef {import("./generated/jianyi.js").LawQuery} LawQuery
 * @typedef {import("./engine/reply-check.js").ReplyCheck} ReplyCheck
 * @typedef {import("./engine/reply-check.js").ChecklistView} ChecklistView
 * @typedef {import("./generated/jianyi.js").FindingView} FindingView
 * @typedef {import("./generated/jianyi.js").FixView} FixView
 * @typedef {import("./generated/jianyi.js").ReportAudit} ReportAudit
 * @typedef {import("./generated/jianyi.js").EquationView} EquationView
 */
