//! What the readers of markup share: running text as a list of lines and grids, and a cap on how many
//! pieces a document may have before it is known which of them hold data.

use crate::document::{Document, Grid};
use crate::limits;
use crate::reader::error::{ReadError, ReadErrorKind};

/// Text and tables in reading order: of a document, or of one cell.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    items: Vec<Item>,
}

/// One piece of a flow.
#[derive(Debug)]
pub(crate) enum Item {
    /// A line of text, never blank. A hidden one is prose of a hidden tab: it stays in the document (the
    /// text version of a report may stand there) but out of cells.
    Line { text: String, hidden: bool },
    /// A table that holds data.
    Grid(Grid),
}

impl Flow {
    pub(crate) fn push_line(&mut self, text: String, hidden: bool) -> Result<(), ReadErrorKind> {
        if is_too_long(&text) {
            return Err(ReadErrorKind::TooLarge);
        }
        if text.chars().any(|c| !c.is_whitespace()) {
            self.items.push(Item::Line { text, hidden });
        }
        Ok(())
    }

    pub(crate) fn push_grid(&mut self, grid: Grid) {
        self.items.push(Item::Grid(grid));
    }

    pub(crate) fn append(&mut self, mut other: Self) {
        self.items.append(&mut other.items);
    }

    pub(crate) fn has_grid(&self) -> bool {
        self.items.iter().any(|item| matches!(item, Item::Grid(_)))
    }

    /// Cells of all grids.
    pub(crate) fn grid_cells(&self) -> usize {
        self.items
            .iter()
            .map(|item| match item {
                Item::Grid(grid) => grid.cells().len(),
                Item::Line { .. } => 0,
            })
            .sum()
    }

    /// Bytes of the lines that show.
    pub(crate) fn visible_bytes(&self) -> usize {
        self.items
            .iter()
            .map(|item| match item {
                Item::Line {
                    text,
                    hidden: false,
                } => text.len(),
                _ => 0,
            })
            .sum()
    }

    /// Parts the flow of a cell into the cell's text and the grids inside.
    ///
    /// # Errors
    /// `TooLarge` for a text above [`limits::TEXT_CHARS`].
    pub(crate) fn into_cell(self) -> Result<(String, Self), ReadErrorKind> {
        let mut cell = String::new();
        let mut grids = Self::default();
        for item in self.items {
            match item {
                Item::Line {
                    text,
                    hidden: false,
                } => {
                    if !cell.is_empty() {
                        cell.push('\n');
                    }
                    cell.push_str(&text);
                }
                Item::Line { .. } => {}
                Item::Grid(grid) => grids.push_grid(grid),
            }
        }
        if is_too_long(&cell) {
            return Err(ReadErrorKind::TooLarge);
        }
        Ok((cell, grids))
    }

    /// The document of this flow.
    ///
    /// # Errors
    /// `TooLarge` above [`limits::BLOCKS`].
    pub(crate) fn into_document(self) -> Result<Document, ReadError> {
        let mut document = Document::default();
        self.append_to(&mut document).map_err(ReadError::new)?;
        Ok(document)
    }

    /// Appends this flow to a document.
    ///
    /// # Errors
    /// `TooLarge` above [`limits::BLOCKS`].
    pub(crate) fn append_to(self, document: &mut Document) -> Result<(), ReadErrorKind> {
        let blocks = document.blocks.len().saturating_add(self.items.len());
        if blocks > limits::BLOCKS {
            return Err(ReadErrorKind::TooLarge);
        }
        for item in self.items {
            match item {
                Item::Line { text, .. } => document.push_paragraph(text, None),
                Item::Grid(grid) => document.push_grid(grid),
            }
        }
        Ok(())
    }
}

fn is_too_long(text: &str) -> bool {
    // A string of n bytes has at most n characters: only long ones need counting.
    text.len() > limits::TEXT_CHARS && text.chars().count() > limits::TEXT_CHARS
}

/// Counts rows, cells and lines against [`limits::PIECES`], and in formats that pack the text against
/// [`limits::TEXT_BYTES`].
#[derive(Debug, Default)]
pub(crate) struct Budget {
    spent: usize,
    #[cfg(feature = "whole")]
    bytes: usize,
}

impl Budget {
    pub(crate) fn spend(&mut self) -> Result<(), ReadErrorKind> {
        self.spent = self.spent.saturating_add(1);
        if self.spent > limits::PIECES {
            return Err(ReadErrorKind::TooLarge);
        }
        Ok(())
    }

    /// Counts a text.
    #[cfg(feature = "whole")]
    pub(crate) fn hold(&mut self, text: &str) -> Result<(), ReadErrorKind> {
        self.bytes = self.bytes.saturating_add(text.len());
        if self.bytes > limits::TEXT_BYTES {
            return Err(ReadErrorKind::TooLarge);
        }
        self.spend()
    }
}
