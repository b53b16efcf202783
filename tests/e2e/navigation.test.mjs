// Title, focus and scroll at each change of page; back, forward, reload.

import assert from "node:assert/strict";
import { elsewhere, focus, journey, open, ready, settled, tabTo } from "./harness.mjs";
import { ROUTES } from "./routes.mjs";

const scroll = (page) => page.evaluate(() => Math.round(window.scrollY));
const scrollTo = async (page, top) => {
  await page.evaluate((to) => window.scrollTo(0, to), top);
  // The page remembers a scroll once it has come to rest: the history entry says so.
  await page.waitForFunction((to) => Math.abs(parseInt(history.state ?? "0", 10) - to) < 2, top);
};

for (const { href, heading, title } of ROUTES) {
  journey(`${href} says what it is, in its window and its only h1`, { expectErrors: href === "/nulle-part" }, async (page) => {
    await open(page, href);
    assert.equal(await page.title(), title);
    assert.deepEqual(await page.locator("h1").allInnerTexts(), [heading]);
    assert.equal(await page.getAttribute("html", "lang"), "fr");
    assert.notEqual(await focus(page), "titre", "a page that opens leaves the focus at its beginning");
  });
}

journey("a link moves the focus to the heading and the page to its top", async (page) => {
  await open(page, "/annuaire");
  await scrollTo(page, 800);
  await page.click(".footer a[href='/projets']");
  await ready(page, "/projets");
  assert.equal(await focus(page), "titre");
  assert.equal(await scroll(page), 0);
  assert.match(await page.title(), /^Projets et coopérations – /);
});

journey("back brings the old scroll, forward the page that was left", async (page) => {
  await open(page, "/annuaire");
  await scrollTo(page, 900);
  await page.click(".row:nth-child(10) a");
  const record = await elsewhere(page, "/annuaire");
  await page.goBack();
  await ready(page, "/annuaire");
  await page.waitForFunction(() => Math.abs(window.scrollY - 900) < 3);
  await page.goForward();
  await ready(page, record);
});

journey("a reload shows the same screen at the same scroll", async (page) => {
  await open(page, "/annuaire?department=24&q=saint");
  const rows = await page.locator(".row-title").allInnerTexts();
  await scrollTo(page, 500);
  await page.reload();
  await ready(page, "/annuaire?department=24&q=saint");
  await page.waitForFunction(() => Math.abs(window.scrollY - 500) < 3);
  assert.deepEqual(await page.locator(".row-title").allInnerTexts(), rows);
  assert.equal(await page.inputValue("#recherche"), "saint");
});

journey("filters are steps of the history, typing is not", async (page) => {
  await open(page, "/projets");
  await page.click(".facet-choice >> nth=0");
  const filtered = await elsewhere(page, "/projets");
  await page.fill("#recherche", "cooperation");
  await page.waitForFunction(() => location.search.includes("q=cooperation"));
  await settled(page);
  await page.goBack();
  await ready(page, "/projets");
  assert.equal(await page.inputValue("#recherche"), "");
  assert.match(filtered, /^\/projets\?\w+=/);
});

journey("the skip links lead to the content and to the navigation", async (page) => {
  await open(page, "/");
  await page.keyboard.press("Tab");
  assert.equal(await focus(page), "Aller au contenu");
  await page.keyboard.press("Enter");
  assert.equal(await focus(page), "contenu");
  await open(page, "/annuaire");
  await tabTo(page, "a[href='#navigation']");
  await page.keyboard.press("Enter");
  assert.equal(await focus(page), "navigation");
});

/** Megabytes in use once what nobody holds is gone: the heap, and the memory of the application itself. */
async function memory(page, session) {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
  const own = await page.evaluate(() => window.ownMemory.buffer.byteLength);
  return (heap + own) / 1e6;
}

journey("fifty pages later the application holds at most 15 MB more", async (page, context) => {
  // No measure of the browser counts the memory of a module: the module's own is asked for when it is made.
  await page.addInitScript(() => {
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      window.ownMemory ??= made.instance.exports.memory;
      return made;
    };
  });
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await open(page, "/annuaire");
  const before = await memory(page, session);
  const sections = ["/projets", "/agenda", "/groupes", "/observatoire", "/annuaire"];
  for (let step = 0; step < 50; step += 1) {
    const href = sections[step % sections.length];
    await page.click(`#navigation a[href="${href}"]`);
    await ready(page, href);
  }
  const grown = (await memory(page, session)) - before;
  assert.ok(grown <= 15, `${grown.toFixed(1)} MB`);
});
