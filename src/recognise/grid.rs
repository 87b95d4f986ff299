//! Tables that stand as grids: the lines are rows, or, in section four, one row of fifteen figures.

use super::align::{align, fill_gaps};
use super::assemble::{LineFigures, Located};
use super::label::{ColumnPattern, TablePattern};
use super::laid::Laid;
use super::row::{Figures, Row, Window, is_blank};
use crate::edition::{Edition, TableForm};
use crate::form::{Line, Table};

/// Rows above the first line in which column headers are looked for.
const HEADER_ROWS: usize = 6;

/// Finds a table whose lines run down. Of several copies the fullest is taken, the first of equals.
pub(super) fn find_down(
    laid: &Laid<'_>,
    form: &'static TableForm,
    edition: &'static Edition,
) -> Option<Located> {
    let rows = laid.rows.as_slice();
    let labelled = laid.labelled(form);
    let (pattern, read) = (&labelled.pattern, labelled.read.as_slice());
    let first: Vec<ColumnPattern> = form
        .blocks
        .first()
        .into_iter()
        .flat_map(|block| block.columns)
        .map(ColumnPattern::new)
        .collect();
    let starts: Vec<usize> = (0..rows.len())
        .filter(|row| starts_table(rows, read, *row, form.table, &first))
        .collect();
    let mut segments: Vec<(usize, usize)> = Vec::new();
    for (index, start) in starts.iter().enumerate() {
        let end = starts
            .get(index.saturating_add(1))
            .copied()
            .unwrap_or(rows.len());
        segments.push((*start, end));
    }
    if segments.is_empty() {
        segments.push((0, rows.len()));
    }
    let found: Vec<Segment> = segments
        .into_iter()
        .map(|(start, end)| Segment::read(rows, read, pattern, start, end))
        .collect();
    let most = found
        .iter()
        .map(Segment::matched)
        .max()
        .filter(|most| *most >= least_lines(form.table))?;
    let best = found.iter().find(|segment| segment.matched() == most)?;
    let others = found.iter().filter(|segment| {
        !std::ptr::eq(*segment, best) && segment.matched().saturating_mul(2) > most
    });
    let lines = best.figures(rows, pattern);
    let texts = texts(&lines);
    // A copy that says the same (a second tab of the page) is no news.
    let other = others
        .filter(|segment| self::texts(&segment.figures(rows, pattern)) != texts)
        .count();
    Some(Located {
        edition,
        form,
        lines,
        copies: u32::try_from(other).unwrap_or(u32::MAX),
    })
}

/// The figures as written, without their places.
pub(super) fn texts(lines: &[(Line, LineFigures)]) -> Vec<(Line, Vec<&str>)> {
    lines
        .iter()
        .map(|(line, figures)| (*line, figures.texts()))
        .collect()
}

/// Lines that must be found before a grid counts as the table.
fn least_lines(table: Table) -> usize {
    match table {
        Table::Disclosure => 2,
        Table::Requests => 5,
        Table::Disputes => 3,
    }
}

