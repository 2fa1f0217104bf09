// What tools that judge markup don't see: the way of the keyboard, colours that the system forces, motion that a person declines.
import assert from "node:assert/strict";
import { inEachBrowser, picture, shows } from "../harness.mjs";
import { VIEWS, visit } from "../views.mjs";

const CPPCC = { path: "#ledger=xinjiang-cppcc-2024.json" };

/** Runs in the page: where the focus is, through all shadow roots, and whether it can be seen. */
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body) return null;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const name = `${element.localName}.${element.className}#${element.id} ${(element.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 40)}`;
  return { name, isSeen: (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none", isThere: element.checkVisibility() };
};

inEachBrowser("the Tab key walks through every view to its end, each stop is seen, and nothing holds it", async ({ page }) => {
  await shows(page, "主要指标");
  for (const view of VIEWS) {
    await visit(page, view, "zh-CN");
    await page.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur?.());
    await page.evaluate(() => getSelection()?.setPosition(document.body, 0));
    const stops = [];
    for (let turn = 0; turn < 400; turn += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(focused);
      if (!stop) break;
      stops.push(stop);
    }
    assert.ok(stops.length > 10 && stops.length < 400, `${view}: ${stops.length} stops, the last ${JSON.stringify(stops.at(-1))}`);
    assert.deepEqual(stops.filter(({ isSeen, isThere }) => !isSeen || !isThere), [], view);
  }
}, { ...CPPCC, only: "chromium" });

inEachBrowser("under colours that the system forces, the chosen tab and what is pressed stand out", async ({ page }) => {
  await emulated(page, "forced-colors", "active");
  await shows(page, "主要指标");
  const lines = await page.evaluate(() => [...document.querySelectorAll("[role=tab]")].map((tab) => [tab.getAttribute("aria-selected"), getComputedStyle(tab).borderBlockEndColor]));
  const [chosen] = lines.filter(([selected]) => selected === "true").map(([, colour]) => colour);
  assert.ok(lines.every(([selected, colour]) => selected === "true" || colour !== chosen), JSON.stringify(lines));
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("button[aria-pressed]")).click());
  const [pressed, other] = await page.evaluate(() => [document.querySelector("[aria-pressed=true]"), document.querySelector("button.button:not([aria-pressed])")].map((button) => getComputedStyle(/** @type {Element} */ (button)).outlineStyle));
  assert.deepEqual([pressed, other], ["solid", "none"]);
  await picture(page, "forced-colours");
}, { ...CPPCC, only: "chromium" });

inEachBrowser("who declines motion sees none, on any view", async ({ page }) => {
  await emulated(page, "prefers-reduced-motion", "reduce");
  await shows(page, "主要指标");
  for (const view of VIEWS) {
    await visit(page, view, "zh-CN");
    assert.deepEqual(await page.evaluate(() => {
      const walk = (/** @type {Document | ShadowRoot} */ root) =>
        [...root.querySelectorAll("*")].flatMap((/** @type {Element} */ element) => {
          const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
          const moves = Math.max(...transitionDuration.split(",").map(parseFloat)) > 0.01 || (animationName !== "none" && parseFloat(animationDuration) > 0.01) || scrollBehavior === "smooth";
          return [...(moves ? [`${element.localName}.${element.className}`] : []), ...(element.shadowRoot ? walk(element.shadowRoot) : [])];
        });
      return walk(document);
    }), [], view);
  }
}, { ...CPPCC, only: "chromium" });

/** Has the page believe that the person's system asks for this. @param {import("puppeteer-core").Page} page @param {string} name @param {string} value */
async function emulated(page, name, value) {
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: [{ name, value }] });
}
