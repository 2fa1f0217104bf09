// States of items and figures: a picture and the word, so that colour says nothing alone.
import { html, svg } from "lit";
import { symbol } from "./state-mark.js";

const TICK = svg`<path d="M3.5 8.5l3 3 6-7"/>`;
const CROSS = svg`<circle cx="8" cy="8" r="6"/><path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4"/>`;
const QUESTION = svg`<circle cx="8" cy="8" r="6"/><path d="M6.3 6.4a1.8 1.8 0 1 1 2.5 1.7c-.5.3-.8.6-.8 1.2M8 11.3v.01"/>`;
const DASH = svg`<path d="M3.5 8h9"/>`;
const PAUSE = svg`<circle cx="8" cy="8" r="6"/><path d="M6.3 5.5v5M9.7 5.5v5"/>`;
const ADVICE = svg`<circle cx="8" cy="8" r="6"/><path d="M8 7.2v4M8 4.8v.01"/>`;
const PART = svg`<circle cx="8" cy="8" r="6"/><path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor"/>`;
const CLOCK = svg`<circle cx="8" cy="8" r="6"/><path d="M8 4.5V8l2.5 1.5"/>`;

/** @type {Record<string, Record<string, { tone: string, icon: import("lit").TemplateResult }>>} */
const MARKS = {
  "item": {
    "pass": { tone: "good", icon: TICK },
    "fail": { tone: "bad", icon: CROSS },
    "advice": { tone: "plain", icon: ADVICE },
    "confirm": { tone: "warn", icon: QUESTION },
    "confirmed": { tone: "good", icon: TICK },
    "waived": { tone: "soft", icon: PAUSE },
    "not-applicable": { tone: "soft", icon: DASH },
  },
  "verdict": {
    "ready": { tone: "good", icon: TICK },
    "confirm": { tone: "warn", icon: QUESTION },
    "not-ready": { tone: "bad", icon: CROSS },
    "no-letter": { tone: "warn", icon: QUESTION },
    "as-before": { tone: "soft", icon: PAUSE },
    "unread": { tone: "bad", icon: CROSS },
    "unchecked": { tone: "warn", icon: QUESTION },
    "consistent": { tone: "good", icon: TICK },
    "inconsistent": { tone: "bad", icon: CROSS },
  },
  "ask": {
    "answered": { tone: "good", icon: TICK },
    "partly": { tone: "warn", icon: PART },
    "deferred": { tone: "warn", icon: CLOCK },
    "missing": { tone: "bad", icon: CROSS },
  },
  "bound": {
    "agrees": { tone: "good", icon: TICK },
    "differs": { tone: "bad", icon: CROSS },
    "approximate": { tone: "soft", icon: PART },
    "earlier": { tone: "soft", icon: CLOCK },
    "unbound": { tone: "warn", icon: QUESTION },
  },
  "year": {
    "agrees": { tone: "good", icon: TICK },
    "differs": { tone: "bad", icon: CROSS },
    "unmatched": { tone: "warn", icon: QUESTION },
  },
  "public": {
    "agrees": { tone: "good", icon: TICK },
    "differs": { tone: "bad", icon: CROSS },
    "unbound": { tone: "warn", icon: QUESTION },
  },
  "equation": {
    "holds": { tone: "good", icon: TICK },
    "broken": { tone: "bad", icon: CROSS },
  },
};

/**
 * @param {import("../locales/index.js").Catalogue} words
 * @param {"item" | "verdict" | "ask" | "bound" | "year" | "public" | "equation"} kind
 * @param {string} state
 */
export function reviewMark(words, kind, state) {
  const { tone, icon } = MARKS[kind][state] ?? { tone: "soft", icon: DASH };
  return html`<span class="mark ${tone}">${symbol(icon)}<span>${words.t(`${kind}.${state}`)}</span></span>`;
}
