// The core behind `postMessage`, for engine.js.
import { answerCalls } from "./engine.js";

answerCalls(/** @type {any} */ (globalThis));
