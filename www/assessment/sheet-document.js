// A body's sheet of points for a word processor.
import { line, table } from "../document/sheet.js";

/**
 * @param {import("../locales/index.js").Catalogue} words
 * @param {import("./session.js").Scheme} scheme
 * @param {import("../generated/desk.js").BodySheetView} sheet
 * @param {string} today
 * @param {number} minimum handlings below which a body is too small to compare
 * @returns {import("../engine/document.js").DocumentSheet}
 */
export function sheetDocument(words, scheme, sheet, today, minimum) {
  const name = words.localized(scheme.name.zh, scheme.name.en);
  const rows = scheme.parts.map((part, at) => {
    const { points, state } = sheet.parts[at];
    return [words.localized(part.name.zh, part.name.en), words.number(part.points), points === null || points === undefined ? words.t(`assess.state.${state}`) : words.number(points), basisText(words, sheet.parts[at])];
  });
  const head = ["part", "base", "points", "basis"].map((key) => words.t(`assess.${key}`));
  const behind = scheme.parts.flatMap((part, at) => {
    const bad = sheet.parts[at].entries.filter(({ good }) => !good);
    if (bad.length === 0) return [];
    const lines = bad.map((entry) => line("body", `${entry.number ?? ""} ${entry.title ?? words.t("title.none")}`.trim()));
    return [line("heading", `${words.localized(part.name.zh, part.name.en)}：${words.t("assess.bad", { count: bad.length })}`), ...lines];
  });
  return {
    footer: words.t("assess.document.foot", { name, today: words.date(today) }),
    parts: [line("title", words.t("assess.sheet", { body: sheet.body })), ...(sheet.tooSmall ? [line("body", words.t("assess.small", { minimum }))] : []), ...table(head, [...rows, [words.t("assess.document.total"), "", words.number(sheet.total), ""]]), ...behind],
  };
}

/** What a part's points rest on, in words. @param {import("../locales/index.js").Catalogue} words @param {import("../generated/desk.js").PartScoreView} part */
export function basisText(words, part) {
  return [
    part.judged > 0 ? words.t("assess.judged", { judged: part.judged, good: part.good }) : "",
    part.notYet > 0 ? words.t("assess.not-yet", { count: part.notYet }) : "",
    part.notSaid > 0 ? words.t("assess.not-said", { count: part.notSaid }) : "",
  ].filter(Boolean).join("；");
}
