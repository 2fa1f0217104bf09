// The help of a rule, as it stands at the head of the rule's file.
import { html, nothing } from "lit";

/**
 * @param {import("../locales/index.js").Catalogue} words
 * @param {import("../engine.js").RuleHelp} rule
 * @param {(example: string) => void} [attempt] opens an example to try
 */
export function ruleHelp(words, rule, attempt) {
  const part = (/** @type {string} */ name, /** @type {unknown} */ content) => html`<div><dt>${words.t(`rule.${name}`)}</dt><dd>${content}</dd></div>`;
  const example = (/** @type {"flagged" | "passes"} */ name) =>
    part(name, html`<pre lang="zh-CN">${withoutFence(rule[name])}</pre>${attempt ? html`<button class="button" @click=${() => attempt(rule[name])}>${words.t("rule.try")}</button>` : nothing}`);
  return html`
    <dl class="rule-help">
      ${part("why", html`<span lang="zh-CN">${rule.why}</span>`)}
      ${part("basis", html`<span lang="zh-CN">${rule.basis}</span>`)}
      ${example("flagged")}${example("passes")}
      ${rule.measured ? part("measured", measured(words, rule.measured)) : nothing}
      ${rule.limits ? part("limits", html`<span lang="zh-CN">${rule.limits}</span>`) : nothing}
    </dl>
  `;
}

/** Recall and precision, each with its two counts. @param {import("../locales/index.js").Catalogue} words @param {import("../engine.js").RuleMeasure} measure */
function measured(words, { expected, found, wrong }) {
  const told = found + wrong;
  const recall = words.t("rule.measured.recall", { found, expected });
  return told > 0 ? html`${recall}${words.t("rule.measured.precision", { told, found })}` : recall;
}

/** @param {string} example */
export function withoutFence(example) {
  return example.split("\n").filter((line) => !line.startsWith("```")).join("\n");
}

/** The rules for letters or for reports, by id. @param {import("../engine.js").RuleHelp[]} rules @param {"reply" | "report"} wanted */
export function rulesFor(rules, wanted) {
  return new Map(rules.filter(({ subject }) => subject === wanted).map((rule) => [rule.id, rule]));
}
