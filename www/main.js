// The plain page: uses the elements exactly as an embedder would.
import "./elements/register-board.js";
import { App } from "./page/app.js";

new App(/** @type {HTMLElement} */ (document.querySelector("#app"))).start();
