import { JianyiBoard } from "./jianyi-board.js";
import { JianyiChart } from "./jianyi-chart.js";
import { JianyiChips } from "./jianyi-chips.js";

if (!customElements.get("jianyi-chart")) customElements.define("jianyi-chart", JianyiChart);
if (!customElements.get("jianyi-chips")) customElements.define("jianyi-chips", JianyiChips);
if (!customElements.get("jianyi-board")) customElements.define("jianyi-board", JianyiBoard);
