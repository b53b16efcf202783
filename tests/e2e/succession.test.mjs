// Projects that several collectivities lead, mandates that end, handing over, and two records that are one.

import assert from "node:assert/strict";
import { anotherBrowser, journey, LOOKS, open, ready, spoken, violations } from "./harness.mjs";
import { begin, editor, published, title } from "./editing.mjs";
import { belongs, signIn, somebody } from "./people.mjs";
import { animator } from "./second-factor.mjs";

const said = (page, words) => page.waitForSelector(`[role=status]:has-text("${words}")`);
const row = (words) => `li.row:has-text("${words}")`;
const sharing = (slug) => `/projets/${slug}/copilotage`;

/** Asks a collectivity, by the first letters of its name. */
async function ask(page, letters, name) {
  await page.fill("#collectivity", letters);
  await page.click(`ul.tags button:text-is("${name}")`);
  await page.fill("#message", "Menons-le ensemble.");
  await page.click("form button[type=submit]");
}

journey("a collectivity is asked to lead a project, accepts in Mon espace, and leaves", { member: true, expectErrors: true }, async (page) => {
  await editor(page, { collectivity: "pessac" });
  const words = title("Des puits partagés");
  const slug = await published(page, words);
  await open(page, `/projets/${slug}`);
  await page.click("a:text-is(\"Copilotage\")");
  await ready(page, sharing(slug));
  await page.click("form button[type=submit]");
  await page.waitForSelector("#collectivity-erreur");
  await ask(page, "Talen", "Commune de Talence");
  await said(page, "L’invitation est partie.");
  await page.waitForSelector(`${row("Talence")}:has-text("attend une réponse")`);
  // Nothing is shown before it has accepted.
  const visitors = await anotherBrowser();
  const visitor = await visitors.newPage();
  await open(visitor, `/projets/${slug}`);
  assert.doesNotMatch(await visitor.innerText("main"), /Talence/);
  await visitors.close();
  const other = await anotherBrowser();
  const paul = await other.newPage();
  await signIn(paul, await belongs(somebody("paul"), "talence"));
  await paul.waitForSelector(row(words));
  assert.match(await paul.innerText(row(words)), /Menons-le ensemble\./);
  await paul.click(`${row(words)} >> text=Décliner…`);
  await paul.click(`${row(words)} >> .form >> text=Décliner`);
  await paul.waitForSelector("#motif-copilotage-erreur");
  await paul.click(`${row(words)} >> text=Annuler`);
  await paul.click(`${row(words)} >> text=Accepter`);
  await said(paul, "C’est fait.");
  await open(paul, `/projets/${slug}`);
  await paul.click("a:text-is(\"Copilotage\")");
  await ready(paul, sharing(slug));
  await paul.click("text=Quitter le projet…");
  await paul.fill("#reason", "Nous n’avons plus les moyens.");
  await paul.click(".form >> text=Quitter le projet");
  await paul.waitForSelector(".notice");
  await open(page, sharing(slug));
  await page.waitForSelector(`${row("Talence")}:has-text("Nous n’avons plus les moyens.")`);
  await ask(page, "Talen", "Commune de Talence");
  await page.waitForSelector("#collectivity-erreur");
  await other.close();
});

journey("whoever takes over finds what there is, and the mandate that ended is asked about", { member: true }, async (page) => {
  const slug = "gradignan";
  await signIn(page, await belongs(somebody("claire"), slug, "owner"));
  const words = title("Un puits");
  await begin(page, words);
  await open(page, `/annuaire/${slug}/equipe`);
  await page.click("text=Passation");
  await ready(page, `/annuaire/${slug}/passation`);
  await page.waitForSelector(`h3:has-text("Brouillons") ~ ul:has-text("${words}")`);
  await open(page, "/mon-compte");
  await page.check("#standing");
  await page.fill("#mandate_end", "2024");
  await page.click("form:has(#mandate_end) button[type=submit]");
  await said(page, "Modifications enregistrées.");
  await open(page, "/mon-espace");
  await page.click("text=Oui, jusqu’en 2030");
  await said(page, "Merci, c’est noté.");
  await open(page, "/mon-espace");
  assert.doesNotMatch(await page.innerText("main"), /toujours en fonction/);
});

