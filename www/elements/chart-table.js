// A chart's table: each row filters as its bar does.
import { html } from "lit";

/**
 * @param {import("./jianyi-chart.js").JianyiChart} chart
 * @param {import("../charts/picture.js").Picture} picture
 */
export function chartTable(chart, picture) {
  return html`
    <div class="table" role="region" tabindex="0" aria-label=${chart.t("chart.table.of", { title: picture.title })}>
      <table>
        <thead>
          <tr>${picture.columns.map((column, at) => html`<th scope="col" class=${at > 0 ? "number" : ""}>${column}</th>`)}</tr>
        </thead>
        <tbody>
          ${picture.rows.map((row) => html`<tr class=${chart.isChosen(row.pick) ? "chosen" : ""}>
            <th scope="row"><button class="row" aria-pressed=${chart.isChosen(row.pick)} @click=${() => chart.choose(row.pick)}>${row.label}</button></th>
            ${row.cells.slice(1).map((cell) => html`<td class="number">${cell}</td>`)}
          </tr>`)}
        </tbody>
      </table>
    </div>
  `;
}
