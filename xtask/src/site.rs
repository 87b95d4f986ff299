//! The site: what stands in `www/`, and the module.

use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace::Workspace;
use crate::{Result, plain, wasm};

/// Builds the site in a folder that is emptied first, and returns the folder.
pub(crate) fn build(workspace: &Workspace, folder: &Path) -> Result<PathBuf> {
    let fail = |error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(fail)?;
    }
    fs::create_dir_all(folder).map_err(fail)?;
    copy(&workspace.root.join("www"), folder)?;
    wasm::build(workspace, folder)?;
    for path in files(folder)? {
        if path
            .extension()
            .is_some_and(|extension| extension == "js" || extension == "css")
        {
            let fail = |error| format!("{}: {error}", path.display());
            fs::write(&path, plain::plain(&text(&path)?)).map_err(fail)?;
        }
    }
    Ok(folder.to_path_buf())
}

/// Every file of a folder and its folders, in order of the path.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let fail = |error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The text of a file.
pub(crate) fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The text with one place replaced that must stand there exactly once.
pub(crate) fn replace_once(text: &str, from: &str, to: &str) -> Result<String> {
    match text.matches(from).count() {
        1 => Ok(text.replace(from, to)),
        count => Err(format!("{count} times instead of once: {from}")),
    }
}

/// Copies a folder with everything in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let relative = file.strip_prefix(from).map_err(|error| error.to_string())?;
        let goal = to.join(relative);
        if let Some(parent) = goal.parent() {
            fs::create_dir_all(parent).map_err(|error| format!("{}: {error}", parent.display()))?;
        }
        fs::copy(&file, &goal).map_err(|error| format!("{}: {error}", goal.display()))?;
    }
    Ok(())
}
