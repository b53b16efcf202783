// Carte of the world, by mouse and by keyboard alone; what both maps share.

import assert from "node:assert/strict";
import { focus, journey, open, PHONE, ready, settled, tabTo } from "./harness.mjs";

/** What is seen: left, top and width in units of the plane. What is drawn goes half a frame farther on each side. */
const box = (page) =>
  page.evaluate(() => {
    const { x, y, width, height } = document.querySelector(".map-canvas svg").viewBox.baseVal;
    return [x + width / 4, y + height / 4, width / 2].map((unit) => unit.toFixed(1)).join(" ");
  });

/** Drags the map from its middle; the hand lets go at the end. */
async function drag(page, across, down) {
  const frame = await page.locator("#carte").boundingBox();
  const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + across, y + down, { steps: 4 });
  await page.mouse.up();
}

/** Waits until the address says what is seen. */
const said = (page) => page.waitForURL(/[?&]at=\d+-\d+-\d+/);

journey("countries are shaded and the number is written", async (page) => {
  await open(page, "/carte");
  assert.ok((await page.locator(".map-areas .place").count()) > 20);
  assert.ok((await page.locator(".map-numbers text").count()) > 5);
  assert.match(await page.innerText("main"), /Le tracé des frontières n’engage pas/);
});

journey("a country too small to be seen gets a dot", async (page) => {
  await open(page, "/carte?twinnings=true");
  const small = page.locator(".map-areas .place:has(circle:not(.hit))");
  assert.ok((await small.count()) > 0);
  const id = await small.first().getAttribute("id");
  await small.first().locator("circle:not(.hit)").click();
  assert.equal(await page.getAttribute(`#${id}`, "aria-selected"), "true");
});

journey("a country opens its panel, which leads to its lists", async (page) => {
  await open(page, "/carte");
  await page.locator("#pays-SN path").click({ force: true });
  await ready(page, "/carte?country=SN");
  assert.equal(await page.innerText("#lieu"), "Sénégal");
  assert.equal(await focus(page), "lieu");
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

journey("by keyboard alone: one tab stop, arrows from country to country, Enter opens, Escape closes", async (page) => {
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
  assert.match(await page.getAttribute(`#${active}`, "aria-label"), /^.+\s:\s\d+\sprojets?, \d+\sjumelages? à confirmer$/);
  assert.equal(await focus(page), "carte");
  await page.keyboard.press("Enter");
  await ready(page, `/carte?country=${active.slice(5)}`);
  assert.equal(await focus(page), "lieu");
  await page.keyboard.press("Escape");
  await ready(page, "/carte");
  assert.equal(await focus(page), "carte");
});

journey("the map can be skipped", async (page) => {
  await open(page, "/carte");
  await tabTo(page, ".skip-map");
  await page.keyboard.press("Enter");
  assert.equal(await focus(page), "apres-la-carte");
});

journey("buttons zoom and move, dragging moves, the address follows without a new entry", async (page) => {
  await open(page, "/carte");
  const entries = await page.evaluate(() => history.length);
  const whole = await box(page);
  await page.click("[aria-label='Agrandir']");
  const near = await box(page);
  assert.notEqual(near, whole);
  await page.click("[aria-label='Vers le sud']");
  const south = await box(page);
  assert.ok(Number(south.split(" ")[1]) > Number(near.split(" ")[1]));
  await drag(page, -60, -30);
  assert.notEqual(await box(page), south);
  await said(page);
  assert.equal(new URL(page.url()).searchParams.get("country"), null, "a drag opens no country");
  assert.equal(await page.evaluate(() => history.length), entries);
  await page.click("[aria-label='Toute la carte']");
  assert.equal(await box(page), whole);
  await ready(page, "/carte");
});

journey("a long drag never brings bare ground: what comes near is drawn before the hand lets go", async (page) => {
  await open(page, "/carte?at=1200-500-300");
  const drawn = await box(page);
  const { x, y, width, height } = await page.locator("#carte").boundingBox();
  await page.mouse.move(x + width * 0.85, y + height * 0.6);
  await page.mouse.down();
  // In steps, as a hand does; the last ones are beyond half a frame.
  await page.mouse.move(x + width * 0.05, y + height * 0.6, { steps: 20 });
  const held = await box(page);
  assert.ok(Number(held.split(" ")[0]) > Number(drawn.split(" ")[0]) + 100, `${drawn} then ${held}`);
  const [sheet, frame] = await Promise.all([page.locator(".map-sheet").boundingBox(), page.locator("#carte").boundingBox()]);
  assert.ok(sheet.x <= frame.x && sheet.x + sheet.width >= frame.x + frame.width, "the frame is filled");
  await page.mouse.up();
  await said(page);
});

journey("while a hand moves the map, only a transform changes", async (page) => {
  await open(page, "/carte?view=region&all=true");
  await page.click("[aria-label='Agrandir']");
  await page.evaluate(() => {
    window.changes = [];
    new MutationObserver((list) => window.changes.push(...list.map((one) => `${one.target.className} ${one.attributeName}`))).observe(
      document.querySelector("#carte"),
      { subtree: true, childList: true, attributes: true },
    );
  });
  const frame = await page.locator("#carte").boundingBox();
  const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 10; step += 1) await page.mouse.move(x - 12 * step, y - 6 * step);
  const changes = await page.evaluate(() => [...new Set(window.changes)]);
  assert.deepEqual(changes, ["map-sheet style"]);
  await page.mouse.up();
});

journey("when the address follows, nothing is drawn anew", async (page) => {
  await open(page, "/carte?view=region&all=true");
  await page.evaluate(() => {
    window.drawn = 0;
    new MutationObserver((list) => (window.drawn += list.length)).observe(document.querySelector(".map-points"), { childList: true });
  });
  await page.click("[aria-label='Agrandir']");
  const zoomed = await page.evaluate(() => window.drawn);
  assert.ok(zoomed > 0, "another scale is another drawing");
  await said(page);
  await settled(page);
  assert.equal(await page.evaluate(() => window.drawn), zoomed);
});

journey("a shared address shows what its sender saw; back and forward too", async (page) => {
  await open(page, "/carte?at=1180-430-600");
  const seen = await box(page);
  const [x, , width] = seen.split(" ").map(Number);
  assert.deepEqual([x, width], [880, 600]);
  await page.locator("#pays-SN path").click({ force: true });
  await ready(page, "/carte?country=SN&at=1180-430-600");
  await page.click("[aria-label='Réduire']");
  await page.waitForURL((url) => !url.href.includes("430-600"));
  const far = await box(page);
  assert.notEqual(far, seen);
  await page.goBack();
  await ready(page, "/carte?at=1180-430-600");
  assert.equal(await box(page), seen);
  await page.goForward();
  await settled(page);
  assert.equal((await box(page)).split(" ")[2], far.split(" ")[2]);
});

journey("Ctrl and the wheel zoom where the pointer is; the wheel alone scrolls the page", async (page) => {
  await open(page, "/carte");
  const whole = await box(page);
  const frame = await page.locator("#carte").boundingBox();
  await page.mouse.move(frame.x + 20, frame.y + 20);
  await page.mouse.wheel(0, 40);
  assert.equal(await box(page), whole);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -40);
  await page.keyboard.up("Control");
  await said(page);
  const [x] = (await box(page)).split(" ").map(Number);
  assert.ok(x < 100, "what is under the pointer stays there");
});

