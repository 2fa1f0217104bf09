/** What a place of the letter is marked for, the gravest first. */
export const TONES = ["error", "warning", "confirm", "info"];

/**
 * The spans of what still stands, the gravest first.
 *
 * @param {import("./standing.js").Standing} standing
 * @param {string | null} chosen
 * @returns {import("../elements/marked-text.js").Layer[]}
 */
export function layersOf({ items }, chosen) {
  const layers = items.flatMap(({ item, findings }) =>
    findings.filter(({ isWaived }) => !isWaived).flatMap(({ at, finding }) =>
      finding.spans.map((span) => ({
        span,
        id: `f${at}`,
        tone: item.state === "confirm" ? "confirm" : finding.severity,
        label: finding.message,
        chosen: chosen === `f${at}`,
      })),
    ),
  );
  return layers.sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone));
}
