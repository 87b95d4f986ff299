//! The places that text and rows can go to: stories (the body, a cell, a text box) and tables.

use crate::reader::draft::{CellDraft, CellKind, RowDraft, TableDraft};
use crate::reader::error::ReadErrorKind;
use crate::reader::flow::{Budget, Flow};

/// Something open that takes content.
#[derive(Debug)]
pub(super) enum Place {
    Story(Story),
    Table(OpenTable),
}

/// A sequence of paragraphs and tables.
#[derive(Debug, Default)]
pub(super) struct Story {
    flow: Flow,
    paragraph: Option<String>,
    /// What stands in text boxes that are anchored in the open paragraph.
    boxes: Flow,
    holds_table: bool,
    pub(super) cell: CellFormat,
}

/// What the properties of a cell say.
#[derive(Debug)]
pub(super) struct CellFormat {
    pub(super) column_span: u32,
    /// What `vMerge` makes of it.
    pub(super) kind: CellKind,
    pub(super) continues_left: bool,
}

impl Default for CellFormat {
    fn default() -> Self {
        Self {
            column_span: 1,
            kind: CellKind::Plain,
            continues_left: false,
        }
    }
}

impl Story {
    pub(super) fn open_paragraph(&mut self) {
        self.paragraph = Some(String::new());
    }

    pub(super) fn has_open_paragraph(&self) -> bool {
        self.paragraph.is_some()
    }

    /// The text of the open paragraph; text outside of any opens one.
    pub(super) fn text(&mut self) -> &mut String {
        self.paragraph.get_or_insert_default()
    }

    pub(super) fn close_paragraph(&mut self, budget: &mut Budget) -> Result<(), ReadErrorKind> {
        if let Some(text) = self.paragraph.take() {
            budget.spend()?;
            self.flow.push_line(text, false)?;
        }
        self.flow.append(std::mem::take(&mut self.boxes));
        Ok(())
    }

    pub(super) fn push_box(&mut self, contents: Flow) {
        self.boxes.append(contents);
    }

    pub(super) fn push_table(&mut self, settled: Flow) {
        self.holds_table = true;
        self.flow.append(settled);
    }

    pub(super) fn finish(mut self, budget: &mut Budget) -> Result<Flow, ReadErrorKind> {
        self.close_paragraph(budget)?;
        Ok(self.flow)
    }
}

/// A table whose end has not come yet.
#[derive(Debug, Default)]
pub(super) struct OpenTable {
    draft: TableDraft,
    row: Option<RowDraft>,
}

impl OpenTable {
    pub(super) fn has_open_row(&self) -> bool {
        self.row.is_some()
    }

    /// The open row; opens one if there is none.
    pub(super) fn row(&mut self) -> &mut RowDraft {
        self.row.get_or_insert_default()
    }

    pub(super) fn close_row(&mut self) {
        if let Some(row) = self.row.take() {
            self.draft.push_row(row);
        }
    }

    pub(super) fn push_cell(
        &mut self,
        story: Story,
        budget: &mut Budget,
    ) -> Result<(), ReadErrorKind> {
        budget.spend()?;
        let CellFormat {
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
            row_span: 1,
            column_span,
            kind,
            holds_table,
        });
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<Flow, ReadErrorKind> {
        self.close_row();
        self.draft.settle()
    }
}
