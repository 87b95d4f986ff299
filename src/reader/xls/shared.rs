//! The texts of a workbook that cells point at.

use crate::limits;
use crate::reader::error::ReadErrorKind;

use super::text::Cursor;

/// The shared texts, all in one piece of memory.
#[derive(Debug, Default)]
pub(super) struct SharedTexts {
    text: String,
    /// Where each text ends.
    ends: Vec<usize>,
}

impl SharedTexts {
    /// Reads the table from the pieces of its record, to its end: what it says about the number of its texts is wrong in
    /// files of some writers.
    ///
    /// # Errors
    /// `TooLarge` above [`limits::PIECES`] or [`limits::TEXT_BYTES`].
    pub(super) fn read(pieces: &[&[u8]]) -> Result<Self, ReadErrorKind> {
        let mut cursor = Cursor::new(pieces, 8);
        let mut texts = Self::default();
        while cursor.text(&mut texts.text).is_some() {
            if texts.ends.len() >= limits::PIECES || texts.text.len() > limits::TEXT_BYTES {
                return Err(ReadErrorKind::TooLarge);
            }
            texts.ends.push(texts.text.len());
        }
        Ok(texts)
    }

    /// A text by its number.
    pub(super) fn get(&self, number: u32) -> Option<&str> {
        let number = usize::try_from(number).ok()?;
        let start = match number.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.text.get(start..*self.ends.get(number)?)
    }
}
