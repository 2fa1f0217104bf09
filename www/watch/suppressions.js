// Warnings that a person does not want to see until a day: why, who, until when. Kept in this browser, and as a file.
import { keep, kept } from "../review/store.js";

/**
 * @typedef {object} Suppression
 * @property {string} rule
 * @property {string} id of what the warning speaks of
 * @property {string | null} number
 * @property {string | null} title another one under the same id is no longer meant
 * @property {string} reason
 * @property {string} by who decided
 * @property {string} until the last day on which it holds, `YYYY-MM-DD`
 *
 * @typedef {{ rule: string, id: string, number: string | null, title: string | null }} Warned
 */

export const SUPPRESSIONS = "jianyi/suppressions/1";
const TEXTS = /** @type {const} */ (["rule", "id", "reason", "by", "until"]);

export class Suppressions {
  /** @param {string} key under which they are kept @param {() => void} changed */
  constructor(key, changed) {
    this.key = key;
    this.changed = changed;
    /** @type {Suppression[]} */ this.all = [];
  }

  async open() {
    this.all = (await kept(this.key)) ?? [];
    this.changed();
  }

  /** What was said of a warning, also where it no longer holds. @param {Warned} warned @returns {Suppression | undefined} */
  said(warned) {
    return this.all.find((one) => isOf(one, warned));
  }

  /** What holds of a warning on a day. @param {Warned} warned @param {string} today @returns {Suppression | undefined} */
  of(warned, today) {
    const said = this.said(warned);
    return said && said.until >= today ? said : undefined;
  }

  /** @param {Warned} warned @param {{ reason: string, by: string, until: string }} word */
  async suppress({ rule, id, number, title }, { reason, by, until }) {
    await this.take([...this.all.filter((one) => !isOf(one, { rule, id, number, title })), { rule, id, number, title, reason, by, until }]);
  }

  /** @param {Warned} warned */
  async lift(warned) {
    await this.take(this.all.filter((one) => !isOf(one, warned)));
  }

  json() {
    return JSON.stringify({ format: SUPPRESSIONS, suppressions: this.all }, null, 2);
  }

  /** Takes in a file's; what it says of a warning goes before what was said here. @param {string} json @returns {Promise<number>} how many it holds @throws {SyntaxError} where it is no such file */
  async read(json) {
    const document = JSON.parse(json);
    const isOne = (/** @type {any} */ one) => TEXTS.every((name) => typeof one?.[name] === "string" && one[name].trim() !== "") && isDay(one.until);
    if (document?.format !== SUPPRESSIONS || !Array.isArray(document.suppressions) || !document.suppressions.every(isOne)) throw new SyntaxError(SUPPRESSIONS);
    /** @type {Suppression[]} */
    const brought = document.suppressions.map((/** @type {Suppression} */ { rule, id, number, title, reason, by, until }) => ({ rule, id, number: number ?? null, title: title ?? null, reason, by, until }));
    await this.take([...this.all.filter((one) => !brought.some((other) => isOf(one, other))), ...brought]);
    return brought.length;
  }

  /** @param {Suppression[]} all */
  async take(all) {
    this.all = all;
    this.changed();
    await keep(this.key, all);
  }
}

/** @param {Suppression} one @param {Warned} warned */
function isOf(one, { rule, id, number, title }) {
  return one.rule === rule && one.id === id && one.number === (number ?? null) && one.title === (title ?? null);
}

/** Whether there is such a day. @param {string} text */
function isDay(text) {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
