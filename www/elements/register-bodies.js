import "../locales/bodies/index.js";
import { JianyiBodies } from "./jianyi-bodies.js";
import { JianyiSummaries } from "./jianyi-summaries.js";

if (!customElements.get("jianyi-bodies")) customElements.define("jianyi-bodies", JianyiBodies);
if (!customElements.get("jianyi-summaries")) customElements.define("jianyi-summaries", JianyiSummaries);
