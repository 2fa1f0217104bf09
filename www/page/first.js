// Who comes for the first time is offered a tour, once; whoever looks for it later finds it at the foot of the page.
import { html, nothing } from "lit";
import { remember, remembered } from "./remember.js";

const SEEN = "toured";

/** The tour where it is under way. @type {typeof import("../first/tour.js") | null} */
let scripts = null;
/** @type {number | null} */
let step = null;
/** Where nothing can be remembered, an offer declined stays declined as long as the page is open. */
let isDeclined = false;

/** The offer, the tour, or nothing. @param {import("./app.js").App} app */
export function firstUse(app) {
  const { words } = app;
  if (scripts && step !== null) return scripts.tour(app, { step, go: (to) => go(app, to) });
  if (isDeclined || remembered(SEEN)) return nothing;
  return html`<p class="welcome">${words.t("tour.offer")}
    <button class="button" @click=${() => startTour(app)}>${words.t("tour.start")}</button>
    <button class="button quiet" @click=${() => go(app, null)}>${words.t("tour.decline")}</button>
  </p>`;
}

/** @param {import("./app.js").App} app */
export async function startTour(app) {
  scripts = await import("../first/tour.js");
  app.go({ view: "overview", entry: null, rule: null });
  go(app, 1);
}

/** @param {import("./app.js").App} app */
export async function showKeys(app) {
  (await import("../first/keys.js")).showKeys(app.words);
}

/** @param {import("./app.js").App} app @param {number | null} to null: it is over, and not offered again */
function go(app, to) {
  const had = step !== null;
  step = to;
  if (to === null) {
    isDeclined = true;
    remember(SEEN, "yes");
  }
  app.draw();
  scripts?.mark(app.place, to);
  if (to === null && had) /** @type {HTMLElement | null} */ (app.place.querySelector("main"))?.focus();
}
