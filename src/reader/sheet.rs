//! A sheet of a workbook. A report on a sheet is what one sees of it: hidden rows and columns are left out, of a merged
//! area only the first cell counts, lines of text between the tables are paragraphs, and a table begins and ends where
//! cells do, not at the edge of the sheet.

mod arrange;
mod cut;
pub(crate) mod number;
pub(crate) mod written;

use crate::document::Document;
use crate::limits;
use crate::reader::error::ReadErrorKind;
use crate::reader::flow::{Budget, Flow};

/// Rows or columns from the first to the last, both counted from 0 and both included.
pub(crate) type Range = (u32, u32);

/// A sheet being read. Cells, areas and hidden ranges may come in any order.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    cells: Vec<Cell>,
    merged: Vec<Area>,
    hidden_rows: Vec<Range>,
    hidden_columns: Vec<Range>,
}

/// Where a cell stands, row and column counted from 0, and whether it has a border.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) row: u32,
    pub(crate) column: u32,
    pub(crate) bordered: bool,
}

/// A cell; one without text is there because it has a border, or because what it shows is nothing.
#[derive(Debug)]
struct Cell {
    place: Place,
    text: String,
}

/// A merged area.
#[derive(Clone, Copy, Debug)]
struct Area {
    rows: Range,
    columns: Range,
}

/// What the texts of a workbook may still hold, and how many cells there may still be.
#[derive(Debug, Default)]
pub(crate) struct Account {
    bytes: usize,
    budget: Budget,
}

impl Account {
    fn spend(&mut self, bytes: usize) -> Result<(), ReadErrorKind> {
        self.budget.spend()?;
        self.bytes = self.bytes.saturating_add(bytes);
        if self.bytes > limits::TEXT_BYTES {
            return Err(ReadErrorKind::TooLarge);
        }
        Ok(())
    }
}

impl Sheet {
    /// Puts a text into a cell. Of two texts for one cell the later counts. A blank cell is left out if it has no border;
    /// with one it counts: a label and blank cells behind it are a line of a table, and no line of text.
    ///
    /// # Errors
    /// `TooLarge` where the account of the workbook is empty.
    pub(crate) fn push(
        &mut self,
        place: Place,
        text: impl Into<String>,
        account: &mut Account,
    ) -> Result<(), ReadErrorKind> {
        let mut text = text.into();
        account.spend(text.len())?;
        if text.chars().all(char::is_whitespace) {
            text = String::new();
        }
        self.cells.push(Cell { place, text });
        Ok(())
    }

    /// Merges the cells of an area.
    ///
    /// # Errors
    /// As [`Self::push`].
    pub(crate) fn merge(
        &mut self,
        rows: Range,
        columns: Range,
        account: &mut Account,
    ) -> Result<(), ReadErrorKind> {
        account.spend(0)?;
        if rows.0 <= rows.1 && columns.0 <= columns.1 && (rows.0 < rows.1 || columns.0 < columns.1)
        {
            self.merged.push(Area { rows, columns });
        }
        Ok(())
    }

    /// Hides rows.
    ///
    /// # Errors
    /// As [`Self::push`].
    pub(crate) fn hide_rows(
        &mut self,
        rows: Range,
        account: &mut Account,
    ) -> Result<(), ReadErrorKind> {
        account.spend(0)?;
        self.hidden_rows.push(rows);
        Ok(())
    }

    /// Hides columns.
    ///
    /// # Errors
    /// As [`Self::push`].
    pub(crate) fn hide_columns(
        &mut self,
        columns: Range,
        account: &mut Account,
    ) -> Result<(), ReadErrorKind> {
        account.spend(0)?;
        self.hidden_columns.push(columns);
        Ok(())
    }

    /// Appends the sheet to a document, as a part of this name.
    ///
    /// # Errors
    /// As [`Self::settle`]; `TooLarge` also where the document has too many blocks.
    pub(crate) fn append_to(
        self,
        document: &mut Document,
        name: String,
    ) -> Result<(), ReadErrorKind> {
        document.begin_part(name);
        self.settle()?.append_to(document)
    }

    /// The paragraphs and tables of the sheet, from top to bottom.
    ///
    /// # Errors
    /// `TooLarge` where a cap on cells, rows, text or work is reached.
    pub(crate) fn settle(self) -> Result<Flow, ReadErrorKind> {
        cut::cut(arrange::arrange(self)?)
    }
}
