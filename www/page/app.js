// What the page knows and does; page/view.js says how it looks.
import { render } from "lit";
import { sharedEngine } from "../elements/shared-engine.js";
import { catalogue } from "../locales/index.js";
import { emptyState, readState, writeState } from "../state.js";
import { acceptDrops } from "./drop.js";
import { Opening } from "./opening.js";
import { bringProfile, profiles } from "./profiles.js";
import { forgetLedger, lastLedger, rememberLedger } from "./remember.js";
import { sampleBytes, samples } from "./samples.js";
import { rememberedMapping, withFiles } from "./second.js";
import { tables } from "./tables.js";
import { apply, save, savedSettings, whenSystemThemeChanges } from "./settings.js";
import { footPaper } from "../elements/paper-foot.js";
import { takesDrop } from "./tools.js";
import { view } from "./view.js";

/** @typedef {import("../state.js").State} State */
/** @typedef {{ name: string, sample?: string, file?: Blob, profile?: string, mapping?: any, isRemembered?: boolean }} Source `isRemembered`: the mapping is of an earlier visit; where `profile` is not given, the ledger's own */

export class App {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    /** @type {State} */ this.state = readState(location.hash);
    this.settings = savedSettings(this.state.locale);
    /** @type {import("./samples.js").Sample[]} */ this.samples = [];
    /** @type {import("./profiles.js").ProfileSummary[]} */ this.profiles = [];
    /** @type {any} */ this.ledger = null;
    /** @type {Source | null} */ this.source = null;
    /** @type {Source | null} what is being read */ this.arriving = null;
    /** @type {{ ledger: any, source: Source } | null} the user's ledger that another replaced */ this.older = null;
    /** @type {any} */ this.summary = null;
    this.problemCount = 0;
    /** @type {number | null} where the entry shown stands in the list */ this.position = null;
    /** @type {import("./opening.js").Progress | null} */ this.progress = null;
    /** @type {{ name: string, error: any } | null} */ this.fault = null;
    this.isDroppedOver = false;
    /** Whether this machine keeps the ledger for the next visit. */
    this.isKept = false;
    /** Whether the user had the copy of this ledger wiped. */
    this.isForgotten = false;
    this.said = "";
    this.opening = new Opening((progress) => this.set({ progress }));
  }

  get words() {
    return catalogue(this.settings.locale);
  }

  async start() {
    apply(this.settings);
    whenSystemThemeChanges(() => this.adopt({}));
    addEventListener("hashchange", () => this.follow());
    acceptDrops({
      over: (isDroppedOver) => this.set({ isDroppedOver }),
      dropped: (file, all) => void (takesDrop(this, file, all) || this.openFile(file)),
      refused: (reason) => this.say(this.words.t(reason)),
    });
    this.place.replaceChildren();
    this.draw();
    // The engine comes while the samples do; whoever opens a ledger hears what went wrong with it.
    sharedEngine().catch(() => {});
    try {
      this.samples = await samples();
    } catch {
      this.say(this.words.t("samples.failed"));
    }
    await this.listProfiles();
    await this.openFirst();
  }

  /** The ledger that the address names, else the last one, else the first sample. */
  async openFirst() {
    const last = await lastLedger();
    // The address may have asked for one meanwhile.
    if (this.arriving || this.ledger) return;
    const named = this.samples.find(({ file }) => file === this.state.ledger);
    const wasSeen = last?.file || this.samples.some(({ file }) => file === last?.sample);
    if (last && wasSeen && !named && (await this.open(last, null))) return;
    const first = named ?? this.samples[0];
    if (first) await this.open({ name: first.file, sample: first.file }, null);
  }

  /** @param {string} file */
  openSample(file) {
    return this.open({ name: file, sample: file });
  }

  /** @param {File} file */
  openFile(file) {
    return this.open({ name: file.name, file });
  }

  /**
   * Opens a ledger; where that fails the page stays as it was, with the reason on top.
   * @param {Source} source
   * @param {State | null} [state] what to show of it; null: what the page shows by then
   * @returns {Promise<boolean>} whether it is open
   */
  async open(source, state = emptyState()) {
    this.set({ fault: null });
    this.arriving = source;
    try {
      const read = (/** @type {any} */ mapping) =>
        this.opening.open(source.name, async (signal) => source.file ?? sampleBytes(source.sample ?? "", signal), { profile: source.profile, mapping, ...tables() });
      let ledger = await read(source.mapping);
      const mapping = ledger && source.file && !source.mapping && source.isRemembered !== false ? await rememberedMapping(ledger) : undefined;
      if (mapping) {
        ledger.close();
        [source.mapping, source.isRemembered] = [mapping, true];
        ledger = await read(mapping);
      }
      if (!ledger) return this.say(this.words.t("cancelled")), false;
      await this.show(ledger, source, state);
      return true;
    } catch (error) {
      this.set({ fault: { name: source.name, error } });
      this.place.querySelector(".fault")?.scrollIntoView({ block: "nearest" });
      return false;
    } finally {
      if (this.arriving === source) this.arriving = null;
    }
  }

  /**
   * @param {any} ledger
   * @param {Source} source
   * @param {State | null} state
   */
  async show(ledger, source, state) {
    const problems = await ledger.problems();
    const address = readState(location.hash);
    // The address may have moved on while the ledger was read.
    const wanted = source.sample && address.ledger === source.sample ? address : (state ?? this.state);
    this.replaceBy(source);
    this.summary = null;
    this.set({ ledger, source, problemCount: problems.length });
    this.go({ ...wanted, ledger: source.sample ?? null, locale: wanted.locale ?? this.state.locale }, { replace: true });
    this.set({ isKept: false, isForgotten: false });
    // What the columns are, a person must say: the file does not.
    if (source.file && !source.mapping && problems.some((/** @type {any} */ { code }) => code === "lettered-columns")) withFiles(this, "columns");
    const isKept = await rememberLedger(source);
    if (source === this.source) this.set({ isKept });
  }

  /** The user's ledger that another file replaces stays at hand; a sample, or the same file read otherwise, does not. @param {Source} next */
  replaceBy(next) {
    const { ledger, source } = this;
    const isOther = Boolean(source?.file && next.file && source.file !== next.file);
    if (this.older && (isOther || this.older.source.file === next.file || next.sample)) this.letOlderGo();
    if (isOther && source) this.older = { ledger, source };
    else ledger?.close();
  }

  letOlderGo() {
    this.older?.ledger.close();
    this.older = null;
    this.draw();
  }

  /**
   * Changes what is shown, and the address with it.
   * @param {Partial<State>} change
   * @param {{ replace?: boolean }} [how]
   */
  go(change, { replace = false } = {}) {
    this.state = { ...this.state, ...change };
    const address = `#${writeState(this.state)}`;
    if (address !== (location.hash || "#")) history[replace ? "replaceState" : "pushState"](null, "", address);
    this.draw();
  }

  /** Goes where the address points after the user changed it or went back. */
  follow() {
    const state = readState(location.hash);
    const locale = state.locale ?? this.settings.locale;
    if (locale !== this.settings.locale) this.adopt({ locale });
    const isOther = state.ledger && state.ledger !== this.source?.sample && this.samples.some(({ file }) => file === state.ledger);
    if (isOther && this.arriving?.sample === state.ledger) return;
    if (isOther) return void this.open({ name: /** @type {string} */ (state.ledger), sample: /** @type {string} */ (state.ledger) }, state);
    this.state = { ...state, ledger: this.source ? (this.source.sample ?? null) : state.ledger };
    this.draw();
  }

  /** @param {Partial<import("./settings.js").Settings>} change */
  setUp(change) {
    this.adopt(change);
    if (change.locale) this.go({ locale: change.locale }, { replace: true });
  }

  /** @param {Partial<import("./settings.js").Settings>} change */
  adopt(change) {
    this.settings = { ...this.settings, ...change };
    apply(this.settings);
    save(this.settings);
    this.draw();
  }

  async listProfiles() {
    const listed = await profiles().catch(() => []);
    this.set({ profiles: listed });
  }

  /**
   * Reckons the open ledger by other rules.
   * @param {string | null} profile its id; null: the ledger's own
   */
  async reckonBy(profile) {
    if (this.source) await this.open({ ...this.source, profile: profile ?? undefined }, this.state);
    // Where it failed, the chooser goes back to what holds.
    this.draw();
  }

  /** @param {File} file a profile of the user's own */
  async bring(file) {
    try {
      const { id } = await bringProfile(file);
      await this.listProfiles();
      await this.reckonBy(id);
    } catch (error) {
      this.set({ fault: { name: file.name, error } });
    }
  }

  forget = async () => {
    await forgetLedger();
    this.set({ isKept: false, isForgotten: true });
    this.say(this.words.t("forgotten"));
  };

  /** Takes `forget` back. */
  keep = async () => {
    const isKept = this.source ? await rememberLedger(this.source) : false;
    this.set({ isKept, isForgotten: false });
    if (isKept) this.say(this.words.t("kept"));
  };

  /** The figures changed: the title and the live region follow. @param {any} summary */
  told(summary) {
    const isNew = !this.summary;
    this.summary = summary;
    const title = summary.head.title ?? this.words.t("title.none");
    document.title = `${title} · ${this.words.t("product")}`;
    footPaper(summary, this.words);
    if (isNew) this.say(this.words.t("loaded", { title, entries: summary.entries }) + (this.problemCount > 0 ? this.words.t("loaded.problems", { count: this.problemCount }) : ""));
    this.draw();
  }

  /** @param {string} said for the live region */
  say(said) {
    this.set({ said });
  }

  /** @param {Partial<Pick<App, "progress" | "fault" | "isDroppedOver" | "isKept" | "isForgotten" | "said" | "ledger" | "source" | "problemCount" | "profiles">>} change */
  set(change) {
    Object.assign(this, change);
    this.draw();
  }

  draw() {
    render(view(this), this.place);
  }
}
