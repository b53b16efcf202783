// Who can be reached: each person says who sees their name, function and address, and takes it back.

import assert from "node:assert/strict";
import { anotherBrowser, journey, LOOKS, open, ready, violations } from "./harness.mjs";
import { belongs, signIn, somebody } from "./people.mjs";

const CONTACTS = "/annuaire/bordeaux/contacts";
const QUI = "section:has(#name_seen)";

/** Somebody of Bordeaux who has said who may see what of them. */
async function shown(page, name, seen) {
  const email = await belongs(somebody(), "bordeaux", "reader");
  await signIn(page, email);
  await open(page, "/mon-compte");
  await page.fill("#name", name);
  await page.click("section:has(#name) form button[type=submit]");
  await page.waitForSelector("section:has(#name) [role=status]:has-text('enregistrées')");
  await says(page, seen);
  return email;
}

async function says(page, seen) {
  for (const [field, audience] of Object.entries(seen)) await page.check(`input[name=${field}_seen][value=${audience}]`);
  await page.click(`${QUI} form button[type=submit]`);
  await page.waitForSelector(`${QUI} [role=status]:has-text('enregistrées')`);
}

journey("what one shows is seen by whom one shows it to, until one takes it back", { member: true }, async (page) => {
  const name = `Maïté ${somebody("d")}`;
  const email = await shown(page, name, { name: "public", email: "members" });
  await open(page, "/annuaire/bordeaux");
  await page.click("text=Voir les contacts");
  await ready(page, CONTACTS);
  assert.match(await page.innerText("main"), new RegExp(email));
  const browser = await anotherBrowser();
  const visitor = await browser.newPage();
  await open(visitor, CONTACTS);
  await visitor.waitForSelector(`main :text("${name}")`);
  assert.ok(!(await visitor.innerText("main")).includes(email));
  await open(page, "/mon-compte");
  await page.waitForSelector("#name_seen");
  assert.equal(await page.isChecked("input[name=name_seen][value=public]"), true);
  await says(page, { name: "nobody", email: "nobody" });
  await open(visitor, CONTACTS);
  await visitor.waitForSelector("main h1");
  assert.ok(!(await visitor.innerText("main")).includes(name));
  await browser.close();
});

for (const [look, options] of LOOKS) {
  journey(`the contacts of a record, ${look}`, { ...options, member: true }, async (page) => {
    await shown(page, `Paul ${somebody("p")}`, { name: "members", email: "members" });
    assert.deepEqual(await violations(page), []);
    await open(page, CONTACTS);
    await page.waitForSelector("main .row");
    assert.deepEqual(await violations(page), []);
  });
}
