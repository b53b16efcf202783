// Axe finds nothing on any page, light and dark, wide and narrow; nothing scrolls sideways at 320 px; both languages;
// the keyboard alone.

import assert from "node:assert/strict";
import { journey, LOOKS, open, PHONE, ready, saved, settled, spoken, tabTo, violations } from "./harness.mjs";
import { EVENT, ROUTES } from "./routes.mjs";

/** States of the pages besides what their bare address shows. */
const STATES = [
  "/carte?country=SN",
  "/carte?view=tableau",
  "/carte?view=tableau&by=collectivity",
  "/carte?view=region&department=33",
  "/carte?view=region&all=true&collectivity=bordeaux&at=900-2200-300",
  "/annuaire?q=zzzzzzzz",
  "/annuaire?department=24&kind=commune",
  "/annuaire?view=lettres",
  "/annuaire?view=departements",
  "/projets?to_confirm=true",
  "/agenda?view=passes&kind=meeting",
  "/observatoire?kind=youth_mobility&status=contact_lost",
  "/recherche",
  "/recherche?q=zzzzzzzz",
  "/comparer",
  "/comparer?c=bordeaux&q=limoges",
  "/pays/afghanistan",
];

const routes = ROUTES.map((route) => route.href);
const lost = (href) => ({ expectErrors: href === "/nulle-part" });

for (const [look, options] of LOOKS) {
  for (const href of options === LOOKS[0][1] ? [...routes, ...STATES] : routes) {
    journey(`axe finds nothing on ${href}, ${look}`, { ...options, ...lost(href) }, async (page) => {
      await open(page, href);
      assert.deepEqual(await violations(page), []);
    });
  }
}

for (const href of [...routes, ...STATES]) {
  journey(`${href} fits 320 px`, { viewport: PHONE, ...lost(href) }, async (page) => {
    await open(page, href);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= PHONE.width, `${wide} px`);
  });
}

journey("axe finds nothing on an error", { expectErrors: true }, async (page) => {
  await page.route("**/api/v1/**", (route) => route.abort());
  await open(page, "/projets");
  await page.waitForSelector(".notice-error");
  assert.deepEqual(await violations(page), []);
});

journey("the language can be changed, stands in the address, and keeps the focus and the page", async (page) => {
  await open(page, "/annuaire?department=24");
  await page.click("#langue");
  await page.waitForSelector("h1:has-text('Directory of local authorities')");
  await settled(page);
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.equal(await page.evaluate(() => document.activeElement.id), "langue");
  assert.match(await page.title(), /^Directory/);
  await page.reload();
  await ready(page, "/en/annuaire?department=24");
  assert.equal(await page.innerText("h1"), "Directory of local authorities");
  await page.click("#navigation >> text=Projects");
  await ready(page, "/en/projets");
  await page.goBack();
  await ready(page, "/en/annuaire?department=24");
  await page.click("#langue");
  await page.waitForSelector("h1:has-text('Annuaire')");
  await ready(page, "/annuaire?department=24");
  await page.goBack();
  await page.waitForSelector("h1:has-text('Directory of local authorities')");
  assert.match(page.url(), /\/en\/annuaire\?department=24$/);
});

for (const href of routes) {
  journey(`${href} speaks English`, lost(href), async (page) => {
    await open(page, spoken(href, "en"));
    assert.equal(await page.getAttribute("html", "lang"), "en");
    assert.match(await page.innerText("header nav"), /Directory/);
    assert.deepEqual(await violations(page), []);
  });
}

journey("with the keyboard alone one goes from Accueil to an event and into one's own calendar", async (page) => {
  await open(page, "/");
  await tabTo(page, "#navigation a[href='/agenda']");
  await page.keyboard.press("Enter");
  await ready(page, "/agenda");
  await tabTo(page, ".tabs a[href='/agenda?view=passes']");
  await page.keyboard.press("Enter");
  await ready(page, "/agenda?view=passes");
  await tabTo(page, `.row-title a[href="${EVENT}"]`);
  await page.keyboard.press("Enter");
  await ready(page, EVENT);
  assert.equal(await page.evaluate(() => document.activeElement.id), "titre");
  await tabTo(page, "a.button[download]");
  const { content } = await saved(page, () => page.keyboard.press("Enter"));
  assert.match(content.toString(), /^BEGIN:VCALENDAR/);
});