journey("an animator merges two records from one of them", { member: true, expectErrors: true }, async (page) => {
  await animator(page);
  const name = title("Coopérative");
  const slugs = [];
  for (const words of [name, `${name} bis`]) {
    await open(page, "/acteurs/nouveau");
    await page.fill("#name", words);
    await page.selectOption("#kind", "company");
    await page.click("form button[type=submit]");
    await page.waitForFunction(() => location.search.includes("fiche=") || !location.pathname.endsWith("/nouveau"));
    slugs.push(await page.evaluate(() => new URLSearchParams(location.search).get("fiche") ?? location.pathname.split("/")[2]));
  }
  const [one, other] = slugs;
  await open(page, `/acteurs/${one}`);
  await page.click("text=Fusionner…");
  await ready(page, `/acteurs/${one}/fusionner`);
  // Whatever is here may be chosen by its name; what was just entered is named by the address.
  await page.fill("#autre", "so coop");
  await page.waitForSelector("ul.tags button");
  await open(page, `/acteurs/${one}/fusionner?avec=${other}`);
  await page.waitForSelector("table");
  await page.click("form button[type=submit]");
  await page.waitForSelector("#reste-erreur");
  await page.check("#reste");
  await page.click("form button[type=submit]");
  await ready(page, `/acteurs/${one}`);
  await open(page, `/acteurs/${one}/historique`);
  assert.notEqual(one, other);
});

journey("animators answer for who is not here, and see what somebody has left", { member: true }, async (page) => {
  const other = await anotherBrowser();
  const marie = await other.newPage();
  await signIn(marie, await belongs(somebody("marie"), "canejan", "owner"));
  const words = title("Une école");
  const slug = await begin(marie, words);
  await open(marie, sharing(slug));
  await ask(marie, "Saucats", "Commune de Saucats");
  await said(marie, "L’invitation est partie.");
  await open(marie, "/annuaire/canejan/equipe");
  await marie.click("text=Quitter l’équipe…");
  await marie.click(".form >> text=Quitter l’équipe");
  await marie.waitForSelector("text=Envoyer ma demande");
  await other.close();
  await animator(page);
  await open(page, "/animation");
  assert.match(await page.innerText(row(words)), /Saucats est invitée à copiloter/);
  assert.match(await page.innerText(row("Canéjan")), /Personne n’en est responsable/);
  assert.deepEqual(await violations(page), []);
  await page.click(`${row(words)} >> text=Accepter`);
  await said(page, "C’est fait.");
  await page.waitForFunction((gone) => !document.querySelector("main").innerText.includes(gone), words);
  await page.click(`${row("Canéjan")} >> text=Passation`);
  await ready(page, "/annuaire/canejan/passation");
  assert.match(await page.innerText("main"), /Cette fiche est en transition/);
  assert.match(await page.innerText("main"), new RegExp(words));
});

for (const [look, options] of LOOKS) {
  for (const language of ["fr", "en"]) {
    journey(`sharing, handing over and merging, ${look}, ${language}`, { ...options, member: true }, async (page, context) => {
      const good = async (at, state) => {
        assert.deepEqual(await violations(at), [], state);
        const [wide, room] = await at.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= room, `${state}: ${wide} px`);
      };
      await belongs(await editor(page, { collectivity: "cestas", language }), "cestas");
      const slug = await begin(page, title(), language);
      await open(page, spoken(sharing(slug), language));
      await good(page, "nobody is asked yet");
      await ask(page, "Talen", "Commune de Talence");
      await page.waitForSelector(row("Talence"));
      await good(page, "somebody is asked");
      const other = await anotherBrowser(options);
      const paul = await other.newPage();
      await signIn(paul, await belongs(somebody("paul"), "talence"), language);
      await paul.waitForSelector("#copilotages");
      await paul.click("section:has(#copilotages) .tools .tool >> nth=0");
      await paul.waitForSelector("#motif-copilotage");
      await good(paul, "an answer");
      await open(page, spoken("/annuaire/cestas/passation", language));
      await good(page, "handing over");
      await other.close();
      await context.clearCookies();
    });
  }
}

journey("both records side by side, in every look", { member: true }, async (page) => {
  await animator(page);
  for (const [, { viewport, colorScheme }] of LOOKS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: colorScheme ?? "light" });
    for (const language of ["fr", "en"]) {
      await open(page, spoken("/annuaire/cestas/fusionner", language));
      assert.deepEqual(await violations(page), []);
      await page.goto(`${new URL(page.url()).origin}${spoken("/annuaire/cestas/fusionner", language)}?avec=talence`);
      await page.waitForSelector("table");
      assert.deepEqual(await violations(page), []);
      const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= room, `${wide} px`);
    }
  }
});
