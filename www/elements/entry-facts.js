// What is known of an entry: its facts as pairs, its own words.
import { html, nothing } from "lit";
import { roleLabel } from "../charts/picture.js";
import { seen } from "./unseen.js";

/**
 * @typedef {import("../locales/index.js").Catalogue} Catalogue
 * @typedef {import("../engine.js").EntryView} EntryView
 * @typedef {import("../engine.js").ProfileSummary | undefined} Profile
 */

/**
 * The facts that the ledger states; what it does not state is listed apart.
 *
 * @param {Catalogue} words
 * @param {EntryView} view
 * @param {any} record the entry as the ledger writes it
 * @param {Profile} profile
 */
export function entryFacts(words, view, record, profile) {
  const known = facts(words, view, record, profile).filter(([, value]) => value);
  return html`
    <section class="card" aria-labelledby="facts">
      <h3 id="facts">${words.t("entry.facts")}</h3>
      <dl class="facts">${known.map(([name, value, remark]) => html`<div><dt>${name}</dt><dd>${typeof value === "string" ? seen(value) : value}${remark ? html`<span class="quiet-text">${remark}</span>` : nothing}</dd></div>`)}</dl>
    </section>
  `;
}

/**
 * Its text and what it asks for, as submitted.
 *
 * @param {Catalogue} words
 * @param {any} record
 */
export function entryWords(words, record) {
  const asks = record.asks ?? [];
  if (!record.text && asks.length === 0 && !record.note) return nothing;
  return html`
    <section class="card words" aria-label=${words.t("entry.text")}>
      ${record.text ? html`<h3>${words.t("entry.text")}</h3><p class="text">${seen(record.text)}</p>` : nothing}
      ${asks.length > 0 ? html`<h3>${words.t("entry.asks")}</h3><ol class="asks">${asks.map((/** @type {string} */ ask) => html`<li>${seen(ask)}</li>`)}</ol>` : nothing}
      ${record.note ? html`<h3>${words.t("entry.note")}</h3><p class="text">${seen(record.note)}</p>` : nothing}
    </section>
  `;
}

/** @param {Catalogue} words @param {EntryView} view @param {any} record @param {Profile} profile @returns {[string, unknown, unknown?][]} */
function facts(words, { row, dueSource }, record, profile) {
  const meaning = profile?.marks.find(({ mark }) => mark === row.outcome)?.label;
  const day = (/** @type {string | null | undefined} */ text) => text && words.date(text);
  const word = (/** @type {string} */ vocabulary, /** @type {string | null | undefined} */ key) => key && words.label(vocabulary, key);
  const field = (/** @type {string} */ name) => words.label("field", name);
  const session = row.session && words.session(row.session[0], row.session[1]);
  return [
    [field("session"), session],
    [field("year"), record.year],
    [field("sitting"), word("sitting", record.sitting)],
    [field("form"), word("form", record.form)],
    [field("leadSubmitter"), row.leadSubmitter],
    [field("coSubmitters"), coSubmitters(words, record)],
    [field("delegation"), row.delegation],
    [field("submittedOn"), day(record.submittedOn)],
    [field("topic"), row.topic],
    [field("bodies"), row.bodies.length > 0 ? words.list(row.bodies) : null],
    [field("role"), row.role && roleLabel({ profile }, words, row.role)],
    [words.t("entry.supervision"), supervision(words, record.key)],
    [field("assignedOn"), day(row.assignedOn)],
    [field("dueOn"), day(row.dueOn), dueSource && words.t("entry.due.source", { source: dueSource })],
    [field("repliedOn"), day(row.repliedOn)],
    [field("outcome"), row.outcome, row.outcome && meaning],
    [field("rating"), word("rating", row.rating)],
    [field("disclosure"), word("disclosure", record.disclosure?.attribute)],
  ];
}

/** @param {Catalogue} words @param {any} record */
function coSubmitters(words, { coSubmitters = [], coSubmitterCount }) {
  const names = coSubmitters.map((/** @type {{ name?: string }} */ { name }) => name).filter(Boolean);
  const count = coSubmitterCount ?? coSubmitters.length;
  if (names.length === 0) return count > 0 ? words.t("entry.joint", { count }) : null;
  return names.length < count ? `${words.list(names)} ${words.t("entry.coSubmitters.more", { count })}` : words.list(names);
}

/** @param {Catalogue} words @param {any} key */
function supervision(words, key) {
  return key && words.list([key.supervisingLeader, key.supervisingBody, key.progress].filter(Boolean));
}