fn starts_table(
    rows: &[Row<'_>],
    read: &[(Vec<(usize, u32)>, usize)],
    row: usize,
    table: Table,
    first: &[ColumnPattern],
) -> bool {
    match table {
        Table::Requests => read
            .get(row)
            .is_some_and(|(found, _)| found.iter().any(|(line, score)| *line == 0 && *score >= 70)),
        Table::Disclosure => rows.get(row).is_some_and(|row| {
            row.texts
                .iter()
                .any(|text| first.iter().any(|column| column.names(&text.core)))
        }),
        Table::Disputes => false,
    }
}

/// One stretch of rows read as the table.
struct Segment {
    start: usize,
    /// For each row from `start`: the line it is and where its figures begin.
    assigned: Vec<(Option<usize>, usize)>,
}

impl Segment {
    fn read(
        rows: &[Row<'_>],
        read: &[(Vec<(usize, u32)>, usize)],
        pattern: &TablePattern,
        start: usize,
        end: usize,
    ) -> Self {
        let part = read.get(start..end).unwrap_or_default();
        let candidates: Vec<Vec<(usize, u32)>> =
            part.iter().map(|(found, _)| found.clone()).collect();
        let mut lines = align(&candidates, pattern.lines.len());
        let is_figures = |offset: usize| {
            let row = rows.get(start.saturating_add(offset));
            let end = part.get(offset).map_or(0, |(_, end)| *end);
            let unnamed = part.get(offset).is_some_and(|(found, _)| found.is_empty());
            unnamed && row.is_some_and(|row| holds_figures(row, end, 1))
        };
        fill_gaps(&mut lines, is_figures);
        // The label of the very first line can be lost too: it is the only row of figures above the second.
        if let Some(second) = lines.iter().position(|line| *line == Some(1))
            && !lines.contains(&Some(0))
        {
            let above: Vec<usize> = (0..second).filter(|offset| is_figures(*offset)).collect();
            if let [only] = above.as_slice()
                && let Some(slot) = lines.get_mut(*only)
            {
                *slot = Some(0);
            }
        }
        let assigned = lines
            .into_iter()
            .zip(part.iter().map(|(_, end)| *end))
            .collect();
        Self { start, assigned }
    }

    fn matched(&self) -> usize {
        self.assigned
            .iter()
            .filter(|(line, _)| line.is_some())
            .count()
    }

    /// The figures of every line found.
    fn figures(&self, rows: &[Row<'_>], pattern: &TablePattern) -> Vec<(Line, LineFigures)> {
        let named: Vec<(usize, usize, usize)> = self
            .assigned
            .iter()
            .enumerate()
            .filter_map(|(offset, (line, end))| {
                Some((self.start.saturating_add(offset), (*line)?, *end))
            })
            .collect();
        let mut lines = Vec::new();
        let mut window = Window::default();
        let mut columns_of: Option<*const crate::edition::BlockForm> = None;
        for (position, (row_number, line, end)) in named.iter().enumerate() {
            let (Some(pattern_line), Some(row)) = (pattern.lines.get(*line), rows.get(*row_number))
            else {
                continue;
            };
            let block = pattern_line.block;
            let columns = block.columns.len();
            if columns_of != Some(std::ptr::from_ref(block)) {
                columns_of = Some(std::ptr::from_ref(block));
                window = Window::new(header(rows, *row_number, block));
                for (row_number, line, end) in named.iter().skip(position) {
                    let same = pattern
                        .lines
                        .get(*line)
                        .is_some_and(|other| std::ptr::eq(other.block, block));
                    if let Some(row) = rows.get(*row_number).filter(|_| same) {
                        window.learn(row, *end, columns);
                    }
                }
            }
            let own = |cell: &crate::document::GridCell| (cell.text.clone(), row.origin(cell));
            let figures = match window.figures(row, *end, columns) {
                Some(Figures::Cells(cells)) => {
                    LineFigures::Cells(cells.into_iter().map(|cell| cell.map(own)).collect())
                }
                Some(Figures::Glued(cell)) => {
                    LineFigures::Glued(cell.text.clone(), row.origin(cell))
                }
                Some(Figures::Unclear(cell)) => {
                    LineFigures::Unclear(cell.text.clone(), row.origin(cell))
                }
                None => continue,
            };
            lines.push((pattern_line.line, figures));
        }
        lines
    }
}

/// True if at least `least` cells stand behind the label, all of them figures, dashes or blank, one filled.
fn holds_figures(row: &Row<'_>, end: usize, least: usize) -> bool {
    let after = row.cells.get(end..).unwrap_or_default();
    after.len() >= least
        && row.texts.iter().skip(end).all(|text| text.is_value)
        && after.iter().any(|cell| !is_blank(cell))
}

/// The grid column of each value column by the headers above a row; `None` unless all are there in order.
fn header(rows: &[Row<'_>], row: usize, block: &crate::edition::BlockForm) -> Option<Vec<u32>> {
    let above = rows.get(row.saturating_sub(HEADER_ROWS)..row)?;
    let mut columns = Vec::new();
    for column in block.columns {
        let pattern = ColumnPattern::new(column);
        let cell = above
            .iter()
            .flat_map(|row| row.cells.iter().zip(&row.texts))
            .find(|(_, text)| pattern.names(&text.core))
            .map(|(cell, _)| cell)?;
        columns.push(cell.column);
    }
    columns.is_sorted_by(|a, b| a < b).then_some(columns)
}

/// How many of an edition's own column labels of section two stand in the grids; tells the editions apart.
pub(super) fn header_hits(rows: &[Row<'_>], form: &TableForm) -> usize {
    let labels = form.blocks.iter().flat_map(|block| block.columns);
    labels
        .filter(|column| {
            let pattern = ColumnPattern::new(column);
            rows.iter()
                .flat_map(|row| &row.texts)
                .any(|text| pattern.names(&text.core))
        })
        .count()
}
