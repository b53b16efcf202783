// The pages on a host of their own that knows nothing but files, the API elsewhere: the other way to deploy them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, before } from "node:test";
import { SITE, journey } from "./harness.mjs";

const PAGES = process.env.AECT_E2E_SPA;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml" };

let host;
before(async () => {
  assert.ok(PAGES, "AECT_E2E_SPA must name the folder of the built pages");
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://host").pathname;
    const name = extname(path) ? path : "/index.html";
    try {
      let content = await readFile(join(PAGES, name));
      // What the operator of a static host does: one line of index.html says where the API is.
      if (name === "/index.html") content = `${content}`.replace('name="aect-api" content=""', `name="aect-api" content="${SITE}"`);
      response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  host = { server, url: `http://127.0.0.1:${server.address().port}` };
});
after(() => host?.server.close());

// `expectErrors`: to the harness every other host is a third party, and here the pages' own is one.
journey("a static host serves the pages, the API elsewhere their data", { expectErrors: true }, async (page) => {
  const asked = new Set();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  await page.goto(`${host.url}/annuaire/bordeaux`);
  await page.waitForSelector("html[data-ready='/annuaire/bordeaux']", { state: "attached" });
  assert.match(await page.innerText("h1"), /Bordeaux/);
  assert.deepEqual([...asked].sort(), [SITE, host.url].sort());
});
