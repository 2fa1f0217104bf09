// A sheet as a file that a word processor opens.
import { download, fileName } from "../elements/download.js";
import { sharedEngine } from "../elements/shared-engine.js";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** @param {string} name @param {import("../engine/document.js").DocumentSheet} sheet */
export async function saveDocument(name, sheet) {
  const engine = await sharedEngine();
  download(fileName(name, "docx"), [await engine.writeDocument({ title: name, ...sheet })], TYPE);
}
