//! `cargo xtask dist`: everything that is handed out.

use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace::Workspace;
use crate::{Result, offline, single, widget};

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
    Ok(folder.to_path_buf())
}
