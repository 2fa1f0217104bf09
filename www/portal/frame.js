// For a page that shows the portal in a frame: the frame is as high as what it shows.
// <script src="…/portal/frame.js" defer></script> <iframe src="…/index.html" title="…"></iframe>
(() => {
  addEventListener("message", ({ data, source }) => {
    const height = data && data.jianyi === "height" ? Number(data.height) : NaN;
    if (!(height > 0 && height < 1e5)) return;
    document.querySelectorAll("iframe").forEach((frame) => {
      if (frame.contentWindow === source) frame.style.height = `${Math.ceil(height)}px`;
    });
  });
})();
