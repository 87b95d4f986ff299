//! Properties: each a number that says what it is and how long, then that many bytes.

use std::cell::{Cell, OnceCell};

use crate::limits;
use crate::reader::container::compound::Compound;
use crate::reader::container::integer::{u16_at, u32_at};
use crate::reader::edges::{Down, Edges, Merge};
use crate::reader::error::ReadErrorKind;

use super::pieces::{Piece, Pieces};
use super::runs::Runs;

/// Where properties stand.
#[derive(Debug)]
pub(super) struct Sources<'a> {
    pub(super) paragraphs: Runs<'a>,
    pub(super) characters: Runs<'a>,
    /// The file: properties too long for their page lie in a stream of their own.
    pub(super) file: &'a Compound<'a>,
}

/// Looks up properties and counts how much was read: files may point at the same bytes again and again.
#[derive(Debug)]
pub(super) struct Properties<'a> {
    sources: Sources<'a>,
    pieces: &'a Pieces<'a>,
    data: OnceCell<Vec<u8>>,
    read: Cell<usize>,
}

/// What the properties of a paragraph say about tables.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    in_table: bool,
    /// Ends a row of the outermost table.
    ends_row: bool,
    depth: u32,
    /// Ends a cell, or a row, of a table inside a table.
    pub(super) ends_inner_cell: bool,
    ends_inner_row: bool,
    pub(super) row: Edges,
}

impl Paragraph {
    /// In how many tables the paragraph stands.
    pub(super) fn depth(&self) -> u32 {
        if self.in_table { self.depth.max(1) } else { 0 }
    }

    pub(super) fn ends_row(&self) -> bool {
        self.ends_row || self.ends_inner_row
    }
}

impl<'a> Properties<'a> {
    pub(super) fn new(sources: Sources<'a>, pieces: &'a Pieces<'a>) -> Self {
        Self {
            sources,
            pieces,
            data: OnceCell::new(),
            read: Cell::new(0),
        }
    }

    /// The properties of the paragraph whose mark lies at `place`.
    ///
    /// # Errors
    /// `TooLarge` above [`limits::PROPERTY_BYTES`], what ails the stream of long properties.
    pub(super) fn paragraph(
        &self,
        place: usize,
        piece: &Piece,
    ) -> Result<Paragraph, ReadErrorKind> {
        let mut paragraph = Paragraph::default();
        if let Some(run) = self.sources.paragraphs.at(place) {
            self.apply(run.properties, &mut paragraph)?;
        }
        match piece.modifier {
            modifier if modifier & 1 == 1 => {
                let number = usize::from(modifier >> 1);
                if let Some(properties) = self.pieces.properties.get(number) {
                    self.apply(properties, &mut paragraph)?;
                }
            }
            // One property, numbered as it was in earlier versions.
            modifier => match (modifier >> 1) & 0x7F {
                0x18 => paragraph.in_table = modifier >> 8 != 0,
                0x19 => paragraph.ends_row = modifier >> 8 != 0,
                _ => {}
            },
        }
        Ok(paragraph)
    }

    /// Whether the text at `place` does not show: it is hidden, deleted with the deletion recorded, or stands for a sign of
    /// a font of its own. Also the place up to which this holds.
    ///
    /// # Errors
    /// As [`Self::paragraph`].
    pub(super) fn is_hidden(&self, place: usize) -> Result<(bool, usize), ReadErrorKind> {
        let Some(run) = self.sources.characters.at(place) else {
            return Ok((false, place.saturating_add(1)));
        };
        self.count(run.properties.len())?;
        let mut hidden = false;
        each(run.properties, |code, operand| {
            // Values from 128 on are about what a style hides: they show it, as a rule.
            hidden |= match code {
                code::DELETED | code::HIDDEN => operand.first() == Some(&1),
                code => code == code::SYMBOL,
            };
        });
        Ok((hidden, run.end))
    }

    fn count(&self, bytes: usize) -> Result<(), ReadErrorKind> {
        self.read.set(self.read.get().saturating_add(bytes));
        if self.read.get() > limits::PROPERTY_BYTES {
            return Err(ReadErrorKind::TooLarge);
        }
        Ok(())
    }

    fn apply(&self, properties: &[u8], paragraph: &mut Paragraph) -> Result<(), ReadErrorKind> {
        self.count(properties.len())?;
        let mut long = None;
        each(properties, |code, operand| match code {
            code::LONG_OLD | code::LONG => long = u32_at(operand, 0),
            _ => one(code, operand, paragraph),
        });
        let Some(start) = long.and_then(|start| usize::try_from(start).ok()) else {
            return Ok(());
        };
        let data = match self.data.get() {
            Some(data) => data,
            None => {
                let data = self
                    .sources
                    .file
                    .read("Data")
                    .map_err(|error| error.kind())?;
                self.data.get_or_init(|| data.unwrap_or_default())
            }
        };
        let length = u16_at(data, start).map_or(0, usize::from);
        let start = start.saturating_add(2);
        let properties = data
            .get(start..start.saturating_add(length))
            .unwrap_or_default();
        self.count(properties.len())?;
        each(properties, |code, operand| one(code, operand, paragraph));
        Ok(())
    }
}

