import "../locales/explanation/index.js";
import { JianyiExplanation } from "./jianyi-explanation.js";

if (!customElements.get("jianyi-explanation")) customElements.define("jianyi-explanation", JianyiExplanation);
