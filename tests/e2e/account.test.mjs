// Mon compte: what one says of oneself is saved, never lost, and never overwrites what was saved elsewhere.

import assert from "node:assert/strict";
import { anotherBrowser, focus, journey, open, ready } from "./harness.mjs";
import { signIn, somebody } from "./people.mjs";

const member = { member: true };

/** Opens Mon compte of somebody who has just signed in. */
async function account(page, email) {
  await signIn(page, email);
  await page.click("main >> text=Mon compte");
  await ready(page, "/mon-compte");
}

async function save(page) {
  await page.click("form button[type=submit]");
  await page.waitForSelector("text=Modifications enregistrées");
}

journey("one says who one is; the header and Mon espace know it", member, async (page) => {
  await account(page);
  await page.fill("#name", "Marie Curie");
  await page.fill("#function", "Adjointe au maire");
  await page.check("#standing");
  await page.fill("#mandate_end", "3/2032");
  await save(page);
  assert.equal(await page.inputValue("#mandate_end"), "03/2032");
  assert.match(await page.innerText("#personne"), /Marie$/);
  await page.click("#personne");
  await ready(page, "/mon-espace");
  assert.match(await page.innerText("main"), /Bonjour Marie Curie/);
  assert.equal(await page.locator("text=Ce qui manque").count(), 0);
});

journey("all that is wrong is said at once", member, async (page) => {
  await account(page);
  await page.fill("#name", "x".repeat(121));
  await page.check("#standing");
  await page.fill("#mandate_end", "bientôt");
  await page.click("form button[type=submit]");
  await page.waitForFunction(() => document.activeElement.id === "erreurs");
  assert.equal(await page.locator("#erreurs li").count(), 2);
  await page.click("#erreurs li:nth-child(2) a");
  assert.equal(await focus(page), "mandate_end");
});

journey("whoever leaves with something unsaved is asked, and may stay", member, async (page) => {
  await account(page);
  await page.fill("#name", "Marie");
  const answers = [false, false, true];
  const questions = [];
  page.on("dialog", async (dialog) => {
    questions.push(dialog.message());
    await (answers.shift() ? dialog.accept() : dialog.dismiss());
  });
  await page.click("#navigation >> text=Projets");
  assert.equal(await page.inputValue("#name"), "Marie");
  await Promise.all([page.waitForEvent("dialog"), page.evaluate(() => history.back())]);
  await page.waitForFunction(() => location.pathname === "/mon-compte");
  assert.equal(await page.inputValue("#name"), "Marie");
  await page.click("#navigation >> text=Projets");
  await ready(page, "/projets");
  assert.equal(questions.length, 3);
  assert.match(questions[0], /ne sont pas enregistrées/);
});

journey("once it is saved, nobody is asked", member, async (page) => {
  await account(page);
  await page.fill("#name", "Marie");
  await save(page);
  await page.click("#navigation >> text=Projets");
  await ready(page, "/projets");
});

for (const [choice, kept] of [["Garder ce que j’ai écrit", "Ici"], ["Reprendre l’autre version", "Ailleurs"]]) {
  journey(`what was saved elsewhere meanwhile is shown beside: ${choice}`, { ...member, expectErrors: true }, async (page, context) => {
    await account(page);
    const second = await context.newPage();
    await open(second, "/mon-compte");
    await second.fill("#name", "Ailleurs");
    await save(second);
    await page.fill("#name", "Ici");
    await page.click("form button[type=submit]");
    await page.waitForSelector("h3:has-text('Modifié ailleurs')");
    assert.deepEqual(await page.locator("tbody td").allInnerTexts(), ["Ici", "Ailleurs"]);
    await page.click(`text=${choice}`);
    await page.waitForSelector("h3:has-text('Modifié ailleurs')", { state: "detached" });
    await page.waitForFunction((name) => document.getElementById("name").value === name, kept);
    await save(page);
    await page.reload();
    await page.waitForSelector("#name");
    assert.equal(await page.inputValue("#name"), kept);
  });
}

journey("a session that ends takes nothing that was typed", { ...member, expectErrors: true }, async (page, context) => {
  const email = await signIn(page);
  await open(page, "/mon-compte");
  await page.fill("#name", "Marie Curie");
  const second = await context.newPage();
  await open(second, "/mon-compte");
  await second.click("text=Me déconnecter");
  await ready(second, "/connexion?fin=1");
  await page.waitForSelector("text=Votre session a pris fin");
  assert.equal(await page.inputValue("#name"), "Marie Curie");
  await signIn(second, email);
  await page.waitForSelector("text=Votre session a pris fin", { state: "detached" });
  await save(page);
});

journey("the sessions are listed, and the others can be ended", { ...member, expectErrors: true }, async (page) => {
  const email = await signIn(page, somebody());
  const other = await anotherBrowser();
  const there = await other.newPage();
  await signIn(there, email);
  await open(page, "/mon-compte");
  assert.equal(await page.locator(".row-sided").count(), 2);
  assert.match(await page.innerText(".row-sided >> nth=0"), /Chrome sur Linux/);
  await page.click("text=Fermer toutes les autres");
  await page.waitForSelector("text=Toutes les autres sessions ont pris fin");
  await page.waitForFunction(() => document.querySelectorAll(".row-sided").length === 1);
  await there.reload();
  await ready(there, "/connexion?retour=%2Fmon-espace");
  await other.close();
});
