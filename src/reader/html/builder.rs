//! Tokens to a flow of lines and grids. Tables stand on a stack; of all other elements only the current
//! line needs to know.

use crate::limits;
use crate::reader::error::ReadErrorKind;
use crate::reader::flow::{Budget, Flow};

use super::attribute::{Traits, Visibility};
use super::dropped::{Dropped, Verdict};
use super::element::{self, Element};
use super::entity;
use super::line::LineBuilder;
use super::table::{OpenTable, Section};
use super::tokenizer::Token;

/// Builds the flow of a page.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    body: LineBuilder,
    tables: Vec<OpenTable>,
    dropped: Option<Dropped>,
    budget: Budget,
}

impl Builder {
    /// Takes the next token.
    pub(crate) fn take(&mut self, token: Token<'_>) -> Result<(), ReadErrorKind> {
        if self.is_dropped(&token) {
            return Ok(());
        }
        match token {
            Token::Text(text) => self.text(text),
            Token::Raw {
                name: "textarea" | "xmp",
                text,
            } => {
                let text = entity::decode(text, false);
                let (line, budget) = self.line();
                line.push_preformatted(&text, budget)?;
                line.end_line(budget)
            }
            Token::Raw { .. } => Ok(()),
            Token::Start { name, attributes } => self.start(&name, attributes),
            Token::End { name } => self.end(&name),
        }
    }

    /// Ends everything that is open.
    pub(crate) fn finish(mut self) -> Result<Flow, ReadErrorKind> {
        while !self.tables.is_empty() {
            self.close_table()?;
        }
        self.body.finish(&mut self.budget)
    }

    /// Where text goes: the innermost open cell or caption. Text between the cells of a table goes where
    /// browsers put it, in front of the table.
    fn line(&mut self) -> (&mut LineBuilder, &mut Budget) {
        let line = self
            .tables
            .iter_mut()
            .rev()
            .find_map(OpenTable::line)
            .unwrap_or(&mut self.body);
        (line, &mut self.budget)
    }

    fn end_line(&mut self) -> Result<(), ReadErrorKind> {
        let (line, budget) = self.line();
        line.end_line(budget)
    }

    fn text(&mut self, text: &str) -> Result<(), ReadErrorKind> {
        let between_cells = self
            .tables
            .last_mut()
            .is_some_and(|table| table.line().is_none());
        if between_cells && text.bytes().all(|byte| byte.is_ascii_whitespace()) {
            return Ok(());
        }
        self.end_implied_table()?;
        let text = entity::decode(text, false);
        let (line, budget) = self.line();
        line.push_text(&text, budget)
    }

    fn start(&mut self, name: &str, attributes: &str) -> Result<(), ReadErrorKind> {
        let traits = Traits::of(attributes);
        let gone = traits.visibility == Visibility::Gone;
        let kind = element::kind(name);
        match kind {
            Element::Section | Element::Row | Element::Cell | Element::Caption => {
                if self.tables.is_empty() {
                    self.open_table(false, true)?;
                }
            }
            Element::Column => {}
            _ => self.end_implied_table()?,
        }
        match kind {
            Element::Table => {
                if self
                    .tables
                    .last_mut()
                    .is_some_and(|table| table.line().is_none())
                {
                    // A table cannot stand between the cells of another: that one has ended.
                    self.close_table()?;
                }
                self.open_table(gone, false)
            }
            Element::Section => {
                self.close_caption()?;
                let section = Section::named(name);
                self.with_table(|table, budget| table.open_section(section, budget))
            }
            Element::Row => {
                self.close_caption()?;
                self.with_table(|table, budget| table.open_row(traits.visibility, budget))
            }
            Element::Cell => {
                self.close_caption()?;
                self.with_table(|table, budget| table.open_cell(traits, budget))
            }
            Element::Caption => {
                self.close_caption()?;
                self.with_table(|table, budget| {
                    table.close_row(budget)?;
                    table.open_caption();
                    Ok(())
                })
            }
            Element::Column => Ok(()),
            Element::Break => self.end_line(),
            // Drawings may close themselves.
            Element::Dropped if attributes.ends_with('/') => Ok(()),
            Element::Dropped => {
                self.drop_content(name, false);
                Ok(())
            }
            Element::Preformatted => {
                self.end_line()?;
                self.line().0.open_preformatted();
                Ok(())
            }
            Element::Block => {
                self.end_line()?;
                if name == "p" && traits.visibility != Visibility::Shown {
                    self.drop_content(name, true);
                } else if !element::is_void(name) {
                    self.line().0.open_block(name, gone);
                }
                Ok(())
            }
            Element::Inline => {
                if traits.visibility != Visibility::Shown && !element::is_void(name) {
                    self.drop_content(name, true);
                }
                Ok(())
            }
        }
    }

