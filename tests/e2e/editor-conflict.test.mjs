// Two editors at once: nothing is overwritten unseen, and nothing is lost.

import assert from "node:assert/strict";
import { journey, open } from "./harness.mjs";
import { begin, draftSaved, editor, published, title, written } from "./editing.mjs";

const meeting = { member: true, expectErrors: true };

/** The editor of a project in two windows. */
async function both(page, context, slug) {
  await open(page, `/projets/${slug}/modifier`);
  const other = await context.newPage();
  await open(other, `/projets/${slug}/modifier`);
  return other;
}

const save = (page) => written(page, "PATCH", () => page.click("button[type=submit]"));

journey("where both wrote, the reader chooses field by field", meeting, async (page, context) => {
  await editor(page);
  const slug = await published(page);
  const other = await both(page, context, slug);
  const [mine, theirs] = [title("Ici"), title("Ailleurs")];
  await other.fill("#title", theirs);
  await other.selectOption("#status", "dormant");
  await other.selectOption("#kind", "economic");
  await save(other);
  await page.fill("#title", mine);
  await page.selectOption("#status", "idea");
  await page.click("text=Raconter le projet");
  await page.fill("#summary", "Un mot de plus.");
  assert.equal((await save(page)).status(), 412);
  await page.waitForSelector("#conflit");
  await page.waitForFunction(() => document.activeElement.id === "conflit");
  // Only what both wrote is asked; what somebody else wrote elsewhere is taken in.
  assert.deepEqual(await page.locator(".notice legend").allInnerTexts(), ["Titre", "Où en est-il ?".replace(" ?", "\u202f?")]);
  assert.deepEqual(await page.locator(".versus-said").allInnerTexts(), [mine, theirs, "Idée", "En sommeil"]);
  assert.equal(await page.inputValue("#kind"), "economic");
  await page.locator(".notice fieldset").nth(1).locator("input").nth(1).check();
  const answer = await written(page, "PATCH", () => page.click("text=Enregistrer ces choix"));
  const saved = await answer.json();
  assert.deepEqual([saved.title, saved.status, saved.kind, saved.summary], [mine, "dormant", "economic", "Un mot de plus."]);
  await page.waitForSelector("#conflit", { state: "detached" });
  assert.equal(await page.inputValue("#status"), "dormant");
});

journey("where each wrote something else, both are kept without a question", meeting, async (page, context) => {
  await editor(page);
  const slug = await published(page);
  const other = await both(page, context, slug);
  await other.selectOption("#status", "completed");
  await save(other);
  const words = title("Les deux");
  await page.fill("#title", words);
  assert.equal((await save(page)).status(), 412);
  await page.waitForFunction(() => /^Enregistré à/.test(document.querySelector(".form-send [role=status]").textContent));
  const saved = await (await page.request.get(`${new URL(page.url()).origin}/api/v1/projects/${slug}`)).json();
  assert.deepEqual([saved.status, await page.inputValue("#status"), await page.inputValue("#title")], ["completed", "completed", words]);
  assert.equal(await page.locator("#conflit").count(), 0);
});

journey("a draft that saves itself waits for the reader as well", meeting, async (page, context) => {
  await editor(page);
  const slug = await begin(page);
  const other = await context.newPage();
  await open(other, `/projets/${slug}/modifier`);
  await other.fill("#title", title("Ailleurs"));
  await written(other, "PATCH", () => {});
  await page.fill("#title", title("Ici"));
  await page.waitForSelector("#conflit");
  await page.click("text=Enregistrer ces choix");
  await draftSaved(page);
  assert.match(await page.inputValue("#title"), /^Ici/);
});
