// The second factor: set up on Mon compte, shown after signing in elsewhere, opened by a code from paper, taken away.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { anotherBrowser, journey, LOOKS, open, ready, spoken, violations } from "./harness.mjs";
import { signIn } from "./people.mjs";

/** The code of a time (RFC 6238: SHA-1, six digits, thirty seconds), `steps` from now. */
function code(secret, steps) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac("sha1", base32(secret)).update(counter).digest();
  const number = digest.readUInt32BE(digest.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

function base32(text) {
  const bits = [...text].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

/** Sets one up on Mon compte; its secret, and the recovery codes. */
async function setUp(page, language = "fr") {
  await open(page, spoken("/mon-compte", language));
  await page.click("#facteur ~ div .button");
  const secret = (await page.innerText("#facteur ~ p code, #facteur ~ * code")).replaceAll(" ", "");
  // The code of the step before: that of now is left for the next sign-in.
  await page.fill("#code", code(secret, -1));
  await page.click("form:has(#code) button[type=submit]");
  await page.waitForSelector(".codes li");
  return { secret, codes: await page.locator(".codes li").allInnerTexts() };
}

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
