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
        // Larger letters ask for no more contrast than smaller ones: what holds of these holds of those.
        for (const theme of isFirst && size === "usual" ? ["dark", "contrast", "light"] : isFirst ? [] : ["dark"]) {
          await page.select("header select", theme);
          await look(`${view} ${lang} ${theme}`, COLOURS);
        }
      }
    }
    assert.deepEqual(found, []);
  }, { path: "#ledger=xinjiang-cppcc-2024.json" });
}

/** What sticks out of the page at the side, outermost first; what scrolls in a box of its own does not. */
const stickingOut = () => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const walk = (/** @type {any} */ root) => [...root.querySelectorAll("*")].flatMap((/** @type {any} */ element) => {
    const { left, right } = element.getBoundingClientRect();
    const here = right > clientWidth + 1 || left < -1 ? [`${element.localName}.${element.className}#${element.id} ${Math.round(left)}…${Math.round(right)}`] : [];
    return [...here, ...(element.shadowRoot ? walk(element.shadowRoot) : [])];
  });
  return [`${scrollWidth} > ${clientWidth}`, ...walk(document).slice(0, 12)];
};

inEachBrowser("at 320 px, which is a wide screen at 400 %, nothing sticks out, in either reading direction", async ({ page }) => {
  await shows(page, "主要指标");
  const found = [];
  for (const direction of ["ltr", "rtl"]) {
    await page.evaluate((to) => void (document.documentElement.dir = to), direction);
    for (const lang of direction === "ltr" ? ["zh-CN", "en"] : ["en"]) {
      for (const view of VIEWS) {
        await visit(page, view, lang);
        const wide = await page.evaluate(stickingOut);
        if (wide.length > 0) found.push({ at: `${view} ${lang} ${direction}`, wide });
      }
    }
  }
  assert.deepEqual(found, []);
}, { path: "#ledger=xinjiang-cppcc-2024.json", viewport: { width: 320, height: 640 } });
