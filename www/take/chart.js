// A chart as a file of its own: a picture or a table, with its title, its source and its day.
import "../locales/take/index.js";
import { csvLine } from "../elements/csv-line.js";
import { download, fileName } from "../elements/download.js";
import { provenance } from "../elements/provenance.js";
import { framed } from "./frame.js";

/** Twice as many pixels as the screen shows: it is printed too. */
const DENSITY = 2;

/** @param {import("../elements/jianyi-chart.js").JianyiChart} chart @param {string} kind `svg`, `png` or `csv` */
export async function takeChart(chart, kind) {
  const picture = /** @type {import("../charts/picture.js").Picture} */ (chart.picture);
  const name = fileName(picture.title, kind);
  const notes = notesOf(chart, picture);
  if (kind === "csv") return download(name, ["\ufeff", table(picture, notes)], "text/csv;charset=utf-8");
  const drawing = await chart.drawn.finished();
  const svg = framed(drawing, { title: picture.title, reading: picture.reading, notes }, chart.drawn.look());
  if (kind === "svg") return download(name, [svg.text], "image/svg+xml");
  download(name, [await pixels(svg)], "image/png");
}

/** Whose figures these are. @param {import("../elements/jianyi-chart.js").JianyiChart} chart @param {import("../charts/picture.js").Picture} picture */
function notesOf({ summary, words }, picture) {
  const { title, day, rules } = provenance(summary, words);
  const { sources, fictional } = summary.head;
  const filtered = summary.matching < summary.entries ? [words.t("filters.result", { matching: summary.matching, entries: summary.entries })] : [];
  return [
    ...(picture.rest ? [picture.rest] : []),
    ...(picture.remarks ?? []),
    ...filtered,
    `${fictional ? `${words.t("fictional")} ` : ""}${title}`,
    `${day}　${rules}`,
    ...(sources.length > 0 ? [words.t("take.source", { sources: words.list(sources) })] : []),
    words.t("take.made"),
  ];
}

/** @param {import("../charts/picture.js").Picture} picture @param {string[]} notes */
function table(picture, notes) {
  const lines = [[picture.title], picture.columns, ...picture.rows.map(({ cells }) => cells), [], ...notes.map((note) => [note])];
  return lines.map((cells) => `${csvLine(cells)}\r\n`).join("");
}

/** @param {{ text: string, width: number, height: number }} svg @returns {Promise<any>} */
async function pixels({ text, width, height }) {
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: width * DENSITY, height: height * DENSITY });
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}
