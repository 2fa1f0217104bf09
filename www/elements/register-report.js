import "../locales/review/index.js";
import { JianyiDraft } from "./jianyi-draft.js";
import { JianyiReport } from "./jianyi-report.js";

if (!customElements.get("jianyi-draft")) customElements.define("jianyi-draft", JianyiDraft);
if (!customElements.get("jianyi-report")) customElements.define("jianyi-report", JianyiReport);
