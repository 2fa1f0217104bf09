// Message catalogues: a language is one file beside this one and one line here.
import zh from "./zh-CN.js";
import en from "./en.js";

/** @typedef {{ locale: string, t: (key: string, params?: Record<string, unknown>) => string, label: (vocabulary: string, word: string | null | undefined) => string, number: (value: number) => string, bytes: (value: number) => string, date: (day: string | null | undefined) => string, month: (month: string) => string, session: (congress: number, number: number) => string, list: (parts: string[]) => string, localized: (zh: string, en: string) => string }} Catalogue */

/** @type {Record<string, Record<string, string>>} */
const messages = { "zh-CN": zh, en };

/** The languages of the page, with the name that each gives itself. */
export const LOCALES = [
  { id: "zh-CN", name: "中文" },
  { id: "en", name: "English" },
];

/**
 * Adds the messages of views that are loaded when they are first shown.
 * @param {Record<string, Record<string, string>>} more by language
 */
export function addMessages(more) {
  for (const [locale, added] of Object.entries(more)) Object.assign(messages[locale], added);
}

/** @type {Map<string, Catalogue>} */
const made = new Map();

/**
 * The catalogue for a language tag: `en-GB` gets `en`, everything unknown gets Chinese.
 * @param {string | null | undefined} tag
 * @returns {Catalogue}
 */
export function catalogue(tag) {
  const locale = tag?.toLowerCase().startsWith("en") ? "en" : "zh-CN";
  const known = made.get(locale);
  if (known) return known;
  const fresh = make(locale);
  made.set(locale, fresh);
  return fresh;
}

/**
 * @param {string} locale
 * @returns {Catalogue}
 */
function make(locale) {
  const own = messages[locale];
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const months = new Intl.DateTimeFormat(locale, { year: "numeric", month: locale === "en" ? "short" : "long", timeZone: "UTC" });
  const lists = locale === "en" ? ", " : "、";

  /** @param {unknown} value */
  const written = (value) => (typeof value === "number" ? numbers.format(value) : String(value ?? ""));
  /** @type {Catalogue["t"]} */
  const t = (key, params = {}) => (own[key] ?? zhMessage(key)).replace(/\{(\w+)\}/g, (_, name) => written(params[name]));

  return {
    locale,
    t,
    label: (vocabulary, word) => (word ? (own[`${vocabulary}.${word}`] ?? zhMessageOr(`${vocabulary}.${word}`, word)) : own["unpublished"]),
    number: (value) => numbers.format(value),
    bytes: (value) => bytes(t, value),
    date: (day) => (day ? formatted(days, day) : own["unpublished"]),
    month: (month) => formatted(months, `${month}-01`),
    session: (congress, number) => t("session", locale === "en" ? { congress, number } : { congress: ordinal(congress), number: ordinal(number) }),
    list: (parts) => parts.join(lists),
    localized: (chinese, english) => (locale === "en" ? english : chinese),
  };
}

/**
 * A number as the names of sessions are written: 十六届三次会议.
 * @param {number} value
 */
function ordinal(value) {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value);
  const digits = "〇一二三四五六七八九";
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + (ones > 0 ? digits[ones] : "");
}

/**
 * A size of a file, to three digits.
 * @param {Catalogue["t"]} t
 * @param {number} value
 */
function bytes(t, value) {
  if (value < 1000) return t("bytes.b", { n: value });
  const [unit, size] = value < 1e6 ? ["kb", value / 1e3] : ["mb", value / 1e6];
  return t(`bytes.${unit}`, { n: Number(size.toPrecision(size < 100 ? 2 : 3)) });
}

/**
 * @param {Intl.DateTimeFormat} format
 * @param {string} day
 */
function formatted(format, day) {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : format.format(time);
}

/** @param {string} key */
function zhMessage(key) {
  return zhMessageOr(key, key);
}

/**
 * @param {string} key
 * @param {string} otherwise
 */
function zhMessageOr(key, otherwise) {
  return messages["zh-CN"][key] ?? otherwise;
}
