// The views of the page, visited as a person does, and when they stand.
import { until } from "./harness.mjs";

/** All views, in the order of their tabs. */
export const VIEWS = ["overview", "list", "bodies", "watch", "assessment", "publication", "problems", "reply", "report", "rules"];

/**
 * Goes to a view of the open ledger and waits until it stands.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} view
 * @param {string} lang
 */
export async function visit(page, view, lang) {
  await page.evaluate(
    (to, locale) => {
      const address = new URLSearchParams(location.hash.slice(1));
      address.delete("entry");
      address.set("view", to);
      address.set("lang", locale);
      location.hash = String(address);
    },
    view,
    lang,
  );
  await until(page, (to, locale) => document.documentElement.lang === locale && document.querySelector(`#tab-${to}`)?.getAttribute("aria-selected") === "true", view, lang);
  await settledView(page);
}

/**
 * Waits until the view shown says something and says the same a moment later, with nothing under way.
 *
 * @param {import("puppeteer-core").Page} page
 */
export function settledView(page) {
  return until(page, async () => {
    const read = () => {
      const panel = [...document.querySelectorAll("[role=tabpanel]")].find((found) => !found.hasAttribute("hidden"));
      const element = [...(panel?.children ?? [])].find((child) => child.localName.startsWith("jianyi-") && child.localName !== "jianyi-chips");
      const root = element?.shadowRoot;
      if (!root || root.querySelector("[aria-busy=true], .loading")) return "";
      if ([...root.querySelectorAll("[role=status]")].some(({ textContent }) => /^(正在读取台账|Reading the ledger)/.test(textContent ?? ""))) return "";
      return root.textContent ?? "";
    };
    const before = read();
    await new Promise((resolve) => setTimeout(resolve, 120));
    return before.trim().length > 40 && read() === before;
  });
}
