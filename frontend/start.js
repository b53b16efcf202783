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
