//! Rows of grids: which cells are label, which line the label names, and which cells are the figures.

use crate::sorted::SortedMap;

use super::label::{TablePattern, core, squash};
use crate::document::{Block, Document, GridCell};
use crate::number;
use crate::report::Origin;
use crate::strings;

/// One row of a grid, in document order.
#[derive(Clone, Debug)]
pub(super) struct Row<'a> {
    pub(super) block: u32,
    pub(super) cells: &'a [GridCell],
    /// What is said of each cell, made once for all tables and editions.
    pub(super) texts: Vec<CellText>,
}

/// The text of a cell, made ready to be compared with labels.
#[derive(Clone, Debug)]
pub(super) struct CellText {
    /// Without white space and width.
    pub(super) squashed: String,
    /// Without number and punctuation as well.
    pub(super) core: String,
    /// True if it can stand in a value cell: a figure, a dash, nothing.
    pub(super) is_value: bool,
}

impl CellText {
    fn new(cell: &GridCell) -> Self {
        // Most cells.
        if number::plain_count(&cell.text).is_some() {
            return Self {
                squashed: cell.text.clone(),
                core: cell.text.clone(),
                is_value: true,
            };
        }
        // What is left of a label or a figure that was cut off still tells which of both it is.
        let text = strings::replace(&cell.text, "\u{fffd}", "");
        let squashed = squash(&text);
        Self {
            core: core(&squashed),
            is_value: number::looks_like_value(&text),
            squashed,
        }
    }
}

/// All rows of all grids of a document.
pub(super) fn rows(document: &Document) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let Block::Grid(grid) = block else { continue };
        let block = u32::try_from(index).unwrap_or(u32::MAX);
        rows.extend((0..grid.rows()).map(|row| {
            let cells = grid.row(row);
            Row {
                block,
                cells,
                texts: cells.iter().map(CellText::new).collect(),
            }
        }));
    }
    rows
}

impl Row<'_> {
    /// The place of a cell of this row.
    pub(super) fn origin(&self, cell: &GridCell) -> Origin {
        Origin {
            block: self.block,
            slot: Some((cell.row, cell.column)),
            page: cell.page,
        }
    }

    /// The lines that the row's label may name, and the index behind the label's last cell.
    pub(super) fn candidates(&self, pattern: &TablePattern) -> (Vec<(usize, u32)>, usize) {
        let labels: Vec<usize> = self
            .texts
            .iter()
            .enumerate()
            .filter(|(_, text)| !text.is_value)
            .map(|(index, _)| index)
            .collect();
        for (position, &end) in labels.iter().enumerate().rev() {
            let own = self.text(end);
            let mut found = pattern.candidates(own);
            // A label may be torn over two cells that stand side by side.
            if found.is_empty()
                && let Some(before) = position
                    .checked_sub(1)
                    .and_then(|before| labels.get(before))
            {
                found = pattern.candidates(&format!("{}{own}", self.text(*before)));
            }
            let behind = end.saturating_add(1);
            if !found.is_empty() && behind < self.cells.len() {
                return (found, behind);
            }
        }
        (
            Vec::new(),
            labels.last().map_or(0, |last| last.saturating_add(1)),
        )
    }

    fn text(&self, index: usize) -> &str {
        self.texts
            .get(index)
            .map_or("", |text| text.squashed.as_str())
    }
}

