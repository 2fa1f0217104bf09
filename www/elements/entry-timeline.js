// An entry's history as a list of steps, the earliest first, round by round.
import { html, nothing } from "lit";
import { roleLabel } from "../charts/picture.js";

/**
 * @typedef {import("../locales/index.js").Catalogue} Catalogue
 * @typedef {import("../engine.js").EntryView} EntryView
 * @typedef {EntryView["timeline"][number]} Step
 */

/** Whose vocabulary a step's word is; marks of outcome schemes are in none. */
const VOCABULARIES = /** @type {Record<string, string>} */ ({
  assigned: "role",
  received: "role",
  returned: "role",
  reassigned: "role",
  consulted: "means",
  feedback: "rating",
  committed: "commitment",
  kept: "commitment",
  published: "disclosure",
});

/**
 * @param {Catalogue} words
 * @param {EntryView} view
 * @param {import("../engine.js").ProfileSummary | undefined} profile
 */
export function entryTimeline(words, { timeline }, profile) {
  const rounds = [...new Set(timeline.map(({ round }) => round))];
  return html`
    <section class="card" aria-labelledby="timeline">
      <h3 id="timeline">${words.t("entry.timeline")}</h3>
      ${timeline.length === 0 ? html`<p class="quiet-text">${words.t("entry.steps.none")}</p>` : nothing}
      ${rounds.map((round) => html`
        ${rounds.length > 1 ? html`<h4>${words.t("entry.round", { round })}</h4>` : nothing}
        <ol class="steps">${timeline.filter((step) => step.round === round).map((step) => oneStep(words, step, profile))}</ol>
      `)}
    </section>
  `;
}

/** @param {Catalogue} words @param {Step} step @param {import("../engine.js").ProfileSummary | undefined} profile */
function oneStep(words, { on, step, body, word, text, tone }, profile) {
  const said = word && wordOf(words, step, word, profile);
  return html`
    <li class="step ${tone}">
      <span class="when">${on ? html`<time datetime=${on}>${on}</time>` : html`<span class="undated">${words.t("entry.undated")}</span>`}</span>
      <span class="what">
        <strong>${words.label("step", step)}</strong>
        ${said ? html`<span class="tag">${said}</span>` : nothing}
        ${tone === "late" || tone === "bad" ? html`<span class="tone">${words.label("tone", tone)}</span>` : nothing}
        ${body ? html`<span class="body">${body}</span>` : nothing}
        ${text ? html`<span class="said">${text}</span>` : nothing}
      </span>
    </li>
  `;
}

/** @param {Catalogue} words @param {string} step @param {string} word @param {import("../engine.js").ProfileSummary | undefined} profile */
function wordOf(words, step, word, profile) {
  const vocabulary = VOCABULARIES[step];
  if (vocabulary === "role") return roleLabel({ profile }, words, word);
  return vocabulary ? words.label(vocabulary, word) : word;
}
