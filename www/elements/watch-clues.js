// Public messages beside the ledger: what they speak of, how many by week, what they warn of and on which messages that rests.
import { html, nothing, svg } from "lit";
import { csvLine } from "./csv-line.js";
import { download, fileName } from "./download.js";
import { errorText, placeText } from "./error-text.js";
import { seen } from "./unseen.js";
import { hiddenList, hiding, isOfClues, limits } from "./watch-warnings.js";

/** @typedef {import("./jianyi-watch.js").JianyiWatch} View */
/** @typedef {import("../generated/desk.js").CluesView} CluesView */
/** @typedef {import("../generated/desk.js").ClueNameView} Name */

/** How many entries and topics, messages, problems are listed. */
const LISTED = { subjects: 20, messages: 100, problems: 20 };

/** @param {View} view */
export function clues(view) {
  const { words, clues: found } = view;
  // the sample speaks of an invented city
  const sample = view.isFictional ? view.samples[0] : undefined;
  const open = (/** @type {() => Promise<void>} */ work) => (view.clueError = null, work().catch((error) => (view.clueError = error)));
  const load = (/** @type {any} */ { target }) => {
    const [file] = target.files;
    target.value = "";
    if (file) open(async () => read(view, file.name, new Uint8Array(await file.arrayBuffer())));
  };
  return html`
    <section class="card" aria-labelledby="clues">
      <h3 id="clues">${words.t("watch.clues")}</h3>
      <p class="quiet-text">${words.t("watch.clues.note")}</p>
      <p class="pickers">
        <button class="button" @click=${() => /** @type {HTMLElement | null} */ (view.renderRoot.querySelector("#clues-file"))?.click()}>${words.t("watch.clues.load")}</button>
        <input id="clues-file" type="file" accept=".csv,.tsv,.txt,.json,text/csv,application/json" hidden aria-label=${words.t("watch.clues.load")} @change=${load}>
        ${sample ? html`<button class="button quiet clue-sample" @click=${() => open(async () => {
          const { name, query } = await sample.load();
          await read(view, name, new TextEncoder().encode(query.text));
        })}>${words.localized(sample.title.zh, sample.title.en)}</button>` : nothing}
      </p>
      ${found.isReading ? html`<p class="quiet-text" role="status">${words.t("loading")}</p>` : nothing}
      ${view.clueError ? errorText(words, view.clueError) : nothing}
      ${found.view ? told(view, found.view) : nothing}
    </section>
  `;
}

/** @param {View} view @param {string} name @param {Uint8Array} bytes */
async function read(view, name, bytes) {
  if (!view.ledger) return;
  try {
    await view.clues.read(view.ledger, name, bytes);
  } catch (/** @type {any} */ error) {
    // a ledger's headings are of no help here
    throw error?.code === "no-headings" ? { ...error, message: view.words.t("watch.clues.no-headings"), messageEn: view.words.t("watch.clues.no-headings"), place: error.place, value: error.value } : error;
  }
}

/** @param {View} view @param {CluesView} found */
function told(view, found) {
  const { words } = view;
  const { from, to } = found;
  return html`
    <p role="status">${words.t("watch.clues.read", { ...view.clues.counts(), name: view.clues.name })}${from && to ? words.t("watch.clues.days", { from: words.date(from), to: words.date(to) }) : ""}</p>
    ${left(view, found)}
    ${warnings(view, found)}
    ${subjects(view, found)}
    ${messages(view, found)}
  `;
}

