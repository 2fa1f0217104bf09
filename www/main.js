// The plain page: uses the elements exactly as an embedder would.
import "./elements/register-board.js";
import { App } from "./page/app.js";
import { keepForOffline } from "./page/offline.js";

new App(/** @type {HTMLElement} */ (document.querySelector("#app"))).start();
keepForOffline();
