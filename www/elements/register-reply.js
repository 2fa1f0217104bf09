import "../locales/review/index.js";
import { JianyiReply } from "./jianyi-reply.js";

if (!customElements.get("jianyi-reply")) customElements.define("jianyi-reply", JianyiReply);
