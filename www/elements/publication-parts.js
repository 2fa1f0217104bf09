// Parts of the publication view: what is taken out of an entry, the letter to its submitter, what came of publishing, how to embed it.
import { html, nothing } from "lit";
import { saveDocument } from "../document/save.js";
import { notice } from "../document/sheet.js";
import { download, fileName } from "./download.js";

/** @typedef {import("./jianyi-publication.js").JianyiPublication} View */

/** @param {View} view */
export function preview(view) {
  const { words, previewed } = view;
  if (!previewed) return nothing;
  const { preview: { fields }, title } = previewed;
  const count = fields.reduce((sum, { parts }) => sum + parts.length, 0);
  return html`<section class="card" aria-labelledby="preview">
    <h3 id="preview" tabindex="-1">${words.t("publish.preview")}</h3>
    <p><strong lang="zh-CN">${title}</strong> ${words.t("publish.preview.count", { count })}</p>
    ${fields.map((field) => html`<h4>${words.t(`publish.field.${field.field}`)}</h4><p class="letter" lang="zh-CN">${pieces(view, field)}</p>`)}
    <p><button class="button quiet" @click=${() => (view.previewed = null)}>${words.t("publish.close")}</button></p>
  </section>`;
}

/** @param {View} view @param {import("../generated/desk.js").RedactedField} field */
function pieces({ words }, { before, parts }) {
  let at = 0;
  const shown = [...parts].sort((one, other) => one.start - other.start).map(({ kind, start, end }) => {
    const piece = html`${before.slice(at, Math.max(at, start))}<del title=${words.t(`publish.kind.${kind}`)}>${before.slice(Math.max(at, start), end)}</del><small>〔${words.t(`publish.kind.${kind}`)}〕</small>`;
    at = Math.max(at, end);
    return piece;
  });
  return html`${shown}${before.slice(at)}`;
}

/** @param {View} view */
export function letter(view) {
  const { words, written } = view;
  if (!written) return nothing;
  const name = `${words.t("publish.letter")}-${written.number}`;
  const edit = (/** @type {any} */ { target }) => (view.written = { ...written, text: target.value });
  return html`<section class="card" aria-labelledby="letter">
    <h3 id="letter" tabindex="-1">${words.t("publish.letter")}</h3>
    <p class="quiet-text">${words.t("publish.letter.note")}</p>
    <textarea lang="zh-CN" aria-labelledby="letter" .value=${written.text} @input=${edit}></textarea>
    <p class="pickers">
      <button class="button" @click=${() => download(fileName(name, "txt"), [written.text], "text/plain;charset=utf-8")}>${words.t("watch.save")}</button>
      <button class="button document" @click=${() => saveDocument(name, { parts: notice(written.text) })}>${words.t("publish.letter.document")}</button>
      <button class="button quiet" @click=${() => (view.written = null)}>${words.t("publish.close")}</button>
    </p>
  </section>`;
}

/** @param {View} view */
export function bundle(view) {
  const { words, session } = view;
  const { published } = session;
  const change = (/** @type {any} */ { target }) => session.say({ terms: target.value });
  const minimum = (/** @type {any} */ { target }) => session.say({ minimum: Math.max(1, Math.min(1000, Math.round(Number(target.value)) || 1)) });
  return html`<section class="card" aria-labelledby="bundle">
    <h3 id="bundle">${words.t("publish.bundle")}</h3>
    <p class="quiet-text">${words.t("publish.bundle.note")}</p>
    <label>${words.t("publish.terms")} <textarea class="terms" lang="zh-CN" rows="3" .value=${session.terms} @change=${change}></textarea></label>
    <p class="pickers"><label>${words.t("publish.minimum")} <input class="minimum" type="number" min="1" max="1000" .value=${String(session.minimum)} @change=${minimum}></label></p>
    <p class="pickers">
      <button class="button primary make" ?disabled=${session.isPublishing} @click=${() => session.publish()}>${words.t(session.isPublishing ? "publish.making" : "publish.make")}</button>
      <button class="button" @click=${() => download(fileName(words.t("publish.settings"), "json"), [session.settings()], "application/json")}>${words.t("publish.settings.save")}</button>
      <label class="button file">${words.t("publish.settings.open")}<input class="visually-hidden" type="file" accept=".json" @change=${(/** @type {any} */ { target }) => view.openSettings(target)}></label>
    </p>
    <div role="status">${published ? (published.leaks.length > 0 ? leaks(view, published) : made(view, published)) : nothing}</div>
  </section>`;
}

