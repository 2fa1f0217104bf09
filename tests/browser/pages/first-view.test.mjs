import { accessible, inEachBrowser, picture, shows } from "../harness.mjs";

/** A figure that only the core can have reckoned, of the published sample on which the page opens. */
const FIGURE = "66.67%";

inEachBrowser("the page opens on published figures under the strict CSP, and axe finds nothing", async ({ page }) => {
  await shows(page, FIGURE);
  await accessible(page);
  await picture(page, "first-view");
});

inEachBrowser(
  "the single file shows the same figures when it is double-clicked",
  async ({ page }) => {
    await shows(page, FIGURE);
    await picture(page, "single-file");
  },
  { path: "jianyi.html", fromFile: true },
);
