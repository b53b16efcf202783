// Without a connection, and when a newer version of the site is there: what the service worker keeps and says.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer, request as ask } from "node:http";
import { test } from "node:test";
import { SITE, journey, open, ready, settled, violations } from "./harness.mjs";

const WITH_WORKER = { worker: true };
// Of what is not answered, the browser itself complains in the console.
const OFFLINE = { worker: true, expectErrors: true };
const DATA_OF = /^Hors connexion\. Données du \d{1,2}(er)? \p{L}+ \d{4}, \d{1,2}\u00a0h(\u00a0\d\d)?\.$/u;

/** Waits until what an address answered is kept. */
const kept = (page, address) => page.waitForFunction(async (url) => Boolean(await caches.match(url, { ignoreVary: true })), address);

/** Waits until the page is served by the worker. */
const served = (page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");

journey("a list that was visited is read again without a connection, and says of when it is", OFFLINE, async (page, context) => {
  const asked = page.waitForRequest(/\/api\/v1\/projects\?/);
  await open(page, "/projets?country=SN");
  const list = (await asked).url();
  const rows = await page.locator(".row-title").allInnerTexts();
  assert.ok(rows.length > 0);
  assert.equal(await page.locator(".said p").count(), 0);
  // The very first visit, which no worker has served: the page told it what to keep.
  await kept(page, list);
  await kept(page, `${SITE}/projets?country=SN`);

  await context.setOffline(true);
  await page.reload();
  await ready(page, "/projets?country=SN");
  assert.deepEqual(await page.locator(".row-title").allInnerTexts(), rows);
  assert.match(await page.innerText(".said[role=status] p"), DATA_OF);
  // At the foot of the page, where the notice covers no target by half.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  assert.deepEqual(await violations(page), []);

  await context.setOffline(false);
  await page.click("#navigation >> text=Annuaire");
  await ready(page, "/annuaire");
  assert.equal(await page.locator(".said p").count(), 0);
});

journey("the application draws a page that it had never been asked for as one", OFFLINE, async (page, context) => {
  await open(page, "/");
  await served(page);
  const asked = page.waitForRequest(/\/api\/v1\/projects\?/);
  await page.click("#navigation >> text=Projets");
  await ready(page, "/projets");
  await kept(page, (await asked).url());

  await context.setOffline(true);
  await page.reload();
  await ready(page, "/projets");
  assert.ok((await page.locator(".row").count()) > 5);
  assert.equal(await page.innerText("h1"), "Projets et coopérations");
  assert.match(await page.innerText(".said p"), DATA_OF);

  // What was never visited says so, and can be asked for again.
  await page.goto(`${SITE}/annuaire/bordeaux`);
  await page.waitForSelector(".notice-error");
  await context.setOffline(false);
  await page.click(".notice-error >> text=Réessayer");
  await ready(page, "/annuaire/bordeaux");
  assert.match(await page.innerText("h1"), /Bordeaux/);
});

journey("the notice speaks the reader's language", { ...OFFLINE, language: "en" }, async (page, context) => {
  const asked = page.waitForRequest(/\/api\/v1\/projects\?/);
  await open(page, "/projets");
  await kept(page, (await asked).url());
  await context.setOffline(true);
  await page.reload();
  await ready(page, "/projets");
  assert.match(await page.innerText(".said p"), /^No connection\. Data of \d{1,2} \w+ \d{4}, \d{1,2}:\d\d\.$/);
});

journey("a file with a digest is asked for once", WITH_WORKER, async (page) => {
  await open(page, "/carte");
  await served(page);
  await kept(page, await page.evaluate(() => document.querySelector("link[rel=stylesheet]").href));
  // The first visit was not served by the worker: the outlines are kept from the second on.
  await page.reload();
  await ready(page, "/carte");
  const outlines = await page.evaluate(() => document.querySelector("meta[name='aect-world']").content);
  await kept(page, SITE + outlines);
  const answers = [];
  page.on("response", (answer) => answer.url().includes("/assets/") && answers.push(answer));
  await page.reload();
  await ready(page, "/carte");
  assert.ok(answers.length > 5);
  for (const answer of answers) assert.ok(answer.fromServiceWorker(), answer.url());
});

journey("nothing that fails, nothing to take away and nothing that was withdrawn is kept", OFFLINE, async (page) => {
  await open(page, "/projets");
  await served(page);
  const statuses = await page.evaluate(async () => {
    const addresses = ["/api/v1/projects/nulle-part", "/api/v1/projects.csv", "/docs/", "/health/live"];
    const cache = await caches.open("answers");
    await cache.put(addresses[0], new Response("{}"));
    const answers = await Promise.all(addresses.map((address) => fetch(address)));
    return answers.map(({ status }) => status);
  });
  assert.deepEqual(statuses, [404, 200, 200, 200]);
  await page.waitForFunction(async () => !(await caches.match("/api/v1/projects/nulle-part")));
  for (const address of ["/api/v1/projects.csv", "/docs/", "/health/live"]) {
    assert.equal(await page.evaluate(async (url) => Boolean(await caches.match(url)), address), false, address);
  }
});

/** The site as its next deployment: every answer is the server's, but for the version of the worker. */
async function deployment() {
  let version = (text) => text;
  const server = createServer((request, response) => {
    const options = { method: request.method, headers: { ...request.headers, "accept-encoding": "identity" } };
    const through = ask(SITE + request.url, options, async (answer) => {
      const headers = { ...answer.headers };
      if (request.url !== "/sw.js") {
        response.writeHead(answer.statusCode, headers);
        answer.pipe(response);
        return;
      }
      for (const name of ["content-length", "etag"]) delete headers[name];
      const text = Buffer.concat(await answer.toArray()).toString();
      response.writeHead(answer.statusCode, headers).end(version(text));
    });
    request.pipe(through);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** What a deployment changes, seen from a page that stays open. */
    next: () => (version = (text) => text.replace(/VERSION = "/, 'VERSION = "next-')),
    end: () => new Promise((ended) => server.close(ended) && server.closeAllConnections()),
  };
}

journey("a newer version is announced; only the reader reloads, and no word is lost before", OFFLINE, async (page) => {
  const site = await deployment();
  try {
    await page.goto(`${site.url}/annuaire`);
    await ready(page, "/annuaire");
    await served(page);
    await page.fill("input[type=search]", "bor");
    const search = await settled(page);
    await page.evaluate(() => (window.stayed = true));

    site.next();
    // The reader comes back to the window.
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.waitForSelector(".said >> text=Une nouvelle version du site est prête.");
    assert.equal(await page.inputValue("input[type=search]"), "bor");
    assert.equal(await page.evaluate(() => window.stayed), true);
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting.state), "installed");

    await page.click(".said >> text=Fermer");
    await page.waitForSelector(".said p", { state: "detached" });
    // Another look, another word.
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting.postMessage({ version: "", asked: [] }));
    await page.click(".said >> text=Recharger");
    await page.waitForFunction(() => !window.stayed && document.documentElement.dataset.ready);
    assert.equal(await settled(page), search);
  } finally {
    await site.end();
  }
});

journey("a page of the newest version has its worker at once, without a word", OFFLINE, async (page) => {
  const site = await deployment();
  try {
    await page.goto(`${site.url}/projets`);
    await served(page);
    const before = await page.evaluate(() => caches.keys());
    site.next();
    // The next page says that it is of that version already, as one of the next deployment does.
    await page.route("**/start-*.js", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replace(/version: "/, 'version: "next-') });
    });
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) if (request.url.includes("/start-")) await cache.delete(request);
      }
    });
    await page.reload();
    await page.waitForFunction(async () => (await caches.keys()).some((name) => name.startsWith("assets-next-")));
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return !registration.installing && !registration.waiting;
    });
    await settled(page);
    assert.equal(await page.locator(".said p").count(), 0);
    // The files of the version before stay for the windows that are open in it.
    const assets = before.find((name) => name.startsWith("assets-"));
    assert.ok((await page.evaluate(() => caches.keys())).includes(assets));
  } finally {
    await site.end();
  }
});

