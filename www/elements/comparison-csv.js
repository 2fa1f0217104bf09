// A comparison as a table that office programs open: a line for each field that differs.
import { fieldPath, fieldValue } from "./field-path.js";
import { csv } from "./problems-csv.js";

/**
 * @param {import("../locales/index.js").Catalogue} words
 * @param {import("../generated/jianyi.js").Comparison} comparison
 */
export function comparisonCsv(words, { added, gone, changed }) {
  const head = ["kind", "number", "name", "field", "before", "after"].map((name) => words.t(`compare.${name}`));
  const line = (/** @type {string} */ kind, /** @type {any} */ row, /** @type {unknown[]} */ rest = ["", "", ""]) => [words.t(`compare.${kind}`), row.number, row.title, ...rest];
  const changes = changed.flatMap(({ row, stateBefore, stateAfter, fields }) => [
    ...(stateBefore === stateAfter ? [] : [line("changed", row, [words.t("compare.state"), words.label("state", stateBefore), words.label("state", stateAfter)])]),
    ...fields.map(({ pointer, before, after }) => line("changed", row, [fieldPath(words, pointer), fieldValue(words, pointer, before), fieldValue(words, pointer, after)])),
  ]);
  return csv([head, ...added.map((row) => line("added", row)), ...gone.map((row) => line("gone", row)), ...changes]);
}
