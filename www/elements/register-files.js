import "../locales/files/index.js";
import { JianyiColumns } from "./jianyi-columns.js";
import { JianyiComparison } from "./jianyi-comparison.js";

if (!customElements.get("jianyi-columns")) customElements.define("jianyi-columns", JianyiColumns);
if (!customElements.get("jianyi-comparison")) customElements.define("jianyi-comparison", JianyiComparison);
