//! What a reader makes of a report, cell by cell, labels included.

use gouji::document::{Block, Document};
use gouji::reader::Format;
use gouji::reader::encoding::native::NativeDecoder;

pub fn document(bytes: &[u8]) -> (Format, Document) {
    gouji::reader::read(bytes, &NativeDecoder).unwrap()
}

/// Table, row, column, spans and text of each cell, white space left out: formats differ in how they write it.
pub fn cells(bytes: &[u8]) -> Vec<(usize, [u32; 4], String)> {
    cells_of(&document(bytes).1)
}

/// The same, of a document that was read already.
pub fn cells_of(document: &Document) -> Vec<(usize, [u32; 4], String)> {
    let grids = document.blocks.iter().filter_map(|block| match block {
        Block::Grid(grid) => Some(grid),
        Block::Paragraph(_) => None,
    });
    let mut cells = Vec::new();
    for (number, grid) in grids.enumerate() {
        for cell in grid.cells() {
            let place = [cell.row, cell.column, cell.row_span, cell.column_span];
            cells.push((number, place, cell.text.split_whitespace().collect()));
        }
    }
    cells
}

/// Fails with the cells that differ, not with all of them.
pub fn assert_same_cells(name: &str, found: &[u8], expected: &[u8]) {
    let (found, expected) = (cells(found), cells(expected));
    let wrong: Vec<_> = expected
        .iter()
        .filter(|cell| !found.contains(cell))
        .collect();
    assert!(
        wrong.is_empty(),
        "{name}: {} of {} cells, first {:?}; too many: {:?}",
        wrong.len(),
        expected.len(),
        &wrong[..wrong.len().min(5)],
        found.iter().find(|cell| !expected.contains(cell))
    );
    assert_eq!(found, expected, "{name}");
}
