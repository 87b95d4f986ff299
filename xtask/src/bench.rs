//! `cargo xtask bench NAME`: runs one measurement of `benches/`.

use crate::workspace::Workspace;
use crate::{Result, process};

/// The measurements there are.
const NAMES: [&str; 3] = ["explain", "words", "forms"];

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
    process::run(command.args(rest))
}
