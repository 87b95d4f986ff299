//! `ToUnicode`: the map from the codes of a font to characters that most writers enclose.

use crate::sorted::sort_by;

use super::super::syntax::{Content, Object};

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

impl UnicodeMap {
    /// Reads the map; what it does not understand is skipped, a map cut in the middle holds what came before.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        for instruction in Content::new(bytes) {
            match instruction.operator {
                b"endbfchar" => map.characters(&instruction.operands),
                b"endbfrange" => map.ranges(&instruction.operands),
                _ => {}
            }
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

    fn characters(&mut self, operands: &[Object]) {
        for pair in operands.chunks_exact(2) {
            if let [Object::Text(code), Object::Text(text)] = pair {
                let code = number(code);
                self.push(code, code, text);
            }
        }
    }

    fn ranges(&mut self, operands: &[Object]) {
        for range in operands.chunks_exact(3) {
            let [Object::Text(first), Object::Text(last), to] = range else {
                return;
            };
            let first = number(first);
            match to {
                Object::Text(text) => self.push(first, number(last), text),
                Object::Array(texts) => {
                    for (code, text) in (first..).zip(texts.iter()) {
                        if let Object::Text(text) = text {
                            self.push(code, code, text);
                        }
                    }
                }
                _ => return,
            }
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
