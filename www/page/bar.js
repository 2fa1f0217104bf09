// The bar on top: the name, what can be opened, how it is shown.
import { html } from "lit";
import { LOCALES } from "../locales/index.js";
import { THEMES } from "./settings.js";

/** @param {import("./app.js").App} app */
export function bar(app) {
  const { words } = app;
  return html`
    <header class="bar">
      <div class="inner">
        <div class="brand">
          <svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="6" /><path d="M8 9h16M8 16h9M8 23h6" /><path d="m18 21 3.2 3.4L26 17.6" /></svg>
          <div><h1>${words.t("product")}</h1><p>${words.t("product.line")}</p></div>
        </div>
        <div class="tools">
          ${openers(app)} ${looks(app)}
        </div>
      </div>
    </header>
  `;
}

/** @param {import("./app.js").App} app */
function openers(app) {
  const { words } = app;
  const choose = (/** @type {Event} */ event) => /** @type {HTMLElement} */ (event.currentTarget).parentElement?.querySelector("input")?.click();
  const chosen = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files ?? [];
    if (file) app.openFile(file);
    input.value = "";
  };
  return html`
    <div class="group">
      <span>
        <button class="button primary" @click=${choose}>${words.t("open.file")}</button>
        <input type="file" accept=".json,.ndjson,.jsonl,.csv,.tsv,.txt,.xlsx,application/json" hidden aria-label=${words.t("open.file")} @change=${chosen}>
      </span>
      ${sampleMenu(app)}
    </div>
  `;
}

/** @param {import("./app.js").App} app */
function sampleMenu(app) {
  const { words } = app;
  const close = (/** @type {Event} */ event) => {
    const menu = /** @type {HTMLElement} */ (event.currentTarget).closest("details");
    menu?.removeAttribute("open");
    return menu;
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") /** @type {HTMLElement | null | undefined} */ (close(event)?.querySelector("summary"))?.focus();
  };
  const onLeave = (/** @type {FocusEvent} */ event) => {
    const menu = /** @type {HTMLElement} */ (event.currentTarget);
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.removeAttribute("open");
  };
  return html`
    <details class="menu" @keydown=${onKey} @focusout=${onLeave}>
      <summary class="button">${words.t("open.sample")}</summary>
      <ul>
        ${app.samples.map((sample) => html`<li>
          <button data-sample=${sample.file} aria-current=${app.source?.sample === sample.file} @click=${(/** @type {Event} */ event) => (close(event), app.openSample(sample.file))}>
            <strong>${words.localized(sample.title.zh, sample.title.en)}</strong>
            <span>${words.localized(sample.description.zh, sample.description.en)}</span>
          </button>
        </li>`)}
      </ul>
    </details>
  `;
}

/** @param {import("./app.js").App} app */
function looks(app) {
  const { words, settings } = app;
  const other = LOCALES.find(({ id }) => id !== settings.locale) ?? LOCALES[0];
  return html`
    <div class="group">
      <label><span class="visually-hidden">${words.t("theme")}</span>
        <select class="button" @change=${(/** @type {Event} */ event) => app.setUp({ theme: /** @type {HTMLSelectElement} */ (event.target).value })}>
          ${THEMES.map((theme) => html`<option value=${theme} ?selected=${theme === settings.theme}>${words.t(`theme.${theme}`)}</option>`)}
        </select>
      </label>
      <button class="button" aria-pressed=${settings.large} @click=${() => app.setUp({ large: !settings.large })}>${words.t("type.large")}</button>
      <button class="button print" @click=${printPage}>${words.t("print")}</button>
      <button class="button" lang=${other.id} @click=${() => app.setUp({ locale: other.id })}>${other.name}</button>
    </div>
  `;
}

/** A view that shows only a part of what it holds prints itself. */
function printPage() {
  if (document.dispatchEvent(new Event("jianyi-print", { cancelable: true }))) print();
}
