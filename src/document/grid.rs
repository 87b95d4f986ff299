//! A table as the document draws it: sparse, ragged, spans kept. Never densified: two cells a million
//! columns apart cost two cells.

use crate::sorted::{SortedMap, sort_by};

use crate::limits;

/// One cell of a grid. A merged cell stands once, at its first row and column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridCell {
    /// Row of the first slot, from 0.
    pub row: u32,
    /// Column of the first slot, from 0.
    pub column: u32,
    /// Rows covered, at least 1.
    pub row_span: u32,
    /// Columns covered, at least 1.
    pub column_span: u32,
    /// The text as written; line breaks inside the cell are `\n`.
    pub text: String,
    /// The page, counted from 1, where the format knows pages.
    pub page: Option<u32>,
    /// The text may not be what the page shows: it was put together of parts, or some of it cannot be read.
    pub doubtful: bool,
}

/// A table. Cells are ordered by row, then column. Slots that no cell covers do not exist, which is not
/// the same as a cell with empty text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    cells: Vec<GridCell>,
    rows: u32,
}

impl Grid {
    /// The cells, ordered by row, then column.
    pub fn cells(&self) -> &[GridCell] {
        &self.cells
    }

    /// Number of rows, empty ones included.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// The cells that *begin* in a row, from left to right.
    pub fn row(&self, row: u32) -> &[GridCell] {
        let start = self.cells.partition_point(|cell| cell.row < row);
        let end = self.cells.partition_point(|cell| cell.row <= row);
        self.cells.get(start..end).unwrap_or_default()
    }
}

/// Builds a grid row by row, placing each cell in the next free slot as a browser or an office suite does.
#[derive(Debug, Default)]
pub struct GridBuilder {
    cells: Vec<GridCell>,
    /// For each column: the first row that is free again.
    busy_until: SortedMap<u32, u32>,
    /// For each column: the last cell that begins there.
    last_in_column: SortedMap<u32, usize>,
    /// The first cell of the current group of rows.
    section: usize,
    row: Option<u32>,
    column: u32,
    steps: usize,
    full: bool,
}

impl GridBuilder {
    /// A builder without rows.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins the next row.
    pub fn start_row(&mut self) {
        let next = self.row.map_or(0, |row| row.saturating_add(1));
        if next >= limits::GRID_EXTENT {
            self.full = true;
            return;
        }
        self.row = Some(next);
        self.column = 0;
    }

    /// Leaves `columns` slots of the current row without a cell (`gridBefore` of a word processor).
    pub fn skip(&mut self, columns: u32) {
        self.column = self.column.saturating_add(columns).min(limits::GRID_EXTENT);
    }

    /// Puts a cell into the next free slot of the current row; begins a row when there is none yet.
    /// Spans of 0 count as 1; spans beyond the limits are clipped.
    pub fn push(
        &mut self,
        text: impl Into<String>,
        row_span: u32,
        column_span: u32,
        page: Option<u32>,
    ) {
        self.place(text.into(), row_span, column_span, page);
    }

    /// `push` for the one kind of text that cells hold.
    fn place(&mut self, text: String, row_span: u32, column_span: u32, page: Option<u32>) {
        if self.row.is_none() {
            self.start_row();
        }
        let Some(row) = self.row else { return };
        while !self.full
            && self
                .busy_until
                .get(&self.column)
                .is_some_and(|free| *free > row)
        {
            self.column = self.column.saturating_add(1);
            self.step();
        }
        if self.full || self.cells.len() >= limits::GRID_CELLS || self.column >= limits::GRID_EXTENT
        {
            self.full = true;
            return;
        }
        let column_span = column_span.clamp(1, limits::COLUMN_SPAN);
        let row_span = row_span.clamp(1, limits::GRID_EXTENT);
        let end = self.column.saturating_add(column_span);
        if row_span > 1 {
            for column in self.column..end {
                // Spans may overlap: the longer one counts.
                let end = row.saturating_add(row_span);
                self.busy_until
                    .update(column, |free| *free = end.max(*free));
                self.step();
            }
        }
        self.last_in_column.insert(self.column, self.cells.len());
        self.cells.push(GridCell {
            row,
            column: self.column,
            row_span,
            column_span,
            text,
            page,
            doubtful: false,
        });
        self.column = end;
    }

    /// Says of the cell pushed last that its text may not be what the page shows.
    pub fn doubt(&mut self) {
        if let Some(cell) = self.cells.last_mut() {
            cell.doubtful = true;
        }
    }

    /// The column of the next slot, before it is moved past slots that are taken.
    pub fn column(&self) -> u32 {
        self.column
    }

    /// The cell above the current slot whose span ends just above the current row, if there is one.
    /// Word processors continue a merged cell this way (`vMerge`).
    pub fn cell_above_mut(&mut self) -> Option<&mut GridCell> {
        let (row, column) = (self.row?, self.column);
        let cell = self.cells.get_mut(*self.last_in_column.get(&column)?)?;
        (cell.row.saturating_add(cell.row_span) == row).then_some(cell)
    }

    /// Lets the cell above the current slot reach into the current row, if that cell is just as wide.
    /// Says whether it did; if not, the slot is still free.
    pub fn extend_above(&mut self, column_span: u32) -> bool {
        let column_span = column_span.clamp(1, limits::COLUMN_SPAN);
        let Some(cell) = self
            .cell_above_mut()
            .filter(|cell| cell.column_span == column_span)
        else {
            return false;
        };
        cell.row_span = cell.row_span.saturating_add(1);
        self.column = self.column.saturating_add(column_span);
        true
    }

    /// Ends a group of rows (`tbody`): row spans do not reach into the next one.
    pub fn end_section(&mut self) {
        let rows = self.row.map_or(0, |row| row.saturating_add(1));
        for cell in self.cells.iter_mut().skip(self.section) {
            cell.row_span = cell.row_span.min(rows.saturating_sub(cell.row)).max(1);
        }
        self.section = self.cells.len();
        self.busy_until.clear();
        self.last_in_column.clear();
    }

    /// Counts the work of placing: spans make it grow faster than the input.
    fn step(&mut self) {
        self.steps = self.steps.saturating_add(1);
        self.full |= self.steps > limits::GRID_STEPS;
    }

    /// True when a cap of [`limits`] was hit and cells were left out.
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// The grid. Row spans that reach past the last row are cut there.
    pub fn finish(mut self) -> Grid {
        self.end_section();
        let rows = self.row.map_or(0, |row| row.saturating_add(1));
        sort_by(&mut self.cells, |a, b| {
            (a.row, a.column).cmp(&(b.row, b.column))
        });
        // A grown vector has room for as many cells again.
        self.cells.shrink_to_fit();
        Grid {
            cells: self.cells,
            rows,
        }
    }
}
