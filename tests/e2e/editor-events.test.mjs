// Writing an event: title, when, where, who; read by a visitor in the agenda and in the iCalendar feed.

import assert from "node:assert/strict";
import { anotherBrowser, journey, open, ready, SITE, tabTo } from "./harness.mjs";
import { draftSaved, editor, title, written } from "./editing.mjs";
import { signIn } from "./people.mjs";

const NEW = "/agenda/nouveau";
const member = { member: true };
const losing = { ...member, expectErrors: true };

/** A day that is still to come: of next year, so that it never is in the past. */
const day = (rest) => `${new Date().getFullYear() + 1}-${rest}`;

/** What a hurried person fills in. */
async function fillIn(page, words = title("Visite de Bilma")) {
  await page.fill("#title", words);
  await page.selectOption("#kind", "delegation_visit");
  await page.fill("#time", day("03-15"));
  await page.fill("[id='time/start']", "09:30");
  await page.fill("[id='time/end']", "17:00");
  return words;
}

/** An event that everybody reads; gives its slug. */
async function published(page) {
  await open(page, NEW);
  await fillIn(page);
  const slug = await draftSaved(page);
  await page.click("text=Publier");
  await ready(page, `/agenda/${slug}`);
  return slug;
}

journey("an event is drafted by itself, published, and read in the agenda and in calendars", member, async (page) => {
  await editor(page);
  await page.click("main >> text=Ajouter un événement");
  await ready(page, `${NEW}?collectivite=eysines`);
  assert.match(await page.innerText(".chosen-list"), /Eysines/);
  const words = await fillIn(page);
  const slug = await draftSaved(page);
  await page.fill("[id='venue/name']", "Hôtel de ville");
  await page.fill("[id='venue/commune']", "Eysines");
  await page.click("summary:has-text('En dire plus')");
  await page.fill("#countries", "niger");
  await page.click("button:has-text('+ Niger')");
  await written(page, "PATCH", () => {});
  const visitor = await (await anotherBrowser()).newPage();
  assert.equal((await visitor.request.get(`${SITE}/api/v1/events/${slug}`)).status(), 404);

  const answer = await written(page, "PATCH", () => page.click("text=Publier"));
  await ready(page, `/agenda/${slug}`);
  assert.equal(await page.innerText("h1"), words);
  const headers = { "journal-at-least": answer.headers()["journal-position"] };
  const feed = await visitor.request.get(`${SITE}/api/v1/events/${slug}.ics`, { headers });
  const calendar = (await feed.text()).replace(/\r\n /g, "");
  assert.match(calendar, new RegExp(`SUMMARY:${words}`));
  assert.match(calendar, new RegExp(`DTSTART;TZID=Europe/Paris:${day("03-15").replaceAll("-", "")}T093000`));
  const all = await (await visitor.request.get(`${SITE}/api/v1/events.ics?collectivity=eysines`, { headers })).text();
  assert.ok(all.replace(/\r\n /g, "").includes(words));
  await open(visitor, "/agenda");
  await visitor.fill("input[type=search]", words);
  await visitor.click(`main a:has-text("${words}")`);
  await ready(visitor, `/agenda/${slug}`);
  assert.match(await visitor.innerText("main"), /9\sh\s30[\s\S]*Hôtel de ville[\s\S]*Niger/);
  assert.equal(await visitor.locator("main >> text=Modifier").count(), 0);
  await visitor.context().close();
});

journey("whole days, several days, a month: each as one knows it", member, async (page) => {
  await editor(page);
  const slug = await published(page);
  await page.click(".writers >> text=Modifier");
  await ready(page, `/agenda/${slug}/modifier`);
  assert.equal(await page.inputValue("#time"), day("03-15"));
  assert.equal(await page.inputValue("[id='time/start']"), "09:30");
  await page.check("text=Des journées entières");
  await page.fill("[id='time/last']", day("03-17"));
  let answer = await written(page, "PATCH", () => page.click("text=Enregistrer"));
  assert.deepEqual((await answer.json()).time, { precision: "days", first: day("03-15"), last: day("03-17") });
  await page.check("text=Un mois ou une année");
  await page.fill("#time", day("04").split("-").reverse().join("/"));
  answer = await written(page, "PATCH", () => page.click("text=Enregistrer"));
  assert.deepEqual((await answer.json()).time, { precision: "period", date: day("04") });
  await page.check("text=Une date et une heure");
  await page.fill("#time", day("05-02"));
  await page.fill("[id='time/last']", "");
  await page.selectOption("[id='time/time_zone']", "Africa/Dakar");
  answer = await written(page, "PATCH", () => page.click("text=Enregistrer"));
  assert.deepEqual((await answer.json()).time, {
    precision: "times", start: `${day("05-02")}T09:30:00`, end: `${day("05-02")}T17:00:00`, time_zone: "Africa/Dakar",
  });
});

