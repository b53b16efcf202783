// What one writes for: the record of a collectivity, projects that wait to be confirmed, history, deleting and undoing.

import assert from "node:assert/strict";
import { journey, open, ready, SITE } from "./harness.mjs";
import { begin, editor, published, title, written } from "./editing.mjs";

const member = { member: true };
const losing = { ...member, expectErrors: true };

/** The project of a row of Mon espace, as everybody reads it after a write. */
async function read(page, id, answer) {
  const headers = { "journal-at-least": answer.headers()["journal-position"] };
  return page.request.get(`${SITE}/api/v1/projects/${id}`, { headers });
}

const idOf = (answer) => new URL(answer.url()).pathname.split("/")[4];

journey("an imported project is confirmed in one click", member, async (page) => {
  await editor(page, { collectivity: "begles" });
  const row = page.locator("li", { has: page.locator("text=C’est exact") }).first();
  const name = await row.locator("a").innerText();
  const answer = await written(page, "PATCH", () => row.locator("text=C’est exact").click());
  await page.waitForSelector("text=Merci, le projet est confirmé.");
  assert.equal(await page.evaluate(() => document.activeElement.id), "fiches");
  await page.waitForSelector(`[aria-label="Modifier – ${name}"]`);
  assert.equal(await page.locator(`[aria-label="C’est exact – ${name}"]`).count(), 0);
  const record = await (await read(page, idOf(answer), answer)).json();
  assert.deepEqual([record.title, record.to_confirm, record.confirmed_at !== null], [name, false, true]);
});

journey("one that is not theirs is removed in one click, and brought back in another", losing, async (page) => {
  await editor(page, { collectivity: "royan" });
  const button = page.locator("[aria-label^='Ce n’est pas le nôtre']").first();
  const name = (await button.getAttribute("aria-label")).split(" – ").slice(1).join(" – ");
  const answer = await written(page, "DELETE", () => button.click());
  await page.waitForSelector("text=Le projet est retiré.");
  await page.waitForSelector(`[aria-label="Ce n’est pas le nôtre – ${name}"]`, { state: "detached" });
  assert.equal((await read(page, idOf(answer), answer)).status(), 404);
  await page.click("text=Annuler");
  await page.waitForSelector("text=Le projet est de retour.");
  await page.waitForSelector(`[aria-label="Ce n’est pas le nôtre – ${name}"]`);
});

journey("what a collectivity says of itself", member, async (page) => {
  await editor(page, { collectivity: "soyaux" });
  await page.click("main >> text=Modifier la fiche");
  await ready(page, "/annuaire/soyaux/modifier");
  await page.fill("#summary", "Des jumelages anciens.");
  await page.selectOption("#engagement", "engaged");
  await page.fill("#interests", "eau");
  await page.click("button:has-text('+ Eau et assainissement')");
  await page.selectOption(".chosen select", "can_testify");
  await page.fill("#contact_mailbox", "international@soyaux.example.fr");
  await page.check("#in_transition");
  await page.click("summary:has-text('Service international')");
  await page.fill("[id='international_service/name']", "Relations internationales");
  await page.fill("[id='international_service/staff_fte']", "0,5");
  await page.fill("[id='international_service/yearly_budget']", "30 000");
  await page.fill("[id='international_service/yearly_budget/max']", "70 000 €");
  await written(page, "PATCH", () => page.click("text=Enregistrer"));
  await page.waitForSelector("text=/Enregistré à/");
  await page.click("text=Voir la fiche");
  await ready(page, "/annuaire/soyaux");
  const said = await page.innerText("main");
  for (const words of [/Des jumelages anciens/, /Engagée à l’international/, /Eau et assainissement/, /0,5/, /30.000.€/]) assert.match(said, words);
  await open(page, "/annuaire/soyaux/modifier");
  assert.equal(await page.inputValue("[id='international_service/staff_fte']"), "0,5");
  assert.ok(await page.isChecked("#in_transition"));
});

