// What the views of letters and reports share: text that was not taken, what is kept, samples.
import { html, nothing } from "lit";
import { errorText, placeText } from "./error-text.js";

/**
 * @typedef {import("../locales/index.js").Catalogue} Catalogue
 * @typedef {{ title: { zh: string, en: string }, description: { zh: string, en: string }, load: () => Promise<any> }} TextSample
 */

/** @param {Catalogue} words @param {any} fault of `read-text.js` */
export function textFault(words, fault) {
  if (fault && typeof fault !== "string") return errorText(words, fault);
  return fault ? html`<div class="error" role="alert"><p><strong>${words.t(`text.${fault}`)}</strong></p></div>` : nothing;
}

/** What was decided while a document was read. @param {Catalogue} words @param {import("../review/read-text.js").Notes | undefined} notes */
export function documentNotes(words, notes) {
  const said = Object.entries(notes ?? {}).map(([note, count]) => words.t(`document.${note}`, { count }));
  return said.length > 0 ? html`<p class="quiet-text" role="status">${words.t("document.read")}${said.join(words.t("document.comma"))}${words.t("document.stop")}</p>` : nothing;
}

/** What of the check's own input was not used. @param {Catalogue} words @param {import("../engine.js").Problem[]} problems */
export function problemsOf(words, problems) {
  if (problems.length === 0) return nothing;
  return html`<ul class="unused">${problems.map((problem) => html`<li class="quiet-text">${words.localized(problem.message, problem.messageEn)} ${placeText(words, problem.place)}</li>`)}</ul>`;
}

/**
 * Says whether a reload finds everything again, wipes it, and takes back what was wiped or laid aside.
 * @param {Catalogue} words
 * @param {{ isKept: boolean, forgotten: import("../review/store.js").Wiped | null, laid: object | null, takeUp: () => Promise<void> }} session
 * @param {() => void} forget
 * @param {() => void} recall
 */
export function keptNotice(words, session, forget, recall) {
  const { isKept, forgotten, laid } = session;
  if (forgotten?.length) return html`<p class="notice" role="status">${words.t("review.forgotten")} <button class="button recall" @click=${recall}>${words.t("review.recall")}</button></p>`;
  const back = laid ? html`<button class="button take-up" @click=${() => session.takeUp()}>${words.t("review.take-up")}</button>` : nothing;
  if (!isKept) return html`<p class="notice" role="status">${words.t("review.blocked")} ${back}</p>`;
  return html`<p class="quiet-text">${back} ${words.t("review.kept")} <button class="button quiet" @click=${forget}>${words.t("review.forget")}</button></p>`;
}

/** @param {Catalogue} words @param {TextSample[]} samples @param {(sample: TextSample) => void} open */
export function sampleButtons(words, samples, open) {
  if (samples.length === 0) return nothing;
  return html`
    <section class="samples" aria-label=${words.t("review.samples")}>
      <h3>${words.t("review.samples")}</h3>
      <ul>${samples.map((sample) => html`<li><button class="sample" @click=${() => open(sample)}>
        <strong>${words.localized(sample.title.zh, sample.title.en)}</strong>
        <span>${words.localized(sample.description.zh, sample.description.en)}</span>
      </button></li>`)}</ul>
    </section>
  `;
}

/**
 * A button that chooses a file.
 * @param {string} label @param {string} accept @param {(file: File) => void} take
 */
export function fileButton(label, accept, take) {
  const choose = (/** @type {Event} */ event) => /** @type {HTMLElement} */ (event.currentTarget).parentElement?.querySelector("input")?.click();
  const chosen = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files ?? [];
    if (file) take(file);
    input.value = "";
  };
  return html`<span><button type="button" class="button" @click=${choose}>${label}</button><input type="file" accept=${accept} hidden aria-label=${label} @change=${chosen}></span>`;
}

/**
 * A button that chooses many files, or a folder with all that is in it.
 * @param {string} label @param {string} accept @param {boolean} isFolder @param {(files: File[]) => void} take
 */
export function filesButton(label, accept, isFolder, take) {
  const choose = (/** @type {Event} */ event) => /** @type {HTMLElement} */ (event.currentTarget).parentElement?.querySelector("input")?.click();
  const chosen = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const files = [...(input.files ?? [])];
    if (files.length > 0) take(files);
    input.value = "";
  };
  return html`<span><button type="button" class="button" @click=${choose}>${label}</button><input type="file" multiple ?webkitdirectory=${isFolder} accept=${accept} hidden aria-label=${label} @change=${chosen}></span>`;
}

/** @param {Catalogue} words @param {import("../engine.js").ProfileSummary[]} profiles @param {string | null | undefined} chosen */
export function profileOptions(words, profiles, chosen) {
  return html`
    <option value="" ?selected=${!chosen}>${words.t("review.profile.none")}</option>
    ${profiles.map((profile) => html`<option value=${profile.id} ?selected=${profile.id === chosen}>${words.localized(profile.nameZh, profile.nameEn)}</option>`)}
  `;
}

/** @param {string} name @param {string | null | undefined} value */
export function pair(name, value) {
  return value ? html`<p class="pair"><span>${name}</span><span lang="zh-CN">${value}</span></p>` : nothing;
}
