// The words and styles of the page, without a browser.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { catalogue } from "../../../www/locales/index.js";
import en from "../../../www/locales/en.js";
import zh from "../../../www/locales/zh-CN.js";

const locales = new URL("../../../www/locales/", import.meta.url);
/** @type {[string, Record<string, string>, Record<string, string>][]} */
const LANGUAGES = [["the page", zh, en]];
for (const folder of (await readdir(locales, { withFileTypes: true })).filter((found) => found.isDirectory())) {
  const [chinese, english] = await Promise.all(["zh-CN", "en"].map((name) => import(new URL(`${folder.name}/${name}.js`, locales).href)));
  LANGUAGES.push([folder.name, chinese.default, english.default]);
}
/** The product's name, and what the forms of the reviews take as it stands in documents. */
const CHINESE_IN_ENGLISH = /件件有着落|、|走访|签发|待填/g;
const styles = new URL("../../../www/styles/", import.meta.url);

for (const [whose, chinese, english] of LANGUAGES) {
  test(`the words of ${whose} are the same in both languages, and the English asks for nothing that the Chinese is not given`, () => {
    assert.deepEqual(Object.keys(english).sort(), Object.keys(chinese).sort());
    const placeholders = (/** @type {string} */ text) => text.match(/\{\w+\}/g) ?? [];
    const differing = Object.keys(chinese).filter((key) => placeholders(english[key]).some((name) => !chinese[key].includes(name)));
    assert.deepEqual(differing.map((key) => [key, chinese[key], english[key]]), []);
  });

  test(`the English words of ${whose} hold no Chinese`, () => {
    assert.deepEqual(Object.entries(english).filter(([, text]) => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text.replace(CHINESE_IN_ENGLISH, ""))), []);
  });
}

test("a session is named as documents name it", () => {
  const chinese = catalogue("zh-CN");
  assert.equal(chinese.session(16, 3), "十六届三次会议");
  assert.equal(chinese.session(10, 20), "十届二十次会议");
  assert.match(catalogue("en").session(16, 3), /16/);
});

test("styles name no physical side, so that the page can be turned for languages written from the right", async () => {
  const physical = /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right)[\w-]*|left|right|text-align:\s*(?:left|right)|float:\s*(?:left|right))\s*[:;]/;
  for (const file of (await readdir(styles)).filter((name) => name.endsWith(".css"))) {
    const lines = (await readFile(new URL(file, styles), "utf8")).split("\n");
    assert.deepEqual(lines.filter((line) => physical.test(line)), [], file);
  }
});
