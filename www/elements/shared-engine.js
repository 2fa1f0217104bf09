// One engine for all elements of a page, opened when the first of them needs it.

/** @type {Promise<any> | null} */
let opening = null;

/** The engine; a failed opening is tried again by the next who asks. */
export function sharedEngine() {
  opening ??= import("../engine.js")
    .then(({ openEngine }) => openEngine())
    .catch((error) => {
      opening = null;
      throw error;
    });
  return opening;
}
