// Pictures and documents of a record, and long texts in Markdown: from the editor to the page that everybody reads.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { anotherBrowser, journey, LOOKS, open, ready, saved, violations } from "./harness.mjs";
import { begin, editor, title, written } from "./editing.mjs";

const member = { member: true };
const PHONE = ["light, 390 px", { viewport: { width: 390, height: 844 } }];

const ICON = await readFile(new URL("../../frontend/assets/icon-512.png", import.meta.url));
const picture = { name: "Puits de Fatick.png", mimeType: "image/png", buffer: ICON };
const pdf = { name: "rapport.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n") };

const attach = "button:has-text('Joindre le fichier')";

async function addPicture(page, alt = "Un puits et sa margelle") {
  await page.setInputFiles("#fichier-file", picture);
  await page.fill("#fichier-alt", alt);
  await written(page, "POST", () => page.click(attach));
  await page.waitForSelector("text=Le fichier est joint à la fiche.");
}

async function addDocument(page, name) {
  await page.check("#fichier-role-document");
  await page.setInputFiles("#fichier-file", pdf);
  await page.fill("#fichier-title", name);
  await written(page, "POST", () => page.click(attach));
  await page.waitForSelector(`.files-list >> text=${name}`);
}

/** Whether a picture of the page has come. */
const hasCome = (page, selector) =>
  page.waitForFunction((wanted) => document.querySelector(wanted)?.complete && document.querySelector(wanted).naturalWidth > 0, selector);

journey("a picture is attached to a draft, and everybody sees it once it is published", member, async (page) => {
  await editor(page, { collectivity: "talence" });
  const slug = await begin(page);
  await page.setInputFiles("#fichier-file", picture);
  await page.click(attach);
  await page.waitForSelector("#fichier-alt-erreur");
  assert.equal(await page.evaluate(() => document.activeElement.id), "fichier-alt");
  await addPicture(page);
  assert.equal(await page.inputValue("#fichier-alt"), "");
  // Of a draft: the picture itself says who asks.
  await hasCome(page, ".files-list img");
  await addDocument(page, "Rapport 2025");
  await page.click("text=Publier");
  await ready(page, `/projets/${slug}`);
  await hasCome(page, ".photo img");
  const shown = page.locator(".photo img");
  assert.equal(await shown.getAttribute("alt"), "Un puits et sa margelle");
  assert.deepEqual([await shown.getAttribute("width"), await shown.getAttribute("height")], ["512", "512"]);
  const visitor = await (await anotherBrowser()).newPage();
  await open(visitor, `/projets/${slug}`);
  await hasCome(visitor, ".photo img");
  assert.match(await visitor.innerText("main"), /Rapport 2025 \(PDF, 1\s(ko|kB)\)/);
  const taken = await saved(visitor, () => visitor.click("text=Rapport 2025"));
  assert.equal(taken.name, "rapport.pdf");
  assert.deepEqual(taken.content, pdf.buffer);
  await visitor.context().close();
});

journey("what was removed by mistake is put back", member, async (page) => {
  await editor(page, { collectivity: "anglet" });
  const slug = await begin(page);
  await addPicture(page, "Une pompe");
  await page.click("[aria-label='Retirer – Une pompe']");
  await page.waitForSelector(".files-list", { state: "detached" });
  await page.click("text=Remettre le fichier");
  await hasCome(page, ".files-list img");
  // What is typed afterwards is saved as before: the editor has the version of the record.
  await page.fill("#title", title("Une pompe de plus"));
  await written(page, "PATCH", () => page.click("text=Enregistrer le brouillon"));
  await open(page, `/projets/${slug}/historique`);
  assert.match(await page.innerText("main"), /Images et documents[\s\S]*Une pompe/);
});

/** The files of the record, as the editor lists them. */
const listed = (page) => page.locator(".files-list li > span").allTextContents();

