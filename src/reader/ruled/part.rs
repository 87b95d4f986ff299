//! A table on one page: all of it, or the part that the page holds.

/// The table of one page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// Where columns begin and end, from left to right: one more than columns, in hundredths of a point.
    pub(super) edges: Vec<i32>,
    /// How many rows there are.
    pub(super) rows: u32,
    /// Cells by row, then column.
    pub(super) cells: Vec<PartCell>,
}

/// A cell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PartCell {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) row_span: u32,
    pub(super) column_span: u32,
    pub(super) text: String,
    /// The page, from 1, that its text begins on.
    pub(super) page: u32,
    /// The text may not be what the page shows.
    pub(super) doubtful: bool,
}

impl PartCell {
    /// The row below the cell.
    pub(super) fn end_row(&self) -> u32 {
        self.row.saturating_add(self.row_span)
    }

    /// The column to the right of the cell.
    pub(super) fn end_column(&self) -> u32 {
        self.column.saturating_add(self.column_span)
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}
