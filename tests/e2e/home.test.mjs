// Accueil: one search for everything, figures that lead to their lists, «is mine here?».

import assert from "node:assert/strict";
import { journey, open, settled, tabTo } from "./harness.mjs";

journey("one search finds every kind", async (page) => {
  await open(page, "/");
  await page.fill("#tout", "senegal");
  await page.waitForSelector(".found h2");
  await settled(page);
  assert.match(await page.innerText(".home-found"), /Sénégal/);
  await page.fill("#tout", "bordeaux");
  await page.waitForSelector(".found a[href='/annuaire/bordeaux']");
  await page.click(".found a[href='/annuaire/bordeaux']");
  await page.waitForSelector("h1:has-text('Bordeaux')");
});

journey("a search without results says so", async (page) => {
  await open(page, "/");
  await page.fill("#tout", "zzzzzzzzz");
  await page.waitForSelector("text=Rien ne correspond");
});

journey("every figure leads to the list that it counts", async (page) => {
  await open(page, "/");
  const figures = await page.locator(".figure").evaluateAll((all) =>
    all.map((link) => ({ href: link.getAttribute("href"), count: Number(link.querySelector("strong").textContent.replace(/\D/g, "")) })),
  );
  assert.ok(figures.length >= 4);
  for (const { href, count } of figures.filter((figure) => !figure.href.startsWith("/carte"))) {
    await page.goto(process.env.AECT_E2E_URL + href);
    await settled(page);
    assert.equal(Number((await page.innerText(".count")).replace(/\D/g, "")), count, href);
  }
  const countries = figures.find((figure) => figure.href.startsWith("/carte"));
  await page.goto(process.env.AECT_E2E_URL + countries.href);
  await settled(page);
  const withProjects = await page.locator("tbody tr td:nth-child(2) a").count();
  assert.equal(withProjects, countries.count);
});

journey("«Ma collectivité est-elle référencée ?» answers yes, several, no", async (page) => {
  await open(page, "/");
  await page.fill("#mienne", "bouscat");
  await page.waitForSelector("text=Oui, la voici");
  await page.fill("#mienne", "saint-martin");
  await page.waitForSelector("text=Oui, plusieurs");
  await page.fill("#mienne", "zzzzzzzz");
  await page.waitForSelector("text=Nous ne trouvons pas");
});

journey("by keyboard alone: search, then open the first answer", async (page) => {
  await open(page, "/");
  await tabTo(page, "#tout");
  await page.keyboard.type("dordogne");
  await page.waitForSelector(".found a");
  await settled(page);
  await tabTo(page, ".found a");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.pathname !== "/");
  await settled(page);
});
