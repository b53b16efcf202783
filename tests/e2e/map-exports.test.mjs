// What one takes away from the Carte: pictures that stand alone, figures for a spreadsheet, paper.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { journey, open } from "./harness.mjs";

/** Saves by the button of that name. */
async function saved(page, name) {
  await page.click(".menu summary");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(`.menu li > :has-text("${name}")`)]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

for (const [href, places] of [
  ["/carte?year=2016", 20],
  ["/carte?year=2016&view=region&at=1500-2000-1200", 12],
]) {
  journey(`the SVG of ${href} stands alone`, async (page) => {
    await open(page, href);
    const { name, content } = await saved(page, "SVG");
    assert.equal(name, "carte-aect.svg");
    const found = await page.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, "image/svg+xml");
      const all = [...svg.querySelectorAll("*")];
      const paths = all.filter((element) => element.tagName === "path");
      return {
        broken: svg.querySelector("parsererror")?.textContent ?? null,
        title: svg.querySelector("svg > title").textContent,
        texts: [...svg.querySelectorAll("text")].map((element) => element.textContent),
        paths: paths.length,
        fills: new Set(paths.map((path) => path.getAttribute("fill"))).size,
        foreign: all.filter((element) => ["style", "script", "image", "use"].includes(element.tagName)).length,
        classes: all.filter((element) => element.hasAttribute("class") || element.hasAttribute("style")).length,
      };
    }, content.toString());
    assert.equal(found.broken, null);
    assert.match(found.title, /^Carte des coopérations – Année\s: 2016$/);
    assert.ok(found.texts.some((text) => /Natural Earth.+Licence Ouverte/.test(text)), "its sources");
    assert.ok(found.texts.some((text) => /n’engage pas/.test(text)));
    assert.ok(found.texts.some((text) => /Projets par/.test(text)), "its legend");
    assert.ok(found.paths >= places && found.fills > 2, JSON.stringify(found));
    assert.deepEqual([found.foreign, found.classes], [0, 0]);
  });
}

journey("the PNG is a picture of twice as many pixels", async (page) => {
  await open(page, "/carte?view=region");
  const { name, content } = await saved(page, "PNG");
  assert.equal(name, "carte-aect.png");
  assert.equal(content.subarray(1, 4).toString(), "PNG");
  const frame = await page.locator("#carte").boundingBox();
  assert.ok(Math.abs(content.readUInt32BE(16) - 2 * frame.width) <= 2);
  assert.ok(content.readUInt32BE(20) > 2 * frame.height);
  // Not blank: the colours of the page are in it.
  const colours = await page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const data = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
    return new Set(data).size;
  }, [...content]);
  assert.ok(colours > 20, `${colours}`);
});

journey("the CSV holds the numbers of the table", async (page) => {
  await open(page, "/carte?view=tableau");
  const cells = (row) => row.locator("th, td").allInnerTexts();
  const shown = await Promise.all((await page.locator("tbody tr").all()).map(cells));
  const { name, content } = await saved(page, "Chiffres");
  assert.equal(name, "carte-aect.csv");
  const text = content.toString();
  assert.ok(text.startsWith('\ufeff"Code";"Pays";"Projets";"Jumelages à confirmer";"Budgets indiqués (€)"\r\n'));
  const lines = text.trim().split("\r\n").slice(1).map((line) => line.slice(1, -1).split('";"'));
  assert.equal(lines.length, shown.length);
  for (const [rank, [country, projects, twinnings, budget]] of shown.entries()) {
    assert.deepEqual(lines[rank].slice(1, 4), [country, projects, twinnings]);
    assert.equal(lines[rank][4], budget.replace(/\D/g, "") || "0");
  }
});

journey("on paper: the map, its legend and its filters in words, no buttons", async (page) => {
  await open(page, "/carte?year=2016");
  await page.emulateMedia({ media: "print" });
  assert.match(await page.innerText(".map-said"), /^Année\s: 2016$/);
  for (const shown of [".map-canvas svg", ".legend", "#apres-la-carte"]) assert.ok(await page.isVisible(shown), shown);
  for (const hidden of [".map-buttons", ".map-bar", ".tools", "header nav"]) assert.ok(!(await page.isVisible(hidden)), hidden);
});
