// The map of the region with all its collectivities, measured with the processor slowed four times: how long after its
// last data it is drawn, and how long the frames of a pan take. Writes the rows of a Markdown table; ends badly when something
// is above its limit.

import { chromium } from "playwright-core";

const SITE = process.env.AECT_E2E_URL.replace(/\/$/, "");
const ROUNDS = Number(process.env.AECT_ROUNDS ?? 5);
const HREF = "/carte?view=region&all=true";
const READY = 350;
const FRAME = 36;
/** Moves of one pan; as many frames at least. */
const MOVES = 90;

const browser = await chromium.launch({
  executablePath: process.env.AECT_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

/** Runs before the page's own scripts. */
function watch() {
  performance.setResourceTimingBufferSize(500);
  new MutationObserver(() => {
    if (document.documentElement?.dataset.ready) window.complete ??= performance.now();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] });
}

async function visit(run) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch);
    const debug = await context.newCDPSession(page);
    await debug.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(SITE + HREF);
    await page.waitForSelector(`html[data-ready="${HREF}"]`, { state: "attached" });
    return await run(page);
  } finally {
    await context.close();
  }
}

/** From the last data to the complete page. */
const readiness = () =>
  visit((page) =>
    page.evaluate(() => {
      const data = performance.getEntriesByType("resource").filter(({ name }) => /\/api\/|\/region-/.test(name));
      return window.complete - Math.max(...data.map(({ responseEnd }) => responseEnd));
    }),
  );

/** The times between frames while a hand moves the map about, `times` nearer than the whole. */
const pan = (times) =>
  visit(async (page) => {
    for (let step = 0; step < times; step += 1) await page.click("[aria-label='Agrandir']");
    const drawn = await page.locator(".map-points .place").count();
    const frame = await page.locator("#carte").boundingBox();
    const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 10, y + 10);
    await page.evaluate(() => {
      window.frames = [];
      let before = performance.now();
      const next = (now) => {
        window.frames.push(now - before);
        before = now;
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    });
    for (let move = 1; move <= MOVES; move += 1) {
      await page.mouse.move(x + 180 * Math.sin(move / 9), y + 120 * Math.sin(move / 7));
    }
    const frames = await page.evaluate(() => window.frames.slice(1));
    await page.mouse.up();
    return { drawn, frames };
  });

async function rounds(measure) {
  const found = [];
  for (let round = 0; round < ROUNDS; round += 1) found.push(await measure());
  return found;
}

const sorted = (values) => [...values].sort((one, other) => one - other);
const quantile = (values, part) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))];
const written = (value) => `${Math.round(value)} ms`;
let above = 0;

function row(what, limit, value, worst) {
  const mark = value > limit ? " **above the limit**" : "";
  if (value > limit) above += 1;
  console.log(`| ${what} | ${written(limit)} | ${written(value)}${mark} | ${written(worst)} |`);
}

console.log("| what | never above | found | worst |\n|---|---|---|---|");
const ready = await rounds(readiness);
row("4,460 collectivities: from the last data to the complete page, median", READY, quantile(ready, 0.5), Math.max(...ready));
for (const [times, name] of [[0, "the whole region"], [2, "2.6 times nearer"], [4, "6.6 times nearer"], [6, "as near as can be"]]) {
  const pans = await rounds(() => pan(times));
  const frames = pans.flatMap((one) => one.frames);
  row(`pan, ${name}, ${pans[0].drawn} groups and points drawn: 95 of 100 frames within`, FRAME, quantile(frames, 0.95), Math.max(...frames));
}
await browser.close();
process.exitCode = above > 0 ? 1 : 0;
