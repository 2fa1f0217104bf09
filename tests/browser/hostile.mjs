// A ledger in which every text tries to become something else than a text: markup, a script, a formula, a line of its own.
import { readFileSync } from "node:fs";

/** What strikes if it ever runs; `struck` counts the strikes. */
export const MARKUP = `"'><img src=x onerror="globalThis.struck=1"><script>globalThis.struck=1</script><svg onload="globalThis.struck=1"></style></title>{{7*7}}\${7*7}]]>`;
/** What a spreadsheet would take for a formula. */
export const FORMULA = "=HYPERLINK(\"https://a.example\",\"x\")";
/** What would begin a line of its own in a calendar or a table. */
export const LINES = "题\r\nATTENDEE:mailto:a@b.example\r\n@SUM(1+1)*cmd|' /C calc'!A0";
/** What turns the reading direction, and what nobody sees. */
export const UNSEEN = "甲\u202e乙\u202c丙\u200b丁\u2066戊\u2069\ufeff己";

const NOT_TEXTS = new Set(["format", "profile", "id", "kind", "level", "sitting", "filing", "form", "consent", "scheme", "role", "means", "stage", "disclosure", "step", "overall", "attitude", "result", "cause", "state", "attribute", "extent", "mark", "meaning", "class"]);

/** The example of the published format, with every free text replaced. @param {string} text */
export function hostileLedger(text) {
  const example = JSON.parse(readFileSync(new URL("../../www/schema/example.json", import.meta.url), "utf8"));
  const walked = (/** @type {any} */ value, /** @type {string} */ key) => {
    if (Array.isArray(value)) return value.map((item) => walked(item, key));
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walked(inner, name)]));
    const isDay = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
    return typeof value !== "string" || isDay || NOT_TEXTS.has(key) ? value : `${text}${key}`;
  };
  const ledger = walked(example, "");
  // An id goes into addresses and names of files.
  ledger.entries[0].id = `${text}id`;
  ledger.entries[0].extra = { [text]: text };
  return ledger;
}

/** A ledger whose entries may be public, with this text in all that is published. @param {string} text */
export function publicLedger(text) {
  const entry = (/** @type {number} */ number) => ({
    kind: "suggestion", number: `${number}`, id: `P${number}`, year: 2024, title: `关于修路的建议${text}`, text: `建议修路。${text}`, topic: text, consent: "full", delegation: text,
    rounds: [{ assignedOn: "2024-03-01", assignments: [{ body: `县交通运输局${text}`, role: "lead" }],
      replies: [{ body: `县交通运输局${text}`, date: "2024-05-01", outcome: { mark: "A" }, disclosure: "public", documentNumber: text, text: `答复如下：已修。${text}` }] }],
    commitments: [{ what: `年底前完工${text}`, dueOn: "2024-12-31" }],
    disclosure: { attribute: "public", extent: "full", reason: text },
  });
  return { format: "jianyi/ledger/1", title: `台账${text}`, office: text, asOf: "2024-11-30", entries: [entry(1), entry(2)] };
}
