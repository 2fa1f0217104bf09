/** @file Ways into the shadow roots of the board and its charts. */
import { until } from "./harness.mjs";

/**
 * Runs the function on the board's shadow root.
 *
 * @template T
 * @param {import("puppeteer-core").Page} page
 * @param {(root: any) => T} body
 * @returns {Promise<any>}
 */
export async function inBoard(page, body) {
  const root = await page.evaluateHandle(() => document.querySelector("jianyi-board")?.shadowRoot);
  return root.evaluate(body);
}

/**
 * Runs the function on the shadow root of the chart of this name.
 *
 * @template T
 * @param {import("puppeteer-core").Page} page
 * @param {string} chart
 * @param {(root: any) => T} body
 * @returns {Promise<any>}
 */
export async function inChart(page, chart, body) {
  const root = await page.evaluateHandle(
    (name) => document.querySelector("jianyi-board")?.shadowRoot?.querySelector(`[data-chart="${name}"]`)?.shadowRoot,
    chart,
  );
  return root.evaluate(body);
}

/**
 * Waits until the picture of a chart is drawn.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} chart
 */
export async function drawn(page, chart) {
  await until(
    page,
    (name) => {
      const element = document.querySelector("jianyi-board")?.shadowRoot?.querySelector(`[data-chart="${name}"]`);
      element?.scrollIntoView({ block: "center" });
      return Boolean(element?.shadowRoot?.querySelector("#picture[data-drawn] svg"));
    },
    chart,
  );
}

/**
 * Presses the first such button in the shadow root of an element of the board.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} element
 * @param {string} button
 */
export async function pressed(page, element, button) {
  await until(
    page,
    (inner, selector) => {
      const found = document.querySelector("jianyi-board")?.shadowRoot?.querySelector(inner)?.shadowRoot?.querySelector(selector);
      if (found instanceof HTMLElement) found.click();
      return Boolean(found);
    },
    element,
    button,
  );
}
