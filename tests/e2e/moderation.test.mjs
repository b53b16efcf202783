// What is wrong with a record, said by anybody; and the animators' ten minutes a day.

import assert from "node:assert/strict";
import { anotherBrowser, journey, LOOKS, open, ready, SITE, spoken, tabTo, violations } from "./harness.mjs";
import { begin, editor, title } from "./editing.mjs";
import { belongs, signIn, somebody } from "./people.mjs";
import { animator } from "./second-factor.mjs";

const said = (page, words) => page.waitForSelector(`[role=status]:has-text("${words}")`);

/** Comes from a source of the network of its own: what needs no account is counted by it. */
const elsewhere = (context) => context.setExtraHTTPHeaders({ "x-forwarded-for": `203.0.113.${Math.floor(Math.random() * 255)}, 198.51.100.${Math.floor(Math.random() * 255)}` });

const row = (words) => `li.row:has-text("${words}")`;

journey("a visitor proposes a correction, and those in charge answer", { member: true, expectErrors: true }, async (page, context) => {
  const slug = "lormont";
  await elsewhere(context);
  await open(page, `/annuaire/${slug}`);
  await page.click("text=Proposer une correction");
  await ready(page, `/annuaire/${slug}/corriger`);
  // All that is wrong is said at once.
  await page.fill("#email", "une.habitante@example.org");
  await page.click("text=Envoyer");
  await page.waitForSelector("#wrong-erreur");
  await page.waitForSelector("#consent-erreur");
  const wrong = title("Le maire a changé");
  await page.fill("#wrong", wrong);
  await page.fill("#right", "Depuis le printemps.");
  await page.check("#consent");
  await page.click("text=Envoyer");
  await said(page, "Merci, votre message est parti.");
  assert.deepEqual(await context.cookies(), []);
  // Whoever comes to be in charge finds it waiting.
  const other = await anotherBrowser();
  const claire = await other.newPage();
  await signIn(claire, await belongs(somebody("claire"), slug, "owner"));
  await claire.waitForSelector(row(wrong));
  await claire.click(`${row(wrong)} >> text=Refuser…`);
  await claire.click("text=Refuser la correction");
  await claire.waitForSelector("#motif-erreur");
  await claire.fill("#motif", "Il est en poste.");
  await claire.click("text=Refuser la correction");
  await said(claire, "C’est fait.");
  await claire.waitForFunction((words) => !document.querySelector("main").innerText.includes(words), wrong);
  await other.close();
});

journey("an animator sees to reports and corrections, one by one and all at once, and undoes", { member: true }, async (page) => {
  const visitors = await anotherBrowser();
  await elsewhere(visitors);
  const visitor = await visitors.newPage();
  const slug = "cenon";
  const [first, second] = [title("Une erreur"), title("Une autre")];
  for (const wrong of [first, second]) {
    await open(visitor, `/annuaire/${slug}/corriger`);
    await visitor.fill("#wrong", wrong);
    await visitor.click("text=Envoyer");
    await said(visitor, "Merci, votre message est parti.");
  }
  const spam = title("De la publicité");
  await open(visitor, `/annuaire/${slug}/corriger`);
  await visitor.click("summary");
  await visitor.check("input[value=spam]");
  await visitor.fill("#message", spam);
  await visitor.fill("#report-email", somebody("passant"));
  await visitor.click("text=Envoyer le signalement");
  // An address is kept with consent only.
  await visitor.waitForSelector("#report-consent-erreur");
  await visitor.check("#report-consent");
  await visitor.click("text=Envoyer le signalement");
  await said(visitor, "Merci, votre message est parti.");
  await visitors.close();

  await animator(page);
  await open(page, "/mon-espace");
  await page.click("text=File d’attente");
  await ready(page, "/animation");
  // One, by keyboard alone.
  await page.focus(`${row(spam)} input`);
  await tabTo(page, "li.row .tools .tool");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Sans suite");
  await page.keyboard.press("Enter");
  await said(page, "C’est fait.");
  await page.waitForSelector(row(spam), { state: "detached" });
  await page.click("text=Annuler ce que je viens de faire");
  await said(page, "C’est annulé.");
  await page.waitForSelector(row(spam));
  // Several, with one reason.
  for (const wrong of [first, second]) await page.check(`${row(wrong)} input`);
  await page.click("div.aside >> text=Refuser…");
  await page.click("text=Confirmer");
  await page.waitForSelector("#motif-erreur");
  await page.fill("#motif", "Nous avons vérifié.");
  await page.keyboard.press("Enter");
  await said(page, "C’est fait.");
  for (const wrong of [first, second]) await page.waitForSelector(row(wrong), { state: "detached" });
  await page.click(`${row(spam)} >> text=Sans suite`);
  await page.waitForSelector(row(spam), { state: "detached" });
  // Who did what stands in the log.
  await page.click("nav >> text=Journal des actes");
  await ready(page, "/journal");
  await page.selectOption("#act", "moderation");
  await page.waitForSelector("td:has-text(\"Signalements refusés\")");
});

