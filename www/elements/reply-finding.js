// One finding: what to write instead, where, on which basis; to mend it, or to leave it with a reason.
import { html, nothing } from "lit";
import { wordsOf } from "../review/record.js";
import { pair } from "./review-parts.js";
import { goToFinding } from "./reply-ways.js";
import { severityMark } from "./state-mark.js";

/**
 * @typedef {import("./jianyi-reply.js").JianyiReply} View
 * @typedef {import("../review/standing.js").StandingFinding} StandingFinding
 */

/** @param {View} view @param {StandingFinding} standing @param {import("../engine.js").ChecklistView} item */
export function replyFinding(view, { at, finding, waiver, isWaived }, item) {
  const { words, session } = view;
  const id = `f${at}`;
  const { fix } = finding;
  const isWaiving = view.waiving === id;
  return html`
    <li class="finding ${view.chosen === id ? "chosen" : ""} ${isWaived ? "is-waived" : ""}" id=${id} tabindex="-1">
      <p>${item.state === "confirm" ? nothing : severityMark(words, finding.severity)} <span lang="zh-CN">${finding.message}</span></p>
      ${pair(words.t("review.expected"), finding.expected)}${pair(words.t("review.actual"), finding.actual)}${pair(words.t("review.basis"), finding.basis)}
      ${waiver ? waived(view, waiver, isWaived) : nothing}
      <p class="acts">
        ${finding.spans.length > 0 ? html`<button class="button" @click=${() => goToFinding(view, id)}>${words.t("review.locate")}</button>` : html`<span class="quiet-text">${words.t("review.nowhere")}</span>`}
        ${fix && !isWaived ? html`<button class="button" @click=${() => view.fix(fix)}>${fix.replacement ? words.t("reply.fix", { words: short(fix.replacement) }) : words.t("reply.fix.remove")}</button>` : nothing}
        ${waiver ? nothing : html`<button class="button quiet" aria-expanded=${isWaiving} @click=${() => (view.waiving = isWaiving ? null : id)}>${words.t("reply.waive")}</button>`}
      </p>
      ${isWaiving && !waiver ? form(view, finding, session.text) : nothing}
    </li>
  `;
}

/** @param {View} view @param {import("../review/record.js").Waiver} waiver @param {boolean} isWaived */
function waived({ words, session }, waiver, isWaived) {
  const until = waiver.until ? words.t("reply.waived.until", { day: waiver.until }) : words.t("reply.waived.always");
  return html`
    <p class="waiver">
      <strong>${words.t(isWaived ? "reply.waived" : "reply.waived.over")}</strong>
      ${words.t("reply.waived.words", { reason: waiver.reason, by: waiver.by || words.t("reply.unsigned"), at: waiver.at, until })}
      <button class="button quiet" @click=${() => session.unwaive(waiver)}>${words.t("reply.unwaive")}</button>
    </p>
  `;
}

/** @param {View} view @param {import("../engine.js").FindingView} finding @param {string} text */
function form(view, finding, text) {
  const { words, session } = view;
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const [reason, until, by] = ["reason", "until", "by"].map((name) => String(given.get(name) ?? "").trim());
    view.waive({ rule: finding.rule, words: wordsOf(finding, text), reason, until: until || null }, by);
  };
  return html`
    <form class="waiving" @submit=${submit}>
      <label>${words.t("reply.waive.reason")} <input class="field" name="reason" required></label>
      <label>${words.t("reply.waive.by")} <input class="field" name="by" required .value=${session.review.reviewer}></label>
      <label>${words.t("reply.waive.until")} <input class="field" type="date" name="until"></label>
      <button class="button primary">${words.t("reply.waive.do")}</button>
      <p class="quiet-text">${words.t("reply.waive.note")}</p>
    </form>
  `;
}

/** @param {string} words */
function short(words) {
  return words.length > 16 ? `${words.slice(0, 15)}…` : words;
}
