// Alike entries: groups that are proposed, why, and what a person says of them.
import { html, nothing } from "lit";
import { download, fileName } from "./download.js";
import { csvLine } from "./csv-line.js";

/** @typedef {import("./jianyi-watch.js").JianyiWatch} View */

/** @param {View} view */
export function similar(view) {
  const { words, groups, shownGroups } = view;
  const found = groups.groups;
  const confirmed = groups.confirmed();
  const head = ["group", "number", "heading", "body"].map((name) => words.t(`watch.similar.${name}`));
  const save = () => download(fileName(words.t("watch.similar"), "csv"), [`\uFEFF${[head, ...confirmed].map(csvLine).join("\r\n")}\r\n`], "text/csv;charset=utf-8");
  return html`
    <section class="card" aria-labelledby="similar">
      <h3 id="similar">${words.t("watch.similar")}</h3>
      <p class="quiet-text">${words.t("watch.similar.note")}</p>
      ${found ? html`<p role="status">${words.t("watch.similar.found", { count: found.length })}</p>` : html`<p><button class="button find-similar" ?disabled=${view.isFinding} @click=${() => view.findSimilar()}>${words.t(view.isFinding ? "loading" : "watch.similar.find")}</button></p>`}
      ${confirmed.length > 0 ? html`<p><button class="button" @click=${save}>${words.t("watch.similar.save")}</button></p>` : nothing}
      ${(found ?? []).slice(0, shownGroups).map((group) => one(view, group))}
      ${found && found.length > shownGroups ? html`<p><button class="button quiet" @click=${() => (view.shownGroups += 20)}>${words.t("watch.more")}</button></p>` : nothing}
    </section>
  `;
}

/** @param {View} view @param {import("../watch/groups.js").Group} group */
function one(view, group) {
  const { words, groups } = view;
  const { state, without } = groups.of(group);
  const toggle = (/** @type {string} */ id) => groups.say(group, { without: without.includes(id) ? without.filter((one) => one !== id) : [...without, id] });
  const say = (/** @type {"confirmed" | "rejected"} */ word) => groups.say(group, { state: state === word ? "open" : word });
  return html`<div class="group" role="group" aria-label=${group.phrases[0] ?? words.t("watch.similar")}>
    <p><strong lang="zh-CN">${group.phrases.join("；")}</strong> <small class="quiet-text">${words.t("watch.similar.score", { score: group.score, count: group.entries.length })}</small>${group.key ? html` <span class="tag small">${words.t("watch.similar.key")}</span>` : nothing}${group.livelihood ? html` <span class="tag small">${words.t("watch.similar.livelihood")}</span>` : nothing}</p>
    <ul>${group.entries.map((entry) => html`<li><label><input type="checkbox" .checked=${!without.includes(entry.id)} @change=${() => toggle(entry.id)} aria-label=${words.t("watch.similar.belongs", { title: entry.title ?? "" })}></label>
      ${view.link(entry.id, `${entry.number ?? ""} ${entry.title ?? words.t("title.none")}`.trim())} <small class="quiet-text"><span>${words.t(`kind.${entry.kind}`)}</span>${entry.key ? html`　${words.t("watch.similar.key")}` : nothing}${entry.livelihood ? html`　${words.t("watch.similar.livelihood")}` : nothing}${entry.body ? html`　<span lang="zh-CN">${entry.body}</span>` : nothing}</small></li>`)}</ul>
    <p class="pickers"><button class="button" aria-pressed=${state === "confirmed"} @click=${() => say("confirmed")}>${words.t("watch.similar.confirm")}</button>
      <button class="button quiet" aria-pressed=${state === "rejected"} @click=${() => say("rejected")}>${words.t("watch.similar.reject")}</button></p>
  </div>`;
}
