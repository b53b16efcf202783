// Signing in by another site (OpenID Connect), for real: one is led there, says who one is, and comes back; what was not
// asked for in this browser opens nothing.

import "./with-openid.mjs";
import assert from "node:assert/strict";
import { after } from "node:test";
// They read where the server is: after it has started.
const { anotherBrowser, focus, journey, LOOKS, open, ready, SITE, spoken, tabTo, violations } = await import("./harness.mjs");
const { somebody } = await import("./people.mjs");
const { agree, refuse, start } = await import("./provider.mjs");

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
  const ours = (await context.cookies()).map(({ name }) => name).filter((name) => name.startsWith("aect"));
  assert.deepEqual(ours.sort(), ["aect_files", "aect_refresh"], "what was needed on the way is gone");
  await open(page, "/mon-espace");
  assert.match(await page.innerText("main"), /Pessac/);
  await open(page, "/annuaire/pessac/modifier");
  await page.waitForSelector("form");
  await context.clearCookies();
});

journey("whoever refuses there is told, and can start again", elsewhere, async (page, context) => {
  await lead(page);
  await refuse(page);
  await ready(page, "/connexion?openid=refused&retour=%2Fmon-espace");
  assert.match(await note(page), /refusée ou abandonnée/);
  await page.click(BUTTON);
  await page.waitForURL(/interaction/);
  await agree(page, { email: somebody() });
  await ready(page, "/mon-espace");
  await context.clearCookies();
});

journey("a way back is good in the browser that was led there, and once", elsewhere, async (page, context) => {
  await lead(page);
  // Without what this browser keeps, it is any other one; in whose language nobody has said.
  const kept = (await context.cookies()).filter(({ name }) => name === "aect_openid");
  await context.clearCookies({ name: "aect_openid" });
  const [request] = await Promise.all([page.waitForRequest("**/openid/return?**"), agree(page, { email: somebody() })]);
  const back = request.url();
  await ready(page, "/en/connexion?openid=expired");
  // Pasted by somebody else: they are not signed in as the first one.
  const victim = await anotherBrowser();
  const there = await victim.newPage();
  await there.goto(back);
  await ready(there, "/en/connexion?openid=expired");
  assert.match(await note(there), /comes from another browser/);
  assert.deepEqual(await victim.cookies(), []);
  await victim.close();
  await context.addCookies(kept);
  await page.goto(back);
  await ready(page, "/mon-espace");
  // A second time, and with what that browser had kept.
  const other = await anotherBrowser();
  await other.addCookies(kept);
  const replayed = await other.newPage();
  await replayed.goto(back);
  await ready(replayed, "/en/connexion?openid=expired");
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
