import "../locales/bodies/index.js";
import { JianyiBodies } from "./jianyi-bodies.js";

if (!customElements.get("jianyi-bodies")) customElements.define("jianyi-bodies", JianyiBodies);
