// What is everybody's: actors and partner authorities, which any editor enters; groups and themes, which animators do. And the
// parts of a project that name them.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { anotherBrowser, journey, open, ready, SITE, settled } from "./harness.mjs";
import { begin, draftSaved, editor, title, written } from "./editing.mjs";
import { animator } from "./second-factor.mjs";

const member = { member: true };
const losing = { ...member, expectErrors: true };
const called = (words) => `${words} ${randomUUID().slice(0, 8)}`;
const submit = ".form-send button[type=submit]";

/** Enters what is typed, and gives its slug: its page is shown. */
async function entered(page) {
  const answer = await written(page, "POST", () => page.click(submit));
  assert.equal(answer.status(), 201);
  const { slug } = await answer.json();
  await page.waitForFunction((slug) => location.pathname.endsWith(`/${slug}`), slug);
  await settled(page);
  return slug;
}

journey("any editor enters an actor, which speaks for itself from then on", losing, async (page) => {
  await editor(page);
  await page.click("text=Ajouter un acteur");
  await ready(page, "/acteurs/nouveau");
  assert.match(await page.innerText(".seen-by"), /visible de tous/);
  await page.click(submit);
  await page.waitForFunction(() => document.activeElement.id === "name");
  for (const id of ["name", "kind"]) assert.match(await page.innerText(`#${id}-erreur`), /Remplissez ce champ/);
  const name = called("Association Eau vive");
  await page.fill("#name", name);
  await page.selectOption("#kind", "association");
  await page.fill("#website", "eau");
  await page.click(submit);
  await page.waitForSelector("#website-erreur");
  await page.fill("#website", "https://eau.example.fr");
  const slug = await entered(page);
  assert.equal(await page.innerText("h1"), name);
  const visitor = await (await anotherBrowser()).newPage();
  await open(visitor, `/acteurs/${slug}`);
  assert.match(await visitor.innerText("main"), /Association/);
  await visitor.context().close();
  await open(page, `/acteurs/${slug}/modifier`);
  assert.match(await page.innerText("main"), /réservée aux éditeurs/);
});

journey("any editor enters a partner authority and corrects it; an animator alone deletes it", losing, async (page) => {
  await editor(page);
  await open(page, "/partenaires");
  await page.click("main >> text=Ajouter une collectivité partenaire");
  await ready(page, "/partenaires/nouveau");
  const name = called("Zinder");
  await page.fill("#name", name);
  await page.selectOption("#country", "NE");
  const slug = await entered(page);
  await page.click(".writers >> text=Modifier");
  await ready(page, `/partenaires/${slug}/modifier`);
  await page.fill("#authority_type", "commune");
  const answer = await written(page, "PATCH", () => page.click(submit));
  assert.equal((await answer.json()).authority_type, "commune");
  assert.equal(await page.locator(".tool-danger").count(), 0);
  const other = await (await anotherBrowser()).newPage();
  await animator(other);
  await open(other, `/partenaires/${slug}/modifier`);
  await other.click(".tool-danger");
  const gone = await written(other, "DELETE", () => other.click("text=Supprimer la fiche"));
  assert.equal(gone.status(), 204);
  await other.context().close();
});

journey("what may be here already is shown before it is entered", member, async (page) => {
  await editor(page);
  const [known] = (await (await page.request.get(`${SITE}/api/v1/actors?sort=name&limit=1`)).json()).items;
  await open(page, "/acteurs/nouveau");
  await page.fill("#name", known.name);
  await page.waitForSelector(`aside.notice a[href='/acteurs/${known.slug}']`);
  await page.fill("#name", called("Xylophones"));
  await page.waitForSelector("#doublons", { state: "detached" });
});

journey("a partner authority and an actor that are not found are entered without leaving the project", member, async (page) => {
  await editor(page);
  const slug = await begin(page);
  await page.click("summary:has-text('Avec qui')");
  const name = called("Tillabéri");
  await page.fill("#partner_authorities", name);
  await page.waitForSelector(`.create summary:has-text("« ${name} »")`);
  await page.selectOption("[id='partner_authorities/create']", "NE");
  const answer = await written(page, "POST", () => page.click(".create button"));
  assert.equal(answer.status(), 201);
  await page.waitForSelector(`.chosen:has-text("${name}")`);
  const actor = called("Lycée");
  await page.fill("#actors", actor);
  await page.waitForSelector(`.create summary:has-text("« ${actor} »")`);
  await page.selectOption("[id='actors/create']", "school");
  await written(page, "POST", () => page.click(".create button >> visible=true"));
  await page.waitForSelector(`.chosen:has-text("${actor}")`);
  await draftSaved(page);
  await page.click("text=Publier");
  await ready(page, `/projets/${slug}`);
  assert.ok((await page.innerText("main")).includes(name));
});

