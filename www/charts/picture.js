// What every chart is made of: one answer of the core, shown as picture, table and sentence.

/** @typedef {import("../locales/index.js").Catalogue} Catalogue */
/** @typedef {{ dimension: string, key: any }} Pick what a click on a bar or a row filters by */
/** @typedef {{ key: string, label: string, cells: string[], pick: Pick | null, drawn: boolean }} TableRow the first cell is the label */
/** @typedef {{ name: string, side: "from" | "to", colour: string, pick: Pick }} Node one end of a flow's bands */
/** @typedef {{ from: string, to: string, value: number, colour: string, pick: Pick }} Band in a flow, as wide as its value */
/** @typedef {{ name: string, colour: string, stack?: string, over?: boolean, values: { value: number, pick: Pick | null }[] }} Series colour: the name of a token */
/**
 * @typedef {object} Picture
 * @property {string} id stable name
 * @property {string} title
 * @property {string} [empty] why there is nothing to draw; then nothing else counts
 * @property {string} reading one sentence (or two) on what the picture shows
 * @property {string} [rest] what only the table shows
 * @property {string[]} [remarks] what is left out of the picture or the counts
 * @property {string[]} columns headings of the table
 * @property {TableRow[]} rows
 * @property {"across" | "upright" | "flow"} bars bars that lie, for names; bars that stand, for time; bands from one set of names to another
 * @property {string[]} categories labels of the bars
 * @property {Series[]} series
 * @property {Node[]} [nodes] of a flow
 * @property {Band[]} [bands] of a flow, in the order of the rows
 */

/**
 * The groups of a dimension that have a key, and the one that stands for what the ledger does not say.
 * @param {any} summary
 * @param {string} name
 */
export function dimensionOf(summary, name) {
  const dimension = summary.dimensions[name];
  const groups = dimension?.groups ?? [];
  return {
    basis: dimension?.basis ?? "entry",
    total: dimension?.total ?? 0,
    overlapping: dimension?.overlapping ?? false,
    leftOut: dimension?.leftOut ?? [],
    said: groups.filter((/** @type {any} */ group) => group.key !== ""),
    unsaid: groups.find((/** @type {any} */ group) => group.key === ""),
  };
}

/**
 * The name of a key: the profile's word for a role, the vocabulary's label, else the ledger's own words.
 * @param {any} summary
 * @param {Catalogue} words
 * @param {string} dimension
 * @param {string} key
 * @returns {string}
 */
export function keyLabel(summary, words, dimension, key) {
  if (key === "" && (dimension === "outcome" || dimension === "mark")) return words.t("outcome.none");
  if (key === "") return words.t(dimension === "rating" ? "rating.none" : "unpublished");
  if (dimension === "role") return roleLabel(summary, words, key);
  if (dimension === "outcome" || dimension === "mark") return words.t("outcome.class", { mark: key });
  if (dimension === "month" || dimension === "replyMonth") return words.month(key);
  if (dimension === "session") return sessionLabel(words, key);
  return words.label(dimension, key);
}

/**
 * @param {any} summary
 * @param {Catalogue} words
 * @param {string} role
 */
export function roleLabel(summary, words, role) {
  const labels = words.localized("rolesZh", "rolesEn");
  return summary.profile?.[labels]?.[role] ?? words.label("role", role);
}

/**
 * Why items are left out, in words: a role by the place's own word.
 * @param {any} summary
 * @param {Catalogue} words
 * @param {string} reason
 */
export function reasonLabel(summary, words, reason) {
  const isRole = reason in (summary.profile?.rolesZh ?? {});
  return isRole ? roleLabel(summary, words, reason) : words.label("reason", reason);
}

/**
 * What a figure leaves out, as one text: 协办 6 件、参阅 1 件不计.
 * @param {any} summary
 * @param {Catalogue} words
 * @param {{ reason: string, count: number }[]} leftOut
 * @param {string} basis
 */
export function leftOutText(summary, words, leftOut, basis) {
  if (leftOut.length === 0) return "";
  const items = leftOut.map(({ reason, count }) => words.t(`left-out.${basis}`, { reason: reasonLabel(summary, words, reason), count }));
  return words.t("left-out", { items: items.join(words.t("list.join")) });
}

/**
 * `主办 10 件`: a name with its count.
 * @param {Catalogue} words
 * @param {string} name
 * @param {number} count
 * @param {string} basis
 */
export function counted(words, name, count, basis) {
  return words.t("chart.colon", { name, value: words.t(`count.${basis}`, { count }) });
}

/**
 * `承办单位未公布 8 件次。`
 * @param {Catalogue} words
 * @param {string} dimension
 * @param {number} count
 * @param {string} basis
 */
export function unsaidText(words, dimension, count, basis) {
  return words.t("chart.unsaid", { dimension: words.t(`dimension.${dimension}`), count: words.t(`count.${basis}`, { count }) });
}

/**
 * @param {Catalogue} words
 * @param {string} key `14-2`
 */
function sessionLabel(words, key) {
  const [congress, number] = key.split("-").map(Number);
  return words.session(congress, number);
}
