// Writing a project: from a draft that saves itself to a page that everybody reads; what is wrong, said at its field.

import assert from "node:assert/strict";
import { anotherBrowser, focus, journey, open, ready, SITE, tabTo } from "./harness.mjs";
import { begin, draftSaved, editor, fillIn, NEW, published, title, written } from "./editing.mjs";
import { signIn } from "./people.mjs";

const member = { member: true };
const losing = { ...member, expectErrors: true };

journey("a project is drafted by itself, published, and read by a visitor", member, async (page) => {
  await editor(page);
  await page.click("main >> text=Ajouter un projet");
  await ready(page, `${NEW}?collectivite=eysines`);
  assert.match(await page.innerText("#lead option:checked"), /Eysines/);
  const words = title("Écoles jumelles");
  await fillIn(page, words);
  const slug = await draftSaved(page);
  assert.match(await page.innerText(".seen-by"), /Brouillon/);
  await page.fill("#countries", "seneg");
  await page.click("button:has-text('+ Sénégal')");
  await page.click("text=Raconter le projet");
  await page.fill("#summary", "Deux écoles s’écrivent.");
  await written(page, "PATCH", () => {});
  const visitor = await (await anotherBrowser()).newPage();
  const hidden = await visitor.goto(`${SITE}/api/v1/projects/${slug}`);
  assert.equal(hidden.status(), 404);

  const answer = await written(page, "PATCH", () => page.click("text=Publier"));
  await ready(page, `/projets/${slug}`);
  assert.equal(await page.innerText("h1"), words);
  const headers = { "journal-at-least": answer.headers()["journal-position"] };
  assert.equal((await visitor.request.get(`${SITE}/api/v1/projects/${slug}`, { headers })).status(), 200);
  await open(visitor, `/projets/${slug}`);
  assert.match(await visitor.innerText("main"), /Deux écoles s’écrivent\.[\s\S]*Sénégal/);
  assert.equal(await visitor.locator("main >> text=Modifier").count(), 0);
  await visitor.context().close();
});

journey("what is pressed while a draft is being saved is done afterwards", member, async (page) => {
  await editor(page);
  const slug = await begin(page);
  let held;
  const isHeld = new Promise((resolve) => {
    held = resolve;
  });
  await page.route("**/api/v1/projects/*", (route) => {
    // The first change waits; what is asked meanwhile, and the changes that follow it, do not.
    if (!held || route.request().method() !== "PATCH") return route.continue();
    held(route);
    held = undefined;
  });
  await page.fill("#title", title("Écoles jumelles"));
  const route = await isHeld;
  await page.click("text=Publier");
  await route.continue();
  await ready(page, `/projets/${slug}`);
  assert.match(await page.innerText("h1"), /Écoles jumelles/);
});

journey("for members only, and then for everybody", member, async (page) => {
  await editor(page);
  const slug = await begin(page);
  await page.click("text=Pour les membres seulement");
  await ready(page, `/projets/${slug}`);
  assert.match(await page.innerText(".writers"), /les visiteurs ne voient pas/);
  await page.click(".writers >> text=Modifier");
  await ready(page, `/projets/${slug}/modifier`);
  await page.click("text=Publier");
  await ready(page, `/projets/${slug}`);
  assert.equal(await page.locator(".seen-by").count(), 0);
});

journey("a draft is found again at its address, with all that was written", member, async (page) => {
  await editor(page);
  await open(page, NEW);
  await fillIn(page, title());
  await page.click("text=Dates et budget");
  await page.fill("#start_date", "9/2024");
  await page.fill("#budget", "15 000");
  await page.click("text=Ce que le projet recherche");
  await page.check("#looking_for");
  await page.click("summary:has-text('Avec qui')");
  await page.fill("#actors", "agence fran");
  await page.click(".chooser button >> nth=0");
  const slug = await draftSaved(page);
  await open(page, `/projets/${slug}/modifier`);
  assert.equal(await page.inputValue("#start_date"), "09/2024");
  assert.equal(await page.inputValue("#budget"), "15000");
  assert.ok(await page.isChecked("#looking_for"));
  assert.equal(await page.locator(".chosen").count(), 1);
  assert.equal(await page.inputValue("#status"), "active");
});

