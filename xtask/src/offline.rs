//! The site as it is handed out: names with digests, installable, and there without a network after the first visit.

use std::fs;
use std::path::Path;

use crate::hashed::Hashed;
use crate::workspace::Workspace;
use crate::{Result, digest, site};

/// What the page is made of, each behind what it names.
pub(crate) const PARTS: [&str; 8] = [
    "gouji_bg.wasm",
    "engine_bg.wasm",
    "style.css",
    "gouji.js",
    "engine.js",
    "worker.js",
    "client.js",
    "boot.js",
];

/// Writes the site. `built` is the folder of the site with the names of its sources.
pub(crate) fn write(workspace: &Workspace, built: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let kit = workspace.root.join("kit");
    let mut files = Hashed::new(folder);
    for name in PARTS {
        files.add(&built.join(name))?;
    }
    for name in ["icon.svg", "update.js", "manifest.webmanifest"] {
        files.add(&kit.join(name))?;
    }
    let page = site::replace_once(
        &site::text(&built.join("index.html"))?,
        "<link rel=\"icon\" href=\"data:,\">",
        "<link rel=\"icon\" href=\"icon.svg\">\n<link rel=\"manifest\" href=\"manifest.webmanifest\">",
    )?;
    let page = site::replace_once(
        &page,
        "<script src=\"boot.js\"></script>",
        "<script src=\"boot.js\"></script>\n<script src=\"update.js\"></script>",
    )?;
    let page = files.renamed(&page);
    files.add_plain("index.html", &page)?;
    let worker = service_worker(&files, &site::text(&kit.join("sw.js"))?)?;
    fs::write(folder.join("sw.js"), worker)
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    // The contract, for whoever writes against it; the page does not load it.
    for name in ["schema.json", "types.d.ts"] {
        fs::copy(built.join(name), folder.join(name))
            .map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}

/// The service worker with the list of its files.
fn service_worker(files: &Hashed<'_>, text: &str) -> Result<String> {
    let rows: Vec<String> = files
        .files
        .iter()
        .map(|file| format!("  ['{}', '{}'],\n", file.name, file.integrity))
        .collect();
    let rows = rows.concat();
    let text = site::replace_once(
        text,
        "const FILES = [/* [name, integrity] */];",
        &format!("const FILES = [\n{rows}];"),
    )?;
    site::replace_once(
        &text,
        "const VERSION = 'version';",
        &format!("const VERSION = '{}';", digest::short(text.as_bytes())),
    )
}
