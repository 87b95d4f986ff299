//! The table of a TrueType font that tells which sign draws a character, read backwards. It is the last resort for fonts
//! that say nothing else about their codes.

use crate::sorted::sort_by;

/// Characters that are looked at in one font.
const CHARACTERS: u32 = 100_000;

/// Signs of a font to the characters they draw.
#[derive(Debug, Default)]
pub(super) struct Signs {
    /// By sign; of several characters the first counts.
    characters: Vec<(u32, char)>,
    /// Codes of fonts that have a table of their own codes only (`3,0` or `1,0`), to signs; by code.
    codes: Vec<(u32, u32)>,
}

/// Bytes of the font, read from a place on.
#[derive(Clone, Copy)]
struct Table<'a>(&'a [u8]);

impl<'a> Table<'a> {
    fn u16(self, at: usize) -> Option<u32> {
        let bytes = self.0.get(at..at.checked_add(2)?)?;
        Some(u32::from(u16::from_be_bytes(bytes.try_into().ok()?)))
    }

    fn u32(self, at: usize) -> Option<u32> {
        let bytes = self.0.get(at..at.checked_add(4)?)?;
        Some(u32::from_be_bytes(bytes.try_into().ok()?))
    }

    fn from(self, at: u32) -> Option<Self> {
        self.0.get(usize::try_from(at).ok()?..).map(Self)
    }
}

impl Signs {
    /// Reads the font program; without a table there is nothing in it.
    pub(super) fn read(font: &[u8]) -> Self {
        let mut signs = Self::default();
        // What a broken table had before it broke is as good as any.
        let _ = signs.fill(Table(font));
        sort_by(&mut signs.characters, |a, b| a.0.cmp(&b.0));
        sort_by(&mut signs.codes, |a, b| a.0.cmp(&b.0));
        signs
    }

    pub(super) fn is_empty(&self) -> bool {
        self.characters.is_empty()
    }

    /// The character that a sign draws.
    pub(super) fn character(&self, sign: u32) -> Option<char> {
        look_up(&self.characters, sign)
    }

    /// The sign of a one-byte code.
    pub(super) fn sign(&self, code: u32) -> Option<u32> {
        // Symbol fonts have their codes in the private area.
        [code, code.saturating_add(0xF000)]
            .iter()
            .find_map(|code| look_up(&self.codes, *code))
    }

    fn fill(&mut self, font: Table<'_>) -> Option<()> {
        let tables = usize::try_from(font.u16(4)?).ok()?;
        let cmap = (0..tables).find_map(|table| {
            let entry = table.checked_mul(16)?.checked_add(12)?;
            (font.u32(entry)? == u32::from_be_bytes(*b"cmap"))
                .then(|| font.u32(entry.checked_add(8)?))?
        })?;
        let cmap = font.from(cmap)?;
        for table in 0..usize::try_from(cmap.u16(2)?).ok()? {
            let entry = table.checked_mul(8)?.checked_add(4)?;
            let platform = (cmap.u16(entry)?, cmap.u16(entry.checked_add(2)?)?);
            let Some(table) = cmap.from(cmap.u32(entry.checked_add(4)?)?) else {
                continue;
            };
            let unicode = matches!(platform, (0, _) | (3, 1 | 10));
            let _ = each(table, |code, sign| self.pair(code, sign, unicode));
        }
        Some(())
    }

    fn pair(&mut self, code: u32, sign: u32, unicode: bool) {
        if sign == 0 {
            return;
        }
        if !unicode {
            self.codes.push((code, sign));
        } else if let Some(c) = char::from_u32(code) {
            self.characters.push((sign, c));
        }
    }
}

/// The first entry of a key in a list that is ordered by keys.
fn look_up<T: Copy>(entries: &[(u32, T)], key: u32) -> Option<T> {
    let place = entries.partition_point(|(own, _)| *own < key);
    let (own, value) = entries.get(place)?;
    (*own == key).then_some(*value)
}

