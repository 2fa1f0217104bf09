// Opens the window with the entries behind a rate; its script comes when first asked for.

/**
 * Shows the window inside `host`, so that what it tells is told by the host.
 * @param {import("./base.js").JianyiElement & { ledger?: any, filter: any, summary: any }} host
 * @param {any} rate
 * @param {string} name the rate's name in words
 * @param {Record<string, any>} [filter] in place of the host's own
 */
export async function explained(host, rate, name, filter = host.filter) {
  await import("./register-explanation.js");
  const element = /** @type {any} */ (document.createElement("jianyi-explanation"));
  Object.assign(element, { ledger: host.ledger, filter, summary: host.summary, rate, name, locale: host.words.locale });
  element.addEventListener("jianyi-sheet-closed", () => element.remove());
  host.renderRoot.append(element);
}
