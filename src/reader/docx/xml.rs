//! Small helpers over the XML reader.

use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::{BytesRef, BytesStart};

use crate::reader::encoding;
use crate::reader::error::{ReadError, ReadErrorKind};

/// Decodes a part: UTF-8, or UTF-16 where the bytes show it.
///
/// # Errors
/// `Damaged` at the first byte that is neither.
pub(super) fn decode(part: Vec<u8>) -> Result<String, ReadError> {
    if let Some(text) = encoding::decode_utf16(&part) {
        return Ok(text);
    }
    String::from_utf8(part).map_err(|error| {
        ReadError::new(ReadErrorKind::Damaged).at(error.utf8_error().valid_up_to() as u64)
    })
}

/// A reader that gives an end for every start.
pub(super) fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.allow_dangling_amp = true;
    reader
}

/// The error for what the XML reader said. Its syntax errors all mean that the text ended too early.
pub(super) fn failure(error: &Error, position: u64) -> ReadError {
    let kind = match error {
        Error::Syntax(_) => ReadErrorKind::Truncated,
        _ => ReadErrorKind::Damaged,
    };
    ReadError::new(kind).at(position)
}

/// The value of an attribute, by local name.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        // Telling duplicates costs the square of their number.
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| attribute.value.into_owned())
}

/// The character of a reference; `None` for a name that XML does not know.
pub(super) fn character(reference: &BytesRef<'_>) -> Option<char> {
    match reference.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    }
}
