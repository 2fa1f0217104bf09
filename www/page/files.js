// What is done with ledger files beside opening them; fetched when first asked for.
import "../elements/register-files.js";
import { mappingName } from "./second.js";
import { remember } from "./remember.js";

/** @typedef {import("./app.js").App} App */

/** Shows what the columns were taken for. @param {App} app */
export async function columns(app) {
  const element = /** @type {any} */ (document.createElement("jianyi-columns"));
  element.mapping = await app.ledger?.mapping();
  element.isRemembered = Boolean(app.source?.isRemembered);
  element.addEventListener("jianyi-remap", (/** @type {any} */ { detail: { mapping, keep } }) => {
    if (keep) remember(mappingName(mapping.key), JSON.stringify(mapping));
    if (app.source) app.open({ ...app.source, mapping, isRemembered: keep }, app.state);
  });
  element.addEventListener("jianyi-forget-mapping", (/** @type {any} */ { detail }) => {
    remember(mappingName(detail.key), null);
    if (app.source) app.open({ ...app.source, mapping: undefined, isRemembered: false }, app.state);
  });
  show(app, element);
}

/** Sets the ledger that was replaced beside the one shown. @param {App} app */
export async function compare(app) {
  const { older, ledger, source } = app;
  if (!older) return;
  const element = /** @type {any} */ (document.createElement("jianyi-comparison"));
  [element.comparison, element.older, element.newer] = [await older.ledger.compare(ledger), older.source.name, source?.name];
  element.addEventListener("jianyi-open-entry", (/** @type {any} */ { detail }) => app.go({ view: "list", entry: detail.id }));
  show(app, element);
}

/** Opens the ledger that was replaced and the one shown as one. @param {App} app */
export async function add(app) {
  const { older, ledger, source } = app;
  if (!older) return;
  const bytes = await older.ledger.add(ledger);
  const name = `${app.words.t("merged.name", { older: older.source.name, newer: source?.name }).replace(/\.\w+(?=＋| \+ |$)/g, "")}.json`;
  await app.open({ name, file: new File([bytes], name, { type: "application/json" }) });
}

/** @param {App} app @param {any} element */
function show(app, element) {
  element.locale = app.settings.locale;
  element.addEventListener("jianyi-sheet-closed", () => element.remove());
  app.place.querySelector("main")?.append(element);
}
