import "../locales/assessment/index.js";
import { JianyiAssessment } from "./jianyi-assessment.js";

if (!customElements.get("jianyi-assessment")) customElements.define("jianyi-assessment", JianyiAssessment);
