//! The pieces that the text is made of. A document that was saved fast has many, and some of them carry properties that
//! hold for all of the piece.

use crate::reader::container::integer::{u16_at, u32_at};
use crate::reader::error::ReadErrorKind;

/// First bytes of the two kinds of records in front of and around the piece table.
const PROPERTIES: u8 = 1;
const TABLE: u8 = 2;
/// Bytes of a piece in the table.
const PIECE: usize = 8;
/// Of the place of a piece: its characters are of one byte, and its place is told in half bytes.
const COMPRESSED: u32 = 0x4000_0000;

/// The piece table.
#[derive(Debug)]
pub(super) struct Pieces<'a> {
    /// Properties that pieces point at.
    pub(super) properties: Vec<&'a [u8]>,
    table: &'a [u8],
    count: usize,
}

/// A stretch of text in one place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Its characters as counted in the document: the first, and the one behind the last.
    pub(super) first: u32,
    pub(super) end: u32,
    /// Where it lies in the text stream.
    pub(super) start: usize,
    /// Characters of one byte in place of two.
    pub(super) compressed: bool,
    /// What holds for all of it, packed.
    pub(super) modifier: u16,
}

impl Piece {
    /// Bytes of a character.
    pub(super) fn width(&self) -> usize {
        if self.compressed { 1 } else { 2 }
    }

    /// Bytes of all its characters.
    pub(super) fn bytes(&self) -> usize {
        let count = self.end.saturating_sub(self.first);
        usize::try_from(count)
            .unwrap_or(usize::MAX)
            .saturating_mul(self.width())
    }

    /// What of the piece lies in a stretch of the text; `None` if nothing does.
    pub(super) fn between(self, first: u32, end: u32) -> Option<Self> {
        let (first, end) = (self.first.max(first), self.end.min(end));
        let skipped = Self { end: first, ..self };
        (first < end).then_some(Self {
            first,
            end,
            start: self.start.saturating_add(skipped.bytes()),
            ..self
        })
    }
}

impl<'a> Pieces<'a> {
    /// Reads the table from its place in the table stream.
    ///
    /// # Errors
    /// `Damaged` if there is none.
    pub(super) fn read(mut bytes: &'a [u8]) -> Result<Self, ReadErrorKind> {
        let mut properties = Vec::new();
        loop {
            let (kind, rest) = bytes.split_first().ok_or(ReadErrorKind::Damaged)?;
            match *kind {
                PROPERTIES => {
                    let length = u16_at(rest, 0).map_or(0, usize::from);
                    let end = length.saturating_add(2);
                    properties.push(rest.get(2..end).ok_or(ReadErrorKind::Damaged)?);
                    bytes = rest.get(end..).ok_or(ReadErrorKind::Damaged)?;
                }
                TABLE => {
                    let length = u32_at(rest, 0)
                        .and_then(|length| usize::try_from(length).ok())
                        .ok_or(ReadErrorKind::Damaged)?;
                    let end = length.saturating_add(4);
                    let table = rest.get(4..end).ok_or(ReadErrorKind::Damaged)?;
                    // One more position than pieces.
                    let count = length.saturating_sub(4) / (PIECE + 4);
                    return Ok(Self {
                        properties,
                        table,
                        count,
                    });
                }
                _ => return Err(ReadErrorKind::Damaged),
            }
        }
    }

    /// The pieces in the order of the text.
    pub(super) fn iter(&self) -> impl Iterator<Item = Piece> {
        let places = self.count.saturating_add(1).saturating_mul(4);
        (0..self.count).filter_map(move |number| {
            let position = number.saturating_mul(4);
            let piece = places.saturating_add(number.saturating_mul(PIECE));
            let place = u32_at(self.table, piece.saturating_add(2))?;
            let compressed = place & COMPRESSED != 0;
            let start = usize::try_from(place & COMPRESSED.wrapping_sub(1)).ok()?;
            Some(Piece {
                first: u32_at(self.table, position)?,
                end: u32_at(self.table, position.saturating_add(4))?,
                start: if compressed { start / 2 } else { start },
                compressed,
                modifier: u16_at(self.table, piece.saturating_add(6))?,
            })
        })
    }
}

/// The character of a byte in a compressed piece: that of Latin-1, but for those that the specification lists.
pub(super) fn character(byte: u8) -> u16 {
    const FROM_82: [u16; 30] = [
        0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
        0x8D, 0x8E, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x9E, 0x0178,
    ];
    usize::from(byte)
        .checked_sub(0x82)
        .and_then(|at| FROM_82.get(at))
        .copied()
        .unwrap_or(u16::from(byte))
}
