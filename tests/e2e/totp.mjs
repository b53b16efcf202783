// Codes of the second factor (TOTP, RFC 6238), and animators, who need one.

import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { promisify } from "node:util";
import { open, spoken } from "./harness.mjs";
import { signIn, somebody } from "./people.mjs";

/** The code of a time (SHA-1, six digits, thirty seconds), `steps` from now. */
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

/** Sets one up on Mon compte by the code of the step before: that of now is left for the next sign-in. Its secret, and the recovery codes. */
export async function setUp(page, language = "fr", steps = -1) {
  await open(page, spoken("/mon-compte", language));
  await page.click("#facteur ~ div .button");
  const secret = (await page.innerText("#facteur ~ p code, #facteur ~ * code")).replaceAll(" ", "");
  await page.fill("#code", code(secret, steps));
  await page.click("form:has(#code) button[type=submit]");
  await page.waitForSelector(".codes li");
  return { secret, codes: await page.locator(".codes li").allInnerTexts() };
}

/** Signs in somebody who runs the platform, with a second factor shown; gives their address. */
export async function animator(page, language = "fr", role = "animator") {
  const email = somebody("anim");
  const words = ["people", "--data-dir", process.env.AECT_E2E_DATA, "role", email, role];
  await promisify(execFile)(process.env.AECT_E2E_PROGRAM, words);
  await signIn(page, email, language);
  await setUp(page, language, 0);
  return email;
}
