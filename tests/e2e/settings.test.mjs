// What admins set of the whole platform: on a server of its own, since it is everybody's.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { serve } from "./own-server.mjs";

await serve(["--links-per-source", "1000"]);
// They read where the server is: after it has started.
const { journey, LOOKS, open, ready, SITE, spoken, violations } = await import("./harness.mjs");
const { signIn, somebody } = await import("./people.mjs");
const { animator } = await import("./second-factor.mjs");

const said = (page, words) => page.waitForSelector(`[role=status]:has-text("${words}")`);

async function fits(page) {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= room, `${wide} px`);
}

/** Signs in somebody who runs the instance. */
async function admin(page) {
  const email = await animator(page, { email: somebody("ada") });
  const words = ["people", "--data-dir", process.env.AECT_E2E_DATA, "role", email, "admin"];
  await promisify(execFile)(process.env.AECT_E2E_PROGRAM, words);
  return email;
}

journey("an admin gives the platform another name and other words", { member: true, expectErrors: true }, async (page, context) => {
  await admin(page);
  await open(page, "/reglages");
  await page.fill("#name_fr", "x".repeat(41));
  const form = page.locator("form:has(#name_fr)");
  await form.locator("button[type=submit]").click();
  await page.waitForSelector("#name_fr-erreur");
  const name = "Réseau \"Ouest\" <b>&amp;</b>";
  await page.fill("#name_fr", name);
  await page.fill("#introduction_fr", "Qui coopère,\net avec qui.");
  await page.fill("#about_en", "A network of the West.");
  await form.locator("button[type=submit]").click();
  await said(page, "Enregistré.");
  // Written by the server, and by the application in its place.
  const plain = await (await fetch(`${SITE}/`)).text();
  assert.match(plain, /<title>[^<]* – Réseau &quot;Ouest&quot; &lt;b&gt;/);
  await open(page, "/");
  assert.ok((await page.title()).endsWith(` – ${name}`), await page.title());
  assert.equal(await page.innerText(".brand-name"), name);
  assert.equal(await page.innerText("p.lead"), "Qui coopère, et avec qui.");
  await page.click("nav >> text=Projets");
  await ready(page, "/projets");
  assert.ok((await page.title()).endsWith(` – ${name}`), await page.title());
  // The other language has its own words, without another page from the server.
  await page.click("#langue");
  await ready(page, "/en/projets");
  assert.match(await page.title(), /AECT Nouvelle-Aquitaine$/);
  await page.waitForSelector("footer >> text=A network of the West.");
  // Two windows: the second to save is told.
  await open(page, "/reglages");
  const other = await context.newPage();
  await open(other, "/reglages");
  assert.equal(await other.inputValue("#name_fr"), name);
  await other.fill("#name_fr", "Réseau Ouest");
  await other.click("form:has(#name_fr) button[type=submit]");
  await said(other, "Enregistré.");
  await page.fill("#name_fr", "Autre chose");
  await form.locator("button[type=submit]").click();
  await page.waitForSelector("#erreurs:has-text(\"Quelqu’un d’autre\")");
  await open(page, "/journal");
  await page.waitForSelector("td:has-text(\"nom et textes de la plateforme\")");
});

/** The colour of the main button, as the browser has it. */
const painted = (page) => page.evaluate(() => getComputedStyle(document.querySelector(".button-main")).backgroundColor);

journey("an admin gives the platform colours that can be read", { member: true, expectErrors: true }, async (page) => {
  await admin(page);
  await open(page, "/reglages");
  const form = page.locator("form:has(#name_fr)");
  await page.fill("#colour_light", "#6fc3bb");
  await form.locator("button[type=submit]").click();
  await page.waitForSelector("#colour_light-erreur:has-text(\"4.5:1\")");
  await page.fill("#colour_light", "#7b1e3a");
  await page.fill("#colour_dark", "#f2a3b8");
  await form.locator("button[type=submit]").click();
  await said(page, "Enregistré.");
  for (const [colorScheme, colour] of [["light", "rgb(123, 30, 58)"], ["dark", "rgb(242, 163, 184)"]]) {
    await page.emulateMedia({ colorScheme });
    for (const path of ["/", "/annuaire", "/projets", "/reglages"]) {
      await open(page, path);
      if (path === "/reglages") {
        await page.waitForSelector(".button-main");
        assert.equal(await painted(page), colour);
      }
      assert.deepEqual(await violations(page), [], `${colorScheme} ${path}`);
    }
  }
});

journey("an animator reads the register and prints it", { member: true }, async (page) => {
  await animator(page);
  await open(page, "/animation");
  await page.click("nav >> text=Registre des traitements");
  await ready(page, "/registre");
  await page.waitForSelector("h2:has-text(\"Comptes et connexion\")");
  // What the program applies, in the reader's words.
  await page.waitForSelector("li:has-text(\"Un compte que personne n’utilise – 2 ans\")");
  await page.waitForSelector("dt:has-text(\"Responsable du traitement\") + dd:has-text(\"À compléter\")");
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.isVisible("h2:has-text(\"Mesures de sécurité\")"));
  assert.ok(!(await page.isVisible("nav >> text=Journal des actes")));
});

for (const [look, options] of LOOKS) {
  for (const language of ["fr", "en"]) {
    journey(`settings and register, ${look}, ${language}`, { ...options, member: true }, async (page) => {
      await admin(page);
      await open(page, spoken("/reglages", language));
      await page.waitForSelector("#about_en");
      assert.deepEqual(await violations(page), []);
      await fits(page);
      await open(page, spoken("/registre", language));
      await page.waitForSelector("h2");
      assert.deepEqual(await violations(page), []);
      await fits(page);
    });
  }
}
