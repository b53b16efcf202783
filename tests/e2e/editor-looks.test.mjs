// Axe finds nothing on any state of the editors, and nothing scrolls sideways: both languages, light and dark, wide and
// narrow.

import assert from "node:assert/strict";
import { journey, LOOKS, open, spoken, violations } from "./harness.mjs";
import { draftSaved, editor, fillIn, NEW, title, written } from "./editing.mjs";

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
  }
}
