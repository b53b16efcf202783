// People of the journeys: each has an address of their own, gets mails, and signs in as anybody does.

import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { watch } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { open, ready, SITE, spoken } from "./harness.mjs";

/** Where the server, which has no mail server here, lets its mails fall. */
const MAILS = process.env.AECT_E2E_MAILS;

/** Lets somebody belong to a collectivity; gives their address. */
export async function belongs(email, collectivity, role = "editor") {
  const words = ["people", "--data-dir", process.env.AECT_E2E_DATA, "join", email, collectivity, role];
  await promisify(execFile)(process.env.AECT_E2E_PROGRAM, words);
  return email;
}

/** An address that nobody else has. */
export const somebody = (name = "marie") => `${name}-${randomUUID()}@mairie.example`;

/** The links in the mails to an address, once there are that many; the last one last. */
export async function links(email, count = 1) {
  await mkdir(MAILS, { recursive: true });
  const watcher = watch(MAILS);
  try {
    for (;;) {
      // Listened to before one looks: what comes in between is heard.
      const change = once(watcher, "change");
      const found = await linksNow(email);
      if (found.length >= count) return found;
      await change;
    }
  } finally {
    watcher.close();
  }
}

async function linksNow(email) {
  await mkdir(MAILS, { recursive: true });
  // Named by identifiers that sort by time.
  const files = (await readdir(MAILS)).filter((name) => name.endsWith(".eml")).sort();
  const mails = await Promise.all(files.map((name) => readFile(join(MAILS, name), "utf8")));
  const ours = mails.filter((mail) => mail.includes(`To: ${email}`)).map(plain);
  // A mail that is still being written has no end of line behind its link.
  return ours.map((mail) => mail.match(/\/(?:en\/)?connexion\?lien=\S+(?=\r?\n)/)?.[0]).filter(Boolean);
}

/** Quoted-printable (RFC 2045, 6.7) as far as links need it. */
export const plain = (mail) => mail.replace(/=\r?\n/g, "").replaceAll("=3D", "=");

/** Asks for a link on Connexion, and gives it as the mail has it. */
export async function askForLink(page, email, language = "fr") {
  await open(page, spoken("/connexion", language));
  // Who has signed in before has links already.
  const before = (await linksNow(email)).length;
  await page.fill("#email", email);
  await page.click("form button[type=submit]");
  await page.waitForSelector("#code");
  return (await links(email, before + 1)).at(-1);
}

/** Opens a link and presses its one button. */
export async function follow(page, link) {
  await page.goto(SITE + link);
  await page.click("form button[type=submit]");
}

/** Signs somebody in; they are on Mon espace then. */
export async function signIn(page, email = somebody(), language = "fr") {
  await follow(page, await askForLink(page, email, language));
  await ready(page, spoken("/mon-espace", language));
  return email;
}
