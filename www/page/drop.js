// A file dropped anywhere on the page.

/**
 * @param {{ over: (isOver: boolean) => void, dropped: (file: File, all: File[]) => void, refused: (reason: "drop.folder") => void }} on
 */
export function acceptDrops({ over, dropped, refused }) {
  let depth = 0;
  const carriesFiles = (/** @type {DragEvent} */ event) => Boolean(event.dataTransfer?.types.includes("Files"));
  const leave = () => {
    depth = 0;
    over(false);
  };

  addEventListener("dragenter", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth += 1;
    over(true);
  });
  addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
  });
  addEventListener("dragleave", (event) => {
    if (!carriesFiles(event)) return;
    depth -= 1;
    if (depth <= 0) leave();
  });
  addEventListener("keydown", (event) => event.key === "Escape" && leave());
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    leave();
    const [item] = event.dataTransfer?.items ?? [];
    const files = [...(event.dataTransfer?.files ?? [])];
    const [file] = files;
    if (item?.webkitGetAsEntry?.()?.isDirectory) refused("drop.folder");
    else if (file) dropped(file, files);
  });
}
