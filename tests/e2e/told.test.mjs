// What members tell: actualités, ressources, what other networks run. Their lists, their pages, their editors, and the group
// that names what it completes.

import assert from "node:assert/strict";
import { anotherBrowser, journey, LOOKS, open, ready, SITE, settled, spoken, violations } from "./harness.mjs";
import { draftSaved, editor, title, written } from "./editing.mjs";
import { animator } from "./second-factor.mjs";

const member = { member: true };
const losing = { ...member, expectErrors: true };
const submit = ".form-send button[type=submit]";
const unfold = (page) => page.evaluate(() => document.querySelectorAll("details.fold").forEach((fold) => fold.setAttribute("open", "")));

/** Enters what is typed of an initiative, and gives its slug: its page is shown. */
async function entered(page) {
  const answer = await written(page, "POST", () => page.click(submit));
  assert.equal(answer.status(), 201);
  const { slug } = await answer.json();
  await ready(page, `/initiatives/${slug}`);
  return slug;
}

/** Writes news of Eysines, for everybody; gives its slug. */
async function newsOf(page, words, language = "fr") {
  await open(page, spoken("/actualites/nouveau", language));
  await page.fill("#title", words);
  await page.fill("#published_on", "2026-11-20");
  await page.fill("#summary", "Six élus et agents sont rentrés.");
  const slug = await draftSaved(page);
  await page.click(".form-send .button-main");
  await ready(page, spoken(`/actualites/${slug}`, language));
  return slug;
}

journey("the lists that belong together lead to each other", async (page) => {
  for (const [entry, lists] of [
    ["/agenda", [["Actualités", "/actualites", "Actualités"], ["Agenda", "/agenda", "Agenda"]]],
    ["/groupes", [["Ressources", "/ressources", "Ressources"], ["Autres réseaux", "/initiatives", "Ce que font d’autres réseaux"], ["Groupes", "/groupes", "Groupes thématiques"]]],
  ]) {
    await open(page, entry);
    for (const [name, href, heading] of lists) {
      await page.click(`.tabs a:text-is("${name}")`);
      await ready(page, href);
      assert.equal(await page.innerText("h1"), heading);
      assert.ok(await page.getAttribute(`#navigation a[href='${entry}']`, "aria-current"), `${href} lies in ${entry}`);
    }
  }
});

for (const [href, resource, says, way] of [
  ["/actualites", "news", "Personne n’a encore rien raconté ici.", "/agenda"],
  ["/ressources", "resources", "La bibliothèque est encore vide.", "/projets"],
  ["/initiatives", "external-initiatives", "Aucune initiative d’un autre réseau n’est encore décrite.", "/acteurs"],
]) {
  journey(`${href}: an empty list says why, and where to go meanwhile`, async (page) => {
    const nothing = { items: [], total: 0, left_out: null, next: null, facets: {} };
    await page.route(`**/api/v1/${resource}*`, (route) => route.fulfill({ json: nothing }));
    await open(page, href);
    assert.equal(await page.innerText(".empty .lead"), says);
    await page.click(`.empty a[href='${way}']`);
    await ready(page, way);
  });
}

journey("an editor tells what happened in the name of their collectivity", losing, async (page) => {
  await editor(page);
  await page.click("main >> text=Publier une actualité");
  await settled(page);
  assert.match(await page.innerText(".chosen-list"), /Eysines/);
  await page.click(".form-send .button-main");
  await page.waitForFunction(() => document.activeElement.id === "erreurs" || document.activeElement.id === "title");
  await page.fill("#published_on", "2026-11-20");
  await page.fill("#description", "Une délégation est rentrée.\n\nLa suite vient.");
  const words = title("Retour de Bilma");
  await page.fill("#title", words);
  await page.click("summary:has-text('De quoi il s’agit')");
  await page.fill("#countries", "niger");
  await page.waitForSelector("#countries ~ ul button");
  await page.press("#countries", "Enter");
  await page.fill("#useful_until", "2026-11-19");
  await page.click(".form-send .button-main");
  await page.waitForSelector("#useful_until-erreur");
  await page.fill("#useful_until", "2026-11-20");
  const slug = await draftSaved(page);
  await page.click(".form-send .button-main");
  await ready(page, `/actualites/${slug}`);
  const visitor = await (await anotherBrowser()).newPage();
  await open(visitor, `/actualites?q=${encodeURIComponent(words)}`);
  await visitor.click(`.row-title a:has-text("${words}")`);
  await ready(visitor, `/actualites/${slug}`);
  const told = await visitor.innerText("main");
  for (const said of [/Commune d’Eysines|Eysines/, /Niger/, /La suite vient/]) assert.match(told, said);
  await open(visitor, spoken(`/actualites/${slug}`, "en"));
  assert.match(await visitor.innerText("main"), /Published by/i);
  // It stands where it belongs too, as the server writes the page and as the application does.
  const plain = await (await visitor.request.get(`${SITE}/pays/niger`)).text();
  assert.match(plain, /<h2>Actualités<\/h2>/);
  await open(visitor, "/pays/niger");
  assert.ok((await visitor.locator("section:has(> h2:text-is('Actualités')) .row").count()) > 0);
  assert.deepEqual(await violations(visitor), []);
  await visitor.click("text=Toutes ces actualités");
  await ready(visitor, "/actualites?country=NE");
  await visitor.waitForSelector(".rows .row");
  await visitor.context().close();
});

