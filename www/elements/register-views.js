import { JianyiEntry } from "./jianyi-entry.js";
import { JianyiList } from "./jianyi-list.js";
import { JianyiProblems } from "./jianyi-problems.js";

if (!customElements.get("jianyi-list")) customElements.define("jianyi-list", JianyiList);
if (!customElements.get("jianyi-entry")) customElements.define("jianyi-entry", JianyiEntry);
if (!customElements.get("jianyi-problems")) customElements.define("jianyi-problems", JianyiProblems);
