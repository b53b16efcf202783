// Axe finds nothing on any page; nothing scrolls sideways at 320 px; both languages.

import assert from "node:assert/strict";
import { DESKTOP, journey, open, PHONE, ready, settled, violations } from "./harness.mjs";
import { COLLECTIVITY, ROUTES } from "./routes.mjs";

const STATES = [
  ...ROUTES.map((route) => route.href),
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
];

for (const href of STATES) {
  journey(`axe finds nothing on ${href}`, { expectErrors: href === "/nulle-part" }, async (page) => {
    await open(page, href);
    assert.deepEqual(await violations(page), []);
  });
  journey(`${href} fits 320 px`, { viewport: PHONE, expectErrors: href === "/nulle-part" }, async (page) => {
    await open(page, href);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= PHONE.width, `${wide} px`);
  });
}

for (const [name, options] of [
  ["dark, 1440 px", { viewport: DESKTOP, colorScheme: "dark" }],
  ["light, 320 px", { viewport: PHONE }],
  ["dark, 320 px", { viewport: PHONE, colorScheme: "dark" }],
]) {
  journey(`axe finds nothing on the main pages, ${name}`, options, async (page) => {
    for (const href of ["/", "/carte", "/carte?view=region&all=true", "/annuaire", COLLECTIVITY, "/projets"]) {
      await open(page, href);
      assert.deepEqual(await violations(page), [], href);
    }
  });
}

journey("axe finds nothing on an error", { expectErrors: true }, async (page) => {
  await page.route("**/api/v1/**", (route) => route.abort());
  await open(page, "/projets");
  await page.waitForSelector(".notice-error");
  assert.deepEqual(await violations(page), []);
});

journey("the language can be changed, is kept, and keeps the focus and the page", async (page) => {
  await open(page, "/annuaire?department=24");
  await page.click("#langue");
  await page.waitForSelector("h1:has-text('Directory of local authorities')");
  await settled(page);
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.equal(await page.evaluate(() => document.activeElement.id), "langue");
  assert.match(await page.title(), /^Directory/);
  await page.reload();
  await ready(page, "/annuaire?department=24");
  assert.equal(await page.innerText("h1"), "Directory of local authorities");
  await page.click("#langue");
  await page.waitForSelector("h1:has-text('Annuaire')");
});

journey("every page speaks English", { language: "en", expectErrors: true }, async (page) => {
  for (const { href } of ROUTES) {
    await open(page, href);
    assert.equal(await page.getAttribute("html", "lang"), "en");
    assert.deepEqual(await violations(page), [], href);
    const chrome = await page.innerText("header nav");
    assert.match(chrome, /Directory/);
  }
});