journey("a legal note says until when it may be believed", losing, async (page) => {
  await editor(page);
  await open(page, "/ressources/nouveau");
  const words = title("Ce que dit la loi");
  await page.fill("#title", words);
  await page.selectOption("#kind", "legal_note");
  await page.fill("#link", "https://loi.example.fr");
  await page.click(".form-send .button-main");
  await page.waitForSelector("#review_due_on-erreur", { state: "attached" });
  await unfold(page);
  await page.fill("#review_due_on", "2025-06-30");
  const slug = await draftSaved(page);
  await page.click(".form-send .button-main");
  await ready(page, `/ressources/${slug}`);
  assert.match(await page.innerText(".notice"), /À relire/);
  await open(page, `/ressources?q=${encodeURIComponent(words)}&review_year=2025`);
  assert.match(await page.innerText(".rows"), /à relire/);
  assert.match(await page.innerText(".chips"), /à relire en 2025/);
});

journey("a new group is shown what others run already, and names it", losing, async (page) => {
  await editor(page);
  await open(page, "/initiatives");
  await page.click("main >> text=Décrire une initiative d’un autre réseau");
  await ready(page, "/initiatives/nouveau");
  assert.equal(await page.locator(".chosen").count(), 0, "what others run is not one’s own");
  const name = title("Alliance pour l’assainissement");
  await page.fill("#name", name);
  await page.selectOption("#kind", "network");
  await page.fill("#run_by_name", "Un réseau national");
  const slug = await entered(page);
  assert.match(await page.innerText("main"), /Un réseau national/);
  // Another member says how it stands.
  const neighbour = await (await anotherBrowser()).newPage();
  await editor(neighbour, { collectivity: "montendre" });
  await open(neighbour, `/initiatives/${slug}`);
  await neighbour.click(".writers >> text=Modifier");
  await ready(neighbour, `/initiatives/${slug}/modifier`);
  await neighbour.fill("#summary", "Deux rencontres par an.");
  await written(neighbour, "PATCH", () => neighbour.click(submit));
  await neighbour.context().close();
  const other = await (await anotherBrowser()).newPage();
  await animator(other);
  await open(other, "/groupes/nouveau");
  const suffix = name.split(" ").at(-1);
  await other.fill("#name", `Groupe ${suffix}`);
  await other.waitForSelector(`aside.notice a[href='/initiatives/${slug}']`);
  await other.click(`aside.notice button[aria-label='Ajouter ${name}']`);
  await other.waitForFunction(() => document.activeElement.id === "ailleurs");
  assert.match(await other.innerText("aside.notice"), /ajoutée au groupe/);
  await other.selectOption("#kind", "task");
  await other.selectOption("#join_policy", "open");
  const group = await draftSaved(other);
  await other.click(".form-send .button-main");
  await ready(other, `/groupes/${group}`);
  await other.click(`main a[href='/initiatives/${slug}']`);
  await ready(other, `/initiatives/${slug}`);
  assert.match(await other.innerText("main"), /Groupes d’ici qui s’y réfèrent/);
  await other.click(`main a[href='/groupes/${group}']`);
  await ready(other, `/groupes/${group}`);
  assert.equal((await other.request.get(`${SITE}/api/v1/thematic-groups?initiative=${slug}`)).status(), 200);
  await other.context().close();
});

for (const [look, options] of LOOKS) {
  for (const language of ["fr", "en"]) {
    journey(`what members tell, ${look}, ${language}`, { ...options, ...losing }, async (page) => {
      const at = (href) => spoken(href, language);
      const good = async (state) => {
        assert.deepEqual(await violations(page), [], state);
        const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= room, `${state}: ${wide} px`);
      };
      await editor(page, { language, collectivity: "eysines" });
      await good("a space with the ways to tell");
      await newsOf(page, title("Une délégation du département de Tillabéri est rentrée de Nouvelle-Aquitaine"), language);
      await good("the page of news");
      await open(page, at("/actualites"));
      await good("a list of news");
      for (const href of ["/actualites/nouveau", "/ressources/nouveau", "/initiatives/nouveau"]) {
        await open(page, at(href));
        await unfold(page);
        await page.click(".form-send button >> nth=0");
        await page.waitForSelector("#erreurs");
        await good(`${href} without anything`);
      }
      await page.fill("#name", title("Programme Eau"));
      await page.selectOption("#kind", "programme");
      await page.fill("#website", "https://eau.example.fr/une-adresse-bien-longue-qui-ne-finit-pas-de-sitot");
      const answer = await written(page, "POST", () => page.click(submit));
      const { slug } = await answer.json();
      await ready(page, at(`/initiatives/${slug}`));
      await good("the page of an initiative");
      await open(page, at("/initiatives"));
      await good("a list of initiatives");
      await open(page, at("/ressources/nouveau"));
      await page.fill("#title", title("Modèle de convention"));
      await page.selectOption("#kind", "template");
      await page.fill("#link", "https://www.example.org/convention.odt");
      const draft = await draftSaved(page);
      await page.click(".form-send .button-main");
      await ready(page, at(`/ressources/${draft}`));
      await good("the page of a resource");
      await open(page, at("/ressources"));
      await good("a list of resources");
    });
  }
}
