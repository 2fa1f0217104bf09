// Is this reply ready to sign: the letter with marked spans beside its checklist.
import { html, nothing } from "lit";
import marks from "../styles/marks.css";
import markedText from "../styles/marked-text.css";
import reviewStyles from "../styles/review.css";
import styles from "../styles/reply.css";
import { BatchSession } from "../review/batch-session.js";
import { keptTables, noTables, queried } from "../review/own-tables.js";
import { ReplySession } from "../review/reply-session.js";
import { standing } from "../review/standing.js";
import { JianyiElement } from "./base.js";
import { errorText } from "./error-text.js";
import { checkFiles } from "./reply-batch.js";
import { replyAsks, replyFields } from "./reply-asks.js";
import { replyChecklist } from "./reply-checklist.js";
import { replyExports } from "./reply-exports.js";
import { replyForm } from "./reply-form.js";
import { openFile, openQuery, takeEntry } from "./reply-intake.js";
import { replyLetter } from "./reply-letter.js";
import { replySheet } from "./reply-sheet.js";
import { replyVerdict } from "./reply-verdict.js";
import { documentNotes, keptNotice } from "./review-parts.js";
import { rulesFor } from "./rule-help.js";
import { sharedEngine } from "./shared-engine.js";

const PANELS = /** @type {const} */ (["checklist", "asks", "fields"]);

/** Tells `jianyi-review-entry` (`{ id }`, null where the letter is from elsewhere) and `jianyi-open-rule` (`{ id, subject }`). */
export class JianyiReply extends JianyiElement {
  static styles = JianyiElement.sheets(marks, markedText, reviewStyles, styles);
  static properties = {
    ...JianyiElement.properties,
    ledger: { attribute: false },
    /** The id of the entry whose letter is checked. */
    entry: { type: String },
    /** Letters that a newcomer can open. */
    samples: { attribute: false },
    panel: { state: true },
    only: { state: true },
    chosen: { state: true },
    chosenItem: { state: true },
    located: { state: true },
    waiving: { state: true },
    editing: { state: true },
    fault: { state: true },
    entries: { state: true },
    entryError: { state: true },
    imported: { state: true },
    baselineRefused: { state: true },
    tables: { state: true },
    tablesRefused: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine.js").Ledger | null} */ this.ledger = null;
    /** @type {string | null} */ this.entry = null;
    /** @type {import("./review-parts.js").TextSample[]} */ this.samples = [];
    /** The office's own laws and phrases. */ this.tables = noTables();
    this.tablesRefused = false;
    this.session = new ReplySession(sharedEngine, () => this.requestUpdate(), () => queried(this.tables));
    /** @type {Map<string, import("../engine.js").RuleHelp>} */ this.rules = new Map();
    /** @type {import("../engine.js").ProfileSummary[]} */ this.profiles = [];
    /** @type {typeof PANELS[number]} */ this.panel = "checklist";
    /** @type {"all" | "fail" | "confirm"} */ this.only = "all";
    /** @type {string | null} the finding that was gone to */ this.chosen = null;
    /** @type {string | null} */ this.chosenItem = null;
    /** @type {[number, number] | null} */ this.located = null;
    /** @type {string | null} the finding that is about to be left as it is */ this.waiving = null;
    /** @type {Set<string>} rules whose help is shown */ this.opened = new Set();
    this.batch = new BatchSession(sharedEngine, () => this.requestUpdate(), () => queried(this.tables));
    this.editing = false;
    /** @type {any} */ this.fault = null;
    /** @type {import("../engine.js").Row[] | null} */ this.entries = null;
    /** @type {any} */ this.entryError = null;
    /** @type {string | null} */ this.imported = null;
    this.baselineRefused = false;
    /** @type {string | null} the entry that was taken from the ledger */ this.taken = null;
  }

  async firstUpdated() {
    try {
      const engine = await sharedEngine();
      const [rules, profiles] = await Promise.all([engine.rules(), engine.profiles()]);
      this.rules = rulesFor(rules, "reply");
      this.profiles = profiles;
    } catch (error) {
      this.session.error = error;
    }
    this.tables = await keptTables();
    if (!this.entry) await this.session.restore();
    await this.batch.restoreBaseline();
    this.requestUpdate();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if ((changed.has("entry") || changed.has("ledger")) && this.ledger && this.entry && this.entry !== this.taken) takeEntry(this, this.entry);
    if (!this.entry) this.taken = null;
  }

