//! The directory of a compound file: a tree of entries for each folder. The tree is walked, not searched: some writers
//! do not sort it.

use crate::limits;
use crate::reader::container::integer::{u16_at, u32_at};
use crate::reader::error::ReadErrorKind;

use super::Compound;

const ENTRY: usize = 128;
/// An entry that holds nothing but a stream.
const STREAM: u8 = 2;
/// Bytes of a name at most, the zero at its end included.
const NAME_BYTES: usize = 64;

/// A stream of the root.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    /// The first sector, small or not.
    pub(super) start: u32,
    /// Length in bytes.
    pub(super) size: u32,
}

/// Reads the directory: the first sector of the stream that holds the small sectors, and the streams of the root.
pub(super) fn read(
    file: &Compound<'_>,
    sectors: &[u32],
) -> Result<(u32, Vec<Entry>), ReadErrorKind> {
    let per_sector = file.sector_bytes() / ENTRY;
    let count = sectors.len().saturating_mul(per_sector);
    if count > limits::COMPOUND_ENTRIES {
        return Err(ReadErrorKind::TooLarge);
    }
    let entry = |number: usize| -> Result<Option<&[u8]>, ReadErrorKind> {
        let Some(sector) = number
            .checked_div(per_sector)
            .and_then(|at| sectors.get(at))
        else {
            return Ok(None);
        };
        let start = number
            .checked_rem(per_sector)
            .unwrap_or(0)
            .saturating_mul(ENTRY);
        let end = start.saturating_add(ENTRY);
        let bytes = file.sector(*sector)?.get(start..end);
        bytes.map(Some).ok_or(ReadErrorKind::Truncated)
    };
    let field = |entry: &[u8], position: usize| u32_at(entry, position).unwrap_or(u32::MAX);
    let root = entry(0)?.ok_or(ReadErrorKind::Damaged)?;
    let mut seen = vec![false; count];
    let mut streams = Vec::new();
    let mut open = vec![field(root, 0x4C)];
    while let Some(number) = open.pop() {
        let Some(number) = usize::try_from(number).ok() else {
            continue;
        };
        // What points outside or back points nowhere.
        let (Some(seen), Some(bytes)) = (seen.get_mut(number), entry(number)?) else {
            continue;
        };
        if std::mem::replace(seen, true) {
            continue;
        }
        open.push(field(bytes, 0x48));
        open.push(field(bytes, 0x44));
        if bytes.get(0x42) == Some(&STREAM) {
            streams.push(Entry {
                name: name(bytes),
                start: field(bytes, 0x74),
                size: field(bytes, 0x78),
            });
        }
    }
    Ok((field(root, 0x74), streams))
}

fn name(entry: &[u8]) -> String {
    let units = u16_at(entry, NAME_BYTES).map_or(0, usize::from) / 2;
    let units = (0..units.saturating_sub(1).min(NAME_BYTES / 2))
        .filter_map(|place| u16_at(entry, place.saturating_mul(2)));
    char::decode_utf16(units)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}
