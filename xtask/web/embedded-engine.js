// engine.js as the single file has it: the module stands in a data block of the page, and there is no worker's file.
import { openEngine as open } from "../../www/engine.js";

export { answerCalls, JianyiError } from "../../www/engine.js";

export function openEngine(options) {
  return open({ worker: false, wasm: embedded("jianyi_bg.wasm"), office: () => embedded("office_bg.wasm"), review: () => embedded("review_bg.wasm"), desk: () => embedded("desk_bg.wasm"), ...options });
}

function embedded(name) {
  const text = atob(document.querySelector(`script[data-file="${name}"]`).textContent);
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
