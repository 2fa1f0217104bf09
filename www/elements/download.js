/**
 * Gives the user a file, from this page alone.
 *
 * @param {string} name
 * @param {(string | Uint8Array)[]} parts
 * @param {string} type
 */
export function download(name, parts, type) {
  const address = URL.createObjectURL(new Blob(/** @type {BlobPart[]} */ (parts), { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A name that every system takes. @param {string} name @param {string} ending */
export function fileName(name, ending) {
  const base = name.replace(/\.(txt|docx)$/i, "").replace(/[\\/:*?"<>|\s]+/g, "-").slice(0, 60);
  return `${base || "text"}.${ending}`;
}
