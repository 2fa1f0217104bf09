// Every view in both languages, all themes and both sizes of type, judged by axe.
import assert from "node:assert/strict";
import { inEachBrowser, obstacles, shows } from "../harness.mjs";
import { VIEWS, visit } from "../views.mjs";

/** What depends on the theme; all else is the same in each. */
const COLOURS = ["color-contrast", "link-in-text-block"];

for (const size of ["usual", "large"]) {
  inEachBrowser(`axe finds nothing on any view in either language, in any theme, in ${size} type`, async ({ page, browser }) => {
    await shows(page, "主要指标");
    if (size === "large") await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("button[aria-pressed]")).click());
    const found = [];
    const look = async (/** @type {string} */ where, /** @type {string[]} */ only) => {
      for (const obstacle of await obstacles(page, only)) found.push({ at: where, ...obstacle });
    };
    // The other engine reckons the colours of each view once: its answer to markup would be the same.
    const isFirst = browser === "chromium";
    for (const lang of isFirst ? ["zh-CN", "en"] : [size === "large" ? "en" : "zh-CN"]) {
      for (const view of VIEWS) {
        await visit(page, view, lang);
        if (isFirst) await look(`${view} ${lang}`);
        for (const theme of isFirst ? ["dark", "contrast", "light"] : ["dark"]) {
          await page.select("header select", theme);
          await look(`${view} ${lang} ${theme}`, COLOURS);
        }
      }
    }
    assert.deepEqual(found, []);
  }, { path: "#ledger=xinjiang-cppcc-2024.json" });
}
