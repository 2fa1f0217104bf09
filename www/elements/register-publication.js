import "../locales/watch/index.js";
import "../locales/publication/index.js";
import { JianyiPublication } from "./jianyi-publication.js";

if (!customElements.get("jianyi-publication")) customElements.define("jianyi-publication", JianyiPublication);
