//! Where things are.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::process;

/// The places of the workspace.
pub(crate) struct Workspace {
    /// The folder with the root manifest.
    pub(crate) root: PathBuf,
    /// The target directory, wherever CARGO_TARGET_DIR or a configuration file put it.
    pub(crate) target: PathBuf,
}

impl Workspace {
    /// Asks cargo.
    pub(crate) fn find() -> Result<Self> {
        // Cargo says it when it runs us; what stood there when we were compiled may be another working copy.
        let own = std::env::var_os("CARGO_MANIFEST_DIR")
            .unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&own)
            .parent()
            .ok_or("the folder of xtask has no parent")?
            .to_path_buf();
        let mut command = cargo();
        command
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .current_dir(&root);
        let answer = process::output(&mut command)?;
        let metadata: serde_json::Value =
            serde_json::from_str(&answer).map_err(|error| format!("cargo metadata: {error}"))?;
        let target = metadata
            .get("target_directory")
            .and_then(serde_json::Value::as_str)
            .ok_or("cargo metadata names no target directory")?;
        Ok(Self {
            root,
            target: PathBuf::from(target),
        })
    }

    /// The site as it is built, with the names of its sources; what `dist` hands out is made of it.
    pub(crate) fn site(&self) -> PathBuf {
        self.target.join("site")
    }

    /// What `dist` writes, for the tests.
    pub(crate) fn dist(&self) -> PathBuf {
        self.target.join("dist")
    }

    /// A command in the root folder.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// Cargo in the root folder.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = cargo();
        command
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.target);
        command
    }
}

/// The cargo that runs us.
fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}
