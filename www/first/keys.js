// What the keyboard does, in a dialog.
import { html, render } from "lit";
import "../locales/first/index.js";

/** Where, which keys, the word for what they do. @type {[string, [string, string][]][]} */
const KEYS = [
  ["page", [["Tab / Shift+Tab", "tab"], ["Esc", "escape"]]],
  ["tabs", [["← → Home End", "move"]]],
  ["chart", [["← → ↑ ↓ Home End", "move"], ["Enter / Space", "choose"]]],
  ["list", [["↑ ↓ PageUp PageDown Home End", "row"], ["← →", "cell"], ["Enter", "open"]]],
  ["text", [["Enter / Space", "choose"]]],
];

/** @param {import("../locales/index.js").Catalogue} words */
export function showKeys(words) {
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-labelledby", "keys-title");
  dialog.addEventListener("close", () => dialog.remove());
  render(html`
    <h2 id="keys-title">${words.t("keys.title")}</h2>
    <table>
      <thead><tr>${["where", "key", "what"].map((name) => html`<th scope="col">${words.t(`keys.${name}`)}</th>`)}</tr></thead>
      <tbody>${KEYS.flatMap(([where, keys]) => keys.map(([key, what], at) => html`<tr>
        ${at === 0 ? html`<th scope="rowgroup" rowspan=${keys.length}>${words.t(`keys.${where}`)}</th>` : ""}
        <td><kbd>${key}</kbd></td><td>${words.t(`keys.${where}.${what}`)}</td>
      </tr>`))}</tbody>
    </table>
    <p class="ways"><button class="button primary" autofocus @click=${() => dialog.close()}>${words.t("keys.close")}</button></p>
  `, dialog);
  document.body.append(dialog);
  dialog.showModal();
}
