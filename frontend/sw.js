// Lets the site be read without a connection. Pages and data come from the network while there is one; of what came
// last, so many of each are kept. Files that bear a digest in their name never change and are asked for once.
// Nothing is kept that is not a success, that says `no-store` or `private`, or that comes from elsewhere.

const VERSION = "{{version}}";
const ASSETS = `assets-${VERSION}`;
// A kept page names files of its version; data can be read by any.
const PAGES = `pages-${VERSION}`;
const ANSWERS = "answers";
const KEPT = {
  [PAGES]: { type: "text/html", most: 50 },
  [ANSWERS]: { type: "application/json", most: 300 },
};
// The application without content: draws any page out of kept data.
const SHELL = "{{shell}}";
const FIRST = {{assets}};
// Paths of the server that are no pages of the application.
const APART = /^\/(api|docs|health|metrics|openid)(\/|$)/;

const isData = (path) => path.startsWith("/api/v1/") && !isFile(path);
const isPage = (path) => !APART.test(path) && !isFile(path);
/** Exports and documents: readers keep those themselves. */
const isFile = (path) => /\.[^/]*$/.test(path);

self.addEventListener("install", (event) => event.waitUntil(fetchAssets()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || request.method !== "GET" || request.cache === "no-store") return;
  if (pathname.startsWith("/assets/")) event.respondWith(asset(event));
  else if (isData(pathname)) event.respondWith(data(event));
  else if (request.mode === "navigate" && isPage(pathname)) event.respondWith(page(event));
});

// A page says its version, and what it asked before there was a worker. One of this version is served at once; another
// hears that there is a newer one, and its reader decides.
self.addEventListener("message", (event) => {
  const { version, asked, language } = event.data;
  if (version === VERSION) self.skipWaiting();
  event.source.postMessage({ newer: version !== VERSION });
  event.waitUntil(Promise.allSettled(asked.map((address) => keepAsked(address, language))));
});

/** Fetches the files of this version that no version before had. */
async function fetchAssets() {
  const cache = await caches.open(ASSETS);
  const place = async (path) => {
    const known = await caches.match(path);
    return known ? cache.put(path, known) : cache.add(path);
  };
  await Promise.all(FIRST.map(place));
}

/** Forgets old versions but the last: windows still open in it may fetch parts of it. */
async function takeOver() {
  const names = await caches.keys();
  const assets = names.filter((name) => name.startsWith("assets-"));
  const pages = names.filter((name) => name.startsWith("pages-") && name !== PAGES);
  await Promise.all([...assets.slice(0, -2), ...pages].map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function asset(event) {
  const known = await caches.match(event.request, { ignoreVary: true });
  if (known) return known;
  const answer = await fetch(event.request);
  if (isLasting(answer)) {
    const copy = answer.clone();
    event.waitUntil(caches.open(ASSETS).then((cache) => cache.put(event.request, copy)));
  }
  return answer;
}

async function page(event) {
  const { request } = event;
  try {
    const answer = await fetch(request);
    event.waitUntil(keep(PAGES, request, answer.clone()));
    return answer;
  } catch (error) {
    // `Accept` differs between a page asked for by its reader and one that was kept afterwards.
    const known = await caches.match(request, { cacheName: PAGES, ignoreVary: true });
    const shown = known ?? (await caches.match(SHELL));
    if (!shown) throw error;
    return shown;
  }
}

/** Data, and a word to the page about when it was fetched: `null` for just now, else milliseconds. */
async function data(event) {
  const { request } = event;
  let answer;
  let kept = null;
  try {
    answer = await fetch(request);
    event.waitUntil(keep(ANSWERS, request, answer.clone()));
  } catch (error) {
    answer = await caches.match(request, { cacheName: ANSWERS });
    // A question that the page itself has dropped says nothing about the connection.
    if (!answer || request.signal.aborted) throw error;
    kept = Date.parse(answer.headers.get("date"));
  }
  event.waitUntil(self.clients.get(event.clientId).then((client) => client?.postMessage({ kept })));
  return answer;
}

async function keepAsked(address, language) {
  const { pathname } = new URL(address);
  const name = isData(pathname) ? ANSWERS : isPage(pathname) ? PAGES : null;
  if (!name) return;
  // As the page asked: what an answer varies with must be the same when it is looked for.
  const request = new Request(address, { headers: { Accept: "*/*", "Accept-Language": language } });
  await keep(name, request, await fetch(request));
}

/** Keeps an answer in the place of the one before, and drops the oldest; what was withdrawn is forgotten here too. */
async function keep(name, request, answer) {
  const { type, most } = KEPT[name];
  const cache = await caches.open(name);
  if ([404, 410].includes(answer.status)) await cache.delete(request, { ignoreVary: true });
  if (!isLasting(answer) || !answer.headers.get("content-type")?.startsWith(type)) return;
  await cache.put(request, answer);
  const all = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - most)).map((old) => cache.delete(old)));
}

function isLasting(answer) {
  const caching = answer.headers.get("cache-control") ?? "";
  // A browser refuses to show a page out of an answer that was led elsewhere.
  return answer.status === 200 && answer.type === "basic" && !answer.redirected && !/no-store|private/.test(caching);
}
