// Ten pages as they look: `node screenshots.mjs FOLDER`, with AECT_E2E_URL and AECT_CHROMIUM as the tests have them.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";

const PAGES = {
  accueil: "/",
  carte: "/carte",
  region: "/carte?view=region&all=true",
  annuaire: "/annuaire",
  fiche: "/annuaire/departement-de-la-dordogne",
  projets: "/projets",
  agenda: "/agenda?view=passes",
  pays: "/pays/senegal",
  observatoire: "/observatoire",
  aide: "/aide",
};

const [folder] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.AECT_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
for (const [width, height] of [[390, 844], [1440, 900]]) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(PAGES)) {
      await page.goto(process.env.AECT_E2E_URL.replace(/\/$/, "") + path);
      await page.waitForSelector("html[data-ready]", { state: "attached" });
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
    await context.close();
  }
}
await browser.close();
