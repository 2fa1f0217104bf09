// The office's own table of laws and its own list of phrases that go against policy, beside those that come with the rules.
import { keep, kept } from "./store.js";

export const FORMAT = "jianyi/reply-tables/1";
const KEPT = "reply-tables";

/**
 * @typedef {import("../engine.js").LawQuery} LawQuery
 * @typedef {{ laws: LawQuery[], againstPolicy: string[] }} Tables
 */

/** @returns {Tables} */
export function noTables() {
  return { laws: [], againstPolicy: [] };
}

/**
 * Reads a file of such tables: `{ format, laws, againstPolicy }`, or a list of laws alone.
 *
 * @param {string} json
 * @returns {Tables | null} nothing where it holds neither
 */
export function readTables(json) {
  let file;
  try {
    file = JSON.parse(json);
  } catch {
    return null;
  }
  if (!Array.isArray(file) && file?.format !== FORMAT) return null;
  const given = Array.isArray(file) ? { laws: file } : file;
  const list = (/** @type {unknown} */ value) => (Array.isArray(value) ? value : []);
  const word = (/** @type {unknown} */ value) => (typeof value === "string" && value.trim() !== "" ? value.trim() : undefined);
  const laws = list(given.laws).flatMap((law) => {
    const name = word(law?.name);
    if (!name) return [];
    return [{ name, inForce: word(law.inForce), revisedInForce: word(law.revisedInForce), repealedOn: word(law.repealedOn), replacedBy: word(law.replacedBy) }];
  });
  const againstPolicy = list(given.againstPolicy).flatMap((phrase) => word(phrase) ?? []);
  return laws.length + againstPolicy.length > 0 ? { laws, againstPolicy } : null;
}

/** What a check is given of them. @param {Tables} tables @returns {Partial<import("../engine.js").ReplyQuery>} */
export function queried({ laws, againstPolicy }) {
  return { ...(laws.length > 0 ? { laws } : {}), ...(againstPolicy.length > 0 ? { againstPolicy } : {}) };
}

/** @returns {Promise<Tables>} those that this browser keeps */
export async function keptTables() {
  const json = await kept(KEPT);
  return (typeof json === "string" && readTables(json)) || noTables();
}

/** @param {Tables | null} tables none: they are forgotten */
export async function keepTables(tables) {
  await keep(KEPT, tables ? JSON.stringify({ format: FORMAT, ...tables }) : undefined);
}
