//! A table while it is being read. Only at its end does it show whether it holds data or merely lays out
//! the page around other tables.

use crate::sorted::SortedSet;

use crate::document::GridBuilder;
use crate::reader::error::ReadErrorKind;
use crate::reader::flow::Flow;

/// In a table that may be either, a row counts as a row of data from this number of filled cells on.
const FILLED_CELLS_OF_A_DATA_ROW: usize = 4;
/// A cell with more text than this, about a thousand characters, holds a page and not an entry.
const BYTES_OF_A_PAGE: usize = 3_000;

/// A table being read: its rows so far.
#[derive(Debug, Default)]
pub(crate) struct TableDraft {
    rows: Vec<RowDraft>,
    /// The table itself is invisible.
    pub(crate) hidden: bool,
}

/// A row being read.
#[derive(Debug, Default)]
pub(crate) struct RowDraft {
    pub(crate) cells: Vec<CellDraft>,
    /// Slots left empty before the first cell.
    pub(crate) skip: u32,
    /// The row is invisible.
    pub(crate) hidden: bool,
    /// The row begins a group that row spans from above do not enter.
    pub(crate) starts_section: bool,
}

/// A cell being read.
#[derive(Debug)]
pub(crate) struct CellDraft {
    pub(crate) flow: Flow,
    pub(crate) row_span: u32,
    pub(crate) column_span: u32,
    pub(crate) kind: CellKind,
    /// A table stood in the cell, be it that only its text is left.
    pub(crate) holds_table: bool,
}

/// What is special about a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CellKind {
    /// Nothing.
    #[default]
    Plain,
    /// Takes no place at all.
    Gone,
    /// Takes its place, its text is invisible.
    Blank,
    /// Stands for several cells that are *not* merged: the text is that of the first.
    Run,
    /// Cells below may go on with this one.
    MergeStart,
    /// Goes on with the cell above, if that one allows it and is as wide.
    Continued,
}

impl Default for CellDraft {
    fn default() -> Self {
        Self {
            flow: Flow::default(),
            row_span: 1,
            column_span: 1,
            kind: CellKind::Plain,
            holds_table: false,
        }
    }
}

impl RowDraft {
    fn is_visible(&self) -> bool {
        !self.hidden && !self.cells.is_empty()
    }

    fn has_grid(&self) -> bool {
        self.cells.iter().any(|cell| cell.flow.has_grid())
    }

    fn filled_cells(&self) -> usize {
        self.cells
            .iter()
            .filter(|cell| cell.kind != CellKind::Gone && cell.flow.visible_bytes() > 0)
            .count()
    }
}

impl TableDraft {
    pub(crate) fn push_row(&mut self, row: RowDraft) {
        self.rows.push(row);
    }

    /// What the table adds to the flow around it: one grid (then the grids inside its cells), or, for a
    /// table that lays out the page, the contents of its cells one after the other.
    ///
    /// # Errors
    /// `TooLarge` where a cap on cells, rows or text is reached.
    pub(crate) fn settle(self) -> Result<Flow, ReadErrorKind> {
        let holds_table = self.holds_table();
        if self.hidden && !holds_table {
            return Ok(Flow::default());
        }
        let may_be_layout = holds_table || self.holds_page();
        if self.is_column() || (may_be_layout && !self.is_mostly_data()) {
            Ok(self.flatten())
        } else {
            self.place()
        }
    }

    fn holds_table(&self) -> bool {
        self.rows
            .iter()
            .flat_map(|row| &row.cells)
            .any(|cell| cell.holds_table)
    }

    /// One cell, or one cell below the other: the grid would add nothing to the text.
    fn is_column(&self) -> bool {
        self.rows
            .iter()
            .filter(|row| row.is_visible())
            .all(|row| row.cells.len() <= 1)
    }

    fn holds_page(&self) -> bool {
        self.rows
            .iter()
            .flat_map(|row| &row.cells)
            .any(|cell| cell.flow.visible_bytes() > BYTES_OF_A_PAGE)
    }

    /// At least half of the rows are rows of data, and the grids inside are no more than an addition: a
    /// bar of links over the page makes a row of many cells, too.
    fn is_mostly_data(&self) -> bool {
        let (mut rows, mut rows_of_data, mut filled, mut inner) =
            (0_usize, 0_usize, 0_usize, 0_usize);
        for row in self.rows.iter().filter(|row| row.is_visible()) {
            let cells = row.filled_cells();
            rows = rows.saturating_add(1);
            rows_of_data =
                rows_of_data.saturating_add(usize::from(cells >= FILLED_CELLS_OF_A_DATA_ROW));
            filled = filled.saturating_add(cells);
            for cell in &row.cells {
                inner = inner.saturating_add(cell.flow.grid_cells());
            }
        }
        rows_of_data.saturating_mul(2) >= rows && inner <= filled
    }

    /// Hidden rows and cells go, unless grids stand in them: then they are tabs of the page.
    fn flatten(self) -> Flow {
        let mut flow = Flow::default();
        for row in self.rows {
            if row.hidden && !row.has_grid() {
                continue;
            }
            for cell in row.cells {
                let invisible = matches!(
                    cell.kind,
                    CellKind::Gone | CellKind::Blank | CellKind::Continued
                );
                if !invisible || cell.flow.has_grid() {
                    flow.append(cell.flow);
                }
            }
        }
        flow
    }

    fn place(self) -> Result<Flow, ReadErrorKind> {
        let mut grid = GridBuilder::new();
        let mut merges = SortedSet::new();
        let mut inner = Flow::default();
        for row in self.rows {
            if row.starts_section {
                grid.end_section();
            }
            if row.hidden {
                continue;
            }
            grid.start_row();
            grid.skip(row.skip);
            for cell in row.cells {
                place_cell(&mut grid, &mut merges, cell, &mut inner)?;
            }
            if grid.is_full() {
                return Err(ReadErrorKind::TooLarge);
            }
        }
        let mut flow = Flow::default();
        flow.push_grid(grid.finish());
        flow.append(inner);
        Ok(flow)
    }
}

/// Puts a cell into the grid; `merges` are the columns whose last cell may be continued.
fn place_cell(
    grid: &mut GridBuilder,
    merges: &mut SortedSet<u32>,
    cell: CellDraft,
    inner: &mut Flow,
) -> Result<(), ReadErrorKind> {
    let (text, grids) = cell.flow.into_cell()?;
    inner.append(grids);
    let column = grid.column();
    match cell.kind {
        CellKind::Gone => {}
        CellKind::Blank => grid.push("", cell.row_span, cell.column_span, None),
        CellKind::Run => {
            grid.push(text, cell.row_span, 1, None);
            for _ in 1..cell.column_span {
                grid.push("", cell.row_span, 1, None);
            }
        }
        // The text of a continued cell is what no word processor shows.
        CellKind::Continued if merges.contains(&column) && grid.extend_above(cell.column_span) => {}
        CellKind::MergeStart | CellKind::Continued => {
            merges.insert(column);
            grid.push(text, cell.row_span, cell.column_span, None);
        }
        CellKind::Plain => {
            merges.remove(&column);
            grid.push(text, cell.row_span, cell.column_span, None);
        }
    }
    Ok(())
}
