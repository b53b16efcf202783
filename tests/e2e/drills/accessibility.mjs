// Axe on the full product: each page in each of its states, light and dark, on a telephone and a desk.

import assert from "node:assert/strict";
import { DESKTOP, PHONE, SITE, journey, open, settled, violations } from "../harness.mjs";
import { COLLECTIVITY, EVENT, ROUTES } from "../routes.mjs";

const API = "**/api/v1/**";
const LISTS = ["/annuaire", "/projets", "/acteurs", "/partenaires", "/agenda?view=passes", "/groupes", "/thematiques", "/pays"];
/** Pages that are shown as they are written. */
const TOLD = [EVENT, "/pays/senegal", "/observatoire", "/comparer?c=bordeaux&c=limoges", "/plan-du-site", "/aide"];
const PARTS = ["/", "/carte", "/carte?view=tableau", "/carte?view=region", "/annuaire?view=lettres", "/annuaire?view=departements"];

/** Opens a page whose answers are all refused. */
const broken = async (page, href) => {
  await page.route(API, (route) => route.abort("connectionrefused"));
  await page.goto(SITE + href);
  await page.waitForSelector(".notice-error");
  await settled(page);
};

/** No answer comes from now on. */
const hold = async (page) => {
  for (const data of [API, "**/world-*.json", "**/region-*.json"]) await page.route(data, () => {});
};

/** Goes to a page within the application, whose answers do not come. */
const waiting = async (page, href) => {
  await open(page, "/nulle-part");
  await hold(page);
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate", { state: null }));
  }, href);
  await page.waitForSelector(".skeleton");
};

/** The server's own page, while the application waits for its answers. */
const plain = async (page, href) => {
  await hold(page);
  await page.goto(SITE + href);
  await page.waitForSelector("#app[hidden] > *", { state: "attached" });
};

/** Opens the first project's own page. */
const project = async (page, reach) => {
  await open(page, "/projets");
  await reach(page, await page.getAttribute(".row-title a", "href"));
};

const opened = (selector) => async (page, href) => {
  await open(page, href);
  await page.locator(selector).first().click();
};

/** Types into the field of that id, and waits for the answer. */
const typed = (id, words, answer) => async (page, href) => {
  await open(page, href);
  await page.fill(id, words);
  await page.waitForSelector(answer);
  await settled(page);
};

const facets = async (page, href) => {
  await open(page, href);
  if (!(await page.locator(".facets").getAttribute("open"))) await page.evaluate(() => (document.querySelector(".facets").open = true));
  await page.locator(".facet-more:visible").first().click();
};

const STATES = [
  ...[...new Set([...PARTS, ...LISTS, ...ROUTES.map((route) => route.href)])].map((href) => ["full", href, open]),
  ["full", "/projets", (page) => project(page, open), "a project"],
  ["full, twinnings to confirm", "/annuaire/angouleme", open],
  ["full, filtered", "/annuaire?department=24&kind=commune&q=saint", open],
  ["full, filtered", "/projets?to_confirm=true", open],
  ["full, a page further", "/annuaire", opened("text=Page suivante")],
  ["full, wrong address", "/annuaire?department=24&utm_source=lettre", open],
  ["results", "/", typed("#tout", "dordogne", ".found a")],
  ["results", "/", typed("#mienne", "saint-martin", "text=Oui, plusieurs")],
  ["empty", "/", typed("#tout", "zzzzzzzz", ".home-found")],
  ["empty", "/", typed("#mienne", "zzzzzzzz", "text=Nous ne trouvons pas")],
  ...LISTS.map((href) => ["empty", `${href}${href.includes("?") ? "&" : "?"}q=zzzzzzzz`, open]),
  ["empty", "/recherche?q=zzzzzzzz", open],
  ["empty", "/observatoire?kind=youth_mobility&status=contact_lost", open],
  ["empty", "/comparer?q=zzzzzzzz", open],
  ["empty", "/comparer", open],
  ["empty", "/pays/afghanistan", open],
  ["results", "/recherche", typed("#tout", "dordogne", ".found a")],
  ["results", "/comparer?c=bordeaux&q=limoges", open],
  ["subscription open", "/agenda", opened(".subscribe summary")],
  ["table open", "/observatoire", opened(".chart details summary")],
  ["empty", "/carte?theme=none", open],
  ["empty", "/carte?status=idea&kind=cross_border", open],
  ["empty", "/annuaire/ychoux", open],
  ...[...PARTS, ...LISTS, COLLECTIVITY, ...TOLD].map((href) => ["error", href, broken]),
  ["error", "/projets", (page) => project(page, broken), "a project"],
  ...[...PARTS, ...LISTS, COLLECTIVITY, ...TOLD].map((href) => ["loading", href, waiting]),
  ["loading", "/projets", (page) => project(page, waiting), "a project"],
  ...["/", "/carte", ...LISTS, COLLECTIVITY, ...TOLD].map((href) => ["the server's own", href, plain]),
  ["the server's own", "/projets", (page) => project(page, plain), "a project"],
  ...["/carte", ...LISTS, COLLECTIVITY].map((href) => ["menu open", href, opened(".menu summary")]),
  // The kinds of themes are too few to be folded.
  ...LISTS.filter((href) => href !== "/thematiques").map((href) => ["all values of a facet", href, facets]),
  ["country open", "/carte?country=SN", open],
  ["country open", "/carte?country=SN&view=tableau", open],
  ["department open", "/carte?view=region&department=33", open],
  ["collectivity open, all shown", "/carte?view=region&all=true&collectivity=bordeaux", open],
  ["country without projects open", "/carte?country=NZ", open],
];

for (const [width, viewport] of [["320 px", PHONE], ["1440 px", DESKTOP]]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const [state, href, reach, name = href] of STATES) {
      journey(`${name}, ${state}, ${colorScheme}, ${width}`, { viewport, colorScheme, expectErrors: true }, async (page) => {
        await reach(page, href);
        assert.deepEqual(await violations(page), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= viewport.width, `${wide} px wide`);
      });
    }
  }
}