journey("everything that is missing or wrong is said at its field, and the first takes the focus", losing, async (page) => {
  await editor(page);
  await open(page, NEW);
  await page.click("text=Publier");
  await page.waitForFunction(() => document.activeElement.id === "title");
  assert.equal(await page.locator("#erreurs li").count(), 3);
  for (const id of ["title", "kind", "status"]) assert.match(await page.innerText(`#${id}-erreur`), /Remplissez ce champ/);
  await fillIn(page, title());
  await page.click("text=Raconter le projet");
  await page.fill("#summary", "x".repeat(281));
  await page.click("text=Ajouter un lien");
  await page.fill("[id='links/0/title']", "Un film");
  await page.fill("[id='links/0/url']", "film");
  for (const country of ["seneg", "niger"]) {
    await page.fill("#countries", country);
    await page.waitForSelector(".chooser button");
    await page.press("#countries", "Enter");
  }
  for (const rank of [0, 1]) await page.fill(`[id='countries/${rank}/share_percent']`, "70");
  await page.click("text=Dates et budget");
  await page.fill("#start_date", "2024");
  await page.fill("#end_date", "2020");
  await page.fill("#budget", "20000");
  await page.fill("[id='budget/max']", "10000");
  await page.click("summary:has-text('Dates et budget')");
  await page.click("text=Publier");
  await page.waitForFunction(() => document.activeElement.id === "countries");
  const wrong = await page.locator(".field-error").evaluateAll((errors) => errors.map((error) => error.id));
  assert.deepEqual(wrong, ["countries-erreur", "summary-erreur", "links-erreur", "end_date-erreur", "budget-erreur"]);
  assert.match(await page.innerText("#summary-erreur"), /trop long.*280/);
  // A field that is folded away is opened by the link to it.
  await page.click("#erreurs a[href='#end_date']");
  assert.equal(await focus(page), "end_date");
});

journey("what cannot be read is said before it is sent", member, async (page) => {
  await editor(page);
  const slug = await published(page);
  await open(page, `/projets/${slug}/modifier`);
  await page.click("text=Dates et budget");
  await page.fill("#start_date", "bientôt");
  await page.fill("#budget", "beaucoup");
  await page.click("text=Enregistrer");
  await page.waitForFunction(() => document.activeElement.id === "start_date");
  assert.match(await page.innerText("#start_date-erreur"), /une année, un mois ou un jour/);
  assert.match(await page.innerText("#budget-erreur"), /montant en euros/);
});

