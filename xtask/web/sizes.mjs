// node sizes.mjs SITE OUTPUTS
// Prints the size of every file of the site, raw and as a host sends it (brotli), and the budgets;
// ends with 1 when a budget is passed.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** In bytes after brotli. What a visitor waits for is the first view; the rest comes when it is asked for. */
const BUDGETS = { "first view": 450_000, charts: 220_000, office: 600_000 };

const [site, outputs] = process.argv.slice(2);
const listed = await readFile(outputs, "utf8").catch(() => undefined);
if (listed === undefined) {
  console.error("nothing was built yet");
  process.exit(1);
}
const rows = await Promise.all(
  JSON.parse(listed).map(async ({ file, part }) => {
    const bytes = await readFile(path.join(site, file));
    return { file, part, raw: bytes.length, brotli: compressed(bytes, part in BUDGETS ? 11 : 6) };
  }),
);
rows.sort((a, b) => a.part.localeCompare(b.part) || b.brotli - a.brotli);

line("part", "file", "raw kB", "brotli kB");
for (const { part, file, raw, brotli } of rows) line(part, file, kilobytes(raw), kilobytes(brotli));
console.log();
const parts = [...new Set([...Object.keys(BUDGETS), ...rows.map(({ part }) => part)])];
const passed = parts.filter((part) => total(part) > (BUDGETS[part] ?? Infinity));
line("in all", "", "raw kB", "brotli kB", "budget");
for (const part of parts) {
  const files = rows.filter((row) => row.part === part);
  if (files.length === 0) continue;
  const raw = files.reduce((sum, file) => sum + file.raw, 0);
  line(part, "", kilobytes(raw), kilobytes(total(part)), BUDGETS[part] ? verdict(part) : "none");
}
for (const part of passed) console.error(`${part}: ${kilobytes(total(part))} kB are more than the budget of ${kilobytes(BUDGETS[part])} kB`);
process.exitCode = passed.length > 0 ? 1 : 0;

function verdict(part) {
  return `${kilobytes(BUDGETS[part])} (${total(part) > BUDGETS[part] ? "PASSED" : `${Math.round((100 * total(part)) / BUDGETS[part])} % used`})`;
}

function total(part) {
  return rows.filter((row) => row.part === part).reduce((sum, row) => sum + row.brotli, 0);
}

/** Quality 11 is what a host would send, and takes a second for each megabyte: what has no budget gets less of it. */
function compressed(bytes, quality) {
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_QUALITY]: quality };
  return brotliCompressSync(bytes, { params }).length;
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}

function line(part, file, raw, brotli, budget = "") {
  console.log(`${part.padEnd(12)} ${file.padEnd(40)} ${raw.padStart(10)} ${brotli.padStart(10)}  ${budget}`.trimEnd());
}
