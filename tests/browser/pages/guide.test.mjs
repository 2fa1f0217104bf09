// The guide: what it tells is done on the page, every name that it sets in bold is seen there, and its pictures show the
// page as it is. `JIANYI_GUIDE=write` takes the pictures anew.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { accessible, inEachBrowser, text, until } from "../harness.mjs";
import { PLACES, stands, WALKS } from "../guide-walks.mjs";

const folder = new URL("../../../www/guide/", import.meta.url);
const pictures = new URL("pictures/", folder);
const register = new URL("pictures.json", pictures);
const isWriting = process.env.JIANYI_GUIDE === "write";
const FILES = { "zh-CN": "index.html", en: "en.html" };

/** @type {Record<string, string>} what stood on the page, by picture, when it was taken */
const taken = JSON.parse(await readFile(register, "utf8").catch(() => "{}"));

for (const [lang, file] of Object.entries(FILES)) {
  const sections = tasks(await readFile(new URL(file, folder), "utf8"));
  for (const [id, task] of Object.entries({ ...WALKS, ...PLACES })) {
    const hasPicture = id in WALKS;
    // The pictures are of one browser.
    inEachBrowser(`what the guide tells in ${lang} of “${id}” is so`, async ({ page }) => {
      await stands(page);
      let seen = "";
      const look = async () => void (seen += await text(page));
      await task.walk({ page, lang, look });
      await look();
      const missing = sections[id].names.filter((name) => !seen.includes(name));
      assert.deepEqual(missing, [], `the page shows no such names:\n${seen.slice(0, 3000)}`);
      if (!hasPicture) return;
      const name = `${id}.${lang}.webp`;
      const shown = createHash("sha256").update(await page.evaluate(words)).digest("hex").slice(0, 16);
      if (!isWriting) return assert.equal(taken[name], shown, `${name} shows the page as it was: JIANYI_GUIDE=write cargo xtask test guide`);
      await mkdir(pictures, { recursive: true });
      await page.screenshot({ path: /** @type {`${string}.webp`} */ (fileURLToPath(new URL(name, pictures))), type: "webp", quality: 70 });
      taken[name] = shown;
      await writeFile(register, `${JSON.stringify(Object.fromEntries(Object.entries(taken).sort()), null, 2)}\n`);
    }, { path: `#ledger=${task.ledger}&lang=${lang}`, viewport: { width: 1280, height: 800 }, only: "chromium" });
  }

  inEachBrowser(`the guide in ${lang} stands beside the page, with all its pictures, and axe finds nothing`, async ({ page }) => {
    await page.evaluate(() => document.querySelectorAll("img").forEach((image) => (image.loading = "eager")));
    await until(page, () => [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth === 1280));
    await accessible(page);
    assert.deepEqual(Object.keys(sections).filter((id) => sections[id].hasPicture).sort(), Object.keys(WALKS).sort());
    await page.setViewport({ width: 320, height: 640 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
  }, { path: `guide/${file}` });
}

inEachBrowser("both languages of the guide have the same tasks with as many steps", async () => {
  const [chinese, english] = await Promise.all(Object.values(FILES).map(async (file) => tasks(await readFile(new URL(file, folder), "utf8"))));
  const shape = (/** @type {ReturnType<typeof tasks>} */ found) => Object.entries(found).map(([id, { steps, hasPicture }]) => [id, steps, hasPicture]);
  assert.deepEqual(shape(chinese), shape(english));
});

/** The guide's tasks by id: how many steps, which names in bold, whether a picture. @param {string} html */
function tasks(html) {
  const sections = [...html.matchAll(/<section id="([\w-]+)"[^]*?<\/section>/g)];
  return Object.fromEntries(sections.map(([section, id]) => {
    const names = [...section.matchAll(/<b>(.*?)<\/b>/g)].map(([, name]) => name);
    return [id, { names, steps: section.match(/<li>/g)?.length ?? 0, hasPicture: section.includes("<img ") }];
  }));
}

/** Runs in the page: the words of what has a name there. Figures of charts and rows of long lists depend on the fonts. */
function words() {
  const read = (/** @type {Document | ShadowRoot} */ root) =>
    [...root.querySelectorAll("*")].flatMap((/** @type {Element} */ element) => {
      const isName = /^(H[1-6]|BUTTON|LABEL|LEGEND|SUMMARY)$/.test(element.tagName) && element.checkVisibility() && !element.closest("[data-chart], tbody, li");
      const own = isName ? [(element.textContent ?? "").replace(/\s+/g, " ").trim()] : [];
      return [...own, ...(element.shadowRoot ? read(element.shadowRoot) : [])];
    });
  return read(document).join("\n");
}
