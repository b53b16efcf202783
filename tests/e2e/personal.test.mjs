// Personal data: taken away in one click, and forgotten in two.

import assert from "node:assert/strict";
import { anotherBrowser, journey, open, saved, settled, violations } from "./harness.mjs";
import { signIn } from "./people.mjs";

journey("everything that is kept of oneself, in a file", { member: true }, async (page) => {
  const email = await signIn(page);
  await open(page, "/mon-compte");
  const { name, content } = await saved(page, () => page.click("text=Télécharger mes données"));
  assert.equal(name, "aect.json");
  const data = JSON.parse(content);
  assert.equal(data.account.email, email);
  assert.equal(data.sessions.length, 1);
});

journey("an account that is deleted is forgotten", { member: true, expectErrors: true }, async (page) => {
  const email = await signIn(page);
  await open(page, "/mon-compte");
  await page.click("text=Supprimer mon compte…");
  await page.waitForSelector("text=Votre nom, votre adresse");
  assert.deepEqual(await violations(page), []);
  await page.click(".notice >> text=Garder mon compte");
  await page.click("text=Supprimer mon compte…");
  await page.click(".notice >> text=Supprimer mon compte");
  await page.waitForFunction(() => location.pathname === "/");
  await settled(page);
  await page.waitForSelector('header a[href="/connexion"]');
  // The address may begin anew, as somebody else.
  const other = await anotherBrowser();
  const again = await other.newPage();
  await signIn(again, email);
  assert.match(await again.innerText("main"), /Vous n’êtes rattaché à aucune collectivité/);
  await other.close();
});