journey("what is said of files and their order are changed, by keyboard alone", member, async (page) => {
  await editor(page, { collectivity: "begles" });
  const slug = await begin(page);
  await addPicture(page, "Un puits");
  await addDocument(page, "Bilan");
  await addDocument(page, "Budget");
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.id);
  await page.focus("[aria-label='Avancer – Bilan']");
  await written(page, "PATCH", () => page.keyboard.press("Enter"));
  await page.waitForSelector("text=Le nouvel ordre est enregistré.");
  assert.deepEqual(await listed(page), ["Bilan", "Un puits", "Budget"]);
  // It is the first now: there is no earlier place, and the reader is on the other button.
  await page.waitForFunction(() => document.activeElement.getAttribute("aria-label") === "Reculer – Bilan");
  await written(page, "PATCH", () => page.keyboard.press("Enter"));
  await page.waitForFunction(() => document.querySelector(".files-list li > span").textContent === "Un puits");
  await page.waitForFunction(() => document.activeElement.getAttribute("aria-label") === "Reculer – Bilan");
  await page.focus("[aria-label='Modifier le texte – Un puits']");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "legende-alt");
  assert.equal(await page.inputValue("#legende-alt"), "Un puits");
  await page.fill("#legende-alt", "");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#legende-alt-erreur");
  await page.fill("#legende-alt", "Deux élues devant un puits");
  await page.fill("#legende-title", "Inauguration");
  // What else is saved meanwhile leaves what is typed here alone.
  await page.fill("#title", title("Un puits, une pompe"));
  await written(page, "PATCH", () => page.click("text=Enregistrer le brouillon"));
  assert.equal(await page.inputValue("#legende-title"), "Inauguration");
  await page.focus("#legende-title");
  await written(page, "PATCH", () => page.keyboard.press("Enter"));
  await page.waitForSelector("text=Le texte du fichier est enregistré.");
  await page.waitForFunction(() => document.activeElement.getAttribute("aria-label") === "Modifier le texte – Inauguration");
  assert.equal(await focused(), "Modifier le texte – Inauguration");
  assert.deepEqual(await listed(page), ["Inauguration", "Bilan", "Budget"]);
  await page.click("text=Publier");
  await ready(page, `/projets/${slug}`);
  assert.equal(await page.getAttribute(".photo img", "alt"), "Deux élues devant un puits");
  assert.match(await page.innerText("main"), /Inauguration[\s\S]*Bilan[\s\S]*Budget/);
});

journey("one sees how far a file is on its way, and may stop it", member, async (page) => {
  await editor(page, { collectivity: "cestas" });
  await begin(page);
  await page.check("#fichier-role-document");
  const heavy = Buffer.concat([pdf.buffer.subarray(0, 9), Buffer.alloc(600_000, 32), pdf.buffer.subarray(9)]);
  await page.setInputFiles("#fichier-file", { ...pdf, buffer: heavy });
  await page.fill("#fichier-title", "Atlas");
  const line = await page.context().newCDPSession(page);
  const speed = (uploadThroughput) => line.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput });
  await speed(60_000);
  await page.click(attach);
  const progress = page.getByRole("progressbar", { name: "Envoi du fichier" });
  await page.waitForFunction(() => /^[1-9]\d?\u00a0%$/.test(document.querySelector(".upload span")?.textContent ?? ""));
  assert.ok(Number(await progress.getAttribute("value")) > 0);
  await page.click("text=Annuler l’envoi");
  await page.waitForSelector("text=L’envoi est annulé");
  await page.waitForFunction(() => document.activeElement.id === "fichier-joindre");
  assert.equal(await page.locator(".upload, .files-list").count(), 0);
  assert.equal(await page.inputValue("#fichier-title"), "Atlas", "what was filled in stays");
  await speed(-1);
  await written(page, "POST", () => page.click(attach));
  await page.waitForSelector(".files-list >> text=Atlas");
});

