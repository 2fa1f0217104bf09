import "../locales/review/index.js";
import { JianyiReport } from "./jianyi-report.js";

if (!customElements.get("jianyi-report")) customElements.define("jianyi-report", JianyiReport);
