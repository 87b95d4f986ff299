//! The content: XML to paragraphs, tables and sheets.

use crate::document::Document;
use crate::limits;
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::flow::Budget;
use crate::reader::sheet::Account;
use crate::reader::story::{OpenTable, Place, Story};
use crate::reader::xml::{self, Visitor};

use super::cell::CellTraits;
use super::style::Styles;
use super::tab::Tab;

/// Elements whose content is not part of the text as it stands.
const SKIPPED: [&str; 11] = [
    "master-styles",
    "tracked-changes",
    "annotation",
    "note",
    "ruby-text",
    "forms",
    "object",
    "content-validations",
    "hidden-text",
    "hidden-paragraph",
    "shapes",
];
/// Blanks that one element may stand for.
const BLANKS: u32 = 100;

/// Reads the text of the content.
///
/// # Errors
/// As [`xml::walk`], `TooLarge`.
pub(super) fn read(text: &str) -> Result<Document, ReadError> {
    let mut walker = Walker {
        elements: Vec::new(),
        skipped: 0,
        styles: Styles::default(),
        places: vec![Place::Story(Story::default())],
        is_spreadsheet: false,
        tab: None,
        cells: Vec::new(),
        budget: Budget::default(),
        account: Account::default(),
        document: Document::default(),
    };
    xml::walk(text, &mut walker)?;
    walker.finish().map_err(ReadError::new)
}

/// An open element, as far as its end or its children care.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Plain,
    Styles,
    Paragraph,
    /// Something in a paragraph.
    Inline,
    TextBox,
    Table,
    Row,
    Cell,
    Tab,
    TabRow {
        count: u32,
        hidden: bool,
    },
    TabCell,
}

struct Walker {
    elements: Vec<Open>,
    /// Open elements inside one that is skipped, that one included.
    skipped: usize,
    styles: Styles,
    places: Vec<Place>,
    is_spreadsheet: bool,
    tab: Option<Tab>,
    /// The cells that are open, the innermost last.
    cells: Vec<CellTraits>,
    budget: Budget,
    account: Account,
    /// The sheets so far.
    document: Document,
}

impl Walker {
    fn story(&mut self) -> Option<&mut Story> {
        match self.places.last_mut() {
            Some(Place::Story(story)) => Some(story),
            _ => None,
        }
    }

    fn table(&mut self) -> Option<&mut OpenTable> {
        match self.places.last_mut() {
            Some(Place::Table(table)) => Some(table),
            _ => None,
        }
    }

    /// What an element opens; `None` if nothing in it is read.
    fn open(&mut self, element: &xml::Element<'_>) -> Result<Option<Open>, ReadErrorKind> {
        let name = element.local_name();
        let inside = self.elements.last().copied().unwrap_or(Open::Plain);
        let is_gone = || xml::attribute(element, "display").is_some_and(|how| how == "none");
        Ok(Some(match (inside, name.as_ref()) {
            (Open::Styles, _) | (_, "automatic-styles" | "styles") => {
                self.styles.take(element);
                Open::Styles
            }
            (_, name) if SKIPPED.contains(&name) => return Ok(None),
            (_, "section") if is_gone() || self.styles.hides(element) => return Ok(None),
            (_, "spreadsheet") => {
                self.is_spreadsheet = true;
                Open::Plain
            }
            (_, "text-box") => {
                self.places.push(Place::Story(Story::default()));
                Open::TextBox
            }
            (Open::Paragraph | Open::Inline, name) => {
                if self.styles.hides(element) {
                    return Ok(None);
                }
                match name {
                    "s" => {
                        let count = xml::number(element, "c").unwrap_or(1).min(BLANKS);
                        for _ in 0..count {
                            self.write(" ");
                        }
                    }
                    "tab" => self.write("\t"),
                    "line-break" => self.write("\n"),
                    _ => {}
                }
                Open::Inline
            }
            (_, "p" | "h") => {
                if self.styles.hides(element) {
                    return Ok(None);
                }
                match self.story() {
                    Some(story) if !story.has_open_paragraph() => story.open_paragraph(),
                    _ => return Ok(Some(Open::Plain)),
                }
                Open::Paragraph
            }
            (_, "table") if self.is_spreadsheet && self.tab.is_none() => {
                if self.styles.hides(element) {
                    return Ok(None);
                }
                let name = xml::attribute(element, "name").unwrap_or_default();
                self.tab = Some(Tab::new(xml::unescaped(&name)));
                Open::Tab
            }
            (_, "table") => {
                let Self { places, budget, .. } = self;
                match places.last_mut() {
                    Some(Place::Story(story)) => story.close_paragraph(budget)?,
                    _ => return Ok(None),
                }
                places.push(Place::Table(OpenTable::default()));
                Open::Table
            }
            (_, name) if self.tab.is_some() => return self.open_in_tab(name, element),
            (_, "table-row") if self.table().is_some_and(|table| !table.has_open_row()) => {
                self.budget.spend()?;
                if let Some(table) = self.table() {
                    table.row();
                }
                Open::Row
            }
            (Open::Row, "table-cell" | "covered-table-cell") => self.open_cell(element, Open::Cell),
            _ => Open::Plain,
        }))
    }

