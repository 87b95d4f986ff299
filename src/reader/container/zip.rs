//! The zip container. Only the central directory is believed: local headers may leave sizes at zero
//! (data descriptors) and may repeat names.

mod checksum;
mod directory;

use miniz_oxide::inflate::decompress_slice_iter_to_slice;

use crate::limits;
use crate::reader::container::integer::u16_at;
use crate::reader::error::{ReadError, ReadErrorKind};

pub(crate) use directory::Entry;
use directory::{LOCAL_HEADER, LOCAL_SIGNATURE, signature_at};

const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// The method number that stands for "see the AES extra field".
const AES: u16 = 99;
/// Bytes that one byte of a deflated stream stands for at most.
const MOST_PER_BYTE: usize = 1032;

/// A zip archive whose directory has been read. Parts are inflated one at a time, and all of them together
/// never beyond [`limits::INFLATED_BYTES`].
#[derive(Debug)]
pub(crate) struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
    inflatable: usize,
}

impl<'a> Archive<'a> {
    /// Reads the directory.
    ///
    /// # Errors
    /// `Truncated` without an end record, `Damaged` where offsets contradict each other, `TooLarge` above
    /// [`limits::ZIP_ENTRIES`].
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        Ok(Self {
            bytes,
            entries: directory::read(bytes)?,
            inflatable: limits::INFLATED_BYTES,
        })
    }

    /// The same archive, as one of many files, each of which is done with before the next is unpacked.
    pub(crate) fn of_files(mut self) -> Self {
        self.inflatable = limits::COLLECTION_BYTES;
        self
    }

    /// The entries, in the order of the central directory.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The first entry of this name. Case does not count (package part names are compared that way).
    pub(crate) fn find(&self, name: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of the entry of this name; `None` if there is none.
    ///
    /// # Errors
    /// `Encrypted`, `Unsupported` (an unusual method), `TooLarge` or `Damaged`, each naming the part.
    pub(crate) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let place = self
            .entries
            .iter()
            .position(|entry| entry.name.eq_ignore_ascii_case(name));
        match place {
            Some(place) => self.read_at(place).map(Some),
            None => Ok(None),
        }
    }

    /// The bytes of an entry by its place in the directory.
    ///
    /// # Errors
    /// As [`Self::read`]; `Damaged` where there is none.
    pub(crate) fn read_at(&mut self, place: usize) -> Result<Vec<u8>, ReadError> {
        let Some(entry) = self.entries.get(place) else {
            return Err(ReadError::new(ReadErrorKind::Damaged));
        };
        let part = self
            .unpack(entry)
            .map_err(|kind| ReadError::new(kind).in_part(entry.name.as_str()))?;
        self.inflatable = self.inflatable.saturating_sub(part.len());
        Ok(part)
    }

    fn unpack(&self, entry: &Entry) -> Result<Vec<u8>, ReadErrorKind> {
        if entry.encrypted || entry.method == AES {
            return Err(ReadErrorKind::Encrypted);
        }
        if entry.method != STORED && entry.method != DEFLATED {
            return Err(ReadErrorKind::Unsupported);
        }
        let size = usize::try_from(entry.size).map_err(|_| ReadErrorKind::TooLarge)?;
        let packed_size = usize::try_from(entry.packed_size).unwrap_or(usize::MAX);
        let hardly_packed = packed_size.saturating_add(packed_size / 4);
        if size > self.inflatable.min(limits::PART_BYTES.max(hardly_packed)) {
            return Err(ReadErrorKind::TooLarge);
        }
        let packed = self.packed(entry).ok_or(ReadErrorKind::Damaged)?;
        let part = match (entry.method, size) {
            // Also keeps the inflater from an output buffer that cannot grow.
            (_, 0) => Vec::new(),
            (STORED, _) => packed.to_vec(),
            _ if packed.is_empty() => return Err(ReadErrorKind::Damaged),
            _ => inflate(packed, size)?,
        };
        if part.len() != size || checksum::crc32(&part) != entry.checksum {
            return Err(ReadErrorKind::Damaged);
        }
        Ok(part)
    }

    /// The packed bytes: behind the local header, whose name and extra field may differ in length from
    /// those in the directory.
    fn packed(&self, entry: &Entry) -> Option<&'a [u8]> {
        let header = usize::try_from(entry.offset).ok()?;
        if !signature_at(self.bytes, header, LOCAL_SIGNATURE) {
            return None;
        }
        let name = usize::from(u16_at(self.bytes, header.checked_add(26)?)?);
        let extra = usize::from(u16_at(self.bytes, header.checked_add(28)?)?);
        let start = header
            .checked_add(LOCAL_HEADER)?
            .checked_add(name)?
            .checked_add(extra)?;
        let end = start.checked_add(usize::try_from(entry.packed_size).ok()?)?;
        self.bytes.get(start..end)
    }
}

/// Unpacks to the declared size: a stream that would unpack to more lies, and nothing grows for it.
fn inflate(packed: &[u8], size: usize) -> Result<Vec<u8>, ReadErrorKind> {
    // No stream unpacks to more than that.
    if size / MOST_PER_BYTE > packed.len() {
        return Err(ReadErrorKind::Damaged);
    }
    let mut part = vec![0; size];
    let unpacked = decompress_slice_iter_to_slice(&mut part, std::iter::once(packed), false, true)
        .map_err(|_| ReadErrorKind::Damaged)?;
    part.truncate(unpacked);
    Ok(part)
}

/// The names in the local headers of the first entries, for an archive whose directory is lost.
pub(crate) fn local_names(bytes: &[u8]) -> Vec<String> {
    const SEARCH: usize = 1024 * 1024;
    let mut names = Vec::new();
    let mut position = 0_usize;
    while let Some(rest) = bytes.get(position..).filter(|_| position < SEARCH) {
        let Some(offset) = rest
            .windows(LOCAL_SIGNATURE.len())
            .take(SEARCH)
            .position(|window| window == LOCAL_SIGNATURE)
        else {
            break;
        };
        position = position.saturating_add(offset);
        let name = position.saturating_add(LOCAL_HEADER);
        let length = u16_at(bytes, position.saturating_add(26)).map_or(0, usize::from);
        if let Some(name) = bytes.get(name..name.saturating_add(length)) {
            names.push(String::from_utf8_lossy(name).replace('\\', "/"));
        }
        position = position.saturating_add(LOCAL_HEADER);
    }
    names
}
