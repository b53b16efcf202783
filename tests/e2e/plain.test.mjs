// The server's own pages: whole without JavaScript, and taken over by the application without a flash.

import assert from "node:assert/strict";
import { journey, open, PHONE, ready, SITE } from "./harness.mjs";
import { ROUTES } from "./routes.mjs";

/** A page of a browser that runs no script. */
async function still(context, viewport) {
  const plain = await context.browser().newContext({ javaScriptEnabled: false, viewport });
  return plain.newPage();
}

journey("without JavaScript one finds a collectivity, its projects and one of them", async (_page, context) => {
  const page = await still(context);
  await page.goto(SITE);
  await page.fill("#mienne", "bordeaux");
  await page.press("#mienne", "Enter");
  assert.match(page.url(), /\/annuaire\?q=bordeaux$/);
  await page.click(".row-title >> text=/^Bordeaux$/");
  assert.match(await page.title(), /^Commune de Bordeaux – Annuaire – AECT/);
  await page.click(".names a >> nth=0");
  assert.match(page.url(), /\/projets\/[a-z0-9-]+$/);
  assert.equal(await page.locator("h1").count(), 1);
  await page.click("#navigation >> text=Carte");
  assert.ok((await page.locator("tbody tr").count()) > 10);
  await page.context().close();
});

journey("without JavaScript lists are turned page by page", async (_page, context) => {
  const page = await still(context);
  await page.goto(`${SITE}/annuaire`);
  const first = await page.innerText(".row-title >> nth=0");
  await page.click(".pager >> text=Page suivante");
  assert.notEqual(await page.innerText(".row-title >> nth=0"), first);
  await page.click(".pager >> text=Première page");
  assert.equal(await page.innerText(".row-title >> nth=0"), first);
  await page.context().close();
});

journey("without JavaScript nothing scrolls sideways on a telephone", async (_page, context) => {
  const page = await still(context, PHONE);
  for (const { href } of ROUTES) {
    await page.goto(SITE + href);
    const box = await page.locator("main").boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= PHONE.width, href);
  }
  await page.context().close();
});

journey("the server's page stays until the application has its own", async (page) => {
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await page.route("**/api/v1/projects?**", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${SITE}/projets`);
  await page.waitForSelector("#app[hidden] h1", { state: "attached" });
  assert.ok(await page.locator("[data-plain] .row >> nth=0").isVisible());
  answer();
  await ready(page, "/projets");
  assert.equal(await page.locator("[data-plain]").count(), 0);
  assert.ok(await page.locator(".facets").isVisible());
  assert.equal(await page.locator("h1").count(), 1);
});

journey("what was typed before the application came is not lost", async (page) => {
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${SITE}/annuaire`);
  await page.fill("#recherche", "bordeaux");
  answer();
  await ready(page, "/annuaire?q=bordeaux");
  assert.equal(await page.inputValue("#recherche"), "bordeaux");
  assert.equal(await page.evaluate(() => document.activeElement.id), "recherche");
});

journey("a page that is not there says so with its status, and so does the application", { expectErrors: true }, async (page) => {
  const answer = await page.goto(`${SITE}/annuaire/nulle-part`);
  assert.equal(answer.status(), 404);
  await ready(page, "/annuaire/nulle-part");
  assert.equal(await page.innerText("h1"), "Page introuvable");
});

for (const { href, heading, title } of ROUTES) {
  journey(`the server's page says what the application's says: ${href}`, { expectErrors: href === "/nulle-part" }, async (_page, context) => {
    const page = await still(context);
    await page.goto(SITE + href);
    assert.equal(await page.title(), title);
    assert.deepEqual(await page.locator("h1").allInnerTexts(), [heading]);
    await page.context().close();
  });
}
