//! Drawn pages to a document: tables by their lines, joined where a page break cut them, and text in reading order. For
//! every format that only draws.

mod cell;
mod double;
mod grid;
mod join;
mod line;
mod page_number;
mod part;
mod segment;

use crate::document::{Document, GridBuilder};
use crate::limits;
use crate::reader::drawing::Page;
use crate::reader::error::{ReadError, ReadErrorKind};

use line::Line;
use part::Part;

/// Makes a document of pages.
///
/// # Errors
/// `TooLarge` above the caps on blocks and cells.
pub(crate) fn document(pages: Vec<Page>) -> Result<Document, ReadError> {
    let mut items: Vec<Item> = Vec::new();
    for mut page in pages {
        double::drop_doubles(&mut page.texts);
        let tables = grid::tables(&mut page);
        let number = page.number;
        let height = page.height;
        let lines = line::lines(std::mem::take(&mut page.texts));
        let edge = |line: &Line| {
            line.bottom() < height / 10 || line.top() > height.saturating_sub(height / 10)
        };
        let lines = lines
            .into_iter()
            .filter(|line| !(edge(line) && page_number::is_page_number(&line.text())))
            .filter(|line| !line.text().is_empty());
        let mut lines = lines.peekable();
        for table in tables {
            while let Some(line) = lines.next_if(|line| line.top() < table.top) {
                items.push(Item::Text(line.text(), number));
            }
            match items.last_mut() {
                Some(Item::Table(before)) => {
                    if let Err(part) = join::join(before, table.part) {
                        items.push(Item::Table(part));
                    }
                }
                _ => items.push(Item::Table(table.part)),
            }
        }
        items.extend(lines.map(|line| Item::Text(line.text(), number)));
        if items.len() > limits::BLOCKS {
            return Err(ReadError::new(ReadErrorKind::TooLarge));
        }
    }
    let mut document = Document::default();
    for item in items {
        match item {
            Item::Text(text, page) => document.push_paragraph(text, Some(page)),
            Item::Table(part) => document.push_grid(grid_of(part)?),
        }
    }
    Ok(document)
}

enum Item {
    Text(String, u32),
    Table(Part),
}

fn grid_of(part: Part) -> Result<crate::document::Grid, ReadError> {
    let mut grid = GridBuilder::new();
    let mut cells = part.cells.into_iter().peekable();
    for row in 0..part.rows {
        grid.start_row();
        while let Some(cell) = cells.next_if(|cell| cell.row <= row) {
            grid.skip(cell.column.saturating_sub(grid.column()));
            grid.push(cell.text, cell.row_span, cell.column_span, Some(cell.page));
        }
    }
    if grid.is_full() {
        return Err(ReadError::new(ReadErrorKind::TooLarge));
    }
    Ok(grid.finish())
}
