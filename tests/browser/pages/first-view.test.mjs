import { accessible, inEachBrowser, picture, shows } from "../harness.mjs";

const NAME = "件件有着落";

inEachBrowser("the page stands under the strict CSP, and axe finds nothing", async ({ page }) => {
  await shows(page, NAME);
  await accessible(page);
  await picture(page, "first-view");
});

inEachBrowser(
  "the single file works when it is double-clicked",
  async ({ page }) => {
    await shows(page, NAME);
    await picture(page, "single-file");
  },
  { path: "jianyi.html", fromFile: true },
);
