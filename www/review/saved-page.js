// What a saved web page says: a line for each block, the cells of a table's row parted by tabs.

/** What a reader of the page does not read. */
const UNREAD = "script, style, noscript, template, svg, math, canvas, select, textarea, button, iframe, object, head, [hidden], [aria-hidden='true']";
const BLOCKS = new Set("ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION CENTER DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TFOOT THEAD TR UL".split(" "));

/**
 * The page is parsed apart from the document: none of its scripts runs, nothing of it is fetched.
 *
 * @param {string} markup
 */
export function textOfPage(markup) {
  const { body } = new DOMParser().parseFromString(still(markup), "text/html");
  for (const element of body.querySelectorAll(UNREAD)) element.remove();
  const lines = [""];
  read(body, lines);
  return lines.map((line) => line.trim()).filter(Boolean).join("\n");
}

/**
 * Chromium reports handlers and styles of a parsed page as violations of the policy, though it would never run or apply them.
 *
 * @param {string} markup
 */
function still(markup) {
  const quiet = (/** @type {string} */ tag) => tag.replace(/[\s"'/](?:on\w+|style)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, " ");
  return markup.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, " ").replace(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi, quiet);
}

/** @param {Node} node @param {string[]} lines the last is the one that is being written */
function read(node, lines) {
  if (node.nodeType === Node.TEXT_NODE) return void (lines[lines.length - 1] += (node.textContent ?? "").replace(/\s+/g, " "));
  const { tagName = "" } = /** @type {Element} */ (node);
  if (tagName === "BR") return void lines.push("");
  if (tagName === "TR" && isOneLine(node)) return void lines.push(cellsOf(node).map(cellText).join("\t"), "");
  const isBlock = BLOCKS.has(tagName);
  if (isBlock) lines.push("");
  for (const child of node.childNodes) read(child, lines);
  if (isBlock) lines.push("");
}

/** A row of several cells without a table in it; others only frame what they hold. @param {Node} row */
function isOneLine(row) {
  return cellsOf(row).length > 1 && !(/** @type {Element} */ (row).querySelector("table"));
}

/** @param {Node} row */
function cellsOf(row) {
  return [.../** @type {Element} */ (row).children].filter(({ tagName }) => tagName === "TD" || tagName === "TH");
}

/** @param {Element} cell */
function cellText(cell) {
  /** @type {string[]} */ const lines = [""];
  for (const child of cell.childNodes) read(child, lines);
  return lines.map((line) => line.trim()).filter(Boolean).join(" ");
}