    fn open_in_tab(
        &mut self,
        name: &str,
        element: &xml::Element<'_>,
    ) -> Result<Option<Open>, ReadErrorKind> {
        let hidden = || xml::attribute(element, "visibility").is_some_and(|how| how != "visible");
        let count = |name| xml::number(element, name).unwrap_or(1).max(1);
        let Self { tab, account, .. } = self;
        Ok(Some(match (name, tab) {
            ("table-column", Some(tab)) => {
                tab.push_columns(count("number-columns-repeated"), hidden(), account)?;
                Open::Plain
            }
            ("table-row", _) => Open::TabRow {
                count: count("number-rows-repeated"),
                hidden: hidden(),
            },
            ("table-cell" | "covered-table-cell", _) => self.open_cell(element, Open::TabCell),
            _ => Open::Plain,
        }))
    }

    fn open_cell(&mut self, element: &xml::Element<'_>, open: Open) -> Open {
        self.cells.push(CellTraits::of(element));
        self.places.push(Place::Story(Story::default()));
        open
    }

    fn write(&mut self, text: &str) {
        if let Some(story) = self.story() {
            story.text().push_str(text);
        }
    }

    /// The text of a story that stood in a cell of a sheet goes to the sheet.
    fn close_tab_cell(&mut self) -> Result<(), ReadErrorKind> {
        let (Some(Place::Story(story)), Some(traits)) = (self.places.pop(), self.cells.pop())
        else {
            return Ok(());
        };
        let (shown, _) = story.finish(&mut self.budget)?.into_cell()?;
        let text = match &traits.value {
            Some(value) => value.clone(),
            None => shown,
        };
        let style = traits.style.as_deref().unwrap_or_default();
        let bordered = self.styles.is_bordered(style);
        if let Some(tab) = &mut self.tab {
            tab.push_cell(traits, text, bordered);
        }
        Ok(())
    }

    /// A story that stood in a cell of a table becomes a cell, and for a repeated cell blank ones behind it.
    fn close_cell(&mut self) -> Result<(), ReadErrorKind> {
        let (Some(Place::Story(mut story)), Some(traits)) = (self.places.pop(), self.cells.pop())
        else {
            return Ok(());
        };
        let Self { places, budget, .. } = self;
        let Some(Place::Table(table)) = places.last_mut() else {
            return Ok(());
        };
        if traits.covered {
            return Ok(());
        }
        story.cell.row_span = traits.rows;
        story.cell.column_span = traits.columns;
        table.push_cell(story, budget)?;
        for _ in 1..traits.repeated.min(limits::COLUMN_SPAN) {
            table.push_cell(Story::default(), budget)?;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Document, ReadErrorKind> {
        if let (Some(Place::Story(story)), false) = (self.places.pop(), self.is_spreadsheet) {
            story
                .finish(&mut self.budget)?
                .append_to(&mut self.document)?;
        }
        Ok(self.document)
    }
}

impl Visitor for Walker {
    fn start(&mut self, element: &xml::Element<'_>) -> Result<(), ReadErrorKind> {
        if self.skipped > 0 {
            self.skipped = self.skipped.saturating_add(1);
            return Ok(());
        }
        match self.open(element)? {
            Some(opened) => self.elements.push(opened),
            None => self.skipped = 1,
        }
        Ok(())
    }

    /// Line ends and tabs in the file are but blanks in the text.
    fn text(&mut self, text: &str) -> Result<(), ReadErrorKind> {
        let in_text = matches!(self.elements.last(), Some(Open::Paragraph | Open::Inline));
        if self.skipped == 0 && in_text {
            self.write(&text.replace(['\n', '\r', '\t'], " "));
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), ReadErrorKind> {
        if self.skipped > 0 {
            self.skipped = self.skipped.saturating_sub(1);
            return Ok(());
        }
        let Self {
            places,
            budget,
            tab,
            account,
            ..
        } = self;
        match self.elements.pop() {
            Some(Open::Paragraph) => match places.last_mut() {
                Some(Place::Story(story)) => story.close_paragraph(budget),
                _ => Ok(()),
            },
            Some(Open::TextBox) => {
                if let Some(Place::Story(story)) = places.pop() {
                    let contents = story.finish(budget)?;
                    if let Some(Place::Story(story)) = places.last_mut() {
                        story.push_box(contents);
                    }
                }
                Ok(())
            }
            Some(Open::Row) => {
                if let Some(Place::Table(table)) = places.last_mut() {
                    table.close_row();
                }
                Ok(())
            }
            Some(Open::Table) => {
                if let Some(Place::Table(table)) = places.pop() {
                    let settled = table.finish()?;
                    if let Some(Place::Story(story)) = places.last_mut() {
                        story.push_table(settled);
                    }
                }
                Ok(())
            }
            Some(Open::Cell) => self.close_cell(),
            Some(Open::TabCell) => self.close_tab_cell(),
            Some(Open::TabRow { count, hidden }) => match tab {
                Some(tab) => tab.close_row(count, hidden, account),
                None => Ok(()),
            },
            Some(Open::Tab) => {
                if let Some((name, sheet)) = tab.take().map(Tab::finish) {
                    sheet.append_to(&mut self.document, name)?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}
