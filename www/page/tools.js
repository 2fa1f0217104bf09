// The views beside the overview and the list: bodies and comparison, follow-up, assessment, disclosure, checking a reply or a report, the rules. Their scripts come when first shown.
import { html } from "lit";
import { errorText } from "../elements/error-text.js";
import { sharedEngine } from "../elements/shared-engine.js";
import { textSamples } from "./samples.js";
import { readBy, tables } from "./tables.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {{ state: "loading" | "ready" | "failed", error?: any }} Load */

/** @type {Record<string, () => Promise<unknown>>} */
const SCRIPTS = {
  reply: () => import("../elements/register-reply.js"),
  report: () => import("../elements/register-report.js"),
  watch: () => import("../elements/register-watch.js"),
  assessment: () => import("../elements/register-assessment.js"),
  publication: () => import("../elements/register-publication.js"),
  bodies: () => import("../elements/register-bodies.js"),
  rules: () => import("../elements/register-rules.js"),
};
/** @type {Map<string, Load>} */
const loads = new Map();
/** @type {Awaited<ReturnType<typeof textSamples>>} */
let samples = [];

/** @param {string} view */
export function isTool(view) {
  return Object.hasOwn(SCRIPTS, view);
}

/** @param {App} app */
export function tool(app) {
  const { state, ledger, words } = app;
  const load = loads.get(state.view) ?? begin(app, state.view);
  if (load.state === "failed") return errorText(words, load.error);
  if (load.state === "loading") return html`<p class="quiet-text" role="status">${words.t("tool.loading")}</p>`;
  const mine = samples.filter((sample) => sample.kind === state.view);
  const openEntry = (/** @type {CustomEvent} */ { detail }) => app.go({ view: "list", entry: detail.id });
  if (state.view === "report") return html`<jianyi-report .ledger=${ledger} .samples=${mine} .locale=${words.locale}
    @jianyi-filter=${(/** @type {CustomEvent} */ { detail }) => app.go({ view: "list", filter: detail.filter })}></jianyi-report>`;
  if (state.view === "bodies") {
    return html`<jianyi-bodies .ledger=${ledger ?? undefined} .filter=${state.filter} .locale=${words.locale} @jianyi-open-entry=${openEntry}
      @jianyi-filter=${(/** @type {CustomEvent} */ { detail }) => app.go({ view: "list", filter: detail.filter })}></jianyi-bodies>`;
  }
  if (state.view === "watch") {
    return html`<jianyi-watch .ledger=${ledger ?? undefined} .samples=${mine} .aliases=${tables().aliases ?? null} .locale=${words.locale} @jianyi-open-entry=${openEntry}
      @jianyi-read-by=${(/** @type {CustomEvent} */ { detail }) => readBy(app, detail)}></jianyi-watch>`;
  }
  if (state.view === "assessment") {
    return html`<jianyi-assessment .ledger=${ledger ?? undefined} .locale=${words.locale} @jianyi-open-entry=${openEntry}></jianyi-assessment>`;
  }
  if (state.view === "publication") {
    return html`<jianyi-publication .ledger=${ledger ?? undefined} .locale=${words.locale} @jianyi-open-entry=${openEntry}></jianyi-publication>`;
  }
  if (state.view === "rules") {
    return html`<jianyi-rules .rule=${state.rule} .locale=${words.locale}
      @jianyi-open-rule=${(/** @type {CustomEvent} */ { detail }) => app.go({ rule: detail.rule }, { replace: true })}
      @jianyi-try-rule=${(/** @type {CustomEvent} */ { detail }) => attempt(app, detail)}></jianyi-rules>`;
  }
  return html`<jianyi-reply .ledger=${ledger} .entry=${state.entry} .samples=${mine} .locale=${words.locale}
    @jianyi-review-entry=${(/** @type {CustomEvent} */ { detail }) => app.go({ entry: detail.id })}
    @jianyi-open-rule=${(/** @type {CustomEvent} */ { detail }) => app.go({ view: "rules", entry: null, rule: `${detail.subject}/${detail.id}` })}></jianyi-reply>`;
}

/**
 * A file that was dropped on a tool goes to it; a ledger (JSON) replaces the ledger, wherever it is dropped.
 * @param {App} app @param {File} file @param {File[]} all that were dropped with it @returns {boolean} whether the tool took it
 */
export function takesDrop(app, file, all) {
  const element = /** @type {any} */ (app.place.querySelector(`jianyi-${app.state.view}`));
  if (!isTool(app.state.view) || /\.json$/i.test(file.name) || !element?.openFile) return false;
  if (all.length > 1 && element.openFiles) element.openFiles(all);
  else element.openFile(file);
  return true;
}

/** Opens a rule's example in the tool that tries it. @param {App} app @param {{ subject: string, example: string, name: string }} rule */
async function attempt(app, { subject, example, name }) {
  const view = subject === "report" ? "report" : "reply";
  app.go({ view, entry: null, rule: null });
  await SCRIPTS[view]();
  ready(app, view);
  const element = /** @type {any} */ (app.place.querySelector(`jianyi-${view}`));
  if (view === "report") return element?.openText(example, name);
  const engine = await sharedEngine();
  await element?.openQuery(await engine.replyExample(example), name);
}

/** @param {App} app @param {string} view @returns {Load} */
function begin(app, view) {
  /** @type {Load} */
  const load = { state: "loading" };
  loads.set(view, load);
  SCRIPTS[view]().then(
    () => ready(app, view),
    (error) => {
      loads.set(view, { state: "failed", error });
      app.draw();
    },
  );
  if (samples.length === 0) textSamples().then((all) => ((samples = all), app.draw()), () => app.say(app.words.t("samples.failed")));
  return load;
}

/** @param {App} app @param {string} view */
function ready(app, view) {
  loads.set(view, { state: "ready" });
  app.draw();
}
