// Projets and projet, by mouse and by keyboard alone.

import assert from "node:assert/strict";
import { focus, journey, open, ready, settled, tabTo } from "./harness.mjs";

journey("projects are listed, twinnings to confirm are counted apart and can be shown", async (page) => {
  await open(page, "/projets");
  const total = Number.parseInt(await page.innerText(".count"), 10);
  assert.ok(total >= 20 && total < 100, `${total}`);
  assert.match(await page.innerText(".left-out"), /^\d+\sjumelages à confirmer ne sont pas montrés/);
  await page.click(".left-out a");
  await page.waitForURL(/to_confirm/);
  await settled(page);
  assert.ok(Number.parseInt(await page.innerText(".count"), 10) > total);
});

journey("facets of country, theme, department, kind, status, goal and year agree with the list", async (page) => {
  await open(page, "/projets");
  const titles = await page.locator(".facet:visible legend").allInnerTexts();
  assert.deepEqual(titles, ["Pays", "Thématique", "Département", "Type", "État", "Objectif de développement durable", "Année"]);
  for (const rank of [0, 1, 2, 3, 4, 5, 6]) {
    await open(page, "/projets");
    const choice = page.locator(`.facet:visible >> nth=${rank}`).locator(".facet-choice").first();
    const count = Number.parseInt(await choice.locator(".facet-count").innerText(), 10);
    await choice.click();
    await page.waitForFunction(() => location.search !== "");
    await page.waitForFunction((wanted) => Number.parseInt(document.querySelector(".count")?.textContent, 10) === wanted, count);
  }
});

journey("a project says its status with its date, its partner and its source", async (page) => {
  await open(page, "/projets?q=araucanie");
  await page.click(".row a");
  await page.waitForSelector("h1:has-text('Araucanie')");
  await settled(page);
  assert.equal(await focus(page), "titre");
  const text = await page.innerText("main");
  for (const said of ["Ralenti en 2016", "Région de l'Araucanie", "Chili", "Depuis 2008", "au ralenti", "20 septembre 2016", "Département de la Dordogne"]) {
    assert.ok(text.includes(said), said);
  }
  await page.waitForSelector("h2:has-text('Projets proches')");
  await page.click(".sheet-side a:has-text('Chili')");
  await ready(page, "/projets?country=CL");
});

journey("by keyboard alone: filter, sort, open, come back", async (page) => {
  await open(page, "/projets");
  await tabTo(page, ".facet input");
  await page.keyboard.press("Space");
  await page.waitForFunction(() => location.search.includes("country="));
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement.type), "checkbox");
  await tabTo(page, "#ordre");
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => location.search.includes("sort="));
  await settled(page);
  await tabTo(page, ".row a");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/projets\/[a-z]/);
  await settled(page);
  assert.equal(await focus(page), "titre");
  await page.goBack();
  await page.waitForURL(/sort=/);
});

journey("an address that no project has says where to go instead", { expectErrors: true }, async (page) => {
  await open(page, "/projets/il-n-existe-pas");
  assert.equal(await page.innerText("h1"), "Page introuvable");
  await page.click("main a[href='/projets']");
  await ready(page, "/projets");
});
