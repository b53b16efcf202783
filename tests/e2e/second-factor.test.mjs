// The second factor: set up on Mon compte, shown after signing in elsewhere, opened by a code from paper, taken away.

import assert from "node:assert/strict";
import { anotherBrowser, journey, LOOKS, open, ready, spoken, violations } from "./harness.mjs";
import { signIn } from "./people.mjs";
import { code, setUp } from "./second-factor.mjs";

journey("set up, then shown in another browser, then taken away", { member: true, expectErrors: true }, async (page) => {
  const email = await signIn(page);
  const { secret, codes } = await setUp(page);
  assert.equal(new Set(codes).size, 10);
  const other = await anotherBrowser();
  const there = await other.newPage();
  await signIn(there, email);
  assert.equal(await there.innerText("h1"), "Second facteur");
  await there.fill("#code", "000000");
  await there.click("form button[type=submit]");
  await there.waitForSelector("#code-erreur");
  await there.fill("#code", code(secret, 0));
  await there.click("form button[type=submit]");
  await there.waitForSelector("h1:has-text(\"Mon espace\")");
  const third = await anotherBrowser();
  const lost = await third.newPage();
  await signIn(lost, email);
  await open(lost, "/mon-compte");
  await lost.fill("#code", codes[0]);
  await lost.click("form button[type=submit]");
  await lost.waitForSelector("h1:has-text(\"Mon compte\")");
  await lost.click("text=Retirer le second facteur");
  await lost.waitForSelector("[role=status]:has-text(\"Le second facteur est retiré.\")");
  await other.close();
  await third.close();
});

for (const [look, options] of LOOKS) {
  for (const language of ["fr", "en"]) {
    journey(`every state of the second factor, ${look}, ${language}`, { ...options, member: true }, async (page) => {
      const good = async (at, state) => {
        assert.deepEqual(await violations(at), [], state);
        const [wide, room] = await at.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= room, `${state}: ${wide} px`);
      };
      const email = await signIn(page, undefined, language);
      await open(page, spoken("/mon-compte", language));
      await page.click("#facteur ~ div .button");
      await page.waitForSelector("#code");
      await good(page, "a drawing to take a picture of");
      await setUp(page, language);
      await good(page, "recovery codes");
      const other = await anotherBrowser(options);
      const there = await other.newPage();
      await signIn(there, email, language);
      await ready(there, spoken("/mon-espace", language));
      await good(there, "a code is asked for");
      await other.close();
    });
  }
}
