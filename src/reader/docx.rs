//! Word processing documents in Office Open XML. Elements are told by their local names: the strict
//! variant has other namespaces, and some writers choose other prefixes.

mod body;
mod element;

use crate::document::Document;
use crate::reader::container::zip::Archive;
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::{package, xml};
use crate::strings;

const USUAL_PART: &str = "word/document.xml";

/// Reads a document: the main story, text boxes included; no headers, footers, notes or comments.
///
/// # Errors
/// `Truncated` or `Damaged` for a broken archive or part, `Encrypted`, `TooLarge`, `TooDeep`.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut archive = Archive::open(bytes)?;
    let name = package::main_part(&mut archive, is_document, USUAL_PART)?;
    let Some(part) = archive.read(&name)? else {
        return Err(ReadError::new(ReadErrorKind::Damaged).in_part(name));
    };
    let text = xml::decode(part).map_err(|error| error.in_part(name.as_str()))?;
    body::read(&text).map_err(|error| error.in_part(name))
}

/// Reads a document that is one XML file: of Word 2003, or a package with its parts in one.
///
/// # Errors
/// As [`read`].
pub(crate) fn read_xml(bytes: &[u8]) -> Result<Document, ReadError> {
    body::read(&xml::decode(bytes.to_vec())?)
}

fn is_document(kind: &str) -> bool {
    kind.ends_with("main+xml")
        && (strings::holds(kind, "wordprocessingml") || strings::holds(kind, "ms-word"))
}
