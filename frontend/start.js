// Starts the application. A file of its own because the page's security policy allows no script inside it.
const path = (id) => document.getElementById(id).href;
document.getElementById("reload").addEventListener("click", () => location.reload());
try {
  const app = await import(path("app-js"));
  await app.default({ module_or_path: path("app-wasm") });
} catch (error) {
  document.getElementById("failure").hidden = false;
  throw error;
}

// Pictures of the map: few people make one, so the script that does is fetched when it is asked for.
document.addEventListener("click", async ({ target }) => {
  const kind = target.closest("[data-picture]")?.dataset.picture;
  if (!kind) return;
  const { save } = await import(document.querySelector("meta[name='aect-picture']").content);
  await save(kind);
});
