// A text with marked spans that lead elsewhere, by mouse and by keyboard.
import { html, nothing } from "lit";
import { classMap } from "lit/directives/class-map.js";
import { piecesOf } from "../review/pieces.js";

/**
 * @typedef {object} Layer
 * @property {[number, number]} span
 * @property {string} tone `tone-…` is its class in the style sheets
 * @property {string} [id] what it leads to; absent: it only shows a place
 * @property {string} [label] what it means, for those who don't see the colours
 * @property {boolean} [chosen]
 */

/**
 * @param {string} text
 * @param {Layer[]} layers the gravest first
 * @param {(id: string) => void} choose
 */
export function markedText(text, layers, choose) {
  /** @type {Set<string>} whose first piece was drawn: only that takes the focus */
  const begun = new Set();
  return piecesOf(text.length, layers).map(({ start, end, layers: over }) => {
    const words = text.slice(start, end);
    if (over.length === 0) return words;
    const linked = over.filter(({ id }) => id !== undefined);
    const classes = classMap({ hit: true, chosen: over.some(({ chosen }) => chosen), ...Object.fromEntries(over.map(({ tone }) => [`tone-${tone}`, true])) });
    if (linked.length === 0) return html`<span class=${classes}>${words}</span>`;
    const ids = linked.map(({ id }) => /** @type {string} */ (id));
    const fresh = ids.find((id) => !begun.has(id));
    for (const id of ids) begun.add(id);
    const [target] = fresh === undefined ? ids : [fresh];
    const label = linked.map((layer) => layer.label).filter(Boolean).join(" ");
    return html`<span
      class=${classes}
      data-ids=${ids.join(" ")}
      role=${fresh === undefined ? nothing : "button"}
      tabindex=${fresh === undefined ? nothing : 0}
      aria-label=${fresh === undefined || !label ? nothing : `${words}（${label}）`}
      title=${label || nothing}
      @click=${() => choose(target)}
      @keydown=${(/** @type {KeyboardEvent} */ event) => onKey(event, () => choose(target))}>${words}</span>`;
  });
}

/**
 * Shows where something stands: scrolls there, and takes the focus where there is something to do.
 *
 * @param {ParentNode} root
 * @param {string} selector
 */
export function goToPiece(root, selector) {
  const piece = /** @type {HTMLElement | null} */ (root.querySelector(`${selector}[tabindex]`) ?? root.querySelector(selector));
  piece?.scrollIntoView({ block: "center", inline: "nearest" });
  if (piece?.hasAttribute("tabindex")) piece.focus({ preventScroll: true });
  return piece;
}

/** @param {KeyboardEvent} event @param {() => void} act */
function onKey(event, act) {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  act();
}
