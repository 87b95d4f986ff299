//! Workbooks of Excel 97 to 2003, in BIFF8 ([MS-XLS]): a stream of records, some for the workbook, then those of each
//! sheet. WPS writes the same under the name `.et`.

mod record;
mod shared;
mod text;
mod worksheet;

use crate::document::Document;
use crate::reader::container::compound::{Compound, SIGNATURE};
use crate::reader::container::integer::{u16_at, u32_at};
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::sheet::Account;

use record::{Record, Records, kind};
use shared::SharedTexts;

/// The names of the stream that holds all records; the second is what it was before Excel 97.
const STREAMS: [&str; 2] = ["Workbook", "Book"];
/// What the version field of BIFF8 says.
const BIFF8: u16 = 0x0600;
/// The kind of sheet that holds cells, as opposed to charts and macros.
const WORKSHEET: u8 = 0;

/// Reads the cells of all sheets that show, in the order of their tabs; each sheet is a part of the
/// document. Some writers leave the container out: then the
/// file is the stream.
///
/// # Errors
/// `TooOld` for workbooks of Excel 95 and before, `Encrypted`, `Truncated`, `Damaged`, `TooLarge`.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let workbook = if bytes.starts_with(SIGNATURE) {
        workbook(&stream(&Compound::open(bytes)?)?)
    } else {
        workbook(bytes)
    };
    workbook.map_err(|kind| match kind {
        ReadErrorKind::TooOld => ReadError::new(kind).in_part("excel-95"),
        kind => ReadError::new(kind).in_part("Workbook"),
    })
}

fn stream(file: &Compound<'_>) -> Result<Vec<u8>, ReadError> {
    for name in STREAMS {
        if let Some(stream) = file.read(name)? {
            return Ok(stream);
        }
    }
    Err(ReadError::new(ReadErrorKind::Damaged))
}

/// What all sheets share.
#[derive(Debug, Default)]
struct Globals {
    texts: SharedTexts,
    /// For each cell format, whether it draws a border.
    bordered: Vec<bool>,
}

impl Globals {
    /// The styles of the four sides stand in four bits each.
    fn push_format(&mut self, format: &[u8]) {
        self.bordered
            .push(u16_at(format, 10).is_some_and(|sides| sides != 0));
    }

    fn is_bordered(&self, format: u16) -> bool {
        self.bordered
            .get(usize::from(format))
            .is_some_and(|bordered| *bordered)
    }
}

fn workbook(stream: &[u8]) -> Result<Document, ReadErrorKind> {
    let mut records = Records::new(stream, 0);
    match records.next()? {
        Record {
            kind: kind::BEGIN,
            bytes,
        } if u16_at(bytes, 0) == Some(BIFF8) => {}
        Record {
            kind: kind::BEGIN | kind::BEGIN_2 | kind::BEGIN_3 | kind::BEGIN_4,
            ..
        } => return Err(ReadErrorKind::TooOld),
        _ => return Err(ReadErrorKind::Damaged),
    }
    let mut globals = Globals::default();
    let mut sheets = Vec::new();
    loop {
        let record = records.next()?;
        match record.kind {
            kind::END => break,
            kind::PASSWORD => return Err(ReadErrorKind::Encrypted),
            kind::SHEET => {
                let hidden = record.bytes.get(4).is_none_or(|state| state & 3 != 0);
                if !hidden && record.bytes.get(5) == Some(&WORKSHEET) {
                    let start = u32_at(record.bytes, 0).ok_or(ReadErrorKind::Damaged)?;
                    sheets.push((start, tab_name(record.bytes)));
                }
            }
            kind::FORMAT => globals.push_format(record.bytes),
            kind::SHARED_TEXTS => {
                globals.texts = SharedTexts::read(&records.with_continuations(&record))?;
            }
            _ => {}
        }
    }
    let mut account = Account::default();
    let mut document = Document::default();
    for (start, name) in sheets {
        let start = usize::try_from(start).map_err(|_| ReadErrorKind::Damaged)?;
        let sheet = worksheet::read(Records::new(stream, start), &globals, &mut account)?;
        sheet.append_to(&mut document, name)?;
    }
    Ok(document)
}

/// The name of a tab: its length, a flag for characters of two bytes, the characters.
fn tab_name(tab: &[u8]) -> String {
    let length = tab.get(6).copied().map_or(0, usize::from);
    let is_wide = tab.get(7).is_some_and(|flags| flags & 1 == 1);
    let characters = tab.get(8..).unwrap_or_default();
    if is_wide {
        let units = characters.chunks_exact(2).take(length);
        let units = units.filter_map(|unit| u16_at(unit, 0));
        char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    } else {
        characters
            .iter()
            .take(length)
            .copied()
            .map(char::from)
            .collect()
    }
}
