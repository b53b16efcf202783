// Axe finds nothing on any state of the pages of members, and nothing scrolls sideways: both languages, light and dark,
// wide and narrow.

import assert from "node:assert/strict";
import { anotherBrowser, journey, LOOKS, open, ready, settled, SITE, spoken, violations } from "./harness.mjs";
import { askForLink, follow, links, somebody } from "./people.mjs";

const send = "form button[type=submit]";

/** The page as it is now has no fault. */
async function good(page, state) {
  assert.deepEqual(await violations(page), [], state);
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= room, `${state}: ${wide} px`);
  assert.equal(await page.locator("h1").count(), 1, state);
}

for (const [look, options] of LOOKS) {
  for (const language of ["fr", "en"]) {
    journey(`every state of the pages of members, ${look}, ${language}`, { ...options, member: true, expectErrors: true }, async (page, context) => {
      const at = (href) => spoken(href, language);
      const email = somebody();
      await page.goto(SITE + at("/mon-espace"));
      await ready(page, at("/connexion?retour=%2Fmon-espace"));
      await good(page, "sign in first");
      await page.fill("#email", "marie");
      await page.click(send);
      await page.waitForSelector("#erreurs");
      await good(page, "no address");

      const link = await askForLink(page, email, language);
      await good(page, "a link is on its way");
      await page.click(send);
      await page.waitForSelector("#erreurs");
      await good(page, "no code");

      const other = await anotherBrowser(options);
      const there = await other.newPage();
      await follow(there, link);
      await there.waitForSelector(".code");
      await good(there, "a code");
      await other.close();

      await page.goto(SITE + link);
      await ready(page, at("/connexion"));
      await good(page, "the page of a link");
      await page.click(send);
      await ready(page, at("/mon-espace"));
      await good(page, "a space with nothing in it");
      await follow(page, link);
      await page.waitForFunction(() => document.querySelector("h1")?.textContent.match(/plus rien|nothing/));
      await good(page, "a link that was used");

      await open(page, at("/mon-compte"));
      await good(page, "an account");
      await page.check("#standing");
      await page.fill("#name", "Marie-Antoinette de La Rochefoucauld-Montbel ".repeat(4));
      await page.fill("#mandate_end", "x");
      await page.click(send);
      await page.waitForSelector("#erreurs");
      await good(page, "an account with errors");

      const second = await context.newPage();
      await open(second, at("/mon-compte"));
      await second.fill("#name", "Elsewhere");
      await second.click(send);
      await second.waitForFunction(() => document.querySelector("#personne").textContent.includes("Elsewhere"));
      await second.close();
      await page.fill("#name", "Maximilienne");
      await page.fill("#mandate_end", "2032");
      await page.click(send);
      await page.waitForSelector("#conflit");
      await good(page, "changed elsewhere");
      await page.click("#conflit ~ .tools button >> nth=0");
      await page.waitForSelector("#conflit", { state: "detached" });
      await page.waitForFunction(() => document.querySelector("#personne").textContent.includes("Maximilienne"));
      await good(page, "saved");
      await page.goto(SITE + at("/mon-espace"));
      await settled(page);
      await good(page, "a space of somebody with a name");
      assert.equal((await links(email)).length, 1);
    });
  }
}
