// A ledger whose texts want to be markup, on every view and in every page that is published from it: nothing of it ever runs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser, shows, text, until } from "../harness.mjs";
import { MARKUP, UNSEEN, hostileLedger, publicLedger } from "../hostile.mjs";
import { engine } from "../node/site.mjs";
import { unpacked } from "../unpacked.mjs";
import { settledView, visit } from "../views.mjs";
import { dropFile } from "./tool-view.mjs";

const bytes = (/** @type {any} */ ledger) => [...new TextEncoder().encode(JSON.stringify(ledger))];

inEachBrowser("hostile texts are shown as texts on every view, in both languages", async ({ page }) => {
  await shows(page, "主要指标");
  const ledger = hostileLedger(MARKUP);
  ledger.entries.push(...publicLedger(MARKUP).entries.map((entry) => ({ ...entry, rounds: [{ ...entry.rounds[0], replies: [] }] })));
  await dropFile(page, `${MARKUP}.json`.replaceAll("/", "∕"), bytes(ledger));
  await until(page, () => document.title.includes("onerror"));
  for (const lang of ["zh-CN", "en"]) {
    for (const view of ["overview", "list", "bodies", "watch", "assessment", "publication", "problems", "reply", "report", "rules"]) {
      await visit(page, view, lang);
      if (view === "list") assert.ok((await text(page)).includes("<img src=x"), "the list shows the text itself");
      const found = await page.evaluate(() => {
        const foreign = (/** @type {any} */ root) => [...root.querySelectorAll("*")].flatMap((element) => [
          ...(element.matches("img, iframe, object, embed") ? [element.outerHTML] : []),
          ...element.getAttributeNames().filter((/** @type {string} */ name) => name.startsWith("on")).map((/** @type {string} */ name) => `${element.tagName} ${name}`),
          ...(element.shadowRoot ? foreign(element.shadowRoot) : []),
        ]);
        return { foreign: foreign(document), struck: "struck" in globalThis };
      });
      assert.deepEqual(found, { foreign: [], struck: false }, `${view} ${lang}`);
    }
  }
});

inEachBrowser("letters that turn the reading direction or have no width are shown by their numbers", async ({ page }) => {
  await shows(page, "主要指标");
  await dropFile(page, "unseen.json", bytes(hostileLedger(UNSEEN)));
  await until(page, () => document.title.startsWith("甲"));
  const visible = "甲〔U+202E〕乙〔U+202C〕丙〔U+200B〕丁〔U+2066〕戊〔U+2069〕〔U+FEFF〕己title";
  await shows(page, visible);
  await visit(page, "list", "zh-CN");
  assert.ok((await text(page)).includes(visible));
  await page.evaluate(() => void (location.hash = "view=list&entry=%231"));
  await settledView(page);
  await until(page, (words) => document.querySelector("jianyi-entry")?.shadowRoot?.querySelector("h2")?.textContent?.includes(words) ?? false, visible);
});

test("every page of the public bundle is markup of ours and texts of the ledger", async (t) => {
  const ledger = await engine.openLedger(JSON.stringify(publicLedger(MARKUP)), { today: "2024-12-01" });
  const { archive } = await ledger.publish({});
  ledger.close();
  const pages = [...unpacked(archive)].filter(([name]) => /\.(html|xml)$/.test(name)).map(([name, content]) => [name, new TextDecoder().decode(content)]);
  assert.ok(pages.length >= 4, pages.map(([name]) => name).join(" "));
  published.pages = pages;
  t.diagnostic(`${pages.length} pages`);
});

/** @type {{ pages: string[][] }} */
const published = { pages: [] };

inEachBrowser("a browser reads no foreign element in the published pages and feeds", async ({ page }) => {
  assert.ok(published.pages.length > 0);
  const found = await page.evaluate((pages) => pages.flatMap(([name, content]) => {
    const isPage = name.endsWith(".html");
    const parsed = new DOMParser().parseFromString(content, isPage ? "text/html" : "application/xml");
    const wrong = [...parsed.querySelectorAll("*")].filter((element) => element.matches("img, iframe, parsererror") || (element.localName === "script" && !/portal\//.test(element.getAttribute("src") ?? "") && element.getAttribute("type") !== "application/ld+json") || element.getAttributeNames().some((attribute) => attribute.startsWith("on")) || /^\s*javascript:/i.test(element.getAttribute("href") ?? ""));
    return wrong.map((element) => `${name}: ${element.outerHTML.slice(0, 200)}`);
  }), published.pages);
  assert.deepEqual(found, []);
});
