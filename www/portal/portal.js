// The portal page's script: search, and the elements that a page may embed. Without it the pages can be read as they are.
// <script type="module" src="…/portal/portal.js"></script> <jianyi-search src="…/"></jianyi-search>
import { PublicEntryElement, PublicFigureElement, rootOf, rootWith } from "./entry.js";
import { FACETS, PublicSearch, marks } from "./search.js";

/** Hits that come at once. */
const PAGE = 10;
const NAMES = { year: "年度", body: "主办单位", class: "办理结果", topic: "主题" };

const STYLE = `
  :host { display: block; line-height: 1.7; }
  form { display: flex; flex-wrap: wrap; gap: 0.6em; align-items: end; }
  label { display: inline-grid; gap: 0.2em; max-width: 100%; }
  label.words { flex: 1 1 14em; }
  input, select, button { font: inherit; color: inherit; background: transparent; border: 1px solid currentColor; border-radius: 4px; padding: 0.35em 0.7em; max-width: 100%; box-sizing: border-box; min-height: 2.4em; }
  option { color: CanvasText; background: Canvas; }
  button { cursor: pointer; }
  :focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
  details { flex-basis: 100%; }
  summary { cursor: pointer; width: fit-content; padding-block: 0.3em; }
  .facets { display: flex; flex-wrap: wrap; gap: 0.6em; }
  ol { padding-inline-start: 0; list-style: none; }
  li { padding-block: 0.6em; border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); overflow-wrap: anywhere; }
  a { color: inherit; }
  mark { background: #ffe08a; color: #1b2430; }
  small { display: block; }
  .excerpt { margin: 0.2em 0 0; }
`;

/** Attributes `src` (the bundle's folder), `linked` (the page's address carries the search) and `aria-label` (its name among several). */
class PublicSearchElement extends HTMLElement {
  constructor() {
    super();
    /** @type {import("./search.js").Found | null} */ this.found = null;
    this.next = 0;
    this.shown = 0;
    this.asked = 0;
  }

  connectedCallback() {
    if (this.shadowRoot) return;
    const base = rootOf(this);
    this.base = base;
    this.engine = new PublicSearch(async (path) => {
      const answer = await fetch(new URL(path, base));
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    });
    const root = rootWith(this, STYLE);
    this.words = made("input", { type: "search", name: "q", autocomplete: "off" });
    /** @type {Record<string, HTMLSelectElement>} */ this.facets = {};
    const facets = FACETS.map((name) => {
      const select = (this.facets[name] = /** @type {HTMLSelectElement} */ (made("select", { name })));
      select.append(made("option", { value: "" }, "全部"));
      select.addEventListener("change", () => this.search());
      return made("label", {}, NAMES[name], select);
    });
    this.more = made("details", {}, made("summary", {}, "筛选"), made("div", { class: "facets" }, ...facets));
    this.more.addEventListener("toggle", () => this.fillFacets());
    // several on one page are told apart by the names that the page gives them
    const form = made("form", { role: "search", "aria-label": this.getAttribute("aria-label") ?? "检索公开件" }, made("label", { class: "words" }, "编号、标题或正文中的词，多个词用空格分开", this.words), made("button", { type: "submit" }, "检索"), this.more);
    form.addEventListener("submit", (event) => (event.preventDefault(), this.search()));
    this.status = made("p", { role: "status" });
    this.list = made("ol", {});
    this.again = made("button", { type: "button", hidden: "" }, "继续列出");
    this.again.addEventListener("click", () => this.showMore());
    root.replaceChildren(form, this.status, this.list, this.again);
    if (!this.hasAttribute("linked")) return;
    addEventListener("hashchange", () => this.readAddress());
    this.readAddress();
  }

  /** Shows what a part of the page asks for. @param {string} words @param {Record<string, string>} facets */
  async ask(words, facets = {}) {
    if (!this.words || !this.facets) return;
    /** @type {HTMLInputElement} */ (this.words).value = words;
    for (const [name, select] of Object.entries(this.facets)) {
      const value = facets[name] === undefined ? "" : `=${facets[name]}`;
      if (value && ![...select.options].some((option) => option.value === value)) select.append(made("option", { value }, facets[name] || "未公布"));
      select.value = value;
      if (value) /** @type {HTMLDetailsElement} */ (this.more).open = true;
    }
    await this.search();
  }

  readAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const facets = Object.fromEntries(FACETS.flatMap((name) => (asked.has(name) ? [[name, asked.get(name) ?? ""]] : [])));
    const words = asked.get("q") ?? "";
    if (location.hash.slice(1) !== this.address && (words || Object.keys(facets).length > 0)) this.ask(words, facets);
  }

  /** The wanted values; `=` stands before each, so that the empty one is a value too. */
  get wanted() {
    return Object.fromEntries(Object.entries(this.facets ?? {}).flatMap(([name, { value }]) => (value ? [[name, value.slice(1)]] : [])));
  }

  async search() {
    const { engine, status, list } = this;
    if (!engine || !status || !list) return;
    const turn = (this.asked += 1);
    const words = /** @type {HTMLInputElement} */ (this.words).value;
    const facets = this.wanted;
    status.textContent = "正在检索…";
    if (this.hasAttribute("linked")) {
      this.address = new URLSearchParams({ ...(words ? { q: words } : {}), ...facets }).toString();
      history.replaceState(null, "", this.address ? `#${this.address}` : location.pathname + location.search);
    }
    try {
      const found = await engine.search(words, facets);
      if (turn !== this.asked) return;
      [this.found, this.next, this.shown] = [found, 0, 0];
      list.replaceChildren();
      await this.showMore();
      if (/** @type {HTMLDetailsElement} */ (this.more).open) await this.fillFacets();
    } catch {
      if (turn === this.asked) status.textContent = "未能读取数据，请稍后再试。";
    }
  }

  async showMore() {
    const { engine, found, list, status, again } = this;
    if (!engine || !found || !list || !status || !again) return;
    const turn = this.asked;
    const { simplified } = await engine.open();
    const { hits, next } = await engine.hits(found, this.next, PAGE);
    if (turn !== this.asked) return;
    this.next = next;
    this.shown += hits.length;
    const first = list.children.length;
    list.append(...hits.map((hit) => this.item(hit, found.terms, simplified)));
    if (first > 0) /** @type {HTMLElement | null} */ (list.children[first]?.querySelector("a"))?.focus();
    const rest = found.places.length - next;
    again.hidden = rest === 0;
    const total = rest === 0 ? `共${this.shown}件` : found.certain ? `共${found.places.length}件，列出${this.shown}件` : `列出${this.shown}件，其余不超过${rest}件`;
    const spelt = found.spellings.map(([asked, searched]) => `没有“${asked}”，已改按“${searched}”检索。`).join("");
    status.textContent = this.shown === 0 ? `${spelt}没有符合条件的件。` : `${spelt}${total}。`;
  }

  /** @param {import("./search.js").Hit} hit @param {string[]} terms @param {Map<string, string>} simplified */
  item(hit, terms, simplified) {
    const link = made("a", { href: new URL(`item/${hit.id}.html`, this.base).href }, ...marked(hit.title || "（无标题）", terms, simplified));
    const line = made("small", {}, [hit.number, hit.year && `${hit.year}年`, hit.body, hit.class].filter(Boolean).join("　"));
    return made("li", {}, link, line, ...(hit.excerpt ? [made("p", { class: "excerpt" }, ...marked(hit.excerpt, terms, simplified))] : []));
  }

  /** The values that the hits have, with how many. */
  async fillFacets() {
    const { engine, more, facets } = this;
    if (!engine || !facets || !(/** @type {HTMLDetailsElement} */ (more).open)) return;
    try {
      const turn = this.asked;
      const words = /** @type {HTMLInputElement} */ (this.words).value;
      for (const [name, select] of Object.entries(facets)) {
        // Each field shows what its own choice would otherwise hide.
        const { [name]: _, ...others } = this.wanted;
        const { places } = await engine.search(words, others);
        const counts = await engine.counts(/** @type {typeof FACETS[number]} */ (name), places);
        if (turn !== this.asked) return;
        const chosen = select.value;
        select.replaceChildren(made("option", { value: "" }, "全部"), ...counts.map(([value, count]) => made("option", { value: `=${value}` }, `${value || "未公布"} ${count}`)));
        if (chosen && ![...select.options].some((option) => option.value === chosen)) select.append(made("option", { value: chosen }, `${chosen.slice(1) || "未公布"} 0`));
        select.value = chosen;
      }
    } catch {
      if (this.status) this.status.textContent = "未能读取数据，请稍后再试。";
    }
  }
}

/**
 * @param {string} text
 * @param {string[]} terms
 * @param {Map<string, string>} simplified
 * @returns {(string | HTMLElement)[]}
 */
function marked(text, terms, simplified) {
  /** @type {(string | HTMLElement)[]} */ const parts = [];
  let at = 0;
  for (const [start, end] of marks(text, terms, simplified)) {
    parts.push(text.slice(at, start), made("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}

/** @param {string} name @param {Record<string, string>} attributes @param {(string | Node)[]} children */
function made(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}

/** @param {string} name @param {CustomElementConstructor} element */
function define(name, element) {
  if (!customElements.get(name)) customElements.define(name, element);
}

define("jianyi-search", PublicSearchElement);
define("jianyi-entry", PublicEntryElement);
define("jianyi-figure", PublicFigureElement);

// On the portal page, a value of a table is a search.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-facet]") : null;
  const search = /** @type {PublicSearchElement | null} */ (document.querySelector("jianyi-search[linked]"));
  if (!(link instanceof HTMLAnchorElement) || !search?.ask || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const value = link.dataset.value ?? link.textContent ?? "";
  search.ask("", { [link.dataset.facet ?? ""]: value });
  search.scrollIntoView({ block: "start" });
});

// In a frame: the page around it makes the frame as high as this page.
if (parent !== self) {
  const tell = () => parent.postMessage({ jianyi: "height", height: document.documentElement.getBoundingClientRect().height }, "*");
  new ResizeObserver(tell).observe(document.documentElement);
}
