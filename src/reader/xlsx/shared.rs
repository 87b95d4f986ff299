//! The texts that cells share.

use crate::limits;
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::xml::{self, Element, Visitor};

use super::text::TextBuilder;

/// All texts in one, with the places where they end.
#[derive(Debug, Default)]
pub(super) struct SharedTexts {
    all: String,
    ends: Vec<usize>,
}

impl SharedTexts {
    /// The text of a number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = match number.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.all.get(start..end)
    }
}

/// Reads the table of texts.
///
/// # Errors
/// As [`xml::walk`], `TooLarge` above [`limits::PIECES`].
pub(super) fn read(text: &str) -> Result<SharedTexts, ReadError> {
    let mut builder = Builder::default();
    // No text is longer than its markup.
    builder.texts.all.reserve(text.len());
    xml::walk(text, &mut builder)?;
    Ok(builder.texts)
}

#[derive(Default)]
struct Builder {
    texts: SharedTexts,
    text: TextBuilder,
    depth: usize,
}

/// Depth of a text: below the table.
const ITEM: usize = 2;

impl Visitor for Builder {
    fn start(&mut self, element: &Element<'_>) -> Result<(), ReadErrorKind> {
        self.depth = self.depth.saturating_add(1);
        self.text.start(element);
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), ReadErrorKind> {
        self.text.push(text);
        Ok(())
    }

    fn end(&mut self) -> Result<(), ReadErrorKind> {
        self.text.end();
        if self.depth == ITEM {
            if self.texts.ends.len() >= limits::PIECES {
                return Err(ReadErrorKind::TooLarge);
            }
            self.texts.all.push_str(&self.text.take());
            self.texts.ends.push(self.texts.all.len());
        }
        self.depth = self.depth.saturating_sub(1);
        Ok(())
    }
}
