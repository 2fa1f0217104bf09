// <jianyi-entry> shows the public page of one entry, <jianyi-figure> one live figure within a sentence.

const STYLE = `
  :host { display: block; color: inherit; font: inherit; line-height: 1.7; }
  h1 { font-size: 1.4em; line-height: 1.4; margin-block: 0 0.6em; }
  h2 { font-size: 1.1em; margin-block: 1.2em 0.4em; }
  dl { display: flex; flex-wrap: wrap; gap: 0.4em 1.6em; margin: 0; }
  dl div { display: flex; gap: 0.6em; }
  dt { opacity: 0.75; }
  dd { margin: 0; }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; }
  th, td { border: 1px solid currentColor; padding: 0.3em 0.6em; text-align: start; }
  p { margin-block: 0.5em; overflow-wrap: anywhere; }
`;

/** The root of the bundle that an element names. @param {HTMLElement} element */
export function rootOf(element) {
  return new URL(`${(element.getAttribute("src") ?? "./").replace(/\/*$/, "")}/`, document.baseURI);
}

/** A shadow root with its style. @param {HTMLElement} element @param {string} style */
export function rootWith(element, style) {
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  return root;
}

/** Attributes `src` (the bundle's folder) and `name` (the entry's id). What stands in the element is shown until the page is there. */
export class PublicEntryElement extends HTMLElement {
  static observedAttributes = ["src", "name"];

  connectedCallback() {
    this.load();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.load();
  }

  async load() {
    const name = this.getAttribute("name") ?? "";
    const root = rootWith(this, STYLE);
    if (!root.hasChildNodes()) root.append(document.createElement("slot"));
    if (!/^[\w-]+$/.test(name)) return;
    try {
      const answer = await fetch(new URL(`item/${name}.html`, rootOf(this)));
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
      if (!page || name !== this.getAttribute("name")) return;
      root.replaceChildren(...Array.from(page.children, (child) => document.importNode(child, true)));
    } catch {
      const notice = document.createElement("p");
      notice.setAttribute("role", "alert");
      notice.textContent = "未能载入该件，请稍后再试。";
      root.replaceChildren(notice, document.createElement("slot"));
    }
  }
}

/** Where a figure stands in `summary.json`: `entries`, `class:A`, `body:某局`, `feedback:satisfied`. */
const LISTS = /** @type {Record<string, string>} */ ({ class: "classes", body: "bodies", topic: "topics", year: "years", feedback: "feedback", promises: "promises", extent: "extents" });

/** @type {Map<string, Promise<any>>} */
const summaries = new Map();

/** Attributes `src` (the bundle's folder) and `name` (which figure). What stands in the element is shown where there is no figure. */
export class PublicFigureElement extends HTMLElement {
  static observedAttributes = ["src", "name"];

  connectedCallback() {
    this.load();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.load();
  }

  async load() {
    const root = rootWith(this, "");
    if (!root.hasChildNodes()) root.append(document.createElement("slot"));
    const address = new URL("summary.json", rootOf(this)).href;
    const asked = this.getAttribute("name") ?? "";
    if (!summaries.has(address)) summaries.set(address, fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status))))));
    try {
      const summary = await summaries.get(address);
      const [list, value] = asked.split(/:(.*)/s);
      const found = value === undefined ? summary[list] : summary[LISTS[list]]?.find((/** @type {[string, number]} */ [name]) => name === value)?.[1];
      if (typeof found !== "number" || asked !== this.getAttribute("name")) return;
      root.textContent = found.toLocaleString("zh-CN");
      this.title = `数据截至${summary.asOf}`;
    } catch {
      summaries.delete(address);
    }
  }
}
