// Whose figures these are, of which day, by which rules: what every figure carries that leaves the page.

/**
 * @param {any} summary
 * @param {import("../locales/index.js").Catalogue} words
 * @returns {{ title: string, day: string, rules: string }}
 */
export function provenance({ head, profile }, words) {
  return {
    title: head.title ?? words.t("title.none"),
    day: head.asOf ? words.t("asOf", { date: words.date(head.asOf) }) : words.t("asOf.none"),
    rules: words.t("profile.name", { name: words.localized(profile.nameZh, profile.nameEn) }),
  };
}
