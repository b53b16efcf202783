// Without a connection, and when a newer version of the site is there: what the service worker keeps and says.

import assert from "node:assert/strict";
import { createServer, request as ask } from "node:http";
import { test } from "node:test";
import { SITE, journey, open, ready, settled, violations } from "./harness.mjs";

const DATA_OF = /^Hors connexion\. Données du \d{1,2}(er)? \p{L}+ \d{4}, \d{1,2}\u00a0h(\u00a0\d\d)?\.$/u;

/** Waits until what an address answered is kept. */
const kept = (page, address) => page.waitForFunction(async (url) => Boolean(await caches.match(url, { ignoreVary: true })), address);

/** Waits until all data that the page has asked for are kept, the list of projects among them. */
const dataKept = (page) =>
  page.waitForFunction(async () => {
    const asked = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/api/v1/"));
    const known = await Promise.all(asked.map(({ name }) => caches.match(name, { ignoreVary: true })));
    // The browser notes a question a little after its answer.
    return asked.some(({ name }) => name.includes("/projects?")) && known.every(Boolean);
  });

/** Waits until the page is served by the worker. */
const served = (page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");

/** The site behind a connection that can be cut, and before a deployment: all is the server's but the worker's version. */
async function connection() {
  let version = (text) => text;
  const server = createServer((request, response) => {
    const options = { method: request.method, headers: { ...request.headers, "accept-encoding": "identity" } };
    const through = ask(SITE + request.url, options, async (answer) => {
      if (request.url !== "/sw.js") {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
        return;
      }
      const { "content-length": _length, etag: _etag, ...headers } = answer.headers;
      const text = Buffer.concat(await answer.toArray()).toString();
      response.writeHead(answer.statusCode, headers).end(version(text));
    });
    request.pipe(through);
  });
  const listen = (port) => new Promise((listening) => server.listen(port, "127.0.0.1", listening));
  await listen(0);
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}`,
    cut: () =>
      new Promise((ended) => {
        server.close(ended);
        server.closeAllConnections();
      }),
    mend: () => listen(port),
    /** What a deployment changes, seen from a page that stays open. */
    deploy: () => (version = (text) => text.replace('VERSION = "', 'VERSION = "next-')),
  };
}

/** A journey through such a connection. */
function behind(name, run) {
  // To the harness every other host is a third party; and of what is not answered, the browser complains.
  journey(name, { worker: true, expectErrors: true }, async (page) => {
    const site = await connection();
    const goto = async (href) => {
      await page.goto(site.url + href);
      await ready(page, href);
    };
    try {
      await run(page, { ...site, goto });
    } finally {
      // Cut already, where the journey failed without it.
      await site.cut().catch(() => {});
    }
  });
}

behind("a list that was visited is read again without a connection, and says of when it is", async (page, site) => {
  await site.goto("/projets?country=SN");
  const rows = await page.locator(".row-title").allInnerTexts();
  assert.ok(rows.length > 0);
  assert.equal(await page.locator(".said p").count(), 0);
  // The very first visit, which no worker has served: the page told it what to keep.
  await served(page);
  await dataKept(page);
  await kept(page, `${site.url}/projets?country=SN`);

  await site.cut();
  await page.reload();
  await ready(page, "/projets?country=SN");
  await page.locator(".row-title").first().waitFor();
  assert.deepEqual(await page.locator(".row-title").allInnerTexts(), rows);
  assert.match(await page.innerText(".said[role=status] p"), DATA_OF);
  // At the foot of the page, where the notice covers no target by half.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  assert.deepEqual(await violations(page), []);

  await site.mend();
  await page.click("#navigation >> text=Annuaire");
  await ready(page, "/annuaire");
  assert.equal(await page.locator(".said p").count(), 0);
});

behind("the application draws a page that it had never been asked for as one", async (page, site) => {
  await site.goto("/");
  await served(page);
  await page.click("#navigation >> text=Projets");
  await ready(page, "/projets");
  await dataKept(page);

  await site.cut();
  await page.reload();
  await ready(page, "/projets");
  await page.locator(".row").first().waitFor();
  assert.ok((await page.locator(".row").count()) > 5);
  assert.equal(await page.innerText("h1"), "Projets et coopérations");
  assert.match(await page.innerText(".said p"), DATA_OF);

  // What was never visited says so, and can be asked for again.
  await site.goto("/annuaire/bordeaux");
  await page.waitForSelector(".notice-error");
  await site.mend();
  await page.click(".notice-error >> text=Réessayer");
  await ready(page, "/annuaire/bordeaux");
  assert.match(await page.innerText("h1"), /Bordeaux/);
});

behind("the notice speaks the reader's language", async (page, site) => {
  await site.goto("/en/projets");
  await served(page);
  await dataKept(page);
  await kept(page, `${site.url}/en/projets`);
  await site.cut();
  await page.reload();
  await ready(page, "/en/projets");
  assert.match(await page.innerText(".said p"), /^No connection\. Data of \d{1,2} \w+ \d{4}, \d{1,2}:\d\d\.$/);
});

journey("a file with a digest is asked for once", { worker: true }, async (page) => {
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

journey("nothing that fails, nothing to take away and nothing that was withdrawn is kept", { worker: true, expectErrors: true }, async (page) => {
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

behind("a newer version is announced; only the reader reloads, and no word is lost before", async (page, site) => {
  await site.goto("/annuaire");
  await served(page);
  await page.fill("input[type=search]", "bor");
  await ready(page, "/annuaire?q=bor");
  await page.evaluate(() => (window.stayed = true));

  site.deploy();
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
  await page.waitForFunction(() => !window.stayed);
  await ready(page, "/annuaire?q=bor");
});

behind("a page of the newest version has its worker at once, without a word", async (page, site) => {
  await site.goto("/projets");
  await served(page);
  const before = await page.evaluate(() => caches.keys());
  site.deploy();
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
