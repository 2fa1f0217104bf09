/**
 * @file What the guide tells, done on the real page: a walk for each task that has a picture. Each looks where it has been,
 * so that the guide's words can be compared with the page's, and ends where its picture is taken.
 */
import { readFile } from "node:fs/promises";
import { drawn, inBoard } from "./board-page.mjs";
import { shows, until } from "./harness.mjs";
import { dropFile, openSample } from "./pages/tool-view.mjs";
import { visit } from "./views.mjs";

/** @typedef {{ page: import("puppeteer-core").Page, lang: string, look: () => Promise<void> }} Walk */

const CITY = "fictional-city-2024.json";
const CPPCC = "xinjiang-cppcc-2024.json";
const fixtures = new URL("../fixtures/ledgers/", import.meta.url);

/** By the task's id in the guide: where the picture is taken, and the walk there. @type {Record<string, { ledger: string, walk: (walk: Walk) => Promise<unknown> }>} */
export const WALKS = {
  open: {
    ledger: CITY,
    walk: async ({ page, lang, look }) => {
      await look();
      await visit(page, "problems", lang);
      await look();
      await visit(page, "overview", lang);
    },
  },
  rate: {
    ledger: CITY,
    walk: async ({ page, look }) => {
      await look();
      await inBoard(page, (root) => root.querySelector("[data-rate] .explain").click());
      await until(page, () => Boolean(document.querySelector("jianyi-board")?.shadowRoot?.querySelector("jianyi-explanation")?.shadowRoot?.querySelector("li .entry")));
    },
  },
  filter: {
    ledger: CITY,
    walk: async ({ page, lang, look }) => {
      await page.evaluate(() => void (location.hash += "&role=lead"));
      await shows(page, lang === "en" ? "Clear all" : "全部清除");
      await look();
      await drawn(page, "roles");
      await look();
    },
  },
  columns: {
    ledger: CITY,
    walk: async ({ page, look }) => {
      await dropFile(page, "excel-style.csv", [...(await readFile(new URL("excel-style.csv", fixtures)))]);
      await until(page, () => Boolean(document.querySelector(".columns")));
      await look();
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".columns")).click());
      await until(page, () => Boolean(document.querySelector("jianyi-columns")?.shadowRoot?.querySelector("tbody tr")));
    },
  },
  watch: {
    ledger: CITY,
    walk: ({ page, lang }) => visit(page, "watch", lang),
  },
  reply: {
    ledger: CPPCC,
    walk: async ({ page, lang, look }) => {
      await visit(page, "reply", lang);
      await look();
      await openSample(page, "jianyi-reply", 1);
      await page.evaluate(() => document.querySelector("jianyi-reply")?.shadowRoot?.querySelector(".verdict")?.scrollIntoView());
    },
  },
  report: {
    ledger: CPPCC,
    walk: async ({ page, lang, look }) => {
      await visit(page, "report", lang);
      await look();
      await openSample(page, "jianyi-report", 0);
      await page.evaluate(() => document.querySelector("jianyi-report")?.shadowRoot?.querySelector(".verdict")?.scrollIntoView());
    },
  },
  publication: {
    ledger: CPPCC,
    walk: ({ page, lang }) => visit(page, "publication", lang),
  },
  assessment: {
    ledger: CITY,
    walk: ({ page, lang }) => visit(page, "assessment", lang),
  },
  compare: {
    ledger: CITY,
    walk: ({ page, lang }) => visit(page, "bodies", lang),
  },
};

/** Tasks without a picture, and where their words stand. */
export const PLACES = { take: { ledger: CITY, walk: (/** @type {Walk} */ { page }) => drawn(page, "roles") } };

/** Waits until the page stands on which a walk begins. @param {import("puppeteer-core").Page} page */
export const stands = (page) =>
  until(page, () => (document.querySelector("jianyi-board")?.shadowRoot?.querySelectorAll("[data-rate]").length ?? 0) > 0);
