/**
 * Where the core runs: in this thread (`local.js`) or in a worker (`remote.js`). Both do the same by the same words.
 *
 * @typedef {object} Host
 * @property {number} generation rises when the core was started anew; ledgers and readers of an earlier one are gone
 * @property {number} chunkSize bytes that one `push` should bring
 * @property {(options: object) => Promise<number>} start a reader
 * @property {(reader: number, chunk: Uint8Array) => Promise<{ bytes: number, entries: number }>} push the chunk is gone afterwards
 * @property {(reader: number) => Promise<{ ledger: number, size: number }>} finish the reader is gone afterwards
 * @property {(reader: number) => Promise<void>} abandon a reader, known or not; never rejects
 * @property {(ledger: number, method: LedgerMethod | DeskMethod, values: unknown[]) => Promise<any>} ask a ledger
 * @property {(name: CoreFunction | ReviewFunction | DeskFunction | OfficeFunction, values: unknown[]) => Promise<any>} call a function that needs no ledger
 * @property {(ledger: number) => void} free
 * @property {() => Promise<void>} breathe lets the thread do something else, where the core shares it
 * @property {() => void} close
 *
 * @typedef {"summary" | "rows" | "count" | "entry" | "problems" | "aside" | "asideBytes" | "export" | "replyQuery" | "mapping" | "skipped" | "tally"} LedgerMethod
 * @typedef {"compare" | "add" | "views" | "viewKeys" | "explain" | "contrast" | "contrastWith" | "bodies" | "summaryFile" | "followUp" | "dueDates" | "commitmentRegister" | "reminder" | "calendarFile" | "spotCheck" | "publicationDecisions" | "redactionPreview" | "publish" | "explanation" | "search" | "draftReport" | "compareReport" | "assess" | "assessmentSchemes" | "similarEntries" | "bodyNames" | "holidayTable" | "shippedHolidays" | "movedDueDates" | "movedSince" | "clues" | "keyItems" | "mergedItems"} DeskMethod
 * @typedef {"indicators" | "mergeSummaries" | "readSummary" | "embeddedScripts"} DeskFunction
 * @typedef {"profiles" | "readProfile"} CoreFunction
 * @typedef {"rules" | "checkReply" | "replyExample" | "auditReport"} ReviewFunction
 * @typedef {"readDocument" | "writeDocument"} OfficeFunction
 * @typedef {typeof import("../generated/jianyi.js")} Glue
 */

/** What `Ledger` may ask, and nothing else. */
export const LEDGER_METHODS = new Set(["summary", "rows", "count", "entry", "problems", "aside", "asideBytes", "export", "replyQuery", "mapping", "skipped", "tally"]);

/** What `Ledger` may ask of the desk, and nothing else: the module with what the first view does not need of a ledger. */
export const DESK_METHODS = new Set([
  "compare", "add",
  "views", "viewKeys", "explain", "contrast", "contrastWith", "bodies", "summaryFile",
  "followUp", "dueDates", "commitmentRegister", "reminder", "calendarFile", "spotCheck",
  "publicationDecisions", "redactionPreview", "publish", "explanation", "search", "draftReport", "compareReport", "assess", "assessmentSchemes", "similarEntries",
  "bodyNames", "holidayTable", "shippedHolidays", "movedDueDates", "movedSince", "clues", "keyItems", "mergedItems",
]);

/** What `Engine` may call of the desk without a ledger, and nothing else. */
export const DESK_FUNCTIONS = new Set(["indicators", "mergeSummaries", "readSummary", "embeddedScripts"]);

/** What `Engine` may call without a ledger, and nothing else. */
export const CORE_FUNCTIONS = new Set(["profiles", "readProfile"]);

/** What `Engine` may call of the module that reads letters and reports, and nothing else. */
export const REVIEW_FUNCTIONS = new Set(["rules", "checkReply", "replyExample", "auditReport"]);

/** What `Engine` may call of the module for workbooks and documents, and nothing else. */
export const OFFICE_FUNCTIONS = new Set(["readDocument", "writeDocument"]);
