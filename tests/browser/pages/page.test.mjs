import assert from "node:assert/strict";
import { accessible, inEachBrowser, picture, shows, text, until } from "../harness.mjs";
import { drawn } from "../board-page.mjs";

const NPC = "十四届全国人大二次会议代表建议办理情况";
const PHONE = { viewport: { width: 390, height: 844 } };

inEachBrowser("a dropped file replaces the ledger", async ({ page }) => {
  await shows(page, NPC);
  await drop(page, "mine.json", ledger("某县台账", [{ kind: "suggestion", title: "关于修路的建议" }]));
  await shows(page, "某县台账");
  await shows(page, "关于修路的建议");
  assert.ok(!(await text(page)).includes(NPC));
});

inEachBrowser("the page says where to drop while a file is carried over it, and stops when it leaves", async ({ page }) => {
  await shows(page, NPC);
  await carry(page, "dragenter");
  await shows(page, "松开鼠标，打开台账文件");
  await picture(page, "drop");
  await carry(page, "dragleave");
  await until(page, () => document.querySelector(".drop")?.hasAttribute("hidden"));
});

inEachBrowser("a title that looks like markup is shown as text", async ({ page }) => {
  await shows(page, NPC);
  const title = "<img src=x onerror=alert(1)>";
  await drop(page, `${title}.json`, ledger(title, [{ kind: "suggestion", title, topic: title, rounds: [{ assignments: [{ body: title, role: "lead" }] }] }]));
  await until(page, (words) => document.title.includes(words), title);
  await shows(page, title);
  assert.equal(await page.evaluate(() => document.querySelectorAll("img").length), 0);
});

inEachBrowser("a file that is no ledger is refused with its place, and the page stays usable with the old one", async ({ page }) => {
  await shows(page, NPC);
  await drop(page, "letter.json", "这不是 JSON");
  await shows(page, "未能打开“letter.json”");
  await shows(page, "原台账未受影响");
  await shows(page, NPC);
  await accessible(page);
  await picture(page, "refused");

  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('button[lang="en"]')).click());
  await shows(page, "Could not open “letter.json”");
  await shows(page, "is unaffected");
});

inEachBrowser("the words are in Chinese or in English, and the choice stands in the address", async ({ page }) => {
  await shows(page, "主要指标");
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('button[lang="en"]')).click());
  await shows(page, "Key figures");
  await until(page, () => document.documentElement.lang === "en" && location.hash.includes("lang=en"));
  await accessible(page);
});

inEachBrowser("no message is missing in either language", async ({ page }) => {
  await shows(page, NPC);
  for (const view of ["overview", "list", "problems"]) {
    for (const lang of ["zh-CN", "en"]) {
      await page.evaluate((to, locale) => void (location.hash = `view=${to}&lang=${locale}&ledger=fictional-city-2024.json`), view, lang);
      await until(page, (locale, to) => document.documentElement.lang === locale && document.querySelector(`#tab-${to}`)?.getAttribute("aria-selected") === "true", lang, view);
      await shows(page, lang === "en" ? "Overview" : "总览");
      const raw = (await text(page)).match(/\b(dimension|reason|rate|field|state|chart|column|unit|count)\.[\w-]+|\{\w+\}/g);
      assert.deepEqual(raw, null);
    }
  }
});

inEachBrowser("tabs are walked by arrow keys, and the address says which view it is", async ({ page }) => {
  await shows(page, NPC);
  await page.focus("#tab-overview");
  await page.keyboard.press("ArrowRight");
  await until(page, () => document.activeElement?.id === "tab-list" && location.hash.includes("view=list"));
  await page.keyboard.press("End");
  await until(page, () => document.activeElement?.id === "tab-rules");
  await accessible(page);
});

inEachBrowser("the ledger opened last opens again", async ({ page }) => {
  await shows(page, NPC);
  await drop(page, "mine.json", ledger("某县台账", [{ kind: "proposal" }]));
  await shows(page, "某县台账");
  await shows(page, "下次自动恢复");
  await page.reload();
  await shows(page, "某县台账");
});

