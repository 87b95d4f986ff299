//! OpenDocument texts and spreadsheets (ISO/IEC 26300), in a package or as one flat file.

mod body;
mod cell;
mod style;
mod tab;

use crate::document::Document;
use crate::reader::container::zip::Archive;
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::xml;
use crate::strings;

const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

/// Reads a document: of a text the main story, text boxes included, no headers, footers, notes or comments; of a
/// spreadsheet all sheets that show, each of them a part of the document.
///
/// # Errors
/// `Truncated` or `Damaged` for a broken archive or part, `Encrypted`, `TooLarge`, `TooDeep`.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    if !bytes.starts_with(b"PK") {
        return body::read(&xml::decode(bytes.to_vec())?);
    }
    let mut archive = Archive::open(bytes)?;
    if let Some(manifest) = archive.read(MANIFEST)?
        && strings::holds(&String::from_utf8_lossy(&manifest), "encryption-data")
    {
        return Err(ReadError::new(ReadErrorKind::Encrypted));
    }
    let Some(part) = archive.read(CONTENT)? else {
        return Err(ReadError::new(ReadErrorKind::Damaged).in_part(CONTENT));
    };
    xml::decode(part)
        .and_then(|text| body::read(&text))
        .map_err(|error| error.in_part(CONTENT))
}
