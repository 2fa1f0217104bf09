// Whether the letter can be signed, and what stands against it.
import { html, nothing } from "lit";
import { problemsOf } from "./review-parts.js";
import { goToItem } from "./reply-ways.js";
import { reviewMark } from "./review-marks.js";

/** @param {import("./jianyi-reply.js").JianyiReply} view @param {import("../review/standing.js").Standing} standing */
export function replyVerdict(view, standing) {
  const { words, session } = view;
  const { verdict, blocking, open, items } = standing;
  const advice = items.filter(({ state }) => state === "advice").length;
  const waived = items.filter(({ state }) => state === "waived").length;
  const { title } = session.check?.fields ?? {};
  const links = (/** @type {import("../review/standing.js").StandingItem[]} */ some) => html`
    <ul class="blocking">${some.map(({ item }) => html`<li><button class="link" @click=${() => goToItem(view, item.id)}>${words.localized(item.title, item.titleEn)}</button></li>`)}</ul>`;
  return html`
    <section class="card verdict ${verdict}" aria-labelledby="verdict-title">
      <h2 id="verdict-title" tabindex="-1">${reviewMark(words, "verdict", verdict)}</h2>
      <p class="quiet-text" lang="zh-CN">${title?.value ?? session.source.name}</p>
      ${blocking.length > 0 ? html`<p>${words.t("reply.blocking", { count: blocking.length })}</p>${links(blocking)}` : nothing}
      ${open.length > 0 ? html`<p>${words.t("reply.open", { count: open.length })}</p>${links(open)}` : nothing}
      ${verdict === "no-letter" ? html`<p>${words.t("reply.no-letter")}</p>` : nothing}
      ${verdict === "ready" ? html`<p>${words.t("reply.ready.note")}</p>` : nothing}
      ${advice > 0 ? html`<p class="quiet-text">${words.t("reply.advice", { count: advice })}</p>` : nothing}
      ${waived > 0 ? html`<p class="quiet-text">${words.t("reply.waived.count", { count: waived })}</p>` : nothing}
      ${problemsOf(words, session.check?.problems ?? [])}
    </section>
  `;
}
