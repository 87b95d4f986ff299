//! Workbooks of Excel 2003 as one XML file ("XML Spreadsheet").

use crate::document::Document;
use crate::limits;
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::sheet::{Account, Place, Range, Sheet, written};
use crate::reader::xml::{self, Element, Visitor};
use crate::sorted::SortedSet;
use crate::strings;

/// Reads the cells of all sheets that show, in order; each sheet is a part of the document.
///
/// # Errors
/// As [`xml::walk`], `TooLarge`.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut walker = Walker::default();
    xml::walk(&xml::decode(bytes.to_vec())?, &mut walker)?;
    Ok(walker.document)
}

#[derive(Default)]
struct Walker {
    elements: Vec<Open>,
    document: Document,
    account: Account,
    /// Styles that draw a border, and the one that is open.
    bordered: SortedSet<String>,
    style: String,
    sheet: Sheet,
    name: String,
    hidden: bool,
    /// The next row and column, from 0.
    row: u32,
    column: u32,
    /// The next column of which the width is told.
    told: u32,
    cell: Cell,
    /// Columns that cells of rows above reach down into, each with the last such row.
    reaching: Vec<(Range, u32)>,
    steps: usize,
}

/// What an open element is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Other,
    Sheet,
    Row {
        count: u32,
    },
    Cell,
    /// The value of a cell, or a run of text in it.
    Data,
    /// Says whether the sheet shows.
    Visible,
}

/// The cell that is open, or was last.
#[derive(Default)]
struct Cell {
    row: u32,
    column: u32,
    across: u32,
    down: u32,
    bordered: bool,
    is_number: bool,
    text: String,
    formula: Option<String>,
}

impl Walker {
    fn open(&mut self, element: &Element<'_>) -> Result<Open, ReadErrorKind> {
        let name = element.local_name();
        let number = |name| xml::number(element, name);
        let from_one = |name| number(name).and_then(|index| index.checked_sub(1));
        let inside = self.elements.last().copied().unwrap_or(Open::Other);
        Ok(match (inside, name.as_ref()) {
            (Open::Data, _) => Open::Data,
            // Comments hold a text of the same name.
            (Open::Cell, "Data") => {
                let kind = xml::attribute(element, "Type");
                self.cell.is_number = kind.is_some_and(|kind| kind == "Number");
                Open::Data
            }
            (_, "Style") => {
                self.style = xml::attribute(element, "ID").unwrap_or_default();
                Open::Other
            }
            (_, "Border") => {
                if xml::attribute(element, "LineStyle").is_some_and(|line| line != "None") {
                    self.bordered.insert(self.style.clone());
                }
                Open::Other
            }
            (_, "Worksheet") => {
                let name = xml::attribute(element, "Name").unwrap_or_default();
                self.name = xml::unescaped(&name);
                self.sheet = Sheet::default();
                self.hidden = false;
                (self.row, self.column, self.told) = (0, 0, 0);
                self.reaching.clear();
                Open::Sheet
            }
            (_, "Visible") => Open::Visible,
            (_, "Column") => {
                let first = from_one("Index").unwrap_or(self.told);
                let last = first.saturating_add(number("Span").unwrap_or(0));
                self.told = last.saturating_add(1);
                if xml::is_set(element, "Hidden") {
                    self.sheet.hide_columns((first, last), &mut self.account)?;
                }
                Open::Other
            }
            (_, "Row") => {
                self.row = from_one("Index").unwrap_or(self.row);
                self.column = 0;
                let row = self.row;
                self.reaching.retain(|(_, last)| *last >= row);
                let count = number("Span").unwrap_or(0).saturating_add(1);
                if xml::is_set(element, "Hidden") {
                    let last = self.row.saturating_add(count).saturating_sub(1);
                    self.sheet.hide_rows((self.row, last), &mut self.account)?;
                }
                Open::Row { count }
            }
            (Open::Row { .. }, "Cell") => {
                self.column = match from_one("Index") {
                    Some(index) => index,
                    None => self.free_column()?,
                };
                let style = xml::attribute(element, "StyleID").unwrap_or_default();
                self.cell = Cell {
                    row: self.row,
                    column: self.column,
                    across: number("MergeAcross").unwrap_or(0),
                    down: number("MergeDown").unwrap_or(0),
                    bordered: self.bordered.contains(&style),
                    formula: xml::attribute(element, "Formula"),
                    ..Cell::default()
                };
                let last = self.column.saturating_add(self.cell.across);
                if self.cell.down > 0 {
                    let until = self.row.saturating_add(self.cell.down);
                    self.reaching.push(((self.column, last), until));
                }
                self.column = last.saturating_add(1);
                Open::Cell
            }
            _ => Open::Other,
        })
    }

    /// The next column that no cell of a row above reaches down into: some writers leave out where a cell behind one stands.
    fn free_column(&mut self) -> Result<u32, ReadErrorKind> {
        let mut column = self.column;
        loop {
            self.steps = self.steps.saturating_add(self.reaching.len());
            if self.steps > limits::GRID_STEPS {
                return Err(ReadErrorKind::TooLarge);
            }
            let over = self.reaching.iter().find(|((first, last), until)| {
                (*first..=*last).contains(&column) && *until >= self.row
            });
            match over {
                // The areas that begin in this row end in front of the column.
                Some(((_, last), _)) if *last < u32::MAX => column = last.saturating_add(1),
                _ => return Ok(column),
            }
        }
    }

    fn close_cell(&mut self) -> Result<(), ReadErrorKind> {
        let cell = std::mem::take(&mut self.cell);
        let Cell { row, column, .. } = cell;
        let rows = (row, row.saturating_add(cell.down));
        let columns = (column, column.saturating_add(cell.across));
        self.sheet.merge(rows, columns, &mut self.account)?;
        let text = match cell.formula {
            // A formula that was never worked out: by its own text it is seen for what it is.
            Some(formula) if cell.text.is_empty() => xml::unescaped(&formula),
            _ if cell.is_number => written::text(&cell.text),
            _ => strings::replace(&cell.text, "\r\n", "\n"),
        };
        if text.is_empty() && !cell.bordered {
            return Ok(());
        }
        let place = Place {
            row,
            column,
            bordered: cell.bordered,
        };
        self.sheet.push(place, text, &mut self.account)
    }
}

impl Visitor for Walker {
    fn start(&mut self, element: &Element<'_>) -> Result<(), ReadErrorKind> {
        let opened = self.open(element)?;
        self.elements.push(opened);
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), ReadErrorKind> {
        match self.elements.last() {
            Some(Open::Data) => self.cell.text.push_str(text),
            Some(Open::Visible) => self.hidden |= strings::holds(text, "Hidden"),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), ReadErrorKind> {
        match self.elements.pop() {
            Some(Open::Cell) => self.close_cell(),
            Some(Open::Row { count }) => {
                self.row = self.row.saturating_add(count);
                Ok(())
            }
            Some(Open::Sheet) if !self.hidden => {
                let name = std::mem::take(&mut self.name);
                std::mem::take(&mut self.sheet).append_to(&mut self.document, name)
            }
            _ => Ok(()),
        }
    }
}
