// Observatoire: every figure is that of the list it leads to; filters are in the address; charts can be taken away.

import assert from "node:assert/strict";
import { counted, elsewhere, journey, open, ready, saved } from "./harness.mjs";

const number = (text) => Number.parseInt(text.replace(/\s/g, ""), 10);

/** The links of a page with the number that each bears, every address once. */
async function figures(page, links, numberOf) {
  const found = await page.locator(links).evaluateAll(
    (all, inner) => all.map((link) => [link.getAttribute("href"), (inner ? link.querySelector(inner) : link.closest("tr").cells[1]).textContent]),
    numberOf,
  );
  return new Map(found.map(([href, text]) => [href, number(text)]));
}

for (const [what, href] of [
  ["of everything", "/observatoire"],
  ["under a filter", "/observatoire?kind=decentralised_cooperation"],
]) {
  journey(`each bar and each row leads to a list of that many projects, ${what}`, async (page) => {
    await open(page, href);
    const bars = await figures(page, ".bars a", ".bar-number");
    const rows = await figures(page, ".chart tbody th a", null);
    assert.ok(bars.size > 20, `${bars.size} bars`);
    for (const [list, count] of bars) assert.equal(rows.get(list), count, `the table beside says the same: ${list}`);
    const totals = await figures(page, ".figures a:not([href^='/carte'])", "strong");
    for (const [list, count] of [...rows, ...totals]) {
      const { pathname, search } = new URL(list, "http://page");
      assert.equal(pathname, "/projets");
      // The figures of a list are the API's: asked there, since a browser takes a second for each of a hundred lists.
      const answer = await page.request.get(new URL(`/api/v1/projects${search}`, page.url()).href);
      assert.equal((await answer.json()).total, count, list);
    }
  });
}

journey("a bar leads to the list itself, and back", async (page) => {
  await open(page, "/observatoire");
  const bar = page.locator(".chart[data-name=country] .bars a").first();
  const count = number(await bar.locator(".bar-number").textContent());
  await bar.click();
  await ready(page, "/projets?country=SN");
  assert.equal(number(await page.innerText(".count")), count);
  await page.goBack();
  await ready(page, "/observatoire");
  assert.equal(await page.locator(".chart").count(), 6);
});

journey("the totals are those of their lists", async (page) => {
  await open(page, "/observatoire");
  const totals = await figures(page, ".figures a:not([href^='/carte'])", "strong");
  assert.equal(totals.size, 2);
  for (const [href, count] of totals) assert.equal(await counted(page, href), count, href);
});

journey("the form changes the address and the figures, and back undoes it", async (page) => {
  await open(page, "/observatoire");
  const all = await page.innerText(".figures strong >> nth=0");
  await page.selectOption("select[name=kind]", "support_scheme");
  await page.selectOption("select[name=status]", "active");
  await page.click(".map-filters button");
  await ready(page, "/observatoire?kind=support_scheme&status=active");
  assert.notEqual(await page.innerText(".figures strong >> nth=0"), all);
  assert.equal(await page.inputValue("select[name=kind]"), "support_scheme");
  await page.waitForFunction(() => document.activeElement.id === "afficher");
  await page.goBack();
  await ready(page, "/observatoire");
  assert.equal(await page.innerText(".figures strong >> nth=0"), all);
  assert.equal(await page.inputValue("select[name=kind]"), "");
});

journey("one filter alone leaves no empty one in the address; all of them can be taken away", async (page) => {
  await open(page, "/observatoire?theme=jeunesse");
  await page.selectOption("select[name=status]", "active");
  await page.click(".map-filters button");
  const address = new URLSearchParams((await elsewhere(page, "/observatoire?theme=jeunesse")).split("?")[1]);
  assert.deepEqual([...address].sort(), [["status", "active"], ["theme", "jeunesse"]]);
  await page.click(".map-filters a");
  await ready(page, "/observatoire");
});

journey("filters that leave nothing say so", async (page) => {
  await open(page, "/observatoire?kind=youth_mobility&status=contact_lost");
  assert.equal(await page.locator(".bars").count(), 0);
  assert.ok((await page.locator("text=Rien à compter sous ces filtres").count()) > 0);
});

const chart = (page) => page.locator(".chart[data-name=theme]");

journey("a chart is taken away as an SVG that stands alone", async (page) => {
  await open(page, "/observatoire");
  const names = await chart(page).locator(".bar-name").allTextContents();
  const { name, content } = await saved(page, () => chart(page).locator("[data-picture=svg]").click());
  assert.equal(name, "observatoire-theme.svg");
  const read = await page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, "image/svg+xml");
    const all = [...svg.querySelectorAll("*")];
    return {
      broken: svg.querySelector("parsererror")?.textContent ?? null,
      title: svg.querySelector("svg > title").textContent,
      texts: [...svg.querySelectorAll("text")].map((element) => element.textContent),
      foreign: all.filter((element) => ["style", "script", "image", "use"].includes(element.tagName) || element.hasAttribute("class")).length,
      links: [...svg.querySelectorAll("a")].map((link) => link.getAttribute("href")),
    };
  }, content.toString());
  assert.equal(read.broken, null);
  assert.match(read.title, /Thématique/);
  for (const bar of names) assert.ok(read.texts.includes(bar), bar);
  assert.ok(read.texts.some((text) => text.includes(page.url())), "where it is from");
  assert.equal(read.foreign, 0);
  assert.ok(read.links.every((href) => href.startsWith("http")), "links that lead somewhere from anywhere");
});

journey("a chart is taken away as a PNG of twice as many pixels", async (page) => {
  await open(page, "/observatoire");
  const { name, content } = await saved(page, () => chart(page).locator("[data-picture=png]").click());
  assert.equal(name, "observatoire-theme.png");
  assert.equal(content.subarray(1, 4).toString(), "PNG");
  assert.ok(content.readUInt32BE(16) >= 1200, `${content.readUInt32BE(16)} px`);
});

journey("a chart's table is taken away as a CSV with every row", async (page) => {
  await open(page, "/observatoire");
  await chart(page).locator("details summary").click();
  const shown = await chart(page).locator("tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
  const { name, content } = await saved(page, () => chart(page).locator("[data-picture=csv]").click());
  assert.equal(name, "observatoire-theme.csv");
  const text = content.toString();
  assert.ok(text.startsWith("\ufeff"));
  const read = text.slice(1).trim().split("\r\n").map((line) => line.slice(1, -1).split('";"').map((cell) => cell.replaceAll('""', '"')));
  assert.deepEqual(read, shown);
});
