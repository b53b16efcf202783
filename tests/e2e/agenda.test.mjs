// Agenda: its views, the month as a table, its filters, and the ways into one's own calendar. All events of the
// reference data are past; those of other journeys are still to come.

import assert from "node:assert/strict";
import { elsewhere, focus, journey, open, ready, saved, SITE, tabTo } from "./harness.mjs";
import { EVENT } from "./routes.mjs";

const SEPTEMBER = "/agenda?view=mois&mois=2016-09";
const OCTOBER = "/agenda?view=mois&mois=2016-10";

const caption = (page) => page.innerText(".month-table caption");
const view = (page) => page.locator(".tabs").last().locator("[aria-current=page]").innerText();

/** As if nobody had announced anything, whatever other journeys publish. */
const nothingAnnounced = (page) =>
  page.route(
    (url) => url.pathname === "/api/v1/events" && url.searchParams.has("from") && !url.searchParams.has("to"),
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), items: [], total: 0, next: null } });
    },
  );

journey("where nothing is announced the agenda says so, and leads to what has been", async (page) => {
  await nothingAnnounced(page);
  await open(page, "/agenda");
  assert.equal(await view(page), "À venir");
  assert.match(await page.innerText(".empty"), /Aucun événement à venir/);
  await page.click(".empty a");
  await ready(page, "/agenda?view=passes");
  assert.equal(await view(page), "Passés");
  assert.match(await page.innerText(".count"), /^5\sévénements$/);
  assert.deepEqual(await page.locator("h2.month").allInnerTexts(), ["Octobre 2022", "Avril 2022", "Janvier 2017", "Septembre 2016"]);
  assert.equal(await page.locator(".row").count(), 5);
});

journey("each view is a step of the history", async (page) => {
  await nothingAnnounced(page);
  await open(page, "/agenda");
  await page.click(".tabs >> text=Passés");
  await ready(page, "/agenda?view=passes");
  await page.click(".tabs >> text=Mois par mois");
  const month = await elsewhere(page, "/agenda?view=passes");
  assert.match(month, /^\/agenda\?view=mois&mois=\d{4}-\d\d$/);
  assert.equal(await page.locator(".month-table td[aria-current=date]").count(), 1, "today is marked");
  await page.goBack();
  await ready(page, "/agenda?view=passes");
  assert.equal(await page.locator(".row").count(), 5);
  await page.goBack();
  await ready(page, "/agenda");
  assert.equal(await page.locator(".empty").count(), 1);
  await page.goForward();
  await page.goForward();
  await ready(page, month);
  assert.equal(await page.locator(".month-table").count(), 1);
});

journey("a month is a table of whole weeks, each event on its days", async (page) => {
  await open(page, SEPTEMBER);
  assert.equal(await caption(page), "Septembre 2016");
  assert.equal(await page.locator(".month-table th[scope=col]").count(), 7);
  assert.equal(await page.locator(".month-table tbody tr").count(), 5);
  assert.equal(await page.locator(".month-table td:not(.day-outside)").count(), 30);
  const days = page.locator(".month-table td:has(a)");
  assert.deepEqual(await days.locator(".day-number").allInnerTexts(), ["20", "23"]);
  await days.first().locator("a").click();
  await ready(page, EVENT);
});

journey("months are turned with the mouse and come back with the history", async (page) => {
  await open(page, SEPTEMBER);
  await page.click(".month-turn >> text=Mois suivant");
  await ready(page, OCTOBER);
  assert.equal(await caption(page), "Octobre 2016");
  assert.equal(await page.locator(".month-table a").count(), 0);
  await page.click(".month-turn >> text=Mois précédent");
  await ready(page, SEPTEMBER);
  assert.equal(await page.locator(".month-table a").count(), 2);
  await page.goBack();
  await ready(page, OCTOBER);
  assert.equal(await caption(page), "Octobre 2016");
});