/// The numbers of the properties that matter here.
mod code {
    /// `sprmCFRMarkDel`
    pub(super) const DELETED: u16 = 0x0800;
    /// `sprmCFVanish`
    pub(super) const HIDDEN: u16 = 0x083C;
    /// `sprmPFInTable`
    pub(super) const IN_TABLE: u16 = 0x2416;
    /// `sprmPFTtp`
    pub(super) const ENDS_ROW: u16 = 0x2417;
    /// `sprmPFInnerTableCell`
    pub(super) const ENDS_INNER_CELL: u16 = 0x244B;
    /// `sprmPFInnerTtp`
    pub(super) const ENDS_INNER_ROW: u16 = 0x244C;
    /// `sprmTMerge`
    pub(super) const MERGED_CELLS: u16 = 0x5624;
    /// `sprmCSymbol`
    pub(super) const SYMBOL: u16 = 0x6A09;
    /// `sprmPHugePapx`, in two versions
    pub(super) const LONG_OLD: u16 = 0x6645;
    pub(super) const LONG: u16 = 0x6646;
    /// `sprmPItap`
    pub(super) const DEPTH: u16 = 0x6649;
    /// `sprmPChgTabs`
    pub(super) const TABS: u16 = 0xC615;
    /// `sprmTDefTable`, in two versions
    pub(super) const ROW_OLD: u16 = 0xD606;
    pub(super) const ROW: u16 = 0xD608;
    /// `sprmTVertMerge`
    pub(super) const MERGED_DOWN: u16 = 0xD62B;
}

/// Goes through properties: the number and the bytes of each.
fn each(mut properties: &[u8], mut visit: impl FnMut(u16, &[u8])) {
    while let Some(code) = u16_at(properties, 0) {
        let rest = properties.get(2..).unwrap_or_default();
        let length = length(code, rest);
        let (operand, later) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        visit(code, operand);
        properties = later;
    }
}

/// How many bytes a property has: the upper three bits of its number tell.
fn length(code: u16, bytes: &[u8]) -> usize {
    let byte = |at: usize| bytes.get(at).map_or(0, |byte| usize::from(*byte));
    match code >> 13 {
        0 | 1 => 1,
        2 | 4 | 5 => 2,
        3 => 4,
        7 => 3,
        _ => match (code, byte(0)) {
            (code::ROW | code::ROW_OLD, _) => {
                u16_at(bytes, 0).map_or(0, usize::from).saturating_add(1)
            }
            // Too long to be told in a byte: tabs taken away, four bytes each, and put in, three bytes each.
            (code::TABS, 255) => {
                let away = byte(1).saturating_mul(4).saturating_add(2);
                away.saturating_add(byte(away).saturating_mul(3))
                    .saturating_add(1)
            }
            (_, length) => length.saturating_add(1),
        },
    }
}

fn one(code: u16, operand: &[u8], paragraph: &mut Paragraph) {
    let is_on = operand.first().is_some_and(|value| *value != 0);
    match code {
        code::IN_TABLE => paragraph.in_table = is_on,
        code::ENDS_ROW => paragraph.ends_row = is_on,
        code::DEPTH => paragraph.depth = u32_at(operand, 0).unwrap_or(0),
        code::ENDS_INNER_CELL => paragraph.ends_inner_cell = is_on,
        code::ENDS_INNER_ROW => paragraph.ends_inner_row = is_on,
        code::ROW | code::ROW_OLD => row(operand, paragraph),
        code::MERGED_CELLS => {
            if let [first, end] = operand {
                for merge in paragraph
                    .row
                    .merges
                    .iter_mut()
                    .take(usize::from(*end))
                    .skip(usize::from(*first).saturating_add(1))
                {
                    merge.left = true;
                }
            }
        }
        code::MERGED_DOWN => {
            if let [_, cell, how] = operand
                && let Some(merge) = paragraph.row.merges.get_mut(usize::from(*cell))
            {
                merge.down = match how {
                    0 => Down::Not,
                    1 => Down::Continues,
                    _ => Down::Starts,
                };
            }
        }
        _ => {}
    }
}

/// The definition of a row: length, number of cells, edges, then twenty bytes for each cell.
fn row(operand: &[u8], paragraph: &mut Paragraph) {
    const CELL: usize = 20;
    let cells = operand.get(2).map_or(0, |cells| usize::from(*cells));
    let edges = operand.get(3..).unwrap_or_default();
    paragraph.row.places = edges
        .chunks_exact(2)
        .take(cells.saturating_add(1))
        .filter_map(|edge| Some(i16::from_le_bytes(edge.try_into().ok()?).into()))
        .collect();
    let formats = cells.saturating_add(1).saturating_mul(2);
    let formats = edges.get(formats..).unwrap_or_default();
    paragraph.row.merges = (0..cells)
        .map(|cell| {
            let flags = u16_at(formats, cell.saturating_mul(CELL)).unwrap_or(0);
            Merge {
                left: flags & 2 != 0,
                down: match (flags & 0x40, flags & 0x20) {
                    (0, 0) => Down::Not,
                    (0, _) => Down::Continues,
                    _ => Down::Starts,
                },
            }
        })
        .collect();
}
