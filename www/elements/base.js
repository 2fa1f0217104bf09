// What all elements share: styles, language, tokens in a foreign page.
import { LitElement, unsafeCSS } from "lit";
import sharedText from "../styles/shared.css";
import tokensText from "../styles/tokens.css";
import { catalogue } from "../locales/index.js";

const shared = unsafeCSS(sharedText);
const tokens = unsafeCSS(tokensText);

/** The base of the project's elements; a class of it has no side effect until it is registered. */
export class JianyiElement extends LitElement {
  static properties = {
    /** `zh-CN` or `en`; absent: the language of the nearest `lang`. */
    locale: { type: String },
  };

  constructor() {
    super();
    /** @type {string | undefined} */
    this.locale = undefined;
  }

  /**
   * The shared styles first, then the element's own.
   * @param {...string} texts style sheets as text
   */
  static sheets(...texts) {
    return [shared, ...texts.map((text) => unsafeCSS(text))];
  }

  connectedCallback() {
    super.connectedCallback();
    const hasTokens = getComputedStyle(this).getPropertyValue("--jianyi-tokens").trim() === "1";
    const root = this.shadowRoot;
    if (!hasTokens && root && tokens.styleSheet) root.adoptedStyleSheets = [tokens.styleSheet, ...root.adoptedStyleSheets];
  }

  /** The catalogue in use: `t`, `label`, `number`, `date`. */
  get words() {
    return catalogue(this.locale ?? this.closest("[lang]")?.getAttribute("lang") ?? document.documentElement.lang);
  }

  /**
   * The message of `key` in the element's language.
   * @param {string} key
   * @param {Record<string, unknown>} [params]
   */
  t(key, params) {
    return this.words.t(key, params);
  }

  /**
   * Tells the page; the event bubbles out of the shadow root.
   * @param {string} name
   * @param {unknown} [detail]
   * @returns {boolean} whether nobody prevented the default
   */
  tell(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }
}
