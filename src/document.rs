//! A document as the reader saw it: blocks in reading order, nothing judged, nothing rewritten.

pub mod grid;

pub use grid::{Grid, GridBuilder, GridCell};

/// A document: paragraphs and grids in reading order. The position of a block in `blocks` is the block
/// number that every origin refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
}

/// One block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A run of text between two breaks.
    Paragraph(Paragraph),
    /// A table, its cells where the document puts them.
    Grid(Grid),
}

/// A paragraph of text, white space as written (line breaks inside a paragraph are kept as `\n`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The text.
    pub text: String,
    /// The page, counted from 1, where the format knows pages.
    pub page: Option<u32>,
}

impl Document {
    /// Appends a paragraph unless it holds nothing but white space.
    pub fn push_paragraph(&mut self, text: impl Into<String>, page: Option<u32>) {
        let text = text.into();
        if text.chars().any(|c| !c.is_whitespace()) {
            self.blocks.push(Block::Paragraph(Paragraph { text, page }));
        }
    }

    /// Appends a grid unless it has no cell at all.
    pub fn push_grid(&mut self, grid: Grid) {
        if !grid.cells().is_empty() {
            self.blocks.push(Block::Grid(grid));
        }
    }
}
