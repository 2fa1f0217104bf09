/**
 * @template {{ span: [number, number] }} L
 * @typedef {{ start: number, end: number, layers: L[] }} Piece
 */

/**
 * Cuts a text at the borders of what lies over it; the pieces follow one another and cover the text.
 *
 * @template {{ span: [number, number] }} L
 * @param {number} length of the text
 * @param {L[]} layers in the order in which a piece lists them
 * @returns {Piece<L>[]}
 */
export function piecesOf(length, layers) {
  const within = (/** @type {number} */ at) => Math.max(0, Math.min(length, at));
  const laid = layers.map((layer) => ({ layer, start: within(layer.span[0]), end: within(layer.span[1]) })).filter(({ start, end }) => start < end);
  const borders = [...new Set([0, length, ...laid.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const waiting = laid.map((entry, order) => ({ ...entry, order })).sort((a, b) => a.start - b.start);
  /** @type {typeof waiting} */
  let over = [];
  let next = 0;
  return borders.slice(0, -1).map((start, at) => {
    over = over.filter(({ end }) => end > start);
    for (; waiting[next]?.start === start; next += 1) over.push(waiting[next]);
    over.sort((a, b) => a.order - b.order);
    return { start, end: borders[at + 1], layers: over.map(({ layer }) => layer) };
  });
}
