//! Compound files: the container of the older office formats, and of newer ones behind a password.

use crate::reader::Format;
use crate::reader::container::compound::Compound;
use crate::reader::error::ReadError;

use super::Kind;

/// Streams of the root that tell the kind, the first of them that is there.
const STREAMS: [(&str, Kind); 6] = [
    ("EncryptedPackage", Kind::Encrypted),
    ("EncryptionInfo", Kind::Encrypted),
    ("WordDocument", Kind::Readable(Format::Doc)),
    ("Workbook", Kind::Readable(Format::Xls)),
    ("Book", Kind::Readable(Format::Xls)),
    ("PowerPoint Document", Kind::Wrong("presentation")),
];

/// Tells the kind by the streams of the root.
///
/// # Errors
/// What ails the container.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, ReadError> {
    let file = Compound::open(bytes).map_err(|error| error.in_part("compound"))?;
    let told = STREAMS
        .iter()
        .find(|(known, _)| file.names().any(|name| name.eq_ignore_ascii_case(known)));
    Ok(told.map_or(Kind::Wrong("compound"), |(_, kind)| *kind))
}
