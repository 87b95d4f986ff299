//! A table of rows that each have edges of their own, as the older word processors write it: there are no columns in
//! the file. The columns are the edges of all rows together.

use crate::reader::draft::{CellDraft, CellKind, RowDraft, TableDraft};
use crate::reader::error::ReadErrorKind;
use crate::reader::flow::Flow;
use crate::sorted::sort_by;

/// Edges this near, in twentieths of a point, are one: a table drawn by hand has crooked columns. No column is as
/// narrow, a digit alone is three times as wide.
const TOLERANCE: i32 = 40;
/// The width of a cell that the row says nothing about.
const UNKNOWN_WIDTH: i32 = 1_000;

/// The edges of a row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Edges {
    /// From left to right, in twentieths of a point; one more than cells.
    pub(crate) places: Vec<i32>,
    /// How each cell is merged.
    pub(crate) merges: Vec<Merge>,
}

/// How a cell is merged with others.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Merge {
    /// With the cell to the left.
    pub(crate) left: bool,
    pub(crate) down: Down,
}

/// How a cell is merged with the cells above and below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Down {
    #[default]
    Not,
    Starts,
    Continues,
}

/// A table whose end has not come yet.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Vec<Cell>>,
    /// Cells of the row that is being read.
    cells: Vec<Flow>,
    holds_table: Vec<bool>,
    /// The contents of the cell that is being read.
    pub(crate) open: Flow,
    pub(crate) open_holds_table: bool,
}

#[derive(Debug)]
struct Cell {
    flow: Flow,
    holds_table: bool,
    left: i32,
    right: i32,
    down: Down,
}

impl Table {
    pub(crate) fn end_cell(&mut self) {
        self.cells.push(std::mem::take(&mut self.open));
        self.holds_table
            .push(std::mem::take(&mut self.open_holds_table));
    }

    /// Ends a row: what stands behind its last cell is the mark of the row alone.
    pub(crate) fn end_row(&mut self, row: &Edges) {
        self.open = Flow::default();
        self.open_holds_table = false;
        let mut edge = row.places.first().copied().unwrap_or(0);
        let mut cells: Vec<Cell> = Vec::new();
        let flows = std::mem::take(&mut self.cells).into_iter();
        for (number, (flow, holds_table)) in flows.zip(self.holds_table.drain(..)).enumerate() {
            let right = row
                .places
                .get(number.saturating_add(1))
                .copied()
                .unwrap_or(edge.saturating_add(UNKNOWN_WIDTH));
            let Merge { left, down } = row.merges.get(number).copied().unwrap_or_default();
            match cells.last_mut() {
                // What a merged cell holds does not show.
                Some(first) if left => first.right = right,
                _ => cells.push(Cell {
                    flow,
                    holds_table,
                    left: edge,
                    right,
                    down,
                }),
            }
            edge = right;
        }
        self.rows.push(cells);
    }

    /// What the table adds to the text around it. A row without end counts.
    ///
    /// # Errors
    /// `TooLarge` where a cap on cells, rows or text is reached.
    pub(crate) fn settle(mut self) -> Result<Flow, ReadErrorKind> {
        if !self.cells.is_empty() {
            self.end_row(&Edges::default());
        }
        let columns = columns(&self.rows);
        let column = |edge: i32| columns.partition_point(|start| *start <= edge);
        let mut draft = TableDraft::default();
        let mut rows = self.rows.into_iter().peekable();
        // The merged cells of the row above, as left and right column.
        let mut above: Vec<(usize, usize)> = Vec::new();
        while let Some(row) = rows.next() {
            let below = rows.peek().map(Vec::as_slice).unwrap_or_default();
            let mut out = RowDraft {
                skip: count(row.first().map_or(0, |cell| column(cell.left)), 1),
                ..RowDraft::default()
            };
            let mut merged = Vec::new();
            for cell in row {
                let place = (column(cell.left), column(cell.right));
                let goes_on = below.iter().any(|below| {
                    below.down == Down::Continues
                        && (column(below.left), column(below.right)) == place
                });
                // Some writers let every cell of a merged area begin it. A blank one that begins nothing, below one
                // that is merged, goes on with it.
                let begins_nothing = cell.down == Down::Starts
                    && !goes_on
                    && cell.flow.visible_bytes() == 0
                    && above.contains(&place);
                let kind = match cell.down {
                    Down::Not => CellKind::Plain,
                    Down::Starts if !begins_nothing => CellKind::MergeStart,
                    _ => CellKind::Continued,
                };
                if cell.down != Down::Not {
                    merged.push(place);
                }
                out.cells.push(CellDraft {
                    flow: cell.flow,
                    row_span: 1,
                    column_span: count(place.1, place.0).max(1),
                    kind,
                    holds_table: cell.holds_table,
                });
            }
            above = merged;
            draft.push_row(out);
        }
        draft.settle()
    }
}

/// How many columns lie between two.
fn count(end: usize, start: usize) -> u32 {
    u32::try_from(end.saturating_sub(start)).unwrap_or(u32::MAX)
}

/// Where columns begin: the edges of all rows, those near each other once.
fn columns(rows: &[Vec<Cell>]) -> Vec<i32> {
    let mut edges: Vec<i32> = rows
        .iter()
        .flatten()
        .flat_map(|cell| [cell.left, cell.right])
        .collect();
    sort_by(&mut edges, Ord::cmp);
    let mut columns: Vec<i32> = Vec::new();
    for edge in edges {
        let is_new = columns
            .last()
            .is_none_or(|last| edge.saturating_sub(*last) > TOLERANCE);
        if is_new {
            columns.push(edge);
        }
    }
    columns
}
