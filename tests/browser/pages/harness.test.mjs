import assert from "node:assert/strict";
import { inEachBrowser, until } from "../harness.mjs";

inEachBrowser(
  "an inline script is blocked, and the tests see that",
  async ({ page, faults }) => {
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "globalThis.ran = true";
      document.body.append(script);
    });
    await seen(faults, /CSP violation: script-src/);
    assert.equal(await page.evaluate(() => "ran" in globalThis), false);
  },
  { expected: [/CSP|Content Security Policy|Content-Security-Policy/] },
);

inEachBrowser(
  "a picture from another host is blocked, and the tests see that",
  async ({ page, faults }) => {
    await page.evaluate(() => {
      new Image().src = "https://example.invalid/picture.png";
    });
    await seen(faults, /CSP violation: img-src/);
  },
  { expected: [/CSP|Content Security Policy|example\.invalid/] },
);

inEachBrowser(
  "an uncaught error, a console error and a missing file are faults",
  async ({ page, faults }) => {
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error("thrown on purpose");
      });
      console.error("written on purpose");
      fetch("not-there-on-purpose.json");
    });
    await seen(faults, /uncaught.*thrown on purpose/s);
    await seen(faults, /console.*written on purpose/);
    await seen(faults, /404.*not-there-on-purpose/);
  },
  { expected: [/on.purpose|404/] },
);

/** Faults arrive by the driver, a moment after the page made them. */
async function seen(faults, pattern) {
  const end = Date.now() + 10_000;
  while (!faults.some((fault) => pattern.test(fault))) {
    if (Date.now() > end) assert.fail(`${pattern} is not among the faults: ${JSON.stringify(faults)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
