//! The kit for sites that show `<gouji-check>` on pages of their own: one folder, to be put anywhere on the site.

use std::fs;
use std::path::Path;

use crate::hashed::Hashed;
use crate::workspace::Workspace;
use crate::{Result, offline, single, site};

/// Demonstrations: a page per way of embedding.
const DEMOS: [&str; 8] = [
    "published.html",
    "published.css",
    "frame-host.js",
    "inline.html",
    "strict.html",
    "frame.html",
    "sandbox.html",
    "link.html",
];

/// Writes the kit. `built` is the folder of the site with the names of its sources.
pub(crate) fn write(workspace: &Workspace, built: &Path, folder: &Path) -> Result<()> {
    let fail = |error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder.join("demo")).map_err(fail)?;
    let kit = workspace.root.join("kit");
    let mut files = Hashed::new(folder);
    for name in offline::PARTS {
        files.add(&built.join(name))?;
    }
    files.add(&kit.join("frame.js"))?;
    files.add(&kit.join("widget.css"))?;
    for (name, glue, global) in [
        ("page-glue.js", "gouji.js", "wasm_bindgen"),
        ("engine-glue.js", "engine.js", "gouji_engine"),
    ] {
        let text = wrapped_glue(&site::text(&built.join(glue))?, global);
        files.add_bytes(name, text.as_bytes())?;
    }
    let page = site::replace_once(
        &site::text(&built.join("index.html"))?,
        "<script src=\"boot.js\"></script>",
        "<script src=\"frame.js\"></script>\n<script src=\"boot.js\"></script>",
    )?;
    let page = files.renamed(&page);
    files.add_plain("frame.html", &page)?;
    let script = script(&files, built, &kit)?;
    files.add_plain("widget.js", &script)?;
    single::write(workspace, built, &folder.join("frame-single.html"), true)?;

    let sample = site::text(&workspace.root.join("src/page/sample.html"))?;
    let report = sample
        .split_once("<body>")
        .and_then(|(_, rest)| rest.split_once("</body>"))
        .map(|(body, _)| body.trim())
        .ok_or("the sample has no body")?;
    for name in DEMOS {
        let text = site::text(&kit.join("demo").join(name))?.replace("{report}", report);
        let text = fill(&text, &files)?;
        fs::write(folder.join("demo").join(name), text).map_err(fail)?;
    }
    fs::copy(kit.join("guide.css"), folder.join("guide.css")).map_err(fail)?;
    let guide = fill(&site::text(&kit.join("guide.html"))?, &files)?;
    fs::write(folder.join("index.html"), guide).map_err(fail)
}

/// A glue inside a function: what it defines is left at its script element and does not become a global.
fn wrapped_glue(glue: &str, global: &str) -> String {
    format!(
        "(function () {{\nconst script = document.currentScript;\n{glue}\nscript.goujiGlue = {global};\n}})();\n"
    )
}

/// The one script of the widget: client and element in one function, with the names and digests of all parts.
fn script(files: &Hashed<'_>, built: &Path, kit: &Path) -> Result<String> {
    let client = bare(&site::text(&built.join("client.js"))?);
    let element = bare(&site::text(&kit.join("widget.js"))?);
    let rows: Vec<String> = files
        .files
        .iter()
        .filter(|file| {
            // frame.html and what only it loads are addressed by the frame itself.
            ![
                "frame.html",
                "frame.js",
                "boot.js",
                "client.js",
                "style.css",
            ]
            .contains(&file.plain.as_str())
        })
        .map(|file| {
            format!(
                "  '{}': ['{}', '{}'],\n",
                file.plain, file.name, file.integrity
            )
        })
        .collect();
    let element = site::replace_once(
        &element,
        "const PARTS = {};",
        &format!("const PARTS = {{\n{}}};", rows.concat()),
    )?;
    let style = site::text(&kit.join("widget.css"))?;
    let style = serde_json::to_string(&style).map_err(|error| error.to_string())?;
    let element = site::replace_once(&element, "'{style}'", &style)?;
    Ok(format!(
        "(function (self) {{\n'use strict';\n{client}\n{element}\n}})(Object.create(window));\n"
    ))
}

/// A script without indentation and without the lines that are nothing but a comment: every page of the host loads
/// it. Texts over several lines must not stand in it.
fn bare(script: &str) -> String {
    let mut bare = String::new();
    for line in script.lines() {
        let line = line.trim();
        if !line.starts_with("//") && !line.is_empty() {
            bare.push_str(line);
            bare.push('\n');
        }
    }
    bare
}

/// Puts digests into a page for readers.
fn fill(text: &str, files: &Hashed<'_>) -> Result<String> {
    let widget = files
        .files
        .iter()
        .find(|file| file.name == "widget.js")
        .ok_or("widget.js was not written yet")?;
    Ok(text
        .replace("{integrity}", &widget.integrity)
        .replace("{version}", env!("CARGO_PKG_VERSION")))
}