/** What is counted nowhere, or not read, and why. @param {View} view @param {CluesView} found */
function left(view, found) {
  const { words } = view;
  const { future, undated, withoutText, unused, problems, today } = found;
  const lines = [
    future.length > 0 && words.t("watch.clues.future", { count: future.length, today: words.date(today) }),
    undated.length > 0 && words.t("watch.clues.undated", { count: undated.length }),
    withoutText > 0 && words.t("watch.clues.without-text", { count: withoutText }),
    unused.length > 0 && words.t("watch.clues.unused", { names: words.list(unused) }),
  ].filter(Boolean);
  if (lines.length === 0 && problems.length === 0) return nothing;
  return html`<ul class="quiet-text clue-left">${lines.map((line) => html`<li>${line}</li>`)}
    ${problems.slice(0, LISTED.problems).map((problem) => html`<li>${placeText(words, problem.place)}${words.localized("：", ": ")}${words.localized(problem.message, problem.messageEn)}</li>`)}
    ${problems.length > LISTED.problems ? html`<li>${words.t("watch.shown", { count: problems.length, shown: LISTED.problems })}</li>` : nothing}</ul>`;
}

/** @param {View} view @param {CluesView} found */
function warnings(view, { warnings: raised, tested, level, today }) {
  const { words, suppressions } = view;
  const open = raised.filter((one) => !suppressions.of({ rule: one.rule, ...warned(one) }, today));
  const hidden = raised.flatMap((one) => {
    const said = suppressions.of({ rule: one.rule, ...warned(one) }, today);
    return said ? [{ rule: one.rule, warning: warned(one), said, name: named(view, one.subject) }] : [];
  });
  const rules = [...new Set(open.map(({ rule }) => rule))].map((rule) => open.filter((one) => one.rule === rule));
  return html`<h4>${words.t("watch.clues.warnings")}</h4>
    ${raised.length === 0 ? html`<p>${words.t("watch.clues.warnings.none", { tested, level })}</p>` : nothing}
    ${rules.map((of) => html`<p><strong>${words.localized(of[0].title, of[0].titleEn)}</strong> <span class="tag small">${words.number(of.length)}</span><br><small class="quiet-text">${words.t(`severity.${of[0].severity}`)}　<code>${of[0].rule}</code>　${words.t("watch.basis", { basis: of[0].basis })}</small></p>
      <ul class="clue-warnings" data-rule=${of[0].rule}>${of.map((warning) => html`<li>${named(view, warning.subject)}<br><span lang="zh-CN">${seen(warning.message)}</span> ${evidence(view, `${warning.rule} ${plain(view, warning.subject)}`, warning.evidence)} ${hiding(view, warning.rule, warned(warning), today)}</li>`)}</ul>`)}
    ${hiddenList(view, hidden)}
    ${limits(view, view.view?.thresholds.filter(({ name }) => isOfClues(name)) ?? [])}`;
}

/** What a warning speaks of, as it can be hidden; a topic goes by its own name. @param {CluesView["warnings"][number]} warning */
function warned({ subject: { id, number, title, topic }, message }) {
  return id ? { id, number, title, message } : { id: `topic ${topic ?? ""}`, number: null, title: topic, message };
}

/** A button that shows these messages. @param {View} view @param {string} key @param {number[]} places */
function evidence(view, key, places) {
  const isShown = view.clues.shown?.title === key;
  return html`<button class="link small evidence" aria-expanded=${isShown} @click=${() => view.clues.show(key, places)}>${view.words.t("watch.clues.evidence", { count: places.length })}</button>`;
}

