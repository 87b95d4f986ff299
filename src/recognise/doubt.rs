//! Which figures of a drawn report may not be what its pages show.

use crate::document::{Block, Document, GridCell};
use crate::report::{Origin, Report};
use crate::strings;

/// Takes the doubts about cells of grids into the report. A figure that was found in running text of a page is always
/// doubtful: there was no grid to hold it.
pub(super) fn mark(document: &Document, report: &mut Report) {
    let Report {
        cells,
        doubtful,
        drawn,
        ..
    } = report;
    for (id, cell) in cells.iter() {
        let Some(origin) = cell.origin.filter(|origin| origin.page.is_some()) else {
            continue;
        };
        *drawn = true;
        let is_unread = strings::holds(&cell.raw, "\u{fffd}");
        if is_unread || grid_cell(document, origin).is_none_or(|cell| cell.doubtful) {
            doubtful.insert(*id);
        }
    }
}

fn grid_cell(document: &Document, origin: Origin) -> Option<&GridCell> {
    let block = document.blocks.get(usize::try_from(origin.block).ok()?)?;
    let (row, column) = origin.slot?;
    match block {
        Block::Grid(grid) => grid.row(row).iter().find(|cell| cell.column == column),
        Block::Paragraph(_) => None,
    }
}
