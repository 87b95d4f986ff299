//! Kinds with a fixed signature.

use crate::reader::Format;

use super::Kind;

/// Signatures at the first byte that cannot begin a text.
pub(super) const SIGNATURES: &[(&[u8], Kind)] = &[
    (b"%PDF-", Kind::Readable(Format::Pdf)),
    // Workbooks without a container, BIFF8 and what was before.
    (b"\x09\x08\x10\0\0\x06", Kind::Readable(Format::Xls)),
    (b"\x09\x08\x08\0\0\x05", Kind::TooOld("excel-95")),
    (b"\x09\x04\x06\0", Kind::TooOld("excel-95")),
    (b"\x09\x02\x06\0", Kind::TooOld("excel-95")),
    (b"\x09\0\x04\0", Kind::TooOld("excel-95")),
    (b"\xDB\xA5\x2D\0", Kind::TooOld("word-95")),
    (b"\x89PNG\r\n\x1a\n", Kind::Wrong("picture")),
    (b"\xFF\xD8\xFF", Kind::Wrong("picture")),
    (b"GIF87a", Kind::Wrong("picture")),
    (b"GIF89a", Kind::Wrong("picture")),
    (b"II*\0", Kind::Wrong("picture")),
    (b"MM\0*", Kind::Wrong("picture")),
    (b"\0\0\x01\0", Kind::Wrong("picture")),
    (b"\x7FELF", Kind::Wrong("program")),
    (b"\xCA\xFE\xBA\xBE", Kind::Wrong("program")),
    (b"\xCF\xFA\xED\xFE", Kind::Wrong("program")),
    (b"\xCE\xFA\xED\xFE", Kind::Wrong("program")),
    (b"\0asm", Kind::Wrong("program")),
    (b"Rar!\x1A\x07", Kind::Wrong("archive")),
    (b"7z\xBC\xAF\x27\x1C", Kind::Wrong("archive")),
    (b"\x1F\x8B\x08", Kind::Wrong("archive")),
    (b"\x1F\x9D", Kind::Wrong("archive")),
    (b"\xFD7zXZ\0", Kind::Wrong("archive")),
    (b"\x28\xB5\x2F\xFD", Kind::Wrong("archive")),
    (b"BZh91AY&SY", Kind::Wrong("archive")),
    (b"OggS\0", Kind::Wrong("media")),
    (b"ID3\x03", Kind::Wrong("media")),
    (b"ID3\x04", Kind::Wrong("media")),
    (b"\x1A\x45\xDF\xA3", Kind::Wrong("media")),
    (b"SQLite format 3\0", Kind::Wrong("database")),
    (b"\0\x01\0\0Standard Jet DB", Kind::Wrong("database")),
    (b"\0\x01\0\0Standard ACE DB", Kind::Wrong("database")),
];

/// A PDF file may have some bytes in front of its header.
const PDF_SEARCH: usize = 1024;

/// Tells the kind by a signature; `None` if there is none.
pub(super) fn kind(bytes: &[u8]) -> Option<Kind> {
    SIGNATURES
        .iter()
        .find(|(signature, _)| bytes.starts_with(signature))
        .map(|(_, kind)| *kind)
        .or_else(|| later_signature(bytes))
}

/// Signatures that are too short, or do not stand at the front.
fn later_signature(bytes: &[u8]) -> Option<Kind> {
    let at = |position: usize, signature: &[u8]| {
        bytes
            .get(position..)
            .is_some_and(|rest| rest.starts_with(signature))
    };
    // Two letters could begin a text: a program and a bitmap have zero bytes soon after.
    let has_zero = bytes.iter().take(32).any(|byte| *byte == 0);
    if at(0, b"MZ") && has_zero {
        return Some(Kind::Wrong("program"));
    }
    if at(0, b"BM") && at(6, &[0, 0, 0, 0]) {
        return Some(Kind::Wrong("picture"));
    }
    if at(0, b"RIFF") && at(8, b"WEBP") {
        return Some(Kind::Wrong("picture"));
    }
    if at(4, b"ftyp") || (at(0, b"RIFF") && has_zero) {
        return Some(Kind::Wrong("media"));
    }
    let head = bytes.get(..PDF_SEARCH).unwrap_or(bytes);
    let has_pdf = head.windows(5).any(|window| window == b"%PDF-");
    // In a text that merely mentions the signature the file does not end as a PDF does.
    let tail = bytes
        .get(bytes.len().saturating_sub(PDF_SEARCH)..)
        .unwrap_or_default();
    (has_pdf && tail.windows(5).any(|window| window == b"%%EOF"))
        .then_some(Kind::Readable(Format::Pdf))
}