journey("what is past or ends before it begins is said while one types", losing, async (page) => {
  await editor(page);
  await open(page, NEW);
  await fillIn(page);
  const slug = await draftSaved(page);
  await page.fill("#time", "2020-01-15");
  await page.waitForSelector(".warned:has-text('Cette date est passée')");
  await page.fill("#time", day("03-15"));
  await page.waitForSelector(".warned:has-text('passée')", { state: "detached" });
  await page.fill("[id='time/end']", "08:00");
  await page.waitForSelector(".warned:has-text('La fin est avant le début')");
  await page.click("text=Publier");
  await page.waitForFunction(() => document.activeElement.id === "time");
  assert.match(await page.innerText("#time-erreur"), /La fin est avant le début/);
  await page.fill("[id='time/end']", "18:00");
  await page.click("text=Publier");
  await ready(page, `/agenda/${slug}`);
});

journey("everything that is missing is said at its field", losing, async (page) => {
  await editor(page);
  await open(page, NEW);
  await page.click("text=Publier");
  await page.waitForFunction(() => document.activeElement.id === "title");
  for (const id of ["title", "kind", "time"]) assert.match(await page.innerText(`#${id}-erreur`), /Remplissez ce champ/);
  await page.fill("#title", title());
  await page.selectOption("#kind", "webinar");
  await page.fill("#time", day("03-15"));
  // A day without its hour waits: nothing is wrong while one types.
  await page.waitForSelector("text=Pas encore enregistré");
  await page.click("text=Publier");
  await page.waitForSelector("#time-erreur:has-text('Indiquez l’heure de début')");
});

journey("it comes back, except on some days; it has seats, and documents", member, async (page) => {
  await editor(page);
  const slug = await published(page);
  await open(page, `/agenda/${slug}/modifier`);
  await page.click("summary:has-text('Se répète')");
  await page.selectOption("#recurrence", "FREQ=MONTHLY");
  await page.fill("[id='recurrence/count']", "6");
  await page.click("text=Ajouter un jour");
  await page.fill("[id='recurrence_exceptions/0']", day("08-15"));
  await page.click("summary:has-text('Inscription')");
  await page.selectOption("[id='registration/mode']", "open");
  await page.fill("[id='registration/capacity']", "40");
  await page.click("summary:has-text('En dire plus')");
  await page.click("text=Ajouter un lien");
  await page.fill("[id='documents/0/title']", "Programme");
  await page.fill("[id='documents/0/url']", "https://programme.example.fr");
  const answer = await written(page, "PATCH", () => page.click("text=Enregistrer"));
  const event = await answer.json();
  assert.equal(event.recurrence, "FREQ=MONTHLY;COUNT=6");
  assert.deepEqual(event.recurrence_exceptions, [day("08-15")]);
  assert.deepEqual([event.registration.mode, event.registration.capacity], ["open", 40]);
  assert.deepEqual(event.documents, [{ title: "Programme", url: "https://programme.example.fr" }]);
  await page.waitForSelector("text=/Enregistré à/");
  await page.click("text=Voir la fiche");
  await ready(page, `/agenda/${slug}`);
  assert.match(await page.innerText("main"), /Se répète\s+Chaque mois, à la même date \(6 fois\)\s+Sauf\s+15 août/);
  await page.click(".writers >> text=Modifier");
  await ready(page, `/agenda/${slug}/modifier`);
  assert.equal(await page.inputValue("#recurrence"), "FREQ=MONTHLY");
  assert.equal(await page.inputValue("[id='recurrence/count']"), "6");
  assert.equal(await page.inputValue("[id='documents/0/title']"), "Programme");
});

