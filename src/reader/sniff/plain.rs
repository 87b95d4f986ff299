//! What can be nothing but text, told without the signatures of all other kinds.

use crate::strings;

/// Signatures that are made of letters alone stand this early.
const SIGNATURE_BYTES: usize = 1024;

/// The letters of those signatures: PDF, pictures, archives, media.
const LETTERS: [&str; 5] = ["%PDF-", "GIF8", "BZh9", "RIFF", "ftyp"];

/// A report pasted as text is smaller by far. What is larger is measured against caps that only the whole engine has.
const PLAIN_BYTES: usize = 2 * 1024 * 1024;

/// True for text in whole UTF-8 that no signature could be about: all other signatures have a character that no
/// text has. A text that merely looks like something else is not plain either.
pub(super) fn is_plain(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let longest = LETTERS.iter().map(|letters| letters.len()).max();
    let head = SIGNATURE_BYTES.saturating_add(longest.unwrap_or(0));
    let head = text.get(..text.floor_char_boundary(head)).unwrap_or(text);
    let early = |letters: &&str| {
        strings::position(head, letters).is_some_and(|position| position < SIGNATURE_BYTES)
    };
    bytes.len() <= PLAIN_BYTES && !holds_no_text(text) && !LETTERS.iter().any(early)
}

/// Whether a character stands in it that no text has: a control character, what could not be read, or a byte order mark,
/// which says that more than this must be known to read the text. Only bytes that such a character may begin with are
/// looked at closer.
fn holds_no_text(text: &str) -> bool {
    text.bytes().enumerate().any(|(at, byte)| match byte {
        b'\t' | b'\n' | b'\r' => false,
        0..0x20 | 0x7f => true,
        0xc2 | 0xef => {
            let bad = |c: char| c.is_control() || matches!(c, '\u{feff}' | '\u{fffd}');
            text.get(at..).is_some_and(|rest| rest.starts_with(bad))
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::is_plain;
    use crate::reader::container::compound::SIGNATURE;
    use crate::reader::sniff::{magic, sniff};

    #[test]
    fn text_and_markup_are_plain() {
        for text in [
            "报告\t1\r\n",
            "<table><tr><td>1",
            "|1|2|",
            "a.RIF",
            "一、总体情况",
        ] {
            assert!(is_plain(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn no_signature_is_plain_whatever_text_follows() {
        let first = magic::SIGNATURES.iter().map(|(signature, _)| *signature);
        let zip: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"];
        let later: [&[u8]; 6] = [
            b"MZ\0",
            b"BM....\0\0\0\0",
            b"RIFF....WEBP",
            b"RIFF\0",
            b"....ftyp",
            b"some bytes %PDF-1.7",
        ];
        let all = first.chain(zip).chain(later).chain([SIGNATURE]);
        for signature in all {
            let bytes = [signature, "政府信息公开工作年度报告 %%EOF".as_bytes()].concat();
            assert!(!is_plain(&bytes), "{}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn nothing_that_needs_a_decoder_is_plain() {
        for bytes in [
            &b"\xef\xbb\xbf1"[..],
            b"\xff\xfe1\0",
            b"1\0",
            b"\xb1\xa8\xb8\xe6",
            b"1\x1a",
        ] {
            assert!(!is_plain(bytes), "{bytes:?}");
            assert!(sniff(bytes).is_ok(), "{bytes:?} is text all the same");
        }
    }
}
