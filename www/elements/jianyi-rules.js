// All rules: what they find, why, on which basis, with examples to try.
import { html, nothing } from "lit";
import marks from "../styles/marks.css";
import reviewStyles from "../styles/review.css";
import styles from "../styles/rules.css";
import { JianyiElement } from "./base.js";
import { errorText } from "./error-text.js";
import { ruleHelp } from "./rule-help.js";
import { sharedEngine } from "./shared-engine.js";
import { severityMark } from "./state-mark.js";

/** @typedef {import("../engine.js").RuleHelp} RuleHelp */

/** Tells `jianyi-open-rule` (`{ rule }`: `reply/ask-unanswered`, or null) and `jianyi-try-rule` (`{ subject, example, name }`). */
export class JianyiRules extends JianyiElement {
  static styles = JianyiElement.sheets(marks, reviewStyles, styles);
  static properties = {
    ...JianyiElement.properties,
    /** The rule that is open, as `subject/id`. */
    rule: { type: String },
    rules: { state: true },
    subject: { state: true },
    group: { state: true },
    text: { state: true },
    error: { state: true },
  };

  constructor() {
    super();
    /** @type {string | null} */ this.rule = null;
    /** @type {RuleHelp[] | null} */ this.rules = null;
    this.subject = "";
    this.group = "";
    this.text = "";
    /** @type {any} */ this.error = null;
  }

  async firstUpdated() {
    try {
      this.rules = await (await sharedEngine()).rules();
      await this.updateComplete;
      if (this.rule) /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`[id="${CSS.escape(this.rule)}"]`))?.scrollIntoView({ block: "start" });
    } catch (error) {
      this.error = error;
    }
  }

  render() {
    const { words, rules } = this;
    if (this.error) return errorText(words, this.error);
    if (!rules) return html`<p class="quiet-text" role="status">${words.t("loading")}</p>`;
    const shown = rules.filter((rule) => this.passes(rule));
    const groups = [...new Set(shown.map(({ group }) => group))];
    return html`
      <h2>${words.t("rules.title")}</h2>
      <p class="quiet-text">${words.t("rules.intro")}</p>
      ${this.tools(rules, shown)}
      ${shown.length === 0 ? html`<p class="card none">${words.t("rules.none")}</p>` : nothing}
      ${groups.map((group) => html`
        <section aria-labelledby="group-${group}">
          <h3 id="group-${group}">${words.label("group", group)}</h3>
          <ul class="rules">${shown.filter((rule) => rule.group === group).map((rule) => this.one(rule))}</ul>
        </section>`)}
    `;
  }

  /** @param {RuleHelp[]} rules @param {RuleHelp[]} shown */
  tools(rules, shown) {
    const { words } = this;
    const subjects = [...new Set(rules.map(({ subject }) => subject))];
    const groups = [...new Set(rules.filter(({ subject }) => !this.subject || subject === this.subject).map(({ group }) => group ?? ""))].filter(Boolean);
    const choose = (/** @type {string} */ subject) => ([this.subject, this.group] = [subject, ""]);
    return html`
      <div class="tools" role="search">
        <label class="search"><span class="visually-hidden">${words.t("rules.search")}</span>
          <input class="field" type="search" .value=${this.text} placeholder=${words.t("rules.search")} autocomplete="off" @input=${(/** @type {any} */ event) => (this.text = event.target.value)}>
        </label>
        <span class="choices" role="group" aria-label=${words.t("rules.subject")}>
          ${["", ...subjects].map((subject) => html`<button class="button" aria-pressed=${this.subject === subject} @click=${() => choose(subject)}>${words.t(`rules.subject.${subject || "all"}`)}</button>`)}
        </span>
        <label class="groups"><span class="visually-hidden">${words.t("rules.group")}</span>
          <select class="field" @change=${(/** @type {any} */ event) => (this.group = event.target.value)}>
            <option value="" ?selected=${!this.group}>${words.t("rules.group.all")}</option>
            ${groups.map((group) => html`<option value=${group} ?selected=${group === this.group}>${words.t(`group.${group}`)}</option>`)}
          </select>
        </label>
        <p class="quiet-text" role="status">${words.t("rules.matching", { matching: shown.length, count: rules.length })}</p>
      </div>
    `;
  }

  /** @param {RuleHelp} rule */
  one(rule) {
    const { words } = this;
    const name = `${rule.subject}/${rule.id}`;
    const isOpen = this.rule === name;
    const toggle = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.rule = isOpen ? null : name;
      this.tell("jianyi-open-rule", { rule: this.rule });
    };
    const attempt = (/** @type {string} */ example) => this.tell("jianyi-try-rule", { subject: rule.subject, example, name: words.t("rules.example") });
    return html`
      <li>
        <details class="card rule" id=${name} ?open=${isOpen}>
          <summary @click=${toggle}>
            <span class="said">${words.localized(rule.summary, rule.english)}</span>
            <span class="about">${rule.severity ? severityMark(words, rule.severity) : nothing}<span class="quiet-text">${words.t(`rules.subject.${rule.subject}`)}</span><code>${rule.id}</code></span>
          </summary>
          ${isOpen ? ruleHelp(words, rule, ["ledger", "clues"].includes(rule.subject) ? undefined : attempt) : nothing}
        </details>
      </li>
    `;
  }

  /** @param {RuleHelp} rule */
  passes(rule) {
    if (this.subject && rule.subject !== this.subject) return false;
    if (this.group && rule.group !== this.group) return false;
    const wanted = this.text.trim().toLowerCase().split(/\s+/);
    const said = [rule.id, rule.summary, rule.why, rule.basis, rule.english, rule.flagged, rule.passes, rule.limits].join("\n").toLowerCase();
    return wanted.every((word) => said.includes(word));
  }
}
