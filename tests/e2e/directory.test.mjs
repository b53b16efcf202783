// Annuaire and fiche, by mouse and by keyboard alone.

import assert from "node:assert/strict";
import { focus, journey, open, ready, settled, tabTo } from "./harness.mjs";
import { COLLECTIVITY } from "./routes.mjs";

const first = (page) => page.locator(".row-title").first().innerText();

journey("all 4,460 collectivities are there, fifty a page", async (page) => {
  await open(page, "/annuaire");
  assert.match(await page.innerText(".count"), /^4\s460\scollectivités$/);
  assert.equal(await page.locator(".row").count(), 50);
  const firstName = await first(page);
  await page.click("text=Page suivante");
  await page.waitForFunction(() => location.search.includes("cursor="));
  await settled(page);
  assert.notEqual(await first(page), firstName);
  assert.equal(await focus(page), "liste");
  await page.click("text=Page précédente");
  await ready(page, "/annuaire");
  assert.equal(await first(page), firstName);
});

journey("typing finds a name whatever its accents, and the page says how many", async (page) => {
  await open(page, "/annuaire");
  for (const words of ["saint emilion", "SAINT-ÉMILION", "St Emilion", "emilion st"]) {
    await page.fill("#recherche", words);
    await page.waitForSelector(".row-title:has-text('Saint-Émilion')");
  }
  await settled(page);
  assert.equal(await focus(page), "recherche");
  await page.waitForFunction(() => /collectivité/.test([...document.querySelectorAll("[role=status]")].map((e) => e.textContent).join()));
});

journey("an INSEE code or SIREN finds its collectivity", async (page) => {
  for (const code of ["33063", "243300316"]) {
    await open(page, `/annuaire?q=${code}`);
    assert.match(await first(page), /^Bordeaux/);
  }
});

journey("facets narrow the list, chips widen it again", async (page) => {
  await open(page, "/annuaire");
  await page.click(".facet-choice:has-text('Dordogne')");
  await ready(page, "/annuaire?department=24");
  assert.match(await page.innerText(".count"), /^5\d\d\s/);
  assert.ok(await page.isChecked(".facet-choice:has-text('Dordogne') input"));
  assert.equal(await page.evaluate(() => document.activeElement.type), "checkbox", "the focus stays on the filter");
  await page.click(".chip");
  await ready(page, "/annuaire");
  await open(page, "/annuaire?department=24&kind=commune");
  await page.click("text=Tout effacer");
  await ready(page, "/annuaire");
});

journey("a list without results says what to do", async (page) => {
  await open(page, "/annuaire?q=zzzzzzzz");
  assert.match(await page.innerText(".empty"), /Aucun résultat/);
  await page.click("text=Effacer tous les filtres");
  await ready(page, "/annuaire");
});

journey("an address with a filter that does not exist still shows a list", async (page) => {
  await page.goto(`${process.env.AECT_E2E_URL}/annuaire?department=24&utm_source=lettre`);
  await settled(page);
  assert.match(await page.innerText(".notice"), /laissés de côté/);
  assert.match(await page.innerText(".count"), /^5\d\d\s/);
});

journey("letters and departments lead through the directory", async (page) => {
  await open(page, "/annuaire");
  await page.click("text=De A à Z");
  await ready(page, "/annuaire?view=lettres");
  await page.click(".letters a >> text=B");
  await ready(page, "/annuaire?view=lettres&letter=b");
  await page.click(".names a >> text=/^Bordeaux$/");
  await page.waitForURL(/\/annuaire\/bordeaux/);
  await open(page, "/annuaire?view=departements");
  assert.equal(await page.locator(".card").count(), 12);
  await page.click(".card a:has-text('Gironde')");
  await ready(page, "/annuaire?department=33");
});

journey("exports are the list that is shown", async (page) => {
  await open(page, "/annuaire?department=24");
  await page.click(".menu summary");
  const links = await page.locator(".menu a").evaluateAll((all) => all.map((link) => link.href));
  assert.equal(links.length, 5);
  assert.ok(links.every((link) => link.includes("department=24")));
  assert.ok(links[0].includes("collectivities.csv") && links[0].includes("dialect=excel-fr"));
  const answer = await page.request.get(links[0]);
  assert.equal(answer.status(), 200);
  assert.match(answer.headers()["content-type"], /^text\/csv/);
});

journey("by keyboard alone: from the search to a record and back", async (page) => {
  await open(page, "/annuaire");
  await tabTo(page, "#recherche");
  await page.keyboard.type("bouscat");
  await page.waitForFunction(() => document.querySelectorAll(".row").length === 1);
  await settled(page);
  await tabTo(page, ".row a");
  await page.keyboard.press("Enter");
  await page.waitForSelector("h1:has-text('Bouscat')");
  await settled(page);
  assert.equal(await focus(page), "titre");
  await page.goBack();
  await page.waitForURL(/q=bouscat/);
});

journey("a record says what it is, what it does, and who says so", async (page) => {
  await open(page, COLLECTIVITY);
  const text = await page.innerText("main");
  for (const said of ["417", "SIREN", "222400012", "Chili", "Coopération avec la région de l'Araucanie", "D’après"]) {
    assert.ok(text.includes(said), said);
  }
  assert.match(text, /Entre 30\s000\s€ et 70\s000\s€/);
  const json = await page.getAttribute(".origin a", "href");
  assert.equal((await page.request.get(new URL(json, page.url()).href)).status(), 200);
});

journey("twinnings to confirm are named apart and not counted with projects", async (page) => {
  await open(page, "/annuaire/angouleme");
  const text = await page.innerText("main");
  assert.match(text, /Jumelages à confirmer/);
  assert.match(text, /jamais confirmés/);
});

journey("a record is one sheet of A4", async (page) => {
  await open(page, COLLECTIVITY);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? [];
  assert.equal(pages.length, 1);
});