journey("months are turned with the keyboard, one after the other", async (page) => {
  await open(page, SEPTEMBER);
  await tabTo(page, ".month-turn a:last-child");
  await page.keyboard.press("Enter");
  await ready(page, OCTOBER);
  assert.match(await focus(page), /^mois-suivant$/, "the focus stays where it turns the next one");
  await page.keyboard.press("Enter");
  await ready(page, "/agenda?view=mois&mois=2016-11");
  assert.equal(await caption(page), "Novembre 2016");
});

journey("filters narrow the agenda and stay from view to view, in the subscription as well", async (page) => {
  await open(page, "/agenda?view=passes");
  await page.click(".facet-choice:has-text('Réunion')");
  const narrowed = new URL(SITE + (await elsewhere(page, "/agenda?view=passes")));
  assert.deepEqual([narrowed.searchParams.get("view"), narrowed.searchParams.get("kind")], ["passes", "meeting"]);
  assert.equal(await page.locator(".row").count(), 1);
  assert.match(await page.getAttribute(".subscribe a", "href"), /^\/api\/v1\/events\.ics\?kind=meeting$/);
  await page.click(".tabs >> text=Mois par mois");
  const month = await elsewhere(page, narrowed.pathname + narrowed.search);
  assert.equal(new URL(SITE + month).searchParams.get("kind"), "meeting");
  await open(page, `${SEPTEMBER}&kind=meeting`);
  assert.equal(await page.locator(".month-table a").count(), 1);
  await page.click(".tabs >> text=Passés");
  await elsewhere(page, `${SEPTEMBER}&kind=meeting`);
  assert.equal(await page.locator(".row").count(), 1);
  await page.click(".chip");
  await page.waitForFunction(() => document.querySelectorAll(".row").length === 5);
  assert.equal(await view(page), "Passés", "taking a filter away keeps the view");
});

journey("words narrow the past events without leaving them", async (page) => {
  await open(page, "/agenda?view=passes");
  await page.fill("#recherche", "pessac");
  await page.waitForFunction(() => document.querySelectorAll(".row").length === 1);
  assert.equal(await view(page), "Passés");
  assert.match(new URL(page.url()).search, /view=passes/);
});

journey("how to subscribe is explained, and the address answers a calendar", async (page) => {
  await open(page, "/agenda");
  assert.equal(await page.locator(".subscribe a").isVisible(), false);
  await page.click(".subscribe summary");
  assert.equal(await page.locator(".subscribe li").count(), 3);
  const href = await page.getAttribute(".subscribe a", "href");
  const answer = await page.request.get(SITE + href);
  assert.equal(answer.status(), 200);
  assert.match(answer.headers()["content-type"], /^text\/calendar/);
  const calendar = await answer.text();
  assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
  assert.ok(calendar.match(/^BEGIN:VEVENT\r$/gm).length >= 5);
});

journey("an event goes into one's own calendar", async (page) => {
  await open(page, EVENT);
  const { name, content } = await saved(page, () => page.click("text=Ajouter à mon calendrier"));
  assert.match(name, /\.ics$/);
  const calendar = content.toString().replaceAll("\r\n ", "");
  assert.match(calendar, /^SUMMARY:Rencontre entre les services AECT/m);
  assert.match(calendar, /^DTSTART;TZID=Europe\/Paris:20160920T103000\r$/m);
  assert.match(calendar, /^LOCATION:Maison des Suds/m);
});

journey("the page of an event says when, where, with whom, and leads to who organised it", async (page) => {
  await open(page, EVENT);
  const facts = Object.fromEntries(
    await page.locator(".sheet-side .fact").evaluateAll((all) => all.map((fact) => ["dt", "dd"].map((part) => fact.querySelector(part).innerText))),
  );
  assert.match(facts.Quand, /^Mardi 20 septembre 2016/);
  assert.match(facts.Où, /Pessac/);
  assert.match(facts.Organisation, /Cap Coopération/);
  assert.ok((await page.locator(".programme li").count()) > 1, "its programme");
  await page.click(".sheet-side a:has-text('Cap Coopération')");
  await ready(page, "/acteurs/cap-cooperation");
  assert.equal(await focus(page), "titre");
});
