// Language, colours and size of type: remembered, and set on the page's root.
import { remember, remembered } from "./remember.js";

export const THEMES = ["auto", "light", "dark", "contrast"];
const dark = matchMedia("(prefers-color-scheme: dark)");

/** @typedef {{ locale: string, theme: string, large: boolean }} Settings */

/**
 * @param {string | null} locale what the address says
 * @returns {Settings}
 */
export function savedSettings(locale) {
  const theme = remembered("theme") ?? "auto";
  return {
    locale: locale ?? remembered("locale") ?? "zh-CN",
    theme: THEMES.includes(theme) ? theme : "auto",
    large: remembered("large") === "yes",
  };
}

/** @param {Settings} settings */
export function apply(settings) {
  const root = document.documentElement;
  root.lang = settings.locale;
  root.dataset.theme = themeOf(settings);
  root.dataset.type = settings.large ? "large" : "normal";
}

/** @param {Settings} settings */
export function save(settings) {
  remember("locale", settings.locale);
  remember("theme", settings.theme);
  remember("large", settings.large ? "yes" : null);
}

/** @param {() => void} then */
export function whenSystemThemeChanges(then) {
  dark.addEventListener("change", then);
}

/** @param {Settings} settings */
function themeOf({ theme }) {
  if (theme !== "auto") return theme;
  return dark.matches ? "dark" : "light";
}
