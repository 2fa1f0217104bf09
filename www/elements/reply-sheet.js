// The review sheet for the file: what is printed in place of the view, on A4.
import { html, nothing } from "lit";

/** @param {import("./jianyi-reply.js").JianyiReply} view @param {import("../review/standing.js").Standing} standing */
export function replySheet({ words, session }, { verdict, items }) {
  const { check, review, query } = session;
  if (!check) return nothing;
  const { title, itemNumber, issuer, date, documentNumber } = check.fields;
  const row = (/** @type {string} */ name, /** @type {string | null | undefined} */ value) => html`<tr><th scope="row">${name}</th><td>${value || words.t("sheet.blank")}</td></tr>`;
  const notable = items.filter(({ state }) => !["pass", "not-applicable"].includes(state));
  return html`
    <section class="sheet">
      <h2>${words.t("sheet.title")}</h2>
      <table><tbody>
        ${row(words.t("reply.field.title"), title?.value)}
        ${row(words.t("reply.suggestion.title"), query.suggestion?.title)}
        ${row(words.t("reply.field.itemNumber"), itemNumber?.value)}
        ${row(words.t("reply.field.documentNumber"), documentNumber?.value)}
        ${row(words.t("reply.field.issuer"), words.list([issuer?.value, date?.value].filter((part) => part !== undefined)))}
        ${row(words.t("sheet.verdict"), words.t(`verdict.${verdict}`))}
      </tbody></table>
      <h3>${words.t("sheet.items", { passed: items.filter(({ state }) => state === "pass").length, notable: notable.length })}</h3>
      ${notable.length > 0 ? html`<table>
        <thead><tr>${["group", "item", "state", "remark"].map((name) => html`<th scope="col">${words.t(`sheet.${name}`)}</th>`)}</tr></thead>
        <tbody>${notable.map(({ item, state, findings, mark }) => html`<tr>
          <td>${words.t(`group.${item.group}`)}</td>
          <td>${words.localized(item.title, item.titleEn)}</td>
          <td>${words.t(`item.${state}`)}</td>
          <td>${findings.map(({ finding, waiver }) => html`<p>${finding.message}${waiver ? ` ${words.t("reply.waived.short", { reason: waiver.reason, by: waiver.by })}` : ""}</p>`)}
            ${mark ? html`<p>${[mark.note, words.t("reply.signed", { by: mark.by || words.t("reply.unsigned"), at: mark.at })].filter(Boolean).join(" ")}</p>` : nothing}</td>
        </tr>`)}</tbody>
      </table>` : nothing}
      ${check.asks.length > 0 ? html`<h3>${words.t("reply.asks")}</h3><table><tbody>${check.asks.map(({ ask, state }) => html`<tr><td>${ask}</td><td>${words.t(`ask.${state}`)}</td></tr>`)}</tbody></table>` : nothing}
      <p class="signatures"><span>${words.t("sheet.reviewer", { name: review.reviewer })}</span><span>${words.t("sheet.leader")}</span><span>${words.t("sheet.day")}</span></p>
      <p class="quiet-text">${words.t("sheet.note", { hash: session.hash })}</p>
    </section>
  `;
}
