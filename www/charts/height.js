// The room that a picture takes, before it is drawn.

/**
 * How tall the picture should be, in pixels.
 * @param {import("./picture.js").Picture} picture
 * @param {number} base
 */
export function heightOf(picture, base) {
  if (picture.bars === "flow") return base * Math.max(14, 3 * Math.max(...["from", "to"].map((end) => (picture.nodes ?? []).filter(({ side }) => side === end).length)));
  if (picture.bars === "upright") return base * 16;
  return base * (4.5 + picture.categories.length * 2);
}
