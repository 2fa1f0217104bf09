// Files that a user would choose, opened as a user does.
import { mkdtemp, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { until } from "../harness.mjs";

/**
 * Chooses a ledger of these entries in the page, and waits until it is shown.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} name of the file
 * @param {string} entries JSON of the entries, with commas between them
 * @param {string} [title]
 */
export async function chooseLedger(page, name, entries, title = "测试台账") {
  const folder = await mkdtemp(path.join(os.tmpdir(), "jianyi-"));
  const file = path.join(folder, name);
  await writeFile(file, `{"format":"jianyi/ledger/1","title":${JSON.stringify(title)},"entries":[\n${entries}\n]}`);
  await until(page, () => document.querySelector("jianyi-board")?.shadowRoot?.querySelector("h2, h3") !== null);
  const input = await page.$("input[type=file]");
  await /** @type {any} */ (input).uploadFile(file);
  await until(page, (wanted) => document.title.startsWith(wanted), title);
}

/**
 * Goes to a view by the page's own address.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {Record<string, string>} state
 */
export async function goTo(page, state) {
  await page.evaluate((hash) => void (location.hash = hash), String(new URLSearchParams(state)));
}

/**
 * The texts of what the selector finds inside an element's shadow root.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} element
 * @param {string} selector
 * @returns {Promise<string[]>}
 */
export function texts(page, element, selector) {
  return page.evaluate(
    (element, selector) => {
      const found = document.querySelector(element)?.shadowRoot?.querySelectorAll(selector) ?? [];
      return [...found].map(({ textContent }) => (textContent ?? "").replace(/\s+/g, " ").trim());
    },
    element,
    selector,
  );
}
