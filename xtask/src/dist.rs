//! `cargo xtask dist`: everything that is handed out.

use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace::Workspace;
use crate::{Result, digest, licences, npm, offline, single, site, widget};

/// The file with the digests of all others.
pub(crate) const SUMS: &str = "SHA256SUMS";

/// Writes everything into a folder that is emptied first. `built` is the folder of the site as it was built.
pub(crate) fn write(workspace: &Workspace, built: &Path, folder: &Path) -> Result<PathBuf> {
    let fail = |error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(fail)?;
    }
    fs::create_dir_all(folder).map_err(fail)?;
    offline::write(workspace, built, &folder.join("site"))?;
    single::write(workspace, built, &folder.join("gouji.html"), false)?;
    widget::write(workspace, built, &folder.join("widget"))?;
    npm::write(workspace, built, &folder.join("npm"))?;
    let packages = licences::packages(workspace)?;
    let put = |name: &str, text: String| fs::write(folder.join(name), text).map_err(fail);
    put("THIRD-PARTY.txt", licences::texts(&packages)?)?;
    put("sbom.cdx.json", licences::bill(&packages)?)?;
    put(SUMS, sums(folder)?)?;
    Ok(folder.to_path_buf())
}

/// The digests of all files, as `sha256sum --check` reads them.
fn sums(folder: &Path) -> Result<String> {
    let mut lines = String::new();
    for file in site::files(folder)? {
        let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy();
        let name = name.replace('\\', "/");
        lines.push_str(&format!("{}  {name}\n", digest::hex(&bytes)));
    }
    Ok(lines)
}
