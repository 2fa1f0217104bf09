// A flow as the charting library wants it: bands between two columns of names.

/**
 * @param {import("./picture.js").Picture} picture
 * @param {any} look
 * @param {any} text
 * @param {any} tip
 */
export function flowOption(picture, look, text, tip) {
  const dim = (/** @type {any} */ pick) => look.anyChosen && !look.isChosen(pick);
  const wide = look.width > look.base * 28;
  return {
    animation: false,
    textStyle: text,
    aria: { enabled: true, label: { description: `${picture.title}。${picture.reading}` }, decal: { show: look.patterns } },
    tooltip: {
      ...tip,
      trigger: "item",
      formatter: (/** @type {any} */ { dataType, dataIndex, name, value }) => {
        const row = dataType === "edge" ? picture.rows[dataIndex] : null;
        return row ? row.cells.join("  ") : `${name}  ${value}`;
      },
    },
    series: [
      {
        type: "sankey",
        left: look.base * 0.5,
        right: look.base * (wide ? 8 : 5.5),
        top: look.base * 0.5,
        bottom: look.base * 0.5,
        nodeWidth: look.base * 0.75,
        nodeGap: look.base * 1.25,
        nodeAlign: "justify",
        layoutIterations: 0,
        draggable: false,
        emphasis: { disabled: true },
        label: { ...text, color: look.colours("ink"), width: look.base * (wide ? 7.5 : 5), overflow: "truncate" },
        data: (picture.nodes ?? []).map(({ name, colour, pick, side }) => ({
          name,
          pick,
          depth: side === "from" ? 0 : 1,
          itemStyle: { color: look.colours(colour), borderColor: look.colours("line-strong"), borderWidth: 0.5, opacity: dim(pick) ? 0.35 : 1 },
        })),
        links: (picture.bands ?? []).map(({ from, to, value, colour, pick }) => ({
          source: from,
          target: to,
          value,
          pick,
          lineStyle: { color: look.colours(colour), opacity: dim(pick) ? 0.15 : 0.5, curveness: 0.5 },
        })),
      },
    ],
  };
}
