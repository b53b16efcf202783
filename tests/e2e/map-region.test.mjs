// Carte of the region: departments, collectivities, groups of them.

import assert from "node:assert/strict";
import { focus, journey, open, ready, tabTo } from "./harness.mjs";

/** How wide a part of the plane is drawn: twice what is seen. */
const width = (page) => page.evaluate(() => document.querySelector(".map-canvas svg").viewBox.baseVal.width);

journey("the tabs lead from the world to the region and back, under the same filters", async (page) => {
  await open(page, "/carte?year=2016&country=SN");
  await page.click(".map-bar >> text=Nouvelle-Aquitaine");
  await ready(page, "/carte?year=2016&view=region");
  assert.equal(await page.locator(".map-areas .place").count(), 12);
  assert.ok((await page.getAttribute(".map-limits path", "d")).length > 1000, "limits of inter-municipal bodies");
  assert.ok((await page.locator(".map-points .place").count()) > 0);
  await page.click(".map-bar >> text=Carte du monde");
  await ready(page, "/carte?year=2016");
  assert.ok((await page.locator("#pays-SN").count()) === 1);
});

journey("departments bear their number and open their panel", async (page) => {
  await open(page, "/carte?view=region");
  assert.ok((await page.locator(".map-numbers text").count()) > 3);
  const said = await page.getAttribute("#departement-24", "aria-label");
  const [projects] = said.match(/\d+/);
  await page.evaluate(() => document.querySelector("#departement-24 path").dispatchEvent(new MouseEvent("click", { bubbles: true })));
  await ready(page, "/carte?department=24&view=region");
  assert.equal(await page.innerText("#lieu"), "Dordogne");
  const link = page.locator(".map-panel .plain a").first();
  assert.equal(Number.parseInt(await link.innerText(), 10), Number(projects));
  assert.equal(await page.getAttribute(".map-further a", "href"), "/annuaire?department=24");
  await link.click();
  await ready(page, "/projets?department=24");
});

journey("a collectivity opens its panel, which leads to its page and its projects", async (page) => {
  await open(page, "/carte?collectivity=bordeaux&view=region");
  assert.equal(await page.innerText("#lieu"), "Bordeaux");
  const hrefs = await page.locator(".map-panel a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.ok(hrefs.includes("/annuaire/bordeaux"));
  assert.ok(hrefs.some((href) => href.startsWith("/projets?collectivity=bordeaux")), hrefs.join(" "));
});

journey("all collectivities are there on demand, close ones as groups with their number", async (page) => {
  const counted = () => page.locator(".map-points .place").evaluateAll((all) => all.reduce((sum, one) => sum + Number(one.querySelector("text")?.textContent ?? 1), 0));
  await open(page, "/carte?view=region");
  const acting = await counted();
  assert.ok(acting > 50 && acting < 200, `${acting}`);
  await page.click("text=Montrer toutes les collectivités");
  await ready(page, "/carte?view=region&all=true");
  assert.equal(await counted(), 4460);
  assert.ok((await page.locator(".map-points .place").count()) < 400);
});

journey("a click on a group comes nearer, until its collectivities stand alone", async (page) => {
  await open(page, "/carte?view=region&all=true");
  let before = await width(page);
  const inside = async () => {
    const frame = await page.locator("#carte").boundingBox();
    for (const group of await page.locator("[id^=groupe-]").all()) {
      const spot = await group.locator("circle").boundingBox();
      const [x, y] = [spot.x + spot.width / 2, spot.y + spot.height / 2];
      const clear = x > frame.x + 60 && y > frame.y + 160 && x < frame.x + frame.width - 200 && y < frame.y + frame.height - 60;
      if (clear && y < 880) return [x, y];
    }
    return null;
  };
  for (let step = 0; step < 12; step += 1) {
    const spot = await inside();
    if (!spot) break;
    await page.mouse.click(...spot);
    const now = await width(page);
    assert.ok(now < before, `${now} of ${before}`);
    before = now;
  }
  assert.ok((await page.locator(".map-points [id^=collectivite-]").count()) > 0);
});

journey("by keyboard alone: departments, groups and collectivities alike", async (page) => {
  await open(page, "/carte?view=region&all=true");
  await tabTo(page, "#carte");
  const active = () => page.getAttribute("#carte", "aria-activedescendant");
  await page.keyboard.press("ArrowDown");
  assert.match(await active(), /^departement-/);
  let id;
  for (const key of ["ArrowLeft", "ArrowLeft", "ArrowUp", "ArrowUp", "ArrowRight"]) {
    await page.keyboard.press(key);
    id = await active();
    if (id.startsWith("groupe-")) break;
  }
  assert.match(id, /^groupe-/);
  assert.match(await page.getAttribute(`#${id}`, "aria-label"), /^\d+\scollectivités autour de\s: /);
  const before = await width(page);
  // A group parts in several, one of which the arrows are then on; in the end that is a collectivity.
  for (let step = 0; step < 12 && !(await active()).startsWith("collectivite-"); step += 1) {
    assert.equal(await page.locator(`#${await active()}`).count(), 1);
    await page.keyboard.press((await active()).startsWith("groupe-") ? "Enter" : "ArrowRight");
  }
  assert.ok((await width(page)) < before);
  const slug = (await active()).slice("collectivite-".length);
  assert.match(await page.getAttribute(`#collectivite-${slug}`, "aria-label"), / – .+\s:\s\d+\sprojets?/);
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`collectivity=${slug}&view=region&all=true&at=`));
  // The panel takes the focus with the next frame.
  await page.waitForFunction(() => document.activeElement.id === "lieu");
  await page.keyboard.press("Escape");
  assert.equal(await focus(page), "carte");
});

journey("the table counts by department and by collectivity too", async (page) => {
  await open(page, "/carte?view=region");
  const said = await page.getAttribute("#departement-86", "aria-label");
  await page.click(".map-bar >> text=Tableau");
  await ready(page, "/carte?view=tableau&by=department");
  const row = await page.locator("tbody tr:has-text('Vienne') >> nth=0").innerText();
  for (const number of said.match(/\d+/g)) assert.ok(row.includes(number) || number === "0", `${said} / ${row}`);
  await page.click("text=Par collectivité");
  await ready(page, "/carte?view=tableau&by=collectivity");
  const name = page.locator("tbody th a:has-text('Bordeaux')").first();
  await name.click();
  await page.waitForURL(/collectivity=bordeaux[a-z-]*&view=region/);
  await page.waitForSelector("#lieu");
});

journey("the region says when its figures cannot come, and recovers", { expectErrors: true }, async (page) => {
  await page.route("**/api/v1/collectivities/points**", (route) => route.abort("connectionrefused"));
  await open(page, "/carte?view=region");
  await page.waitForSelector(".notice-error");
  await page.unroute("**/api/v1/collectivities/points**");
  await page.click("text=Réessayer");
  await page.waitForSelector(".map-points .place");
  assert.equal(await page.locator(".notice-error").count(), 0);
});
