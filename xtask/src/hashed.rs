//! Files with a digest in their names: they can be kept by browsers for ever, and versions never mix.

use std::fs;
use std::path::Path;

use crate::{Result, digest, site};

/// One file as it was written.
pub(crate) struct Written {
    /// The name in the sources.
    pub(crate) plain: String,
    /// The name it was written under.
    pub(crate) name: String,
    /// Its `integrity`.
    pub(crate) integrity: String,
}

/// The files written so far into a folder, in an order in which each names only those before it.
pub(crate) struct Hashed<'a> {
    folder: &'a Path,
    pub(crate) files: Vec<Written>,
}

impl<'a> Hashed<'a> {
    /// Begins with nothing.
    pub(crate) fn new(folder: &'a Path) -> Self {
        Self {
            folder,
            files: Vec::new(),
        }
    }

    /// Writes a file of the sources under a name with a digest, and in it the names of those before it.
    pub(crate) fn add(&mut self, source: &Path) -> Result<()> {
        let name = source.file_name().map(|name| name.to_string_lossy());
        let name = name.ok_or_else(|| format!("{} has no name", source.display()))?;
        let bytes = self.read(source)?;
        self.add_bytes(&name, &bytes)
    }

    /// Writes bytes under a name with a digest.
    pub(crate) fn add_bytes(&mut self, plain: &str, bytes: &[u8]) -> Result<()> {
        let (stem, end) = plain.split_once('.').unwrap_or((plain, ""));
        let name = format!("{stem}.{}.{end}", digest::short(bytes));
        self.write(plain, name, bytes)
    }

    /// Writes a text under its plain name: one that is asked for by that name.
    pub(crate) fn add_plain(&mut self, name: &str, text: &str) -> Result<()> {
        self.write(name, name.to_owned(), text.as_bytes())
    }

    /// The text with the names of the files written so far in place of those of the sources, wherever they stand
    /// alone in quotation marks.
    pub(crate) fn renamed(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for file in &self.files {
            for mark in ['"', '\''] {
                let quoted = |name: &str| format!("{mark}{name}{mark}");
                text = text.replace(&quoted(&file.plain), &quoted(&file.name));
            }
        }
        text
    }

    fn read(&self, source: &Path) -> Result<Vec<u8>> {
        if source.extension().is_some_and(|end| end == "wasm") {
            return fs::read(source).map_err(|error| format!("{}: {error}", source.display()));
        }
        Ok(self.renamed(&site::text(source)?).into_bytes())
    }

    fn write(&mut self, plain: &str, name: String, bytes: &[u8]) -> Result<()> {
        let goal = self.folder.join(&name);
        fs::write(&goal, bytes).map_err(|error| format!("{}: {error}", goal.display()))?;
        self.files.push(Written {
            plain: plain.to_owned(),
            name,
            integrity: digest::integrity(bytes),
        });
        Ok(())
    }
}
