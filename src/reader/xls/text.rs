//! Texts in records. A text may go on in the next record, and there it may change its width: each piece says anew
//! whether its characters are of one byte or two.

/// Characters are of two bytes.
const WIDE: u8 = 1;
/// A block of phonetic data stands behind the text.
const PHONETIC: u8 = 4;
/// Runs of formatting stand behind the text.
const RICH: u8 = 8;
const RUN_BYTES: usize = 4;

/// Reads along the pieces of a record.
#[derive(Debug)]
pub(super) struct Cursor<'a> {
    pieces: &'a [&'a [u8]],
    position: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(pieces: &'a [&'a [u8]], position: usize) -> Self {
        Self { pieces, position }
    }

    /// The rest of the current piece; goes to the next one if there is no more. `None` at the end of all.
    fn rest(&mut self) -> Option<(&'a [u8], bool)> {
        let mut is_new = false;
        loop {
            let (piece, later) = self.pieces.split_first()?;
            match piece.get(self.position..) {
                Some(rest) if !rest.is_empty() => return Some((rest, is_new)),
                _ => {
                    self.pieces = later;
                    self.position = 0;
                    is_new = true;
                }
            }
        }
    }

    fn byte(&mut self) -> Option<u8> {
        let (rest, _) = self.rest()?;
        self.position = self.position.saturating_add(1);
        rest.first().copied()
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(super) fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            let (rest, _) = self.rest()?;
            let step = rest.len().min(bytes);
            self.position = self.position.saturating_add(step);
            bytes = bytes.saturating_sub(step);
        }
        Some(())
    }

    /// Reads a text whose length stands in front of it in 16 bits, appends it, and passes what stands behind it.
    /// `None` if the pieces end before; what there is of the text has been appended then.
    pub(super) fn text(&mut self, out: &mut String) -> Option<()> {
        let length = self.u16()?;
        let flags = self.byte()?;
        let runs = if flags & RICH != 0 { self.u16()? } else { 0 };
        let phonetic = if flags & PHONETIC != 0 {
            u32::from_le_bytes([self.byte()?, self.byte()?, self.byte()?, self.byte()?])
        } else {
            0
        };
        let mut units = Vec::with_capacity(usize::from(length));
        let complete = self.units(usize::from(length), flags & WIDE != 0, &mut units);
        out.extend(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
        complete?;
        self.skip(usize::from(runs).saturating_mul(RUN_BYTES))?;
        self.skip(usize::try_from(phonetic).ok()?)
    }

    fn units(&mut self, length: usize, mut wide: bool, units: &mut Vec<u16>) -> Option<()> {
        while units.len() < length {
            let (rest, is_new) = self.rest()?;
            let rest = if is_new {
                let (flags, rest) = rest.split_first()?;
                wide = flags & WIDE != 0;
                self.position = self.position.saturating_add(1);
                rest
            } else {
                rest
            };
            let wanted = length.saturating_sub(units.len());
            let before = units.len();
            if wide {
                let pairs = rest.chunks_exact(2).take(wanted);
                units.extend(
                    pairs.filter_map(|pair| Some(u16::from_le_bytes(pair.try_into().ok()?))),
                );
            } else {
                units.extend(rest.iter().take(wanted).map(|byte| u16::from(*byte)));
            }
            let taken = units.len().saturating_sub(before);
            let step = taken.saturating_mul(if wide { 2 } else { 1 });
            self.position = self.position.saturating_add(step);
            // Half a character at the end of a piece is none.
            if taken == 0 && !rest.is_empty() {
                return None;
            }
        }
        Some(())
    }
}
