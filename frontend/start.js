// Starts the application, and fetches beside it the parts that the page of this address needs. A file of its own because
// the page's security policy allows no script inside it.
const path = (id) => document.getElementById(id).href;
document.getElementById("reload").addEventListener("click", () => location.reload());

const parts = {{parts}};
const [, section, record] = location.pathname.split("/");
const kind = section === "carte" ? "map" : !record && {{lists}}.includes(`/${section}`) ? "lists" : "told";
// Accueil and Recherche are in the part that starts.
for (const href of ["", "recherche"].includes(section) ? [] : parts[kind]) {
  const attributes = { rel: "preload", as: "fetch", type: "application/wasm", crossOrigin: "anonymous", href };
  document.head.append(Object.assign(document.createElement("link"), attributes));
}
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
