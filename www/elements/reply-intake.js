// Letters on their way in: typed, chosen, dropped, from a sample, from an entry of the ledger.
import { LONGEST, readText, takeText } from "../review/read-text.js";

/**
 * @typedef {import("./jianyi-reply.js").JianyiReply} View
 * @typedef {import("../engine.js").ReplyQuery} ReplyQuery
 */

/** @param {View} view @param {ReplyQuery} query what the form says */
export async function submit(view, query) {
  const taken = takeText(query.text ?? "", LONGEST.reply);
  view.fault = "fault" in taken ? taken.fault : null;
  if ("fault" in taken) return;
  const full = { ...query, text: taken.text };
  if (view.editing) await view.session.rewrite(full);
  else await view.session.open(full, { name: "" });
  await view.show();
}

/** @param {View} view @param {File} file */
export async function openFile(view, file) {
  const read = await readText(file, LONGEST.reply);
  view.fault = "fault" in read ? read.fault : null;
  // The form is where the fault is said.
  if ("fault" in read) return void (view.editing = Boolean(view.session.check));
  await openQuery(view, { text: read.text }, file.name, read.notes);
}

/** @param {View} view @param {ReplyQuery} query @param {string} name @param {import("../review/read-text.js").Notes} [notes] */
export async function openQuery(view, query, name, notes) {
  view.fault = null;
  view.tell("jianyi-review-entry", { id: null });
  await view.session.open(query, { name, notes });
  await view.show();
}

/** @param {View} view @param {import("./review-parts.js").TextSample} sample */
export async function openSample(view, sample) {
  try {
    const { name, query } = await sample.load();
    await openQuery(view, query, name);
  } catch {
    view.fault = "unreadable";
  }
}

/** Asks for the letter of an entry; the page may say otherwise. @param {View} view @param {string} id */
export function chooseEntry(view, id) {
  view.taken = null;
  if (!view.tell("jianyi-review-entry", { id })) return;
  if (view.entry === id) takeEntry(view, id);
  else view.entry = id;
}

/** @param {View} view @param {string} id */
export async function takeEntry(view, id) {
  view.taken = id;
  view.entryError = null;
  const { ledger } = view;
  if (!ledger) return;
  try {
    const query = await ledger.replyQuery(id);
    if (view.taken !== id) return;
    if (!(await view.session.resumes(id, query))) await view.session.open(query, { name: id, entry: id });
    await view.show();
  } catch (error) {
    view.entryError = error;
    if (view.session.source.entry !== id) await view.session.clear();
  }
}
