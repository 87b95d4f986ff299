//! A sheet of a spreadsheet while it is being read: rows and cells that stand for many of them.

use crate::limits;
use crate::reader::error::ReadErrorKind;
use crate::reader::sheet::{Account, Place, Sheet};

use super::cell::CellTraits;

/// A row without any text is taken this many times at most: more are the rest of the sheet.
const BLANK_ROWS: u32 = 100;

/// A sheet whose end has not come yet.
#[derive(Debug, Default)]
pub(super) struct Tab {
    pub(super) name: String,
    sheet: Sheet,
    /// The next row and column, from 0.
    row: u32,
    column: u32,
    /// The next column of which the width is told.
    told: u32,
    cells: Vec<TabCell>,
}

#[derive(Debug)]
struct TabCell {
    column: u32,
    traits: CellTraits,
    text: String,
    bordered: bool,
}

impl Tab {
    pub(super) fn new(name: String) -> Self {
        Self {
            name,
            ..Self::default()
        }
    }

    /// Columns, all of them hidden or none.
    pub(super) fn push_columns(
        &mut self,
        count: u32,
        hidden: bool,
        account: &mut Account,
    ) -> Result<(), ReadErrorKind> {
        let first = self.told;
        self.told = first.saturating_add(count);
        if hidden {
            let last = self.told.saturating_sub(1);
            self.sheet.hide_columns((first, last), account)?;
        }
        Ok(())
    }

    /// The next cell of the row.
    pub(super) fn push_cell(&mut self, traits: CellTraits, text: String, bordered: bool) {
        let column = self.column;
        self.column = column.saturating_add(traits.repeated);
        // A border around the rest of the sheet makes no table of it.
        let is_blank = text.is_empty() && (!bordered || traits.repeated > limits::COLUMN_SPAN);
        if !traits.covered && (!is_blank || traits.columns > 1 || traits.rows > 1) {
            self.cells.push(TabCell {
                column,
                traits,
                text,
                bordered,
            });
        }
    }

    /// Ends the row, which stands for `count` rows.
    pub(super) fn close_row(
        &mut self,
        count: u32,
        hidden: bool,
        account: &mut Account,
    ) -> Result<(), ReadErrorKind> {
        let cells = std::mem::take(&mut self.cells);
        let first = self.row;
        self.row = first.saturating_add(count);
        self.column = 0;
        if hidden {
            let last = self.row.saturating_sub(1);
            return self.sheet.hide_rows((first, last), account);
        }
        let has_text = cells.iter().any(|cell| !cell.text.is_empty());
        if !has_text && count > BLANK_ROWS {
            return Ok(());
        }
        for row in first..self.row {
            for cell in &cells {
                self.place(row, cell, account)?;
            }
        }
        Ok(())
    }

    fn place(
        &mut self,
        row: u32,
        cell: &TabCell,
        account: &mut Account,
    ) -> Result<(), ReadErrorKind> {
        let CellTraits { columns, rows, .. } = cell.traits;
        for column in cell.column..cell.column.saturating_add(cell.traits.repeated) {
            if columns > 1 || rows > 1 {
                let last_row = row.saturating_add(rows).saturating_sub(1);
                let last_column = column.saturating_add(columns).saturating_sub(1);
                self.sheet
                    .merge((row, last_row), (column, last_column), account)?;
            }
            let place = Place {
                row,
                column,
                bordered: cell.bordered,
            };
            if !cell.text.is_empty() || cell.bordered {
                self.sheet.push(place, cell.text.as_str(), account)?;
            }
        }
        Ok(())
    }

    pub(super) fn finish(self) -> (String, Sheet) {
        (self.name, self.sheet)
    }
}
