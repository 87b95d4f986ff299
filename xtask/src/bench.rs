//! `cargo xtask bench NAME`: runs one measurement of `benches/`.

use crate::workspace::Workspace;
use crate::{Result, process, site, tools};

/// The measurements there are.
const NAMES: [&str; 5] = ["explain", "words", "forms", "long", "drawn"];

/// Those of the modules, too: where their files go is told by a variable, and a script of the same name takes them.
const MODULES: [(&str, &str); 2] = [("long", "GOUJI_LONG"), ("drawn", "GOUJI_DRAWN")];

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
    let Some((_, variable)) = MODULES.iter().find(|(own, _)| own == name) else {
        return process::run(command.args(rest));
    };
    // The modules take the same files, exactly as they are shipped.
    let files = &workspace.target;
    process::run(command.args(rest).env(variable, files))?;
    tools::wasm_target(workspace)?;
    tools::node()?;
    let site = site::build(workspace, &workspace.site())?;
    let mut node = workspace.command("node");
    node.arg(format!("benches/{name}.mjs")).env(variable, files);
    process::run(node.env("GOUJI_SITE", site))
}
