import assert from "node:assert/strict";
import { accessible, inEachBrowser, picture, shows, text, until } from "../harness.mjs";
import { drawn, inBoard, inChart, pressed } from "../board-page.mjs";

const CITY = "index.html#ledger=fictional-city-2024.json";
const CPPCC = "index.html#ledger=xinjiang-cppcc-2024.json";
const EMBEDDED = "assets/embed-demo.html";

inEachBrowser("the page opens on the published figures of Xinjiang's suggestions, each share with its two counts", async ({ page }) => {
  await shows(page, "十四届全国人大二次会议代表建议办理情况");
  await shows(page, "2/3 = 66.67%");
  await shows(page, "1/3 = 33.33%");
  await shows(page, "参阅 1 件");
  await shows(page, "未公布");
  await drawn(page, "roles");
  await accessible(page);
  await picture(page, "overview-npc");
});

inEachBrowser("the proposals' classes are reckoned over 16 of 19", async ({ page }) => {
  for (const words of ["19 件", "10/16 = 62.5", "5/16 = 31.25%", "1/16 = 6.25%"]) await shows(page, words);
}, { path: CPPCC });

inEachBrowser("a dimension that was not published gets a sentence instead of a picture", async ({ page }) => {
  await shows(page, "以下内容资料未公布，不作图表");
  assert.equal(await inBoard(page, (board) => board.querySelector('[data-chart="bodies"]')), null);
});

inEachBrowser("an invented ledger says so", async ({ page }) => {
  await shows(page, "虚构演示数据");
  await drawn(page, "roles");
  await accessible(page);
  await picture(page, "overview-city");
}, { path: CITY });

inEachBrowser("a row of a chart's table filters everything, stands as a chip and in the address, and goes again", async ({ page }) => {
  await drawn(page, "topics");
  const all = await matching(page);
  await inChart(page, "topics", (chart) => chart.querySelector(".top button").click());
  await until(page, chartHas, "topics", "table");
  const topic = await inChart(page, "topics", (chart) => {
    const row = chart.querySelector("button.row");
    row.click();
    return row.textContent.trim();
  });
  await shows(page, `内容分类：${topic}`);
  assert.ok((await matching(page)) < all);
  assert.match(decodeURIComponent(page.url()), new RegExp(`topic=${topic}`));
  await accessible(page);

  await page.goBack();
  await until(page, matchingIs, all);
}, { path: CITY });

inEachBrowser("arrow keys walk along the bars, and Enter filters", async ({ page }) => {
  await drawn(page, "bodies");
  await inChart(page, "bodies", (chart) => chart.querySelector("#bars").focus());
  await page.keyboard.press("ArrowDown");
  const second = await inChart(page, "bodies", (chart) => chart.querySelector("#bar-1").textContent.trim().split(/，|\n/)[0]);
  await page.keyboard.press("Enter");
  await shows(page, `承办单位：${second}`);
}, { path: CITY });

inEachBrowser("a click on a bar filters by what it stands for", async ({ page }) => {
  await drawn(page, "roles");
  const bar = await inChart(page, "roles", (chart) => {
    const place = chart.querySelector("#picture");
    place.scrollIntoView({ block: "center" });
    const { left, top, width } = place.getBoundingClientRect();
    return { x: left + width * 0.3, y: top + 46 };
  });
  await page.mouse.click(bar.x, bar.y);
  await until(page, () => location.hash.includes("role="));
}, { path: CITY });

inEachBrowser("a rate shows the entries of its numerator, of its denominator alone and those left out, and opens one", async ({ page }) => {
  await until(page, () => Boolean(document.querySelector("jianyi-board")?.shadowRoot?.querySelector("[data-rate=on-time] .explain")));
  const counts = await page.evaluate(async () => {
    const board = /** @type {any} */ (document.querySelector("jianyi-board"));
    const { part, whole, leftOut } = board.summary.rates.find((/** @type {any} */ rate) => rate.id === "on-time");
    board.shadowRoot.querySelector("[data-rate=on-time] .explain").click();
    return [part, whole - part, ...leftOut.map((/** @type {any} */ { count }) => count)];
  });
  await until(page, () => (document.querySelector("jianyi-board")?.shadowRoot?.querySelector("jianyi-explanation")?.shadowRoot?.querySelectorAll("li .entry").length ?? 0) > 20);
  const told = await page.evaluate(() => [...(document.querySelector("jianyi-board")?.shadowRoot?.querySelector("jianyi-explanation")?.shadowRoot?.querySelectorAll("h3 span") ?? [])].map(({ textContent }) => Number(textContent?.replace(/\D/g, ""))));
  assert.deepEqual(told, counts);
  await accessible(page);
  await picture(page, "explanation");
  await page.evaluate(() => /** @type {any} */ (document.querySelector("jianyi-board")?.shadowRoot?.querySelector("jianyi-explanation")?.shadowRoot?.querySelector("li .entry")).click());
  await until(page, () => location.hash.includes("entry="));
}, { path: CITY });

