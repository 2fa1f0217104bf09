// Data is text, never markup, and the page keeps to the strict policy that it is served under.
import assert from "node:assert/strict";
import { inEachBrowser, shows, until } from "../harness.mjs";
import { chooseLedger, goTo } from "./ledger-file.mjs";

const MARKUP = "<img src=x onerror=alert(1)>";

/** Whatever an element of a page could have been made of the data. */
const images = () => {
  const all = (/** @type {ParentNode} */ root) => [...root.querySelectorAll("*")].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
  return all(document).filter(({ localName }) => localName === "img").length;
};

inEachBrowser("markup in every field shows as text in every view", async ({ page }) => {
  page.on("dialog", (dialog) => void dialog.dismiss());
  await page.evaluate(() => void (globalThis.alert = () => console.error("the data ran as a script")));
  const text = JSON.stringify(MARKUP);
  const entry = `{"id":"x1","kind":"suggestion","number":${text},"title":${text},"text":${text},"asks":[${text}],"topic":${text},"form":${text},"delegation":${text},"leadSubmitter":{"name":${text}},"note":${text},"rounds":[{"assignedOn":"2024-03-01","assignments":[{"body":${text},"role":"lead"}],"consultations":[{"note":${text}}],"replies":[{"date":"2024-04-01","outcome":{"mark":"A"},"documentNumber":${text}}]}],${text}:1}`;
  await chooseLedger(page, "x.json", `${entry},\n{"kind":"suggestion","title":${text},}`, MARKUP);
  for (const [view, element] of [["overview", "jianyi-board"], ["list", "jianyi-list"], ["problems", "jianyi-problems"]]) {
    await goTo(page, { view });
    await until(page, (/** @type {string} */ element) => Boolean(document.querySelector(element)?.shadowRoot), element);
    await shows(page, MARKUP);
    assert.equal(await page.evaluate(images), 0, view);
  }
  await goTo(page, { view: "list", entry: "x1" });
  await until(page, () => Boolean(document.querySelector("jianyi-entry")?.shadowRoot?.querySelector("h2")));
  await shows(page, MARKUP);
  assert.equal(await page.evaluate(images), 0);
});

inEachBrowser("the page is served under the policy, which forbids eval and inline code", async ({ page, url }) => {
  const policy = await page.evaluate(async () => (await fetch("/")).headers.get("content-security-policy"));
  const directives = String(policy).split(";").map((directive) => directive.trim());
  for (const expected of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' data: blob:", "connect-src 'self'", "worker-src 'self' blob:", "manifest-src 'self'"]) {
    assert.ok(directives.includes(expected), `${expected} is not in ${policy} of ${url}`);
  }
});
