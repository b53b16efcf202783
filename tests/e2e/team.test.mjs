// Belonging: asking on the record's own page, being let in, inviting, leaving.

import assert from "node:assert/strict";
import { anotherBrowser, journey, LOOKS, open, ready, SITE, spoken, violations } from "./harness.mjs";
import { belongs, links, signIn, somebody } from "./people.mjs";

const team = (slug) => `/annuaire/${slug}/equipe`;
const said = (page, words) => page.waitForSelector(`[role=status]:has-text("${words}")`);

/** The page of a team, for somebody who is in charge of it. */
async function inCharge(page, slug, language = "fr") {
  const email = somebody("claire");
  await belongs(email, slug, "owner");
  await signIn(page, email, language);
  await open(page, spoken(team(slug), language));
  return email;
}

journey("from the public record to a request that is accepted", { member: true }, async (page) => {
  const slug = "blanquefort";
  const owner = await anotherBrowser();
  const claire = await owner.newPage();
  await inCharge(claire, slug);

  // A visitor finds the way in on the record itself, signs in, and is back on the same page.
  await open(page, `/annuaire/${slug}`);
  await page.click("text=C’est votre collectivité");
  await page.waitForSelector("#email");
  const paul = somebody("paul");
  await page.fill("#email", paul);
  await page.click("form button[type=submit]");
  await page.waitForSelector("#code");
  const link = (await links(paul)).at(-1);
  await page.goto(SITE + link);
  await page.click("form button[type=submit]");
  await ready(page, team(slug));
  await page.fill("#message", "Je suis chargé de mission.");
  await page.click("text=Envoyer ma demande");
  await page.waitForSelector("text=Votre demande attend une réponse");

  // It waits for whoever is in charge, in Mon espace and in their mail.
  await open(claire, "/mon-espace");
  await claire.waitForSelector(`text=${paul} demande à rejoindre`);
  await claire.click("text=Répondre");
  await ready(claire, team(slug));
  assert.match(await claire.innerText("main"), /Je suis chargé de mission\./);
  await claire.click("text=Accepter");
  await said(claire, "C’est fait.");
  await claire.waitForFunction((email) => !document.querySelector("main").innerText.includes("Demandes à traiter") && document.querySelector("main").innerText.includes(email), paul);

  // From now on the record is his to write.
  await open(page, `/annuaire/${slug}`);
  await page.click("text=Modifier");
  await ready(page, `/annuaire/${slug}/modifier`);
  await owner.close();
});

journey("a refusal has a reason, and the person reads it", { member: true, expectErrors: true }, async (page) => {
  const slug = "ambares-et-lagrave";
  const asking = await anotherBrowser();
  const paul = await asking.newPage();
  await signIn(paul);
  await open(paul, team(slug));
  await paul.click("text=Envoyer ma demande");
  await paul.waitForSelector("text=Votre demande attend une réponse");
  await inCharge(page, slug);
  await page.click("text=Refuser…");
  await page.click("text=Refuser la demande");
  await page.waitForSelector("#reason-erreur");
  await page.fill("#reason", "Écrivez-nous de votre adresse professionnelle.");
  await page.click("text=Refuser la demande");
  await said(page, "C’est fait.");
  await open(paul, "/mon-espace");
  assert.match(await paul.innerText("main"), /Motif\s: Écrivez-nous de votre adresse professionnelle\./);
  await asking.close();
});

journey("an invitation is taken up on the page of the team", { member: true }, async (page) => {
  const slug = "bruges";
  const invited = somebody("rose");
  await inCharge(page, slug);
  await page.fill("#email", invited);
  await page.selectOption("form select", "reader");
  await page.click("text=Envoyer l’invitation");
  await said(page, "L’invitation est partie.");
  await page.waitForSelector(`h2:has-text("Invitations sans réponse") ~ ul:has-text("${invited}")`);
  const other = await anotherBrowser();
  const rose = await other.newPage();
  await signIn(rose, invited);
  await open(rose, team(slug));
  await rose.waitForSelector("text=Vous êtes invité à rejoindre cette équipe");
  await rose.click("text=Accepter l’invitation");
  await rose.waitForSelector("h2:has-text(\"Membres\") ~ ul:has-text(\"vous\")");
  await rose.click("text=Quitter l’équipe…");
  await rose.click(".form >> text=Quitter l’équipe");
  await rose.waitForSelector("text=Envoyer ma demande");
  await other.close();
});

for (const [look, options] of LOOKS) {
  for (const language of ["fr", "en"]) {
    journey(`every state of a team, ${look}, ${language}`, { ...options, member: true }, async (page, context) => {
      const good = async (at, state) => {
        assert.deepEqual(await violations(at), [], state);
        const [wide, room] = await at.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= room, `${state}: ${wide} px`);
      };
      const slug = "mimizan";
      const other = await anotherBrowser(options);
      const paul = await other.newPage();
      await signIn(paul, somebody("paul"), language);
      await open(paul, spoken(team(slug), language));
      await good(paul, "a way in");
      await paul.click("form button[type=submit]");
      await paul.waitForSelector(".notice");
      await good(paul, "a request that waits");
      await inCharge(page, slug, language);
      await good(page, "somebody asks");
      await page.click("li.row .tools .tool");
      await page.waitForSelector("#reason");
      await good(page, "a reason is asked for");
      await open(page, spoken("/mon-espace", language));
      await good(page, "requests in the space");
      await other.close();
      await context.clearCookies();
    });
  }
}
