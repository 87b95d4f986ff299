//! The cells of one sheet.

use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::sheet::{Account, Place, Range, Sheet, written};
use crate::reader::xml::{self, Element, Visitor};

use super::shared::SharedTexts;
use super::style::Styles;
use super::text::{TextBuilder, unescaped};

/// Reads the cells, merged areas and hidden rows and columns of a sheet.
///
/// # Errors
/// As [`xml::walk`]; `Damaged` for a shared text that is not there, `TooLarge`.
pub(super) fn read(
    text: &str,
    texts: &SharedTexts,
    styles: &Styles,
    account: &mut Account,
) -> Result<Sheet, ReadError> {
    let mut walker = Walker {
        texts,
        styles,
        account,
        sheet: Sheet::default(),
        elements: Vec::new(),
        row: None,
        cell: Cell::default(),
    };
    xml::walk(text, &mut walker)?;
    Ok(walker.sheet)
}

struct Walker<'a> {
    texts: &'a SharedTexts,
    styles: &'a Styles,
    account: &'a mut Account,
    sheet: Sheet,
    elements: Vec<Open>,
    /// The last row, from 0.
    row: Option<u32>,
    cell: Cell,
}

/// What an open element is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Other,
    Cell,
    Value,
    Formula,
    /// A text in the cell itself, or something inside one.
    Inline,
}

/// The cell that is open, or was last.
#[derive(Default)]
struct Cell {
    column: Option<u32>,
    kind: String,
    bordered: bool,
    value: String,
    formula: String,
    inline: TextBuilder,
}

impl Walker<'_> {
    fn open_row(&mut self, element: &Element<'_>) -> Result<(), ReadErrorKind> {
        let told = xml::number(element, "r").and_then(|number| number.checked_sub(1));
        let row = told.unwrap_or_else(|| self.row.map_or(0, |row| row.saturating_add(1)));
        self.row = Some(row);
        self.cell.column = None;
        if xml::is_set(element, "hidden") {
            self.sheet.hide_rows((row, row), self.account)?;
        }
        Ok(())
    }

    fn open_cell(&mut self, element: &Element<'_>) {
        let told = xml::attribute(element, "r").and_then(|place| cell_place(&place));
        let next = self
            .cell
            .column
            .map_or(0, |column| column.saturating_add(1));
        if let Some((row, _)) = told {
            self.row = Some(row);
        }
        let format = xml::number(element, "s").unwrap_or(0);
        self.cell = Cell {
            column: Some(told.map_or(next, |(_, column)| column)),
            kind: xml::attribute(element, "t").unwrap_or_default(),
            bordered: usize::try_from(format).is_ok_and(|format| self.styles.is_bordered(format)),
            ..Cell::default()
        };
    }

    fn close_cell(&mut self) -> Result<(), ReadErrorKind> {
        let (Some(row), Some(column)) = (self.row, self.cell.column) else {
            return Ok(());
        };
        let place = Place {
            row,
            column,
            bordered: self.cell.bordered,
        };
        let value = std::mem::take(&mut self.cell.value);
        let formula = std::mem::take(&mut self.cell.formula);
        let text = match self.cell.kind.as_str() {
            "inlineStr" => self.cell.inline.take(),
            // A formula that was never worked out: by its own text it is seen for what it is.
            _ if value.is_empty() && !formula.is_empty() => ["=", &formula].concat(),
            _ if value.is_empty() => String::new(),
            "s" => {
                let number = value.trim().parse().map_err(|_| ReadErrorKind::Damaged)?;
                let text = self.texts.get(number).ok_or(ReadErrorKind::Damaged)?;
                return self.sheet.push(place, text, self.account);
            }
            "str" => unescaped(value),
            "b" if value.trim() == "0" => "FALSE".to_owned(),
            "b" => "TRUE".to_owned(),
            "e" | "d" => value,
            _ => written::text(&value),
        };
        if text.is_empty() && !place.bordered {
            return Ok(());
        }
        self.sheet.push(place, text, self.account)
    }
}

impl Visitor for Walker<'_> {
    fn start(&mut self, element: &Element<'_>) -> Result<(), ReadErrorKind> {
        let name = element.local_name();
        let inside = self.elements.last().copied().unwrap_or(Open::Other);
        let opened = match (inside, name.as_ref()) {
            (Open::Inline, _) | (Open::Cell, "is") => {
                self.cell.inline.start(element);
                Open::Inline
            }
            (Open::Cell, "v") => Open::Value,
            (Open::Cell, "f") => Open::Formula,
            (_, "c") => {
                self.open_cell(element);
                Open::Cell
            }
            (_, "row") => {
                self.open_row(element)?;
                Open::Other
            }
            (_, "col") => {
                let hidden = xml::is_set(element, "hidden")
                    || xml::attribute(element, "width").is_some_and(|width| width == "0");
                let edge = |name| xml::number(element, name).and_then(|n| n.checked_sub(1));
                if let (true, Some(first), Some(last)) = (hidden, edge("min"), edge("max")) {
                    self.sheet.hide_columns((first, last), self.account)?;
                }
                Open::Other
            }
            (_, "mergeCell") => {
                let area = xml::attribute(element, "ref").and_then(|area| area_place(&area));
                if let Some((rows, columns)) = area {
                    self.sheet.merge(rows, columns, self.account)?;
                }
                Open::Other
            }
            _ => Open::Other,
        };
        self.elements.push(opened);
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), ReadErrorKind> {
        match self.elements.last() {
            Some(Open::Value) => self.cell.value.push_str(text),
            Some(Open::Formula) => self.cell.formula.push_str(text),
            Some(Open::Inline) => self.cell.inline.push(text),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), ReadErrorKind> {
        match self.elements.pop() {
            Some(Open::Inline) => {
                self.cell.inline.end();
                Ok(())
            }
            Some(Open::Cell) => self.close_cell(),
            _ => Ok(()),
        }
    }
}

/// Row and column, from 0, of a place like `AB12`.
fn cell_place(place: &str) -> Option<(u32, u32)> {
    let mut column = 0_u32;
    let mut row: Option<u32> = None;
    for c in place.chars().filter(|c| *c != '$') {
        match (row, c.to_digit(10)) {
            (None, None) if c.is_ascii_alphabetic() => {
                let letter = c.to_digit(36)?.checked_sub(9)?;
                column = column.checked_mul(26)?.checked_add(letter)?;
            }
            (before, Some(digit)) => {
                row = Some(before.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
            }
            _ => return None,
        }
    }
    Some((row?.checked_sub(1)?, column.checked_sub(1)?))
}

/// The rows and columns of an area like `A1:C2`.
fn area_place(area: &str) -> Option<(Range, Range)> {
    let (first, last) = area.split_once(':')?;
    let (first, last) = (cell_place(first)?, cell_place(last)?);
    Some(((first.0, last.0), (first.1, last.1)))
}
