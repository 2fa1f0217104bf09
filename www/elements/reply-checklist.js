// The checklist, by the sections of a signing sheet.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { replyItem } from "./reply-item.js";

/** The sections in the order in which a reader goes through a letter. */
const GROUPS = ["format", "identity", "on-the-matter", "to-the-need", "procedure", "lawfulness", "disclosure", "language"];
const CHOICES = /** @type {const} */ (["all", "fail", "confirm"]);

/**
 * @typedef {import("./jianyi-reply.js").JianyiReply} View
 * @typedef {import("../review/standing.js").StandingItem} StandingItem
 */

/** @param {View} view @param {import("../review/standing.js").Standing} standing */
export function replyChecklist(view, { items }) {
  const { words, session } = view;
  const shown = items.filter((item) => isShown(item, view.only));
  const others = [...new Set(items.map(({ item }) => item.group))].filter((group) => !GROUPS.includes(group));
  return html`
    <div class="tools">
      <span class="choices" role="group" aria-label=${words.t("reply.filter")}>
        ${CHOICES.map((only) => html`<button class="button" aria-pressed=${view.only === only} @click=${() => (view.only = only)}>${words.t(`reply.only.${only}`)}</button>`)}
      </span>
      <label class="reviewer">${words.t("reply.reviewer")}
        <input class="field" autocomplete="name" .value=${session.review.reviewer} placeholder=${words.t("reply.reviewer.hint")} @change=${(/** @type {any} */ event) => session.sign(event.target.value.trim())}>
      </label>
    </div>
    ${shown.length === 0 ? html`<p class="card none">${words.t(`reply.none.${view.only}`)}</p>` : nothing}
    ${[...GROUPS, ...others].map((name) => group(view, name, items.filter(({ item }) => item.group === name), shown))}
  `;
}

/** @param {View} view @param {string} name @param {StandingItem[]} items @param {StandingItem[]} shown */
function group(view, name, items, shown) {
  const { words } = view;
  const mine = items.filter((item) => shown.includes(item));
  if (mine.length === 0) return nothing;
  const silent = mine.filter(({ state }) => state === "not-applicable");
  const speaking = mine.filter(({ state }) => state !== "not-applicable");
  const count = (/** @type {(state: string) => boolean} */ is) => items.filter(({ state }) => is(state)).length;
  const said = [
    ["fail", count((state) => state === "fail")],
    ["confirm", count((state) => state === "confirm")],
    ["pass", count((state) => state === "pass" || state === "confirmed")],
  ].filter(([, number]) => number);
  const list = (/** @type {StandingItem[]} */ some) => html`<ul class="items">${repeat(some, ({ item }) => item.id, (item) => replyItem(view, item))}</ul>`;
  return html`
    <section class="card group" aria-labelledby="group-${name}">
      <h3 id="group-${name}">${words.t(`group.${name}`)} <span class="quiet-text">${words.list(said.map(([state, number]) => words.t(`reply.count.${state}`, { count: number })))}</span></h3>
      ${speaking.length > 0 ? list(speaking) : nothing}
      ${silent.length > 0 ? html`<details class="silent" ?open=${silent.some(({ item }) => item.id === view.chosenItem)}><summary>${words.t("reply.silent", { count: silent.length })}</summary>${list(silent)}</details>` : nothing}
    </section>
  `;
}

/** @param {StandingItem} item @param {string} only */
function isShown({ state }, only) {
  if (only === "fail") return state === "fail" || state === "advice";
  if (only === "confirm") return state === "confirm" || state === "confirmed";
  return true;
}