/// The figures of a row, found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Figures<'a> {
    /// One cell per column; `None` where the row has no cell.
    Cells(Vec<Option<&'a GridCell>>),
    /// All figures in one run of digits.
    Glued(&'a GridCell),
    /// Fewer cells than columns, and nothing says which is which.
    Unclear(&'a GridCell),
}

/// Where the figures of a table begin, learned from its headers and from the rows that leave no doubt.
#[derive(Debug, Default)]
pub(super) struct Window {
    /// The grid column of each value column, from the header, if all were found in order.
    header: Option<Vec<u32>>,
    /// For rows of one shape (label end, cells behind it): how often the figures began at which offset.
    votes: SortedMap<(usize, usize), SortedMap<usize, u32>>,
    /// How often the figures began at which grid column.
    columns: SortedMap<u32, u32>,
}

impl Window {
    /// A window that knows the header columns, if they were found.
    pub(super) fn new(header: Option<Vec<u32>>) -> Self {
        Self {
            header,
            ..Self::default()
        }
    }

    /// Learns from a row whose figures cannot be anywhere else.
    pub(super) fn learn(&mut self, row: &Row<'_>, end: usize, columns: usize) {
        let after = row.cells.get(end..).unwrap_or_default();
        let Some((first, last)) = extent(after) else {
            return;
        };
        let sure =
            after.len() == columns || last.saturating_sub(first).saturating_add(1) == columns;
        if !sure {
            return;
        }
        let offset = if after.len() == columns { 0 } else { first };
        self.votes.update((end, after.len()), |votes| {
            votes.update(offset, |count| *count = count.saturating_add(1));
        });
        if let Some(cell) = after.get(offset) {
            self.columns
                .update(cell.column, |count| *count = count.saturating_add(1));
        }
    }

    /// The figures of a row behind its label; `None` if no cell stands there.
    pub(super) fn figures<'a>(
        &self,
        row: &Row<'a>,
        end: usize,
        columns: usize,
    ) -> Option<Figures<'a>> {
        let after = row.cells.get(end..).unwrap_or_default();
        let first_cell = after.first()?;
        if after.len() < columns {
            return Some(self.too_few(after, first_cell, columns));
        }
        let offset = match extent(after) {
            _ if after.len() == columns => 0,
            Some((first, last)) if last.saturating_sub(first).saturating_add(1) > columns => {
                // More figures than columns: a further column was added by hand. Only the header can tell.
                return Some(match self.by_header(after) {
                    Some(cells) => Figures::Cells(cells),
                    None => Figures::Unclear(after.get(first).unwrap_or(first_cell)),
                });
            }
            extent => self.offset(after, end, columns, extent),
        };
        let cells = after
            .get(offset..offset.saturating_add(columns))
            .unwrap_or_default();
        Some(Figures::Cells(cells.iter().map(Some).collect()))
    }

    fn offset(
        &self,
        after: &[GridCell],
        end: usize,
        columns: usize,
        extent: Option<(usize, usize)>,
    ) -> usize {
        let slack = after.len().saturating_sub(columns);
        let fits = |offset: usize| {
            offset <= slack
                && extent.is_none_or(|(first, last)| {
                    offset <= first && last < offset.saturating_add(columns)
                })
        };
        let at_column = |column: u32| after.iter().position(|cell| cell.column == column);
        let by_header = self
            .header
            .as_ref()
            .and_then(|header| at_column(*header.first()?));
        let by_peers = self
            .votes
            .get(&(end, after.len()))
            .and_then(|votes| {
                votes
                    .iter()
                    .max_by_key(|(offset, count)| (**count, std::cmp::Reverse(**offset)))
            })
            .map(|(offset, _)| *offset);
        let by_column = self
            .columns
            .iter()
            .max_by_key(|(column, count)| (**count, std::cmp::Reverse(**column)))
            .and_then(|(column, _)| at_column(*column));
        [by_peers, by_header, by_column]
            .into_iter()
            .flatten()
            .find(|offset| fits(*offset))
            .or_else(|| (0..=slack).find(|offset| fits(*offset)))
            .unwrap_or(0)
    }

    /// Rows shorter than the form: glued, or cut short, or with merged value cells.
    fn too_few<'a>(
        &self,
        after: &'a [GridCell],
        first: &'a GridCell,
        columns: usize,
    ) -> Figures<'a> {
        if let Some(only) = glued(after, columns) {
            return Figures::Glued(only);
        }
        let filled = after.iter().find(|cell| !is_blank(cell));
        match self.by_header(after) {
            Some(cells) => Figures::Cells(cells),
            None if filled.is_none() => Figures::Cells(vec![None; columns]),
            None => Figures::Unclear(filled.unwrap_or(first)),
        }
    }

    /// Each value column's cell by the columns of the header, if every filled cell finds its place.
    fn by_header<'a>(&self, after: &'a [GridCell]) -> Option<Vec<Option<&'a GridCell>>> {
        let header = self.header.as_ref()?;
        let cells: Vec<Option<&GridCell>> = header
            .iter()
            .map(|column| {
                after.iter().find(|cell| {
                    cell.column <= *column && *column < cell.column.saturating_add(cell.column_span)
                })
            })
            .collect();
        // A merged value cell stands for its first column only.
        let mut seen: Option<u32> = None;
        let cells: Vec<Option<&GridCell>> = cells
            .into_iter()
            .map(|cell| {
                let cell = cell.filter(|cell| seen != Some(cell.column));
                seen = cell.map(|cell| cell.column).or(seen);
                cell
            })
            .collect();
        let placed = cells
            .iter()
            .flatten()
            .filter(|cell| !is_blank(cell))
            .count();
        (placed == after.iter().filter(|cell| !is_blank(cell)).count()).then_some(cells)
    }
}

/// True for a cell without anything visible.
pub(super) fn is_blank(cell: &GridCell) -> bool {
    let blank = |c| matches!(number::fold(c), None | Some(' '));
    cell.text.chars().all(blank)
}

/// The only filled cell, if it holds a run of at least as many digits as there are columns.
pub(super) fn glued(cells: &[GridCell], columns: usize) -> Option<&GridCell> {
    let mut filled = cells.iter().filter(|cell| !is_blank(cell));
    let only = filled.next().filter(|_| filled.next().is_none())?;
    let digits = only.text.chars().filter(char::is_ascii_digit).count();
    let plain = only
        .text
        .chars()
        .all(|c| c.is_ascii_digit() || c.is_whitespace());
    (plain && digits >= columns).then_some(only)
}

/// First and last filled cell.
fn extent(cells: &[GridCell]) -> Option<(usize, usize)> {
    let first = cells.iter().position(|cell| !is_blank(cell))?;
    let last = cells.iter().rposition(|cell| !is_blank(cell))?;
    Some((first, last))
}
