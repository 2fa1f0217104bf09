/**
 * Gathers, from here on, what goes wrong in the page without anybody seeing it.
 *
 * @param {import("puppeteer-core").Page} page not yet navigated
 * @param {URL} home requests to other hosts are faults
 * @returns {Promise<string[]>} grows while the page runs
 */
export async function watchForFaults(page, home) {
  /** @type {string[]} */
  const faults = [];
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const known = message.text().startsWith(VIOLATION);
    faults.push(known ? message.text() : `console: ${message.text()} (${message.location().url ?? ""})`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error?.stack ?? error}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    const staysHere = url.protocol === home.protocol ? url.host === home.host : ["data:", "blob:"].includes(url.protocol);
    if (!staysHere) faults.push(`request to another host: ${url.href}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    if (!CANCELLED_BY_THE_PAGE.test(reason)) faults.push(`request failed: ${request.url()} (${reason})`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`);
  });
  // Firefox writes violations of the CSP to no console that a driver sees.
  await page.evaluateOnNewDocument((prefix) => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample }) =>
      console.error(prefix, effectiveDirective, blockedURI, `${sourceFile}:${lineNumber}`, sample),
    );
  }, VIOLATION);
  return faults;
}

/** What Chromium and Firefox say of a request that the page aborted or left behind; a broken connection reads otherwise. */
const CANCELLED_BY_THE_PAGE = /ERR_ABORTED|NS_BINDING_ABORTED/;

const VIOLATION = "CSP violation:";
