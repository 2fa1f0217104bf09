// What the page shows ⇄ the address after `#`, so that a view can be sent as a link.

/** @typedef {{ by: string, descending: boolean }} Sort */
/** @typedef {Record<string, any>} Filter dimension → keys; `text`, `days` as the core has them */
/** @typedef {{ view: string, entry: string | null, rule: string | null, filter: Filter, sort: Sort | null, locale: string | null, ledger: string | null }} State */

/** Views of the page, in the order of their tabs. */
export const VIEWS = ["overview", "list", "bodies", "watch", "assessment", "publication", "problems", "reply", "report", "rules"];

/** Dimensions that filters know, in the order in which chips stand. */
export const DIMENSIONS = [
  "kind", "role", "outcome", "mark", "topic", "body", "delegation", "month", "replyMonth", "year", "session",
  "sitting", "form", "key", "livelihood", "disclosure", "state", "rating", "means",
];

/** Stands for the empty key (what the ledger does not say) in an address. */
const UNSAID = "~";

/** @returns {State} */
export function emptyState() {
  return { view: "overview", entry: null, rule: null, filter: {}, sort: null, locale: null, ledger: null };
}

/**
 * Reads an address; what it does not know it leaves alone.
 * @param {string} hash with or without `#`
 * @returns {State}
 */
export function readState(hash) {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  const state = emptyState();
  const view = params.get("view");
  if (view && VIEWS.includes(view)) state.view = view;
  state.entry = params.get("entry");
  state.rule = params.get("rule");
  state.locale = params.get("lang");
  state.ledger = params.get("ledger");
  state.sort = readSort(params.get("sort"));
  for (const dimension of DIMENSIONS) {
    const keys = params.getAll(dimension).map((key) => (key === UNSAID ? "" : key));
    if (keys.length > 0) state.filter[dimension] = keys;
  }
  const text = params.get("q");
  if (text) state.filter.text = text;
  const days = params.get("days")?.match(/^(\d{1,6})-(\d{1,6})$/);
  if (days) state.filter.days = [Number(days[1]), Number(days[2])];
  return state;
}

/**
 * Writes an address; the empty state is the empty text.
 * @param {State} state
 */
export function writeState(state) {
  const params = new URLSearchParams();
  if (state.ledger) params.set("ledger", state.ledger);
  if (state.view !== "overview") params.set("view", state.view);
  if (state.entry) params.set("entry", state.entry);
  if (state.rule) params.set("rule", state.rule);
  for (const dimension of DIMENSIONS) {
    for (const key of state.filter[dimension] ?? []) params.append(dimension, key === "" ? UNSAID : key);
  }
  if (state.filter.days) params.set("days", state.filter.days.join("-"));
  if (state.filter.text) params.set("q", state.filter.text);
  if (state.sort) params.set("sort", `${state.sort.descending ? "-" : ""}${state.sort.by}`);
  if (state.locale) params.set("lang", state.locale);
  return params.toString();
}

/**
 * The filter with `key` of `dimension` added, or taken away where it was set.
 * @param {Filter} filter
 * @param {string} dimension
 * @param {any} key
 * @returns {Filter}
 */
export function toggled(filter, dimension, key) {
  if (dimension === "days" || dimension === "text") {
    const same = JSON.stringify(filter[dimension]) === JSON.stringify(key);
    return without({ ...filter, [dimension]: key }, same ? dimension : null);
  }
  const keys = filter[dimension] ?? [];
  const rest = keys.filter((/** @type {string} */ other) => other !== key);
  const now = rest.length === keys.length ? [...keys, key] : rest;
  return without({ ...filter, [dimension]: now }, now.length === 0 ? dimension : null);
}

/** @param {Filter} filter */
export function isEmpty(filter) {
  return Object.keys(filter).length === 0;
}

/**
 * @param {Filter} filter
 * @param {string | null} dimension
 */
function without(filter, dimension) {
  if (!dimension) return filter;
  const rest = { ...filter };
  delete rest[dimension];
  return rest;
}

/**
 * @param {string | null} text
 * @returns {Sort | null}
 */
function readSort(text) {
  if (!text) return null;
  const descending = text.startsWith("-");
  return { by: descending ? text.slice(1) : text, descending };
}
