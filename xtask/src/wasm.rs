//! The WebAssembly module and its glue.

use std::fs;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::workspace::Workspace;
use crate::{Result, lower, process, slim, tools};

/// The target of the page.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Flags of the module, for CARGO_ENCODED_RUSTFLAGS (set here, because a RUSTFLAGS variable in the surroundings
/// would silently replace those of a configuration file). Without them, and `strip = true` in the profile, the
/// module needs V8 9.6 (Chrome 96); what is still young in it is rewritten afterwards (`lower`).
///
/// The thresholds keep LLVM from inlining all but the smallest functions, which every character of a report passes: 5
/// packs to 2 KB less and takes a tenth longer, 25 packs to 3 KB more and gains nothing. The stack has 896 KB instead of
/// 1 MB, so that the addresses behind it are a byte shorter.
const FLAGS: [&str; 3] = [
    "-Clink-arg=-zstack-size=917504",
    "-Ctarget-feature=-reference-types,-multivalue",
    "-Cllvm-args=-inline-threshold=15 -inlinehint-threshold=15 -inlinecold-threshold=0",
];

/// The flags as cargo wants them, with the folders of this machine taken out of the module's panic places.
pub(crate) fn rustflags(workspace: &Workspace) -> String {
    let mut flags: Vec<String> = FLAGS.map(str::to_owned).to_vec();
    let home = std::env::var("CARGO_HOME")
        .ok()
        .or_else(|| Some(format!("{}/.cargo", std::env::var("HOME").ok()?)));
    if let Some(home) = home {
        flags.push(format!("--remap-path-prefix={home}=cargo"));
    }
    flags.push(format!(
        "--remap-path-prefix={}=gouji",
        workspace.root.display()
    ));
    // The standard library's own sources, where they are installed beside it.
    let mut rustc = workspace.command("rustc");
    if let Ok(root) = process::output(rustc.args(["--print", "sysroot"])) {
        flags.push(format!(
            "--remap-path-prefix={}/lib/rustlib/src/rust=rust",
            root.trim()
        ));
    }
    flags.join("\u{1f}")
}

/// One of the two modules.
struct Flavour {
    /// The feature of the package that makes it.
    feature: &'static str,
    /// The name of its files.
    files: &'static str,
    /// The global that its glue defines.
    global: &'static str,
}

/// The module that the page begins with, and the whole engine.
const FLAVOURS: [Flavour; 2] = [
    Flavour {
        feature: "page",
        files: "gouji",
        global: "wasm_bindgen",
    },
    Flavour {
        feature: "whole",
        files: "engine",
        global: "gouji_engine",
    },
];

/// A module that is never handed out: explaining alone can be called in it.
const MEASURED: Flavour = Flavour {
    feature: "whole,measure",
    files: "measure",
    global: "gouji_measure",
};

/// The features that make the modules, for whoever looks at both.
pub(crate) fn features() -> impl Iterator<Item = &'static str> {
    FLAVOURS.iter().map(|flavour| flavour.feature)
}

/// Builds `gouji.js` and `gouji_bg.wasm`, `engine.js` and `engine_bg.wasm` into a folder. Classic scripts, not
/// modules: the one form that works on http, on file:// and on old engines.
pub(crate) fn build(workspace: &Workspace, folder: &Path) -> Result<()> {
    tools::wasm_target(workspace)?;
    for flavour in &FLAVOURS {
        build_one(workspace, folder, flavour)?;
    }
    Ok(())
}

/// Builds `measure.js` and `measure_bg.wasm` into a folder, the way the others are built.
pub(crate) fn build_measured(workspace: &Workspace, folder: &Path) -> Result<()> {
    tools::wasm_target(workspace)?;
    build_one(workspace, folder, &MEASURED)
}

fn build_one(workspace: &Workspace, folder: &Path, flavour: &Flavour) -> Result<()> {
    let mut cargo = workspace.cargo();
    cargo
        .args([
            "build",
            "--package",
            "gouji",
            "--lib",
            "--no-default-features",
            "--features",
            flavour.feature,
        ])
        .args(["--target", TARGET, "--profile", "wasm"])
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", rustflags(workspace));
    process::run(&mut cargo)?;

    let module = workspace
        .target
        .join(TARGET)
        .join("wasm")
        .join("gouji.wasm");
    let fail = |error| format!("wasm-bindgen: {error:#}");
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&module)
        .out_name(flavour.files)
        .typescript(false)
        // The page names the module itself: it knows where it was loaded from.
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen.no_modules(true).map_err(fail)?;
    bindgen.no_modules_global(flavour.global).map_err(fail)?;
    bindgen.generate(folder).map_err(fail)?;
    finish(
        &folder.join(format!("{}_bg.wasm", flavour.files)),
        &folder.join(format!("{}.js", flavour.files)),
    )
}

/// The one expression of the glue that is younger than Chrome 78 (optional chaining is of Chrome 80), and the
/// same in older words. A file with unknown syntax does not run at all.
const YOUNG: (&str, &str) = (
    r"/\[object ([^\]]+)\]/.exec(toStringOutput)?.[1]",
    r"(/\[object ([^\]]+)\]/.exec(toStringOutput) || [])[1]",
);

/// Rewrites module and glue for old engines, and makes the module smaller. Whether the latter was enough is seen by the
/// page tests, which parse it.
fn finish(module: &Path, glue: &Path) -> Result<()> {
    let fail = |path: &Path, error: String| format!("{}: {error}", path.display());
    let bytes = fs::read(module).map_err(|error| fail(module, error.to_string()))?;
    let text = fs::read_to_string(glue).map_err(|error| fail(glue, error.to_string()))?;
    let bytes = lower::lower(&bytes).map_err(|error| fail(module, error))?;
    let (bytes, text) = slim::slim(&bytes, &text).map_err(|error| fail(module, error))?;
    fs::write(module, bytes).map_err(|error| fail(module, error.to_string()))?;
    fs::write(glue, text.replace(YOUNG.0, YOUNG.1)).map_err(|error| fail(glue, error.to_string()))
}
