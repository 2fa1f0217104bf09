// The tour: three steps, each with what it speaks of marked on the page.
import { html } from "lit";
import "../locales/first/index.js";

/** What each step speaks of. */
const PLACES = [".bar .tools .group", "#panel-overview", ".tabs"];

/** @param {import("../page/app.js").App} app @param {{ step: number, go: (step: number | null) => void }} tour */
export function tour({ words }, { step, go }) {
  const isLast = step === PLACES.length;
  const onKey = (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && go(null);
  return html`
    <section class="card tour" aria-labelledby="tour-title" @keydown=${onKey}>
      <h2 id="tour-title" tabindex="-1">${words.t("tour.step", { step, steps: PLACES.length, title: words.t(`tour.${step}.title`) })}</h2>
      <p>${words.t(`tour.${step}`)}</p>
      <p class="ways">
        ${step > 1 ? html`<button class="button" @click=${() => go(step - 1)}>${words.t("tour.back")}</button>` : ""}
        <button class="button primary" @click=${() => go(isLast ? null : step + 1)}>${words.t(isLast ? "tour.end" : "tour.next")}</button>
        ${isLast ? "" : html`<button class="button quiet" @click=${() => go(null)}>${words.t("tour.skip")}</button>`}
      </p>
    </section>
  `;
}

/** Marks what the step speaks of; null: nothing any more. @param {HTMLElement} place @param {number | null} step */
export function mark(place, step) {
  for (const marked of place.querySelectorAll("[data-toured]")) marked.removeAttribute("data-toured");
  if (step === null) return;
  place.querySelector(PLACES[step - 1])?.setAttribute("data-toured", "");
  /** @type {HTMLElement | null} */ (place.querySelector("#tour-title"))?.focus();
}
