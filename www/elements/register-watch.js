import "../locales/watch/index.js";
import { JianyiWatch } from "./jianyi-watch.js";

if (!customElements.get("jianyi-watch")) customElements.define("jianyi-watch", JianyiWatch);
