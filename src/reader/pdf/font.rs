//! Fonts: codes to characters and widths. Every way by which a font of a Chinese document tells its characters:
//!
//! | the font has | characters come from |
//! |---|---|
//! | `ToUnicode` | that map |
//! | an encoding `Uni…-UCS2`, `Uni…-UTF16`, `Uni…-UTF32` | the code itself |
//! | an encoding of the GBK family | the decoder for GB18030 |
//! | the character collection Adobe-GB1 | the order of GB 2312, see `collection` |
//! | an embedded TrueType program | its table, read backwards, see `truetype` |
//! | one byte per code | names of signs and standard encodings, see `names` |

mod cmap;
mod collection;
mod names;
mod radical;
mod truetype;
mod width;

use std::rc::Rc;

use crate::reader::encoding::Decoder;

use super::syntax::{Dict, File, Object};
use cmap::UnicodeMap;
use truetype::Signs;
use width::Widths;

/// A font as the reader needs it.
#[derive(Debug)]
pub(super) struct Font {
    codes: Codes,
    /// Lines of text run downwards.
    pub(super) vertical: bool,
    unicode: UnicodeMap,
    source: Source,
    widths: Widths,
    /// What makes a width one of thousandths, in fonts with a measure of their own (Type 3).
    scale: Option<f64>,
}

/// How many bytes a code has, and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Codes {
    One,
    /// Two bytes; the number of a sign.
    Two,
    Utf16,
    Utf32,
    /// One, two or four bytes of GB18030; the number of ASCII signs in the collection is that of the narrow ones.
    Gb {
        narrow: bool,
    },
}

/// Where characters come from without a map.
#[derive(Debug)]
enum Source {
    Nothing,
    /// The code is the character.
    Code,
    Collection,
    /// Signs of a TrueType program, and the signs of codes that are not signs themselves.
    Signs(Signs, Option<Vec<u8>>),
    /// Names by code, then a standard encoding if it may be trusted: `true` for that of Windows.
    Names(Vec<(u32, Option<char>)>, Option<bool>),
}

/// One code of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Code {
    /// Bytes it took.
    pub(super) length: usize,
    /// Its characters; `None` if nothing tells them.
    pub(super) text: Option<String>,
    /// Width in thousandths of the size.
    pub(super) width: f64,
    /// The one-byte blank, which word spacing applies to.
    pub(super) is_blank: bool,
}

impl Font {
    /// Reads what a font says about itself.
    pub(super) fn read(dict: &Dict, file: &File<'_>) -> Self {
        let is_composite = is_named(dict, file, b"Type0");
        let unicode = match file.get(dict, b"ToUnicode") {
            Object::Stream(stream) => file
                .stream(&stream)
                .map(|bytes| UnicodeMap::read(&bytes))
                .unwrap_or_default(),
            _ => UnicodeMap::default(),
        };
        let mut font = if is_composite {
            composite(dict, file, unicode.is_empty())
        } else {
            simple(dict, file, unicode.is_empty())
        };
        // The name of the identity in place of a map says that codes are characters.
        if let Some(name) = file.name(dict, b"ToUnicode")
            && name.starts_with(b"Identity")
        {
            font.source = Source::Code;
        }
        font.unicode = unicode;
        font
    }

    /// A width in thousandths of the size, whatever the font draws in.
    pub(super) fn scaled(&self, width: f64) -> f64 {
        self.scale
            .map_or(width, |scale| super::matrix::product(width, scale))
    }

