//! Bytes to text. The order: byte order mark, UTF-16 by its zero bytes, valid UTF-8, what the page declares,
//! else GB18030, which contains GBK and GB2312.

#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod native;
mod utf16;

use std::borrow::Cow;

use crate::reader::error::{ReadError, ReadErrorKind};
use crate::strings;

pub(crate) use utf16::{ByteOrder, byte_order};

/// Turns bytes in a named encoding into text. The page decodes through the browser's `TextDecoder`, the
/// command line through `encoding_rs`; a test holds both to the same result.
pub trait Decoder {
    /// Decodes all of `bytes`; `label` is a WHATWG encoding label (`gb18030`, `big5`, `utf-16le` ...).
    /// Undecodable bytes become U+FFFD. `None` if the encoding is not known.
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String>;
}

/// A decoder without any legacy encoding: everything but Unicode is an error.
#[derive(Clone, Copy, Debug, Default)]
pub struct Utf8Only;

impl Decoder for Utf8Only {
    fn decode(&self, _label: &str, _bytes: &[u8]) -> Option<String> {
        None
    }
}

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";
const DEFAULT_LABEL: &str = "gb18030";
/// A declaration is looked for in this many bytes.
const DECLARATION_BYTES: usize = 8 * 1024;
/// Of so many characters one may be broken before the text counts as undecodable.
const CHARACTERS_PER_BROKEN: usize = 20;
/// So many whole characters beyond ASCII for each broken one make a text UTF-8. In GBK there is about one
/// valid sequence for four broken ones.
const WHOLE_PER_BROKEN: usize = 4;

/// Decodes a plain text.
///
/// # Errors
/// `Encoding` if too much of it is no text; `Empty` if it is nothing but white space.
pub(crate) fn decode_text<'a>(
    bytes: &'a [u8],
    decoder: &dyn Decoder,
) -> Result<Cow<'a, str>, ReadError> {
    decode(bytes, None, decoder)
}

/// Decodes a web page, which may declare its encoding.
///
/// # Errors
/// As [`decode_text`].
pub(crate) fn decode_html<'a>(
    bytes: &'a [u8],
    decoder: &dyn Decoder,
) -> Result<Cow<'a, str>, ReadError> {
    let declared = if cfg!(feature = "whole") {
        declared_label(bytes)
    } else {
        None
    };
    decode(bytes, declared.as_deref(), decoder)
}

/// Decodes a web page that is a part of a file, for which the file may declare an encoding.
///
/// # Errors
/// As [`decode_text`].
#[cfg(feature = "whole")]
pub(crate) fn decode_part<'a>(
    bytes: &'a [u8],
    label: Option<&str>,
    decoder: &dyn Decoder,
) -> Result<Cow<'a, str>, ReadError> {
    match label {
        Some(label) => decode(bytes, Some(label), decoder),
        None => decode_html(bytes, decoder),
    }
}

/// Decodes UTF-16; `None` if the bytes are none.
pub(crate) fn decode_utf16(bytes: &[u8]) -> Option<String> {
    byte_order(bytes).map(|(order, rest)| utf16::decode(rest, order))
}

fn decode<'a>(
    bytes: &'a [u8],
    declared: Option<&str>,
    decoder: &dyn Decoder,
) -> Result<Cow<'a, str>, ReadError> {
    if cfg!(not(feature = "whole")) {
        // Sniffing let nothing pass but plain text.
        return match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Cow::Borrowed(text)),
            Err(_) => Err(ReadError::new(ReadErrorKind::Encoding)),
        };
    }
    let text = if let Some(rest) = bytes.strip_prefix(UTF8_MARK) {
        String::from_utf8_lossy(rest)
    } else if let Some((order, rest)) = byte_order(bytes) {
        Cow::Owned(utf16::decode(rest, order))
    } else if is_utf8(bytes) {
        String::from_utf8_lossy(bytes)
    } else {
        let label = declared.map_or(DEFAULT_LABEL, effective_label);
        let decoded = decoder
            .decode(label, bytes)
            .or_else(|| decoder.decode(DEFAULT_LABEL, bytes));
        Cow::Owned(decoded.ok_or(ReadError::new(ReadErrorKind::Encoding))?)
    };
    check(text)
}

/// The encoding that a declared one stands for, now that the bytes are known not to be Unicode.
fn effective_label(declared: &str) -> &str {
    match declared {
        "gb2312" | "gb_2312" | "gb_2312-80" | "gbk" | "x-gbk" | "cp936" | "936" | "windows-936" => {
            DEFAULT_LABEL
        }
        // What declares Unicode and is none is mostly a GBK page with a copied head.
        _ if declared.starts_with("ut") || declared.starts_with("unicode") => DEFAULT_LABEL,
        _ => declared,
    }
}

/// Refuses what is no text. One character cut in two at the very end is nothing: files get cut.
fn check(text: Cow<'_, str>) -> Result<Cow<'_, str>, ReadError> {
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_end_matches(char::REPLACEMENT_CHARACTER)),
        Cow::Owned(mut text) => {
            let end = text.trim_end_matches(char::REPLACEMENT_CHARACTER).len();
            text.truncate(end);
            Cow::Owned(text)
        }
    };
    let (mut characters, mut broken, mut blank) = (0_usize, 0_usize, true);
    for c in text.chars() {
        characters = characters.saturating_add(1);
        let is_broken = c == char::REPLACEMENT_CHARACTER
            || (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0b' | '\x0c' | '\x1a'));
        broken = broken.saturating_add(usize::from(is_broken));
        blank = blank && (c.is_whitespace() || c == '\u{feff}');
    }
    if broken.saturating_mul(CHARACTERS_PER_BROKEN) > characters {
        return Err(ReadError::new(ReadErrorKind::Encoding));
    }
    if blank {
        return Err(ReadError::new(ReadErrorKind::Empty));
    }
    Ok(text)
}

/// True for UTF-8, be it cut in the middle of a character or with a few bytes broken: in a legacy encoding
/// most pairs of bytes are no valid UTF-8.
fn is_utf8(bytes: &[u8]) -> bool {
    let Err(error) = std::str::from_utf8(bytes) else {
        return true;
    };
    if error.error_len().is_none() {
        // Valid but for a character cut in two at the end.
        return true;
    }
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        let characters = chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        whole = whole.saturating_add(characters);
        broken = broken.saturating_add(usize::from(!chunk.invalid().is_empty()));
    }
    broken.saturating_mul(WHOLE_PER_BROKEN) <= whole
}

/// The label behind the first `charset=` of a `meta` tag, or `encoding=` of an XML declaration; lower case.
fn declared_label(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..DECLARATION_BYTES).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let in_meta = strings::split(&head, "<meta")
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
        .find_map(|meta| label_behind(meta, "charset"));
    in_meta.or_else(|| {
        let declaration = head.trim_start().strip_prefix("<?xml")?;
        let declaration = strings::split(declaration, "?>").next()?;
        label_behind(declaration, "encoding")
    })
}

fn label_behind(text: &str, name: &str) -> Option<String> {
    strings::split(text, name)
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('='))
        .map(|rest| rest.trim_start_matches(['"', '\'', ' ']))
        .map(|rest| {
            rest.split(['"', '\'', ';', ' ', '/', '?'])
                .next()
                .unwrap_or_default()
        })
        .find(|label| !label.is_empty())
        .map(str::to_owned)
}
