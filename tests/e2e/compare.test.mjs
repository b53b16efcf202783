// Comparer: from a fiche to two and three collectivities side by side; what is compared is in the address.

import assert from "node:assert/strict";
import { counted, focus, journey, open, ready, tabTo } from "./harness.mjs";

const heads = async (page) => (await page.locator(".compare thead th").allInnerTexts()).slice(1);

journey("from a fiche one compares with another, and a third", async (page) => {
  await open(page, "/annuaire/bordeaux");
  await page.click("text=Comparer avec une autre collectivité");
  await ready(page, "/comparer?c=bordeaux");
  assert.deepEqual(await heads(page), ["Bordeaux"]);
  await page.fill("#ajouter", "limoges");
  await page.click("main search button");
  await ready(page, "/comparer?q=limoges&c=bordeaux");
  await page.click(".names a:text-is('Limoges')");
  await ready(page, "/comparer?c=bordeaux&c=limoges");
  assert.deepEqual(await heads(page), ["Bordeaux", "Limoges"]);
  await page.fill("#ajouter", "40088");
  await page.press("#ajouter", "Enter");
  await ready(page, "/comparer?q=40088&c=bordeaux&c=limoges");
  await page.click(".names a:text-is('Dax')");
  await ready(page, "/comparer?c=bordeaux&c=limoges&c=dax");
  assert.deepEqual(await heads(page), ["Bordeaux", "Limoges", "Dax"]);
  assert.equal(await page.locator("#ajouter").count(), 0, "at most three");
});

journey("one is taken away, back brings it again", async (page) => {
  await open(page, "/comparer?c=bordeaux&c=limoges&c=dax");
  await page.click("text=retirer Limoges");
  await ready(page, "/comparer?c=bordeaux&c=dax");
  assert.deepEqual(await heads(page), ["Bordeaux", "Dax"]);
  assert.equal(await page.locator("#ajouter").count(), 1);
  await page.goBack();
  await ready(page, "/comparer?c=bordeaux&c=limoges&c=dax");
  assert.deepEqual(await heads(page), ["Bordeaux", "Limoges", "Dax"]);
});

journey("adding and taking away go with the keyboard alone; the focus is never lost", async (page) => {
  await open(page, "/comparer?c=bordeaux");
  await tabTo(page, "#ajouter");
  await page.keyboard.type("limoges");
  await page.keyboard.press("Enter");
  await ready(page, "/comparer?q=limoges&c=bordeaux");
  await page.waitForFunction(() => document.activeElement.id === "ajouter");
  await tabTo(page, ".names a");
  await page.keyboard.press("Enter");
  await ready(page, "/comparer?c=bordeaux&c=limoges");
  await page.waitForFunction(() => document.activeElement.id === "titre");
  await tabTo(page, "a[href='/comparer?c=limoges']");
  await page.keyboard.press("Enter");
  await ready(page, "/comparer?c=limoges");
  assert.deepEqual(await heads(page), ["Limoges"]);
  await page.waitForFunction(() => document.activeElement.id === "titre");
});

journey("a shared link shows the same comparison; a fourth and a second time the same are left aside", async (page) => {
  await open(page, "/comparer?c=bordeaux&c=limoges&c=dax&c=pau");
  assert.deepEqual(await heads(page), ["Bordeaux", "Limoges", "Dax"]);
  await open(page, "/comparer?c=bordeaux&c=bordeaux");
  assert.deepEqual(await heads(page), ["Bordeaux"]);
});

journey("nothing found says so, an unknown collectivity as well", { expectErrors: true }, async (page) => {
  await open(page, "/comparer?q=zzzzzzzz");
  assert.match(await page.innerText("main"), /Nous ne trouvons pas ce nom/);
  await open(page, "/comparer?c=nulle-part");
  assert.equal(await page.innerText("h1"), "Page introuvable");
});

journey("what is compared is what the fiches and the lists say", async (page) => {
  await open(page, "/comparer?c=departement-de-la-gironde&c=departement-de-la-dordogne");
  const cells = (name) => page.locator(".compare tr", { has: page.locator(`th:text-is("${name}")`) }).locator("td").allInnerTexts();
  const kinds = await cells("Type");
  const projects = (await cells("Projets")).map(Number);
  const records = await page.locator(".compare tbody tr:first-child a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.deepEqual(kinds, ["Département", "Département"]);
  for (const [rank, record] of records.entries()) {
    assert.equal(await counted(page, `/projets?collectivity=${record.split("/").at(-1)}`), projects[rank]);
  }
  await open(page, records[0]);
  assert.equal(await page.innerText("h1"), "Département de la Gironde");
  assert.notEqual(await focus(page), "titre");
});
