// One series per outcome class, in the order of the scheme: the bars of every stacked chart.
import { keyLabel } from "./picture.js";

const TOKENS = ["outcome-a", "outcome-b", "outcome-c", "outcome-d"];

/**
 * The classes of the scheme that occur in the groups, each with its colour; unknown outcomes last.
 * @param {any} summary
 * @param {import("./picture.js").Catalogue} words
 * @param {any[]} groups
 */
export function classesIn(summary, words, groups) {
  const occurring = new Set(groups.flatMap((group) => group.outcomes.map((/** @type {any} */ part) => part.key)));
  const scheme = classesOf(summary);
  const known = scheme.filter((key) => occurring.has(key));
  const foreign = [...occurring].filter((key) => key !== "" && !scheme.includes(key)).sort();
  const keys = [...known, ...foreign, ...(occurring.has("") ? [""] : [])];
  return keys.map((key) => ({ key, name: keyLabel(summary, words, "outcome", key), colour: classColour(summary, key) }));
}

/**
 * The classes of the scheme, in its order.
 * @param {any} summary
 * @returns {string[]}
 */
export function classesOf(summary) {
  return [...new Set(/** @type {any[]} */ (summary.profile?.marks ?? []).map((mark) => mark.class))];
}

/**
 * The token that colours a class.
 * @param {any} summary
 * @param {string} key
 */
export function classColour(summary, key) {
  if (key === "") return "outcome-none";
  return TOKENS[classesOf(summary).indexOf(key)] ?? "outcome-other";
}

/**
 * The count of one class in a group.
 * @param {any} group
 * @param {string} key
 * @returns {number}
 */
export function classCount(group, key) {
  return group.outcomes.find((/** @type {any} */ part) => part.key === key)?.count ?? 0;
}
