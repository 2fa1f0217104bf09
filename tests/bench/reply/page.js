// Checks the same letters with each checker; a time counts only where the checker speaks of a faulty one.
import * as autocorrect from "@huacnlee/autocorrect/autocorrect_bg.js";
import { TextlintKernel } from "@textlint/kernel";
import textPlugin from "@textlint/textlint-plugin-text";
import pairs from "@textlint-rule/textlint-rule-no-unmatched-pair";
import brackets from "textlint-rule-zh-half-and-full-width-bracket";
import { run as zhlint } from "zhlint/dist/zhlint.es.js";

const plain = (/** @type {any} */ module) => module.default ?? module;

/** @type {Record<string, () => Promise<(text: string) => any>>} each gives what checks one letter and tells how much it found */
const CHECKERS = {
  async ours() {
    const { openEngine } = await import(/** @type {any} */ ("/engine.js".slice()));
    const engine = await openEngine({ worker: false });
    return async (text) => (await engine.checkReply({ text })).findings.length;
  },
  async AutoCorrect() {
    const module = await WebAssembly.compileStreaming(fetch("/autocorrect_bg.wasm"));
    const imports = { "./autocorrect_bg.js": autocorrect };
    const instance = await WebAssembly.instantiate(module, /** @type {any} */ (imports));
    /** @type {any} */ (autocorrect).__wbg_set_wasm(instance.exports);
    /** @type {any} */ (instance.exports).__wbindgen_start?.();
    return (text) => {
      const told = /** @type {any} */ (autocorrect).lintFor(text, "text");
      return (told.lines ?? told.get?.("lines") ?? []).length;
    };
  },
  async zhlint() {
    return (text) => zhlint(text, { rules: { preset: "default" } }).validations?.length ?? 0;
  },
  async textlint() {
    const kernel = new TextlintKernel();
    const options = {
      ext: ".txt",
      plugins: [{ pluginId: "text", plugin: plain(textPlugin) }],
      rules: [
        { ruleId: "zh-half-and-full-width-bracket", rule: plain(brackets), options: { bracket: "full" } },
        { ruleId: "no-unmatched-pair", rule: plain(pairs) },
      ],
    };
    return async (text) => (await kernel.lintText(text, options)).messages.length;
  },
};

Object.assign(globalThis, { checkers: Object.keys(CHECKERS), run });

/** @param {string} name @param {string[]} letters @param {number} times */
async function run(name, letters, times) {
  const check = /** @type {any} */ (await CHECKERS[name]());
  // What every checker has a rule for: brackets of half width among Chinese, one of them never closed.
  if (!(await check(`关于对县十八届人大三次会议第12号建议的答复\n张某代表:\n${"您提出的建议(第12号收悉,现答复如下:".repeat(3)}`))) {
    throw new Error(`${name} finds nothing even in a faulty letter: it does not run as it should`);
  }
  const taken = [];
  let found = 0;
  for (let turn = 0; turn <= times; turn += 1) {
    found = 0;
    const start = performance.now();
    for (const letter of letters) found += await check(letter);
    // the first turn compiles what is not compiled yet
    if (turn > 0) taken.push(performance.now() - start);
  }
  taken.sort((one, other) => one - other);
  return { name, best: taken[0], median: taken[Math.floor(taken.length / 2)], found };
}
