//! A document as the reader saw it: blocks in reading order, nothing judged, nothing rewritten.

pub mod grid;

pub use grid::{Grid, GridBuilder, GridCell};

/// A document: paragraphs and grids in reading order. The position of a block in `blocks` is the block
/// number that every origin refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
    /// Parts that stand by themselves, in reading order: the sheets of a workbook. None in most formats.
    pub parts: Vec<Part>,
    /// The names of files inside the file that are not part of its text, in the order of the file.
    pub attachments: Vec<String>,
}

/// A part of a document that stands by itself; it ends where the next one begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The name that the writer gave it.
    pub name: String,
    /// Number of its first block.
    pub first: usize,
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

    /// Begins a part. One that nothing was put into is as if it had never been.
    pub fn begin_part(&mut self, name: impl Into<String>) {
        let first = self.blocks.len();
        if self.parts.last().is_some_and(|part| part.first == first) {
            self.parts.pop();
        }
        self.parts.push(Part {
            name: name.into(),
            first,
        });
    }

    /// Appends a grid unless it has no cell at all.
    pub fn push_grid(&mut self, grid: Grid) {
        if !grid.cells().is_empty() {
            self.blocks.push(Block::Grid(grid));
        }
    }
}
