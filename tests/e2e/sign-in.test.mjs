// Signing in by a link sent to one's address: in the browser that asked, in another one by a code; what stays, what ends.

import assert from "node:assert/strict";
import { anotherBrowser, focus, journey, open, PHONE, ready, settled, SITE, spoken, tabTo } from "./harness.mjs";
import { askForLink, follow, links, signIn, somebody } from "./people.mjs";

const member = { member: true };
const stored = (page) => page.evaluate(() => ({ ...localStorage }));
const asked = (page, part) => {
  const addresses = [];
  page.on("request", (request) => request.url().includes(part) && addresses.push(`${request.method()} ${request.url()}`));
  return addresses;
};

journey("a visitor is asked nothing, and pays nothing", async (page) => {
  const [sessions, parts] = [asked(page, "/session"), asked(page, "member")];
  await open(page, "/");
  assert.equal(await page.innerText("#personne"), "Se connecter");
  assert.deepEqual([...sessions, ...parts], []);
  assert.deepEqual(await stored(page), {});
});

journey("by a link, in the browser that asked; the window that waited goes on too", member, async (page, context) => {
  const email = somebody();
  const link = await askForLink(page, email);
  assert.equal(await page.innerText("h1"), "Consultez vos courriels");
  assert.match(await page.innerText("main"), new RegExp(email));
  assert.equal(await focus(page), "titre");
  const second = await context.newPage();
  const uses = asked(second, "/sign-in/");
  await second.goto(SITE + link);
  await ready(second, "/connexion");
  assert.equal(new URL(second.url()).search, "", "the link is not in the address any more");
  assert.deepEqual(uses, [], "nothing is sent before the click");
  await second.click("text=Me connecter");
  await ready(second, "/mon-espace");
  assert.equal(await second.title(), "Mon espace – AECT Nouvelle-Aquitaine");
  await ready(page, "/mon-espace");
  assert.deepEqual(await stored(page), { "signed-in": "1" }, "a mark, never a token");
});

journey("the first of two mails is as good as the second", member, async (page) => {
  const email = somebody();
  await askForLink(page, email);
  await page.click("text=Renvoyer un lien");
  await page.waitForSelector("text=Un nouveau lien est parti");
  const [first] = await links(email, 2);
  await follow(page, first);
  await ready(page, "/mon-espace");
});

journey("in another browser the link gives a code, to be typed where it was asked", member, async (page) => {
  const link = await askForLink(page, somebody());
  const telephone = await anotherBrowser({ viewport: PHONE });
  const there = await telephone.newPage();
  await follow(there, link);
  const code = await there.innerText(".code");
  assert.match(code, /^\d{6}$/);
  assert.equal(await there.title(), "Votre code – AECT Nouvelle-Aquitaine");
  assert.deepEqual(await telephone.cookies(), []);
  await telephone.close();
  // As people copy it; and the tab may have been closed meanwhile.
  await page.reload();
  await page.fill("#code", `${code.slice(0, 3)} ${code.slice(3)}`);
  await page.click("form button[type=submit]");
  await ready(page, "/mon-espace");
});

journey("a wrong code says so, and stays", { ...member, expectErrors: true }, async (page) => {
  await askForLink(page, somebody());
  await page.fill("#code", "12345");
  await page.click("form button[type=submit]");
  assert.match(await page.innerText("#code-erreur"), /six chiffres/);
  await page.fill("#code", "012345");
  await page.click("form button[type=submit]");
  await page.waitForSelector("#code-erreur:has-text('pas le bon')");
  assert.equal(await page.inputValue("#code"), "012345");
});

journey("a link works once", { ...member, expectErrors: true }, async (page) => {
  const link = await askForLink(page, somebody());
  await follow(page, link);
  await ready(page, "/mon-espace");
  await follow(page, link);
  await page.waitForSelector("h1:has-text('Ce lien n’ouvre plus rien')");
  assert.equal(await focus(page), "titre");
});

journey("what is no address is said in a summary that has the focus, and at the field", async (page) => {
  await open(page, "/connexion");
  await page.fill("#email", "marie@mairie");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "erreurs");
  assert.match(await page.innerText("#erreurs"), /adresse complète/);
  assert.equal(await page.getAttribute("#email", "aria-invalid"), "true");
  assert.match(await page.getAttribute("#email", "aria-describedby"), /email-erreur/);
  await page.click("#erreurs a");
  assert.equal(await focus(page), "email");
  assert.equal(await page.inputValue("#email"), "marie@mairie");
});

