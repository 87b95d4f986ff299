//! The main part: XML events to a flow of paragraphs and tables.

use crate::document::Document;
use crate::reader::draft::CellKind;
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::flow::{Budget, Flow};
use crate::reader::story::{OpenTable, Place, Story};
use crate::reader::xml::{self, Visitor};

use super::element::{Element, SKIPPED, is_apart, is_on, number};

/// Reads the text of the main part.
pub(super) fn read(text: &str) -> Result<Document, ReadError> {
    let mut walker = Walker::new();
    xml::walk(text, &mut walker)?;
    walker.finish().map_err(ReadError::new)?.into_document()
}

#[derive(Debug)]
struct Walker {
    elements: Vec<Element>,
    /// Open elements inside one that is skipped, that one included.
    skipped: usize,
    places: Vec<Place>,
    /// Pieces of text written so far.
    written: usize,
    budget: Budget,
}

impl Walker {
    fn new() -> Self {
        Self {
            elements: Vec::new(),
            skipped: 0,
            places: vec![Place::Story(Story::default())],
            written: 0,
            budget: Budget::default(),
        }
    }

    fn story(&mut self) -> Option<&mut Story> {
        self.places.iter_mut().rev().find_map(|place| match place {
            Place::Story(story) => Some(story),
            Place::Table(_) => None,
        })
    }

    /// The table, if nothing that stands in a cell is open.
    fn table(&mut self) -> Option<&mut OpenTable> {
        match self.places.last_mut() {
            Some(Place::Table(table)) => Some(table),
            _ => None,
        }
    }

    fn is_in_story(&self) -> bool {
        matches!(self.places.last(), Some(Place::Story(_)))
    }

    /// Opens what holds paragraphs, rows or cells. What stands where it cannot stand counts as a wrapper,
    /// as do content controls, custom markup, insertions and links.
    fn structure(&mut self, name: &str) -> Result<Element, ReadErrorKind> {
        Ok(match name {
            "tbl" if self.is_in_story() => {
                let Self { places, budget, .. } = self;
                if let Some(Place::Story(story)) = places.last_mut() {
                    story.close_paragraph(budget)?;
                }
                places.push(Place::Table(OpenTable::default()));
                Element::Table
            }
            "tr" if self.table().is_some_and(|table| !table.has_open_row()) => {
                self.budget.spend()?;
                if let Some(table) = self.table() {
                    table.row();
                }
                Element::Row
            }
            "trPr" if self.elements.last() == Some(&Element::Row) => Element::RowProperties,
            "tc" if self.table().is_some() => {
                self.places.push(Place::Story(Story::default()));
                Element::Cell
            }
            "tcPr" if self.elements.last() == Some(&Element::Cell) => Element::CellProperties,
            "txbxContent" => {
                self.places.push(Place::Story(Story::default()));
                Element::TextBox
            }
            "p" if self.is_in_story() => match self.story() {
                Some(story) if !story.has_open_paragraph() => {
                    story.open_paragraph();
                    Element::Paragraph
                }
                _ => Element::Plain,
            },
            "r" if self.is_in_story() => Element::Run { hidden: false },
            "AlternateContent" => Element::Alternatives { satisfied: false },
            _ => Element::Plain,
        })
    }

    /// What a child of a run means. Text boxes are anchored in runs, at any depth below.
    fn in_run(&mut self, name: &str, hidden: bool) -> Element {
        let written = match name {
            "tab" | "ptab" => "\t",
            "br" | "cr" => "\n",
            "noBreakHyphen" => "-",
            "t" if !hidden => return Element::Text,
            "rPr" => return Element::RunProperties,
            "AlternateContent" => return Element::Alternatives { satisfied: false },
            _ => "",
        };
        if !hidden && !written.is_empty() {
            self.write(written);
        }
        Element::Plain
    }

    fn hide_run(&mut self) {
        // The run properties are the last element, the run stands below.
        if let Some(Element::Run { hidden }) = self.elements.iter_mut().rev().nth(1) {
            *hidden = true;
        }
    }

    fn row_property(&mut self, name: &str, element: &xml::Element<'_>) {
        let Some(table) = self.table() else { return };
        let row = table.row();
        match name {
            "gridBefore" => row.skip = number(element).unwrap_or(0),
            "hidden" => row.hidden |= is_on(element),
            "del" => row.hidden = true,
            _ => {}
        }
    }

