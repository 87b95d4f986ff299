//! Pages of signs and lines to a document: tables are what lines enclose, or rows of figures where no
//! lines are; everything else is text in reading order.

mod gaps;
mod join;
mod line;
mod mesh;
mod part;
mod prose;
mod run;
mod segment;
mod sheet;

use crate::document::{Document, Grid, GridBuilder};
use crate::limits;
use crate::reader::drawing::Page;
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::strings;

use mesh::Budget;
use part::Part;
use prose::Prose;
use sheet::{Item, Sheet};

/// The document of pages in their order.
///
/// # Errors
/// `TooLarge` where the pages hold more than any report: lines, cells, blocks.
pub(crate) fn document(pages: Vec<Page>) -> Result<Document, ReadError> {
    read(pages).map_err(ReadError::new)
}

fn read(pages: Vec<Page>) -> Result<Document, ReadErrorKind> {
    let mut budget = Budget::new();
    let mut sheets = Vec::with_capacity(pages.len());
    for page in pages {
        sheets.push(sheet::read(page, &mut budget)?);
    }
    prose::drop_furniture(&mut sheets);
    let blocks = blocks(sheets);
    if blocks.len() > limits::BLOCKS {
        return Err(ReadErrorKind::TooLarge);
    }
    let mut document = Document::default();
    for block in blocks {
        match block {
            Block::Text(text, page) => document.push_paragraph(text, Some(page)),
            // One cell below the other: the lines around them are decoration.
            Block::Table(part) if part.edges.len() <= 2 => {
                for cell in part.cells {
                    document.push_paragraph(cell.text, Some(cell.page));
                }
            }
            Block::Table(part) => document.push_grid(grid(part)?),
        }
    }
    Ok(document)
}

/// What follows on each other, over all pages.
enum Block {
    /// A paragraph and the page it begins on.
    Text(String, u32),
    Table(Part),
}

fn blocks(sheets: Vec<Sheet>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut prose = Prose::default();
    for sheet in sheets {
        prose.begin_page(&sheet);
        for item in sheet.items {
            match item {
                Item::Line(line) => prose.push(&line, &mut blocks),
                Item::Table(part) => {
                    prose.end(&mut blocks);
                    table(part, &mut blocks);
                }
            }
        }
    }
    prose.end(&mut blocks);
    blocks
}

/// Adds a table, or a part of one that goes on from the page before: nothing but that part stands between.
fn table(part: Part, blocks: &mut Vec<Block>) {
    let rest = match blocks.last_mut() {
        Some(Block::Table(before)) => join::join(before, part).err(),
        _ => Some(part),
    };
    blocks.extend(rest.map(Block::Table));
}

fn grid(part: Part) -> Result<Grid, ReadErrorKind> {
    let mut grid = GridBuilder::new();
    let mut cells = part.cells.into_iter().peekable();
    for row in 0..part.rows {
        grid.start_row();
        while let Some(cell) = cells.next_if(|cell| cell.row <= row) {
            grid.skip(cell.column.saturating_sub(grid.column()));
            let is_doubtful = cell.doubtful || strings::holds(&cell.text, "\u{fffd}");
            grid.push(cell.text, cell.row_span, cell.column_span, Some(cell.page));
            if is_doubtful {
                grid.doubt();
            }
        }
    }
    if grid.is_full() {
        return Err(ReadErrorKind::TooLarge);
    }
    Ok(grid.finish())
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]
mod tests;
