// Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), for the tools that read it.

/**
 * @typedef {import("../engine.js").FindingView} FindingView
 * @typedef {import("../engine.js").RuleHelp} RuleHelp
 * @typedef {{ finding: FindingView, review?: boolean, waiver?: { reason: string, by: string } }} Result
 *   `review`: only a person can judge; `waiver`: left as it is
 */

/** §3.27.10: how grave. */
const LEVELS = /** @type {Record<string, string>} */ ({ error: "error", warning: "warning", info: "note" });

/**
 * @param {{ name: string, text: string }} document
 * @param {Result[]} results
 * @param {RuleHelp[]} rules those that were tried
 */
export function sarif({ name, text }, results, rules) {
  const lines = lineStarts(text);
  const uri = encodeURIComponent(name);
  const place = { artifactLocation: { uri, index: 0 } };
  const at = (/** @type {[number, number]} */ span) => ({ physicalLocation: { ...place, region: region(text, lines, span) } });
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "jianyi", fullName: "件件有着落", language: "zh-CN", rules: rules.map(descriptor) } },
        // §3.14.17: columns count as JavaScript does.
        columnKind: "utf16CodeUnits",
        artifacts: [{ location: { uri }, mimeType: "text/plain", encoding: "UTF-8", contents: { text } }],
        results: results.map(({ finding, review, waiver }) => ({
          ruleId: finding.rule,
          ...indexed(rules.findIndex(({ id }) => id === finding.rule)),
          // §3.27.10: what is not a failure has the level `none`.
          ...(review ? { kind: "review", level: "none" } : { kind: "fail", level: LEVELS[finding.severity] ?? "warning" }),
          message: { text: finding.message },
          locations: finding.spans.length > 0 ? [at(finding.spans[0])] : [{ physicalLocation: place }],
          ...(finding.spans.length > 1 ? { relatedLocations: finding.spans.slice(1).map((span, id) => ({ id: id + 1, ...at(span) })) } : {}),
          ...(finding.fix ? { fixes: [fix(text, lines, place, finding.fix)] } : {}),
          ...(waiver ? { suppressions: [{ kind: "external", status: "accepted", justification: [waiver.reason, waiver.by].filter(Boolean).join(" — ") }] } : {}),
          properties: stated({ basis: finding.basis, expected: finding.expected, actual: finding.actual }),
        })),
      },
    ],
  };
}

/** @param {RuleHelp} rule */
function descriptor({ id, summary, english, why, basis, flagged, passes, severity, group }) {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: `${why}\n\n会被指出：\n${flagged}\n\n可以通过：\n${passes}\n\n依据：${basis}` },
    ...(severity ? { defaultConfiguration: { level: LEVELS[severity] ?? "warning" } } : {}),
    properties: stated({ english, basis, group }),
  };
}

/** @param {string} text @param {number[]} lines @param {object} place @param {import("../engine.js").FixView} fix */
function fix(text, lines, place, { span, replacement }) {
  const replacements = [{ deletedRegion: region(text, lines, span), insertedContent: { text: replacement } }];
  return { description: { text: `改为“${replacement}”` }, artifactChanges: [{ ...place, replacements }] };
}

/** @param {string} text @param {number[]} lines @param {[number, number]} span */
function region(text, lines, [start, end]) {
  const from = lineColumn(lines, start);
  const to = lineColumn(lines, end);
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
    charOffset: start,
    charLength: end - start,
    snippet: { text: text.slice(start, end) },
  };
}

/** @param {string} text @returns {number[]} where each line begins */
function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** @param {number[]} starts @param {number} offset @returns {{ line: number, column: number }} both from 1 */
function lineColumn(starts, offset) {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - starts[low] + 1 };
}

/** @param {number} index of the rule, below 0 where it is not listed */
function indexed(index) {
  return index < 0 ? {} : { ruleIndex: index };
}

/** @param {Record<string, unknown>} pairs */
function stated(pairs) {
  return Object.fromEntries(Object.entries(pairs).filter(([, value]) => value !== null && value !== undefined && value !== ""));
}