    /// The first code of a text; `None` at its end.
    pub(super) fn next(&self, text: &[u8], decoder: &dyn Decoder) -> Option<Code> {
        let first = *text.first()?;
        let length = match self.codes {
            Codes::One => 1,
            Codes::Two => 2,
            Codes::Utf16 if (0xD8..0xDC).contains(&first) => 4,
            Codes::Utf16 => 2,
            Codes::Utf32 => 4,
            Codes::Gb { .. } if first <= 0x80 || first == 0xFF => 1,
            Codes::Gb { .. } if text.get(1).is_some_and(u8::is_ascii_digit) => 4,
            Codes::Gb { .. } => 2,
        };
        let bytes = text.get(..length).unwrap_or(text);
        let code = bytes
            .iter()
            .fold(0_u32, |code, byte| (code << 8) | u32::from(*byte));
        let own = self.unicode.get(code);
        let characters = own.or_else(|| self.characters(code, bytes, decoder));
        Some(Code {
            length: bytes.len(),
            text: characters.map(|text| text.chars().map(radical::shown).collect()),
            width: self.width(code),
            is_blank: length == 1 && code == 0x20,
        })
    }

    fn characters(&self, code: u32, bytes: &[u8], decoder: &dyn Decoder) -> Option<String> {
        let known = |text: String| {
            let is_broken = text.contains(char::REPLACEMENT_CHARACTER);
            (!is_broken && !text.is_empty()).then_some(text)
        };
        match (&self.source, self.codes) {
            (_, Codes::Gb { .. }) => known(decoder.decode("gb18030", bytes)?),
            (_, Codes::Utf16) => {
                let units = bytes
                    .chunks_exact(2)
                    .filter_map(|pair| Some(u16::from_be_bytes(pair.try_into().ok()?)));
                known(
                    char::decode_utf16(units)
                        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
                        .collect(),
                )
            }
            (Source::Code, _) | (_, Codes::Utf32) => char::from_u32(code).map(String::from),
            (Source::Collection, _) => known(collection::character(code, decoder)?),
            (Source::Signs(signs, map), Codes::Two) => {
                let sign = match map {
                    None => code,
                    Some(map) => {
                        let at = usize::try_from(code).ok()?.checked_mul(2)?;
                        let pair = map.get(at..at.checked_add(2)?)?;
                        u32::from(u16::from_be_bytes(pair.try_into().ok()?))
                    }
                };
                signs.character(sign).map(String::from)
            }
            (Source::Signs(signs, _), _) => signs.character(signs.sign(code)?).map(String::from),
            (Source::Names(names, standard), _) => match names.iter().find(|(own, _)| *own == code)
            {
                Some((_, c)) => *c,
                None => standard.and_then(|windows| names::standard(code, windows)),
            }
            .map(String::from),
            (Source::Nothing, _) => None,
        }
    }

    fn width(&self, code: u32) -> f64 {
        let narrow = match self.codes {
            Codes::One | Codes::Two => return self.widths.of(code),
            Codes::Gb { narrow } => narrow,
            Codes::Utf16 | Codes::Utf32 => false,
        };
        // The number of the sign is known for ASCII only; all others are as wide as high.
        collection::number_of_ascii(code, narrow).map_or(self.widths.default, |number| {
            self.widths.own(number).unwrap_or(width::HALF)
        })
    }
}

/// A font that is made of others: its codes are those of a named encoding.
fn composite(dict: &Dict, file: &File<'_>, needs_source: bool) -> Font {
    let encoding = file.name(dict, b"Encoding");
    let encoding = encoding.as_deref().unwrap_or(b"Identity-H");
    let has = |part: &[u8]| encoding.windows(part.len()).any(|window| window == part);
    let codes = if has(b"UCS2") || has(b"UTF16") {
        Codes::Utf16
    } else if has(b"UTF32") {
        Codes::Utf32
    } else if encoding.starts_with(b"GB") {
        Codes::Gb {
            narrow: !has(b"GBKp") && !has(b"GBK2K"),
        }
    } else {
        Codes::Two
    };
    let descendant = match file.list(dict, b"DescendantFonts").first() {
        Some(Object::Dict(descendant)) => Rc::clone(descendant),
        _ => Rc::default(),
    };
    let source = match codes {
        Codes::Two if needs_source => numbered(&descendant, file),
        _ => Source::Nothing,
    };
    Font {
        codes,
        vertical: encoding.ends_with(b"-V"),
        unicode: UnicodeMap::default(),
        source,
        widths: Widths::of_composite(&descendant, file),
        scale: None,
    }
}

