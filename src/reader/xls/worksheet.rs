//! The records of one sheet.

use crate::reader::container::integer::{u16_at, u32_at, u64_at};
use crate::reader::error::ReadErrorKind;
use crate::reader::sheet::{Account, Place, Sheet, number};

use super::Globals;
use super::record::{Record, Records, kind};
use super::text::Cursor;

/// A row without height.
const HIDDEN_ROW: u16 = 0x20;
const HIDDEN_COLUMNS: u16 = 1;
/// Bytes in front of the text of a `LABEL`: row, column, format.
const CELL_HEAD: usize = 6;

/// Reads the cells, merged areas and hidden rows and columns of a sheet.
///
/// # Errors
/// `Truncated` where the stream ends before the sheet does, `Damaged` for a record shorter than it must be or a cell
/// whose text is not there, `TooLarge`.
pub(super) fn read(
    mut records: Records<'_>,
    globals: &Globals,
    account: &mut Account,
) -> Result<Sheet, ReadErrorKind> {
    let mut sheet = Sheet::default();
    if records.next()?.kind != kind::BEGIN {
        return Err(ReadErrorKind::Damaged);
    }
    // Charts on the sheet have records of their own, with a beginning and an end.
    let mut inner = 0_usize;
    // The cell of a formula whose text comes in a record of its own.
    let mut waiting: Option<Place> = None;
    loop {
        let record = records.next()?;
        match record.kind {
            kind::BEGIN => inner = inner.saturating_add(1),
            kind::END if inner == 0 => return Ok(sheet),
            kind::END => inner = inner.saturating_sub(1),
            _ if inner > 0 => {}
            kind::FORMULA | kind::FORMULA_3 | kind::FORMULA_4 => {
                waiting = formula(&record, globals, &mut sheet, account)?;
            }
            kind::FORMULA_TEXT => {
                if let Some(place) = waiting.take() {
                    let text = text(&records.with_continuations(&record), 0);
                    sheet.push(place, text, account)?;
                }
            }
            kind::TEXT | kind::RICH_TEXT => {
                let place = place(&record, globals)?;
                let text = text(&records.with_continuations(&record), CELL_HEAD);
                sheet.push(place, text, account)?;
            }
            _ => cell(&record, globals, &mut sheet, account)?,
        }
    }
}

/// Row, column and format of a cell.
fn place(record: &Record<'_>, globals: &Globals) -> Result<Place, ReadErrorKind> {
    Ok(Place {
        row: half(record, 0)?.into(),
        column: half(record, 2)?.into(),
        bordered: globals.is_bordered(half(record, 4)?),
    })
}

fn half(record: &Record<'_>, position: usize) -> Result<u16, ReadErrorKind> {
    u16_at(record.bytes, position).ok_or(ReadErrorKind::Damaged)
}

fn word(record: &Record<'_>, position: usize) -> Result<u32, ReadErrorKind> {
    u32_at(record.bytes, position).ok_or(ReadErrorKind::Damaged)
}

fn double(record: &Record<'_>, position: usize) -> Result<f64, ReadErrorKind> {
    let bits = u64_at(record.bytes, position).ok_or(ReadErrorKind::Damaged)?;
    Ok(f64::from_bits(bits))
}

fn text(pieces: &[&[u8]], start: usize) -> String {
    let mut text = String::new();
    // What is left of a text that breaks off is what there is.
    let _ = Cursor::new(pieces, start).text(&mut text);
    text
}

