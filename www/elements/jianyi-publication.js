// What may be public: the decision on every entry and reply, what is taken out, the bundle with its proof, how to embed it.
import { html, nothing } from "lit";
import tableStyles from "../styles/bodies.css";
import watchStyles from "../styles/watch.css";
import styles from "../styles/publication.css";
import { EXTENTS, PublicationSession } from "../publication/session.js";
import { JianyiElement } from "./base.js";
import { errorText } from "./error-text.js";
import { sharedEngine } from "./shared-engine.js";
import { bundle, embedding, letter, preview } from "./publication-parts.js";

/** @typedef {import("../publication/session.js").Decision} Decision */

/** How many rows come at once. */
const PAGE = 30;
/** Replies of which the submitter is told why they are not public. */
const EXPLAINED = ["not-public", "not-public-without-reason", "on-request"];

/** @type {Record<string, (decision: Decision, extent: string | null) => boolean>} */
const LISTS = {
  undecided: (_, extent) => extent === null,
  overdue: ({ dueState }, extent) => dueState === "overdue" && extent !== "none",
  public: (_, extent) => extent !== null && extent !== "none",
  withheld: (_, extent) => extent === "none",
  all: () => true,
};

/** Tells `jianyi-open-entry` (`{ id }`). */
export class JianyiPublication extends JianyiElement {
  static styles = JianyiElement.sheets(tableStyles, watchStyles, styles);
  static properties = {
    ...JianyiElement.properties,
    ledger: { attribute: false },
    list: { state: true },
    shown: { state: true },
    previewed: { state: true },
    written: { state: true },
    address: { state: true },
    scripts: { state: true },
    said: { state: true },
    refused: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine.js").Ledger | undefined} */ this.ledger = undefined;
    this.session = new PublicationSession(() => this.requestUpdate());
    this.list = "";
    this.shown = PAGE;
    /** @type {{ title: string, preview: import("../generated/desk.js").RedactionPreview } | null} */ this.previewed = null;
    /** @type {{ number: string, text: string } | null} */ this.written = null;
    this.address = "";
    /** @type {import("../generated/desk.js").ScriptHash[]} */ this.scripts = [];
    this.said = "";
    this.refused = false;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!changed.has("ledger") || !this.ledger) return;
    Object.assign(this, { list: "", shown: PAGE, previewed: null, written: null, refused: false });
    this.session.open(this.ledger);
    this.learnHashes();
  }

  async learnHashes() {
    try {
      this.scripts = await (await sharedEngine()).embeddedScripts();
    } catch (error) {
      // The lines can be embedded without their hashes; that the engine failed is told where it is asked for more.
      console.warn(error);
    }
  }

  /** The attributes by which a browser checks a script of the portal. @param {string} name */
  integrity(name) {
    const hash = this.scripts.find((script) => script.name === name)?.sha256;
    if (!hash) return "";
    const bytes = hash.match(/../g)?.map((pair) => String.fromCharCode(parseInt(pair, 16))) ?? [];
    return ` integrity="sha256-${btoa(bytes.join(""))}" crossorigin="anonymous"`;
  }

  render() {
    const { words, session, ledger } = this;
    const { decisions, error } = session;
    return html`
      <h2>${words.t("publish.title")}</h2>
      <p class="quiet-text">${words.t("publish.intro")}</p>
      ${error ? errorText(words, error) : nothing}
      ${!ledger ? html`<p class="card">${words.t("publish.none")}</p>`
        : decisions ? html`${this.decisions(decisions)} ${preview(this)} ${letter(this)} ${bundle(this)} ${embedding(this)}`
        : error ? nothing : html`<p class="quiet-text" role="status">${words.t("loading")}</p>`}
      ${this.refused ? html`<p role="alert">${words.t("publish.settings.refused")}</p>` : nothing}
      <p class="visually-hidden" role="status">${this.said}</p>
    `;
  }

  /** @param {Decision[]} decisions */
  decisions(decisions) {
    const { words, session } = this;
    const of = (/** @type {string} */ name) => decisions.filter((decision) => LISTS[name](decision, session.extentOf(decision)));
    // What waits for a person comes first, where something does.
    const chosen = this.list || (of("undecided").length > 0 ? "undecided" : "all");
    const passing = of(chosen);
    return html`
      <section class="card" aria-labelledby="decisions">
        <h3 id="decisions">${words.t("publish.decisions")}</h3>
        ${tally(this, decisions)}
        <div class="pickers">
          <label>${words.t("publish.list")} <select class="list" @change=${(/** @type {any} */ { target }) => Object.assign(this, { list: target.value, shown: PAGE })}>
            ${Object.keys(LISTS).map((name) => html`<option value=${name} ?selected=${name === chosen}>${words.t(`publish.list.${name}`)} ${words.number(of(name).length)}</option>`)}
          </select></label>
        </div>
        ${passing.length === 0 ? html`<p>${words.t("publish.empty")}</p>` : this.table(passing)}
        ${passing.length > this.shown ? html`<p>${words.t("watch.shown", { count: passing.length, shown: this.shown })} <button class="button quiet" @click=${() => (this.shown += PAGE)}>${words.t("watch.more")}</button></p>` : nothing}
      </section>
    `;
  }

  /** @param {Decision[]} decisions */
  table(decisions) {
    const { words } = this;
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${words.t("chart.table.of", { title: words.t("publish.decisions") })}><table class="rows">
      <thead><tr>${["item", "part", "extent", "due", "person"].map((name) => html`<th scope="col">${words.t(`publish.${name}`)}</th>`)}</tr></thead>
      <tbody>${decisions.slice(0, this.shown).map((decision) => this.row(decision))}</tbody>
    </table></div>`;
  }

  /** @param {Decision} decision */
  row(decision) {
    const { words, session } = this;
    const { id, number, title, reply, ground, reason, basis, stated, dueOn, dueState, provisional } = decision;
    const name = `${number ?? ""} ${title ?? words.t("title.none")}`.trim();
    const extent = session.extentOf(decision);
    const word = session.wordOn(decision) ?? "";
    const choose = (/** @type {any} */ { target }) => session.decide(decision, target.value);
    return html`<tr>
      <th scope="row"><button class="link" @click=${() => this.tell("jianyi-open-entry", { id })}>${name}</button></th>
      <td>${reply ? words.t("publish.part.reply", { place: reply }) : words.t("publish.part.text")}</td>
      <td><span class=${extent === null ? "undecided" : ""}>${words.t(`publish.extent.${extent ?? "undecided"}`)}</span>
        <br><small class="quiet-text" lang="zh-CN">${word && ground !== "classified" ? words.t("publish.by-person") : reason}${stated ? `（${stated}）` : ""}${basis && !word ? words.t("publish.basis", { basis }) : ""}</small></td>
      <td>${dueOn ? html`${words.date(dueOn)}<br><small class=${dueState === "overdue" ? "late" : "quiet-text"}>${words.t(`publish.due.${dueState}`)}${provisional ? ` ${words.t("watch.provisional")}` : ""}</small>` : "—"}</td>
      <td class="acts">
        <select aria-label=${words.t("publish.person.of", { name })} ?disabled=${ground === "classified"} @change=${choose}>
          <option value="" ?selected=${word === ""}>${words.t("publish.by-rule")}</option>
          ${EXTENTS.map((one) => html`<option value=${one} ?selected=${one === word}>${words.t(`publish.extent.${one}`)}</option>`)}
        </select>
        <button class="button quiet small" @click=${() => this.showPreview(id, name)}>${words.t("publish.preview.show")}</button>
        ${reply && EXPLAINED.includes(ground) ? html`<button class="button quiet small explain" @click=${() => this.write(id, reply, number ?? id)}>${words.t("publish.letter")}</button>` : nothing}
      </td>
    </tr>`;
  }

  /** @param {string} id @param {string} title */
  async showPreview(id, title) {
    await this.ask(async (ledger) => (this.previewed = { title, preview: await ledger.redactionPreview(id, this.session.ownTerms) }), "#preview");
  }

  /** @param {string} id @param {number} reply @param {string} number */
  async write(id, reply, number) {
    await this.ask(async (ledger) => {
      const text = await ledger.explanation(id, reply);
      this.written = text ? { number, text } : null;
    }, "#letter");
  }

  /** @param {(ledger: import("../engine.js").Ledger) => Promise<unknown>} work @param {string} place what then has the focus */
  async ask(work, place) {
    const { ledger } = this;
    if (!ledger) return;
    try {
      await work(ledger);
    } catch (error) {
      this.session.error = error;
      this.requestUpdate();
    }
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(place))?.focus();
  }

  /** @param {HTMLInputElement} input */
  async openSettings(input) {
    const [file] = input.files ?? [];
    if (file) this.refused = !(await this.session.takeSettings(await file.text()));
    input.value = "";
  }

  /** @param {string} text */
  async copy(text) {
    await navigator.clipboard.writeText(text).then(() => (this.said = this.t("watch.copied")), () => (this.said = this.t("publish.copy.failed")));
  }
}

/** How many entries and replies are public to which extent. @param {JianyiPublication} view @param {Decision[]} decisions */
function tally({ words, session }, decisions) {
  const columns = [...EXTENTS, null];
  const rows = /** @type {const} */ ([["text", decisions.filter(({ reply }) => !reply)], ["replies", decisions.filter(({ reply }) => reply)]]);
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${words.t("chart.table.of", { title: `${words.t("publish.decisions")} ${words.t("publish.sum")}` })}><table class="tally">
    <caption class="visually-hidden">${words.t("publish.decisions")}</caption>
    <thead><tr><th scope="col">${words.t("publish.part")}</th>${columns.map((extent) => html`<th scope="col" class="number">${words.t(`publish.extent.${extent ?? "undecided"}`)}</th>`)}<th scope="col" class="number">${words.t("publish.sum")}</th></tr></thead>
    <tbody>${rows.map(([name, of]) => html`<tr><th scope="row">${words.t(`publish.part.${name}`)}</th>
      ${columns.map((extent) => html`<td class="number">${words.number(of.filter((decision) => session.extentOf(decision) === extent).length)}</td>`)}
      <td class="number">${words.number(of.length)}</td></tr>`)}</tbody>
  </table></div>`;
}
