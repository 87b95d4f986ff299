//! Documents of Word 97 to 2003 ([MS-DOC]); WPS writes the same under the name `.wps`. The text lies in pieces, in any
//! order; what is a cell and where a row ends stands in the properties of paragraphs, which are found by the place of
//! their text in the file.

mod body;
mod pieces;
mod property;
mod runs;

use crate::document::Document;
use crate::reader::container::compound::Compound;
use crate::reader::container::integer::{u16_at, u32_at};
use crate::reader::error::{ReadError, ReadErrorKind};

use pieces::Pieces;
use property::Sources;
use runs::Runs;

/// The stream of the text.
const TEXT: &str = "WordDocument";
/// What every document since Word 97 begins with.
const MAGIC: u16 = 0xA5EC;
/// The first version of the file information block that is of Word 97.
const WORD_97: u16 = 0x00C1;
/// Flags of the file information block.
const ENCRYPTED: u16 = 0x0100;
const SECOND_TABLE_STREAM: u16 = 0x0200;

/// Reads the text boxes, then the main text, each with its tables; no headers, footers, notes or comments. Text boxes come
/// first because the title of a report may stand in one.
///
/// # Errors
/// `TooOld` for documents of Word 95 and before, `Encrypted`, `Truncated`, `Damaged`, `TooLarge`, `TooDeep`.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let file = Compound::open(bytes)?;
    let text = file
        .read(TEXT)?
        .ok_or(ReadError::new(ReadErrorKind::Damaged))?;
    let block = information(&text)?;
    let table = file
        .read(block.table_stream)?
        .ok_or(ReadError::new(ReadErrorKind::Damaged).in_part(block.table_stream))?;
    let damaged = |kind| ReadError::new(kind).in_part(TEXT);
    let part = |(start, length): (usize, usize)| {
        let end = start.checked_add(length)?;
        table.get(start..end)
    };
    let pieces = part(block.pieces)
        .ok_or(ReadErrorKind::Damaged)
        .and_then(Pieces::read)
        .map_err(damaged)?;
    let sources = Sources {
        paragraphs: Runs::of_paragraphs(&text, part(block.paragraphs).unwrap_or_default()),
        characters: Runs::of_characters(&text, part(block.characters).unwrap_or_default()),
        file: &file,
    };
    body::read(&text, &pieces, &block.stories, sources)
        .map_err(damaged)?
        .into_document()
}

/// What the file information block says; places in the table stream as start and length.
struct Information {
    table_stream: &'static str,
    /// The characters that are read, as first and behind the last.
    stories: [(u32, u32); 2],
    pieces: (usize, usize),
    paragraphs: (usize, usize),
    characters: (usize, usize),
}

fn information(text: &[u8]) -> Result<Information, ReadError> {
    let truncated = ReadError::new(ReadErrorKind::Truncated).in_part(TEXT);
    let half = |position| u16_at(text, position).ok_or(truncated.clone());
    let (magic, version, flags) = (half(0)?, half(2)?, half(0x0A)?);
    if magic != MAGIC || version < WORD_97 {
        // The documents of all versions begin alike.
        return Err(match magic >> 8 {
            0xA5 | 0xA6 => ReadError::new(ReadErrorKind::TooOld).in_part("word-95"),
            _ => ReadError::new(ReadErrorKind::Damaged).in_part(TEXT),
        });
    }
    if flags & ENCRYPTED != 0 {
        return Err(ReadError::new(ReadErrorKind::Encrypted));
    }
    let word = |position| u32_at(text, position).ok_or(truncated.clone());
    let place = |position: usize| -> Result<(usize, usize), ReadError> {
        let number = |value| usize::try_from(value).unwrap_or(usize::MAX);
        Ok((
            number(word(position)?),
            number(word(position.saturating_add(4))?),
        ))
    };
    let length = word(0x4C)?;
    // Footnotes, headers, macros, comments and endnotes stand between the main text and the text boxes.
    let mut boxes = length;
    for position in [0x50, 0x54, 0x58, 0x5C, 0x60] {
        boxes = boxes.saturating_add(word(position)?);
    }
    Ok(Information {
        table_stream: if flags & SECOND_TABLE_STREAM == 0 {
            "0Table"
        } else {
            "1Table"
        },
        stories: [(boxes, boxes.saturating_add(word(0x64)?)), (0, length)],
        pieces: place(0x1A2)?,
        paragraphs: place(0x102)?,
        characters: place(0xFA)?,
    })
}
