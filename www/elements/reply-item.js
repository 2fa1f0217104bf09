// One line of the checklist: its state, what was found, what a person says of it, its help.
import { html, nothing } from "lit";
import { replyFinding } from "./reply-finding.js";
import { reviewMark } from "./review-marks.js";
import { ruleHelp } from "./rule-help.js";

/** @param {import("./jianyi-reply.js").JianyiReply} view @param {import("../review/standing.js").StandingItem} standing */
export function replyItem(view, { item, state, findings, mark }) {
  const { words } = view;
  const isOpen = view.opened.has(item.id);
  const rule = view.rules.get(item.id);
  return html`
    <li class="item ${state} ${view.chosenItem === item.id ? "chosen" : ""}" id="item-${item.id}" tabindex="-1">
      <p class="line">
        ${reviewMark(words, "item", state)}
        <button class="title" aria-expanded=${isOpen} @click=${() => view.toggle(item.id)}>${words.localized(item.title, item.titleEn)}</button>
      </p>
      ${findings.length > 0 ? html`<ul class="findings">${findings.map((finding) => replyFinding(view, finding, item))}</ul>` : nothing}
      ${item.state === "confirm" ? confirming(view, item, mark) : nothing}
      ${isOpen && rule ? html`<div class="help">${ruleHelp(words, rule)}<button class="button quiet" @click=${() => view.tell("jianyi-open-rule", { id: item.id, subject: "reply" })}>${words.t("review.rule.open")}</button></div>` : nothing}
    </li>
  `;
}

/**
 * What only a person can judge: a tick, a note, who and when.
 *
 * @param {import("./jianyi-reply.js").JianyiReply} view
 * @param {import("../engine.js").ChecklistView} item
 * @param {import("../review/record.js").Mark | undefined} mark
 */
function confirming({ words, session }, { id }, mark) {
  return html`
    <div class="confirming">
      <label class="tick"><input type="checkbox" .checked=${mark?.confirmed ?? false} @change=${(/** @type {any} */ event) => session.mark(id, { confirmed: event.target.checked })}> ${words.t("reply.confirm")}</label>
      <label class="note"><span class="visually-hidden">${words.t("reply.note")}</span>
        <input class="field" .value=${mark?.note ?? ""} placeholder=${words.t("reply.note")} @change=${(/** @type {any} */ event) => session.mark(id, { note: event.target.value })}>
      </label>
      ${mark ? html`<span class="quiet-text signed">${words.t("reply.signed", { by: mark.by || words.t("reply.unsigned"), at: mark.at })}</span>` : nothing}
    </div>
  `;
}
