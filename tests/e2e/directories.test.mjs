// The other directories: acteurs, partenaires, groupes, thématiques, pays. Lists, records, and what records lead to.

import assert from "node:assert/strict";
import { counted, elsewhere, focus, journey, open, ready } from "./harness.mjs";

const LISTS = ["/acteurs", "/partenaires", "/groupes", "/thematiques", "/pays"];
const number = (text) => Number.parseInt(text.replace(/\s/g, ""), 10);

journey("the three directories lead to each other", async (page) => {
  await open(page, "/annuaire");
  for (const [name, href, heading] of [
    ["Acteurs", "/acteurs", "Annuaire des acteurs"],
    ["Collectivités partenaires", "/partenaires", "Collectivités partenaires"],
    ["Collectivités", "/annuaire", "Annuaire des collectivités"],
  ]) {
    await page.click(`.tabs a:text-is("${name}")`);
    await ready(page, href);
    assert.equal(await page.innerText("h1"), heading);
    assert.equal(await page.innerText(".tabs [aria-current=page]"), name);
    assert.equal(await focus(page), "titre");
    assert.ok(await page.getAttribute("#navigation a[href='/annuaire']", "aria-current"), "all of them are in «Annuaire»");
  }
});

for (const href of LISTS) {
  journey(`${href}: rows lead to records, and back`, async (page) => {
    await open(page, href);
    const row = page.locator(".row-title a").first();
    const name = await row.innerText();
    await row.click();
    const record = await elsewhere(page, href);
    assert.ok(record.startsWith(`${href}/`), record);
    assert.equal(await page.innerText("h1"), name);
    assert.equal(await page.locator(`.breadcrumb a[href="${href}"]`).count(), 1);
    await page.goBack();
    await ready(page, href);
    assert.equal(await page.locator(".row-title a").first().innerText(), name);
  });

  journey(`${href}: a facet says how many it leaves, in words`, async (page) => {
    await open(page, href);
    const labels = await page.locator(".facet:not([hidden]) .facet-label").allTextContents();
    for (const label of labels) assert.match(label, /^([^a-z_]|[^_]*\s)|^(oui|non)$/, `${label} is a code`);
    const choice = page.locator(".facet:not([hidden]) .facet-choice").first();
    const count = number(await choice.locator(".facet-count").textContent());
    await choice.click();
    await elsewhere(page, href);
    assert.equal(number(await page.innerText(".count")), count);
    await page.click(".chip");
    await ready(page, href);
  });

  journey(`${href}: words narrow the list`, async (page) => {
    await open(page, href);
    const name = await page.locator(".row-title a").nth(1).innerText();
    await page.fill("#recherche", name);
    await page.waitForFunction((wanted) => location.search !== "" && document.querySelector(".row-title a")?.innerText === wanted, name);
  });
}

for (const [record, project] of [
  ["/acteurs/ados", /ADOS/],
  ["/partenaires/kaolack-sn", /./],
]) {
  journey(`${record} leads to its projects, and they lead back`, async (page) => {
    await open(page, record);
    const row = page.locator(".sheet-main .row-title a, .sheet-main .names a").first();
    assert.match(await row.innerText(), project);
    await row.click();
    assert.match(await elsewhere(page, record), /^\/projets\//);
    await page.click(`main a[href="${record}"]`);
    await ready(page, record);
  });
}

for (const [href, under] of [
  ["/thematiques/developpement-economique", "theme=developpement-economique"],
  ["/thematiques/eau-et-assainissement", "theme=eau-et-assainissement"],
  ["/pays/senegal", "country=SN"],
  ["/pays/allemagne", "country=DE"],
]) {
  journey(`${href} says who, what and where, in the figures of its lists`, async (page) => {
    await open(page, href);
    const sections = await page.locator(".sheet h2").allInnerTexts();
    for (const name of ["Qui agit", "Projets et coopérations", "En chiffres"]) assert.ok(sections.includes(name), name);
    const figures = await page.locator("a.figure").evaluateAll((links) => links.map((link) => [link.getAttribute("href"), link.querySelector("strong").innerText]));
    assert.equal(figures.length, 3);
    for (const [list, count] of figures) {
      assert.ok(list.includes(under), list);
      assert.equal(await counted(page, list), number(count), list);
    }
    await open(page, href);
    const countries = await page.locator("section:has(> h2:text-is('Pays')) .tag").evaluateAll((links) => links.map((link) => [link.getAttribute("href"), link.innerText]));
    for (const [list, text] of countries) assert.equal(await counted(page, list), number(text.match(/\((\d+)\)/)[1]), list);
  });
}

journey("a country leads to its partner authorities and to the map", async (page) => {
  await open(page, "/pays/senegal");
  await page.click("a[href='/partenaires/kaolack-sn']");
  await ready(page, "/partenaires/kaolack-sn");
  await page.goBack();
  await ready(page, "/pays/senegal");
  await page.click("text=voir sur la carte");
  await ready(page, "/carte?country=SN");
});

journey("a country where nobody is known to work says so", async (page) => {
  await open(page, "/pays/afghanistan");
  assert.match(await page.innerText("main"), /Aucune collectivité n’est encore connue ici/);
  assert.match(await page.innerText("main"), /Aucun projet n’est encore connu ici/);
});

journey("a group says its members, and they lead to their fiches", async (page) => {
  await open(page, "/groupes/groupe-de-travail-des-departements");
  await page.click(".sheet-side a[href^='/annuaire/'] >> nth=0");
  const fiche = await elsewhere(page, "/groupes/groupe-de-travail-des-departements");
  assert.match(fiche, /^\/annuaire\/departement-/);
});
