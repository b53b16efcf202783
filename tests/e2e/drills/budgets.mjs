// The budgets of the pages, measured: an empty cache, slow 4G, a processor four times slower. Writes the rows of a
// Markdown table; ends badly when something is above its limit.

import { chromium } from "playwright-core";

const SITE = process.env.AECT_E2E_URL.replace(/\/$/, "");
const ROUNDS = Number(process.env.AECT_ROUNDS ?? 5);
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = { rate: 4 };
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 412, height: 823 };
const PAGES = { Accueil: "/", Annuaire: "/annuaire", Projets: "/projets" };
const DATA = /\/api\/|\/(world|region)-/;

const browser = await chromium.launch({
  executablePath: process.env.AECT_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

/** Runs before the page's own scripts: when it was complete, and what moved by itself. */
function watch() {
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new MutationObserver(() => {
    if (document.documentElement?.dataset.ready) window.complete ??= performance.now();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] });
  // After the next frame has been drawn.
  window.painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      }),
    );
}

/** A fresh profile on a page that is complete, under the conditions given. */
async function visit(href, { network, processor, viewport = DESKTOP }, run) {
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    const debug = await context.newCDPSession(page);
    if (network) {
      await debug.send("Network.enable");
      await debug.send("Network.emulateNetworkConditions", network);
    }
    if (processor) await debug.send("Emulation.setCPUThrottlingRate", processor);
    await page.addInitScript(watch);
    await page.goto(SITE + href, { waitUntil: "commit" });
    await complete(page, href);
    return await run(page);
  } finally {
    await context.close();
  }
}

const complete = (page, href) => page.waitForSelector(`html[data-ready="${href}"]`, { state: "attached" });

/** What a first visit costs. */
const firstVisit = (href, viewport) =>
  visit(href, { network: SLOW_4G, processor: SLOWER, viewport }, async (page) => {
    // What comes late, such as a picture or a font, would move the page after it is complete.
    await page.waitForLoadState("networkidle");
    return page.evaluate((data) => {
      const files = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      const bytes = (wanted) => files.filter(({ name }) => new RegExp(data).test(name) === wanted).reduce((sum, file) => sum + file.encodedBodySize, 0);
      return {
        files: bytes(false),
        data: bytes(true),
        paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
        usable: window.complete,
        shift: window.shifts,
      };
    }, DATA.source);
  });

/** From the click to the new page's heading painted. */
const change = (from, to) =>
  visit(from, { processor: SLOWER }, (page) =>
    page.evaluate(async (href) => {
      // Between two pages there may be none for a moment.
      const heading = () => document.querySelector("h1")?.textContent;
      const before = heading();
      const begun = performance.now();
      document.querySelector(`.header a[href="${href}"]`).click();
      let end;
      do end = await window.painted();
      while ((heading() ?? before) === before);
      return end - begun;
    }, to),
  );

/** What moves by itself after a click, while the data is on its slow way. */
const shiftOfChange = (from, to) =>
  visit(from, { network: SLOW_4G, processor: SLOWER }, async (page) => {
    await page.evaluate(() => (window.shifts = 0));
    await page.click(`.header a[href="${to}"]`);
    await complete(page, to);
    return page.evaluate(async () => {
      await window.painted();
      return window.shifts;
    });
  });

/** From each key to the list painted with its names. */
const keystrokes = (word) =>
  visit("/annuaire", { processor: SLOWER }, async (page) => {
    await page.focus("#recherche");
    const times = [];
    for (const [rank, letter] of [...word].entries()) {
      await page.evaluate(() => {
        const rows = document.querySelector(".list-rows");
        window.answer = new Promise((resolve) => {
          let pressed;
          document.addEventListener("input", (event) => (pressed = event.timeStamp), { once: true, capture: true });
          const seen = new MutationObserver(async () => {
            seen.disconnect();
            resolve((await window.painted()) - pressed);
          });
          seen.observe(rows, { childList: true, subtree: true });
        });
      });
      await page.keyboard.press(letter);
      times.push(await page.evaluate(() => window.answer));
      await complete(page, `/annuaire?q=${word.slice(0, rank + 1)}`);
    }
    return times;
  });

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

async function rounds(measure) {
  const found = [];
  for (let round = 0; round < ROUNDS; round += 1) found.push(await measure());
  return found;
}

const seconds = (value) => `${(value / 1000).toFixed(2)} s`;
const milliseconds = (value) => `${Math.round(value)} ms`;
const kilobytes = (value) => `${(value / 1000).toFixed(1)} kB`;
const plain = (value) => value.toFixed(3);
let above = 0;

/** One line: the median against its goal and limit, and the worst of all rounds. */
function row(what, values, goal, limit, written) {
  const middle = median(values);
  const mark = middle > limit ? " **above the limit**" : middle > goal ? " (above the goal)" : "";
  if (middle > limit) above += 1;
  console.log(`| ${what} | ${written(goal)} | ${written(limit)} | ${written(middle)}${mark} | ${written(Math.max(...values))} |`);
}

console.log("| what | goal | never above | median | worst |\n|---|---|---|---|---|");
for (const [name, href] of Object.entries(PAGES)) {
  const visits = await rounds(() => firstVisit(href));
  const of = (part) => visits.map((visit) => visit[part]);
  row(`${name}: files to be usable`, of("files"), 220_000, 300_000, kilobytes);
  console.log(`| ${name}: its data | | | ${kilobytes(median(of("data")))} | |`);
  row(`${name}: first paint`, of("paint"), 800, 1200, seconds);
  row(`${name}: usable, data included`, of("usable"), 1800, 2500, seconds);
  row(`${name}: layout shift over the load`, of("shift"), 0, 0.02, plain);
}
for (const [name, href] of Object.entries({ ...PAGES, Fiche: "/annuaire/departement-de-la-dordogne", Carte: "/carte" })) {
  const shifts = (await rounds(() => firstVisit(href, PHONE))).map(({ shift }) => shift);
  row(`${name}: layout shift over the load, on a telephone`, shifts, 0, 0.02, plain);
}
const changes = Object.entries(PAGES).map(([name, href], rank, all) => [name, href, all[(rank + 1) % all.length]]);
for (const [name, from, [next, to]] of changes) {
  row(`${name} → ${next}: painted`, await rounds(() => change(from, to)), 150, 300, milliseconds);
  row(`${name} → ${next}: layout shift`, await rounds(() => shiftOfChange(from, to)), 0, 0.02, plain);
}
const keys = (await rounds(() => keystrokes("saint"))).flat();
row("keystroke to the filtered list of 4,460", keys, 50, 100, milliseconds);
await browser.close();
process.exitCode = above > 0 ? 1 : 0;
