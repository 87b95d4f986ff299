//! The text, character by character: paragraphs, and the cells and rows that some of them end.

use crate::reader::edges::Table;
use crate::reader::error::ReadErrorKind;
use crate::reader::flow::{Budget, Flow};

use super::pieces::{Piece, Pieces, character};
use super::property::{Paragraph, Properties, Sources};

/// Tables inside tables at most.
const DEPTH: u32 = 32;

/// Signs in the text that stand for something else.
mod sign {
    pub(super) const CELL: u16 = 0x07;
    pub(super) const TAB: u16 = 0x09;
    pub(super) const LINE: u16 = 0x0B;
    pub(super) const PAGE: u16 = 0x0C;
    pub(super) const PARAGRAPH: u16 = 0x0D;
    pub(super) const COLUMN: u16 = 0x0E;
    pub(super) const FIELD: u16 = 0x13;
    pub(super) const FIELD_RESULT: u16 = 0x14;
    pub(super) const FIELD_END: u16 = 0x15;
    pub(super) const HYPHEN: u16 = 0x1E;
    /// The first that stands for itself.
    pub(super) const BLANK: u16 = 0x20;
}

/// Reads the characters of the stories, each from its first to the one behind its last.
///
/// # Errors
/// `Truncated` where a piece lies behind the end of the stream, `TooDeep`, `TooLarge`.
pub(super) fn read(
    stream: &[u8],
    pieces: &Pieces<'_>,
    stories: &[(u32, u32)],
    sources: Sources<'_>,
) -> Result<Flow, ReadErrorKind> {
    let properties = Properties::new(sources, pieces);
    let mut body = Body::default();
    for (first, end) in stories {
        for piece in pieces
            .iter()
            .filter_map(|piece| piece.between(*first, *end))
        {
            body.read(stream, &piece, &properties)?;
        }
        body.end_story()?;
    }
    Ok(body.flow)
}

/// What has been read so far.
#[derive(Debug, Default)]
struct Body {
    flow: Flow,
    /// The tables that are open, one inside the other.
    tables: Vec<Table>,
    units: Vec<u16>,
    /// For each open field, whether its result has begun: only that shows.
    fields: Vec<bool>,
    /// How many of them still tell what they are about.
    codes: usize,
    budget: Budget,
}

impl Body {
    fn read(
        &mut self,
        stream: &[u8],
        piece: &Piece,
        properties: &Properties<'_>,
    ) -> Result<(), ReadErrorKind> {
        let width = piece.width();
        let bytes = piece
            .start
            .checked_add(piece.bytes())
            .and_then(|end| stream.get(piece.start..end))
            .ok_or(ReadErrorKind::Truncated)?;
        // Up to where it is known whether the text shows.
        let (mut hidden, mut known) = (false, 0);
        for (number, bytes) in bytes.chunks_exact(width).enumerate() {
            let unit = match bytes {
                [byte] => character(*byte),
                [low, high] => u16::from_le_bytes([*low, *high]),
                _ => continue,
            };
            let place = piece.start.saturating_add(number.saturating_mul(width));
            if place >= known {
                (hidden, known) = properties.is_hidden(place)?;
            }
            self.take(unit, hidden, place, piece, properties)?;
        }
        Ok(())
    }

    fn take(
        &mut self,
        unit: u16,
        hidden: bool,
        place: usize,
        piece: &Piece,
        properties: &Properties<'_>,
    ) -> Result<(), ReadErrorKind> {
        match unit {
            sign::FIELD => {
                self.fields.push(false);
                self.codes = self.codes.saturating_add(1);
            }
            sign::FIELD_RESULT => {
                if let Some(field @ false) = self.fields.last_mut() {
                    *field = true;
                    self.codes = self.codes.saturating_sub(1);
                }
            }
            sign::FIELD_END => {
                let was_code = self.fields.pop() == Some(false);
                self.codes = self.codes.saturating_sub(usize::from(was_code));
            }
            sign::PARAGRAPH | sign::CELL | sign::PAGE => {
                let paragraph = properties.paragraph(place, piece)?;
                self.end_paragraph(unit, &paragraph)?;
            }
            _ if hidden || self.codes > 0 => {}
            sign::LINE | sign::COLUMN => self.units.push(u16::from(b'\n')),
            sign::HYPHEN => self.units.push(u16::from(b'-')),
            sign::TAB | sign::BLANK.. => self.units.push(unit),
            _ => {}
        }
        Ok(())
    }

    fn end_paragraph(&mut self, unit: u16, paragraph: &Paragraph) -> Result<(), ReadErrorKind> {
        self.budget.spend()?;
        let depth = match unit {
            // The mark of a cell, whatever is said about it.
            sign::CELL => paragraph.depth().max(1),
            _ => paragraph.depth(),
        };
        if depth > DEPTH {
            return Err(ReadErrorKind::TooDeep);
        }
        let depth = usize::try_from(depth).unwrap_or(0);
        while self.tables.len() > depth {
            self.end_table()?;
        }
        while self.tables.len() < depth {
            self.tables.push(Table::default());
        }
        let text = String::from_utf16_lossy(&std::mem::take(&mut self.units));
        let ends_row = paragraph.ends_row();
        let ends_cell = !ends_row && (unit == sign::CELL || paragraph.ends_inner_cell);
        let Some(table) = self.tables.last_mut() else {
            return self.flow.push_line(text, false);
        };
        table.open.push_line(text, false)?;
        if ends_row || ends_cell {
            // No field reaches over the end of a cell: one that is open here was never closed.
            self.fields.clear();
            self.codes = 0;
        }
        if ends_row {
            table.end_row(&paragraph.row);
        } else if ends_cell {
            table.end_cell();
        }
        Ok(())
    }

    /// Ends the innermost table.
    fn end_table(&mut self) -> Result<(), ReadErrorKind> {
        let Some(table) = self.tables.pop() else {
            return Ok(());
        };
        let settled = table.settle()?;
        match self.tables.last_mut() {
            Some(outer) => {
                outer.open.append(settled);
                outer.open_holds_table = true;
            }
            None => self.flow.append(settled),
        }
        Ok(())
    }

    fn end_story(&mut self) -> Result<(), ReadErrorKind> {
        while !self.tables.is_empty() {
            self.end_table()?;
        }
        self.fields.clear();
        self.codes = 0;
        let rest = String::from_utf16_lossy(&std::mem::take(&mut self.units));
        self.flow.push_line(rest, false)
    }
}