journey("a new record is sent back, and waits for a second look", { member: true, expectErrors: true }, async (page) => {
  const other = await anotherBrowser();
  const paul = await other.newPage();
  await editor(paul);
  const words = title("Premier projet");
  const slug = await begin(paul, words);
  await paul.click("text=Publier");
  await ready(paul, `/projets/${slug}`);
  await animator(page);
  await open(page, "/animation");
  await page.click(`${row(words)} >> text=Renvoyer en brouillon…`);
  await page.fill("#motif", "Le partenaire manque.");
  await page.keyboard.press("Enter");
  await said(page, "C’est fait.");
  // Published again, it stays a draft until somebody has looked.
  await open(paul, `/projets/${slug}/modifier`);
  await paul.click("text=Publier");
  await said(paul, "L’équipe du réseau va relire cette fiche.");
  const visitors = await anotherBrowser();
  const visitor = await visitors.newPage();
  await visitor.goto(`${SITE}/projets/${slug}`);
  await visitor.waitForSelector("h1:has-text(\"Page introuvable\")");
  await visitors.close();
  await open(page, "/animation");
  await page.waitForSelector(`${row(words)}:has-text("attend d’être publiée")`);
  await page.click(`${row(words)} >> button:has-text("Publier")`);
  await said(page, "C’est fait.");
  await open(paul, `/projets/${slug}`);
  await paul.waitForSelector(`h1:has-text("${words}")`);
  await other.close();
});

journey("settings are set", { member: true }, async (page) => {
  await animator(page);
  // Those of the server are everybody's here: it is not told.
  const asked = [];
  await page.route("**/api/v1/settings", (route) => {
    if (route.request().method() !== "PATCH") return route.fulfill({ json: { first_look: false } });
    asked.push(route.request().postDataJSON());
    return route.fulfill({ json: asked.at(-1) });
  });
  await open(page, "/reglages");
  await page.check("#first_look");
  await page.click("text=Enregistrer");
  await said(page, "Réglages enregistrés.");
  assert.deepEqual(asked, [{ first_look: true }]);
});

journey("a code of a visit is printed, and opens the record; a domain is attached", { member: true, expectErrors: true }, async (page) => {
  const slug = "villenave-d-ornon";
  await animator(page);
  await open(page, `/annuaire/${slug}/equipe`);
  await page.click("text=Ouvrir l’accès");
  await ready(page, `/annuaire/${slug}/acces`);
  await page.click("text=Faire un code");
  await page.waitForSelector(".visit-sheet .qr svg");
  const url = await page.innerText(".visit-sheet code");
  assert.match(url, new RegExp(`/annuaire/${slug}/equipe\\?code=[A-Z0-9]{8}$`));
  await page.waitForSelector("text=valable jusqu’au");
  await page.fill("#domain", "orange.fr");
  await page.click("text=Rattacher");
  await page.waitForSelector("#domain-erreur");
  await page.fill("#domain", "mairie-villenave.example");
  await page.click("text=Rattacher");
  await page.waitForSelector("li:has-text(\"mairie-villenave.example\")");
  await page.click("text=Détacher");
  await page.waitForSelector("li:has-text(\"mairie-villenave.example\")", { state: "detached" });
  const other = await anotherBrowser();
  const paul = await other.newPage();
  await signIn(paul);
  const { pathname, search } = new URL(url);
  await open(paul, pathname + search);
  await paul.click("text=Envoyer ma demande");
  await paul.waitForSelector("h2:has-text(\"Membres\") ~ ul:has-text(\"vous\")");
  await other.close();
});

journey("an account is found and suspended", { member: true, expectErrors: true }, async (page) => {
  const other = await anotherBrowser();
  const paul = await other.newPage();
  const email = await signIn(paul, somebody("paul"));
  await animator(page);
  await open(page, "/comptes");
  await page.fill("#q", email);
  await page.waitForFunction(() => document.querySelectorAll("#comptes li.row").length === 1);
  await page.click("#comptes button:has-text(\"Suspendre\")");
  await page.waitForSelector("#comptes .badge:has-text(\"Suspendu\")");
  await page.click("#comptes button:has-text(\"Rétablir\")");
  await page.waitForSelector("#comptes button:has-text(\"Suspendre\")");
  await other.close();
});

for (const [look, options] of LOOKS) {
  for (const language of ["fr", "en"]) {
    journey(`the pages of animators, ${look}, ${language}`, { ...options, member: true }, async (page, context) => {
      const good = async (state) => {
        assert.deepEqual(await violations(page), [], state);
        const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= room, `${state}: ${wide} px`);
      };
      await elsewhere(context);
      await open(page, spoken("/annuaire/talence/corriger", language));
      await page.click("summary");
      await good("a correction and a report");
      await page.click("form button[type=submit] >> nth=0");
      await page.waitForSelector("#wrong-erreur");
      await good("a correction that says nothing");
      await page.fill("#wrong", "Rien ne va.");
      await page.click("form button[type=submit] >> nth=0");
      await page.waitForSelector("#envoye");
      await good("sent");
      await context.setExtraHTTPHeaders({});
      await animator(page, { language });
      await open(page, spoken("/animation", language));
      await page.click("li.row:has(.tools button ~ button) >> nth=-1 >> .tools button >> nth=1");
      await page.waitForSelector("#motif");
      await good("the queue, with a reason asked for");
      for (const href of ["/comptes", "/journal", "/reglages"]) {
        await open(page, spoken(href, language));
        await good(href);
      }
      await open(page, spoken("/annuaire/talence/acces", language));
      await page.click("form button[type=submit] >> nth=0");
      await page.waitForSelector(".qr svg");
      await good("a sheet to print");
    });
  }
}
