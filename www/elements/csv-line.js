// A line of a table for a spreadsheet.

/** No cell is taken for a formula. @param {(string | number)[]} cells */
export function csvLine(cells) {
  return cells.map(cell).join(",");
}

/** @param {string | number} value */
function cell(value) {
  const text = typeof value === "string" && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
