// The charting library, loaded when the first picture is drawn: bars and flows, drawn as SVG, nothing that a strict CSP forbids.
import { init, use } from "echarts/core";
import { BarChart, SankeyChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, SankeyChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/**
 * An empty drawing in `element`.
 * @param {HTMLElement} element
 */
export function drawing(element) {
  return init(element, undefined, { renderer: "svg" });
}
