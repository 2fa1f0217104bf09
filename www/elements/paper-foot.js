// What stands at the foot of every printed page; www/styles/page.css places it beside the page numbers.

import { provenance } from "./provenance.js";

/**
 * @param {any} summary
 * @param {import("../locales/index.js").Catalogue} words
 */
export function footPaper(summary, words) {
  const { title, day, rules } = provenance(summary, words);
  const style = document.documentElement.style;
  style.setProperty("--jianyi-paper-foot", quoted([title, day, `${rules} ${summary.profile.version}`].join("  ")));
}

/** A text as CSS writes strings. @param {string} text */
function quoted(text) {
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/\s+/g, " ")}"`;
}
