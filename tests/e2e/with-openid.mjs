// A server of its own, which knows another site that signs people in. What reads where it is comes after
// (`await import`): modules that stand beside each other do not wait.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { setTimeout } from "node:timers/promises";

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Waits until it answers that it is ready; it says when it has ended instead. */
async function ready(url, ended) {
  for (;;) {
    const answer = await Promise.race([fetch(`${url}/health/ready`).catch(() => null), ended]);
    if (answer?.ok) return;
    await setTimeout(20);
  }
}

const folder = await mkdtemp(join(tmpdir(), "aect-openid-"));
const [site, issuer] = [await freePort(), await freePort()].map((port) => `http://127.0.0.1:${port}`);
const server = spawn(process.env.AECT_E2E_PROGRAM, [
  "serve", "--data-dir", folder, "--listen", new URL(site).host, "--spa-dir", process.env.AECT_E2E_SPA, "--log", "warn",
  "--openid-issuer", issuer, "--openid-client-id", "aect", "--openid-client-secret", "only-in-tests",
  "--openid-acr-values", "eidas1", "--openid-trusted",
], { stdio: ["ignore", "inherit", "inherit"] });
const ended = once(server, "exit");
process.env.AECT_E2E_URL = site;
process.env.AECT_E2E_OPENID = issuer;
process.env.AECT_E2E_MAILS = join(folder, "mails");
process.env.AECT_E2E_DATA = folder;
await ready(site, ended.then(() => Promise.reject(new Error("the server has ended"))));

after(async () => {
  server.kill("SIGTERM");
  await ended;
  await rm(folder, { recursive: true });
});
