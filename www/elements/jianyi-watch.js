// What a supervising office does in the morning: what is due, what is amiss, whom to remind, what to check.
import { html, nothing } from "lit";
import tableStyles from "../styles/bodies.css";
import paperStyles from "../styles/printed.css";
import stacked from "../styles/stacked.css";
import styles from "../styles/watch.css";
import { JianyiElement } from "./base.js";
import { download, fileName } from "./download.js";
import { errorText } from "./error-text.js";
import { seen } from "./unseen.js";
import { Clues } from "../watch/clues.js";
import { Groups } from "../watch/groups.js";
import { Holidays } from "../watch/holidays.js";
import { Names } from "../watch/names.js";
import { Suppressions } from "../watch/suppressions.js";
import { clues } from "./watch-clues.js";
import { printed } from "./printed.js";
import { holidays } from "./watch-holidays.js";
import { bodyNames } from "./watch-names.js";
import { keyItems, mergedItems } from "./watch-lead.js";
import { similar } from "./watch-similar.js";
import { warnings } from "./watch-warnings.js";
import { register } from "./watch-register.js";
import { reminder, sample } from "./watch-notices.js";
import { PAGE, pending } from "./watch-pending.js";
import { keyOf, weekly } from "./watch-parts.js";

/** @typedef {import("../generated/desk.js").FollowUpView} FollowUpView */
/** @typedef {import("../generated/desk.js").StepDueView} StepDueView */