journey("that everything is still true is said in one click", member, async (page) => {
  await editor(page, { collectivity: "ychoux" });
  await open(page, "/annuaire/ychoux/modifier");
  const answer = await written(page, "PATCH", () => page.click("text=Tout est encore vrai"));
  assert.notEqual((await answer.json()).confirmed_at, null);
  await page.waitForSelector("text=Merci : la fiche est confirmée".replace(" :", "\u00a0:"));
});

journey("what is wrong with a collectivity is said at its field", losing, async (page) => {
  await editor(page, { collectivity: "pessac" });
  await open(page, "/annuaire/pessac/modifier");
  await page.fill("#website", "pessac");
  await page.fill("#contact_mailbox", "pessac");
  await page.click("summary:has-text('Service international')");
  await page.fill("[id='international_service/mandate']", "x".repeat(201));
  await page.click("summary:has-text('Service international')");
  await page.click("text=Enregistrer");
  await page.waitForFunction(() => document.activeElement.id === "website");
  const wrong = await page.locator(".field-error").evaluateAll((errors) => errors.map((error) => error.id));
  assert.deepEqual(wrong, ["website-erreur", "contact_mailbox-erreur", "international_service/mandate-erreur"]);
});

journey("history tells who changed what, and brings a version back", member, async (page) => {
  await editor(page);
  const before = title("Avant");
  const slug = await published(page, before);
  await open(page, `/projets/${slug}/modifier`);
  await page.fill("#title", "Après");
  await page.selectOption("#status", "slowed");
  await page.fill("#countries", "niger");
  await page.click("button:has-text('+ Niger')");
  await page.check("text=Eau et assainissement");
  await written(page, "PATCH", () => page.click("text=Enregistrer"));
  await page.waitForSelector("text=/Enregistré à/");
  await page.click("text=Historique des modifications");
  await ready(page, `/projets/${slug}/historique`);
  const rows = await page.locator("li.row >> nth=0").locator("tbody tr").allInnerTexts();
  const told = rows.map((row) => row.split("\t").slice(0, 3));
  assert.deepEqual(told.map(([, was, is]) => [was, is]), [
    [before, "Après"], ["En cours", "Ralenti"], ["rien", "Niger"], ["rien", "Eau et assainissement"],
  ]);
  assert.match(await page.innerText("li.row >> nth=0"), /Quelqu’un a modifié[\s\S]*version actuelle/);
  assert.match(await page.innerText("li.row:last-child"), /a créé la fiche/);
  await page.click("li.row:last-child >> text=Rétablir cette version");
  await ready(page, `/projets/${slug}`);
  assert.equal(await page.innerText("h1"), before);
  assert.match(await page.innerText("main"), /En cours/);
});

journey("deleting says what will happen, and is undone right after", losing, async (page) => {
  await editor(page);
  const slug = await published(page);
  await open(page, `/projets/${slug}/modifier`);
  await page.click("text=Supprimer…");
  await page.waitForSelector("h1:has-text('Supprimer cette fiche')");
  assert.match(await page.innerText("main"), /disparaîtra du site/);
  await page.click("text=Garder la fiche");
  await page.waitForSelector("#title");
  await page.click("text=Supprimer…");
  const answer = await written(page, "DELETE", () => page.click("text=Supprimer la fiche"));
  assert.equal(answer.status(), 204);
  await page.waitForSelector("h1:has-text('Fiche supprimée')");
  assert.equal((await page.request.get(`${SITE}/api/v1/projects/${slug}`)).status(), 404);
  await page.click("text=Annuler la suppression");
  await ready(page, `/projets/${slug}`);
  assert.equal(await page.locator("h1").count(), 1);
});

journey("a draft is deleted as well", losing, async (page) => {
  await editor(page);
  const slug = await begin(page);
  await page.click("text=Supprimer…");
  await page.click("text=Supprimer la fiche");
  await page.waitForSelector("h1:has-text('Fiche supprimée')");
  await page.goto(`${SITE}/projets/${slug}`);
  await page.waitForSelector("h1:has-text('Page introuvable')");
});
