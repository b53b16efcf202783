// A password, for those who want one: chosen on Mon compte, used on Connexion behind the link, changed and taken away.

import assert from "node:assert/strict";
import { anotherBrowser, focus, journey, LOOKS, open, ready, spoken, tabTo, violations } from "./harness.mjs";
import { signIn, somebody } from "./people.mjs";

const member = { member: true };
const APPLES = "trois pommes rouges";
const PEARS = "quatre poires jaunes";
const section = "section:has(#moyens)";

/** Chooses a password on Mon compte, which is open. */
async function choose(page, password, button = "Choisir un mot de passe") {
  await page.click(`text=${button}`);
  await page.fill("#password", password);
  await page.click(`${section} button[type=submit]`);
}

async function signOut(page) {
  await page.click("text=Me déconnecter");
  await ready(page, "/connexion?fin=1");
}

/** Types both into what is folded on Connexion. */
async function byPassword(page, email, password) {
  await page.click("summary");
  await page.fill("#account", email);
  await page.fill("#password", password);
  await page.click("details button[type=submit]");
}

journey("one chooses a password, and signs in by it", { ...member, expectErrors: true }, async (page) => {
  const email = await signIn(page);
  await open(page, "/mon-compte");
  assert.match(await page.innerText(section), /Vous n’avez pas de mot de passe/);
  await choose(page, "court");
  await page.waitForSelector("#password-erreur:has-text('entre douze')");
  await page.fill("#password", "motdepasse123");
  await page.click(`${section} button[type=submit]`);
  await page.waitForSelector("#password-erreur:has-text('facile à deviner')");
  await page.fill("#password", APPLES);
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=Le mot de passe est enregistré");
  assert.equal(await focus(page), "moyens");
  await page.waitForSelector("text=Vous avez un mot de passe");
  await signOut(page);
  await byPassword(page, email, PEARS);
  await page.waitForSelector("#password-erreur:has-text('ne vont pas ensemble')");
  assert.equal(await page.inputValue("#account"), email);
  await page.fill("#password", APPLES);
  await page.keyboard.press("Enter");
  await ready(page, "/mon-espace");
});

journey("a change ends the other sessions; it can be taken away", { ...member, expectErrors: true }, async (page) => {
  const email = await signIn(page);
  const other = await anotherBrowser();
  const there = await other.newPage();
  await signIn(there, email);
  await open(page, "/mon-compte");
  await choose(page, APPLES);
  await page.waitForSelector("text=Le mot de passe est enregistré");
  await there.reload();
  await ready(there, "/connexion?retour=%2Fmon-espace");
  await other.close();
  await page.click("text=Changer le mot de passe");
  await page.click("text=Retirer le mot de passe");
  await page.waitForSelector("text=Le mot de passe est retiré");
  await signOut(page);
  await byPassword(page, email, APPLES);
  await page.waitForSelector("#password-erreur");
});

journey("with the keyboard alone; browsers know which field is which", member, async (page) => {
  const email = await signIn(page);
  await open(page, "/mon-compte");
  await tabTo(page, `${section} button`);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "password");
  await page.keyboard.type(APPLES);
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=Le mot de passe est enregistré");
  await signOut(page);
  await tabTo(page, "summary");
  await page.keyboard.press("Enter");
  const fills = await page.locator("details input").evaluateAll((inputs) => inputs.map(({ type, autocomplete }) => [type, autocomplete]));
  assert.deepEqual(fills, [["email", "username"], ["password", "current-password"]]);
  await tabTo(page, "#account");
  await page.keyboard.type(email);
  await tabTo(page, "#password");
  await page.keyboard.type(APPLES);
  await page.keyboard.press("Enter");
  await ready(page, "/mon-espace");
});

for (const [look, options] of LOOKS) {
  for (const language of ["fr", "en"]) {
    journey(`passwords, ${look}, ${language}`, { ...options, member: true, expectErrors: true }, async (page) => {
      const good = async (state) => {
        assert.deepEqual(await violations(page), [], state);
        const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= room, `${state}: ${wide} px`);
      };
      await open(page, spoken("/connexion", language));
      await page.click("summary");
      await page.click("details button[type=submit]");
      await page.waitForSelector("#erreurs");
      await good("an empty form");
      await signIn(page, somebody(), language);
      await open(page, spoken("/mon-compte", language));
      await page.click(`${section} button`);
      await page.click(`${section} button[type=submit]`);
      await page.waitForSelector("#password-erreur");
      await good("no password yet");
      await page.fill("#password", APPLES);
      await page.keyboard.press("Enter");
      await page.waitForSelector("#password", { state: "detached" });
      await good("a password");
    });
  }
}
