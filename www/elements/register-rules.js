import "../locales/review/index.js";
import { JianyiRules } from "./jianyi-rules.js";

if (!customElements.get("jianyi-rules")) customElements.define("jianyi-rules", JianyiRules);
