//! `cargo xtask bench NAME`: runs one measurement of `benches/`.

use std::fs;
use std::process::Command;

use crate::workspace::Workspace;
use crate::{Result, process, site, tools, wasm};

/// The measurements there are.
const NAMES: [&str; 5] = ["explain", "words", "forms", "long", "drawn"];

/// Runs the one asked for; what stands behind `--` is for it.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let known = NAMES.join(", ");
    let Some((name, rest)) = arguments.split_first() else {
        return Err(format!("bench: which one? {known}"));
    };
    if !NAMES.contains(&name.as_str()) {
        return Err(format!("bench {name}: there is none; there are {known}"));
    }
    let mut command = workspace.cargo();
    command.args(["bench", "--quiet", "--package", "gouji", "--bench", name]);
    command.args(rest);
    match name.as_str() {
        "explain" => explain(workspace, command),
        "long" | "drawn" => modules(workspace, command, name),
        _ => process::run(&mut command),
    }
}

/// Explaining is measured twice: natively, and on the same tables inside a module of the browser.
fn explain(workspace: &Workspace, mut native: Command) -> Result<()> {
    tools::node()?;
    let folder = workspace.target.join("measure");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let tables = folder.join("tables.txt");
    process::run(native.env("GOUJI_TABLES", &tables))?;
    wasm::build_measured(workspace, &folder)?;
    let mut node = workspace.command("node");
    process::run(node.arg("benches/explain.mjs").args([folder, tables]))
}

/// The modules take the same files, exactly as they are shipped: a script of the same name measures them.
fn modules(workspace: &Workspace, mut native: Command, name: &str) -> Result<()> {
    let files = &workspace.target;
    let variable = format!("GOUJI_{}", name.to_uppercase());
    process::run(native.env(&variable, files))?;
    tools::wasm_target(workspace)?;
    tools::node()?;
    let site = site::build(workspace, &workspace.site())?;
    let mut node = workspace.command("node");
    node.arg(format!("benches/{name}.mjs"))
        .env(&variable, files);
    process::run(node.env("GOUJI_SITE", site))
}