/** @param {View} view @param {CluesView} found */
function subjects(view, found) {
  const { words } = view;
  if (found.subjects.length === 0) return html`<p>${words.t("watch.clues.unmatched")}</p>`;
  const shown = found.subjects.slice(0, LISTED.subjects);
  const chance = (/** @type {CluesView["subjects"][number]} */ { p, untested }) => (p === null ? words.t(`watch.clues.${untested ?? "too-few"}`) : p < 0.0001 ? words.t("watch.clues.tiny") : p.toPrecision(2));
  return html`<h4>${words.t("watch.clues.subjects")}</h4>
    <div class="scroll" role="region" tabindex="0" aria-label=${words.t("chart.table.of", { title: words.t("watch.clues.subjects") })}><table class="clue-subjects">
      <thead><tr>${["subject", "all", "weeks", "window", "before", "p"].map((name) => html`<th scope="col">${words.t(`watch.clues.${name}`, { days: found.windowDays })}</th>`)}</tr></thead>
      <tbody>${shown.map((one) => html`<tr>
        <th scope="row">${named(view, one.subject)}</th>
        <td class="number">${words.number(one.count)}<br>${evidence(view, plain(view, one.subject), one.messages)}</td>
        <td>${bars(view, found.weeks, one.byWeek)}</td>
        <td class="number">${words.number(one.inWindow)}</td>
        <td class="number">${words.t("watch.clues.in-days", { count: one.before, days: one.beforeDays })}</td>
        <td class="number">${chance(one)}</td>
      </tr>`)}</tbody>
    </table></div>
    ${found.subjects.length > LISTED.subjects ? html`<p>${words.t("watch.shown", { count: found.subjects.length, shown: LISTED.subjects })}</p>` : nothing}`;
}

/** Counts by week as bars, read out as numbers. @param {View} view @param {string[]} weeks @param {number[]} counts */
function bars({ words }, weeks, counts) {
  const most = Math.max(...counts, 1);
  const label = words.list(counts.map((count, at) => words.t("watch.clues.week", { from: words.date(weeks[at]), count })));
  return html`<svg class="bars" role="img" aria-label=${label} viewBox="0 0 ${counts.length * 8} 24" width=${counts.length * 8} height="24">
    ${counts.map((count, at) => svg`<rect x=${at * 8} y=${24 - (count / most) * 24} width="6" height=${(count / most) * 24}></rect>`)}</svg>`;
}

/** @param {View} view @param {Name} subject */
function plain({ words }, { id, number, title, topic }) {
  return id ? `${number ?? ""} ${title ?? words.t("title.none")}`.trim() : words.t("watch.clues.topic", { topic: topic ?? "" });
}

/** @param {View} view @param {Name} subject */
function named(view, subject) {
  const text = plain(view, subject);
  return subject.id ? view.link(subject.id, text) : seen(text);
}

/** The messages asked for, else those that speak of no entry. @param {View} view @param {CluesView} found */
function messages(view, { messages: all }) {
  const { words, clues: state } = view;
  const places = state.shown?.places;
  const rows = places ? places.map((place) => all[place]) : all.filter(({ entry }) => !entry);
  const heads = ["row", "date", "text", "location", "channel", "count"].map((name) => words.t(`watch.clues.${name}`));
  const cells = (/** @type {typeof all[number]} */ one) => [one.row ?? "", one.date ?? "", one.text, one.location ?? "", one.channel ?? "", one.count];
  const save = () => download(fileName(words.t("watch.clues"), "csv"), [`\uFEFF${[heads, ...rows.map(cells)].map(csvLine).join("\r\n")}\r\n`], "text/csv;charset=utf-8");
  const table = html`<div class="scroll" role="region" tabindex="0" aria-label=${words.t("chart.table.of", { title: words.t("watch.clues.messages") })}><table class="clue-messages">
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${rows.slice(0, LISTED.messages).map((one) => html`<tr><td class="number">${one.row ?? "—"}</td><td>${one.date ? words.date(one.date) : "—"}</td><td lang="zh-CN">${seen(one.text)}</td><td lang="zh-CN">${seen(one.location) ?? "—"}</td><td lang="zh-CN">${seen(one.channel) ?? "—"}</td><td class="number">${words.number(one.count)}</td></tr>`)}</tbody>
    </table></div>
    ${rows.length > LISTED.messages ? html`<p>${words.t("watch.shown", { count: rows.length, shown: LISTED.messages })}</p>` : nothing}
    <p><button class="button" @click=${save}>${words.t("watch.clues.save")}</button></p>`;
  if (places) return html`<h4>${words.t("watch.clues.messages")}</h4>${table}`;
  return rows.length === 0 ? nothing : html`<details class="warning"><summary>${words.t("watch.clues.rest", { count: rows.length })}</summary>${table}</details>`;
}
