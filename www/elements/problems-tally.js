// The records of the file, counted: nothing is lost. What was skipped, and why.
import { html, nothing } from "lit";
import { placeText } from "./error-text.js";

/** Listed; more are blank rows for the most part. */
const LISTED = 200;

/** @param {import("./jianyi-problems.js").JianyiProblems} view */
export function problemsTally(view) {
  const { tally, skipped, words } = view;
  if (!tally) return nothing;
  return html`
    <div class="tally">
      <p>${words.t("problems.tally", { ...tally })}</p>
      <button class="button" @click=${() => view.tell("jianyi-columns")}>${words.t("problems.columns")}</button>
      ${skipped.length === 0 ? nothing : html`<details class="card">
        <summary>${words.t("problems.skipped", { count: tally.skipped })}</summary>
        <ul class="problems">${skipped.slice(0, LISTED).map(({ place, reason, text }) => html`<li>${words.label("skip", reason)}<span class="where">${placeText(words, place)} ${text}</span></li>`)}</ul>
      </details>`}
    </div>
  `;
}
