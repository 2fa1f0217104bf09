// The views that check texts, worked as a person works them.
import { until } from "../harness.mjs";

/**
 * Opens the sample at this place of the list, and waits for its verdict.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {"jianyi-reply" | "jianyi-report"} element
 * @param {number} at
 */
export async function openSample(page, element, at) {
  await until(page, (/** @type {string} */ name) => Boolean(document.querySelector(name)?.shadowRoot?.querySelector(".samples .sample")), element);
  await press(page, element, ".samples .sample", at);
  await until(page, (/** @type {string} */ name) => Boolean(document.querySelector(name)?.shadowRoot?.querySelector(".verdict")), element);
}

/**
 * Presses what the selector finds in an element's shadow root, once it is there and takes a press.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} element
 * @param {string} selector
 * @param {number} [at]
 */
export async function press(page, element, selector, at = 0) {
  await until(
    page,
    (/** @type {string} */ name, /** @type {string} */ wanted, /** @type {number} */ place) => {
      const button = document.querySelector(name)?.shadowRoot?.querySelectorAll(wanted)[place];
      if (!(button instanceof HTMLElement) || button.hasAttribute("disabled")) return false;
      button.click();
      return true;
    },
    element,
    selector,
    at,
  );
}

/**
 * Writes into the field that the selector finds in an element's shadow root, once it is there, in place of what stood in it.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} element
 * @param {string} selector
 * @param {string} value
 */
export async function fill(page, element, selector, value) {
  await until(
    page,
    (/** @type {string} */ name, /** @type {string} */ wanted, /** @type {string} */ to) => {
      const field = /** @type {HTMLInputElement | null} */ (document.querySelector(name)?.shadowRoot?.querySelector(wanted));
      if (!field || field.disabled) return false;
      field.focus();
      field.value = to;
      for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true, composed: kind === "input" }));
      return true;
    },
    element,
    selector,
    value,
  );
}

/**
 * Presses the panel of this name; which panels stand beside it depends on what else is open.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} element
 * @param {string} name
 */
export async function pressPanel(page, element, name) {
  await until(
    page,
    (/** @type {string} */ view, /** @type {string} */ words) => {
      const buttons = [...(document.querySelector(view)?.shadowRoot?.querySelectorAll(".panels .button") ?? [])];
      const found = buttons.find(({ textContent }) => textContent?.includes(words));
      if (found instanceof HTMLElement) found.click();
      return Boolean(found);
    },
    element,
    name,
  );
}

/** Keeps the files that the page gives, instead of saving them. @param {import("puppeteer-core").Page} page */
export async function keepFiles(page) {
  await page.evaluate(() => {
    const files = (/** @type {any} */ (globalThis).files = []);
    const createObjectURL = URL.createObjectURL;
    URL.createObjectURL = (blob) => (files.push(blob), createObjectURL.call(URL, blob));
    HTMLAnchorElement.prototype.click = () => {};
  });
}

/** The text of the last such file. @param {import("puppeteer-core").Page} page @param {number} at */
export function fileText(page, at) {
  return until(page, (/** @type {number} */ place) => /** @type {any} */ (globalThis).files[place]?.text(), at);
}

/**
 * Drops a file of these bytes on the page.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} name
 * @param {number[]} bytes
 */
export function dropFile(page, name, bytes) {
  return page.evaluate(
    (fileName, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(content)], fileName, { type: "text/plain" }));
      for (const kind of ["dragenter", "dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    bytes,
  );
}

/**
 * Waits until the browser has written what the page asked it to keep: what is asked of a database later is answered later.
 *
 * @param {import("puppeteer-core").Page} page
 */
export function written(page) {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("jianyi-review", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("kept", "readwrite");
          transaction.objectStore("kept").count();
          transaction.oncomplete = () => (opening.result.close(), resolve(null));
          transaction.onabort = () => reject(transaction.error);
        };
      }),
  );
}
