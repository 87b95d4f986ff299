//! The syntax of PDF (ISO 32000-2, section 7): objects, the index of a file and how to make it anew where it is wrong,
//! streams and what they are packed with, files that are encrypted without a password to open them, and the pages.
//!
//! Written here, because a library for it took 75 KB of the module after gzip, half of it for what a reader of reports
//! never asks for; `oracle` holds it to such a library.

mod cipher;
mod content;
mod file;
mod filter;
mod index;
mod lexer;
mod object;
#[cfg(test)]
mod oracle;
mod pages;
#[cfg(test)]
mod tests;

pub(super) use content::Content;
pub(super) use file::File;
pub(super) use object::{Dict, Object, Stream};
pub(super) use pages::{PageEntry, pages};
