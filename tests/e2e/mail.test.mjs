// Mail leaves by a real mail server (SMTP), as whoever runs the platform configures it.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { SMTPServer } from "smtp-server";
import { serve } from "./own-server.mjs";

const [NAME, PASSWORD] = ["aect", "only-in-tests"];
const GONE = "gone@mairie.example";

/** A mail server; what it takes is emitted as `mail`, whoever it lets in as `login`. */
async function mailServer(options) {
  const server = new SMTPServer({
    onAuth: ({ username, password }, _session, answer) => {
      server.emit("login");
      const right = username === NAME && password === PASSWORD;
      answer(right ? null : new Error("no such name and password"), { user: username });
    },
    onRcptTo: ({ address }, _session, answer) => {
      if (address !== GONE) return answer();
      server.emit("refused");
      return answer(Object.assign(new Error(`<${GONE}> is gone`), { responseCode: 550 }));
    },
    onData: async (stream, session, answer) => {
      const { user, envelope: { mailFrom, rcptTo } } = session;
      const raw = Buffer.concat(await stream.toArray()).toString();
      answer();
      server.emit("mail", { from: mailFrom.address, to: rcptTo.map(({ address }) => address), user, raw });
    },
    ...options,
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  after(() => new Promise((closed) => server.close(closed)));
  return server;
}

const address = (server, rest = "") => `smtp://${NAME}:${PASSWORD}@127.0.0.1:${server.server.address().port}${rest}`;

const post = await mailServer({ allowInsecureAuth: true, disabledCommands: ["STARTTLS"] });
await serve(["--smtp-url", address(post), "--mail-from", "Réseau AECT <aect@reseau.example>", "--links-per-source", "1000"]);
// They read where the server is: after it has started.
const { follow, plain, somebody } = await import("./people.mjs");
const { journey, open, ready, SITE } = await import("./harness.mjs");
const { setUp } = await import("./second-factor.mjs");

/** The next mail that the server takes, once somebody has asked for a link on Connexion. */
async function asked(page, email) {
  const taken = once(post, "mail");
  await open(page, "/connexion");
  await page.fill("#email", email);
  await page.click("form button[type=submit]");
  await page.waitForSelector("#code");
  return (await taken)[0];
}

journey("a link comes by mail and signs in", { member: true }, async (page) => {
  const email = somebody();
  const { from, to, user, raw } = await asked(page, email);
  assert.equal(user, NAME);
  assert.deepEqual([from, to], ["aect@reseau.example", [email]]);
  assert.match(raw, /^From: =\?utf-8\?\S+\?= <aect@reseau\.example>\r$/m);
  assert.match(raw, /^Message-ID: <[0-9a-f-]{36}@reseau\.example>\r$/m);
  for (const part of ["text/plain; charset=utf-8", "text/html; charset=utf-8"]) assert.ok(raw.includes(`Content-Type: ${part}`), part);
  const link = plain(raw).match(/\/connexion\?lien=[\w-]+/)[0];
  await follow(page, link);
  await ready(page, "/mon-espace");
});

journey("an address that the mail server refuses keeps nobody else waiting", { member: true }, async (page) => {
  const refused = await fetch(`${SITE}/api/v1/sign-in/links`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ email: GONE }),
  });
  assert.equal(refused.status, 202);
  const email = somebody("paul");
  const { to } = await asked(page, email);
  assert.deepEqual(to, [email]);
});

journey("an admin sees how mail fares, and tries it", { member: true }, async (page) => {
  const refused = once(post, "refused");
  await fetch(`${SITE}/api/v1/sign-in/links`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ email: GONE }),
  });
  await refused;
  const email = somebody("ada");
  const words = (role) => ["people", "--data-dir", process.env.AECT_E2E_DATA, "role", email, role];
  await promisify(execFile)(process.env.AECT_E2E_PROGRAM, words("admin"));
  const { raw } = await asked(page, email);
  await follow(page, plain(raw).match(/\/connexion\?lien=[\w-]+/)[0]);
  await ready(page, "/mon-espace");
  await setUp(page);
  await open(page, "/reglages");
  const facts = await page.innerText("dl.facts");
  assert.ok(facts.includes(`127.0.0.1:${post.server.address().port}`) && !facts.includes(PASSWORD), facts);
  // Refused for good, it was not tried again: given up at once, and nobody is named.
  assert.match(facts, /Abandonnés depuis trois mois\s+[12]\s/);
  assert.ok(facts.includes("gone") && !facts.includes(GONE), facts);
  const taken = once(post, "mail");
  await page.click("text=Envoyer un message d’essai");
  const { to } = (await taken)[0];
  assert.deepEqual(to, [email]);
  await page.waitForSelector("[role=status]:has-text(\"Le message est parti\")");
});

test("where TLS is required, nothing is said to a server that nobody vouches for", async () => {
  // Its certificate is of its own making.
  const stranger = await mailServer({});
  const heard = [];
  for (const event of ["login", "mail"]) stranger.on(event, () => heard.push(event));
  const broken = new Promise((told) => stranger.on("error", told));
  const { site: own } = await serve(["--smtp-url", address(stranger, "?tls=required")]);
  await fetch(`${own}/api/v1/sign-in/links`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ email: "marie@mairie.example" }),
  });
  assert.match(String(await broken), /TLS session|certificate unknown/);
  assert.deepEqual(heard, []);
});
