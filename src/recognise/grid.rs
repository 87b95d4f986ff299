//! Tables that stand as grids: the lines are rows, or, in section four, one row of fifteen figures.

use super::align::{align, fill_gaps};
use super::assemble::{LineFigures, Located};
use super::label::{TablePattern, names_column, squash};
use super::row::{Figures, Row, Window, is_blank};
use crate::edition::{Edition, TableForm};
use crate::form::{Line, Table};
use crate::number;

/// Rows above the first line in which column headers are looked for.
const HEADER_ROWS: usize = 6;

/// Finds a table whose lines run down. Of several copies the fullest is taken, the first of equals.
pub(super) fn find_down(
    rows: &[Row<'_>],
    form: &'static TableForm,
    edition: &'static Edition,
) -> Option<Located> {
    let pattern = TablePattern::new(form);
    let read: Vec<(Vec<(usize, u32)>, usize)> =
        rows.iter().map(|row| row.candidates(&pattern)).collect();
    let starts: Vec<usize> = (0..rows.len())
        .filter(|row| starts_table(rows, &read, *row, form))
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
    let mut best: Option<Segment> = None;
    let mut sizes: Vec<usize> = Vec::new();
    for (start, end) in segments {
        let segment = Segment::read(rows, &read, &pattern, start, end);
        sizes.push(segment.matched());
        if best
            .as_ref()
            .is_none_or(|best| segment.matched() > best.matched())
        {
            best = Some(segment);
        }
    }
    let best = best.filter(|best| best.matched() >= least_lines(form.table))?;
    let large = sizes
        .iter()
        .filter(|size| size.saturating_mul(2) > best.matched())
        .count();
    let lines = best.figures(rows, &pattern);
    let copies = u32::try_from(large.saturating_sub(1)).unwrap_or(u32::MAX);
    Some(Located {
        edition,
        form,
        lines,
        copies,
    })
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
    form: &TableForm,
) -> bool {
    match form.table {
        Table::Requests => read
            .get(row)
            .is_some_and(|(found, _)| found.iter().any(|(line, score)| *line == 0 && *score >= 70)),
        Table::Disclosure => rows.get(row).is_some_and(|row| {
            let first = form.blocks.first().map_or(&[][..], |block| block.columns);
            row.cells.iter().any(|cell| {
                let text = squash(&cell.text);
                first.iter().any(|column| names_column(&text, column))
            })
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
        && after
            .iter()
            .all(|cell| number::looks_like_value(&cell.text))
        && after.iter().any(|cell| !is_blank(cell))
}

/// The grid column of each value column by the headers above a row; `None` unless all are there in order.
fn header(rows: &[Row<'_>], row: usize, block: &crate::edition::BlockForm) -> Option<Vec<u32>> {
    let above = rows.get(row.saturating_sub(HEADER_ROWS)..row)?;
    let mut columns = Vec::new();
    for column in block.columns {
        let cell = above
            .iter()
            .flat_map(|row| row.cells)
            .find(|cell| names_column(&squash(&cell.text), column))?;
        columns.push(cell.column);
    }
    columns.is_sorted_by(|a, b| a < b).then_some(columns)
}

/// How many of an edition's own column labels of section two stand in the grids; tells the editions apart.
pub(super) fn header_hits(rows: &[Row<'_>], form: &TableForm) -> usize {
    let labels = form.blocks.iter().flat_map(|block| block.columns);
    labels
        .filter(|column| {
            rows.iter()
                .flat_map(|row| row.cells)
                .any(|cell| names_column(&squash(&cell.text), column))
        })
        .count()
}

/// Rows below the headers of section four in which the fifteen figures are looked for.
const FIGURE_ROWS: usize = 6;

/// Finds section four: headers with 行政复议 and results, then one row of fifteen figures.
pub(super) fn find_across(
    rows: &[Row<'_>],
    form: &'static TableForm,
    edition: &'static Edition,
) -> Option<Located> {
    let block = form.blocks.first()?;
    let wanted = block.lines.len().saturating_mul(block.columns.len());
    let mut found: Vec<Vec<(Line, LineFigures)>> = Vec::new();
    let mut row_number = 0usize;
    while let Some(row) = rows.get(row_number) {
        row_number = row_number.saturating_add(1);
        if !is_dispute_header(row) {
            continue;
        }
        let below = rows.iter().enumerate().skip(row_number).take(FIGURE_ROWS);
        for (number, row) in below {
            let Some(figures) = fifteen(row, wanted) else {
                continue;
            };
            found.push(
                block
                    .lines
                    .iter()
                    .map(|line| line.line)
                    .zip(figures)
                    .collect(),
            );
            row_number = number.saturating_add(1);
            break;
        }
    }
    let copies = u32::try_from(found.len().saturating_sub(1)).unwrap_or(u32::MAX);
    if let Some(lines) = found.into_iter().next() {
        return Some(Located {
            edition,
            form,
            lines,
            copies,
        });
    }
    find_down(rows, form, edition)
}

fn is_dispute_header(row: &Row<'_>) -> bool {
    let names = |wanted: &[&str]| {
        row.cells.iter().any(|cell| {
            let text = squash(&cell.text);
            wanted.contains(&text.as_str())
        })
    };
    names(&["行政复议", "行政法复议"]) && names(&["行政诉讼", "结果维持", "维持"])
}

/// The figures of the three groups, if the row holds nothing but figures.
fn fifteen(row: &Row<'_>, wanted: usize) -> Option<[LineFigures; 3]> {
    let label = row
        .cells
        .iter()
        .take_while(|cell| !number::looks_like_value(&cell.text))
        .count();
    let cells = row.cells.get(label..)?;
    let first = cells.first()?;
    if !cells
        .iter()
        .all(|cell| number::looks_like_value(&cell.text))
    {
        return None;
    }
    let digits = first.text.chars().filter(char::is_ascii_digit).count();
    let filled: Vec<_> = cells.iter().filter(|cell| !is_blank(cell)).collect();
    if let ([only], true) = (filled.as_slice(), digits >= wanted) {
        let origin = row.origin(only);
        let glued = || LineFigures::Glued(only.text.clone(), origin);
        return Some([glued(), glued(), glued()]);
    }
    let cells = if cells.len() <= wanted {
        cells
    } else {
        // Spare cells at either end; the figures are the filled stretch, or the leftmost slots.
        let begin = cells.iter().position(|cell| !is_blank(cell)).unwrap_or(0);
        let last = cells.iter().rposition(|cell| !is_blank(cell)).unwrap_or(0);
        let begin = if last.saturating_sub(begin) < wanted {
            begin.min(cells.len().saturating_sub(wanted))
        } else {
            return None;
        };
        let begin = if last < wanted { 0 } else { begin };
        cells.get(begin..begin.saturating_add(wanted))?
    };
    if cells.len() != wanted {
        return None;
    }
    let mut groups = cells.chunks(wanted.checked_div(3)?).map(|group| {
        LineFigures::Cells(
            group
                .iter()
                .map(|cell| Some((cell.text.clone(), row.origin(cell))))
                .collect(),
        )
    });
    Some([groups.next()?, groups.next()?, groups.next()?])
}
