// Lists of a letter's history as a clerk types them: one a line, or with marks between them.

const DAY = /^\d{4}-\d{1,2}-\d{1,2}$/;

/**
 * 县财政局、县农业农村局 → both.
 *
 * @param {string} text
 */
export function readList(text) {
  return text.split(/[、，,；;\n]/).map((part) => part.trim()).filter(Boolean);
}

/**
 * `2024-04-16 走访`, one a line.
 *
 * @param {string} text
 */
export function readConsultations(text) {
  return lines(text).map((words) => {
    const on = words.find((word) => DAY.test(word));
    return { ...(on ? { on: padded(on) } : {}), form: words.filter((word) => word !== on).join(" ") };
  });
}

/** @param {{ on?: string | null, form?: string | null }[]} consultations */
export function writeConsultations(consultations) {
  return consultations.map(({ on, form }) => [on, form].filter(Boolean).join(" ")).join("\n");
}

/**
 * `签发 谢青林 2024-06-27`, one a line; the day and the name may be left out.
 *
 * @param {string} text
 */
export function readApprovals(text) {
  return lines(text).map(([step, ...rest]) => {
    const on = rest.find((word) => DAY.test(word));
    const by = rest.filter((word) => word !== on).join(" ");
    return { step, ...(by ? { by } : {}), ...(on ? { on: padded(on) } : {}) };
  });
}

/** @param {{ step?: string | null, by?: string | null, on?: string | null }[]} approvals */
export function writeApprovals(approvals) {
  return approvals.map(({ step, by, on }) => [step, by, on].filter(Boolean).join(" ")).join("\n");
}

/** @param {string} text @returns {string[][]} the words of each line that has any */
function lines(text) {
  return text.split("\n").map((line) => line.trim().split(/[\s　]+/).filter(Boolean)).filter((words) => words.length > 0);
}

/** @param {string} day */
function padded(day) {
  return day.split("-").map((part) => part.padStart(2, "0")).join("-");
}
