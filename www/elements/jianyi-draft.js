// The annual report drafted from the ledger: every figure knows what it counts, what only a person can write is a gap.
import { html, nothing } from "lit";
import marks from "../styles/marks.css";
import markedStyles from "../styles/marked-text.css";
import paperStyles from "../styles/printed.css";
import reviewStyles from "../styles/review.css";
import styles from "../styles/report.css";
import { saveDocument } from "../document/save.js";
import { draftDocument } from "../review/draft-document.js";
import { DraftSession } from "../review/draft-session.js";
import { JianyiElement } from "./base.js";
import { download, fileName } from "./download.js";
import { errorText } from "./error-text.js";
import { goToPiece, markedText } from "./marked-text.js";
import { printAlone, printed } from "./printed.js";

/** Tells `jianyi-audit` (`{ text }`), `jianyi-filter` (`{ filter }`) and `jianyi-leave`. */
export class JianyiDraft extends JianyiElement {
  static styles = JianyiElement.sheets(marks, markedStyles, reviewStyles, styles, paperStyles);
  static properties = {
    ...JianyiElement.properties,
    ledger: { attribute: false },
    chosen: { state: true },
    editing: { state: true },
    error: { state: true },
    printing: { state: true },
    said: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine.js").Ledger | null} */ this.ledger = null;
    this.session = new DraftSession(() => this.requestUpdate());
    /** @type {import("../generated/desk.js").ReportDraftView | null} */ this.fresh = null;
    /** @type {number | null} the figure that was gone to */ this.chosen = null;
    this.editing = false;
    /** @type {any} */ this.error = null;
    /** @type {import("../engine/document.js").DocumentSheet | null} */ this.printing = null;
    this.said = "";
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("ledger") && this.ledger) this.begin(this.ledger);
  }

  /** @param {import("../engine.js").Ledger} ledger */
  async begin(ledger) {
    [this.fresh, this.error, this.chosen] = [null, null, null];
    try {
      const fresh = await ledger.draftReport();
      if (ledger !== this.ledger) return;
      await this.session.open(fresh);
      this.fresh = fresh;
      this.requestUpdate();
    } catch (error) {
      if (ledger === this.ledger) this.error = error;
    }
  }

  render() {
    const { words, session, fresh } = this;
    const leave = html`<button class="button" @click=${() => this.tell("jianyi-leave", {})}>${words.t("draft.leave")}</button>`;
    if (this.error) return html`<div class="screen"><p class="acts ways">${leave}</p>${errorText(words, this.error)}</div>`;
    if (!fresh) return html`<p class="quiet-text" role="status">${words.t("draft.loading")}</p>`;
    const changed = session.figures.filter((figure) => session.isChanged(figure));
    const name = words.t("draft.title");
    return html`
      <div class="screen">
        <p class="acts ways">
          <button class="button" aria-pressed=${this.editing} @click=${() => (this.editing = !this.editing)}>${words.t(this.editing ? "draft.done" : "draft.edit")}</button>
          <button class="button" @click=${() => this.tell("jianyi-audit", { text: session.text })}>${words.t("draft.audit")}</button>
          <button class="button" @click=${() => saveDocument(name, draftDocument(words, session))}>${words.t("draft.document")}</button>
          <button class="button" @click=${() => download(fileName(name, "txt"), [`\ufeff${session.text}`], "text/plain")}>${words.t("draft.text")}</button>
          <button class="button copy" @click=${() => this.copy()}>${words.t("draft.copy")}</button>
          <button class="button print" @click=${() => printAlone(this, draftDocument(words, session))}>${words.t("draft.print")}</button>
          ${session.former === null
            ? html`<button class="button anew" ?disabled=${session.text === fresh.text} @click=${() => session.startAnew(fresh)}>${words.t("draft.anew")}</button>`
            : html`<button class="button anew" @click=${() => session.goBack()}>${words.t("draft.anew.back")}</button>`}
          ${leave}
          <span class="quiet-text" role="status">${this.said}</span>
        </p>
        <section class="card verdict" aria-labelledby="draft-title">
          <h2 id="draft-title" tabindex="-1">${name}</h2>
          <p>${words.t(changed.length > 0 ? "draft.stands.changed" : "draft.stands", { figures: session.figures.length, changed: changed.length, gaps: session.openGaps.length })}</p>
        </section>
        <div class="columns">
          ${this.editing ? this.textArea() : this.paper()}
          <div class="panel">${this.about()}${this.changes(changed)}${this.blanks()}</div>
        </div>
      </div>
      ${printed(this)}
    `;
  }

  /** The whole text; where the browser gives the clipboard to nobody, it stands selected. */
  async copy() {
    try {
      await navigator.clipboard.writeText(this.session.text);
      this.said = this.t("draft.copied");
    } catch {
      this.editing = true;
      await this.updateComplete;
      /** @type {HTMLTextAreaElement | null} */ (this.renderRoot.querySelector("textarea"))?.select();
    }
  }

  textArea() {
    const { words, session } = this;
    return html`<div class="card letter"><label>${words.t("draft.text.label")}
      <textarea class="field" rows="30" lang="zh-CN" spellcheck="false" .value=${session.text} @input=${(/** @type {any} */ event) => session.edit(event.target.value)}></textarea></label></div>`;
  }

  paper() {
    const { words, session } = this;
    const label = (/** @type {boolean} */ isChanged) => words.t(isChanged ? "draft.figure.changed" : "draft.figure.linked");
    const figures = session.figures.map((figure, at) => {
      const isChanged = session.isChanged(figure);
      return { span: figure.span, id: `g${at}`, tone: isChanged ? "broken" : "holds", label: label(isChanged), chosen: this.chosen === at };
    });
    const gaps = session.openGaps.map(({ span }, at) => ({ span, id: `u${at}`, tone: "unread", label: words.t("draft.gap") }));
    const choose = (/** @type {string} */ id) => id.startsWith("g") && (this.chosen = Number(id.slice(1)));
    return html`
      <div class="card letter">
        <h3>${words.t("draft.text.label")}</h3>
        <p class="legend" role="group" aria-label=${words.t("report.legend")}><span class="hit tone-holds">${label(false)}</span><span class="hit tone-broken">${label(true)}</span><span class="hit tone-unread">${words.t("draft.gap")}</span></p>
        <div class="paper" lang="zh-CN" tabindex="0" role="region" aria-label=${words.t("draft.text.label")}>${markedText(session.text, [...figures.filter(({ tone }) => tone === "broken"), ...gaps, ...figures.filter(({ tone }) => tone === "holds")], choose)}</div>
      </div>
    `;
  }

  about() {
    const { words, session, chosen } = this;
    const figure = chosen === null ? undefined : session.figures[chosen];
    const filter = figure && filterOf(figure);
    return html`
      <section class="card" aria-labelledby="about-title" aria-live="polite">
        <h3 id="about-title">${words.t("draft.about")}</h3>
        ${figure ? html`
          <p><strong>${figure.printed}</strong> ${meaning(words, figure)}</p>
          ${figure.whole === undefined || figure.whole === null ? nothing : html`<p class="quiet-text">${words.t("equation.of", { part: words.number(figure.part), whole: words.number(figure.whole) })}</p>`}
          ${filter ? html`<p class="acts"><button class="button" @click=${() => this.tell("jianyi-filter", { filter })}>${words.t("draft.entries")}</button></p>` : nothing}
        ` : html`<p class="quiet-text">${words.t("draft.about.none")}</p>`}
      </section>
    `;
  }

  /** @param {import("../review/draft-session.js").LinkedFigure[]} changed */
  changes(changed) {
    const { words, session } = this;
    return html`
      <section class="card" aria-labelledby="changed-title">
        <h3 id="changed-title">${words.t("draft.changed")}</h3>
        ${changed.length === 0 ? html`<p class="quiet-text">${words.t("draft.changed.none")}</p>` : nothing}
        <ul class="list">${changed.map((figure) => html`<li class="place"><span>${words.t("draft.changed.words", { now: session.read(figure), printed: figure.printed })}</span>
          <button class="button" @click=${() => session.restore(figure)}>${words.t("draft.restore")}</button></li>`)}</ul>
      </section>
    `;
  }

  blanks() {
    const { words, session } = this;
    return html`
      <section class="card" aria-labelledby="gaps-title">
        <h3 id="gaps-title">${words.t("draft.gaps")}</h3>
        ${session.openGaps.length === 0 ? html`<p class="quiet-text">${words.t("report.unread.none")}</p>` : nothing}
        <ul class="list">${session.openGaps.map(({ span }, at) => html`<li class="place"><span lang="zh-CN">${session.text.slice(...span).replace(/^〔待填：|〕$/g, "")}</span>
          <button class="button" @click=${() => this.show(`u${at}`)}>${words.t("review.locate")}</button></li>`)}</ul>
      </section>
    `;
  }

  /** @param {string} id of a mark */
  async show(id) {
    this.editing = false;
    await this.updateComplete;
    goToPiece(this.renderRoot, `.hit[data-ids~="${id}"]`);
  }
}

/** The entries behind a count of a group. @param {import("../review/draft-session.js").LinkedFigure} figure */
function filterOf({ of, dimension, key, body }) {
  if (of === "entries") return {};
  if (of === "body" && body) return { body: [body], ...(dimension && key ? { [dimension]: [key] } : {}) };
  return of === "group" && dimension && typeof key === "string" ? { [dimension]: [key] } : undefined;
}

/** What a figure counts, in words. @param {import("../locales/index.js").Catalogue} words @param {import("../review/draft-session.js").LinkedFigure} figure */
function meaning(words, { of, dimension, key, rate, body }) {
  const division = dimension ? words.t(`dimension.${dimension}`) : "";
  const group = key === "" ? words.t("draft.unknown") : (key ?? "");
  const indicator = rate ? words.t(`rate.${rate}`) : "";
  const who = body ?? "";
  return words.t(`draft.of.${of}`, { division, group: dimension === "role" && key ? words.t(`role.${key}`) : group, indicator, who });
}
