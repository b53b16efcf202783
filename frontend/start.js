// Starts the application, and fetches beside it the parts that the page of this address needs. A file of its own because
// the page's security policy allows no script inside it.
const path = (id) => document.getElementById(id).href;
document.getElementById("reload").addEventListener("click", () => location.reload());

const parts = {{parts}};
// The language of an English address stands before its page.
const [, section = "", record, below] = location.pathname.replace(/^\/en(?=\/|$)/, "").split("/");
const among = (paths) => !record && paths.includes(`/${section}`);
// Below a record it is written.
const written = below || record === "nouveau";
// Pages below a record that are of other parts: what is wrong with it, who can be reached, who keeps it and how one comes to.
const beside = {
  corriger: "member", contacts: "member", acces: "animation", equipe: "animation", passation: "animation", copilotage: "animation",
}[below];
const whole = () => (among({{lists}}) ? "lists" : among({{shelves}}) ? "shelves" : among({{own}}) ? "member" : among({{animation}}) ? "animation" : {{library}}.includes(`/${section}`) ? "library" : "told");
const kind = section === "carte" ? "map" : (beside ?? (written ? "editor" : whole()));
// Accueil and Recherche are in the part that starts.
for (const href of ["", "recherche"].includes(section) ? [] : parts[kind]) {
  const attributes = { rel: "preload", as: "fetch", type: "application/wasm", crossOrigin: "anonymous", href };
  document.head.append(Object.assign(document.createElement("link"), attributes));
}
// What the service worker says is told to the application, which listens before it asks for anything.
const workers = navigator.serviceWorker;
workers?.addEventListener("message", ({ data }) => {
  for (const [name, detail] of Object.entries(data)) document.dispatchEvent(new CustomEvent(`aect-${name}`, { detail }));
});
try {
  const app = await import(path("app-js"));
  await app.default({ module_or_path: path("app-wasm") });
} catch (error) {
  document.getElementById("failure").hidden = false;
  throw error;
}

// Pictures of the map and of charts: few people make one, so the script that does is fetched when it is asked for.
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-picture]");
  if (!button) return;
  const { save } = await import(document.querySelector("meta[name='aect-picture']").content);
  await save(button.dataset.picture, button);
});

// The service worker, where the page travels safely: this page says its version to each new one, and to the first one
// what was asked before it was there. None of them reloads anything: only the reader does.
async function meetWorkers(address) {
  let unserved = !workers.controller;
  const meet = (worker, asked = []) => worker?.postMessage({ version: "{{version}}", asked, language: document.documentElement.lang });
  const ours = (href) => new URL(href).origin === location.origin;
  // What no worker has served, as it ends: a question may be on its way when the worker takes over.
  const tell = (list) => {
    const asked = list.getEntries().filter(({ workerStart }) => workerStart === 0);
    meet(workers.controller, asked.map(({ name }) => name).filter(ours));
  };
  workers.addEventListener("controllerchange", () => {
    meet(workers.controller, unserved ? [location.href] : []);
    if (unserved) new PerformanceObserver(tell).observe({ type: "resource", buffered: true });
    unserved = false;
  });
  const registration = await workers.register(address);
  const watch = (worker) => worker?.addEventListener("statechange", () => worker.state === "installed" && meet(worker));
  registration.addEventListener("updatefound", () => watch(registration.installing));
  watch(registration.installing);
  meet(registration.waiting);
  // A window may stay open for weeks; without a connection the next look finds what is new.
  const look = () => document.visibilityState === "visible" && registration.update().catch(() => {});
  document.addEventListener("visibilitychange", look);
}
// A browser may refuse (private windows do): the site works all the same.
if (workers && "{{worker}}") meetWorkers("{{worker}}").catch(console.warn);
