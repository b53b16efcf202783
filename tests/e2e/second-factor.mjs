// A second factor as a person has one, and those who need it: animators.

import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { promisify } from "node:util";
import { open, spoken } from "./harness.mjs";
import { signIn, somebody } from "./people.mjs";

/** The code of a time (RFC 6238: SHA-1, six digits, thirty seconds), `steps` from now. */
export function code(secret, steps) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac("sha1", base32(secret)).update(counter).digest();
  const number = digest.readUInt32BE(digest.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

function base32(text) {
  const bits = [...text].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

/** Sets one up on Mon compte; its secret, and the recovery codes. */
export async function setUp(page, language = "fr") {
  await open(page, spoken("/mon-compte", language));
  await page.click("#facteur ~ div .button");
  const secret = (await page.innerText("#facteur ~ p code, #facteur ~ * code")).replaceAll(" ", "");
  // The code of the step before: that of now is left for the next sign-in.
  await page.fill("#code", code(secret, -1));
  await page.click("form:has(#code) button[type=submit]");
  await page.waitForSelector(".codes li");
  return { secret, codes: await page.locator(".codes li").allInnerTexts() };
}

/** Signs in somebody who runs the network, on Mon espace then; gives their address. */
export async function animator(page, { language = "fr", email = somebody("anne") } = {}) {
  const words = ["people", "--data-dir", process.env.AECT_E2E_DATA, "role", email, "animator"];
  await promisify(execFile)(process.env.AECT_E2E_PROGRAM, words);
  await signIn(page, email, language);
  await setUp(page, language);
  await open(page, spoken("/mon-espace", language));
  return email;
}