journey("where the network fails, what was typed stays, and it can be sent again", { ...member, expectErrors: true }, async (page) => {
  const email = somebody();
  await open(page, "/connexion");
  await page.route("**/sign-in/links", (route) => route.abort("connectionrefused"));
  await page.fill("#email", email);
  await page.click("form button[type=submit]");
  await page.waitForSelector("#erreurs:has-text('joindre le serveur')");
  assert.equal(await page.inputValue("#email"), email);
  await page.unroute("**/sign-in/links");
  await page.click("form button[type=submit]");
  await page.waitForSelector("#code");
  await page.route("**/sign-in/links/use", (route) => route.abort("connectionrefused"));
  await page.goto(SITE + (await links(email)).at(-1));
  await page.click("form button[type=submit]");
  await page.waitForSelector("#erreurs");
  await page.unroute("**/sign-in/links/use");
  await page.click("form button[type=submit]");
  await ready(page, "/mon-espace");
});

journey("with the keyboard alone", member, async (page) => {
  const email = somebody();
  await open(page, "/");
  await tabTo(page, "#personne");
  await page.keyboard.press("Enter");
  await ready(page, "/connexion");
  await tabTo(page, "#email");
  await page.keyboard.type(email);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#code");
  await page.goto(SITE + (await links(email)).at(-1));
  await ready(page, "/connexion");
  await tabTo(page, "form button[type=submit]");
  await page.keyboard.press("Enter");
  await ready(page, "/mon-espace");
  assert.equal(await focus(page), "titre");
  await tabTo(page, "main a[href='/mon-compte?champ=name']");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "name");
  await page.keyboard.type("Marie Curie");
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=Modifications enregistrées");
  assert.match(await page.innerText("#personne"), /Marie$/);
});

journey("a reload keeps the session, by the cookie alone", member, async (page) => {
  await signIn(page);
  const renewals = asked(page, "/session/refresh");
  await page.reload();
  await ready(page, "/mon-espace");
  assert.match(await page.innerText("main"), /Bonjour/);
  assert.equal(renewals.length, 1);
});

journey("an access token that is not good any more is renewed, once", { ...member, expectErrors: true }, async (page) => {
  await signIn(page);
  const renewals = asked(page, "/session/refresh");
  let refused = 0;
  await page.route("**/api/v1/account", async (route) => {
    refused += 1;
    if (refused > 1) return route.continue();
    const body = JSON.stringify({ type: "/docs/problems#unauthorized", title: "", status: 401, detail: "", request_id: "" });
    await route.fulfill({ status: 401, contentType: "application/problem+json", body });
  });
  await page.click("main >> text=Mon compte");
  await page.waitForSelector("#name");
  assert.deepEqual([refused, renewals.length], [2, 1]);
});

journey("the language can be changed, and one is still signed in", member, async (page) => {
  await signIn(page);
  const renewals = asked(page, "/session/refresh");
  await page.click("#langue");
  await ready(page, "/en/mon-espace");
  assert.equal(await page.innerText("h1"), "My space");
  assert.deepEqual(renewals, []);
});

journey("signing out in one window signs out the others", member, async (page, context) => {
  await signIn(page);
  const second = await context.newPage();
  await open(second, "/mon-compte");
  await second.click("text=Me déconnecter");
  await ready(second, "/connexion?fin=1");
  await second.waitForSelector("text=Vous êtes déconnecté");
  await ready(page, "/connexion?retour=%2Fmon-espace");
  assert.deepEqual(await stored(page), {});
  assert.deepEqual(await context.cookies(), []);
});

journey("a page of members leads to Connexion, and from there back", member, async (page) => {
  await page.goto(`${SITE}/mon-compte`);
  await ready(page, "/connexion?retour=%2Fmon-compte");
  await page.fill("#email", somebody());
  const email = await page.inputValue("#email");
  await page.click("form button[type=submit]");
  await page.waitForSelector("#code");
  await follow(page, (await links(email)).at(-1));
  await ready(page, "/mon-compte");
  assert.equal(await settled(page), "/mon-compte");
});

journey("in English as well", member, async (page) => {
  await signIn(page, somebody(), "en");
  assert.equal(await page.innerText("h1"), "My space");
  await page.click("main >> text=My account");
  await ready(page, spoken("/mon-compte", "en"));
  assert.match(await page.innerText("main"), /Where I am signed in/);
});

journey("without JavaScript the page says what it needs", async (_page, context) => {
  const plain = await context.browser().newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  for (const [href, heading] of [["/connexion", "Connexion"], ["/mon-espace", "Mon espace"], ["/en/mon-compte", "My account"]]) {
    const answer = await page.goto(SITE + href);
    assert.deepEqual([answer.status(), answer.headers()["cache-control"]], [200, "no-store"]);
    assert.equal(await page.innerText("h1"), heading);
    assert.match(await page.innerText("main"), /JavaScript/);
    assert.equal(await page.getAttribute("meta[name=robots]", "content"), "noindex");
  }
  await plain.close();
});
