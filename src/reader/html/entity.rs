//! Character references.

use std::borrow::Cow;

use crate::strings;

/// Decodes the character references of a text. `in_attribute`: a name without semicolon before a letter,
/// digit or `=` is part of an address, not a reference.
pub(crate) fn decode(text: &str, in_attribute: bool) -> Cow<'_, str> {
    let Some((head, tail)) = strings::cut(text, "&") else {
        return Cow::Borrowed(text);
    };
    let mut decoded = String::with_capacity(text.len());
    decoded.push_str(head);
    let mut rest = tail;
    loop {
        // `rest` stands behind an ampersand.
        match reference(rest, in_attribute) {
            Some((c, behind)) => {
                decoded.push(c);
                rest = behind;
            }
            None => decoded.push('&'),
        }
        let Some((head, tail)) = strings::cut(rest, "&") else {
            decoded.push_str(rest);
            return Cow::Owned(decoded);
        };
        decoded.push_str(head);
        rest = tail;
    }
}

/// The character that a reference stands for, and the text behind it.
fn reference(text: &str, in_attribute: bool) -> Option<(char, &str)> {
    if let Some(number) = text.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        return match hex {
            Some(digits) => numeric(digits, 16),
            None => numeric(number, 10),
        };
    }
    let end = text
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(text.len())
        .min(LONGEST_NAME);
    let (name, behind) = text.split_at_checked(end)?;
    if let Some(behind) = behind.strip_prefix(';') {
        let found = NAMED.iter().chain(LATIN).find(|(known, _)| *known == name);
        if let Some((_, c)) = found {
            return Some((*c, behind));
        }
    }
    // Without semicolon only the names of old are known, and the longest one counts.
    let (old, c) = LATIN
        .iter()
        .filter(|(known, _)| name.starts_with(known))
        .max_by_key(|(known, _)| known.len())?;
    let behind = text.strip_prefix(old)?;
    let continued = behind.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '=');
    if in_attribute && continued {
        return None;
    }
    Some((*c, behind))
}

fn numeric(text: &str, radix: u32) -> Option<(char, &str)> {
    let digits = text.chars().map_while(|c| c.to_digit(radix));
    let mut count = 0_usize;
    let mut code = 0_u32;
    for digit in digits {
        count = count.saturating_add(1);
        code = code.saturating_mul(radix).saturating_add(digit);
    }
    if count == 0 {
        return None;
    }
    let behind = text.get(count..)?;
    let behind = behind.strip_prefix(';').unwrap_or(behind);
    Some((character(code), behind))
}

/// The character of a number; those between 128 and 159 mean windows-1252.
fn character(code: u32) -> char {
    let remapped = code
        .checked_sub(0x80)
        .and_then(|index| usize::try_from(index).ok())
        .and_then(|index| WINDOWS_1252.chars().nth(index));
    match (code, remapped) {
        (0, _) => char::REPLACEMENT_CHARACTER,
        (_, Some(c)) => c,
        _ => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// No known name is longer.
const LONGEST_NAME: usize = 8;

/// Names that need their semicolon.
const NAMED: &[(&str, char)] = &[
    ("apos", '\''),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("emsp13", '\u{2004}'),
    ("emsp14", '\u{2005}'),
    ("numsp", '\u{2007}'),
    ("puncsp", '\u{2008}'),
    ("thinsp", '\u{2009}'),
    ("hairsp", '\u{200a}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("hyphen", '‐'),
    ("dash", '‐'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("horbar", '―'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("dagger", '†'),
    ("Dagger", '‡'),
    ("bull", '•'),
    ("hellip", '…'),
    ("permil", '‰'),
    ("prime", '′'),
    ("Prime", '″'),
    ("euro", '€'),
    ("trade", '™'),
    ("numero", '№'),
    ("larr", '←'),
    ("uarr", '↑'),
    ("rarr", '→'),
    ("darr", '↓'),
    ("harr", '↔'),
    ("minus", '−'),
    ("lowast", '∗'),
    ("radic", '√'),
    ("infin", '∞'),
    ("asymp", '≈'),
    ("ne", '≠'),
    ("equiv", '≡'),
    ("le", '≤'),
    ("ge", '≥'),
    ("sum", '∑'),
    ("Sigma", 'Σ'),
    ("alpha", 'α'),
    ("beta", 'β'),
    ("gamma", 'γ'),
    ("delta", 'δ'),
    ("loz", '◊'),
    ("Tab", '\t'),
    ("NewLine", '\n'),
    ("excl", '!'),
    ("num", '#'),
    ("dollar", '$'),
    ("percnt", '%'),
    ("lpar", '('),
    ("rpar", ')'),
    ("ast", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("period", '.'),
    ("sol", '/'),
    ("colon", ':'),
    ("semi", ';'),
    ("equals", '='),
    ("quest", '?'),
    ("lsqb", '['),
    ("rsqb", ']'),
    ("lowbar", '_'),
    ("lbrace", '{'),
    ("verbar", '|'),
    ("rbrace", '}'),
    ("langle", '⟨'),
    ("rangle", '⟩'),
    ("check", '✓'),
    ("star", '☆'),
    ("starf", '★'),
    ("squ", '□'),
    ("bigcirc", '◯'),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
];

/// Names that are known without their semicolon, too.
const LATIN: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("AMP", '&'),
    ("LT", '<'),
    ("GT", '>'),
    ("QUOT", '"'),
    ("nbsp", '\u{a0}'),
    ("iexcl", '¡'),
    ("cent", '¢'),
    ("pound", '£'),
    ("curren", '¤'),
    ("yen", '¥'),
    ("brvbar", '¦'),
    ("sect", '§'),
    ("uml", '¨'),
    ("copy", '©'),
    ("ordf", 'ª'),
    ("laquo", '«'),
    ("not", '¬'),
    ("shy", '\u{ad}'),
    ("reg", '®'),
    ("macr", '¯'),
    ("deg", '°'),
    ("plusmn", '±'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("acute", '´'),
    ("micro", 'µ'),
    ("para", '¶'),
    ("middot", '·'),
    ("cedil", '¸'),
    ("sup1", '¹'),
    ("ordm", 'º'),
    ("raquo", '»'),
    ("frac14", '¼'),
    ("frac12", '½'),
    ("frac34", '¾'),
    ("iquest", '¿'),
    ("Auml", 'Ä'),
    ("Ouml", 'Ö'),
    ("Uuml", 'Ü'),
    ("times", '×'),
    ("szlig", 'ß'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("auml", 'ä'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("igrave", 'ì'),
    ("iacute", 'í'),
    ("ograve", 'ò'),
    ("oacute", 'ó'),
    ("ouml", 'ö'),
    ("divide", '÷'),
    ("ugrave", 'ù'),
    ("uacute", 'ú'),
    ("uuml", 'ü'),
];
