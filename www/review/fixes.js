/** @typedef {{ span: [number, number], replacement: string }} Edit */

/**
 * Puts words in the place of others.
 *
 * @param {string} text
 * @param {Edit} edit
 * @returns {{ text: string, back: Edit }} with the edit that takes it back
 */
export function edited(text, { span: [start, end], replacement }) {
  return {
    text: text.slice(0, start) + replacement + text.slice(end),
    back: { span: [start, start + replacement.length], replacement: text.slice(start, end) },
  };
}

/**
 * Several at once, none over another; the way back is one edit over all of them.
 *
 * @param {string} text
 * @param {Edit[]} edits
 */
export function editedAll(text, edits) {
  const start = Math.min(...edits.map(({ span }) => span[0]));
  const end = Math.max(...edits.map(({ span }) => span[1]));
  const fromTheEnd = [...edits].sort((a, b) => b.span[0] - a.span[0]);
  const after = fromTheEnd.reduce((words, edit) => edited(words, edit).text, text);
  const replacement = after.slice(start, end + after.length - text.length);
  return edited(text, { span: [start, end], replacement });
}
