// Editors of the journeys: each writes for a collectivity of the reference data.

import { randomUUID } from "node:crypto";
import { open, ready, spoken } from "./harness.mjs";
import { belongs, signIn, somebody } from "./people.mjs";

export const NEW = "/projets/nouveau";

/** A title that nobody else gives. */
export const title = (words = "Eau potable") => `${words} ${randomUUID().slice(0, 8)}`;

/** Signs in an editor of a collectivity, on Mon espace then; gives their address. */
export async function editor(page, { collectivity = "eysines", language = "fr", email = somebody() } = {}) {
  await belongs(email, collectivity);
  return signIn(page, email, language);
}

/** Fills in what a project needs: it will be saved as a draft by itself. */
export async function fillIn(page, words) {
  await page.fill("#title", words);
  await page.selectOption("#kind", "twinning");
  await page.selectOption("#status", "active");
}

/** Waits until the draft is saved; gives its slug. */
export async function draftSaved(page) {
  await page.waitForFunction(() => /^(Brouillon enregistré à|Draft saved at) \d/.test(document.querySelector(".form-send [role=status]")?.textContent ?? ""));
  await page.waitForFunction(() => !location.pathname.endsWith("/nouveau") || location.search.includes("fiche="));
  return page.evaluate(() => new URLSearchParams(location.search).get("fiche") ?? location.pathname.split("/").at(-2));
}

/** Begins a project of an editor who has signed in: a draft, on the page where it was begun. Gives its slug. */
export async function begin(page, words = title(), language = "fr") {
  await open(page, spoken(NEW, language));
  await fillIn(page, words);
  return draftSaved(page);
}

/** A project that everybody reads; gives its slug. */
export async function published(page, words = title()) {
  const slug = await begin(page, words);
  await page.click("text=Publier");
  await ready(page, `/projets/${slug}`);
  return slug;
}

/** Does something, and waits for the answer of the API to a write. */
export async function written(page, method, press) {
  const [answer] = await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === method && answer.url().includes("/api/v1/")),
    press(),
  ]);
  return answer;
}
