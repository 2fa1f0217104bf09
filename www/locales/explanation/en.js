// The entries behind a rate; these messages come with the window.
export default {
  "explain.title": "Entries behind: {rate}",
  "explain.part": "In the numerator",
  "explain.rest": "In the denominator only",
  "explain.left": "Left out: {reason}",
  "explain.count": "{count} items",
  "explain.none": "No entries.",
  "explain.more": "{count} more",
  "explain.overlap": "Where a rate counts handlings, points or promises, one item can stand in several places.",
  "explain.filtered": "By the filter in use.",
};
