// How far an entry's answer is: a picture and the word, so that colour says nothing alone.
import { html, svg } from "lit";

/** @type {Record<string, { tone: string, icon: import("lit").TemplateResult }>} */
const MARKS = {
  "in-time": { tone: "good", icon: svg`<path d="M3.5 8.5l3 3 6-7"/>` },
  answered: { tone: "plain", icon: svg`<path d="M3.5 8.5l3 3 6-7"/>` },
  late: { tone: "warn", icon: svg`<path d="M2.5 8.5l2.5 3 4-5.5"/><path d="M13 4v5M13 12v.01"/>` },
  overdue: { tone: "bad", icon: svg`<path d="M8 2l6.5 11.5h-13z"/><path d="M8 6.5v3.2M8 11.7v.01"/>` },
  "due-soon": { tone: "warn", icon: svg`<circle cx="8" cy="8" r="6"/><path d="M8 4.5V8l2.5 1.5"/>` },
  open: { tone: "plain", icon: svg`<circle cx="8" cy="8" r="6"/><path d="M5 8h.01M8 8h.01M11 8h.01"/>` },
  "no-reply-owed": { tone: "soft", icon: svg`<path d="M3.5 8h9"/>` },
  withdrawn: { tone: "soft", icon: svg`<path d="M4 4l8 8M12 4l-8 8"/>` },
};
const UNKNOWN = { tone: "soft", icon: svg`<path d="M5.5 6a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.5M8 12.5v.01"/>` };

/**
 * @param {import("../locales/index.js").Catalogue} words
 * @param {string} state
 */
export function stateMark(words, state) {
  const { tone, icon } = MARKS[state] ?? UNKNOWN;
  return html`<span class="mark ${tone}">${symbol(icon)}<span>${words.label("state", state)}</span></span>`;
}

/** @type {Record<string, { tone: string, icon: import("lit").TemplateResult }>} */
const GRAVITY = {
  error: { tone: "bad", icon: svg`<circle cx="8" cy="8" r="6"/><path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4"/>` },
  warning: { tone: "warn", icon: svg`<path d="M8 2l6.5 11.5h-13z"/><path d="M8 6.5v3.2M8 11.7v.01"/>` },
  info: { tone: "plain", icon: svg`<circle cx="8" cy="8" r="6"/><path d="M8 7.2v4M8 4.8v.01"/>` },
};

/**
 * @param {import("../locales/index.js").Catalogue} words
 * @param {string} severity
 */
export function severityMark(words, severity) {
  const { tone, icon } = GRAVITY[severity] ?? UNKNOWN;
  return html`<span class="mark ${tone}">${symbol(icon)}<span>${words.label("severity", severity)}</span></span>`;
}

/** @param {import("lit").TemplateResult} icon */
export function symbol(icon) {
  return html`<svg class="symbol" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${icon}</svg>`;
}
