//! The tools that are needed beside Rust: found, installed where that is our business, or named in one line.

use std::fs;
use std::path::Path;

use crate::workspace::Workspace;
use crate::{Result, process, wasm};

/// Adds the wasm target to the toolchain if it is missing.
pub(crate) fn wasm_target(workspace: &Workspace) -> Result<()> {
    let mut query = workspace.command("rustc");
    let library =
        process::output(query.args(["--print", "target-libdir", "--target", wasm::TARGET]))?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    let mut rustup = workspace.command("rustup");
    process::run(rustup.args(["target", "add", wasm::TARGET])).map_err(|message| {
        format!(
            "the Rust target {} is missing: install it ({message})",
            wasm::TARGET
        )
    })
}

/// Adds the parts of the toolchain that only tests need, if they are missing.
pub(crate) fn components(workspace: &Workspace) -> Result<()> {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        // Run as cargo runs them; the answer is not there if the component is not.
        if process::ask(program, "--version").is_none() {
            let mut rustup = workspace.command("rustup");
            process::run(rustup.args(["component", "add", component]))
                .map_err(|message| format!("{component} is missing: install it ({message})"))?;
        }
    }
    Ok(())
}

/// The oldest Node.js that the page tests and their browser driver run on.
const NODE_MAJOR: u32 = 20;

/// Makes sure of Node.js.
pub(crate) fn node() -> Result<()> {
    let Some(version) = process::ask("node", "--version") else {
        return Err(format!(
            "node is missing: install Node.js {NODE_MAJOR} or newer with npm"
        ));
    };
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|number| number.parse().ok());
    match major {
        Some(major) if NODE_MAJOR <= major => Ok(()),
        _ => Err(format!(
            "node {version} is too old: install Node.js {NODE_MAJOR} or newer with npm"
        )),
    }
}

/// Installs the locked npm packages of a folder if they are missing or older than their lock.
pub(crate) fn packages(workspace: &Workspace, folder: &str) -> Result<()> {
    node()?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let place = workspace.root.join(folder);
    let changed = |name: &str| {
        fs::metadata(place.join(name))
            .and_then(|data| data.modified())
            .ok()
    };
    // npm writes this file last, so it also tells a complete installation from a broken one.
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && changed("package-lock.json") <= installed {
        return Ok(());
    }
    if process::ask(npm, "--version").is_none() {
        return Err(format!(
            "npm is missing: install Node.js {NODE_MAJOR} or newer with npm"
        ));
    }
    let mut command = workspace.command(npm);
    command
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(&place);
    process::run(&mut command)
}

/// A browser that the tests drive.
struct Browser {
    name: &'static str,
    /// The variable that goes before all places.
    variable: &'static str,
    /// Where it usually is.
    places: &'static [&'static str],
    /// The packages of Debian that bring it.
    packages: &'static [&'static str],
}

const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "CHROMIUM",
    places: &[
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    packages: &["chromium", "fonts-noto-cjk"],
};

const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX",
    places: &[
        "/usr/bin/firefox-esr",
        "/usr/bin/firefox",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
    ],
    packages: &["firefox-esr"],
};

/// Finds Chromium; as root on Debian it is installed if missing. Returns its path.
pub(crate) fn chromium(workspace: &Workspace) -> Result<String> {
    CHROMIUM.find_or_install(workspace)
}

/// Finds Firefox; as root on Debian it is installed if missing. Returns its path.
pub(crate) fn firefox(workspace: &Workspace) -> Result<String> {
    FIREFOX.find_or_install(workspace)
}

impl Browser {
    fn find_or_install(&self, workspace: &Workspace) -> Result<String> {
        let Self { name, variable, .. } = self;
        if let Ok(path) = std::env::var(variable) {
            return if Path::new(&path).is_file() {
                Ok(path)
            } else {
                Err(format!("{variable}={path}: there is no such file"))
            };
        }
        if let Some(path) = self.find() {
            return Ok(path);
        }
        let root = process::ask("id", "-u").as_deref() == Some("0");
        if root && Path::new("/etc/debian_version").is_file() {
            let mut update = workspace.command("apt-get");
            process::run(update.arg("update"))?;
            let mut install = workspace.command("apt-get");
            install
                .env("DEBIAN_FRONTEND", "noninteractive")
                .args(["install", "-y", "--no-install-recommends"])
                .args(self.packages);
            process::run(&mut install)?;
        }
        self.find().ok_or_else(|| {
            let packages = self.packages.join(" ");
            format!("{name} is missing: install it (Debian: apt-get install {packages}), or set {variable} to its path")
        })
    }

    fn find(&self) -> Option<String> {
        self.places
            .iter()
            .find(|path| Path::new(path).is_file())
            .map(|path| (*path).to_owned())
    }
}