journey("a session that ends while one types takes nothing", losing, async (page, context) => {
  const email = await editor(page);
  const slug = await begin(page);
  const second = await context.newPage();
  await open(second, "/mon-compte");
  // The draft cannot be saved before the session ends.
  await page.route("**/api/v1/projects/*", (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
  const words = title("Encore de l’eau");
  await page.fill("#title", words);
  await second.click("text=Me déconnecter");
  await ready(second, "/connexion?fin=1");
  await page.waitForSelector("text=Votre session a pris fin");
  assert.equal(await page.inputValue("#title"), words);
  // Even the window may be loaded anew meanwhile.
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await page.unroute("**/api/v1/projects/*");
  await signIn(second, email);
  await page.waitForSelector("#title");
  assert.equal(await page.inputValue("#title"), words);
  await draftSaved(page);
  await open(second, `/projets/${slug}/modifier`);
  assert.equal(await second.inputValue("#title"), words);
});

journey("whoever leaves with something unsaved is asked, and may stay", member, async (page) => {
  await editor(page);
  const slug = await published(page);
  await open(page, `/projets/${slug}/modifier`);
  const before = await page.inputValue("#title");
  await page.fill("#title", "Autre chose");
  await page.waitForSelector("text=Modifications non enregistrées");
  const answers = [false, true];
  const questions = [];
  page.on("dialog", async (dialog) => {
    questions.push(dialog.message());
    await (answers.shift() ? dialog.accept() : dialog.dismiss());
  });
  await page.click("#navigation >> text=Agenda");
  assert.equal(await page.inputValue("#title"), "Autre chose");
  await page.click("#navigation >> text=Agenda");
  await ready(page, "/agenda");
  assert.equal(questions.length, 2);
  assert.match(questions[0], /ne sont pas enregistrées/);
  // What was given up is not brought back.
  await open(page, `/projets/${slug}/modifier`);
  assert.equal(await page.inputValue("#title"), before);
});

journey("a project that may be here already is shown, and is not in the way", member, async (page) => {
  await editor(page);
  const [known] = (await (await page.request.get(`${SITE}/api/v1/projects?sort=name&limit=1`)).json()).items;
  await open(page, NEW);
  await page.fill("#title", known.title);
  await page.waitForSelector("#doublons");
  assert.match(await page.innerText("aside.notice"), new RegExp(known.title.slice(0, 20).replace(/[()]/g, ".")));
  await page.fill("#title", title("Xylophones et zéphyrs"));
  await page.waitForSelector("#doublons", { state: "detached" });
});

journey("with the keyboard alone", member, async (page) => {
  await editor(page);
  await tabTo(page, `main a[href^='${NEW}']`);
  await page.keyboard.press("Enter");
  await ready(page, `${NEW}?collectivite=eysines`);
  assert.equal(await focus(page), "titre");
  await tabTo(page, "#title");
  await page.keyboard.type(title());
  await tabTo(page, "#kind");
  await page.keyboard.type("Jumelage");
  await tabTo(page, "#status");
  await page.keyboard.type("En cours");
  await tabTo(page, "#countries");
  await page.keyboard.type("niger");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".chosen");
  assert.equal(await focus(page), "countries");
  await tabTo(page, "#themes");
  await page.keyboard.press("Space");
  await tabTo(page, "details:nth-of-type(2) summary");
  await page.keyboard.press("Enter");
  await tabTo(page, "#start_date");
  await page.keyboard.type("2024");
  const slug = await draftSaved(page);
  await tabTo(page, "button.button-main");
  await page.keyboard.press("Enter");
  await ready(page, `/projets/${slug}`);
  assert.equal(await focus(page), "titre");
  assert.match(await page.innerText("main"), /Jumelage[\s\S]*Niger/);
});

journey("in English as well", member, async (page) => {
  await editor(page, { language: "en" });
  await page.click("main >> text=Add a project");
  await ready(page, `/en${NEW}?collectivite=eysines`);
  const slug = await begin(page, title(), "en");
  await page.click("text=Publish");
  await ready(page, `/en/projets/${slug}`);
  await page.click(".writers >> text=Change");
  await ready(page, `/en/projets/${slug}/modifier`);
  assert.equal(await page.innerText("h1"), "Change the project");
});

journey("without JavaScript the page says what it needs", async (_page, context) => {
  const plain = await context.browser().newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  for (const [href, heading] of [[NEW, "Ajouter un projet"], ["/annuaire/bordeaux/modifier", "Modifier la fiche"], ["/en/projets/x/historique", "History"]]) {
    const answer = await page.goto(SITE + href);
    assert.deepEqual([answer.status(), answer.headers()["cache-control"]], [200, "no-store"]);
    assert.equal(await page.innerText("h1"), heading);
    assert.match(await page.innerText("main"), /JavaScript/);
    assert.equal(await page.getAttribute("meta[name=robots]", "content"), "noindex");
  }
  await plain.close();
});

journey("whoever may not write it is told so", losing, async (page) => {
  await signIn(page);
  await open(page, NEW);
  assert.match(await page.innerText("main"), /il faut être éditeur/);
  await open(page, "/annuaire/bordeaux/modifier");
  assert.match(await page.innerText("main"), /réservée aux éditeurs/);
  await open(page, "/annuaire/bordeaux");
  assert.equal(await page.locator("main >> text=Modifier").count(), 0);
});
