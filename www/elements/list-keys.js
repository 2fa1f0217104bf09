// The keyboard in the list: rows first, cells to the right of them, as in any grid.

/**
 * @typedef {{ row: number, cell: number }} Place `cell` −1 is the row as a whole
 * @typedef {{ rows: number, cells: number, page: number }} Extent `page`: rows of a page down
 */

/**
 * Where a key leads.
 *
 * @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">} event
 * @param {Place} at
 * @param {Extent} extent
 * @returns {Place | null} null where the key is not the list's
 */
export function moved({ key, ctrlKey, metaKey, altKey }, at, { rows, cells, page }) {
  if (rows === 0 || metaKey || altKey) return null;
  const toRow = (/** @type {number} */ row) => ({ row: Math.max(0, Math.min(rows - 1, row)), cell: at.cell });
  const toCell = (/** @type {number} */ cell) => ({ row: at.row, cell: Math.max(-1, Math.min(cells - 1, cell)) });
  const isInCells = at.cell >= 0 && !ctrlKey;
  switch (key) {
    case "ArrowDown":
      return toRow(at.row + 1);
    case "ArrowUp":
      return toRow(at.row - 1);
    case "PageDown":
      return toRow(at.row + page);
    case "PageUp":
      return toRow(at.row - page);
    case "Home":
      return isInCells ? toCell(0) : toRow(0);
    case "End":
      return isInCells ? toCell(cells - 1) : toRow(rows - 1);
    case "ArrowRight":
      return toCell(at.cell + 1);
    case "ArrowLeft":
      return toCell(at.cell - 1);
    default:
      return null;
  }
}
