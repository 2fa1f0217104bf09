// The views as tabs: arrow keys move along them.
import { html, nothing } from "lit";
import { VIEWS } from "../state.js";

/** @param {import("./app.js").App} app */
export function tabs(app) {
  const { state, words, problemCount } = app;
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    const at = VIEWS.indexOf(state.view);
    const next = /** @type {Record<string, number>} */ ({ ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: VIEWS.length - 1 })[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const view = VIEWS[(next + VIEWS.length) % VIEWS.length];
    app.go({ view, entry: null, rule: null });
    /** @type {HTMLElement | null} */ (app.place.querySelector(`#tab-${view}`))?.focus();
  };
  return html`
    <div class="tabs" role="tablist" aria-label=${words.t("views")} @keydown=${onKey}>
      ${VIEWS.map((view) => {
        const isChosen = view === state.view;
        return html`<button role="tab" id="tab-${view}" aria-selected=${isChosen} aria-controls=${isChosen ? `panel-${view}` : nothing} tabindex=${isChosen ? 0 : -1} @click=${() => app.go({ view, entry: null, rule: null })}>
          ${words.t(`view.${view}`)}${view === "problems" && problemCount > 0 ? html` <span class="count">${words.number(problemCount)}</span>` : nothing}
        </button>`;
      })}
    </div>
  `;
}