/** @param {View} view @param {import("../publication/session.js").Published} published */
function made(view, published) {
  const { words } = view;
  const pages = published.files.filter((name) => name.startsWith("item/")).length;
  return html`<p class="proved"><strong>${words.t("publish.proved", { count: pages, redactions: published.redactions, files: published.files.length })}</strong></p>
    ${published.unused > 0 ? html`<p>${words.t("publish.unused", { count: published.unused })}</p>` : nothing}
    <p><button class="button primary take" @click=${() => download(fileName(words.t("publish.bundle"), "zip"), [/** @type {any} */ (published.archive)], "application/zip")}>${words.t("publish.take")}</button></p>
    <p class="quiet-text">${words.t("publish.take.note")}</p>`;
}

/** @param {View} view @param {import("../publication/session.js").Published} published */
function leaks({ words }, { leaks: found }) {
  return html`<p class="stopped"><strong>${words.t("publish.stopped", { count: found.length })}</strong></p>
    <ul>${found.slice(0, 50).map(({ how, kind, name }) => html`<li>${kind ? words.t(`publish.kind.${kind}`) : words.t("publish.kind.none")}　${words.t(`publish.how.${how}`)}　<span lang="zh-CN">${name ?? words.t("publish.file.hidden")}</span></li>`)}</ul>
    <p class="quiet-text">${words.t("publish.stopped.note")}</p>`;
}

/** @param {View} view */
export function embedding(view) {
  const { words } = view;
  const root = `${(view.address || "https://example.gov.cn/jianyi").replace(/\/*$/, "")}/`;
  const tag = [
    `<script type="module" src="${root}portal/portal.js"${view.integrity("portal/portal.js")}></script>`,
    `<jianyi-search src="${root}"></jianyi-search>`,
    `<p>已公开<jianyi-figure src="${root}" name="entries">—</jianyi-figure>件</p>`,
  ].join("\n");
  const frame = [`<script src="${root}portal/frame.js" defer${view.integrity("portal/frame.js")}></script>`, `<iframe src="${root}index.html" title="建议提案办理公开" width="100%"></iframe>`].join("\n");
  // A module's own hash does not cover what it imports; these lines do, where the browser knows them.
  const preload = view.scripts.filter(({ name }) => !["portal/portal.js", "portal/frame.js"].includes(name))
    .map(({ name }) => `<link rel="modulepreload" href="${root}${name}"${view.integrity(name)}>`).join("\n");
  return html`<section class="card" aria-labelledby="embedding">
    <h3 id="embedding">${words.t("publish.embed")}</h3>
    <p class="quiet-text">${words.t("publish.embed.note")}</p>
    <p class="pickers"><label>${words.t("publish.address")} <input class="address" type="url" placeholder="https://example.gov.cn/jianyi" .value=${view.address} @input=${(/** @type {any} */ { target }) => (view.address = target.value.replace(/["<>\s]/g, ""))}></label></p>
    ${[["tag", tag], ["frame", frame], ["preload", preload]].map(([name, text]) => html`<h4>${words.t(`publish.embed.${name}`)}</h4><pre class="scroll" role="region" tabindex="0" aria-label=${words.t(`publish.embed.${name}`)}><code>${text}</code></pre><p><button class="button quiet" @click=${() => view.copy(text)}>${words.t("watch.copy")}</button></p>`)}
  </section>`;
}