inEachBrowser("a sample is one click away", async ({ page }) => {
  await shows(page, NPC);
  await until(page, () => document.querySelectorAll("[data-sample]").length === 3);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[data-sample="xinjiang-cppcc-2024.json"]')).click());
  await shows(page, "全国政协十四届二次会议提案办理情况");
  await until(page, () => location.hash.includes("ledger=xinjiang-cppcc-2024.json"));
});

inEachBrowser("dark, high contrast and large type leave nothing unreadable", async ({ page }) => {
  await shows(page, "2/3 = 66.67%");
  for (const theme of ["dark", "contrast", "light"]) {
    await page.select("header select", theme);
    await until(page, (chosen) => document.documentElement.dataset.theme === chosen, theme);
    await accessible(page);
  }
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("button[aria-pressed]")).click());
  await until(page, () => getComputedStyle(document.body).fontSize === "20px");
});

inEachBrowser("nothing is wider than a phone", async ({ page }) => {
  for (const hash of ["", "ledger=fictional-city-2024.json", "ledger=fictional-city-2024.json&view=list", "ledger=fictional-city-2024.json&lang=en"]) {
    await page.evaluate((to) => void (location.hash = to), hash);
    await shows(page, hash.includes("city") ? "昀州市" : NPC);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, hash);
  }
  await picture(page, "phone");
}, PHONE);

inEachBrowser("a ledger without entries says so", async ({ page }) => {
  await shows(page, NPC);
  await drop(page, "empty.json", ledger("空台账", []));
  await shows(page, "空台账");
  await shows(page, "台账中没有条目。");
  await accessible(page);
});

inEachBrowser("where the browser keeps nothing, the page opens all the same", async ({ page }) => {
  await drawn(page, "state");
  await page.evaluateOnNewDocument(() => {
    for (const name of ["localStorage", "indexedDB"]) {
      Object.defineProperty(globalThis, name, { get: () => { throw new DOMException("blocked", "SecurityError"); } });
    }
  });
  await page.reload();
  await shows(page, NPC);
  await page.select("header select", "dark");
  await until(page, () => document.documentElement.dataset.theme === "dark");
  await drop(page, "mine.json", ledger("某县台账", [{ kind: "proposal" }]));
  await shows(page, "某县台账");
  assert.ok(!(await text(page)).includes("下次自动恢复"));
});

inEachBrowser("a long reading shows how far it is, and can be cancelled", async ({ page }) => {
  await shows(page, NPC);
  await page.evaluate(() => {
    const head = '{"format":"jianyi/ledger/1","title":"大台账","entries":[';
    const entry = `{"kind":"suggestion","title":"${"关于加强农村公路养护的建议".repeat(40)}"},`;
    const file = new File([head, ...Array.from({ length: 60 }, () => entry.repeat(2000)), '{"kind":"suggestion"}]}'], "long.json");
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    new MutationObserver((_, observer) => {
      const button = /** @type {HTMLElement | null} */ (document.querySelector(".progress button"));
      const text = document.querySelector(".progress")?.textContent ?? "";
      if (!button || !/MB/.test(text)) return;
      observer.disconnect();
      document.documentElement.dataset.seen = text;
      button.click();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await shows(page, "已取消读取");
  assert.match(await page.evaluate(() => document.documentElement.dataset.seen ?? ""), /正在读取long\.json.*件/s);
  await shows(page, NPC);
});

function ledger(title, entries) {
  return JSON.stringify({ format: "jianyi/ledger/1", title, entries });
}

function drop(page, name, content) {
  return page.evaluate(
    (fileName, fileContent) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([fileContent], fileName, { type: "application/json" }));
      for (const kind of ["dragenter", "dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    name,
    content,
  );
}

function carry(page, kind) {
  return page.evaluate((event) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["{}"], "a.json"));
    document.body.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }));
  }, kind);
}
