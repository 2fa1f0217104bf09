// Are a report's figures right: the text with its figures beside the equations they stand in.
import { html, nothing } from "lit";
import marks from "../styles/marks.css";
import markedText from "../styles/marked-text.css";
import reviewStyles from "../styles/review.css";
import styles from "../styles/report.css";
import { saveDocument } from "../document/save.js";
import { reportDocument } from "../review/report-document.js";
import { auditVerdict, figureStates } from "../review/figures.js";
import { LONGEST, readText, takeText } from "../review/read-text.js";
import { Bindings } from "../review/bindings.js";
import { ReportSession } from "../review/report-session.js";
import { sarif } from "../review/sarif.js";
import { JianyiElement } from "./base.js";
import { download, fileName } from "./download.js";
import { errorText } from "./error-text.js";
import { reportEquations, reportFindings } from "./report-findings.js";
import { reportLastYear } from "./report-last-year.js";
import { reportLedger } from "./report-ledger.js";
import { reportPublic } from "./report-public.js";
import { reportReadings, reportRest } from "./report-rest.js";
import { reportText } from "./report-text.js";
import { reviewMark } from "./review-marks.js";
import { documentNotes, fileButton, keptNotice, profileOptions, sampleButtons, textFault } from "./review-parts.js";
import { rulesFor } from "./rule-help.js";
import { sharedEngine } from "./shared-engine.js";

const PANELS = /** @type {const} */ (["findings", "ledger", "last-year", "public", "rest"]);

export class JianyiReport extends JianyiElement {
  static styles = JianyiElement.sheets(marks, markedText, reviewStyles, styles);
  static properties = {
    ...JianyiElement.properties,
    ledger: { attribute: false },
    drafting: { state: true },
    /** Reports that a newcomer can open. */
    samples: { attribute: false },
    panel: { state: true },
    chosen: { state: true },
    chosenUnread: { state: true },
    editing: { state: true },
    fault: { state: true },
    otherFault: { state: true },
    publicFault: { state: true },
    chosenOther: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine.js").Ledger | null} */ this.ledger = null;
    this.drafting = false;
    /** @type {import("./review-parts.js").TextSample[]} */ this.samples = [];
    this.bindings = new Bindings(() => this.requestUpdate());
    this.session = new ReportSession(sharedEngine, () => this.requestUpdate());
    /** @type {Map<string, import("../engine.js").RuleHelp>} */ this.rules = new Map();
    /** @type {import("../engine.js").ProfileSummary[]} */ this.profiles = [];
    /** @type {typeof PANELS[number]} */ this.panel = "findings";
    /** @type {Set<number>} figures that were gone to */ this.chosen = new Set();
    this.chosenUnread = -1;
    /** @type {Set<number>} findings whose rule is shown */ this.opened = new Set();
    this.editing = false;
    /** @type {any} */ this.fault = null;
    /** What was wrong with last year's report. @type {any} */ this.otherFault = null;
    /** @type {string | null} */ this.publicFault = null;
    /** The figure of last year's report that was gone to. */ this.chosenOther = -1;
  }

  async firstUpdated() {
    try {
      const engine = await sharedEngine();
      const [rules, profiles] = await Promise.all([engine.rules(), engine.profiles()]);
      this.rules = rulesFor(rules, "report");
      this.profiles = profiles;
    } catch (error) {
      this.session.error = error;
    }
    await this.session.restore();
    this.requestUpdate();
  }

  render() {
    const { session, words } = this;
    const { audit } = session;
    if (this.drafting && this.ledger) return this.draft(this.ledger);
    const notice = keptNotice(words, session, () => (this.stop(), session.forget()), () => session.recall());
    if (!audit || this.editing) return html`${this.form()}${notice}`;
    const states = figureStates(audit);
    return html`
      <div class="screen">
        <p class="acts ways">
          <button class="button" @click=${() => (this.editing = true)}>${words.t("report.edit")}</button>
          <button class="button" @click=${() => (this.stop(), session.clear())}>${words.t("report.another")}</button>
          ${this.draftButton()}
        </p>
        ${session.error ? errorText(words, session.error) : nothing}${documentNotes(words, session.notes)}
        ${this.verdict(audit)}${reportReadings(this, audit)}
        <div class="columns">
          ${reportText(this, audit, states)}
          <div class="panel">
            <span class="choices panels" role="group" aria-label=${words.t("reply.panels")}>
              ${PANELS.filter((panel) => panel !== "ledger" || this.ledger).map((panel) => html`<button class="button" aria-pressed=${this.panel === panel} @click=${() => (this.panel = panel)}>${words.t(`report.panel.${panel}`)}</button>`)}
            </span>
            ${this.shown(audit, states)}
          </div>
        </div>
        ${notice}
      </div>
    `;
  }

  /** @param {import("../engine.js").ReportAudit} audit @param {import("../review/figures.js").FigureState[]} states */
  shown(audit, states) {
    switch (this.panel) {
      case "ledger":
        return reportLedger(this);
      case "last-year":
        return reportLastYear(this, audit);
      case "public":
        return reportPublic(this, audit);
      case "rest":
        return reportRest(this, audit, states);
      default:
        return html`${reportFindings(this, audit)}${reportEquations(this, audit)}`;
    }
  }

