//! The page as one file: opened by a double click, with no server and no network.
//!
//! Everything stands inside: style and scripts as they are, the modules deflated and in base64, unpacked by
//! `kit/inside.js`. The policy lets nothing out: every kind of request is forbidden, and of scripts only those
//! written here may run.

use std::fs;
use std::path::Path;

use miniz_oxide::deflate::compress_to_vec;

use crate::digest;
use crate::workspace::Workspace;
use crate::{Result, site};

/// Scripts and data of the page in the order in which they stand.
enum Part {
    /// A script that runs, and the id by which the worker finds its text.
    Script(&'static str, &'static str),
    /// A script that only the worker runs.
    Text(&'static str, &'static str),
    /// A module.
    Module(&'static str, &'static str),
}

/// What only a page inside another page has.
const FRAME: &str = "frame.js";

/// The data come before the scripts that read them, `boot.js` comes last.
const PARTS: [Part; 10] = [
    Part::Module("gouji-page-module", "gouji_bg.wasm"),
    Part::Module("gouji-engine-module", "engine_bg.wasm"),
    Part::Text("gouji-worker", "worker.js"),
    Part::Script("gouji-page-glue", "gouji.js"),
    Part::Script("gouji-engine-glue", "engine.js"),
    Part::Script("", "inflate.js"),
    Part::Script("", "inside.js"),
    Part::Script("", "client.js"),
    Part::Script("", FRAME),
    Part::Script("", "boot.js"),
];

/// Writes the page as one file. `built` is the folder of the site, with the names of its sources. `framed`: to be
/// shown inside other pages, so it speaks with them.
pub(crate) fn write(workspace: &Workspace, built: &Path, goal: &Path, framed: bool) -> Result<()> {
    let kit = workspace.root.join("kit");
    let find = |name: &str| {
        let own = kit.join(name);
        if own.is_file() { own } else { built.join(name) }
    };
    let text = |name: &str| site::text(&find(name));
    let style = text("style.css")?;
    let mut body = String::new();
    let mut scripts = Vec::new();
    for part in PARTS
        .into_iter()
        .filter(|part| framed || !matches!(part, Part::Script(_, FRAME)))
    {
        body.push_str(&match part {
            Part::Module(id, name) => {
                let path = find(name);
                let bytes =
                    fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
                let packed = digest::base64(&compress_to_vec(&bytes, 10));
                let size = bytes.len();
                format!(
                    "<script type=\"text/plain\" id=\"{id}\" data-bytes=\"{size}\">{packed}</script>\n"
                )
            }
            Part::Text(id, name) => format!(
                "<script type=\"text/plain\" id=\"{id}\">{}</script>\n",
                closed(name, text(name)?)?
            ),
            Part::Script(id, name) => {
                let script = closed(name, text(name)?)?;
                scripts.push(digest::policy(&script));
                let id = if id.is_empty() {
                    String::new()
                } else {
                    format!(" id=\"{id}\"")
                };
                format!("<script{id}>{script}</script>\n")
            }
        });
    }
    // 'unsafe-eval' is what Chrome 78 to 96 want before they run WebAssembly; younger ones know the finer word.
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval' 'unsafe-eval'; worker-src blob:; style-src {}; \
         img-src data:; form-action 'none'; base-uri 'none'",
        scripts.join(" "),
        digest::policy(&style)
    );
    let mut page = text("index.html")?;
    for (from, to) in [
        (
            policy_element(&page)?,
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
        ),
        (
            "<link rel=\"stylesheet\" href=\"style.css\">".to_owned(),
            format!("<style>{style}</style>"),
        ),
        ("<script src=\"boot.js\"></script>\n".to_owned(), body),
    ] {
        page = site::replace_once(&page, &from, &to)?;
    }
    fs::write(goal, page).map_err(|error| format!("{}: {error}", goal.display()))
}

/// The element with the policy of the site, which is a milder one.
fn policy_element(page: &str) -> Result<String> {
    page.lines()
        .find(|line| line.starts_with("<meta http-equiv=\"Content-Security-Policy\""))
        .map(str::to_owned)
        .ok_or_else(|| "index.html has no policy of its own".to_owned())
}

/// A script that cannot end its element early.
fn closed(name: &str, script: String) -> Result<String> {
    let lower = script.to_ascii_lowercase();
    match ["</script", "<script", "<!--"]
        .into_iter()
        .find(|end| lower.contains(end))
    {
        Some(end) => Err(format!(
            "{name} holds {end} and cannot stand inside the page"
        )),
        None => Ok(script),
    }
}