  render() {
    const { session, words } = this;
    const { check } = session;
    if (!check || this.editing) return html`${replyForm(this)}${keptNotice(words, session, () => this.forget(), () => this.recall())}`;
    const stands = standing(check, session.review, session.text, session.today);
    const count = { checklist: stands.blocking.length + stands.open.length, asks: check.asks.length, fields: 0 };
    return html`
      <div class="screen">
        <p class="acts ways">
          <button class="button" @click=${() => (this.editing = true)}>${words.t("reply.edit")}</button>
          <button class="button" @click=${() => this.lay()}>${words.t("reply.another")}</button>
          ${session.isChecking ? html`<span class="quiet-text" role="status">${words.t("reply.checking")}</span>` : nothing}
        </p>
        ${session.error ? errorText(words, session.error) : nothing}${documentNotes(words, session.source.notes)}
        ${replyVerdict(this, stands)}
        <div class="columns">
          ${replyLetter(this, stands)}
          <div class="panel">
            <span class="choices panels" role="group" aria-label=${words.t("reply.panels")}>
              ${PANELS.map((panel) => html`<button class="button" aria-pressed=${this.panel === panel} @click=${() => (this.panel = panel)}>${words.t(`reply.panel.${panel}`)}${count[panel] > 0 ? html` <span class="count">${words.number(count[panel])}</span>` : nothing}</button>`)}
            </span>
            ${this.panel === "asks" ? replyAsks(this, check) : this.panel === "fields" ? replyFields(this, check) : replyChecklist(this, stands)}
          </div>
        </div>
        ${replyExports(this, stands)}
        ${keptNotice(words, session, () => this.forget(), () => this.recall())}
      </div>
      ${replySheet(this, stands)}
    `;
  }

  /** @param {File} file of a letter, chosen or dropped */
  openFile(file) {
    return openFile(this, file);
  }

  /** @param {File[]} files of many letters */
  async openFiles(files) {
    await this.lay();
    await checkFiles(this, files);
  }

  /** @param {import("../engine.js").ReplyQuery} query @param {string} name */
  openQuery(query, name) {
    return openQuery(this, query, name);
  }

  /** A fresh check from its top. */
  async show() {
    [this.editing, this.chosen, this.chosenItem, this.located, this.waiving, this.imported] = [false, null, null, null, null, null];
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("#verdict-title"))?.focus();
  }

  /** @param {import("../engine.js").FixView} fix */
  async fix(fix) {
    [this.chosen, this.located, this.waiving] = [null, null, null];
    await this.session.fix(fix);
  }

  async unfix() {
    [this.chosen, this.located] = [null, null];
    await this.session.unfix();
  }

  /** @param {{ rule: string, words: string, reason: string, until: string | null }} waiver @param {string} by */
  async waive(waiver, by) {
    this.waiving = null;
    if (by !== this.session.review.reviewer) await this.session.sign(by);
    await this.session.waive(waiver);
  }

  /** @param {File} file */
  async importReview(file) {
    this.imported = await this.session.takeReview(await file.text());
  }

  stopEditing() {
    [this.editing, this.fault] = [false, null];
  }

  async lay() {
    this.editing = false;
    this.tell("jianyi-review-entry", { id: null });
    await this.session.clear();
  }

  async forget() {
    this.editing = false;
    this.tell("jianyi-review-entry", { id: null });
    await this.session.forget();
    this.tables = noTables();
    await this.batch.dropBaseline();
  }

  /** Takes `forget` back. */
  async recall() {
    await this.session.recall();
    this.tables = await keptTables();
    await this.batch.restoreBaseline();
    this.requestUpdate();
  }

  /** @param {string} id of a rule */
  toggle(id) {
    this.opened = new Set(this.opened);
    if (!this.opened.delete(id)) this.opened.add(id);
    this.requestUpdate();
  }
}
