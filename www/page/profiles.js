// By which rules a ledger is reckoned: its own, a shipped one, or one that the user brings.
import { html, nothing } from "lit";
import { briefButton } from "./brief.js";
import { sharedEngine } from "../elements/shared-engine.js";
import { withFiles } from "./second.js";
import { remember, remembered } from "./remember.js";

/** @typedef {import("../generated/jianyi.js").ProfileSummary} ProfileSummary */

const OWN = "profiles";

/**
 * All profiles, those that the user brought on an earlier visit among them.
 * @returns {Promise<ProfileSummary[]>}
 */
export async function profiles() {
  const engine = await sharedEngine();
  for (const json of ownDocuments()) {
    // One that a newer version no longer reads is left out; choosing its file again says why.
    await engine.addProfile(json).catch(() => {});
  }
  return engine.profiles();
}

/**
 * Makes a user's profile known, and remembers it on this machine.
 * @param {Blob} file a `jianyi/profile/1` document
 * @returns {Promise<ProfileSummary>}
 */
export async function bringProfile(file) {
  const engine = await sharedEngine();
  const json = await file.text();
  const summary = await engine.addProfile(json);
  const others = ownDocuments().filter((other) => idOf(other) !== summary.id);
  remember(OWN, JSON.stringify([...others, json]));
  return summary;
}

/**
 * The chooser: which rules, and a file of one's own.
 * @param {import("./app.js").App} app
 */
export function profileChooser(app) {
  const { words, source, summary } = app;
  if (app.profiles.length === 0) return nothing;
  const isOwn = (/** @type {string} */ id) => id === (source?.profile ?? "");
  const chosen = (/** @type {Event} */ event) => app.reckonBy(/** @type {HTMLSelectElement} */ (event.target).value || null);
  const brought = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files ?? [];
    if (file) app.bring(file);
    input.value = "";
  };
  const choose = (/** @type {Event} */ event) => /** @type {HTMLElement} */ (event.currentTarget).parentElement?.querySelector("input")?.click();
  const byLedger = summary && !source?.profile ? words.localized(`：${summary.profile.nameZh}`, `: ${summary.profile.nameEn}`) : "";
  return html`
    <div class="rules-bar">
      ${briefButton(app)}
      ${source?.file ? html`<button class="button columns" @click=${() => withFiles(app, "columns")}>${words.t("open.columns")}</button>` : nothing}
      <label>${words.t("profile.choose")}
        <select class="button" @change=${chosen}>
          <option value="" ?selected=${isOwn("")}>${words.t("profile.of-ledger")}${byLedger}</option>
          ${app.profiles.map(({ id, nameZh, nameEn }) => html`<option value=${id} ?selected=${isOwn(id)}>${words.localized(nameZh, nameEn)}</option>`)}
        </select>
      </label>
      <span>
        <button class="button" @click=${choose}>${words.t("profile.bring")}</button>
        <input type="file" accept=".json,application/json" hidden aria-label=${words.t("profile.bring")} @change=${brought}>
      </span>
    </div>
  `;
}

/** @returns {string[]} */
function ownDocuments() {
  try {
    const documents = JSON.parse(remembered(OWN) ?? "[]");
    return Array.isArray(documents) ? documents.filter((document) => typeof document === "string") : [];
  } catch {
    return [];
  }
}

function idOf(/** @type {string} */ json) {
  try {
    return JSON.parse(json).id;
  } catch {
    return undefined;
  }
}