journey("two fingers zoom and move", { viewport: PHONE }, async (page, context) => {
  await open(page, "/carte");
  const whole = Number((await box(page)).split(" ")[2]);
  const debug = await context.newCDPSession(page);
  await page.locator("#carte").scrollIntoViewIfNeeded();
  const frame = await page.locator("#carte").boundingBox();
  const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
  const touch = (type, apart) =>
    debug.send("Input.dispatchTouchEvent", { type, touchPoints: apart === null ? [] : [{ x: x - apart, y, id: 1 }, { x: x + apart, y, id: 2 }] });
  await touch("touchStart", 20);
  for (const apart of [25, 35, 45, 60]) await touch("touchMove", apart);
  await touch("touchEnd", null);
  await said(page);
  const near = Number((await box(page)).split(" ")[2]);
  assert.ok(Math.abs(whole / near - 3) < 0.2, `${whole} / ${near}`);
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

journey("the list of the same filters is one click away", async (page) => {
  await open(page, "/carte?theme=eau-et-assainissement&view=region");
  await page.click(".map-bar >> text=Liste");
  await ready(page, "/projets?theme=eau-et-assainissement");
});

journey("filters narrow the map, and stay in the address", async (page) => {
  await open(page, "/carte");
  const before = await page.locator(".map-areas .place").count();
  await page.selectOption(".map-filter:has-text('Type') select", "cross_border");
  await ready(page, "/carte?kind=cross_border");
  assert.ok((await page.locator(".map-areas .place").count()) < before);
  await page.selectOption(".map-filter:has-text('Année') select", "2016");
  await ready(page, "/carte?kind=cross_border&year=2016");
  await page.reload();
  await settled(page);
  assert.equal(await page.inputValue(".map-filter:has-text('Type') select"), "cross_border");
  assert.equal(await page.inputValue(".map-filter:has-text('Année') select"), "2016");
});

journey("a telephone gets a map it can use", { viewport: PHONE }, async (page) => {
  for (const href of ["/carte", "/carte?view=region", "/carte?view=region&all=true", "/carte?view=tableau&by=collectivity"]) {
    await open(page, href);
    assert.ok((await page.locator(".map-numbers text, tbody tr").count()) > 3, href);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= PHONE.width, `${href}: ${wide} px`);
  }
});
