//! The same bytes from the same sources: everything is built once more, from a copy in another folder and with
//! nothing taken over, and compared with what was built here.

use std::fs;
use std::path::Path;

use crate::workspace::Workspace;
use crate::{Result, digest, dist, site};

/// What no build needs, wherever it stands.
const LEFT_OUT: [&str; 5] = [".git", "target", "dist", "node_modules", "fuzz"];

/// Builds a second time and compares. `first` is what was written before.
pub(crate) fn compare(workspace: &Workspace, first: &Path) -> Result<()> {
    let place = workspace.target.join("again");
    if place.exists() {
        fs::remove_dir_all(&place).map_err(|error| format!("{}: {error}", place.display()))?;
    }
    let root = place.join("elsewhere");
    copy(&workspace.root, &root)?;
    let copy = Workspace {
        target: root.join("target"),
        root,
    };
    let built = site::build(&copy, &copy.site())?;
    let second = dist::write(&copy, &built, &copy.dist())?;
    let names = |folder: &Path| -> Result<Vec<String>> {
        let name = |file: &Path| {
            file.strip_prefix(folder)
                .map(|name| name.display().to_string())
        };
        let files = site::files(folder)?;
        Ok(files.iter().filter_map(|file| name(file).ok()).collect())
    };
    let (here, there) = (names(first)?, names(&second)?);
    if here != there {
        return Err(format!(
            "the second build has other files: {here:?}, {there:?}"
        ));
    }
    for name in &here {
        let read =
            |folder: &Path| fs::read(folder.join(name)).map_err(|error| format!("{name}: {error}"));
        if read(first)? != read(&second)? {
            return Err(format!("{name} is not the same in the second build"));
        }
    }
    let sums = fs::read(first.join(dist::SUMS)).map_err(|error| error.to_string())?;
    println!(
        "  {} files, the same bytes from another folder; sums {}",
        here.len(),
        digest::short(&sums)
    );
    fs::remove_dir_all(&place).map_err(|error| format!("{}: {error}", place.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let fail = |error| format!("{}: {error}", from.display());
    fs::create_dir_all(to).map_err(fail)?;
    for entry in fs::read_dir(from).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        let name = entry.file_name();
        if LEFT_OUT.iter().any(|out| name == *out) {
            continue;
        }
        let (path, goal) = (entry.path(), to.join(&name));
        if path.is_dir() {
            copy(&path, &goal)?;
        } else {
            fs::copy(&path, &goal).map_err(fail)?;
        }
    }
    Ok(())
}
