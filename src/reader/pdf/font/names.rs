//! Fonts with one byte per code: names of signs and the encodings that the format takes for granted. Latin letters and
//! digits only; whoever writes Chinese with such a font encloses a map.

/// Names of the signs from U+0020 to U+007E that are not the letter itself, in that order, letters as gaps.
const NAMES: &str = "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk \
    plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal \
    greater question at";
/// Further names, with their characters.
const FURTHER: &[(&str, char)] = &[
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("underscore", '_'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("minus", '−'),
    ("endash", '–'),
    ("emdash", '—'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("bullet", '•'),
    ("periodcentered", '·'),
    ("middot", '·'),
    ("ellipsis", '…'),
    ("nbspace", '\u{a0}'),
    ("sfthyphen", '-'),
    ("multiply", '×'),
    ("degree", '°'),
    ("section", '§'),
    ("yen", '¥'),
];

/// The character of a sign's name, by the list of names or by the number in it; `None` for names of the writer's own.
pub(super) fn character(name: &str) -> Option<char> {
    // Variants follow a point.
    let name = match name.split('.').next() {
        Some(base) if !base.is_empty() => base,
        _ => name,
    };
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return letter.is_ascii_graphic().then_some(letter);
    }
    if let Some(place) = NAMES
        .split_ascii_whitespace()
        .position(|known| known == name)
    {
        return char::from_u32(u32::try_from(place).ok()?.checked_add(0x20)?);
    }
    if let Some((_, c)) = FURTHER.iter().find(|(known, _)| *known == name) {
        return Some(*c);
    }
    let digits = name
        .strip_prefix("uni")
        .or_else(|| name.strip_prefix('u'))?;
    let plain =
        (4..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    char::from_u32(u32::from_str_radix(digits, 16).ok().filter(|_| plain)?)
}

/// The character of a code in the encodings of Windows and the standard one, as far as they agree on what reports
/// hold.
pub(super) fn standard(code: u32, windows: bool) -> Option<char> {
    match code {
        0x20..=0x7E => char::from_u32(code),
        0x91 if windows => Some('‘'),
        0x92 if windows => Some('’'),
        0x93 if windows => Some('“'),
        0x94 if windows => Some('”'),
        0x95 if windows => Some('•'),
        0x96 if windows => Some('–'),
        0x97 if windows => Some('—'),
        0x85 if windows => Some('…'),
        0xA0..=0xFF if windows => char::from_u32(code),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{character, standard};

    #[test]
    fn names_are_characters() {
        for (name, expected) in [
            ("zero", '0'),
            ("nine", '9'),
            ("space", ' '),
            ("A", 'A'),
            ("at", '@'),
            ("uni62A5", '报'),
            ("u20000", '\u{20000}'),
            ("one.tnum", '1'),
            ("emdash", '—'),
        ] {
            assert_eq!(character(name), Some(expected), "{name}");
        }
        for name in ["g37", "cid00017", "uniXYZW", ".notdef", "", "union", "u12"] {
            assert_eq!(character(name), None, "{name}");
        }
    }

    #[test]
    fn the_upper_half_is_of_windows_alone() {
        assert_eq!(standard(0x31, false), Some('1'));
        assert_eq!(standard(0x97, true), Some('—'));
        assert_eq!(standard(0x97, false), None);
    }
}
