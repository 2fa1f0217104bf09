// The palette keeps its contrasts in every theme, and outcome classes are told apart by lightness, too.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const css = await readFile(new URL("../../../www/styles/tokens.css", import.meta.url), "utf8");
const light = valuesOf(":root,\n:host");
const THEMES = { light, dark: { ...light, ...valuesOf(':root[data-theme="dark"]') }, contrast: { ...light, ...valuesOf(':root[data-theme="contrast"]') } };
const CLASSES = ["outcome-a", "outcome-b", "outcome-c", "outcome-d"];
const TEXTS = ["ink", "ink-soft", "accent", "good", "warn", "bad", "seal"];
const ON_TINTS = [["warn", "warn-soft"], ["good", "good-soft"], ["bad", "bad-soft"], ["ink", "accent-soft"], ["accent", "accent-soft"], ["ink-soft", "sunken"], ["accent-ink", "accent"]];
const GRAPHICS = [...CLASSES, "outcome-other", "outcome-none", "series", "series-second", "line-strong", "focus"];

for (const [theme, tokens] of Object.entries(THEMES)) {
  const contrast = (a, b) => ratio(luminance(tokens[a]), luminance(tokens[b]));

  test(`text can be read in the ${theme} theme`, () => {
    const pairs = [...TEXTS.flatMap((text) => [[text, "paper"], [text, "raised"]]), ...ON_TINTS];
    assert.deepEqual(pairs.filter(([text, ground]) => contrast(text, ground) < 4.5).map((pair) => [...pair, contrast(...pair).toFixed(2)]), []);
  });

  test(`bars and lines stand out in the ${theme} theme`, () => {
    assert.deepEqual(GRAPHICS.filter((token) => contrast(token, "raised") < 3).map((token) => [token, contrast(token, "raised").toFixed(2)]), []);
  });

  test(`neighbouring outcome classes differ in lightness in the ${theme} theme`, () => {
    const neighbours = CLASSES.slice(1).map((token, at) => [CLASSES[at], token]);
    assert.deepEqual(neighbours.filter((pair) => contrast(...pair) < 1.15).map((pair) => [...pair, contrast(...pair).toFixed(2)]), []);
  });
}

function valuesOf(selector) {
  const block = css.slice(css.indexOf(`${selector}`)).match(/\{([^}]*)\}/)?.[1] ?? "";
  return Object.fromEntries([...block.matchAll(/--jianyi-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]));
}

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one, other) {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
