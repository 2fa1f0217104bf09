// What was found wrong in an entry's own record.
import { html, nothing } from "lit";
import { placeText } from "./error-text.js";
import { severityMark } from "./state-mark.js";

/**
 * @param {import("../locales/index.js").Catalogue} words
 * @param {import("../engine.js").EntryView} view
 */
export function entryProblems(words, { problems }) {
  if (problems.length === 0) return nothing;
  return html`
    <section class="card" aria-labelledby="problems">
      <h3 id="problems">${words.t("entry.problems")}</h3>
      <ul class="problems">${problems.map((problem) => html`<li>
        ${severityMark(words, problem.severity)}
        <p>${words.localized(problem.message, problem.messageEn)}</p>
        <p class="quiet-text">${placeText(words, problem.place)}</p>
      </li>`)}</ul>
    </section>
  `;
}
