//! The places that text and rows can go to: stories (the body, a cell, a text box) and tables.

use crate::reader::draft::{CellDraft, CellKind, RowDraft, TableDraft};
use crate::reader::error::ReadErrorKind;
use crate::reader::flow::{Budget, Flow};

/// Something open that takes content.
#[derive(Debug)]
pub(crate) enum Place {
    Story(Story),
    Table(OpenTable),
}

/// A sequence of paragraphs and tables.
#[derive(Debug, Default)]
pub(crate) struct Story {
    flow: Flow,
    paragraph: Option<String>,
    /// What stands in text boxes that are anchored in the open paragraph.
    boxes: Flow,
    holds_table: bool,
    pub(crate) cell: CellFormat,
}

/// What the properties of a cell say.
#[derive(Debug)]
pub(crate) struct CellFormat {
    pub(crate) row_span: u32,
    pub(crate) column_span: u32,
    /// What is special about it.
    pub(crate) kind: CellKind,
    /// It belongs to the cell on its left.
    pub(crate) continues_left: bool,
}

impl Default for CellFormat {
    fn default() -> Self {
        Self {
            row_span: 1,
            column_span: 1,
            kind: CellKind::Plain,
            continues_left: false,
        }
    }
}

impl Story {
    pub(crate) fn open_paragraph(&mut self) {
        self.paragraph = Some(String::new());
    }

    pub(crate) fn has_open_paragraph(&self) -> bool {
        self.paragraph.is_some()
    }

    /// The text of the open paragraph; text outside of any opens one.
    pub(crate) fn text(&mut self) -> &mut String {
        self.paragraph.get_or_insert_default()
    }

    pub(crate) fn close_paragraph(&mut self, budget: &mut Budget) -> Result<(), ReadErrorKind> {
        if let Some(text) = self.paragraph.take() {
            budget.hold(&text)?;
            self.flow.push_line(text, false)?;
        }
        self.flow.append(std::mem::take(&mut self.boxes));
        Ok(())
    }

    pub(crate) fn push_box(&mut self, contents: Flow) {
        self.boxes.append(contents);
    }

    pub(crate) fn push_table(&mut self, settled: Flow) {
        self.holds_table = true;
        self.flow.append(settled);
    }

    pub(crate) fn finish(mut self, budget: &mut Budget) -> Result<Flow, ReadErrorKind> {
        self.close_paragraph(budget)?;
        Ok(self.flow)
    }
}

/// A table whose end has not come yet.
#[derive(Debug, Default)]
pub(crate) struct OpenTable {
    draft: TableDraft,
    row: Option<RowDraft>,
}

impl OpenTable {
    pub(crate) fn has_open_row(&self) -> bool {
        self.row.is_some()
    }

    /// The open row; opens one if there is none.
    pub(crate) fn row(&mut self) -> &mut RowDraft {
        self.row.get_or_insert_default()
    }

    pub(crate) fn close_row(&mut self) {
        if let Some(row) = self.row.take() {
            self.draft.push_row(row);
        }
    }

    pub(crate) fn push_cell(
        &mut self,
        story: Story,
        budget: &mut Budget,
    ) -> Result<(), ReadErrorKind> {
        budget.spend()?;
        let CellFormat {
            row_span,
            column_span,
            kind,
            continues_left,
        } = story.cell;
        let holds_table = story.holds_table;
        let flow = story.finish(budget)?;
        let row = self.row();
        if continues_left && let Some(left) = row.cells.last_mut() {
            left.column_span = left.column_span.saturating_add(column_span);
            return Ok(());
        }
        row.cells.push(CellDraft {
            flow,
            row_span,
            column_span,
            kind,
            holds_table,
        });
        Ok(())
    }

    pub(crate) fn finish(mut self) -> Result<Flow, ReadErrorKind> {
        self.close_row();
        self.draft.settle()
    }
}
