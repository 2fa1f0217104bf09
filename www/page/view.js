// How the page looks: bar, what is under way, tabs, the view that is chosen.
import { html, nothing } from "lit";
import { errorText } from "../elements/error-text.js";
import { bar } from "./bar.js";
import { firstUse, showKeys, startTour } from "./first.js";
import { profileChooser } from "./profiles.js";
import { second, withFiles } from "./second.js";
import { tabs } from "./tabs.js";
import { isTool, tool } from "./tools.js";

/** @param {import("./app.js").App} app */
export function view(app) {
  const { words } = app;
  const toMain = (/** @type {Event} */ event) => {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (app.place.querySelector("main"))?.focus();
  };
  return html`
    <a class="skip" href="#main" @click=${toMain}>${words.t("skip")}</a>
    ${bar(app)}
    <main id="main" tabindex="-1">
      ${firstUse(app)}
      ${app.progress ? progress(app, app.progress) : nothing}
      ${second(app)}
      ${app.fault ? fault(app, app.fault) : nothing}
      ${app.ledger || isTool(app.state.view) ? html`${tabs(app)} ${isTool(app.state.view) ? nothing : profileChooser(app)} ${panel(app)}` : nothing}
    </main>
    <footer>
      <p>${words.t("privacy")}</p>
      <p>${keeping(app)}</p>
      <p class="ways">${guide(app)} <button class="button quiet" @click=${() => startTour(app)}>${words.t("tour.again")}</button> <button class="button quiet" @click=${() => showKeys(app)}>${words.t("keys")}</button></p>
    </footer>
    <div class="visually-hidden" role="status">${app.said}</div>
    <div class="drop" ?hidden=${!app.isDroppedOver}>
      <p><strong>${words.t(`open.drop${["reply", "report"].includes(app.state.view) ? `.${app.state.view}` : ""}`)}</strong><br>${words.t("open.drop.note")}</p>
    </div>
  `;
}

/** What this machine keeps of the user's ledger. @param {import("./app.js").App} app */
function keeping({ words, source, isKept, isForgotten, forget, keep }) {
  if (!source?.file) return words.t("open.hint");
  if (isKept) return html`${words.t("kept")} <button class="button quiet forget" @click=${forget}>${words.t("forget")}</button>`;
  if (isForgotten) return html`${words.t("forgotten")} <button class="button quiet keep" @click=${keep}>${words.t("undo.forget")}</button>`;
  return words.t("open.hint");
}

/**
 * @param {import("./app.js").App} app
 * @param {import("./opening.js").Progress} progress
 */
function progress({ words, opening }, { name, bytes, total, entries, seconds }) {
  const text = total
    ? words.t("reading.of", { bytes: words.bytes(bytes), total: words.bytes(total), entries })
    : words.t("reading.progress", { bytes: words.bytes(bytes), entries });
  return html`
    <section class="card progress" aria-label=${words.t("reading", { name })}>
      <p><strong>${words.t("reading", { name })}</strong> <span class="quiet-text">${text}${seconds ? html` ${words.t("reading.left", { seconds })}` : nothing}</span></p>
      <progress aria-label=${words.t("reading", { name })} max=${total || 1} .value=${total ? bytes : 0}></progress>
      <button class="button" @click=${() => opening.cancel()}>${words.t("cancel")}</button>
    </section>
  `;
}

/**
 * @param {import("./app.js").App} app
 * @param {{ name: string, error: any }} fault
 */
function fault(app, { name, error }) {
  const { words } = app;
  return html`
    <section class="fault" aria-labelledby="fault-title">
      <h2 id="fault-title">${words.t("error.title", { name })}</h2>
      ${errorText(words, error)}
      <p class="quiet-text">${words.t(app.ledger ? "error.kept" : "error.none")}</p>
      <button class="button" @click=${() => app.set({ fault: null })}>${words.t("close")}</button>
    </section>
  `;
}

/** @param {import("./app.js").App} app */
function panel(app) {
  const { state, ledger, words, summary } = app;
  const change = (/** @type {import("../state.js").Filter} */ filter) => app.go({ filter });
  const isOverview = state.view === "overview" && !state.entry;
  if (isTool(state.view)) return html`<section class="views" id="panel-${state.view}" role="tabpanel" tabindex="-1" aria-labelledby="tab-${state.view}">${tool(app)}</section>`;
  return html`
    <div class="views"
      @jianyi-summary=${(/** @type {CustomEvent} */ { detail }) => app.told(detail.summary)}
      @jianyi-filter=${(/** @type {CustomEvent} */ { detail }) => app.go({ filter: detail.filter })}
      @jianyi-sort=${(/** @type {CustomEvent} */ { detail }) => app.go({ sort: detail.sort })}
      @jianyi-open-entry=${(/** @type {CustomEvent} */ { detail }) => openEntry(app, detail.id, detail.position)}
      @jianyi-check-reply=${(/** @type {CustomEvent} */ { detail }) => app.go({ view: "reply", entry: detail.id })}
      @jianyi-columns=${() => withFiles(app, "columns")}
      @jianyi-close-entry=${() => openEntry(app, null)}>
      <section id="panel-overview" role="tabpanel" tabindex="-1" aria-labelledby="tab-overview" ?hidden=${!isOverview}>
        <jianyi-board .ledger=${ledger} .filter=${state.filter} .locale=${words.locale}></jianyi-board>
      </section>
      ${isOverview
        ? nothing
        : html`<section id="panel-${state.view}" role="tabpanel" tabindex="-1" aria-labelledby="tab-${state.view}">
            ${context(app)}
            ${state.view === "list" && !state.entry ? html`<jianyi-chips .summary=${summary} .filter=${state.filter} .locale=${words.locale} .change=${change} .hint=${false}></jianyi-chips>` : nothing}
            ${inner(app)}
          </section>`}
    </div>
  `;
}

/** @param {import("./app.js").App} app */
function inner({ state, ledger, position, words }) {
  // The overview comes without the list; who asks for the list waits for it once.
  import("../elements/register-views.js");
  if (state.entry) return html`<jianyi-entry .ledger=${ledger} .entry=${state.entry} .position=${position} .filter=${state.filter} .sort=${state.sort} .locale=${words.locale}></jianyi-entry>`;
  if (state.view === "problems") return html`<jianyi-problems .ledger=${ledger} .locale=${words.locale}></jianyi-problems>`;
  return html`<jianyi-list .ledger=${ledger} .filter=${state.filter} .sort=${state.sort} .locale=${words.locale}></jianyi-list>`;
}

/**
 * Whose ledger this is, on views that do not say it themselves.
 * @param {import("./app.js").App} app
 */
function context({ summary, words }) {
  if (!summary) return nothing;
  const { title, fictional } = summary.head;
  return html`<p class="context">${fictional ? html`<strong class="tag">${words.t("fictional")}</strong> ` : nothing}${title ?? words.t("title.none")}</p>`;
}

/**
 * @param {import("./app.js").App} app
 * @param {string | null} entry
 * @param {number} [position] its place in the list
 */
function openEntry(app, entry, position) {
  app.position = position ?? null;
  app.go({ view: "list", entry });
  /** @type {HTMLElement | null} */ (app.place.querySelector("#panel-list"))?.focus();
  scrollTo(0, 0);
}

/** The guide stands beside the page on its site; a single file has nothing beside it. @param {import("./app.js").App} app */
function guide({ words, settings }) {
  if (!document.querySelector('script[src$="main.js"]')) return nothing;
  return html`<a class="button quiet" href=${settings.locale === "en" ? "guide/en.html" : "guide/index.html"}>${words.t("guide")}</a>`;
}
