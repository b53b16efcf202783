// A browser for each file, a fresh profile for each test, and the rules that hold on every page: nothing is asked of
// anybody else, nothing is complained of in the console, no cookie is set but that of whoever signs in.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

export const SITE = process.env.AECT_E2E_URL?.replace(/\/$/, "");
const CHROMIUM = process.env.AECT_CHROMIUM ?? "/usr/bin/chromium";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 320, height: 700 };

/** What every page is looked at in. */
export const LOOKS = [
  ["light, 1440 px", { viewport: DESKTOP }],
  ["dark, 1440 px", { viewport: DESKTOP, colorScheme: "dark" }],
  ["light, 320 px", { viewport: PHONE }],
  ["dark, 320 px", { viewport: PHONE, colorScheme: "dark" }],
];

let browser;
before(async () => {
  assert.ok(SITE, "AECT_E2E_URL must name a running server with the reference data");
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
});
after(() => browser?.close());

/** As a browser that has no service workers: behind one, a test could not hold back or change what is answered. */
const withoutWorker = () => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined });

/**
 * A test with a page of its own; `expectErrors` where the test itself breaks the network, `worker` where the service
 * worker is what is tested, `member` where somebody signs in.
 */
export function journey(name, options, run = options) {
  const { viewport = DESKTOP, colorScheme = "light", expectErrors = false, worker = false, member = false } = run === options ? {} : options;
  test(name, { timeout: 60_000 }, async () => {
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce", acceptDownloads: true });
    if (!worker) await context.addInitScript(withoutWorker);
    const complaints = [];
    context.on("page", (opened) => listen(opened, complaints));
    const page = await context.newPage();
    try {
      await run(page, context);
      if (!expectErrors) assert.deepEqual(complaints, []);
      assert.deepEqual((await context.cookies()).filter((cookie) => !member || !ofSession(cookie)), [], "no cookie");
    } finally {
      await context.close();
    }
  });
}

/** Takes down what a window complains of. */
function listen(page, complaints) {
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(`${error}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(SITE) && !url.startsWith("data:")) complaints.push(`third party: ${url}`);
  });
}

/** The cookies of a session: no script reads them, no other site sends them, nothing that answers data gets them. */
const PATHS = { aect_refresh: "/api/v1/session", aect_files: "/api/v1/files" };
const ofSession = ({ name, httpOnly, sameSite, path }) => httpOnly && sameSite === "Strict" && path === PATHS[name];

/** Another browser: nothing of the first one is known there. */
export async function anotherBrowser({ viewport = DESKTOP, colorScheme = "light" } = {}) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
  await context.addInitScript(withoutWorker);
  return context;
}

/** The address of a page in a language; French ones are at the root. */
export const spoken = (href, language) => (language === "en" ? `/en${href}`.replace(/^\/en\/(?=$|\?)/, "/en") : href);

/** Opens an address and waits until its data is shown. */
export async function open(page, href) {
  await page.goto(SITE + href);
  await ready(page, href);
}

/** Waits for the mark that the page of this address is complete. */
export async function ready(page, href) {
  await page.waitForSelector(`html[data-ready="${href}"]`, { state: "attached", timeout: 20_000 });
}

/** Waits for the mark, whatever the address; gives the address. */
export async function settled(page) {
  await page.waitForSelector("html[data-ready]", { state: "attached", timeout: 20_000 });
  return page.evaluate(() => document.documentElement.dataset.ready);
}

/** Waits until another page than that of `from` is complete; gives its address. */
export async function elsewhere(page, from) {
  await page.waitForFunction((before) => (document.documentElement.dataset.ready ?? before) !== before, from);
  return settled(page);
}

/** Presses what `press` presses, and gives what is saved: its name and its bytes. */
export async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** Where the focus is: the element's id, else its text. */
export function focus(page) {
  return page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim());
}

/** How many records a list of this address says it has. */
export async function counted(page, href) {
  await open(page, href);
  return Number.parseInt((await page.innerText(".count")).replace(/\s/g, ""), 10);
}

/** Presses Tab until the focus is on an element that matches; fails where it never is. */
export async function tabTo(page, selector, most = 80) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`${selector} cannot be reached with Tab`);
}

/** What axe finds, one line each. */
export async function violations(page) {
  // Given to the debugger, not to the page, whose security policy allows no script of ours.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations: found } = await window.axe.run(document, { runOnly: tags });
    return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} – ${node.failureSummary}`));
  });
}
