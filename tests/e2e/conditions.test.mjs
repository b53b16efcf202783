// Pages as readers set them up: letters twice as large, their own spacing, their own colours, paper.

import assert from "node:assert/strict";
import { COLLECTIVITY, EVENT, ROUTES } from "./routes.mjs";
import { journey, open, tabTo } from "./harness.mjs";

const DESK = { width: 1280, height: 800 };

/** What WCAG 1.4.12 lets a reader ask for; a sheet of the page's own, since its policy takes no other style. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

const SETTINGS = [
  ["text of 200 %", (page) => page.evaluate(() => (document.documentElement.style.fontSize = "200%"))],
  [
    "spaced text",
    (page) =>
      page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, SPACED),
  ],
];

/** Texts that their own box cuts off, and what sticks out of the window. */
const cut = (page) =>
  page.evaluate(() => {
    const found = [];
    const wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) found.push(`${wide} px wide`);
    for (const element of document.querySelectorAll("body *:not(svg *)")) {
      const style = getComputedStyle(element);
      const hides = [style.overflowX, style.overflowY].some((overflow) => ["hidden", "clip"].includes(overflow));
      // What is for screen readers alone is cut by intent; a drawing is not text.
      if (!hides || element.closest(".visually-hidden, .skip, svg, .map-canvas") || !element.checkVisibility()) continue;
      const over = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      if (over && element.clientWidth > 0) found.push(`${element.tagName}.${element.className} cuts «${element.textContent.slice(0, 40)}»`);
    }
    return found;
  });

for (const [setting, set] of SETTINGS) {
  for (const { href } of ROUTES) {
    journey(`${setting} loses nothing on ${href}`, { viewport: DESK, expectErrors: href === "/nulle-part" }, async (page) => {
      await open(page, href);
      await set(page);
      assert.deepEqual(await cut(page), []);
    });
  }
}

journey("the colours of the system keep the focus and the current page in sight", async (page) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page, "/agenda?view=passes");
  assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
  for (const selector of ["#navigation a", "#langue", ".tabs a", ".subscribe summary", "#recherche", ".facet-choice input", "#ordre", ".row-title a", ".tool"]) {
    await tabTo(page, selector);
    const { style, width } = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      return { style: outlineStyle, width: Number.parseFloat(outlineWidth) };
    });
    assert.ok(style !== "none" && width >= 2, `${selector}: ${style} ${width}`);
  }
  // Backgrounds and shadows are gone with these colours: weight or underline must say where one is.
  for (const place of ["#navigation", ".tabs"]) {
    const looks = await page.locator(`${place} a`).evaluateAll((links) =>
      links.map((link) => {
        const { fontWeight, textDecorationLine } = getComputedStyle(link);
        return [link.hasAttribute("aria-current"), `${fontWeight} ${textDecorationLine}`];
      }),
    );
    const [[, current]] = looks.filter(([is]) => is);
    for (const [is, look] of looks) assert.ok(is || look !== current, `${place}: the current page looks like the others`);
  }
});

/** How many sheets a PDF has. */
async function sheets(page) {
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return paper.match(/\/Type\s*\/Page\b/g).length;
}

journey("a fiche is printed on one sheet", async (page) => {
  for (const href of [COLLECTIVITY, "/annuaire/bordeaux", "/annuaire/ychoux"]) {
    await open(page, href);
    assert.equal(await sheets(page), 1, href);
  }
});

for (const [href, most, content] of [
  [EVENT, 2, [".sheet-head h1", ".programme", ".sheet-side .facts"]],
  ["/agenda?view=passes", 1, ["h1", "h2.month", ".row-title"]],
  ["/agenda?view=mois&mois=2016-09", 1, ["h1", ".month-table caption", ".month-table a"]],
  ["/comparer?c=bordeaux&c=limoges", 2, ["h1", ".compare table"]],
  ["/pays/senegal", 1, ["h1", ".rows"]],
]) {
  journey(`${href} goes on paper, without what cannot be pressed there`, async (page) => {
    await open(page, href);
    const count = await sheets(page);
    assert.ok(count >= 1 && count <= most, `${count} sheets`);
    await page.emulateMedia({ media: "print" });
    for (const shown of content) assert.ok(await page.locator(shown).first().isVisible(), shown);
    for (const button of await page.locator("button, .button, summary, select, input").all()) {
      assert.equal(await button.isVisible(), false, await button.evaluate((element) => element.outerHTML.slice(0, 120)));
    }
  });
}
