//! Bytes to [`Document`]. The kind of a file is told by its first bytes, never by its name and never by
//! trial: the one reader that the bytes ask for reads them, and its own error is the answer.

// What belongs to kinds that only the whole engine reads is not called in the other module.
#![cfg_attr(not(feature = "whole"), allow(dead_code))]

#[cfg(feature = "whole")]
pub mod collection;
#[cfg(feature = "whole")]
mod container;
#[cfg(feature = "whole")]
mod doc;
#[cfg(feature = "whole")]
mod docx;
mod draft;
#[cfg(feature = "whole")]
mod drawing;
#[cfg(feature = "whole")]
mod edges;
pub mod encoding;
pub mod error;
#[cfg(feature = "whole")]
mod excel_xml;
mod flow;
mod html;
#[cfg(feature = "whole")]
mod mht;
#[cfg(feature = "whole")]
mod ofd;
#[cfg(feature = "whole")]
mod opendocument;
#[cfg(feature = "whole")]
mod package;
#[cfg(feature = "whole")]
mod pdf;
#[cfg(feature = "whole")]
mod rtf;
#[cfg(feature = "whole")]
mod ruled;
#[cfg(feature = "whole")]
mod sheet;
pub mod sniff;
#[cfg(feature = "whole")]
mod story;
pub mod text;
#[cfg(feature = "whole")]
mod xls;
#[cfg(feature = "whole")]
mod xlsx;
#[cfg(feature = "whole")]
mod xml;

pub use encoding::Decoder;
pub use error::{ReadError, ReadErrorKind};
pub use sniff::sniff;

#[cfg(feature = "whole")]
use crate::document::Block;
use crate::document::Document;
use crate::limits;

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
    /// Portable Document Format.
    Pdf,
    /// A document of Word 97 to 2003, or of WPS (`.wps`).
    Doc,
    /// A workbook of Excel 97 to 2003, or of WPS (`.et`).
    Xls,
    /// Office Open XML workbook, strict or transitional.
    Xlsx,
    /// OpenDocument spreadsheet.
    Ods,
    /// OpenDocument text.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// A web page saved as one file (MHTML).
    Mht,
    /// A Word document as one XML file: of Word 2003, or a whole package in XML.
    WordXml,
    /// A workbook as one XML file, of Excel 2003.
    ExcelXml,
    /// Fixed pages in the national format (GB/T 33190).
    Ofd,
}

impl Format {
    /// The permanent name, as it stands in `file.format` of the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Doc => "doc",
            Self::Xls => "xls",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::Odt => "odt",
            Self::Rtf => "rtf",
            Self::Mht => "mht",
            Self::WordXml => "word-xml",
            Self::ExcelXml => "excel-xml",
            Self::Ofd => "ofd",
        }
    }
}

/// Reads a file of any kind.
///
/// # Errors
/// What [`sniff()`] and [`read_as`] say; once the format is known, the error carries it.
pub fn read(bytes: &[u8], decoder: &dyn Decoder) -> Result<(Format, Document), ReadError> {
    let format = sniff(bytes)?;
    read_as(format, bytes, decoder)
        .map(|document| (format, document))
        .map_err(|error| error.of_format(format))
}

/// Reads a file whose format has been told by [`sniff()`].
///
/// # Errors
/// One kind per cause, see [`ReadErrorKind`]; `TooLarge` also above [`limits::TEXT_BYTES`].
pub fn read_as(format: Format, bytes: &[u8], decoder: &dyn Decoder) -> Result<Document, ReadError> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(ReadError::new(ReadErrorKind::TooLarge));
    }
    let document = by_format(format, bytes, decoder)?;
    #[cfg(feature = "whole")]
    if text_bytes(&document) > limits::TEXT_BYTES {
        return Err(ReadError::new(ReadErrorKind::TooLarge));
    }
    Ok(document)
}

/// Bytes of all texts: what is made of them takes several times as much.
#[cfg(feature = "whole")]
fn text_bytes(document: &Document) -> usize {
    let of_block = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph.text.len(),
        Block::Grid(grid) => grid.cells().iter().map(|cell| cell.text.len()).sum(),
    };
    document.blocks.iter().map(of_block).sum()
}

fn by_format(format: Format, bytes: &[u8], decoder: &dyn Decoder) -> Result<Document, ReadError> {
    match format {
        Format::Text => text::read(&encoding::decode_text(bytes, decoder)?),
        Format::Html => html::read(&encoding::decode_html(bytes, decoder)?),
        #[cfg(feature = "whole")]
        Format::Docx => docx::read(bytes),
        #[cfg(feature = "whole")]
        Format::Pdf => pdf::read(bytes, decoder),
        #[cfg(feature = "whole")]
        Format::Doc => doc::read(bytes),
        #[cfg(feature = "whole")]
        Format::Xls => xls::read(bytes),
        #[cfg(feature = "whole")]
        Format::Xlsx => xlsx::read(bytes),
        #[cfg(feature = "whole")]
        Format::Ods | Format::Odt => opendocument::read(bytes),
        #[cfg(feature = "whole")]
        Format::Rtf => rtf::read(bytes, decoder),
        #[cfg(feature = "whole")]
        Format::Mht => mht::read(bytes, decoder),
        #[cfg(feature = "whole")]
        Format::WordXml => docx::read_xml(bytes),
        #[cfg(feature = "whole")]
        Format::ExcelXml => excel_xml::read(bytes),
        #[cfg(feature = "whole")]
        Format::Ofd => ofd::read(bytes),
        #[cfg(not(feature = "whole"))]
        _ => Err(ReadError::new(ReadErrorKind::Unsupported)),
    }
}
