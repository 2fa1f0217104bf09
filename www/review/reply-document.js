// A letter's review for the file, and the letter with what was found in its margin, for a word processor.
import { bodyStyle, line, paragraphs, table } from "../document/sheet.js";
import { layersOf } from "./letter-layers.js";

/** @typedef {import("../document/sheet.js").SheetLayer} SheetLayer */

/**
 * @typedef {import("./reply-session.js").ReplySession} ReplySession
 * @typedef {import("./standing.js").Standing} Standing
 * @typedef {import("../locales/index.js").Catalogue} Catalogue
 * @typedef {import("../engine/document.js").DocumentSheet} DocumentSheet
 */

/** The review sheet, as it is printed. @param {Catalogue} words @param {ReplySession} session @param {Standing} standing @returns {DocumentSheet} */
export function reviewDocument(words, session, { verdict, items }) {
  const { check, query, review, hash } = session;
  const { title, itemNumber, documentNumber, issuer, date } = check?.fields ?? {};
  const blank = words.t("sheet.blank");
  const facts = [
    [words.t("reply.field.title"), title?.value],
    [words.t("reply.suggestion.title"), query.suggestion?.title],
    [words.t("reply.field.itemNumber"), itemNumber?.value],
    [words.t("reply.field.documentNumber"), documentNumber?.value],
    [words.t("reply.field.issuer"), words.list([issuer?.value, date?.value].filter((part) => part !== undefined))],
    [words.t("sheet.verdict"), words.t(`verdict.${verdict}`)],
  ];
  const notable = items.filter(({ state }) => !["pass", "not-applicable"].includes(state));
  const remark = (/** @type {Standing["items"][number]} */ { findings, mark }) =>
    [
      ...findings.map(({ finding, waiver }) => finding.message + (waiver ? words.t("reply.waived.short", { reason: waiver.reason, by: waiver.by }) : "")),
      ...(mark ? [[mark.note, words.t("reply.signed", { by: mark.by || words.t("reply.unsigned"), at: mark.at })].filter(Boolean).join(" ")] : []),
    ].join("\n");
  const head = ["group", "item", "state", "remark"].map((name) => words.t(`sheet.${name}`));
  const rows = notable.map((one) => [words.t(`group.${one.item.group}`), words.localized(one.item.title, one.item.titleEn), words.t(`item.${one.state}`), remark(one)]);
  const asks = (check?.asks ?? []).map(({ ask, state }) => [ask, words.t(`ask.${state}`)]);
  return {
    footer: words.t("sheet.note", { hash }),
    parts: [
      line("title", words.t("sheet.title")),
      ...table([], facts.map(([name, value]) => [name ?? "", value || blank])),
      line("caption", words.t("sheet.items", { passed: items.filter(({ state }) => state === "pass").length, notable: notable.length })),
      ...table(head, rows),
      ...(asks.length > 0 ? [line("caption", words.t("reply.asks")), ...table([], asks)] : []),
      line("note", ""),
      line("note", [words.t("sheet.reviewer", { name: review.reviewer }), words.t("sheet.leader"), words.t("sheet.day")].join("\t\t\t")),
    ],
  };
}

/** The letter as it stands now, each finding as a comment. @param {Catalogue} words @param {ReplySession} session @param {Standing} standing @returns {DocumentSheet} */
export function letterDocument(words, session, standing) {
  const { check, text, review } = session;
  const findings = [...new Map(layersOf(standing, null).map((layer) => [layer.id, layer])).keys()];
  const comments = findings.map((id) => {
    const { message, basis } = /** @type {any} */ (check?.findings[Number(id?.slice(1))]);
    return { author: review.reviewer || words.t("product"), text: [message, basis && `${words.t("review.basis")}：${basis}`].filter(Boolean).join("\n") };
  });
  /** @type {SheetLayer[]} */
  const layers = layersOf(standing, null).map(({ span, id, tone }) => ({ span, mark: tone === "error" ? "wrong" : "doubtful", comment: findings.indexOf(id) }));
  const fields = check?.fields;
  const within = (/** @type {any} */ field, /** @type {number} */ start, /** @type {number} */ length) => field?.span && field.span[0] < start + length && start < field.span[1];
  const styleOf = (/** @type {string} */ words, /** @type {number} */ start) => {
    const { length } = words;
    if (length > 0 && within(fields?.title, start, length)) return "title";
    if (length > 0 && within(fields?.addressee, start, length)) return "addressee";
    if (length > 0 && length <= 40 && (within(fields?.issuer, start, length) || within(fields?.date, start, length))) return "signature";
    return bodyStyle(words);
  };
  return { parts: paragraphs(text, layers, styleOf), comments };
}
