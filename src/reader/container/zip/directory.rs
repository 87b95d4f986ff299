//! The central directory: end record, zip64 end record, one header per entry.

use crate::limits;
use crate::reader::container::integer::{u16_at, u32_at, u64_at};
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::sorted::sort_by;

pub(super) const LOCAL_SIGNATURE: &[u8] = b"PK\x03\x04";
/// Length of a local header without name and extra field.
pub(super) const LOCAL_HEADER: usize = 30;

const CENTRAL_SIGNATURE: &[u8] = b"PK\x01\x02";
const CENTRAL_HEADER: usize = 46;
const END_SIGNATURE: &[u8] = b"PK\x05\x06";
const END_RECORD: usize = 22;
/// A comment of at most 65,535 bytes may follow the end record.
const END_SEARCH: usize = END_RECORD + 65_535;
const END64_SIGNATURE: &[u8] = b"PK\x06\x06";
const LOCATOR_SIGNATURE: &[u8] = b"PK\x06\x07";
const LOCATOR: usize = 20;
/// Number of the extra field that holds the 64-bit sizes.
const ZIP64_EXTRA: u16 = 1;

/// One entry of the central directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The name with `/` between folders. Bytes that are not UTF-8 become U+FFFD: the names that the
    /// readers look for are ASCII.
    pub(crate) name: String,
    /// The bytes of a name that is not UTF-8.
    pub(crate) odd_name: Option<Vec<u8>>,
    pub(super) encrypted: bool,
    pub(super) method: u16,
    pub(super) checksum: u32,
    pub(super) packed_size: u64,
    pub(super) size: u64,
    pub(super) offset: u64,
}

/// Where the directory stands, as the end record says.
struct Directory {
    entries: u64,
    offset: u64,
}

/// Reads all entries.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Entry>, ReadError> {
    let end = find_end(bytes).ok_or(ReadError::new(ReadErrorKind::Truncated))?;
    let directory = locate(bytes, end).ok_or(ReadError::new(ReadErrorKind::Damaged))?;
    if directory.entries > limits::ZIP_ENTRIES as u64 {
        return Err(ReadError::new(ReadErrorKind::TooLarge));
    }
    let mut position = usize::try_from(directory.offset).unwrap_or(usize::MAX);
    let mut entries = Vec::new();
    for _ in 0..directory.entries {
        let (entry, next) = entry(bytes, position)
            .ok_or(ReadError::new(ReadErrorKind::Damaged).at(position as u64))?;
        entries.push(entry);
        position = next;
    }
    refuse_overlaps(&entries, directory.offset)?;
    Ok(entries)
}

/// The last end record whose comment fits behind it.
fn find_end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_RECORD)?;
    let first = bytes.len().saturating_sub(END_SEARCH);
    (first..=last).rev().find(|position| {
        signature_at(bytes, *position, END_SIGNATURE)
            && u16_at(bytes, position.saturating_add(20))
                .is_some_and(|comment| last.saturating_sub(*position) >= usize::from(comment))
    })
}

fn locate(bytes: &[u8], end: usize) -> Option<Directory> {
    let small = Directory {
        entries: u64::from(u16_at(bytes, end.checked_add(10)?)?),
        offset: u64::from(u32_at(bytes, end.checked_add(16)?)?),
    };
    let size = u32_at(bytes, end.checked_add(12)?)?;
    let needs_64 = small.entries == 0xFFFF || small.offset == 0xFFFF_FFFF || size == 0xFFFF_FFFF;
    let locator = end
        .checked_sub(LOCATOR)
        .filter(|position| signature_at(bytes, *position, LOCATOR_SIGNATURE));
    match locator {
        Some(locator) if needs_64 => {
            let end64 = usize::try_from(u64_at(bytes, locator.checked_add(8)?)?).ok()?;
            if !signature_at(bytes, end64, END64_SIGNATURE) {
                return None;
            }
            Some(Directory {
                entries: u64_at(bytes, end64.checked_add(32)?)?,
                offset: u64_at(bytes, end64.checked_add(48)?)?,
            })
        }
        _ => Some(small),
    }
}

fn entry(bytes: &[u8], position: usize) -> Option<(Entry, usize)> {
    if !signature_at(bytes, position, CENTRAL_SIGNATURE) {
        return None;
    }
    let at = |offset: usize| position.checked_add(offset);
    let name_length = usize::from(u16_at(bytes, at(28)?)?);
    let extra_length = usize::from(u16_at(bytes, at(30)?)?);
    let comment_length = usize::from(u16_at(bytes, at(32)?)?);
    let name_start = at(CENTRAL_HEADER)?;
    let extra_start = name_start.checked_add(name_length)?;
    let extra_end = extra_start.checked_add(extra_length)?;
    let name = bytes.get(name_start..extra_start)?;
    let mut entry = Entry {
        name: String::from_utf8_lossy(name).replace('\\', "/"),
        odd_name: std::str::from_utf8(name).is_err().then(|| name.to_vec()),
        encrypted: u16_at(bytes, at(8)?)? & 1 == 1,
        method: u16_at(bytes, at(10)?)?,
        checksum: u32_at(bytes, at(16)?)?,
        packed_size: u64::from(u32_at(bytes, at(20)?)?),
        size: u64::from(u32_at(bytes, at(24)?)?),
        offset: u64::from(u32_at(bytes, at(42)?)?),
    };
    widen(&mut entry, bytes.get(extra_start..extra_end)?)?;
    Some((entry, extra_end.checked_add(comment_length)?))
}

/// Takes the 64-bit values for those fields that say "too large for 32 bits", in the order of the format.
fn widen(entry: &mut Entry, extra: &[u8]) -> Option<()> {
    let mut wide = zip64_field(extra).unwrap_or_default();
    for value in [&mut entry.size, &mut entry.packed_size, &mut entry.offset] {
        if *value == 0xFFFF_FFFF {
            *value = u64_at(wide, 0)?;
            wide = wide.get(8..)?;
        }
    }
    Some(())
}

fn zip64_field(mut extra: &[u8]) -> Option<&[u8]> {
    loop {
        let number = u16_at(extra, 0)?;
        let length = usize::from(u16_at(extra, 2)?);
        let end = length.checked_add(4)?;
        if number == ZIP64_EXTRA {
            return extra.get(4..end);
        }
        extra = extra.get(end..)?;
    }
}

/// Entries that share bytes are how small archives claim to hold petabytes; no honest archive has them.
fn refuse_overlaps(entries: &[Entry], directory: u64) -> Result<(), ReadError> {
    let mut ranges: Vec<(u64, u64, &str)> = entries
        .iter()
        .map(|entry| {
            let end = entry
                .offset
                .saturating_add(LOCAL_HEADER as u64)
                .saturating_add(entry.packed_size);
            (entry.offset, end, entry.name.as_str())
        })
        .collect();
    sort_by(&mut ranges, Ord::cmp);
    let next = ranges
        .iter()
        .skip(1)
        .map(|(start, _, _)| *start)
        .chain(std::iter::once(directory));
    for ((start, end, name), next) in ranges.iter().zip(next) {
        if *end > next {
            return Err(ReadError::new(ReadErrorKind::Damaged)
                .in_part(*name)
                .at(*start));
        }
    }
    Ok(())
}

pub(super) fn signature_at(bytes: &[u8], position: usize, signature: &[u8]) -> bool {
    bytes
        .get(position..)
        .is_some_and(|rest| rest.starts_with(signature))
}
