// Names of bodies: which are likely to be one, what a person says of them, the table in use.
import { html, nothing } from "lit";
import { download } from "./download.js";
import { seen } from "./unseen.js";

/** @typedef {import("./jianyi-watch.js").JianyiWatch} View */

/** The choice that two names stand for two bodies; no name is blank. */
const APART = " ";

/** @param {View} view */
export function bodyNames(view) {
  const { words, names } = view;
  if (!names.view) return nothing;
  const { likely } = names.view;
  const open = likely.filter(({ names: [one, other] }) => names.nameOf(one) !== names.nameOf(other) && !names.areApart(one, other));
  return html`
    <section class="card" aria-labelledby="names">
      <h3 id="names">${words.t("watch.names")}</h3>
      <p class="quiet-text">${words.t("watch.names.note")}</p>
      ${open.length === 0 ? html`<p>${words.t("watch.names.none")}</p>` : html`<ul class="names">${open.map((pair) => proposed(view, pair))}</ul>`}
      ${byHand(view)}
      ${names.bodies.length > 0 ? html`<h4>${words.t("watch.names.table")}</h4><ul class="table-of-names">${names.bodies.map((body) => inUse(view, body))}</ul>` : nothing}
      ${names.apart.length > 0 ? html`<h4>${words.t("watch.names.two")}</h4><ul class="names-apart">${names.apart.map(([one, other]) => html`<li><span lang="zh-CN">${seen(one)}</span>　<span lang="zh-CN">${seen(other)}</span> <button class="link small" aria-label=${words.t("watch.names.again.of", { one, other })} @click=${() => names.setApart(one, other)}>${words.t("watch.names.again")}</button></li>`)}</ul>` : nothing}
      <p class="pickers">
        ${names.isChanged ? html`<button class="button primary apply-names" @click=${() => view.tell("jianyi-read-by", { aliases: names.json() })}>${words.t("watch.names.apply")}</button>` : nothing}
        ${names.json() ? html`<button class="button save-names" @click=${() => download(`${words.t("watch.names.file")}.json`, [names.json() ?? ""], "application/json")}>${words.t("watch.names.save")}</button>` : nothing}
        <button class="button" @click=${() => /** @type {HTMLElement | null} */ (view.renderRoot.querySelector("#names-file"))?.click()}>${words.t("watch.names.load")}</button>
        <input id="names-file" type="file" accept=".json,application/json" hidden aria-label=${words.t("watch.names.load")} @change=${(/** @type {any} */ event) => load(view, event.target)}>
        ${view.aliases ? html`<button class="button quiet forget-names" @click=${() => ((view.formerAliases = view.aliases), view.tell("jianyi-read-by", { aliases: null }))}>${words.t("watch.names.forget")}</button>` : view.formerAliases ? html`<button class="button quiet again-names" @click=${() => view.tell("jianyi-read-by", { aliases: view.formerAliases })}>${words.t("watch.names.back")}</button>` : nothing}
      </p>
      ${names.isChanged ? html`<p role="status">${words.t("watch.names.changed")}</p>` : nothing}
    </section>
  `;
}

/** @param {View} view @param {import("../generated/desk.js").LikelyNamesView} pair */
function proposed(view, { names: [one, other], entries, reasons }) {
  const { words } = view;
  const choose = (/** @type {any} */ { target }) => {
    if (target.value === one) view.names.join(one, other);
    else if (target.value === other) view.names.join(other, one);
    else if (target.value === APART) view.names.setApart(one, other);
  };
  const named = (/** @type {string} */ name, /** @type {number} */ count) => html`<span lang="zh-CN">${seen(name)}</span> <small class="quiet-text">${words.t("watch.names.entries", { count })}</small>`;
  return html`<li>${named(one, entries[0])}　${named(other, entries[1])}
    <small>${words.list(reasons.map((reason) => words.t(`watch.names.${reason}`)))}</small>
    <select aria-label=${words.t("watch.names.choose", { one, other })} @change=${choose}>
      <option value="">${words.t("watch.names.leave")}</option>
      ${[one, other].map((name) => html`<option value=${name}>${words.t("watch.names.as", { name: seen(name) })}</option>`)}
      <option value=${APART}>${words.t("watch.names.apart")}</option>
    </select></li>`;
}

/** @param {View} view */
function byHand(view) {
  const { words, names } = view;
  const all = names.view?.names.map(({ name }) => name) ?? [];
  if (all.length < 2) return nothing;
  const add = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    names.join(String(form.get("name")), String(form.get("other")));
  };
  const choice = (/** @type {string} */ name, /** @type {number} */ chosen) => html`<label>${words.t(`watch.names.${name}`)} <select name=${name}>${all.map((one, at) => html`<option lang="zh-CN" value=${one} ?selected=${at === chosen}>${seen(one)}</option>`)}</select></label>`;
  return html`<details class="warning"><summary>${words.t("watch.names.by-hand")}</summary>
    <form class="pickers" @submit=${add}>${choice("other", 1)} ${choice("name", 0)} <button class="button">${words.t("watch.names.add")}</button></form></details>`;
}

/** @param {View} view @param {import("../watch/names.js").Body} body */
function inUse(view, { name, others }) {
  const { words, names } = view;
  return html`<li><strong lang="zh-CN">${seen(name)}</strong> ${words.localized("：", ": ")}${others.map((other) => html`<span lang="zh-CN">${seen(other)}</span> <button class="link small" aria-label=${words.t("watch.names.part", { name, other })} @click=${() => names.part(name, other)}>${words.t("watch.names.remove")}</button>　`)}</li>`;
}

/** @param {View} view @param {HTMLInputElement} input */
async function load(view, input) {
  const [file] = input.files ?? [];
  input.value = "";
  if (!file) return;
  view.error = null;
  try {
    view.names.read(await file.text());
    view.said = view.t("watch.names.loaded", { count: view.names.bodies.length });
  } catch (error) {
    const twice = error instanceof SyntaxError && typeof error.cause === "string" ? error.cause : null;
    const message = twice ? view.t("watch.names.twice", { name: file.name, twice: seen(twice) }) : view.t("watch.names.wrong", { name: file.name });
    view.error = { code: "wrong-aliases", message };
  }
}
