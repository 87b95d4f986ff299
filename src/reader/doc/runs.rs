//! Which properties hold at a place of the text: pages of 512 bytes, found through a table of places, each with the
//! places where its runs begin and the properties of each run.

use crate::reader::container::integer::u32_at;

const PAGE: usize = 512;
/// The number of a page is in these bits.
const PAGE_NUMBER: u32 = 0x003F_FFFF;

/// Runs of properties: of paragraphs, or of characters.
#[derive(Debug)]
pub(super) struct Runs<'a> {
    stream: &'a [u8],
    /// Places, then page numbers, one fewer.
    table: &'a [u8],
    pages: usize,
    of_paragraphs: bool,
}

/// Properties that hold up to a place of the text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Run<'a> {
    pub(super) end: usize,
    pub(super) properties: &'a [u8],
}

impl<'a> Runs<'a> {
    pub(super) fn of_paragraphs(stream: &'a [u8], table: &'a [u8]) -> Self {
        Self {
            stream,
            table,
            pages: table.len().saturating_sub(4) / 8,
            of_paragraphs: true,
        }
    }

    pub(super) fn of_characters(stream: &'a [u8], table: &'a [u8]) -> Self {
        Self {
            of_paragraphs: false,
            ..Self::of_paragraphs(stream, table)
        }
    }

    /// The run at a place of the text; `None` where nothing is said.
    pub(super) fn at(&self, place: usize) -> Option<Run<'a>> {
        let page = last_not_behind(self.table, self.pages, place)?;
        let number = self.pages.checked_add(1)?.checked_add(page)?;
        let number = usize::try_from(number_at(self.table, number)? & PAGE_NUMBER).ok()?;
        let start = number.checked_mul(PAGE)?;
        let page = self.stream.get(start..start.checked_add(PAGE)?)?;
        let (count, page) = page.split_last()?;
        let count = usize::from(*count);
        let run = last_not_behind(page, count, place)?;
        let end = number_at(page, run.checked_add(1)?)?;
        let end = usize::try_from(end).ok()?;
        if end <= place {
            return None;
        }
        Some(Run {
            end,
            properties: self.properties(page, count, run).unwrap_or_default(),
        })
    }

    fn properties(&self, page: &'a [u8], count: usize, run: usize) -> Option<&'a [u8]> {
        let places = count.checked_add(1)?.checked_mul(4)?;
        // Behind the place of its properties a paragraph has twelve bytes of layout.
        let step = if self.of_paragraphs { 13 } else { 1 };
        let start = usize::from(*page.get(places.checked_add(run.checked_mul(step)?)?)?);
        if start == 0 {
            return None;
        }
        let (length, rest) = page.get(start.checked_mul(2)?..)?.split_first()?;
        let length = usize::from(*length);
        let properties = match (self.of_paragraphs, length) {
            (false, _) => rest.get(..length)?,
            // A length of 0: it stands in the next byte and counts whole pairs. Files of WPS have it often.
            (true, 0) => {
                let (length, rest) = rest.split_first()?;
                rest.get(..usize::from(*length).checked_mul(2)?)?
            }
            (true, _) => rest.get(..length.checked_mul(2)?.checked_sub(1)?)?,
        };
        // Paragraphs name their style first.
        properties.get(if self.of_paragraphs { 2 } else { 0 }..)
    }
}

fn number_at(table: &[u8], index: usize) -> Option<u32> {
    u32_at(table, index.checked_mul(4)?)
}

/// The last of the first `count` numbers of a sorted table that is not above `place`.
fn last_not_behind(table: &[u8], count: usize, place: usize) -> Option<usize> {
    let place = u32::try_from(place).ok()?;
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low.midpoint(high);
        if number_at(table, middle)? <= place {
            low = middle.checked_add(1)?;
        } else {
            high = middle;
        }
    }
    low.checked_sub(1)
}
