// Places in a text that stay with their words while the text is edited.

/**
 * Brings places along from one state of a text to the next. One stretch was replaced between the two, as by a key or a
 * paste; a place that the stretch touches grows or shrinks with it.
 *
 * @template {{ span: [number, number] }} P
 * @param {P[]} places
 * @param {string} before
 * @param {string} after
 * @returns {P[]}
 */
export function followed(places, before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let kept = 0;
  while (kept < most - start && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept += 1;
  const end = before.length - kept;
  const moved = after.length - before.length;
  return places.map((place) => {
    const [from, to] = place.span;
    if (to <= start) return place;
    if (from >= end) return { ...place, span: [from + moved, to + moved] };
    return { ...place, span: [Math.min(from, start), Math.max(to, end) + moved] };
  });
}

/** What a figure reads now, with digits that were written on to it. @param {string} text @param {[number, number]} span */
export function numeralAt(text, [from, to]) {
  let [start, end] = [from, to];
  while (start > 0 && /[\d.]/.test(text[start - 1])) start -= 1;
  while (end < text.length && /[\d.%％]/.test(text[end])) end += 1;
  return text.slice(start, end).replace(/\.$/, "");
}