    fn cell_property(&mut self, name: &str, element: &xml::Element<'_>) {
        let Some(Place::Story(story)) = self.places.last_mut() else {
            return;
        };
        let continues = || xml::attribute(element, "val").is_none_or(|value| value == "continue");
        match name {
            "gridSpan" => story.cell.column_span = number(element).unwrap_or(1).max(1),
            "vMerge" | "vmerge" if continues() => story.cell.kind = CellKind::Continued,
            "vMerge" | "vmerge" => story.cell.kind = CellKind::MergeStart,
            "hMerge" | "hmerge" => story.cell.continues_left = continues(),
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(story) = self.story() {
            story.text().push_str(text);
        }
        self.written = self.written.saturating_add(1);
    }

    fn finish(mut self) -> Result<Flow, ReadErrorKind> {
        match self.places.pop() {
            Some(Place::Story(story)) => story.finish(&mut self.budget),
            _ => Ok(Flow::default()),
        }
    }
}

impl Visitor for Walker {
    fn start(&mut self, element: &xml::Element<'_>) -> Result<(), ReadErrorKind> {
        if self.skipped > 0 {
            self.skipped = self.skipped.saturating_add(1);
            return Ok(());
        }
        let name = element.local_name();
        let opened = match (self.elements.last().copied(), name.as_ref()) {
            (_, name) if is_apart(name, element) => None,
            (Some(Element::RowProperties), name) => {
                self.row_property(name, element);
                Some(Element::Plain)
            }
            (Some(Element::CellProperties), name) if !SKIPPED.contains(&name) => {
                self.cell_property(name, element);
                Some(Element::Plain)
            }
            (Some(Element::Run { hidden }), name) if !SKIPPED.contains(&name) => {
                Some(self.in_run(name, hidden))
            }
            (Some(Element::RunProperties), "vanish") => {
                if is_on(element) {
                    self.hide_run();
                }
                Some(Element::Plain)
            }
            (Some(Element::Alternatives { satisfied: true }), "Choice" | "Fallback") => None,
            (Some(Element::Alternatives { .. }), "Choice") => Some(Element::Choice {
                before: self.written,
            }),
            (_, name) if SKIPPED.contains(&name) => None,
            (_, name) => Some(self.structure(name)?),
        };
        match opened {
            Some(opened) => self.elements.push(opened),
            None => self.skipped = 1,
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), ReadErrorKind> {
        if self.skipped == 0 && self.elements.last() == Some(&Element::Text) {
            self.write(text);
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), ReadErrorKind> {
        if self.skipped > 0 {
            self.skipped = self.skipped.saturating_sub(1);
            return Ok(());
        }
        match self.elements.pop() {
            Some(Element::Paragraph) => {
                let Self { places, budget, .. } = self;
                match places.last_mut() {
                    Some(Place::Story(story)) => story.close_paragraph(budget),
                    _ => Ok(()),
                }
            }
            Some(Element::TextBox) => {
                if let Some(Place::Story(story)) = self.places.pop() {
                    let contents = story.finish(&mut self.budget)?;
                    if let Some(story) = self.story() {
                        story.push_box(contents);
                    }
                }
                Ok(())
            }
            Some(Element::Cell) => {
                let story = self.places.pop();
                let Self { places, budget, .. } = self;
                match (story, places.last_mut()) {
                    (Some(Place::Story(story)), Some(Place::Table(table))) => {
                        table.push_cell(story, budget)
                    }
                    _ => Ok(()),
                }
            }
            Some(Element::Row) => {
                if let Some(table) = self.table() {
                    table.close_row();
                }
                Ok(())
            }
            Some(Element::Table) => {
                if let Some(Place::Table(table)) = self.places.pop() {
                    let settled = table.finish()?;
                    if let Some(story) = self.story() {
                        story.push_table(settled);
                    }
                }
                Ok(())
            }
            Some(Element::Choice { before }) => {
                let has_text = self.written > before;
                if let Some(Element::Alternatives { satisfied }) = self.elements.last_mut() {
                    *satisfied |= has_text;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}
