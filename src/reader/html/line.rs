//! Running text as a browser sets it: white space collapses, blocks and breaks end lines.

use crate::reader::error::ReadErrorKind;
use crate::reader::flow::{Budget, Flow};
use crate::strings;

/// The flow of a page, a cell or a caption while it is being read.
#[derive(Debug, Default)]
pub(crate) struct LineBuilder {
    flow: Flow,
    line: String,
    /// White space was read and is written if text follows in the same line.
    gap: bool,
    /// Open `pre` elements.
    preformatted: usize,
    hidden: Option<HiddenBlock>,
    /// A table stood in this flow.
    pub(crate) holds_table: bool,
}

/// A hidden block whose end tag has not come yet.
#[derive(Debug)]
struct HiddenBlock {
    name: String,
    /// Blocks of the same name that are open, itself included.
    open: usize,
}

impl LineBuilder {
    /// Adds text with entities decoded.
    pub(crate) fn push_text(
        &mut self,
        text: &str,
        budget: &mut Budget,
    ) -> Result<(), ReadErrorKind> {
        if self.preformatted > 0 {
            return self.push_preformatted(text, budget);
        }
        let mut rest = text;
        loop {
            let end = rest.bytes().position(is_space).unwrap_or(rest.len());
            let (word, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
            if !word.is_empty() {
                if self.gap && !self.line.is_empty() {
                    self.line.push(' ');
                }
                self.gap = false;
                self.line.push_str(word);
            }
            match behind.get(1..) {
                Some(behind) => rest = behind,
                None => return Ok(()),
            }
            self.gap = true;
        }
    }

    /// Adds text whose line breaks and tabs count.
    pub(crate) fn push_preformatted(
        &mut self,
        text: &str,
        budget: &mut Budget,
    ) -> Result<(), ReadErrorKind> {
        let mut lines = strings::split(text, "\n");
        if let Some(first) = lines.next() {
            self.line.push_str(first.trim_end_matches('\r'));
        }
        for line in lines {
            self.end_line(budget)?;
            self.line.push_str(line.trim_end_matches('\r'));
        }
        Ok(())
    }

    pub(crate) fn end_line(&mut self, budget: &mut Budget) -> Result<(), ReadErrorKind> {
        self.gap = false;
        if self.line.is_empty() {
            return Ok(());
        }
        budget.spend()?;
        self.flow
            .push_line(std::mem::take(&mut self.line), self.hidden.is_some())
    }

    /// Adds a table that has been settled.
    pub(crate) fn push_table(
        &mut self,
        table: Flow,
        budget: &mut Budget,
    ) -> Result<(), ReadErrorKind> {
        self.holds_table = true;
        self.push_flow(table, budget)
    }

    /// Adds lines and grids that have been read already.
    pub(crate) fn push_flow(
        &mut self,
        flow: Flow,
        budget: &mut Budget,
    ) -> Result<(), ReadErrorKind> {
        self.end_line(budget)?;
        self.flow.append(flow);
        Ok(())
    }

    pub(crate) fn open_preformatted(&mut self) {
        self.preformatted = self.preformatted.saturating_add(1);
    }

    pub(crate) fn close_preformatted(&mut self) {
        self.preformatted = self.preformatted.saturating_sub(1);
    }

    /// A block begins; the line before it has been ended.
    pub(crate) fn open_block(&mut self, name: &str, hidden: bool) {
        match &mut self.hidden {
            Some(block) if block.name == name => block.open = block.open.saturating_add(1),
            None if hidden => {
                self.hidden = Some(HiddenBlock {
                    name: name.to_owned(),
                    open: 1,
                });
            }
            _ => {}
        }
    }

    /// A block ends; its last line has been ended.
    pub(crate) fn close_block(&mut self, name: &str) {
        if let Some(block) = self.hidden.as_mut().filter(|block| block.name == name) {
            block.open = block.open.saturating_sub(1);
            if block.open == 0 {
                self.hidden = None;
            }
        }
    }

    pub(crate) fn finish(mut self, budget: &mut Budget) -> Result<Flow, ReadErrorKind> {
        self.end_line(budget)?;
        Ok(self.flow)
    }
}

/// White space of markup, of one byte each.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}
