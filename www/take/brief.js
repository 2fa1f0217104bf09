// A page for the leader: the figures with their counts, the outcomes, what presses. Every number is the core's.
import "../locales/take/index.js";
import { dimensionOf, keyLabel, leftOutText } from "../charts/picture.js";
import { saveDocument } from "../document/save.js";
import { line, table } from "../document/sheet.js";
import { provenance } from "../elements/provenance.js";

/** More of what presses would not stand on one page. */
const LISTED = 5;

/**
 * @param {any} ledger
 * @param {any} summary
 * @param {import("../locales/index.js").Catalogue} words
 */
export async function takeBrief(ledger, summary, words) {
  const { title } = provenance(summary, words);
  await saveDocument(words.t("take.brief.title", { title }), briefSheet(summary, await ledger.followUp(), words));
}

/**
 * @param {any} summary
 * @param {import("../generated/desk.js").FollowUpView} follow
 * @param {import("../locales/index.js").Catalogue} words
 * @returns {import("../engine/document.js").DocumentSheet}
 */
export function briefSheet(summary, follow, words) {
  const { title, day, rules } = provenance(summary, words);
  const known = summary.rates.filter((/** @type {any} */ { whole }) => whole > 0);
  const unknown = summary.rates.filter((/** @type {any} */ { whole }) => whole === 0);
  const { said, unsaid } = dimensionOf(summary, "outcome");
  const counted = [...said, ...(unsaid ? [unsaid] : [])].filter((/** @type {any} */ { count }) => count > 0);
  const isFiltered = summary.matching < summary.entries;
  return {
    footer: `${title}　${day}　${rules}`,
    parts: [
      line("title", words.t("take.brief.title", { title })),
      ...(summary.head.fictional ? [line("note", words.t("fictional.note"))] : []),
      line("note", words.t("take.brief.scope", { entries: summary.matching, assignments: summary.assignments, day, rules })),
      ...(isFiltered ? [line("note", words.t("take.brief.filter", { matching: summary.matching, entries: summary.entries }))] : []),
      line("heading", words.t("take.brief.figures")),
      ...table(["figure", "counts", "percent", "basis"].map((name) => words.t(`take.brief.${name}`)), known.map((/** @type {any} */ rate) => [
        words.label("rate", rate.id), `${rate.part}/${rate.whole}`, rate.percent ?? "—", [words.t(`basis.${rate.basis}`), leftOutText(summary, words, rate.leftOut, rate.basis)].filter(Boolean).join(words.localized("；", "; ")),
      ])),
      ...(unknown.length > 0 ? [line("note", words.t("take.brief.unknown", { rates: words.list(unknown.map((/** @type {any} */ { id }) => words.label("rate", id))) }))] : []),
      ...(counted.length > 0 ? [line("heading", words.t("take.brief.outcomes")), ...table([words.t("take.brief.class"), words.t("take.brief.count")], counted.map((/** @type {any} */ { key, count }) => [keyLabel(summary, words, "outcome", key), String(count)]))] : []),
      ...pressing(follow, words),
    ],
  };
}

/** @param {import("../generated/desk.js").FollowUpView} follow @param {import("../locales/index.js").Catalogue} words */
function pressing({ pressing: steps }, words) {
  const heading = line("heading", words.t("take.brief.pressing"));
  if (steps.length === 0) return [heading, line("body", words.t("take.brief.pressing.none"))];
  const overdue = steps.filter(({ list }) => list === "overdue").length;
  const rows = steps.slice(0, LISTED).map((step) => [`${step.number ?? ""} ${step.title ?? words.t("title.none")}`.trim(), step.body ?? "", step.dueOn ? words.date(step.dueOn) : ""]);
  return [heading, line("body", words.t("take.brief.pressing.counts", { overdue, soon: steps.length - overdue })), ...table(["item", "body", "due"].map((name) => words.t(`take.brief.${name}`)), rows)];
}
