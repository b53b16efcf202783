// A server of its own, for journeys that need it set otherwise than the common one. What reads where it is comes after
// (`await import`): modules that stand beside each other do not wait.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { setTimeout } from "node:timers/promises";

/** An address that nobody listens on. */
export async function freeAddress() {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return `127.0.0.1:${port}`;
}

/** Waits until it answers that it is ready; it says when it has ended instead. */
async function ready(url, ended) {
  for (;;) {
    const answer = await Promise.race([fetch(`${url}/health/ready`).catch(() => null), ended]);
    if (answer?.ok) return;
    await setTimeout(20);
  }
}

/** Starts one with these options, until the tests of the file have run; gives its address. `again` ends it and starts it anew,
 * with the same data at the same address. */
export async function serve(options) {
  const folder = await mkdtemp(join(tmpdir(), "aect-own-"));
  const address = await freeAddress();
  const site = `http://${address}`;
  Object.assign(process.env, { AECT_E2E_URL: site, AECT_E2E_MAILS: join(folder, "mails"), AECT_E2E_DATA: folder });
  let server;
  let ended;
  const start = async () => {
    server = spawn(process.env.AECT_E2E_PROGRAM, [
      "serve", "--data-dir", folder, "--listen", address, "--spa-dir", process.env.AECT_E2E_SPA, "--log", "warn", ...options,
    ], { stdio: ["ignore", "inherit", "inherit"] });
    ended = once(server, "exit");
    await ready(site, ended.then(() => Promise.reject(new Error("the server has ended"))));
  };
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
  };
  await start();
  after(async () => {
    await stop();
    await rm(folder, { recursive: true });
  });
  return { site, again: () => stop().then(start) };
}
