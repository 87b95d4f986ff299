//! Bytes to [`Document`](crate::document::Document). The kind of a file is told by its first bytes, never by its name and never by
//! trial: the one reader that the bytes ask for reads them, and its own error is the answer.

pub mod error;
pub mod text;

pub use error::{ReadError, ReadErrorKind};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Format {
    /// Plain text: tab-separated, one cell per line, pipes, or running text.
    Text,
    /// A web page or a fragment of one (clipboard).
    Html,
    /// Office Open XML word processing, strict or transitional.
    Docx,
}

impl Format {
    /// The permanent name, as it stands in `file.format` of the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Docx => "docx",
        }
    }
}

/// Turns bytes in a named encoding into text. The page decodes through the browser's `TextDecoder`, the
/// command line through `encoding_rs`; a test holds both to the same result.
pub trait Decoder {
    /// Decodes all of `bytes`; `label` is a WHATWG encoding label (`gb18030`, `big5`, `utf-16le` ...).
    /// Undecodable bytes become U+FFFD. `None` if the encoding is not known.
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String>;
}

/// The kind of a file, by its first bytes.
///
/// # Errors
///
/// When there is nothing to read or no reader takes the bytes.
pub fn sniff(bytes: &[u8]) -> Result<Format, ReadError> {
    if bytes.is_empty() {
        Err(ReadError::new(ReadErrorKind::Empty))
    } else {
        Ok(Format::Text)
    }
}

/// Reads a file of a known kind.
///
/// # Errors
///
/// What keeps the reader of that kind from reading it.
pub fn read_as(
    format: Format,
    bytes: &[u8],
    decoder: &dyn Decoder,
) -> Result<crate::document::Document, ReadError> {
    let _ = format;
    let text = decoder
        .decode("utf-8", bytes)
        .ok_or(ReadError::new(ReadErrorKind::Encoding))?;
    Ok(text::read(&text))
}
