// The texts: both languages, their glossary, and no link that leads nowhere.

import assert from "node:assert/strict";
import { journey, open, ready, SITE, spoken } from "./harness.mjs";
import { TEXTS } from "./routes.mjs";

const ENGLISH = {
  "/aide": "Help",
  "/donnees": "Data and API",
  "/mentions-legales": "Legal notice",
  "/donnees-personnelles": "Personal data",
  "/accessibilite": "Accessibility",
};

const hrefs = (page) => page.locator("main a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href")));

for (const href of TEXTS) {
  journey(`${href} is a text in French and in English`, async (page) => {
    await open(page, href);
    assert.equal(await page.getAttribute("article", "lang"), "fr");
    const headings = await page.locator("main h2").count();
    assert.ok(headings > 1 && (await page.innerText("main")).length > 1000);
    await page.click("#langue");
    await page.waitForSelector(`h1:text-is("${ENGLISH[href]}")`);
    assert.equal(await page.getAttribute("html", "lang"), "en");
    assert.equal(await page.getAttribute("article", "lang"), "en");
    assert.equal(await page.locator("main h2").count(), headings, "the same parts");
    assert.match(await page.title(), new RegExp(`^${ENGLISH[href]} – `));
  });

  for (const language of ["fr", "en"]) {
    journey(`every link of ${href} leads somewhere, ${language}`, async (page) => {
      const text = spoken(href, language);
      await open(page, text);
      for (const link of new Set(await hrefs(page))) {
        const to = new URL(link, SITE + text);
        if (to.origin !== SITE || to.protocol === "mailto:") continue;
        const answer = await page.request.get(to.href);
        assert.ok(answer.ok(), `${link}: ${answer.status()}`);
        if (!to.hash) continue;
        await open(page, to.pathname + to.search);
        assert.equal(await page.locator(`[id="${to.hash.slice(1)}"]`).count(), 1, link);
        await open(page, text);
      }
    });
  }
}

journey("the questions of the help lead to their answers", async (page) => {
  await open(page, "/aide");
  await page.click("main a[href='#agenda']");
  // The history remembers a scroll once it has come to rest.
  await page.waitForFunction(() => parseInt(history.state ?? "0", 10) > 500);
  assert.ok(await page.isVisible("#agenda"));
  const top = await page.evaluate(() => document.querySelector("#agenda").getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 300, `${top} px`);
});

journey("a link to a word of the glossary opens there", async (page) => {
  await page.goto(`${SITE}/aide#rrma`);
  await ready(page, "/aide");
  const top = await page.evaluate(() => document.querySelector("#rrma").getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 300, `${top} px`);
  assert.ok((await page.locator("#rrma + dd").innerText()).length > 20, "each word is said");
});

journey("every text is reached from the foot of every page", async (page) => {
  await open(page, "/");
  for (const href of TEXTS) {
    await page.click(`.footer a[href="${href}"]`);
    await ready(page, href);
    assert.equal(await page.locator("h1").count(), 1);
  }
});

journey("the site map leads to every kind of page", async (page) => {
  await open(page, "/plan-du-site");
  const found = new Set(await hrefs(page));
  for (const href of [...TEXTS, "/", "/carte", "/annuaire", "/acteurs", "/partenaires", "/projets", "/agenda", "/groupes", "/thematiques", "/pays", "/observatoire", "/recherche", "/comparer"]) {
    assert.ok(found.has(href), href);
  }
  for (const href of found) assert.ok((await page.request.get(SITE + href)).ok(), href);
});
