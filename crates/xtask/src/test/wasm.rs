//! Unit tests in WASM: what runs in the browser, tested as it runs there, by Node.
//!
//! wasm-bindgen's own runner is a program that would have to be installed in exactly the library's version, or a
//! library with a web server in it. Of all it does, this is the part needed.

use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

use super::tally::Tally;
use crate::house::House;
use crate::process::{run_and_keep, run_quietly};
use crate::tools;

/// What wasm-bindgen-test calls the functions that are tests.
const TEST: &str = "__wbgt_";

/// Calls all tests of a module, and writes the summary that cargo's runner writes.
const RUN: &str = r#"
const wasm = require("./tests.js");
const context = new wasm.WasmBindgenTestContext(false);
const handlers = {};
for (const method of ["debug", "log", "info", "warn", "error"]) {
  const original = console[method];
  global[`__wbgtest_og_console_${method}`] = original;
  handlers[method] = wasm[`__wbgtest_console_${method}`];
  console[method] = (...words) => handlers[method](words);
}
global.__wbg_test_invoke = (call) => call();
context.include_ignored(false);
context.filtered_count(0);
const tests = Object.keys(wasm.__wasm).filter((name) => name.startsWith("__wbgt_"));
context.run(tests.map((name) => wasm.__wasm[name])).then(
  (well) => process.exit(well ? 0 : 1),
  (error) => { global.__wbgtest_og_console_error(error); process.exit(1); },
);
"#;

/// Builds and runs the tests of the pages.
pub(super) fn tests(house: &House) -> Result<Tally> {
    tools::ensure_wasm_target(house)?;
    let built = run_quietly(house.cargo().args([
        "test",
        "--no-run",
        "--message-format=json-render-diagnostics",
        "--package=aect-frontend",
        "--target=wasm32-unknown-unknown",
    ]))?;
    let mut total = Tally::default();
    for module in built.lines().filter_map(executable) {
        total.add(run(house, &module).with_context(|| format!("{}", module.display()))?);
    }
    anyhow::ensure!(total != Tally::default(), "no test was found in the pages' WASM");
    Ok(total)
}

/// What the application's parts are called before they are cut out (`wasm_split`).
const PARTS: &str = "__wasm_split_placeholder__";

/// The module of a test, from a line of cargo's messages.
fn executable(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    message.get("executable")?.as_str().map(PathBuf::from)
}

fn run(house: &House, module: &Path) -> Result<Tally> {
    let folder = tempfile::tempdir()?;
    let mut bound = Bindgen::new()
        .input_path(module)
        .out_name("tests")
        .nodejs(true)?
        .typescript(false)
        .export_wasm(true)
        .emit_start(false)
        .generate_output()?;
    if !bound
        .wasm()
        .exports
        .iter()
        .any(|export| export.name.starts_with(TEST))
    {
        return Ok(Tally::default());
    }
    bound.emit(folder.path())?;
    // The parts of the application are cut out of its build only: here the whole module is one, and nothing of this is called.
    let parts = folder.path().join("node_modules").join(PARTS);
    fs::create_dir_all(&parts)?;
    fs::write(
        parts.join("index.js"),
        "module.exports = new Proxy({}, { get: () => () => {} });\n",
    )?;
    let script = folder.path().join("run.cjs");
    fs::write(&script, RUN)?;
    let (well, output) = run_and_keep(house.command("node").arg(script))?;
    Ok(Tally::of_cargo(&output).ended(well))
}
