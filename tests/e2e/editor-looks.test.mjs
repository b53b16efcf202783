// Axe finds nothing on any state of the editors, and nothing scrolls sideways: both languages, light and dark, wide and
// narrow.

import assert from "node:assert/strict";
import { journey, LOOKS, open, ready, spoken, violations } from "./harness.mjs";
import { draftSaved, editor, fillIn, NEW, title, written } from "./editing.mjs";
import { animator } from "./second-factor.mjs";

const PHONE = ["light, 390 px", { viewport: { width: 390, height: 844 } }];

/** The page as it is now has no fault. */
async function good(page, state) {
  assert.deepEqual(await violations(page), [], state);
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= room, `${state}: ${wide} px`);
  assert.equal(await page.locator("h1").count(), 1, state);
}

const unfold = (page) => page.evaluate(() => document.querySelectorAll("details.fold").forEach((fold) => fold.setAttribute("open", "")));

const main = ".form-send .button-main";
const submit = "form button[type=submit]";

for (const [look, options] of [...LOOKS, PHONE]) {
  for (const language of look === PHONE[0] ? ["fr"] : ["fr", "en"]) {
    journey(`every state of the editors, ${look}, ${language}`, { ...options, member: true, expectErrors: true }, async (page, context) => {
      const at = (href) => spoken(href, language);
      await editor(page, { language, collectivity: "montendre" });
      await good(page, "a space with records");
      await open(page, at(NEW));
      await good(page, "a new project");
      await page.click(main);
      await page.waitForSelector("#erreurs");
      await good(page, "what is missing");
      await unfold(page);
      await fillIn(page, title("Coopération avec le Sénégal et d’autres pays de la sous-région"));
      for (const country of ["seneg", "niger"]) {
        await page.fill("#countries", country);
        await page.waitForSelector("#countries ~ ul button");
        await page.press("#countries", "Enter");
      }
      await page.fill("#countries", "ma");
      await page.fill("#actors", "association");
      await page.waitForSelector("#actors ~ ul button");
      await page.press("#actors", "Enter");
      await page.click("#links");
      // The new line takes the focus a frame later: what is typed before that would go there.
      await page.waitForFunction(() => document.activeElement.id === "links/0/title");
      await page.fill("#summary", "x".repeat(281));
      await page.fill("[id='links/0/url']", "x");
      await page.click(main);
      await page.waitForSelector("#summary-erreur");
      await good(page, "what is wrong");
      await page.fill("#summary", "Un résumé.");
      await page.fill("[id='links/0/title']", "Film");
      await page.fill("[id='links/0/url']", "https://film.example.fr");
      const slug = await draftSaved(page);
      await good(page, "a draft");

      const second = await context.newPage();
      await open(second, at(`/projets/${slug}/modifier`));
      await second.fill("#title", title("Ailleurs"));
      await written(second, "PATCH", () => second.click(submit));
      await second.close();
      await page.fill("#title", title("Ici"));
      await page.click(submit);
      await page.waitForSelector("#conflit");
      await good(page, "changed elsewhere");
      await page.click("#conflit ~ button");
      await page.waitForSelector("#conflit", { state: "detached" });

      await open(page, at(`/projets/${slug}`));
      await good(page, "the page of a draft");
      await open(page, at(`/projets/${slug}/historique`));
      await good(page, "a history");
      await open(page, at(`/projets/${slug}/modifier`));
      await page.click(".tool-danger");
      await page.waitForSelector(".button-danger");
      await good(page, "before it is deleted");
      await page.click(".button-danger");
      await page.waitForSelector(".button-danger", { state: "detached" });
      await good(page, "deleted");

      await open(page, at("/annuaire/montendre/modifier"));
      await unfold(page);
      await page.fill("#interests", language === "en" ? "water" : "eau");
      await page.waitForSelector("#interests ~ ul button");
      await page.press("#interests", "Enter");
      await page.fill("#website", "x");
      await page.click(submit);
      await page.waitForSelector("#website-erreur");
      await good(page, "a collectivity");
    });

    journey(`every state of an event and of what is everybody's, ${look}, ${language}`, { ...options, member: true, expectErrors: true }, async (page) => {
      const at = (href) => spoken(href, language);
      const year = new Date().getFullYear() + 1;
      await editor(page, { language, collectivity: "montendre" });
      await open(page, at("/agenda/nouveau"));
      await good(page, "a new event");
      await page.click(main);
      await page.waitForSelector("#erreurs");
      await good(page, "an event without anything");
      await unfold(page);
      await page.fill("#title", title("Accueil d’une délégation de la province de Tillabéri"));
      await page.selectOption("#kind", "delegation_visit");
      await page.fill("#time", "2020-03-15");
      await page.fill("[id='time/start']", "09:30");
      await page.waitForSelector(".warned:not(:empty)");
      await good(page, "in the past");
      await page.fill("#time", `${year}-03-15`);
      await page.fill("[id='time/end']", "08:30");
      await page.selectOption("#recurrence", "FREQ=WEEKLY");
      await page.click("#recurrence_exceptions");
      await page.click("#documents");
      await page.waitForSelector("[id='documents/0/url']");
      await page.click(main);
      await page.waitForSelector("#time-erreur");
      await good(page, "ends before it begins");
      await page.fill("[id='time/end']", "18:30");
      const slug = await draftSaved(page);
      await page.check("[name='time/precision'][value=days]");
      await good(page, "whole days");
      await page.check("[name='time/precision'][value=period]");
      await page.fill("#time", `${year}`);
      await good(page, "a year");
      await page.click(main);
      await ready(page, at(`/agenda/${slug}`));
      await good(page, "the page of an event");

      await open(page, at("/acteurs/nouveau"));
      await page.click(submit);
      await page.waitForSelector("#erreurs");
      await good(page, "an actor without anything");
      await open(page, at("/partenaires/nouveau"));
      await good(page, "a partner authority");
      await open(page, at(NEW));
      await unfold(page);
      await page.click("#funding_lines");
      await page.waitForFunction(() => document.activeElement.id === "funding_lines/0/funder_name");
      await page.fill("[id='funding_lines/0/funder_name']", "agence");
      await page.waitForSelector(".field-part.chooser button");
      await page.click("#places");
      await page.waitForSelector("[id='places/0/country']");
      await page.fill("#partner_authorities", "Nulle part ailleurs");
      await page.waitForSelector(".create");
      await page.click(".create button");
      await page.waitForSelector(".create .field-error");
      await good(page, "lines of a project, and a partner authority that is not found");
      await open(page, at("/agenda"));
      await good(page, "the agenda of a member");
    });

    journey(`every state of what animators enter, ${look}, ${language}`, { ...options, member: true, expectErrors: true }, async (page) => {
      const at = (href) => spoken(href, language);
      await animator(page, { language });
      await good(page, "a space of somebody who runs the network");
      await open(page, at("/thematiques/nouveau"));
      await page.click(submit);
      await page.waitForSelector("#erreurs");
      await good(page, "a theme without anything");
      await open(page, at("/groupes/nouveau"));
      await unfold(page);
      await page.fill("#animators", "agence");
      await page.waitForSelector("#animators ~ ul button");
      await page.press("#animators", "Enter");
      await page.click("#elsewhere");
      await page.click(main);
      await page.waitForSelector("#erreurs");
      await good(page, "a group without its name");
    });
  }
}
