//! Compound files: the container of the older office formats, and of newer ones behind a password.

use super::Kind;

/// The first bytes of a compound file.
pub(super) const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Length of a directory entry; they stand at multiples of it.
const ENTRY: usize = 128;
const NAME_BYTES: usize = 64;
/// The byte that says what an entry is.
const TYPE: usize = 66;
const STREAM: u8 = 2;

/// Streams that tell the kind. Objects that are embedded in a document come after its own streams, so the
/// first one found counts.
const STREAMS: [(&str, Kind); 6] = [
    ("EncryptedPackage", Kind::Encrypted),
    ("EncryptionInfo", Kind::Encrypted),
    ("WordDocument", Kind::Unsupported("doc")),
    ("Workbook", Kind::Unsupported("xls")),
    ("Book", Kind::Unsupported("xls")),
    ("PowerPoint Document", Kind::Wrong("presentation")),
];

/// Tells the kind by the names of the streams. The allocation table is not followed: entries are found
/// by their shape, from the first directory sector on.
pub(super) fn kind(bytes: &[u8]) -> Kind {
    let directory = directory_start(bytes).unwrap_or(0);
    let from_directory = entries(bytes.get(directory..).unwrap_or_default());
    // The directory of a file that grew may stand in pieces, the first of them not the foremost.
    let from_start = entries(bytes);
    from_directory
        .chain(from_start)
        .find_map(stream_kind)
        .unwrap_or(Kind::Wrong("compound"))
}

fn directory_start(bytes: &[u8]) -> Option<usize> {
    let number = |position: usize| -> Option<u32> {
        let field = bytes.get(position..position.checked_add(4)?)?;
        Some(u32::from_le_bytes(field.try_into().ok()?))
    };
    let shift = number(0x1E)? & 0xFFFF;
    if shift != 9 && shift != 12 {
        return None;
    }
    let sector = number(0x30)?.checked_add(1)?;
    usize::try_from(u64::from(sector).checked_shl(shift)?).ok()
}

fn entries(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.chunks_exact(ENTRY)
}

fn stream_kind(entry: &[u8]) -> Option<Kind> {
    if entry.get(TYPE) != Some(&STREAM) {
        return None;
    }
    let name = entry.get(..NAME_BYTES)?;
    STREAMS
        .iter()
        .find(|(known, _)| is_named(name, known))
        .map(|(_, kind)| *kind)
}

/// Compares a name in UTF-16, ended by a zero unit.
fn is_named(name: &[u8], known: &str) -> bool {
    let mut units = name.chunks_exact(2);
    known.bytes().all(|byte| units.next() == Some(&[byte, 0])) && units.next() == Some(&[0, 0])
}
