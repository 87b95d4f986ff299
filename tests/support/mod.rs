//! What several test binaries need.
#![allow(dead_code, unused_imports, reason = "no test binary uses all of it")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

pub(crate) mod compound;
pub(crate) mod ofd;
#[allow(
    clippy::duplicate_mod,
    reason = "programs that have both parts of the test code share it"
)]
pub(crate) mod pdf;
pub(crate) mod spreadsheet;
pub(crate) mod word;
pub(crate) mod workbook;
pub(crate) mod zip;

use gouji::document::{Block, Document, Grid};
use gouji::reader::encoding::native::NativeDecoder;
use gouji::reader::{Format, ReadError};

/// Reads bytes as the command line does.
pub(crate) fn read(bytes: &[u8]) -> Result<(Format, Document), ReadError> {
    gouji::reader::read(bytes, &NativeDecoder)
}

/// Reads bytes that must be readable.
pub(crate) fn document(bytes: &[u8]) -> Document {
    read(bytes).expect("readable").1
}

/// The grids of a document.
pub(crate) fn grids(document: &Document) -> Vec<&Grid> {
    document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Grid(grid) => Some(grid),
            Block::Paragraph(_) => None,
        })
        .collect()
}

/// The texts of the paragraphs of a document.
pub(crate) fn paragraphs(document: &Document) -> Vec<&str> {
    document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
            Block::Grid(_) => None,
        })
        .collect()
}

/// A document in short: paragraphs as they are; of a grid one line per cell, `row,column text`, with
/// `+rows,columns` where the cell spans more than one.
pub(crate) fn sketch(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => lines.push(format!("p {}", paragraph.text)),
            Block::Grid(grid) => {
                lines.push(format!("grid {}", grid.rows()));
                for cell in grid.cells() {
                    let span = if cell.row_span == 1 && cell.column_span == 1 {
                        String::new()
                    } else {
                        format!("+{},{}", cell.row_span, cell.column_span)
                    };
                    lines.push(format!("{},{}{span} {}", cell.row, cell.column, cell.text));
                }
            }
        }
    }
    lines
}
