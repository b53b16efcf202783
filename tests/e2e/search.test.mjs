// Recherche: everything at once as one types; the words are in the address.

import assert from "node:assert/strict";
import { counted, elsewhere, focus, journey, open, ready, tabTo } from "./harness.mjs";

const groups = (page) => page.locator(".found h2").allInnerTexts();

journey("everything is searched as one types, and the address follows", async (page) => {
  await open(page, "/recherche");
  await page.click("#tout");
  await page.keyboard.type("senegal");
  await ready(page, "/recherche?q=senegal");
  assert.equal(await focus(page), "tout", "one goes on typing");
  const kinds = await groups(page);
  for (const kind of ["Pays", "Projets et coopérations", "Collectivités", "Acteurs", "Collectivités partenaires"]) {
    assert.ok(kinds.includes(kind), kind);
  }
  assert.match(await page.innerText("main [role=status]"), /^\d+\srésultats$/);
  await page.fill("#tout", "senegal recif");
  await ready(page, "/recherche?q=senegal+recif");
  await page.waitForFunction(() => document.querySelectorAll(".found li").length === 1);
});

journey("typing is one step of the history, a hit another; back brings the words and the hits", async (page) => {
  await open(page, "/annuaire");
  await page.click("#navigation >> text=Recherche");
  await ready(page, "/recherche");
  await page.fill("#tout", "dordogne");
  await ready(page, "/recherche?q=dordogne");
  const found = await groups(page);
  await page.click(".found a >> nth=0");
  await elsewhere(page, "/recherche?q=dordogne");
  assert.equal(await focus(page), "titre");
  await page.goBack();
  await ready(page, "/recherche?q=dordogne");
  assert.equal(await page.inputValue("#tout"), "dordogne");
  assert.deepEqual(await groups(page), found);
  await page.goBack();
  await ready(page, "/annuaire");
});

journey("a shared search and a reload find the same", async (page) => {
  await open(page, "/recherche?q=eau");
  const found = await groups(page);
  assert.ok(found.includes("Thématiques"));
  await page.reload();
  await ready(page, "/recherche?q=eau");
  assert.equal(await page.inputValue("#tout"), "eau");
  assert.deepEqual(await groups(page), found);
});

journey("«Tout voir» leads to a list of that many", async (page) => {
  await open(page, "/recherche?q=saint");
  const all = page.locator(".found p a").first();
  const [, count] = (await all.innerText()).replace(/\s/g, "").match(/\((\d+)\)/);
  assert.equal(await counted(page, await all.getAttribute("href")), Number(count));
});

journey("nothing found says so; no words, nothing is asked", async (page) => {
  await open(page, "/recherche?q=zzzzzzzz");
  assert.match(await page.innerText("main"), /Rien ne correspond/);
  await page.fill("#tout", "");
  await ready(page, "/recherche");
  assert.equal(await page.locator(".found").count(), 0);
});

journey("accents, case and hyphens do not matter", async (page) => {
  for (const words of ["Sénégal", "SENEGAL", "sénégal "]) {
    await open(page, `/recherche?q=${encodeURIComponent(words.trim())}`);
    await page.waitForSelector(".found a[href='/pays/senegal']");
  }
});

journey("with the keyboard alone one finds a country", async (page) => {
  await open(page, "/recherche");
  await tabTo(page, "#tout");
  await page.keyboard.type("maroc");
  await ready(page, "/recherche?q=maroc");
  await tabTo(page, ".found a[href='/pays/maroc']");
  await page.keyboard.press("Enter");
  await ready(page, "/pays/maroc");
  assert.equal(await page.innerText("h1"), "Maroc");
});
