// The charts of the overview, in reading order. To add one: a function of the summary, and a line here.
import { days } from "./days.js";
import { flow } from "./flow.js";
import { months } from "./months.js";
import { parts } from "./parts.js";
import { ranked } from "./ranked.js";

/**
 * @param {any} summary
 * @param {import("./picture.js").Catalogue} words
 * @returns {import("./picture.js").Picture[]}
 */
export function pictures(summary, words) {
  return [
    ranked(summary, words, { id: "roles", dimension: "role", listed: true }),
    flow(summary, words),
    parts(summary, words, { id: "rating", dimension: "rating" }),
    months(summary, words),
    days(summary, words),
    ranked(summary, words, { id: "topics", dimension: "topic" }),
    ranked(summary, words, { id: "bodies", dimension: "body" }),
    parts(summary, words, { id: "state", dimension: "state" }),
    ranked(summary, words, { id: "means", dimension: "means", listed: true }),
    parts(summary, words, { id: "disclosure", dimension: "disclosure" }),
    ranked(summary, words, { id: "delegations", dimension: "delegation" }),
  ];
}