journey("what is no picture is refused at its field", { member: true, expectErrors: true }, async (page) => {
  await editor(page, { collectivity: "pessac" });
  await begin(page);
  await page.setInputFiles("#fichier-file", { ...picture, buffer: Buffer.from("<svg onload='alert(1)'/>") });
  await page.fill("#fichier-alt", "Un dessin");
  await written(page, "POST", () => page.click(attach));
  await page.waitForSelector("#fichier-file-erreur");
  assert.match(await page.innerText("#fichier-file-erreur"), /Ce fichier n’est pas une image JPEG, PNG ou WebP\./);
  assert.equal(await page.inputValue("#fichier-alt"), "Un dessin", "what was typed stays");
  await page.setInputFiles("#fichier-file", { ...picture, buffer: Buffer.alloc(10 * 1024 * 1024 + 1) });
  await page.click(attach);
  await page.waitForSelector("text=Cette image pèse plus de 10 Mo");
});

const PAYLOADS = [
  "<script>window.ran = 1</script>",
  "<img src=x onerror='window.ran = 1'>",
  "<svg onload='window.ran = 1'>",
  "[a](javascript:window.ran=1)",
  "[b](data:text/html,<script>window.ran=1</script>)",
  "![c](https://ailleurs.example/c.png)",
  "<p onclick='window.ran = 1'>unclosed",
  "<iframe srcdoc='<script>parent.ran = 1</script>'>",
];

journey("a text is marked up, previewed and shown, and nothing in it runs", member, async (page) => {
  await editor(page, { collectivity: "cenon" });
  const slug = await begin(page, title("<img src=x onerror='window.ran = 1'>"));
  await page.evaluate(() => document.querySelectorAll("details.fold").forEach((fold) => fold.setAttribute("open", "")));
  await page.fill("#description", ["# Des puits", "Du **solide** et un [lien](https://example.org/).", ...PAYLOADS].join("\n\n"));
  await page.click("[aria-label^='Aperçu de'] >> nth=0");
  await page.waitForSelector(".field .prose-text strong");
  assert.equal(await page.innerText(".field .prose-text h3"), "Des puits");
  await addPicture(page, "\"><img src=x onerror='window.ran = 1'>");
  await page.click("text=Publier");
  await ready(page, `/projets/${slug}`);
  const visitor = await (await anotherBrowser()).newPage();
  await open(visitor, `/projets/${slug}`);
  for (const where of [page, visitor]) {
    assert.equal(await where.innerText(".prose-text strong"), "solide");
    assert.equal(await where.getAttribute(".prose-text a", "rel"), "nofollow ugc noopener");
    assert.equal(await where.locator(".prose-text :is(img, svg, script, iframe)").count(), 0);
    assert.equal(await where.locator("main [onclick], main [onerror], main [onload], main a[href^='javascript' i], main a[href^='data' i]").count(), 0);
    assert.equal(await where.evaluate(() => window.ran), undefined);
  }
  // As the server writes it, before any script.
  const plain = await (await page.request.get(visitor.url())).text();
  assert.match(plain, /<strong>solide<\/strong>/);
  assert.doesNotMatch(plain, /<script>window|<img src=x|<svg onload/);
  await visitor.context().close();
});

for (const [look, options] of [...LOOKS, PHONE]) {
  journey(`pictures and documents, ${look}`, { ...options, member: true }, async (page) => {
    await editor(page, { collectivity: "lormont" });
    const slug = await begin(page);
    const good = async (state) => {
      assert.deepEqual(await violations(page), [], state);
      const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= room, `${state}: ${wide} px`);
    };
    await page.click(attach);
    await page.waitForSelector("#fichier-file-erreur");
    await good("what is missing");
    await addPicture(page, "Un puits, sa margelle et les élues des deux communes jumelées depuis 1982");
    await addDocument(page, "Rapport de mission au Sénégal, à Fatick et à Kaolack, novembre 2025");
    await good("files of a draft");
    await page.click("[aria-label^='Modifier le texte – Un puits']");
    await page.fill("#legende-alt", "");
    await page.click("text=Enregistrer ce texte");
    await page.waitForSelector("#legende-alt-erreur");
    await good("what a file shows is said anew");
    await page.click("text=Abandonner");
    await page.click("[aria-label^='Retirer – Rapport']");
    await page.waitForSelector("text=Remettre le fichier");
    await good("one was removed");
    await page.click("text=Publier");
    await ready(page, `/projets/${slug}`);
    await hasCome(page, ".photo img");
    await good("the page of the record");
  });
}
