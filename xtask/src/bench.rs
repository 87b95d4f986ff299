//! `cargo xtask bench NAME`: runs one measurement of `benches/`.

use crate::workspace::Workspace;
use crate::{Result, process, site};

/// The measurements there are.
const NAMES: [&str; 4] = ["explain", "words", "forms", "drawn"];

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
    // Measured natively and in the module, side by side.
    if name == "drawn" {
        command.env("GOUJI_SITE", site::build(workspace, &workspace.site())?);
    }
    process::run(command.args(rest))
}
