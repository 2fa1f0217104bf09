// What stands at the foot of every printed page; www/styles/page.css places it beside the page numbers.

/**
 * @param {any} summary
 * @param {import("../locales/index.js").Catalogue} words
 */
export function footPaper({ head, profile }, words) {
  const title = head.title ?? words.t("title.none");
  const day = head.asOf ? words.t("asOf", { date: words.date(head.asOf) }) : words.t("asOf.none");
  const rules = words.t("profile.name", { name: words.localized(profile.nameZh, profile.nameEn) });
  const style = document.documentElement.style;
  style.setProperty("--jianyi-paper-foot", quoted([title, day, rules].join("  ")));
}

/** A text as CSS writes strings. @param {string} text */
function quoted(text) {
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/\s+/g, " ")}"`;
}