inEachBrowser("the flow from role to outcome, the means of consultation and disclosure are drawn, each with its table", async ({ page }) => {
  for (const chart of ["flow", "means", "disclosure"]) {
    await drawn(page, chart);
    assert.ok((await inChart(page, chart, (root) => root.querySelectorAll("#bars > li").length)) > 1, chart);
  }
  await inChart(page, "flow", (chart) => chart.querySelector("#bars").focus());
  await page.keyboard.press("Enter");
  await until(page, () => location.hash.includes("role="));
  await picture(page, "flow");
}, { path: CITY });

inEachBrowser("a filter of the address is applied, and its chip takes it away", async ({ page }) => {
  await shows(page, "办理角色：主办");
  await pressed(page, "jianyi-chips", ".chip");
  await until(page, () => !location.hash.includes("role="));
  assert.ok(!(await text(page)).includes("办理角色：主办"));
}, { path: `${CITY}&role=lead` });

inEachBrowser("a filter that nothing passes says so", async ({ page }) => {
  await shows(page, "没有符合筛选条件的条目。");
  await accessible(page);
}, { path: `${CITY}&topic=${encodeURIComponent("没有的分类")}` });

inEachBrowser("an embedded board keeps its looks in a loud page, and the page keeps its own", async ({ page }) => {
  await shows(page, "2/3 = 66.67%");
  await drawn(page, "roles");
  const looks = await page.evaluate(() => {
    const shadow = document.querySelector("jianyi-board").shadowRoot;
    const style = (element) => getComputedStyle(element);
    return {
      boardSpacing: style(shadow.querySelector("h2")).letterSpacing,
      boardAlign: style(shadow.querySelector(".tile")).textAlign,
      boardTile: style(shadow.querySelector(".tile")).transform,
      boardBorder: style(shadow.querySelector("h2")).borderTopStyle,
      pageTile: style(document.querySelector("p.tile")).display,
    };
  });
  assert.deepEqual(looks, { boardSpacing: "normal", boardAlign: "start", boardTile: "none", boardBorder: "none", pageTile: "block" });
  await picture(page, "embedded");
}, { path: EMBEDDED });

inEachBrowser("an embedding page colours the board by its custom properties and hears its events", async ({ page }) => {
  await shows(page, "2/3 = 66.67%");
  const heard = await page.evaluate(async () => {
    const board = /** @type {any} */ (document.querySelector("jianyi-board"));
    board.style.setProperty("--jianyi-accent", "rgb(120, 0, 90)");
    const colour = getComputedStyle(board.shadowRoot.querySelector(".value strong")).color;
    const events = [];
    for (const name of ["jianyi-filter", "jianyi-open-entry", "jianyi-error"]) document.addEventListener(name, (event) => events.push([name, event.detail]));
    board.shadowRoot.querySelector(".part").click();
    board.shadowRoot.querySelector(".entry").click();
    return { colour, events };
  });
  assert.equal(heard.colour, "rgb(120, 0, 90)");
  assert.deepEqual(heard.events.map(([name]) => name), ["jianyi-filter", "jianyi-open-entry"]);
  assert.deepEqual(heard.events[0][1], { filter: { kind: ["suggestion"] } });
}, { path: EMBEDDED });

inEachBrowser("a board whose ledger is not there says so and tells its page", async ({ page }) => {
  await shows(page, "2/3 = 66.67%");
  const code = await page.evaluate(() => new Promise((resolve) => {
    document.addEventListener("jianyi-error", (event) => resolve(event.detail.error.code));
    document.querySelector("jianyi-board").setAttribute("src", "nothing.json");
  }));
  assert.equal(code, "unreachable");
  await shows(page, "无法取得文件");
}, { path: EMBEDDED, expected: [/nothing\.json/, /404/] });

async function matching(page) {
  return inBoard(page, (board) => Number(board.querySelector(".totals strong").textContent.replaceAll(",", "")));
}

function matchingIs(count) {
  const shown = document.querySelector("jianyi-board").shadowRoot.querySelector(".totals strong")?.textContent;
  return shown?.replaceAll(",", "") === String(count);
}

function chartHas(chart, selector) {
  const board = document.querySelector("jianyi-board").shadowRoot;
  return Boolean(board.querySelector(`[data-chart="${chart}"]`).shadowRoot.querySelector(selector));
}

inEachBrowser("what no chart filters by is found under more filters", async ({ page }) => {
  const parts = () => [...(document.querySelector("jianyi-board")?.shadowRoot?.querySelectorAll(".more h4") ?? [])].map((head) => head.textContent?.trim());
  assert.deepEqual(await until(page, () => document.querySelector("jianyi-board")?.shadowRoot?.querySelector(".more") && true) && (await page.evaluate(parts)), ["年度", "届次", "提出时间", "提出方式", "重点督办", "民生实事"]);
  await page.evaluate(() => {
    const more = /** @type {HTMLDetailsElement} */ (document.querySelector("jianyi-board")?.shadowRoot?.querySelector(".more"));
    more.open = true;
    const button = [...more.querySelectorAll("button")].find(({ textContent }) => textContent?.includes("闭会期间"));
    button?.click();
  });
  await until(page, () => location.hash.includes("sitting=inter-sessional"));
  await shows(page, "提出时间：闭会期间");
  await accessible(page);
  await picture(page, "more-filters");
}, { path: "#ledger=fictional-city-2024.json" });