/// Calls for each code of a table and its sign. The formats are those of the OpenType specification, `cmap`.
fn each(table: Table<'_>, mut pair: impl FnMut(u32, u32)) -> Option<()> {
    let mut left = CHARACTERS;
    match table.u16(0)? {
        0 => {
            for (code, sign) in (0_u32..256).zip(table.0.get(6..)?) {
                pair(code, u32::from(*sign));
            }
        }
        4 => {
            let doubled = usize::try_from(table.u16(6)?).ok()?;
            let ends = Table(table.0.get(14..)?);
            let starts = Table(ends.0.get(doubled.checked_add(2)?..)?);
            let deltas = Table(starts.0.get(doubled..)?);
            let offsets = Table(deltas.0.get(doubled..)?);
            for at in (0..doubled).step_by(2) {
                let (start, end) = (starts.u16(at)?, ends.u16(at)?);
                let (delta, offset) = (deltas.u16(at)?, offsets.u16(at)?);
                for code in start..=end.min(0xFFFE) {
                    left = left.checked_sub(1)?;
                    let sign = if offset == 0 {
                        code
                    } else {
                        // The offset counts from its own place.
                        let step = code
                            .checked_sub(start)?
                            .checked_mul(2)?
                            .checked_add(offset)?;
                        match offsets.u16(at.checked_add(usize::try_from(step).ok()?)?) {
                            Some(sign) if sign > 0 => sign,
                            _ => continue,
                        }
                    };
                    pair(code, sign.wrapping_add(delta) & 0xFFFF);
                }
            }
        }
        6 => {
            let first = table.u16(6)?;
            for place in 0..table.u16(8)? {
                let at = usize::try_from(place)
                    .ok()?
                    .checked_mul(2)?
                    .checked_add(10)?;
                pair(first.checked_add(place)?, table.u16(at)?);
            }
        }
        12 => {
            for group in 0..usize::try_from(table.u32(12)?).ok()? {
                let at = group.checked_mul(12)?.checked_add(16)?;
                let (start, end) = (table.u32(at)?, table.u32(at.checked_add(4)?)?);
                let sign = table.u32(at.checked_add(8)?)?;
                for code in start..=end {
                    left = left.checked_sub(1)?;
                    pair(code, sign.checked_add(code.checked_sub(start)?)?);
                }
            }
        }
        _ => {}
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::Signs;

    /// A font with nothing but the table, of one platform and encoding.
    fn font(platform: u16, encoding: u16, table: &[u16]) -> Vec<u8> {
        let mut units: Vec<u16> = vec![0, 1, 1, 0, 0, 0];
        units.extend([0x636D, 0x6170, 0, 0, 0, 28, 0, 0]);
        units.extend([0, 1, platform, encoding, 0, 12]);
        units.extend(table);
        units.iter().flat_map(|unit| unit.to_be_bytes()).collect()
    }

    /// Segments: 一 to 三 by a difference, 0 to 2 by a list, the end.
    const SEGMENTS: [u16; 27] = [
        4, 0, 0, 6, 0, 0, 0, // header, twice three segments
        0x32, 0x4E09, 0xFFFF, 0, // ends
        0x30, 0x4E00, 0xFFFF, // starts
        0, 0xB205, 1, // differences
        6, 0, 0, // offsets
        11, 0, 12, // the list
        0, 0, 0, 0,
    ];

    #[test]
    fn segments_are_read_backwards() {
        let signs = Signs::read(&font(3, 1, &SEGMENTS));
        assert_eq!(signs.character(11), Some('0'));
        assert_eq!(signs.character(12), Some('2'));
        assert_eq!(signs.character(5), Some('一'));
        assert_eq!(signs.character(14), Some('三'));
        assert_eq!(signs.character(0), None);
    }

    #[test]
    fn codes_of_a_symbol_font_are_no_characters() {
        let signs = Signs::read(&font(3, 0, &[6, 0, 0, 0xF031, 2, 7, 8]));
        assert!(signs.is_empty());
        assert_eq!(signs.sign(0x32), Some(8));
    }

    #[test]
    fn groups_and_what_is_cut() {
        let signs = Signs::read(&font(
            0,
            4,
            &[12, 0, 0, 0, 0, 0, 0, 1, 0, 0x30, 0, 0x39, 0, 20],
        ));
        assert_eq!(signs.character(25), Some('5'));
        for length in 0..60 {
            let whole = font(3, 1, &SEGMENTS);
            let _ = Signs::read(&whole[..length.min(whole.len())]);
        }
    }
}
