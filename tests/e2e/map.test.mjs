// Carte, by mouse and by keyboard alone.

import assert from "node:assert/strict";
import { focus, journey, open, PHONE, ready, settled, tabTo } from "./harness.mjs";

journey("countries are shaded and the number is written", async (page) => {
  await open(page, "/carte");
  assert.ok((await page.locator(".country").count()) > 20);
  assert.ok((await page.locator(".map-numbers text").count()) > 5);
  assert.match(await page.innerText("main"), /Le tracé des frontières n’engage pas/);
});

journey("a country opens its panel, which leads to its lists", async (page) => {
  await open(page, "/carte");
  await page.locator("#pays-SN path").click({ force: true });
  await ready(page, "/carte?country=SN");
  assert.equal(await page.innerText("#pays"), "Sénégal");
  assert.equal(await focus(page), "pays");
  const link = page.locator(".map-panel .plain a").first();
  const count = Number.parseInt(await link.innerText(), 10);
  await link.click();
  await ready(page, "/projets?country=SN");
  assert.equal(Number.parseInt(await page.innerText(".count"), 10), count);
  await page.goBack();
  await ready(page, "/carte?country=SN");
  await page.click("text=Fermer");
  await ready(page, "/carte");
});

journey("by keyboard alone: one tab stop, arrows from country to country, Enter opens", async (page) => {
  await open(page, "/carte");
  await tabTo(page, "#carte");
  await page.keyboard.press("ArrowRight");
  const begun = await page.getAttribute("#carte", "aria-activedescendant");
  assert.match(begun, /^pays-[A-Z]{2}$/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  const active = await page.getAttribute("#carte", "aria-activedescendant");
  assert.match(active, /^pays-[A-Z]{2}$/);
  assert.equal(await focus(page), "carte");
  await page.keyboard.press("Enter");
  await ready(page, `/carte?country=${active.slice(5)}`);
  assert.equal(await focus(page), "pays");
});

journey("the map can be skipped", async (page) => {
  await open(page, "/carte");
  await tabTo(page, ".skip-map");
  await page.keyboard.press("Enter");
  assert.equal(await focus(page), "apres-la-carte");
});

journey("buttons zoom, dragging moves", async (page) => {
  await open(page, "/carte");
  const box = () => page.getAttribute(".map-canvas svg", "viewBox");
  const whole = await box();
  await page.click("[aria-label='Agrandir']");
  const near = await box();
  assert.notEqual(near, whole);
  const frame = await page.locator("#carte").boundingBox();
  // From and to the middle of the map, where countries are.
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2);
  await page.mouse.down();
  await page.mouse.move(frame.x + frame.width / 2 - 60, frame.y + frame.height / 2 - 30, { steps: 4 });
  await page.mouse.up();
  assert.notEqual(await box(), near);
  assert.equal(new URL(page.url()).search, "", "a drag opens no country");
  await page.click("[aria-label='Monde entier']");
  assert.equal(await box(), whole);
});

journey("map and table show the same figures under the same address", async (page) => {
  await open(page, "/carte?twinnings=true");
  const said = await page.getAttribute("#pays-DE", "aria-label");
  await page.click("text=Tableau");
  await ready(page, "/carte?view=tableau&twinnings=true");
  const row = await page.locator("tbody tr:has-text('Allemagne')").innerText();
  const numbers = said.match(/\d+/g);
  for (const number of numbers) assert.ok(row.includes(number), `${said} / ${row}`);
});

journey("filters narrow the map, and stay in the address", async (page) => {
  await open(page, "/carte");
  const before = await page.locator(".country").count();
  await page.selectOption(".map-filter:has-text('Type') select", "cross_border");
  await ready(page, "/carte?kind=cross_border");
  assert.ok((await page.locator(".country").count()) < before);
  await page.reload();
  await settled(page);
  assert.equal(await page.inputValue(".map-filter:has-text('Type') select"), "cross_border");
});

journey("a telephone gets a map it can use", { viewport: PHONE }, async (page) => {
  await open(page, "/carte");
  assert.ok((await page.locator(".map-numbers text").count()) > 3);
});
