//! `ToUnicode`: the map from the codes of a font to characters that most writers enclose.

use crate::sorted::sort_by;

/// Entries of one map; each may be a range of codes.
const ENTRIES: usize = 200_000;
/// Units of UTF-16 that one code may stand for.
const UNITS: usize = 64;

/// Codes to characters.
#[derive(Debug, Default)]
pub(super) struct UnicodeMap {
    entries: Vec<Entry>,
}

/// The codes from `first` to `last` are characters that follow one another in the last unit.
#[derive(Debug)]
struct Entry {
    first: u32,
    last: u32,
    units: Vec<u16>,
}

/// What a map is made of. Names, dictionaries and numbers say nothing that is needed.
enum Token<'a> {
    Hex(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

impl UnicodeMap {
    /// Reads the map; what it does not understand is skipped, a map cut in the middle holds what came before.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut rest = bytes;
        let mut pending: Vec<Token<'_>> = Vec::new();
        while let Some(token) = next(&mut rest) {
            match token {
                Token::Word(b"endbfchar") => map.characters(&pending),
                Token::Word(b"endbfrange") => map.ranges(&pending),
                Token::Word(_) => {}
                token => {
                    if pending.len() < ENTRIES {
                        pending.push(token);
                    }
                    continue;
                }
            }
            pending.clear();
        }
        sort_by(&mut map.entries, |a, b| a.first.cmp(&b.first));
        map
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The characters of a code; `None` if the map does not have it or gives none.
    pub(super) fn get(&self, code: u32) -> Option<String> {
        let end = self.entries.partition_point(|entry| entry.first <= code);
        // Ranges may overlap. The nearest that reaches so far counts; a few are looked at.
        let before = self.entries.get(..end)?;
        let entry = before
            .iter()
            .rev()
            .take(8)
            .find(|entry| entry.last >= code)?;
        let mut units = entry.units.clone();
        let last = units.last_mut()?;
        let step = u16::try_from(code.saturating_sub(entry.first)).ok()?;
        *last = last.checked_add(step)?;
        let text: String = char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        let says_nothing = text
            .chars()
            .all(|c| matches!(c, '\0' | '\u{fffd}' | '\u{ffff}'));
        (!says_nothing).then_some(text)
    }

    fn characters(&mut self, tokens: &[Token<'_>]) {
        for pair in tokens.chunks_exact(2) {
            if let [Token::Hex(code), Token::Hex(text)] = pair {
                let code = number(code);
                self.push(code, code, text);
            }
        }
    }

    fn ranges(&mut self, tokens: &[Token<'_>]) {
        let mut rest = tokens;
        while let [Token::Hex(first), Token::Hex(last), tail @ ..] = rest {
            let (first, last) = (number(first), number(last));
            rest = match tail {
                [Token::Hex(text), tail @ ..] => {
                    self.push(first, last, text);
                    tail
                }
                [Token::Open, tail @ ..] => {
                    let mut tail = tail;
                    let mut code = first;
                    while let [Token::Hex(text), next @ ..] = tail {
                        self.push(code, code, text);
                        code = code.saturating_add(1);
                        tail = next;
                    }
                    match tail {
                        [Token::Close, tail @ ..] => tail,
                        tail => tail,
                    }
                }
                _ => return,
            };
        }
    }

    fn push(&mut self, first: u32, last: u32, text: &[u8]) {
        let mut units: Vec<u16> = text
            .chunks_exact(2)
            .take(UNITS)
            .map(|pair| match pair {
                [high, low] => u16::from_be_bytes([*high, *low]),
                _ => 0,
            })
            .collect();
        // Some write one byte for one character.
        if let (true, [byte]) = (units.is_empty(), text) {
            units.push(u16::from(*byte));
        }
        if !units.is_empty() && self.entries.len() < ENTRIES {
            self.entries.push(Entry { first, last, units });
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0, |number, byte| (number << 8) | u32::from(*byte))
}

fn next<'a>(rest: &mut &'a [u8]) -> Option<Token<'a>> {
    loop {
        let (first, tail) = rest.split_first()?;
        match first {
            b'[' => {
                *rest = tail;
                return Some(Token::Open);
            }
            b']' => {
                *rest = tail;
                return Some(Token::Close);
            }
            b'%' => *rest = after(tail, |byte| matches!(byte, b'\n' | b'\r')),
            b'<' if tail.first() != Some(&b'<') => {
                let end = tail.iter().position(|byte| *byte == b'>');
                let (digits, behind) = tail.split_at_checked(end.unwrap_or(tail.len()))?;
                *rest = behind;
                return Some(Token::Hex(hex(digits)));
            }
            // The second bracket of a dictionary must not begin a text.
            b'<' => *rest = tail.get(1..).unwrap_or_default(),
            byte if byte.is_ascii_alphabetic() => {
                let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric());
                let (word, behind) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
                *rest = behind;
                return Some(Token::Word(word));
            }
            // A name is no word.
            b'/' => *rest = after(tail, |byte| !byte.is_ascii_alphanumeric()),
            _ => *rest = tail,
        }
    }
}

/// What begins with the first byte that fits.
fn after(bytes: &[u8], fits: impl Fn(u8) -> bool) -> &[u8] {
    let end = bytes.iter().position(|byte| fits(*byte));
    bytes.get(end.unwrap_or(bytes.len())..).unwrap_or_default()
}

fn hex(digits: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut high = None;
    for digit in digits
        .iter()
        .filter_map(|byte| char::from(*byte).to_digit(16))
    {
        let digit = u8::try_from(digit).unwrap_or(0);
        match high.take() {
            None => high = Some(digit),
            Some(high) => bytes.push((high << 4) | digit),
        }
    }
    if let Some(high) = high {
        bytes.push(high << 4);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::UnicodeMap;

    #[test]
    fn characters_ranges_and_lists() {
        let map = UnicodeMap::read(
            b"/CIDInit /ProcSet findresource begin << /Registry (Adobe) >> def % <0001> <0041>\n\
              1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
              2 beginbfchar <0003> <0031> <0004> <FFFE00410042> endbfchar\n\
              3 beginbfrange <0010> <0019> <0030> <0020><0021>[<62A5><544A>] <0030> <0031> <D840DC00> endbfrange",
        );
        assert_eq!(map.get(3).as_deref(), Some("1"));
        assert_eq!(map.get(0x13).as_deref(), Some("3"));
        assert_eq!(map.get(0x21).as_deref(), Some("告"));
        assert_eq!(map.get(0x31).as_deref(), Some("\u{20001}"));
        for code in [0, 1, 2, 5, 0x1A, 0x22, 0x32] {
            assert_eq!(map.get(code), None, "{code}");
        }
    }

    #[test]
    fn what_maps_to_nothing_is_unknown() {
        let map =
            UnicodeMap::read(b"beginbfchar <01> <0000> <02> <FFFD> <03> <> <04> <35> endbfchar");
        assert_eq!(map.get(1), None);
        assert_eq!(map.get(2), None);
        assert_eq!(map.get(3), None);
        assert_eq!(map.get(4).as_deref(), Some("5"));
    }

    #[test]
    fn a_map_cut_in_the_middle_keeps_what_it_had() {
        let map = UnicodeMap::read(b"beginbfchar <01> <0031> endbfchar beginbfrange <02> <0");
        assert_eq!(map.get(1).as_deref(), Some("1"));
    }
}
