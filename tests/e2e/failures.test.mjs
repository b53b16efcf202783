// The API slow, down or broken: the page says so, keeps what it had, and can try again.

import assert from "node:assert/strict";
import { journey, open, ready, settled, SITE } from "./harness.mjs";
import { EVENT } from "./routes.mjs";

const API = "**/api/v1/**";

journey("while the API is slow, a skeleton shows after a moment; then the rows", async (page) => {
  await open(page, "/");
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await page.route("**/api/v1/projects?**", async (route) => {
    await held;
    await route.continue();
  });
  await page.click("#navigation >> text=Projets");
  await page.waitForSelector(".skeleton");
  assert.equal(await page.innerText("h1"), "Projets et coopérations");
  answer();
  await ready(page, "/projets");
  assert.ok((await page.locator(".row").count()) > 5);
  assert.equal(await page.locator(".skeleton").count(), 0);
});

journey("a record that is awaited has a heading already, and comes whole", async (page) => {
  await open(page, "/annuaire?q=dordogne");
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await page.route("**/api/v1/projects?**", async (route) => {
    await held;
    await route.continue();
  });
  await page.click('a[href="/annuaire/departement-de-la-dordogne"]');
  await page.waitForSelector(".skeleton");
  assert.equal(await page.locator("h1").count(), 1);
  assert.equal(await page.locator(".sheet").count(), 0);
  answer();
  await ready(page, "/annuaire/departement-de-la-dordogne");
  assert.ok((await page.locator(".sheet .row").count()) > 0);
  assert.equal(await page.locator("h1").count(), 1);
});

journey("old rows stay while new ones are awaited", async (page) => {
  await open(page, "/projets");
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await page.route("**/api/v1/projects?**", async (route) => {
    await held;
    await route.continue();
  });
  await page.click(".facet-choice >> nth=0");
  await page.waitForSelector(".list-rows.stale");
  assert.ok((await page.locator(".row").count()) > 5);
  answer();
  await page.waitForSelector(".list-rows:not(.stale)");
});

for (const [what, fail] of [
  ["down", (route) => route.abort("connectionrefused")],
  ["broken", (route) => route.fulfill({ status: 500, contentType: "application/problem+json", body: JSON.stringify({ type: "/docs/problems#internal", title: "Erreur", status: 500, detail: "Réessayez.", request_id: "req-42" }) })],
  ["too busy", (route) => route.fulfill({ status: 429, contentType: "application/problem+json", headers: { "retry-after": "1" }, body: JSON.stringify({ type: "/docs/problems#too-many-requests", title: "Trop de demandes", status: 429, detail: "Réessayez.", request_id: "req-42" }) })],
  ["unreadable", (route) => route.fulfill({ status: 200, contentType: "application/json", body: "{" })],
]) {
  journey(`with the API ${what}, every page says so and recovers by «Réessayer»`, { expectErrors: true }, async (page) => {
    for (const href of ["/projets", "/annuaire", "/annuaire/bordeaux", "/acteurs", "/agenda?view=passes", EVENT, "/observatoire", "/recherche?q=eau", "/aide"]) {
      await page.route(API, fail);
      await open(page, href);
      await page.waitForSelector(".notice-error");
      if (["broken", "too busy"].includes(what)) assert.match(await page.innerText(".notice-error"), /req-42/);
      assert.equal(await page.locator("h1").count(), 1);
      await page.unroute(API);
      await page.click(".notice-error >> text=Réessayer");
      await page.waitForSelector(".notice-error", { state: "detached" });
      await settled(page);
      assert.ok((await page.innerText("main")).length > 200);
    }
  });
}

for (const [name, href] of [
  ["Observatoire", "/observatoire"],
  ["Annuaire", "/annuaire"],
  ["Carte", "/carte"],
]) {
  journey(`a part of the application that does not come is an error that can be retried: ${href}`, { expectErrors: true }, async (page) => {
    const parts = "**/assets/split_*.wasm";
    let refused = 0;
    await page.route(parts, (route) => {
      refused += 1;
      return route.abort("connectionrefused");
    });
    await open(page, "/");
    await page.click(`#navigation >> text=${name}`);
    await page.waitForSelector(".notice-error");
    assert.ok(refused > 0, "it was asked for");
    assert.equal(await page.locator("h1").count(), 1);
    await page.unroute(parts);
    await page.click(".notice-error >> text=Réessayer");
    await ready(page, href);
    assert.equal(await page.locator(".notice-error").count(), 0);
    assert.ok((await page.innerText("main")).length > 200);
  });
}

journey("a module that cannot start says so, with a way out", { expectErrors: true }, async (page) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(SITE);
  await page.waitForSelector("#failure:not([hidden])");
  assert.match(await page.innerText("#failure"), /Rechargez-la/);
  await page.unroute("**/*.wasm");
  await page.click("#reload");
  await settled(page);
});
