//! The npm package: the whole engine for Node.js, for bundlers and as a classic script.

use std::fs;
use std::path::Path;

use crate::workspace::Workspace;
use crate::{Result, site};

/// Files of the package that stand ready.
const READY: [&str; 6] = [
    "package.json",
    "README.md",
    "index.d.ts",
    "browser.js",
    "node.js",
    "node.cjs",
];

/// Writes the package. `built` is the folder of the site with the names of its sources.
pub(crate) fn write(workspace: &Workspace, built: &Path, folder: &Path) -> Result<()> {
    let fail = |error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(fail)?;
    let kit = workspace.root.join("kit").join("npm");
    for name in READY {
        let text = site::text(&kit.join(name))?.replace("{version}", env!("CARGO_PKG_VERSION"));
        fs::write(folder.join(name), text).map_err(fail)?;
    }
    let glue = site::text(&built.join("engine.js"))?;
    let module = format!("{glue}\nexport {{ gouji_engine as engine }};\n");
    fs::write(folder.join("glue.js"), module).map_err(fail)?;
    for (from, to) in [
        (built.join("engine.js"), "classic.js"),
        (built.join("engine_bg.wasm"), "engine_bg.wasm"),
        (built.join("schema.json"), "schema.json"),
        (built.join("types.d.ts"), "types.d.ts"),
        (workspace.root.join("LICENSE-MIT"), "LICENSE-MIT"),
        (workspace.root.join("LICENSE-APACHE"), "LICENSE-APACHE"),
    ] {
        fs::copy(&from, folder.join(to)).map_err(|error| format!("{}: {error}", from.display()))?;
    }
    Ok(())
}
