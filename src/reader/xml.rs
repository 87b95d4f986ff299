//! What all readers of XML share: a walk over elements and texts that never recurses, and the values of attributes.
//! Elements and attributes are told by their local names: the strict variants of formats have other namespaces, and
//! some writers choose other prefixes.

use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::limits;
use crate::reader::encoding;
use crate::reader::error::{ReadError, ReadErrorKind};

/// An element with its attributes.
pub(crate) type Element<'a> = BytesStart<'a>;

/// What a reader makes of XML. Every start has an end, also that of an element without content.
pub(crate) trait Visitor {
    /// An element begins.
    fn start(&mut self, element: &Element<'_>) -> Result<(), ReadErrorKind>;
    /// A piece of text; one text may come in several.
    fn text(&mut self, text: &str) -> Result<(), ReadErrorKind>;
    /// The element that began last, of those that have not ended, ends.
    fn end(&mut self) -> Result<(), ReadErrorKind>;
}

/// Walks over a text from its first element to its last.
///
/// # Errors
/// `Truncated` where it ends before its elements do, `Damaged` where it is no XML, `TooDeep`, and what the visitor says.
pub(crate) fn walk(text: &str, visitor: &mut dyn Visitor) -> Result<(), ReadError> {
    let mut reader = reader(text);
    let (mut depth, mut has_root) = (0_usize, false);
    loop {
        let event = reader
            .read_event()
            .map_err(|error| failure(&error, reader.error_position()))?;
        let position = reader.buffer_position();
        let done = match event {
            Event::Start(element) | Event::Empty(element) => {
                has_root = true;
                depth = depth.saturating_add(1);
                if depth > limits::DEPTH {
                    Err(ReadErrorKind::TooDeep)
                } else {
                    visitor.start(&element)
                }
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                visitor.end()
            }
            Event::Text(text) => visitor.text(&text.xml10_content()),
            Event::CData(text) => visitor.text(&text.xml10_content()),
            Event::GeneralRef(reference) => match character(&reference) {
                Some(c) => visitor.text(c.encode_utf8(&mut [0; 4])),
                None => Ok(()),
            },
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => Ok(()),
        };
        done.map_err(|kind| ReadError::new(kind).at(position))?;
    }
    let kind = match (depth, has_root) {
        (0, true) => return Ok(()),
        (0, false) => ReadErrorKind::Damaged,
        _ => ReadErrorKind::Truncated,
    };
    Err(ReadError::new(kind).at(reader.buffer_position()))
}

/// Decodes a part: UTF-8, or UTF-16 where the bytes show it.
///
/// # Errors
/// `Damaged` at the first byte that is neither.
pub(crate) fn decode(part: Vec<u8>) -> Result<String, ReadError> {
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
fn failure(error: &Error, position: u64) -> ReadError {
    let kind = match error {
        Error::Syntax(_) => ReadErrorKind::Truncated,
        _ => ReadErrorKind::Damaged,
    };
    ReadError::new(kind).at(position)
}

/// The value of an attribute, by local name, as it is written.
pub(crate) fn attribute(element: &Element<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        // Telling duplicates costs the square of their number.
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| attribute.value.into_owned())
}

/// A value of an attribute with its references resolved.
pub(crate) fn unescaped(value: &str) -> String {
    quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), |text| text.into_owned())
}

/// The whole number in an attribute.
pub(crate) fn number(element: &Element<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

/// Whether a switch says yes.
pub(crate) fn is_set(element: &Element<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
}

/// The character of a reference; `None` for a name that XML does not know.
fn character(reference: &BytesRef<'_>) -> Option<char> {
    match reference.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    }
}
