// Pictures of the map that is seen, and of charts: an SVG that stands alone, or the same as PNG. Fetched when somebody asks for one; everything
// in them is taken from the page: its title, its filters in words, its legend, its sources.

const SVG = "http://www.w3.org/2000/svg";
/** What the style sheet says of an element, and a picture must say itself. */
const STYLE = ["fill", "stroke", "stroke-linejoin", "font-family", "font-weight", "paint-order", "opacity"];
const MARGIN = 16;
const LINE = 22;
/** Pixels of a PNG for each of the page, so that it can be printed. */
const FINE = 2;

/** Saves what a button belongs to, the map or a chart, as `svg` or `png`; a chart's table as `csv`. */
export async function save(kind, button) {
  const chart = button.closest(".chart");
  const name = chart ? `observatoire-${chart.dataset.name}` : "carte-aect";
  if (kind === "csv") return keep(new Blob([csv(chart.querySelector("table"))], { type: "text/csv" }), `${name}.csv`);
  const picture = chart ? charted(chart) : drawn();
  const text = new XMLSerializer().serializeToString(picture);
  const blob = kind === "png" ? await png(text, picture) : new Blob([text], { type: "image/svg+xml" });
  keep(blob, `${name}.${kind}`);
}

function keep(blob, name) {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A table as a French spreadsheet opens it: a byte order mark, semicolons, no formula. */
function csv(table) {
  const cell = (text) => `"${/^[=+@-]/.test(text) ? "'" : ""}${text.replaceAll('"', '""')}"`;
  const line = (row) => [...row.cells].map(({ textContent }) => cell(textContent.trim())).join(";");
  return `\ufeff${[...table.rows].map(line).join("\r\n")}\r\n`;
}

/** A chart under its name, above where it is from. */
function charted(chart) {
  const bars = chart.querySelector("svg");
  const { width, height } = bars.viewBox.baseVal;
  const page = getComputedStyle(document.body);
  const size = { width: width + 2 * MARGIN, height: height + 2 * LINE + 3 * MARGIN };
  const picture = element("svg", { ...size, viewBox: `0 0 ${size.width} ${size.height}`, "font-family": page.fontFamily });
  const name = bars.querySelector("title").textContent;
  const copy = bars.cloneNode(true);
  for (const name of ["class", "role", "aria-labelledby"]) copy.removeAttribute(name);
  const originals = bars.querySelectorAll("*");
  for (const [rank, copied] of [...copy.querySelectorAll("*")].entries()) {
    copied.removeAttribute("class");
    for (const property of [...STYLE, "font-size"]) {
      copied.setAttribute(property, getComputedStyle(originals[rank]).getPropertyValue(property));
    }
    if (copied.tagName === "a") copied.setAttribute("href", copied.href.baseVal && new URL(copied.href.baseVal, location).href);
  }
  for (const [attribute, value] of Object.entries({ x: MARGIN, y: LINE + MARGIN, width, height })) copy.setAttribute(attribute, value);
  picture.append(
    element("title", {}, name),
    element("rect", { ...size, fill: getComputedStyle(chart).backgroundColor }),
    label(MARGIN, LINE, { "font-size": 16, "font-weight": 600, fill: page.color }, name),
    copy,
    label(MARGIN, size.height - MARGIN, { "font-size": 10, fill: page.color }, `${document.title} – ${location.href}`),
  );
  return picture;
}

function drawn() {
  const frame = document.querySelector(".map-canvas");
  const { width, height } = frame.getBoundingClientRect();
  const page = getComputedStyle(document.body);
  const picture = element("svg", { width, "font-family": page.fontFamily, fill: page.color });
  const background = element("rect", { width, fill: page.backgroundColor });
  const said = ["h1", ".map-said"].map((part) => document.querySelector(part).textContent).filter(Boolean);
  picture.append(element("title", {}, said.join(" – ")), background);
  let y = 0;
  for (const [rank, line] of said.entries()) {
    y += LINE;
    picture.append(label(MARGIN, y, rank === 0 ? { "font-size": 16, "font-weight": 600 } : { "font-size": 13 }, line));
  }
  y += MARGIN;
  picture.append(element("rect", { y, width, height, fill: getComputedStyle(frame).backgroundColor }));
  picture.append(standalone(frame.querySelector("svg"), width, height, y));
  y = legend(picture, width, y + height);
  for (const source of document.querySelectorAll(".map-source")) {
    for (const line of wrapped(source.textContent, width - 2 * MARGIN)) {
      y += LINE * 0.7;
      picture.append(label(MARGIN, y, { "font-size": 10 }, line));
    }
  }
  y += MARGIN;
  background.setAttribute("height", y);
  for (const [name, value] of [["height", y], ["viewBox", `0 0 ${width} ${y}`]]) picture.setAttribute(name, value);
  return picture;
}

/** The drawing as an SVG within another: its style in its own attributes, nothing that only the page needs. */
function standalone(drawing, width, height, y) {
  const copy = drawing.cloneNode(true);
  // Of what is drawn, the middle is seen: half a frame more waits on each side.
  const sheet = drawing.viewBox.baseVal;
  const seen = [sheet.x + sheet.width / 4, sheet.y + sheet.height / 4, sheet.width / 2, sheet.height / 2];
  const unit = seen[2] / width;
  const originals = drawing.querySelectorAll("*");
  for (const [rank, copied] of [...copy.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(originals[rank]);
    if (style.display === "none" || copied.matches(".hit")) {
      copied.remove();
      continue;
    }
    for (const { name } of [...copied.attributes]) {
      if (/^(id|class|role|style|aria-.*)$/.test(name)) copied.removeAttribute(name);
    }
    for (const name of STYLE) copied.setAttribute(name, style.getPropertyValue(name));
    // Lines are so many pixels wide on the page, whatever the scale: here, so many units.
    copied.setAttribute("stroke-width", Number.parseFloat(style.strokeWidth) * unit);
  }
  for (const [name, value] of Object.entries({ y, width, height, viewBox: seen.join(" ") })) copy.setAttribute(name, value);
  copy.removeAttribute("role");
  return copy;
}

/** Writes the page's own legend below `top`; gives where it ends. */
function legend(picture, width, top) {
  let [x, y] = [MARGIN, top + LINE];
  for (const entry of document.querySelectorAll(".legend :is(p, li)")) {
    const sign = entry.querySelector("rect, circle");
    const words = entry.textContent;
    const weight = sign ? 400 : 600;
    const room = long(words, 12, weight) + (sign ? 42 : 16);
    if (x > MARGIN && (!sign || x + room > width)) [x, y] = [MARGIN, y + LINE];
    if (sign) {
      const { fill, stroke } = getComputedStyle(sign);
      const round = sign.tagName === "circle" ? { width: 12, rx: 6 } : { width: 20 };
      picture.append(element("rect", { x, y: y - 10, height: 12, ...round, fill, stroke }));
    }
    picture.append(label(sign ? x + 26 : x, y, { "font-size": 12, "font-weight": weight }, words));
    x += room;
  }
  return y;
}

/** How long a text is, in pixels. */
function long(words, size, weight = 400) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(words).width;
}

/** A small text in lines that are no longer than `most`. */
function wrapped(text, most) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (long(longer, 10) > most) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

async function png(text, picture) {
  const image = new Image();
  // As an address of its own kind: the policy of the pages lets pictures in so, and nothing from elsewhere.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.getAttribute("width") * FINE);
  canvas.height = Math.round(picture.getAttribute("height") * FINE);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

const label = (x, y, attributes, words) => element("text", { x, y, ...attributes }, words);

function element(tag, attributes, words = "") {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = words;
  return made;
}