/// Where the characters of a font come from whose codes are numbers of signs.
fn numbered(descendant: &Dict, file: &File<'_>) -> Source {
    let info = file.dict(descendant, b"CIDSystemInfo");
    let ordering = info.map(|info| file.get(&info, b"Ordering"));
    if matches!(ordering, Some(Object::Text(ordering)) if *ordering == *b"GB1") {
        return Source::Collection;
    }
    let Some(signs) = program(descendant, file) else {
        return Source::Nothing;
    };
    let map = match file.get(descendant, b"CIDToGIDMap") {
        Object::Stream(stream) => file.stream(&stream),
        _ => None,
    };
    Source::Signs(signs, map)
}

/// The table of the embedded program, if it has one with characters.
fn program(dict: &Dict, file: &File<'_>) -> Option<Signs> {
    let descriptor = file.dict(dict, b"FontDescriptor")?;
    let names = [&b"FontFile2"[..], b"FontFile3"];
    let stream = names
        .iter()
        .find_map(|name| match file.get(&descriptor, name) {
            Object::Stream(stream) => Some(stream),
            _ => None,
        })?;
    let signs = Signs::read(&file.stream(&stream)?);
    (!signs.is_empty()).then_some(signs)
}

/// A font with one byte per code.
fn simple(dict: &Dict, file: &File<'_>, needs_source: bool) -> Font {
    let is_drawn = is_named(dict, file, b"Type3");
    Font {
        codes: Codes::One,
        vertical: false,
        unicode: UnicodeMap::default(),
        source: if needs_source {
            named(dict, file, is_drawn)
        } else {
            Source::Nothing
        },
        widths: Widths::of_simple(dict, file),
        scale: file
            .numbers(dict, b"FontMatrix")
            .first()
            .filter(|_| is_drawn)
            .map(|scale| super::matrix::product(*scale, 1000.0)),
    }
}

/// Where the characters of a font with one byte per code come from.
fn named(dict: &Dict, file: &File<'_>, is_drawn: bool) -> Source {
    /// The flag of fonts with signs of their own, bit 3 of the descriptor's flags.
    const SYMBOLIC: i64 = 4;
    let descriptor = file.dict(dict, b"FontDescriptor").unwrap_or_default();
    let is_embedded = [&b"FontFile"[..], b"FontFile2", b"FontFile3"]
        .iter()
        .any(|name| descriptor.has(name));
    let flags = file.get(&descriptor, b"Flags").whole().unwrap_or(0);
    let (base, differences) = match file.get(dict, b"Encoding") {
        Object::Name(name) => (Some(name), Vec::new()),
        Object::Dict(encoding) => (
            file.name(&encoding, b"BaseEncoding"),
            file.list(&encoding, b"Differences"),
        ),
        _ => (None, Vec::new()),
    };
    let own_signs = is_embedded && (flags & SYMBOLIC) != 0;
    if base.is_none() && differences.is_empty() && own_signs {
        return match program(dict, file) {
            Some(signs) => Source::Signs(signs, None),
            None => Source::Nothing,
        };
    }
    // Without a named encoding the codes of an embedded font may mean anything.
    let standard = match &base {
        Some(name) => Some(**name == *b"WinAnsiEncoding"),
        None => (!is_drawn && !own_signs).then_some(false),
    };
    let mut names = Vec::new();
    let mut code = 0_u32;
    for entry in differences {
        match entry {
            Object::Number(_) => {
                let whole = entry.whole().unwrap_or(0);
                code = u32::try_from(whole).unwrap_or(0);
            }
            Object::Name(name) if names.len() < 256 => {
                let name = std::str::from_utf8(&name).unwrap_or_default();
                names.push((code, names::character(name)));
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    Source::Names(names, standard)
}

fn is_named(dict: &Dict, file: &File<'_>, name: &[u8]) -> bool {
    let own = file.name(dict, b"Subtype");
    own.is_some_and(|own| *own == *name)
}