  draftButton() {
    return this.ledger ? html`<button type="button" class="button" @click=${() => (this.drafting = true)}>${this.words.t("draft.begin")}</button>` : nothing;
  }

  /** @param {import("../engine.js").Ledger} ledger */
  draft(ledger) {
    const leave = () => (this.drafting = false);
    const audit = (/** @type {CustomEvent} */ { detail }) => (leave(), this.openText(detail.text, this.words.t("draft.title")));
    return html`<jianyi-draft .ledger=${ledger} .locale=${this.locale} @jianyi-leave=${leave} @jianyi-audit=${audit}></jianyi-draft>`;
  }

  form() {
    const { words, session } = this;
    const submit = (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
      this.openText(String(given.get("text") ?? ""), session.name, String(given.get("profile") ?? "") || null);
    };
    return html`
      <form class="card input" @submit=${submit} aria-labelledby="report-title">
        <h2 id="report-title">${words.t("report.title")}</h2>
        <p class="quiet-text">${words.t("report.intro")}</p>
        ${textFault(words, this.fault)}${session.error ? errorText(words, session.error) : nothing}
        <label>${words.t("report.text")} <textarea class="field" name="text" rows="11" lang="zh-CN" spellcheck="false" placeholder=${words.t("report.text.hint")} .value=${session.text}></textarea></label>
        <label class="profile">${words.t("review.profile")} <select class="field" name="profile">${profileOptions(words, this.profiles, session.profile)}</select></label>
        <p class="acts">
          <button class="button primary" ?disabled=${session.isChecking}>${words.t(session.isChecking ? "reply.checking" : "report.check")}</button>
          ${fileButton(words.t("review.file"), ".txt,.docx,.html,.htm,text/plain,text/html", (file) => this.openFile(file))}
          ${this.draftButton()}
          ${this.editing ? html`<button type="button" class="button" @click=${() => this.stop()}>${words.t("cancel")}</button>` : nothing}
        </p>
      </form>
      ${this.editing ? nothing : sampleButtons(words, this.samples, (sample) => this.openSample(sample))}
    `;
  }

  /** @param {import("../engine.js").ReportAudit} audit */
  verdict(audit) {
    const { words, session } = this;
    const [part, whole] = audit.coverage;
    const verdict = auditVerdict(audit);
    const base = session.name || words.t("report.title");
    const json = () => download(fileName(base, "json"), [JSON.stringify({ format: "jianyi/report-audit/1", text: session.text, audit }, null, 2)], "application/json");
    const asSarif = () => {
      const results = audit.findings.map((finding) => ({ finding }));
      download(fileName(base, "sarif"), [JSON.stringify(sarif({ name: fileName(base, "txt"), text: session.text }, results, [...this.rules.values()]), null, 2)], "application/json");
    };
    return html`
      <section class="card verdict ${verdict}" aria-labelledby="verdict-title">
        <h2 id="verdict-title" tabindex="-1">${reviewMark(words, "verdict", verdict)}</h2>
        <p><strong>${words.t("report.coverage", { part, whole })}</strong> ${part < whole ? html`<span class="quiet-text">${words.t("report.coverage.note")}</span>` : nothing}</p>
        <p class="acts"><button class="button" @click=${json}>${words.t("review.json")}</button><button class="button" @click=${asSarif}>${words.t("review.sarif")}</button><button class="button" @click=${() => saveDocument(base, reportDocument(words, session.text, audit))}>${words.t("report.document")}</button></p>
      </section>
    `;
  }

  /** @param {File} file */
  async openFile(file) {
    const read = await readText(file, LONGEST.report);
    this.fault = "fault" in read ? read.fault : null;
    // The form is where the fault is said.
    if ("fault" in read) return void (this.editing = Boolean(this.session.audit));
    await this.openText(read.text, file.name, this.session.profile, read.notes);
  }

  /** @param {import("./review-parts.js").TextSample} sample */
  async openSample(sample) {
    try {
      const { name, query } = await sample.load();
      await this.openText(query.text, name, query.profile ?? null);
    } catch {
      this.fault = "unreadable";
    }
  }

  /** @param {string} text @param {string} name @param {string | null} [profile] @param {import("../review/read-text.js").Notes} [notes] */
  async openText(text, name, profile = this.session.profile, notes) {
    const taken = takeText(text, LONGEST.report);
    this.fault = "fault" in taken ? taken.fault : null;
    if ("fault" in taken) return;
    await this.session.open(taken.text, name, profile, { notes });
    this.stop();
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("#verdict-title"))?.focus();
  }

  stop() {
    [this.editing, this.fault, this.otherFault, this.publicFault, this.chosen, this.chosenUnread, this.chosenOther, this.opened, this.panel] = [false, null, null, null, new Set(), -1, -1, new Set(), "findings"];
  }

  /** @param {number} finding */
  toggle(finding) {
    this.opened = new Set(this.opened);
    if (!this.opened.delete(finding)) this.opened.add(finding);
    this.requestUpdate();
  }
}