/** Tells `jianyi-open-entry` (`{ id }`) and `jianyi-read-by` (`{ aliases?, holidays? }`: the ledger is to be read by these tables, null: by none). */
export class JianyiWatch extends JianyiElement {
  static styles = JianyiElement.sheets(tableStyles, styles, stacked, paperStyles);
  static properties = {
    ...JianyiElement.properties,
    ledger: { attribute: false },
    /** The table of names in use, as JSON text. */
    aliases: { attribute: false },
    samples: { attribute: false },
    clueError: { state: true },
    printing: { state: true },
    suppressing: { state: true },
    keys: { state: true },
    keyLeader: { state: true },
    merged: { state: true },
    view: { state: true },
    list: { state: true },
    body: { state: true },
    officer: { state: true },
    leader: { state: true },
    isWeighed: { state: true },
    traced: { state: true },
    sheet: { state: true },
    isFinding: { state: true },
    shownGroups: { state: true },
    register: { state: true },
    promises: { state: true },
    shown: { state: true },
    notice: { state: true },
    drawn: { state: true },
    said: { state: true },
    error: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine.js").Ledger | undefined} */ this.ledger = undefined;
    /** @type {FollowUpView | null} */ this.view = null;
    this.list = "";
    this.body = "";
    /** @type {string | null} */ this.aliases = null;
    /** The table of names that was laid aside last. @type {string | null} */ this.formerAliases = null;
    this.groups = new Groups(() => this.requestUpdate());
    /** Lists of messages that a newcomer can open at once. @type {import("./review-parts.js").TextSample[]} */ this.samples = [];
    /** @type {any} */ this.clueError = null;
    this.isFictional = false;
    /** @type {import("../engine/document.js").DocumentSheet | null} */ this.printing = null;
    this.clues = new Clues(() => this.requestUpdate());
    this.suppressions = new Suppressions("watch-suppressions", () => this.requestUpdate());
    /** The warning that a person is about to suppress. @type {{ rule: string, id: string, message: string } | null} */ this.suppressing = null;
    /** @type {import("../generated/desk.js").KeyItemView[] | null} */ this.keys = null;
    this.keyLeader = "";
    /** @type {import("../generated/desk.js").MergedItemsView[] | null} */ this.merged = null;
    this.names = new Names(() => this.requestUpdate());
    this.holidays = new Holidays(() => this.requestUpdate());
    this.isFinding = false;
    this.shownGroups = 20;
    /** @type {import("../generated/desk.js").CommitmentRegisterView | null} */ this.register = null;
    /** Which promises are listed, and how many. */ this.promises = { state: "", year: "", shown: PAGE };
    this.officer = "";
    this.leader = "";
    /** Whether what weighs more stands before what is due earlier. */ this.isWeighed = false;
    /** The reckoning that is shown. @type {{ key: string, steps: import("../generated/desk.js").TraceStepView[] } | null} */ this.traced = null;
    /** The week's sheet as a person changed it. @type {string | null} */ this.sheet = null;
    this.shown = PAGE;
    /** @type {{ body: string, text: string | undefined } | null} */ this.notice = null;
    /** @type {{ check: import("../generated/desk.js").SpotCheckView, rows: import("../engine.js").Row[] } | null} */ this.drawn = null;
    this.said = "";
    /** @type {any} */ this.error = null;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("ledger")) this.load();
  }

  async load() {
    Object.assign(this, { suppressing: null, keys: null, keyLeader: "", merged: null, clueError: null, clues: new Clues(() => this.requestUpdate()), view: null, notice: null, drawn: null, error: null, body: "", officer: "", leader: "", traced: null, sheet: null, groups: new Groups(() => this.requestUpdate()), shownGroups: 20, register: null, promises: { state: "", year: "", shown: PAGE } });
    await this.ask(async (ledger) => {
      const [summary, view, promises, keys, merged] = await Promise.all([ledger.summary(), ledger.followUp(), ledger.commitmentRegister(), ledger.keyItems(), ledger.mergedItems(), this.suppressions.open()]);
      if (ledger !== this.ledger) return;
      this.isFictional = Boolean(summary.head.fictional);
      [this.view, this.register, this.keys, this.merged] = [view, promises, keys, merged];
      await Promise.all([this.names.open(ledger, this.aliases), this.holidays.open(ledger)]);
    });
  }

  /** @param {(ledger: import("../engine.js").Ledger) => Promise<unknown>} work */
  async ask(work) {
    const { ledger } = this;
    if (!ledger) return;
    try {
      await work(ledger);
    } catch (error) {
      if (ledger === this.ledger) this.error = error;
    }
  }

  render() {
    const { words, view, error, ledger } = this;
    return html`
      <h2>${words.t("watch.title")}</h2>
      ${view ? html`<p class="quiet-text">${words.t("watch.intro", { today: words.date(view.today) })}</p>` : nothing}
      ${error ? errorText(words, error) : nothing}
      ${!ledger ? html`<p class="card">${words.t("watch.none")}</p>` : view ? html`${this.holidays.update ? holidays(this) : nothing} ${pending(this, view)} ${reminder(this, view)} ${warnings(this, view)} ${keyItems(this)} ${register(this)} ${mergedItems(this)} ${similar(this)} ${clues(this)} ${weekly(this, view)} ${sample(this)} ${bodyNames(this)} ${this.holidays.update ? nothing : holidays(this)}` : error ? nothing : html`<p class="quiet-text" role="status">${words.t("loading")}</p>`}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${printed(this)}
    `;
  }

  async findSimilar() {
    this.isFinding = true;
    const { groups } = this;
    await this.ask((ledger) => groups.find(ledger));
    this.isFinding = false;
  }

  /** Shows how a due date was reckoned, or no longer. @param {StepDueView} step */
  async trace(step) {
    const key = keyOf(step);
    if (this.traced?.key === key) return void (this.traced = null);
    await this.ask(async (ledger) => {
      const steps = await ledger.dueDates(step.id);
      this.traced = { key, steps: steps.find((one) => keyOf(one) === key)?.trace ?? [] };
    });
  }

  /** @param {string} id @param {string} text */
  link(id, text) {
    return html`<button class="link" @click=${() => this.tell("jianyi-open-entry", { id })}>${seen(text)}</button>`;
  }

  async calendar() {
    await this.ask(async (ledger) => download(fileName(this.t("watch.title"), "ics"), [await ledger.calendarFile()], "text/calendar;charset=utf-8"));
  }

  /** @param {string} text @param {string} place where it can be copied by hand */
  async copy(text, place) {
    await navigator.clipboard.writeText(text).then(() => (this.said = this.t("watch.copied")), () => /** @type {HTMLTextAreaElement | null} */ (this.renderRoot.querySelector(place))?.select());
  }
}