/// A record that says all about itself.
fn cell(
    record: &Record<'_>,
    globals: &Globals,
    sheet: &mut Sheet,
    account: &mut Account,
) -> Result<(), ReadErrorKind> {
    match record.kind {
        kind::SHARED_TEXT => {
            let place = place(record, globals)?;
            let text = globals
                .texts
                .get(word(record, 6)?)
                .ok_or(ReadErrorKind::Damaged)?;
            sheet.push(place, text, account)
        }
        kind::NUMBER => {
            let place = place(record, globals)?;
            sheet.push(place, number::text(double(record, 6)?), account)
        }
        kind::SMALL_NUMBER => {
            let place = place(record, globals)?;
            sheet.push(place, small_number(word(record, 6)?), account)
        }
        kind::SMALL_NUMBERS => {
            let row = half(record, 0)?.into();
            // Format and number of each cell.
            let cells = record.bytes.get(4..).unwrap_or_default().chunks_exact(6);
            for (column, cell) in (u32::from(half(record, 2)?)..).zip(cells) {
                let place = Place {
                    row,
                    column,
                    bordered: u16_at(cell, 0).is_some_and(|format| globals.is_bordered(format)),
                };
                let packed = u32_at(cell, 2).unwrap_or(0);
                sheet.push(place, small_number(packed), account)?;
            }
            Ok(())
        }
        kind::BLANK if globals.is_bordered(half(record, 4)?) => {
            sheet.push(place(record, globals)?, "", account)
        }
        kind::BLANKS => {
            let row = half(record, 0)?.into();
            // The last column stands behind the formats.
            let formats = record.bytes.get(4..).unwrap_or_default().chunks_exact(2);
            let cells = formats.len().saturating_sub(1);
            for (column, format) in (u32::from(half(record, 2)?)..).zip(formats.take(cells)) {
                if u16_at(format, 0).is_some_and(|format| globals.is_bordered(format)) {
                    let place = Place {
                        row,
                        column,
                        bordered: true,
                    };
                    sheet.push(place, "", account)?;
                }
            }
            Ok(())
        }
        kind::TRUTH_OR_ERROR => {
            let place = place(record, globals)?;
            let is_error = record.bytes.get(7) == Some(&1);
            let value = record.bytes.get(6).copied().unwrap_or(0);
            sheet.push(place, truth_or_error(value, is_error), account)
        }
        kind::ROW if half(record, 12)? & HIDDEN_ROW != 0 => {
            let row = half(record, 0)?.into();
            sheet.hide_rows((row, row), account)
        }
        kind::COLUMNS if half(record, 8)? & HIDDEN_COLUMNS != 0 || half(record, 4)? == 0 => {
            let columns = (half(record, 0)?.into(), half(record, 2)?.into());
            sheet.hide_columns(columns, account)
        }
        kind::MERGED => {
            for area in record.bytes.get(2..).unwrap_or_default().chunks_exact(8) {
                let field = |position| u16_at(area, position).map_or(0, u32::from);
                sheet.merge((field(0), field(2)), (field(4), field(6)), account)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The value that a formula had when the workbook was saved; the place of the cell if its text is still to come. A writer
/// without arithmetic leaves a blank, or 0: then a workbook is not what one sees until an office suite has saved it.
fn formula(
    record: &Record<'_>,
    globals: &Globals,
    sheet: &mut Sheet,
    account: &mut Account,
) -> Result<Option<Place>, ReadErrorKind> {
    let place = place(record, globals)?;
    if half(record, 12)? != 0xFFFF {
        sheet.push(place, number::text(double(record, 6)?), account)?;
        return Ok(None);
    }
    let value = record.bytes.get(8).copied().unwrap_or(0);
    match record.bytes.get(6) {
        Some(0) => return Ok(Some(place)),
        Some(1) => sheet.push(place, truth_or_error(value, false), account)?,
        Some(2) => sheet.push(place, truth_or_error(value, true), account)?,
        _ => sheet.push(place, "", account)?,
    }
    Ok(None)
}

/// A number in 32 bits: an integer or the upper half of a floating-point number, either of them perhaps in hundredths.
fn small_number(packed: u32) -> String {
    let places = if packed & 1 == 1 { 2 } else { 0 };
    if packed & 2 == 2 {
        let signed = packed.cast_signed() >> 2;
        number::decimal(signed < 0, &signed.unsigned_abs().to_string(), places)
    } else {
        let bits = u64::from(packed & !3) << 32;
        number::shifted(f64::from_bits(bits), places)
    }
}

fn truth_or_error(value: u8, is_error: bool) -> &'static str {
    if !is_error {
        return if value == 0 { "FALSE" } else { "TRUE" };
    }
    match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}
