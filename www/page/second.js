// After a second file was opened: what may become of the first. Corrections of columns that this machine remembers.
import { html, nothing } from "lit";
import { remembered } from "./remember.js";

/** @typedef {import("./app.js").App} App */

/** Under which name a correction of this kind of file is remembered. @param {string} key */
export function mappingName(key) {
  return `mapping.${key}`;
}

/** How the user wants this kind of file read, where that was said before. @param {any} ledger */
export async function rememberedMapping(ledger) {
  const mapping = await ledger.mapping();
  const json = mapping && remembered(mappingName(mapping.key));
  try {
    return json ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {App} app @param {"columns" | "compare" | "add"} what */
export async function withFiles(app, what) {
  try {
    const files = await import("./files.js");
    await files[what](app);
  } catch (error) {
    app.set({ fault: { name: app.source?.name ?? "", error } });
  }
}

/** @param {App} app */
export function second(app) {
  const { words, older, source } = app;
  if (!older || !source) return nothing;
  const act = (/** @type {string} */ name, /** @type {() => void} */ what) => html`<button class="button ${name}" @click=${what}>${words.t(`open.${name}`)}</button>`;
  return html`
    <section class="card progress second" aria-label=${words.t("open.second", { newer: source.name, older: older.source.name })}>
      <p>${words.t("open.second", { newer: source.name, older: older.source.name })}</p>
      ${act("add", () => withFiles(app, "add"))} ${act("compare", () => withFiles(app, "compare"))} ${act("back", () => app.open(older.source, app.state))}
      <button class="button quiet" @click=${() => app.letOlderGo()}>${words.t("close")}</button>
    </section>
  `;
}