journey("who pays, how much and where, line by line", losing, async (page) => {
  await editor(page);
  const slug = await begin(page);
  await page.click("summary:has-text('Dates et budget')");
  await page.click("text=Ajouter un financement");
  await page.fill("[id='funding_lines/0/funder_name']", "agence fran");
  await page.click(".field-part.chooser button >> nth=0");
  const funder = await page.inputValue("[id='funding_lines/0/funder_name']");
  await page.fill("[id='funding_lines/0/amount']", "12 500,50");
  await page.fill("[id='funding_lines/0/year']", "2026");
  await page.selectOption("[id='funding_lines/0/state']", "granted");
  await page.click("text=Ajouter un financement");
  await page.fill("[id='funding_lines/1/funder_name']", "Un mécène");
  await page.fill("[id='funding_lines/1/year']", "26");
  await page.click("summary:has-text('Lieux')");
  await page.click("text=Ajouter un lieu");
  await page.fill("[id='places/0/name']", "Bilma");
  await page.selectOption("[id='places/0/country']", "NE");
  await page.click("text=Publier");
  await page.waitForFunction(() => document.activeElement.id === "funding_lines/1/year");
  await page.fill("[id='funding_lines/1/year']", "2027");
  const answer = await written(page, "PATCH", () => page.click("text=Publier"));
  const project = await answer.json();
  assert.deepEqual(project.funding_lines.map((line) => [line.funder?.name, line.funder_name, line.amount, line.year, line.state]), [
    [funder, null, { amount_cents: 1250050, currency: "EUR" }, 2026, "granted"],
    [undefined, "Un mécène", null, 2027, "requested"],
  ]);
  assert.deepEqual(project.places, [{ name: "Bilma", country: "NE", position: null, exactness: "country_only" }]);
  await ready(page, `/projets/${slug}`);
  await page.click(".writers >> text=Modifier");
  await ready(page, `/projets/${slug}/modifier`);
  assert.equal(await page.inputValue("[id='funding_lines/0/funder_name']"), funder);
  assert.equal(await page.inputValue("[id='funding_lines/0/amount']"), "12500,50");
  assert.equal(await page.inputValue("[id='places/0/country']"), "NE");
  await page.click("summary:has-text('Dates et budget')");
  await page.click("[aria-label='Retirer 1']");
  const fewer = await written(page, "PATCH", () => page.click("text=Enregistrer"));
  assert.deepEqual((await fewer.json()).funding_lines.map((line) => line.funder_name), ["Un mécène"]);
});

journey("an animator enters a theme and a group; nobody else may", losing, async (page) => {
  await editor(page);
  assert.equal(await page.locator("main >> text=Ajouter une thématique").count(), 0);
  await open(page, "/thematiques/nouveau");
  assert.match(await page.innerText("main"), /réservée aux animateurs/);
  const other = await (await anotherBrowser()).newPage();
  await animator(other);
  await other.click("main >> text=Ajouter une thématique");
  await ready(other, "/thematiques/nouveau");
  const theme = called("Mobilités douces");
  await other.fill("#name_fr", theme);
  await other.fill("#name_en", called("Soft mobility"));
  await other.selectOption("#kind", "field");
  const slug = await entered(other);
  assert.equal(await other.innerText("h1"), theme);
  assert.equal((await page.request.get(`${SITE}/api/v1/themes/${slug}`)).status(), 200);
  await open(other, "/mon-espace");
  await other.click("main >> text=Ajouter un groupe");
  await ready(other, "/groupes/nouveau");
  const group = title("Groupe Niger");
  await other.fill("#name", group);
  await other.selectOption("#kind", "country");
  await other.selectOption("#join_policy", "open");
  const draft = await draftSaved(other);
  await other.click("summary:has-text('Qui en fait partie')");
  await other.fill("#members", "eysines");
  await other.click("#members ~ ul button >> nth=0");
  await other.click("text=Publier");
  await ready(other, `/groupes/${draft}`);
  assert.match(await other.innerText("main"), /Eysines/);
  await other.context().close();
});
