//! The table that is open, as far as it has been read.

use crate::limits;
use crate::reader::draft::{CellDraft, CellKind, RowDraft, TableDraft};
use crate::reader::error::ReadErrorKind;
use crate::reader::flow::{Budget, Flow};

use super::attribute::{Traits, Visibility};
use super::line::LineBuilder;

/// A table whose end has not come yet.
#[derive(Debug, Default)]
pub(crate) struct OpenTable {
    draft: TableDraft,
    rows: u32,
    row: Option<OpenRow>,
    /// The row group that is open, by its name.
    section: Option<Section>,
    /// The next row begins a row group.
    starts_section: bool,
    caption: Option<LineBuilder>,
    /// No tag opened it: rows came without a table, as from a clipboard.
    pub(crate) implied: bool,
}

/// A kind of row group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    Head,
    /// Also what a row without group opens.
    Body,
    Foot,
}

impl Section {
    pub(crate) fn named(name: &str) -> Self {
        match name {
            "thead" => Self::Head,
            "tfoot" => Self::Foot,
            _ => Self::Body,
        }
    }
}

#[derive(Debug, Default)]
struct OpenRow {
    draft: RowDraft,
    visibility: Visibility,
    cell: Option<OpenCell>,
}

#[derive(Debug)]
struct OpenCell {
    traits: Traits,
    line: LineBuilder,
}

impl OpenTable {
    pub(crate) fn new(hidden: bool, implied: bool) -> Self {
        let mut table = Self {
            implied,
            ..Self::default()
        };
        table.draft.hidden = hidden;
        table
    }

    /// Where text goes now; `None` between the cells.
    pub(crate) fn line(&mut self) -> Option<&mut LineBuilder> {
        match (&mut self.caption, &mut self.row) {
            (Some(caption), _) => Some(caption),
            (None, Some(row)) => row.cell.as_mut().map(|cell| &mut cell.line),
            (None, None) => None,
        }
    }

    pub(crate) fn is_between_rows(&self) -> bool {
        self.row.is_none() && self.caption.is_none()
    }

    pub(crate) fn open_caption(&mut self) {
        self.caption = Some(LineBuilder::default());
    }

    /// Ends the caption, if one is open, and hands its text over: it stands in front of the table.
    pub(crate) fn close_caption(
        &mut self,
        budget: &mut Budget,
    ) -> Result<Option<Flow>, ReadErrorKind> {
        self.caption
            .take()
            .map(|caption| caption.finish(budget))
            .transpose()
    }

    pub(crate) fn open_section(
        &mut self,
        section: Section,
        budget: &mut Budget,
    ) -> Result<(), ReadErrorKind> {
        self.close_row(budget)?;
        self.section = Some(section);
        self.starts_section = true;
        Ok(())
    }

    /// The end tag of a row group; one of a group that is not open means nothing.
    pub(crate) fn close_section(
        &mut self,
        section: Section,
        budget: &mut Budget,
    ) -> Result<(), ReadErrorKind> {
        if self.section == Some(section) {
            self.close_row(budget)?;
            self.section = None;
            self.starts_section = true;
        }
        Ok(())
    }

    pub(crate) fn open_row(
        &mut self,
        visibility: Visibility,
        budget: &mut Budget,
    ) -> Result<(), ReadErrorKind> {
        self.close_row(budget)?;
        budget.spend()?;
        self.rows = self.rows.saturating_add(1);
        if self.rows > limits::GRID_EXTENT {
            return Err(ReadErrorKind::TooLarge);
        }
        self.section.get_or_insert(Section::Body);
        self.row = Some(OpenRow {
            draft: RowDraft {
                hidden: visibility == Visibility::Gone,
                starts_section: std::mem::take(&mut self.starts_section),
                ..RowDraft::default()
            },
            visibility,
            cell: None,
        });
        Ok(())
    }

    pub(crate) fn open_cell(
        &mut self,
        traits: Traits,
        budget: &mut Budget,
    ) -> Result<(), ReadErrorKind> {
        self.close_cell(budget)?;
        if self.row.is_none() {
            self.open_row(Visibility::Shown, budget)?;
        }
        budget.spend()?;
        if let Some(row) = &mut self.row {
            row.cell = Some(OpenCell {
                traits,
                line: LineBuilder::default(),
            });
        }
        Ok(())
    }

    pub(crate) fn close_cell(&mut self, budget: &mut Budget) -> Result<(), ReadErrorKind> {
        let Some(row) = &mut self.row else {
            return Ok(());
        };
        let Some(cell) = row.cell.take() else {
            return Ok(());
        };
        let shown = match row.visibility {
            // A hidden row is dropped as a whole.
            Visibility::Shown | Visibility::Gone => cell.traits.visibility,
            Visibility::Blank => cell.traits.visibility.max(Visibility::Blank),
        };
        row.draft.cells.push(CellDraft {
            holds_table: cell.line.holds_table,
            flow: cell.line.finish(budget)?,
            row_span: cell.traits.row_span,
            column_span: cell.traits.column_span,
            kind: match shown {
                Visibility::Gone => CellKind::Gone,
                Visibility::Blank => CellKind::Blank,
                Visibility::Shown if cell.traits.is_run => CellKind::Run,
                Visibility::Shown => CellKind::Plain,
            },
        });
        Ok(())
    }

    pub(crate) fn close_row(&mut self, budget: &mut Budget) -> Result<(), ReadErrorKind> {
        self.close_cell(budget)?;
        if let Some(row) = self.row.take() {
            self.draft.push_row(row.draft);
        }
        Ok(())
    }

    pub(crate) fn finish(mut self, budget: &mut Budget) -> Result<Flow, ReadErrorKind> {
        self.close_row(budget)?;
        self.draft.settle()
    }
}
