// Each ask with what the letter says to it, and what was read of the letter.
import { html, nothing } from "lit";
import { locate } from "./reply-ways.js";
import { reviewMark } from "./review-marks.js";

/** The parts of a letter in the order in which they stand in it. */
const FIELDS = /** @type {const} */ (["outcomeMark", "disclosure", "documentNumber", "signer", "title", "kind", "itemNumber", "addressee", "issuer", "date", "contact", "phone", "copiedTo"]);

/** @param {import("./jianyi-reply.js").JianyiReply} view @param {import("../engine.js").ReplyCheck} check */
export function replyAsks(view, { asks }) {
  const { words, session } = view;
  if (asks.length === 0) return html`<p class="card none">${words.t("reply.asks.none")}</p>`;
  return html`
    <section class="card" aria-labelledby="asks-title">
      <h3 id="asks-title">${words.t("reply.asks")}</h3>
      <p class="quiet-text">${words.t("reply.asks.note")}</p>
      <ol class="asks">${asks.map(({ ask, score, state, spans }) => html`<li>
        <p class="ask" lang="zh-CN">${ask}</p>
        <p class="line">${reviewMark(words, "ask", state)}
          <span class="quiet-text nearness">${words.t("reply.asks.score")} <progress max="1" .value=${score} aria-label=${words.t("reply.asks.score")}></progress></span>
        </p>
        ${spans.length === 0 ? html`<p class="quiet-text">${words.t("reply.asks.nothing")}</p>` : nothing}
        <ul class="evidence">${spans.map((span) => html`<li>
          <blockquote lang="zh-CN">${session.text.slice(...span).trim()}</blockquote>
          <button class="button" @click=${() => locate(view, span)}>${words.t("review.locate")}</button>
        </li>`)}</ul>
      </li>`)}</ol>
    </section>
  `;
}

/** @param {import("./jianyi-reply.js").JianyiReply} view @param {import("../engine.js").ReplyCheck} check */
export function replyFields(view, { fields }) {
  const { words } = view;
  const day = (/** @type {string} */ value) => words.date(value);
  return html`
    <section class="card" aria-labelledby="fields-title">
      <h3 id="fields-title">${words.t("reply.fields")}</h3>
      <p class="quiet-text">${words.t("reply.fields.note")}</p>
      <dl class="fields">${FIELDS.map((name) => {
        const field = fields[name];
        return html`<div>
          <dt>${words.t(`reply.field.${name}`)}</dt>
          <dd lang=${field ? "zh-CN" : nothing} class=${field ? "" : "quiet-text"}>${field ? (name === "date" ? day(field.value) : field.value) : words.t("reply.field.none")}</dd>
          <dd>${field ? html`<button class="button" aria-label=${words.t("reply.field.locate", { field: words.t(`reply.field.${name}`) })} @click=${() => locate(view, field.span)}>${words.t("review.locate")}</button>` : nothing}</dd>
        </div>`;
      })}</dl>
    </section>
  `;
}
