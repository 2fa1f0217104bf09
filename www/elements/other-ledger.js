// A second ledger, of another year or another office, beside the one that is open.
import { html } from "lit";
import { sharedEngine } from "./shared-engine.js";

/** @typedef {{ ledger: import("../engine.js").Ledger, name: string, summary: any }} Other */

/**
 * @param {import("./jianyi-bodies.js").JianyiBodies} view
 */
export function otherLedger(view) {
  const { words, other } = view;
  const choose = () => /** @type {HTMLElement | null} */ (view.renderRoot.querySelector("input.other"))?.click();
  return html`
    <div class="pickers">
      <button class="button choose-other" @click=${choose}>${words.t("contrast.other")}</button>
      <input class="other" type="file" hidden aria-label=${words.t("contrast.other")} @change=${(/** @type {any} */ { target }) => opened(view, target)}>
      ${other ? html`<button class="button quiet leave-other" @click=${() => leave(view)}>${words.t("contrast.other.leave")}</button>` : ""}
    </div>
    <p class="quiet-text" role="status">${other ? words.t("contrast.other.of", { name: other.name, count: other.summary.entries }) : ""}</p>
  `;
}

/**
 * Closes the second ledger; what is compared lies in the first again.
 * @param {import("./jianyi-bodies.js").JianyiBodies} view
 */
export function leave(view) {
  view.other?.ledger.close();
  view.other = null;
  view.sides = ["", ""];
}

/** @param {import("./jianyi-bodies.js").JianyiBodies} view @param {HTMLInputElement} input */
async function opened(view, input) {
  const file = input.files?.[0];
  input.value = "";
  if (!file) return;
  try {
    const ledger = await (await sharedEngine()).openLedger(file, { name: file.name });
    const summary = await ledger.summary({});
    leave(view);
    view.other = { ledger, name: summary.head.title ?? file.name, summary };
    view.error = null;
  } catch (error) {
    view.error = error;
  }
}