journey("cancelled, and calendars say so", member, async (page) => {
  await editor(page);
  const slug = await published(page);
  await open(page, `/agenda/${slug}/modifier`);
  await page.click("summary:has-text('Annuler ou reporter')");
  await page.selectOption("#status", "cancelled");
  const answer = await written(page, "PATCH", () => page.click("text=Enregistrer"));
  const headers = { "journal-at-least": answer.headers()["journal-position"] };
  const feed = await page.request.get(`${SITE}/api/v1/events/${slug}.ics`, { headers });
  assert.match(await feed.text(), /STATUS:CANCELLED/);
  await open(page, `/agenda/${slug}`);
  assert.match(await page.innerText(".badges"), /Annulé/);
  await page.click(".writers >> text=Historique");
  await ready(page, `/agenda/${slug}/historique`);
  assert.match(await page.innerText("li.row >> nth=0"), /État\s+Confirmé\s+Annulé/);
});

journey("a copy is an event of its own, on a day that is still to be said", member, async (page) => {
  await editor(page);
  const slug = await published(page);
  const words = await page.innerText("h1");
  await page.click(".writers >> text=Dupliquer");
  await ready(page, `${NEW}?copie=${slug}`);
  assert.equal(await page.inputValue("#title"), words);
  assert.equal(await page.inputValue("#time"), "");
  assert.equal(await page.inputValue("[id='time/start']"), "09:30");
  await page.fill("#time", day("09-20"));
  const copy = await draftSaved(page);
  assert.notEqual(copy, slug);
  await page.click("text=Publier");
  await ready(page, `/agenda/${copy}`);
  assert.match(await page.innerText("main"), /20 septembre/);
  await open(page, `/agenda/${slug}`);
  assert.match(await page.innerText("main"), /15 mars/);
});

journey("what somebody else has saved meanwhile stands beside", losing, async (page, context) => {
  await editor(page);
  const slug = await published(page);
  await open(page, `/agenda/${slug}/modifier`);
  const second = await context.newPage();
  await open(second, `/agenda/${slug}/modifier`);
  await second.fill("[id='time/start']", "11:00");
  await second.fill("[id='venue/name']", "Médiathèque");
  await written(second, "PATCH", () => second.click("text=Enregistrer"));
  await page.fill("[id='time/start']", "10:00");
  await page.click("text=Enregistrer");
  await page.waitForSelector("#conflit");
  assert.match(await page.innerText(".versus-both"), /10\sh[\s\S]*11\sh/);
  assert.equal(await page.inputValue("[id='venue/name']"), "Médiathèque");
  await page.check(".versus:has-text('L’autre version') input");
  await page.click("text=Enregistrer ces choix");
  await page.waitForSelector("#conflit", { state: "detached" });
  assert.equal(await page.inputValue("[id='time/start']"), "11:00");
});

journey("with the keyboard alone", member, async (page) => {
  await editor(page);
  await open(page, "/agenda");
  await tabTo(page, `main a[href='${NEW}']`);
  await page.keyboard.press("Enter");
  await ready(page, NEW);
  await tabTo(page, "#title");
  await page.keyboard.type(title("Réunion"));
  await tabTo(page, "#kind");
  await page.keyboard.type("Webinaire");
  await tabTo(page, "#time");
  // The browser's own field: month first in the language of the tests' browser.
  await page.keyboard.type(`0315${day("").slice(0, 4)}`);
  await tabTo(page, "[id='time/start']");
  await page.keyboard.type("0930AM");
  const slug = await draftSaved(page);
  await tabTo(page, "button.button-main");
  await page.keyboard.press("Enter");
  await ready(page, `/agenda/${slug}`);
  assert.match(await page.innerText("main"), /15 mars[\s\S]*9\sh\s30/);
});

journey("whoever may not write it is told so", losing, async (page) => {
  const second = await (await anotherBrowser()).newPage();
  await editor(second);
  const slug = await published(second);
  await second.context().close();
  await editor(page, { collectivity: "montendre" });
  await open(page, `/agenda/${slug}`);
  assert.equal(await page.locator("main >> text=Modifier").count(), 0);
  await open(page, `/agenda/${slug}/modifier`);
  assert.match(await page.innerText("main"), /réservée aux éditeurs/);
  const other = await (await anotherBrowser()).newPage();
  await signIn(other);
  await open(other, NEW);
  assert.match(await other.innerText("main"), /il faut être éditeur/);
  await other.context().close();
});
