// All letters of a ledger, or many files, in one table of verdicts.
import { html, nothing } from "lit";
import { LONGEST, readText } from "../review/read-text.js";
import { download, fileName } from "./download.js";
import { chooseEntry, openQuery } from "./reply-intake.js";
import { baselineFile } from "../review/baseline.js";
import { fileButton, filesButton } from "./review-parts.js";
import { reviewMark } from "./review-marks.js";

/**
 * @typedef {import("./jianyi-reply.js").JianyiReply} View
 * @typedef {import("../review/batch-session.js").BatchRow} BatchRow
 */

/** Rows of a ledger that are asked for at once. */
const PAGE = 500;
/** Rows of the table; the file has them all. */
const SHOWN = 300;

/** @param {View} view */
export function replyBatch(view) {
  const { words, ledger, batch } = view;
  return html`
    <section class="card batch" aria-labelledby="batch-title">
      <h3 id="batch-title">${words.t("batch.title")}</h3>
      <p class="quiet-text">${words.t("batch.intro")}</p>
      <p class="acts">
        ${ledger ? html`<button type="button" class="button" ?disabled=${batch.isRunning} @click=${() => checkLedger(view, ledger)}>${words.t("batch.ledger")}</button>` : nothing}
        ${filesButton(words.t("batch.files"), ".txt,.docx,text/plain", false, (files) => checkFiles(view, files))}
        ${filesButton(words.t("batch.folder"), "", true, (files) => checkFiles(view, files))}
      </p>
      ${batch.total > 0 ? table(view) : nothing}
    </section>
  `;
}

/** @param {View} view @param {File[]} files */
export function checkFiles(view, files) {
  const letters = files.filter(({ name }) => /\.(txt|docx?|wps)$/i.test(name));
  return view.batch.run(letters.map((file) => ({
    name: file.webkitRelativePath || file.name,
    load: async () => {
      const read = await readText(file, LONGEST.reply);
      return "fault" in read ? read : { query: { text: read.text } };
    },
  })));
}

/** @param {View} view @param {import("../engine.js").Ledger} ledger */
async function checkLedger(view, ledger) {
  /** @type {import("../engine.js").Row[]} */
  const rows = [];
  for (let from = 0; ; from += PAGE) {
    const page = await ledger.rows({ from, count: PAGE });
    rows.push(...page);
    if (page.length < PAGE) break;
  }
  const silent = (/** @type {any} */ error) => {
    if (error?.code === "no-reply-text") return null;
    throw error;
  };
  await view.batch.run(rows.map(({ id, number, title }) => ({
    name: view.words.list([number ?? "", title ?? ""].filter(Boolean)) || id,
    entry: id,
    load: () => ledger.replyQuery(id).then((query) => ({ query }), silent),
  })));
}

/** @param {View} view */
function table(view) {
  const { words, batch } = view;
  const { rows, isRunning } = batch;
  return html`
    <p role="status">${words.t(isRunning ? "batch.running" : batch.wasStopped ? "batch.stopped" : "batch.done", { done: batch.done, total: batch.total })}
      ${batch.silent > 0 ? words.t("batch.silent", { count: batch.silent }) : nothing}
      ${isRunning ? html`<button type="button" class="button" @click=${() => batch.stop()}>${words.t("cancel")}</button>` : nothing}</p>
    <p class="acts">${batch.counts.map(([verdict, count]) => html`<span>${mark(view, verdict)} ${words.number(count)}</span>`)}
      ${rows.length > 0 && !isRunning ? html`<button type="button" class="button" @click=${() => saveTable(view)}>${words.t("batch.csv")}</button>` : nothing}</p>
    ${isRunning ? nothing : baselineWays(view)}
    <div class="scroll" tabindex="0" role="region" aria-label=${words.t("batch.table")}><table>
      <thead><tr>${["verdict", "letter", "blocking", "open"].map((name) => html`<th scope="col">${words.t(`batch.${name}`)}</th>`)}</tr></thead>
      <tbody>${rows.slice(0, SHOWN).map((row) => html`<tr>
        <td>${mark(view, row.verdict)}</td>
        <td lang="zh-CN"><button type="button" class="link" ?disabled=${Boolean(row.fault)} @click=${() => open(view, row)}>${row.name}</button></td>
        <td>${row.fault ? faultWords(view, row.fault) : row.blocking.map((id) => html`<span class="rule">${titleOf(view, id)}</span> `)}</td>
        <td class="number">${row.open > 0 ? words.number(row.open) : nothing}</td>
      </tr>`)}</tbody>
    </table></div>
    ${rows.length > SHOWN ? html`<p class="quiet-text">${words.t("batch.more", { shown: SHOWN, count: rows.length })}</p>` : nothing}
  `;
}

/** An old stock: from when on only what is new or worse counts. @param {View} view */
function baselineWays(view) {
  const { words, batch } = view;
  const { baseline } = batch;
  const button = (/** @type {string} */ key, /** @type {() => void} */ act) => html`<button type="button" class="button" @click=${act}>${words.t(key)}</button>`;
  const load = async (/** @type {File} */ file) => {
    const taken = await batch.loadBaseline(await file.text());
    view.baselineRefused = !taken;
  };
  return html`
    <p class="acts baseline">
      ${button("batch.baseline.take", () => batch.takeBaseline())}
      ${fileButton(words.t("batch.baseline.load"), ".json,application/json", load)}
      ${baseline ? [button("batch.baseline.save", () => download(fileName(words.t("batch.baseline"), "json"), [baselineFile(baseline)], "application/json")), button("batch.baseline.drop", () => batch.dropBaseline())] : nothing}
    </p>
    <p class="quiet-text" role="status">${view.baselineRefused ? words.t("batch.baseline.refused") : baseline ? words.t("batch.baseline.on", { day: baseline.day, count: baseline.letters.size }) : words.t("batch.baseline.off")}</p>
  `;
}

/** @param {View} view @param {BatchRow["verdict"]} verdict */
function mark({ words }, verdict) {
  return reviewMark(words, "verdict", verdict);
}

/** @param {View} view @param {string} id of a rule */
function titleOf({ words, rules }, id) {
  const rule = rules.get(id);
  return rule ? words.localized(rule.summary, rule.english) : id;
}

/** @param {View} view @param {any} fault */
function faultWords({ words }, fault) {
  return typeof fault === "string" ? words.t(`text.${fault}`) : words.localized(fault.message, fault.messageEn ?? fault.message);
}

/** @param {View} view @param {BatchRow} row */
function open(view, row) {
  if (row.entry) chooseEntry(view, row.entry);
  else if (row.query) openQuery(view, row.query, row.name);
}

/** @param {View} view */
function saveTable(view) {
  const { words, batch } = view;
  // A cell that begins like a formula leaves as text.
  const cell = (/** @type {string} */ text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const head = ["verdict", "letter", "blocking", "open"].map((name) => words.t(`batch.${name}`));
  const lines = batch.rows.map((row) => [words.t(`verdict.${row.verdict}`), row.name, row.fault ? faultWords(view, row.fault) : row.blocking.map((id) => titleOf(view, id)).join("；"), String(row.open)]);
  download(fileName(words.t("batch.title"), "csv"), [`\ufeff${[head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`], "text/csv");
}
