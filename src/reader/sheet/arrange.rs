//! Where the visible cells of a sheet stand, once hidden rows and columns are taken out and areas are merged.

use crate::limits;
use crate::reader::error::ReadErrorKind;
use crate::sorted::sort_by;

use super::{Area, Cell, Place, Range, Sheet};

/// A cell in its place among the rows and columns that show.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) rows: u32,
    pub(super) columns: u32,
    pub(super) text: String,
    pub(super) bordered: bool,
}

impl Placed {
    /// A blank cell: first row and number of rows, first column and number of columns.
    fn new((row, rows): (u32, u32), (column, columns): (u32, u32)) -> Self {
        Self {
            row,
            column,
            rows,
            columns,
            text: String::new(),
            bordered: false,
        }
    }

    /// The column behind the cell.
    pub(super) fn end(&self) -> u32 {
        self.column.saturating_add(self.columns)
    }

    /// The row below the cell.
    pub(super) fn below(&self) -> u32 {
        self.row.saturating_add(self.rows)
    }
}

/// The cells that show, merged areas as one cell each, by row and column.
///
/// # Errors
/// `TooLarge` where placing takes more than [`limits::GRID_STEPS`].
pub(super) fn arrange(sheet: Sheet) -> Result<Vec<Placed>, ReadErrorKind> {
    let Sheet {
        mut cells,
        mut merged,
        hidden_rows,
        hidden_columns,
    } = sheet;
    let rows = Shown::new(hidden_rows);
    let columns = Shown::new(hidden_columns);
    let at = |cell: &Cell| (cell.place.row, cell.place.column);
    sort_by(&mut cells, |a, b| at(a).cmp(&at(b)));
    sort_by(&mut merged, |a, b| {
        (a.rows.0, a.columns.0).cmp(&(b.rows.0, b.columns.0))
    });
    let mut merging = Merging {
        areas: merged.into_iter().peekable(),
        open: Vec::new(),
        placed: Vec::new(),
        steps: 0,
    };
    for cell in cells {
        merging.place(cell, &rows, &columns)?;
    }
    let mut placed = merging.placed;
    sort_by(&mut placed, |a, b| {
        (a.row, a.column).cmp(&(b.row, b.column))
    });
    Ok(placed)
}

/// Goes down the sheet, cell by cell, with the merged areas that are there.
struct Merging<I: Iterator<Item = Area>> {
    areas: std::iter::Peekable<I>,
    /// Areas that reach into the current row, by column, with the place of their cell; none for an area that does not
    /// show.
    open: Vec<(Area, Option<usize>)>,
    placed: Vec<Placed>,
    steps: usize,
}

impl<I: Iterator<Item = Area>> Merging<I> {
    fn place(&mut self, cell: Cell, rows: &Shown, columns: &Shown) -> Result<(), ReadErrorKind> {
        let Cell { place: at, text } = cell;
        while let Some(area) = self.areas.next_if(|area| area.rows.0 <= at.row) {
            self.open_area(area, rows, columns)?;
        }
        let behind = self
            .open
            .partition_point(|(area, _)| area.columns.0 <= at.column);
        let over = behind
            .checked_sub(1)
            .and_then(|behind| self.open.get(behind))
            .filter(|(area, _)| area.columns.1 >= at.column && area.rows.1 >= at.row);
        let (target, is_first) = match over {
            Some((area, target)) => (
                *target,
                (area.rows.0, area.columns.0) == (at.row, at.column),
            ),
            None => (self.target(at, rows, columns), true),
        };
        if let Some(placed) = target
            .filter(|_| is_first)
            .and_then(|target| self.placed.get_mut(target))
        {
            placed.text = text;
            placed.bordered |= at.bordered;
        }
        Ok(())
    }

    /// The place for a cell that is not merged; the one before if it is for the same cell.
    fn target(&mut self, at: Place, rows: &Shown, columns: &Shown) -> Option<usize> {
        let (row, _) = rows.place((at.row, at.row))?;
        let (column, _) = columns.place((at.column, at.column))?;
        let is_same =
            |last: &Placed| (last.row, last.column, last.rows, last.columns) == (row, column, 1, 1);
        if !self.placed.last().is_some_and(is_same) {
            self.placed.push(Placed::new((row, 1), (column, 1)));
        }
        self.placed.len().checked_sub(1)
    }

    /// Opens an area unless another one already stands there.
    fn open_area(
        &mut self,
        area: Area,
        rows: &Shown,
        columns: &Shown,
    ) -> Result<(), ReadErrorKind> {
        self.steps = self.steps.saturating_add(self.open.len());
        if self.steps > limits::GRID_STEPS {
            return Err(ReadErrorKind::TooLarge);
        }
        self.open.retain(|(open, _)| open.rows.1 >= area.rows.0);
        let at = self
            .open
            .partition_point(|(open, _)| open.columns.0 < area.columns.0);
        let before = at.checked_sub(1).and_then(|at| self.open.get(at));
        if before.is_some_and(|(open, _)| open.columns.1 >= area.columns.0)
            || self
                .open
                .get(at)
                .is_some_and(|(open, _)| open.columns.0 <= area.columns.1)
        {
            return Ok(());
        }
        let place = match (rows.place(area.rows), columns.place(area.columns)) {
            (Some(rows), Some(columns)) => {
                self.placed.push(Placed::new(rows, columns));
                self.placed.len().checked_sub(1)
            }
            _ => None,
        };
        self.open.insert(at, (area, place));
        Ok(())
    }
}

/// Rows or columns without the hidden ones.
struct Shown {
    /// Hidden ranges in order, apart from each other, each with the number of hidden ones before it.
    hidden: Vec<(Range, u32)>,
}

impl Shown {
    fn new(mut ranges: Vec<Range>) -> Self {
        sort_by(&mut ranges, Ord::cmp);
        let mut hidden: Vec<(Range, u32)> = Vec::new();
        for (first, last) in ranges {
            match hidden.last_mut() {
                Some((range, _)) if range.1 >= first => range.1 = range.1.max(last),
                before => {
                    let count = before.map_or(0, |((first, last), count)| {
                        count.saturating_add(last.saturating_sub(*first).saturating_add(1))
                    });
                    hidden.push(((first, last), count));
                }
            }
        }
        Self { hidden }
    }

    /// How many show before an index.
    fn before(&self, index: u32) -> u32 {
        let at = self
            .hidden
            .partition_point(|((first, _), _)| *first < index);
        let hidden = at.checked_sub(1).and_then(|at| self.hidden.get(at)).map_or(
            0,
            |((first, last), count)| {
                let end = last.saturating_add(1).min(index);
                count.saturating_add(end.saturating_sub(*first))
            },
        );
        index.saturating_sub(hidden)
    }

    /// Where a range begins among what shows, and how much of it shows; `None` if nothing does.
    fn place(&self, (first, last): Range) -> Option<Range> {
        let start = self.before(first);
        let count = self.before(last.saturating_add(1)).saturating_sub(start);
        (count > 0).then_some((start, count))
    }
}