    fn end(&mut self, name: &str) -> Result<(), ReadErrorKind> {
        match element::kind(name) {
            Element::Table if self.tables.is_empty() => Ok(()),
            Element::Table => self.close_table(),
            Element::Section => {
                let section = Section::named(name);
                self.with_table(|table, budget| table.close_section(section, budget))
            }
            Element::Row => self.with_table(OpenTable::close_row),
            Element::Cell => self.with_table(OpenTable::close_cell),
            Element::Caption => self.close_caption(),
            Element::Column | Element::Dropped | Element::Inline => Ok(()),
            Element::Break => self.end_line(),
            Element::Preformatted => {
                self.end_line()?;
                self.line().0.close_preformatted();
                Ok(())
            }
            Element::Block => {
                self.end_line()?;
                self.line().0.close_block(name);
                Ok(())
            }
        }
    }

    fn with_table(
        &mut self,
        act: impl FnOnce(&mut OpenTable, &mut Budget) -> Result<(), ReadErrorKind>,
    ) -> Result<(), ReadErrorKind> {
        match self.tables.last_mut() {
            Some(table) => act(table, &mut self.budget),
            None => Ok(()),
        }
    }

    fn open_table(&mut self, hidden: bool, implied: bool) -> Result<(), ReadErrorKind> {
        if self.tables.len() >= limits::DEPTH {
            return Err(ReadErrorKind::TooDeep);
        }
        self.end_line()?;
        self.tables.push(OpenTable::new(hidden, implied));
        Ok(())
    }

    fn close_table(&mut self) -> Result<(), ReadErrorKind> {
        self.close_caption()?;
        if let Some(table) = self.tables.pop() {
            let settled = table.finish(&mut self.budget)?;
            let (line, budget) = self.line();
            line.push_table(settled, budget)?;
        }
        Ok(())
    }

    /// Hands the text of a caption to the flow around its table.
    fn close_caption(&mut self) -> Result<(), ReadErrorKind> {
        let Some(table) = self.tables.last_mut() else {
            return Ok(());
        };
        if let Some(caption) = table.close_caption(&mut self.budget)? {
            let (line, budget) = self.line();
            line.push_flow(caption, budget)?;
        }
        Ok(())
    }

    /// Rows that came without a table make one; it ends with the first thing that is neither row nor cell.
    fn end_implied_table(&mut self) -> Result<(), ReadErrorKind> {
        let ends = self
            .tables
            .last()
            .is_some_and(|table| table.implied && table.is_between_rows());
        if ends { self.close_table() } else { Ok(()) }
    }

    fn drop_content(&mut self, name: &str, in_line: bool) {
        self.dropped = Some(Dropped::new(name, in_line));
    }

    /// Whether the token belongs to content that is dropped.
    fn is_dropped(&mut self, token: &Token<'_>) -> bool {
        match self.dropped.as_mut().map(|dropped| dropped.take(token)) {
            None => false,
            Some(Verdict::Inside) => true,
            Some(Verdict::Last) => {
                self.dropped = None;
                true
            }
            Some(Verdict::Behind) => {
                self.dropped = None;
                false
            }
        }
    }
}
