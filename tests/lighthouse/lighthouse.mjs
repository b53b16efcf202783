// Lighthouse's scores of the main pages, as the rows of a Markdown table; ends badly below the least ones.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const SITE = process.env.AECT_E2E_URL.replace(/\/$/, "");
const PAGES = {
  Accueil: "/",
  Annuaire: "/annuaire",
  Fiche: "/annuaire/departement-de-la-dordogne",
  Projets: "/projets",
  Carte: "/carte",
  Agenda: "/agenda",
  Pays: "/pays/senegal",
  Observatoire: "/observatoire",
  Recherche: "/recherche",
  Aide: "/aide",
};
/** Its categories with the least score that is accepted of each. */
const LEAST = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };

const chrome = await launch({
  chromePath: process.env.AECT_CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
});
console.log(`| page | ${Object.keys(LEAST).join(" | ")} |\n|---|${"---|".repeat(Object.keys(LEAST).length)}`);
for (const [name, href] of Object.entries(PAGES)) {
  const { lhr } = await lighthouse(SITE + href, { port: chrome.port, onlyCategories: Object.keys(LEAST), logLevel: "error" });
  const scores = Object.keys(LEAST).map((category) => Math.round(lhr.categories[category].score * 100));
  console.log(`| ${name} | ${scores.join(" | ")} |`);
  for (const [rank, [category, least]] of Object.entries(LEAST).entries()) {
    if (scores[rank] >= least) continue;
    process.exitCode = 1;
    const failed = lhr.categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score < 1);
    console.error(`${name}, ${category}: ${failed.map(({ id }) => id).join(", ")}`);
  }
}
await chrome.kill();
