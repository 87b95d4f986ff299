//! What kind of file it is, by its first bytes. Names lie: a `.xls` may be a web page, a `.doc` anything.
//!
//! Kinds that are refused are named in [`ReadError::part`]:
//!
//! | kind of error | parts |
//! |---|---|
//! | `unsupported` | `zip` `xlsb` |
//! | `wrong-kind` | `picture` `program` `archive` `media` `presentation` `ebook` `database` `compound` `xml` |
//! | `encrypted` | `office` |
//! | `too-old` | `word-95` `excel-95` |

#[cfg(feature = "whole")]
mod compound;
#[cfg(feature = "whole")]
mod magic;
mod markup;
#[cfg(feature = "whole")]
mod package;
#[cfg(any(not(feature = "whole"), test))]
mod plain;

use crate::reader::Format;
#[cfg(feature = "whole")]
use crate::reader::container::compound::SIGNATURE;
use crate::reader::encoding::{ByteOrder, byte_order};
use crate::reader::error::{ReadError, ReadErrorKind};

/// What an archive is called that is none of a known document.
#[cfg(feature = "whole")]
pub(crate) const COLLECTION: &str = "zip";

/// As much of a text as is looked at.
const HEAD_BYTES: usize = 4 * 1024;

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A reader takes it.
    Readable(Format),
    /// Documents that have no reader yet.
    Unsupported(&'static str),
    /// Nothing that could hold a report as text.
    Wrong(&'static str),
    /// An office file behind a password.
    Encrypted,
    /// An office file from before 1997.
    TooOld(&'static str),
}

/// Tells the kind of a file by its bytes.
///
/// # Errors
/// `Empty`, or for a kind that no reader takes: `Unsupported`, `WrongKind`, `TooOld` or `Encrypted`, the part naming
/// the kind; `Truncated` or `Damaged` for a zip archive or compound file whose directory does not tell its kind.
pub fn sniff(bytes: &[u8]) -> Result<Format, ReadError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::new(ReadErrorKind::Empty));
    }
    let kind = match by_signature(bytes)? {
        Some(kind) => kind,
        None => markup::kind(&ascii_head(bytes)),
    };
    match kind {
        Kind::Readable(format) => Ok(format),
        Kind::Unsupported(name) => Err(ReadError::new(ReadErrorKind::Unsupported).in_part(name)),
        Kind::Wrong(name) => Err(ReadError::new(ReadErrorKind::WrongKind).in_part(name)),
        Kind::TooOld(name) => Err(ReadError::new(ReadErrorKind::TooOld).in_part(name)),
        Kind::Encrypted => Err(ReadError::new(ReadErrorKind::Encrypted).in_part("office")),
    }
}

/// Tells a kind that is no text; `None` if there is no sign of one.
#[cfg(feature = "whole")]
fn by_signature(bytes: &[u8]) -> Result<Option<Kind>, ReadError> {
    Ok(if bytes.starts_with(b"PK") && package::is_zip(bytes) {
        Some(package::kind(bytes)?)
    } else if bytes.starts_with(SIGNATURE) {
        Some(compound::kind(bytes)?)
    } else {
        magic::kind(bytes)
    })
}

/// The module that the page begins with knows no signatures: what is not plainly text is not for it.
#[cfg(not(feature = "whole"))]
fn by_signature(bytes: &[u8]) -> Result<Option<Kind>, ReadError> {
    if plain::is_plain(bytes) {
        Ok(None)
    } else {
        Err(ReadError::new(ReadErrorKind::Unsupported))
    }
}

/// The beginning of a text in lower case, byte order mark and white space skipped, other characters than
/// ASCII as `?`. Good enough for tags whatever the encoding is.
fn ascii_head(bytes: &[u8]) -> String {
    // Plain text is in UTF-8.
    let order = if cfg!(feature = "whole") {
        byte_order(bytes)
    } else {
        None
    };
    let units: Vec<u8> = match order {
        Some((order, rest)) => {
            let (low, high) = match order {
                ByteOrder::Little => (0, 1),
                ByteOrder::Big => (1, 0),
            };
            rest.chunks_exact(2)
                .take(HEAD_BYTES)
                .map(|pair| match (pair.get(low), pair.get(high)) {
                    (Some(low), Some(0)) => *low,
                    _ => b'?',
                })
                .collect()
        }
        None => {
            let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            let start = rest.iter().position(|byte| !byte.is_ascii_whitespace());
            rest.iter()
                .skip(start.unwrap_or(0))
                .take(HEAD_BYTES)
                .copied()
                .collect()
        }
    };
    let head: String = units
        .into_iter()
        .map(|byte| {
            if byte.is_ascii() {
                char::from(byte)
            } else {
                '?'
            }
        })
        .collect();
    head.trim_start().to_ascii_lowercase()
}
