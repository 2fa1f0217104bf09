// How each figure of a report stands, and the equations in the report's own words.

/**
 * @typedef {import("../engine.js").ReportAudit} ReportAudit
 * @typedef {import("../engine.js").EquationView} EquationView
 * @typedef {"broken" | "holds" | "loose"} FigureState
 */

/**
 * Of each figure: whether it disagrees with another, stands in an equation that holds, or in none.
 *
 * @param {ReportAudit} audit
 * @returns {FigureState[]}
 */
export function figureStates({ figures, equations, findings }) {
  const states = figures.map(() => /** @type {FigureState} */ ("loose"));
  for (const equation of equations.filter(({ holds }) => holds)) for (const at of figuresOf(equation)) states[at] = "holds";
  for (const equation of equations.filter(({ holds }) => !holds)) {
    // A share that is off speaks against the share; its count and base may stand elsewhere.
    for (const at of figuresOf(equation)) if (at === equation.percent || equation.percent === null || states[at] === "loose") states[at] = "broken";
  }
  // A finding names the places that it is about, the most telling first; the others are the ground it stands on.
  const accused = new Set(findings.flatMap(({ spans }) => spans.slice(0, 1).map(String)));
  figures.forEach(({ span }, at) => {
    if (accused.has(String(span))) states[at] = "broken";
  });
  return states;
}

/** Whether the figures agree, or nothing could be said of them. @param {ReportAudit} audit @returns {"inconsistent" | "consistent" | "unchecked"} */
export function auditVerdict({ verdict, equations }) {
  if (verdict === "inconsistent") return "inconsistent";
  return equations.length > 0 ? "consistent" : "unchecked";
}

/** The figures of an equation, by index. @param {EquationView} equation @returns {number[]} */
export function figuresOf({ left, right, percent }) {
  const terms = [...left, ...right].map(([, figure]) => figure);
  return [...new Set(percent === null ? terms : [percent, ...terms])];
}

/**
 * An equation as two sides: `62.5%` and `10件 ÷ 16件`, `19件` and `10件 + 6件 + 3件`.
 *
 * @param {EquationView} equation
 * @param {ReportAudit["figures"]} figures
 * @param {import("../locales/index.js").Catalogue} words
 * @returns {{ left: string, sign: string, right: string }}
 */
export function equationWords(equation, figures, words) {
  const { kind, left, right, percent, base, holds } = equation;
  const figure = (/** @type {number} */ at) => figures[at]?.printed ?? "";
  const side = (/** @type {[number, number][]} */ terms, separator = " + ") =>
    terms.map(([factor, at]) => (factor === 1 ? figure(at) : words.t("equation.times", { figure: figure(at), factor }))).join(separator);
  const sign = holds ? "=" : "≠";
  if (percent !== null) {
    const whole = side(right) || (base === null ? "" : words.number(base));
    return { left: figure(percent), sign, right: whole ? words.t("equation.of", { part: several(side(left), left), whole: several(whole, right) }) : side(left) };
  }
  if (kind === "at-most-100") return { left: side([...left, ...right]), sign: holds ? "≤" : ">", right: "100%" };
  if (kind === "adds-to-100") return { left: side([...left, ...right]), sign, right: "100%" };
  if (kind === "repeated") return { left: side([...left, ...right], ` ${sign} `), sign: "", right: "" };
  return { left: side(left), sign, right: side(right) };
}

/** @param {string} side @param {[number, number][]} terms */
function several(side, terms) {
  return terms.length > 1 ? `(${side})` : side;
}
