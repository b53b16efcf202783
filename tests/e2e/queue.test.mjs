// The animators' queue on a server of its own: what the program finds at its look, and the whole of it by keyboard.

import assert from "node:assert/strict";
import { serve } from "./own-server.mjs";
const { again } = await serve([]);
// They read where the server is: after it has started.
const { anotherBrowser, journey, open, ready, violations } = await import("./harness.mjs");
const { editor, published } = await import("./editing.mjs");
const { animator } = await import("./second-factor.mjs");

const member = { member: true };
const row = (words) => `li.row:has-text("${words}")`;
const said = (page, words) => page.waitForSelector(`[role=status]:has-text("${words}")`);

journey("two projects that resemble each other are put before an animator, and become one", member, async (page) => {
  const other = await anotherBrowser();
  const paul = await other.newPage();
  await editor(paul, { collectivity: "talence" });
  const kept = await published(paul, "Des puits à Fatick");
  await published(paul, "Les puits de Fatick");
  await other.close();
  // The program looks when it starts, and every hour from then on.
  await again();
  await animator(page);
  const pair = `section:has(h2:text-is("Doublons possibles")) li.row`;
  do {
    // The look may be on its way still.
    await open(page, "/animation");
    await page.waitForSelector("#file");
  } while ((await page.locator(pair).count()) === 0);
  assert.match(await page.innerText(pair), /puits/);
  await page.click(`${pair} >> text=Comparer et fusionner`);
  await page.waitForSelector("table");
  await page.check("#reste");
  await page.click("form button[type=submit]");
  await ready(page, `/projets/${kept}`);
  await open(page, "/animation");
  await page.waitForSelector("#file");
  assert.equal(await page.locator(pair).count(), 0);
});

/** Says that something is wrong, as a visitor. */
async function reported(words) {
  const context = await anotherBrowser();
  const page = await context.newPage();
  for (const message of words) {
    await open(page, "/annuaire/cenon/corriger");
    await page.click("summary");
    await page.check("input[value=spam]");
    await page.fill("#message", message);
    await page.click("text=Envoyer le signalement");
    await said(page, "Merci, votre message est parti.");
  }
  await context.close();
}

journey("the queue is worked through by single keys, which do nothing where one types", member, async (page) => {
  const reports = ["Premier", "Deuxième", "Troisième"].map((one) => `${one} signalement`);
  await reported(reports);
  await animator(page);
  await open(page, "/animation");
  await page.waitForSelector(row(reports[2]));
  assert.match(await page.innerText("main"), /Au clavier, dans la liste\u00a0: J suivant/);
  const on = async (words) => page.waitForFunction((words) => document.activeElement.matches("li.row") && document.activeElement.innerText.includes(words), words);
  // Nothing happens while the focus is elsewhere.
  await page.focus("h1");
  await page.keyboard.press("j");
  assert.equal(await page.evaluate(() => document.activeElement.id), "titre");
  await page.focus(`${row(reports[0])} input`);
  await page.keyboard.press("j");
  await on(reports[1]);
  await page.keyboard.press("j");
  await on(reports[2]);
  await page.keyboard.press("k");
  await on(reports[1]);
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("a");
  await said(page, "C’est fait.");
  await page.waitForSelector(row(reports[1]), { state: "detached" });
  await page.waitForFunction(() => document.activeElement.id === "file");
  await page.keyboard.press("u");
  await said(page, "C’est annulé.");
  await page.waitForSelector(row(reports[1]));
  // What came after what is gone has its place.
  await page.focus(`${row(reports[1])} input`);
  await page.keyboard.press("r");
  await page.waitForSelector(row(reports[1]), { state: "detached" });
  await page.waitForFunction(() => document.activeElement.id === "file");
  await page.keyboard.press("j");
  await on(reports[2]);
  // A reason is typed: its letters decide nothing.
  await page.click(`${row(reports[2])} >> text=Retirer la fiche`);
  await page.waitForSelector("#motif");
  await page.focus("#motif");
  await page.keyboard.type("jark u");
  assert.equal(await page.inputValue("#motif"), "jark u");
  assert.equal(await page.locator(row(reports[2])).count(), 1);
});
