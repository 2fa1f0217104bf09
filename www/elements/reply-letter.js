// The letter with what was found in it.
import { html, nothing } from "lit";
import { TONES, layersOf } from "../review/letter-layers.js";
import { markedText } from "./marked-text.js";
import { goToItem, step } from "./reply-ways.js";

/** @param {import("./jianyi-reply.js").JianyiReply} view @param {import("../review/standing.js").Standing} standing */
export function replyLetter(view, standing) {
  const { words, session } = view;
  const layers = layersOf(standing, view.chosen);
  const located = view.located ? [{ span: view.located, tone: "located" }] : [];
  const present = TONES.filter((tone) => layers.some((layer) => layer.tone === tone));
  const way = (/** @type {number} */ by) => html`<button class="button quiet" ?disabled=${layers.length === 0} @click=${() => step(view, by)}>${words.t(by < 0 ? "review.previous" : "review.next")}</button>`;
  return html`
    <div class="card letter">
      <div class="top">
        <h3>${words.t("reply.letter")}</h3>
        <span class="steps">${way(-1)}${way(1)}</span>
      </div>
      <p class="legend">${present.length > 0 ? present.map((tone) => html`<span class="hit tone-${tone}">${words.t(`tone.of.${tone}`)}</span>`) : words.t("reply.letter.clean")}</p>
      <div class="paper" lang="zh-CN" tabindex="0" role="region" aria-label=${words.t("reply.letter")}>${markedText(session.text, [...layers, ...located], (id) => goToItem(view, id))}</div>
      ${session.undo.length > 0 ? html`<p class="undo"><span class="quiet-text">${words.t("reply.fixed", { count: session.undo.length })}</span> <button class="button" @click=${() => view.unfix()}>${words.t("reply.unfix")}</button></p>` : nothing}
    </div>
  `;
}
