// A drawing with its title above and its notes below, as one SVG that stands by itself.

const EDGE = 16;

/**
 * @param {{ text: string, width: number, height: number }} drawing
 * @param {{ title: string, reading: string, notes: string[] }} said
 * @param {{ colours: (token: string) => string, font: string }} look
 * @returns {{ text: string, width: number, height: number }}
 */
export function framed(drawing, { title, reading, notes }, { colours, font }) {
  const width = Math.max(drawing.width, 480) + 2 * EDGE;
  const room = width - 2 * EDGE;
  /** @type {string[]} */
  const parts = [];
  let at = EDGE;
  const write = (/** @type {string} */ words, /** @type {number} */ size, /** @type {string} */ colour, weight = 400) => {
    for (const line of wrapped(words, room / size)) {
      at += size * 1.5;
      parts.push(`<text x="${EDGE}" y="${(at - size * 0.35).toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${escaped(colours(colour))}">${escaped(line)}</text>`);
    }
  };
  write(title, 18, "ink", 600);
  write(reading, 13, "ink-soft");
  at += 8;
  parts.push(`<g transform="translate(${EDGE} ${at})">${drawing.text}</g>`);
  at += drawing.height + 8;
  for (const note of notes) write(note, 11, "ink-soft");
  const height = Math.ceil(at + EDGE);
  const head = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(font)}" role="img"><title>${escaped(title)}</title><desc>${escaped(reading)}</desc>`;
  return { text: `${head}<rect width="100%" height="100%" fill="${escaped(colours("raised"))}"/>${parts.join("")}</svg>`, width, height };
}

/** A text in lines of at most so many em: a Chinese character is one wide, a Latin letter about half. @param {string} text @param {number} most */
function wrapped(text, most) {
  const lines = [""];
  let wide = 0;
  for (const letter of text) {
    const own = letter > "\u2e7f" ? 1 : 0.58;
    if (wide + own > most) {
      lines.push("");
      wide = 0;
    }
    lines[lines.length - 1] += letter;
    wide += own;
  }
  return lines;
}

/** @param {string} text */
function escaped(text) {
  // What XML does not know at all falls away.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
