// Signing in by another site (OpenID Connect), for real: one is led there, says who one is, and comes back; what was not
// asked for in this browser opens nothing.

import "./with-openid.mjs";
import assert from "node:assert/strict";
import { after } from "node:test";
import { anotherBrowser, focus, journey, LOOKS, open, ready, SITE, spoken, tabTo, violations } from "./harness.mjs";
import { somebody } from "./people.mjs";
import { agree, refuse, start } from "./provider.mjs";

// It is another site, and one page of ours says that it does not answer.
const elsewhere = { member: true, expectErrors: true };
const BUTTON = "text=S’identifier avec ProConnect";

/** Leads to the other site from Connexion. */
async function lead(page, href = "/connexion", button = BUTTON) {
  await open(page, href);
  await page.click(button);
  await page.waitForURL(/interaction/);
}

const note = (page) => page.innerText("main [role=alert]");

journey("a site that does not answer says so; the link stays", elsewhere, async (page) => {
  await open(page, "/connexion");
  await page.click(BUTTON);
  await page.waitForSelector("#erreurs:has-text('ne répond pas')");
  assert.equal(await page.isVisible("#email"), true);
});

let stop;
after(() => stop?.());

journey("one signs in there, and is in one’s collectivity", elsewhere, async (page, context) => {
  stop = await start();
  const email = somebody("agent");
  await lead(page, "/connexion?retour=%2Fmon-compte");
  await agree(page, { email, given_name: "Jeanne", usual_name: "Agent", siret: "21330318300014" });
  await ready(page, "/mon-compte");
  assert.match(await page.innerText("main"), new RegExp(email));
  assert.equal(await page.inputValue("#name"), "Jeanne Agent");
  assert.match(await page.innerText("main"), /ProConnect est lié à votre compte/);
  assert.deepEqual((await context.cookies(SITE)).map(({ name }) => name), [], "none for any page of ours");
  await open(page, "/mon-espace");
  assert.match(await page.innerText("main"), /Pessac/);
  await open(page, "/annuaire/pessac/modifier");
  await page.waitForSelector("form");
  await context.clearCookies();
});

journey("whoever refuses there is told, and can start again", elsewhere, async (page, context) => {
  await lead(page);
  await refuse(page);
  await ready(page, "/connexion?openid=refused");
  assert.match(await note(page), /refusée ou abandonnée/);
  await page.click(BUTTON);
  await page.waitForURL(/interaction/);
  await agree(page, { email: somebody() });
  await ready(page, "/mon-espace");
  await context.clearCookies();
});

journey("a way back is good in the browser that was led there, and once", elsewhere, async (page, context) => {
  await lead(page);
  let back;
  await page.route("**/openid/return**", async (route) => {
    back = route.request().url();
    await route.abort();
  });
  await agree(page, { email: somebody() }).catch(() => {});
  await page.waitForFunction(() => true).catch(() => {});
  assert.match(back, /[?&]code=/);
  // Pasted by somebody else: they are not signed in as the first one.
  const victim = await anotherBrowser();
  const there = await victim.newPage();
  await there.goto(back);
  await ready(there, "/connexion?openid=expired");
  assert.match(await note(there), /vient d’un autre navigateur/);
  assert.deepEqual(await victim.cookies(), []);
  await victim.close();
  await page.unroute("**/openid/return**");
  await page.goto(back);
  await ready(page, "/mon-espace");
  const again = await context.newPage();
  await again.goto(back);
  await again.waitForSelector("html[data-ready]", { state: "attached" });
  const other = await anotherBrowser();
  await other.addCookies((await context.cookies()).filter(({ name }) => name !== "aect_refresh"));
  const replayed = await other.newPage();
  await replayed.goto(back);
  await ready(replayed, "/connexion?openid=expired");
  await other.close();
  await context.clearCookies();
});

journey("in English, with the keyboard alone", elsewhere, async (page, context) => {
  await open(page, spoken("/connexion", "en"));
  await tabTo(page, ".ways button");
  assert.equal(await focus(page), "Sign in with ProConnect");
  await page.keyboard.press("Enter");
  await page.waitForURL(/interaction/);
  await agree(page, { email: somebody() });
  await ready(page, "/en/mon-espace");
  await context.clearCookies();
});

journey("an account is unlinked and linked again on Mon compte", elsewhere, async (page, context) => {
  await lead(page, "/connexion?retour=%2Fmon-compte");
  const uid = somebody();
  await agree(page, { email: somebody(), uid });
  await ready(page, "/mon-compte");
  await page.click("text=Délier ProConnect");
  await page.waitForSelector("text=ProConnect n’est pas lié");
  assert.equal(await focus(page), "moyens");
  await page.click("text=Lier ProConnect");
  // Whoever is still signed in there is not asked again.
  await ready(page, "/mon-compte?openid=linked");
  await page.waitForSelector("text=ProConnect est lié à votre compte");
  await context.clearCookies();
});

for (const [look, options] of LOOKS) {
  for (const language of ["fr", "en"]) {
    journey(`Connexion with all its ways, ${look}, ${language}`, { ...elsewhere, ...options }, async (page) => {
      for (const href of ["/connexion", "/connexion?openid=not-linked"]) {
        await open(page, spoken(href, language));
        await page.waitForSelector(".ways button");
        await page.click("summary");
        await page.waitForSelector("#password");
        assert.deepEqual(await violations(page), [], href);
        const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= room, `${href}: ${wide} px`);
      }
    });
  }
}