test("the manifest is whole, its icons are there in the sizes that it says", async () => {
  const answer = await fetch(`${SITE}/manifest.webmanifest`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "application/manifest+json");
  assert.match(answer.headers.get("cache-control"), /max-age=0, must-revalidate/);
  const manifest = await answer.json();
  const { name, short_name, lang, start_url, display } = manifest;
  assert.deepEqual([name, short_name, lang, start_url, display], ["AECT Nouvelle-Aquitaine", "AECT", "fr", "/", "standalone"]);
  for (const colour of [manifest.theme_color, manifest.background_color]) assert.match(colour, /^#[0-9a-f]{6}$/);
  assert.ok(manifest.icons.some(({ purpose }) => purpose === "maskable"));
  const page = await (await fetch(SITE)).text();
  assert.match(page, /<link rel="manifest" href="\/manifest\.webmanifest">/);
  const apple = page.match(/<link rel="apple-touch-icon" href="([^"]+)">/)[1];
  const icons = [...manifest.icons.filter(({ type }) => type === "image/png"), { src: apple, sizes: "180x180" }];
  assert.equal(icons.length, 4);
  for (const { src, sizes } of icons) {
    const icon = Buffer.from(await (await fetch(SITE + src)).arrayBuffer());
    assert.equal(icon.toString("latin1", 1, 4), "PNG", src);
    assert.equal(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`, sizes, src);
  }
});

test("the worker is asked for anew each time; a missing file is missing", async () => {
  const worker = await fetch(`${SITE}/sw.js`);
  assert.match(worker.headers.get("content-type"), /^text\/javascript/);
  assert.match(worker.headers.get("cache-control"), /max-age=0, must-revalidate/);
  assert.match(worker.headers.get("content-security-policy"), /worker-src 'self'/);
  const listed = JSON.parse((await worker.text()).match(/const FIRST = (.*);/)[1]);
  assert.ok(listed.some((path) => path.endsWith(".wasm")) && !listed.some((path) => path.endsWith(".json")));
  for (const path of listed) assert.equal((await fetch(SITE + path, { method: "HEAD" })).status, 200, path);
  for (const path of ["/assets/app-0000000000000000.js", "/sw.map", "/manifest.json"]) {
    assert.equal((await fetch(SITE + path)).status, 404, path);
  }
});
