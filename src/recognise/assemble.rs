//! From located figures to typed cells, glued rows cut apart on the way.

use super::cut;
use crate::edition::{BlockForm, Edition, TableForm};
use crate::form::{CellId, Line, Table};
use crate::number::{State, Value};
use crate::report::{Cell, Origin, Report};
use crate::rule::{self, Comparison, Equation};

/// The figures of one line as they were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LineFigures {
    /// One text per column; `None` where nothing stands.
    Cells(Vec<Option<(String, Origin)>>),
    /// All figures in one run of digits.
    Glued(String, Origin),
    /// Something that cannot be told apart.
    Unclear(String, Origin),
}

impl LineFigures {
    /// The texts as written.
    pub(super) fn texts(&self) -> Vec<&str> {
        match self {
            Self::Cells(cells) => cells
                .iter()
                .map(|cell| cell.as_ref().map_or("", |(text, _)| text.trim()))
                .collect(),
            Self::Glued(text, _) | Self::Unclear(text, _) => vec![text.trim()],
        }
    }
}

/// A table as located: its edition and the figures of the lines found, in the order of the form.
#[derive(Clone, Debug)]
pub(super) struct Located {
    pub(super) edition: &'static Edition,
    pub(super) form: &'static TableForm,
    pub(super) lines: Vec<(Line, LineFigures)>,
    pub(super) copies: u32,
}

impl Located {
    /// How many lines have figures that can be used.
    pub(super) fn readable(&self) -> usize {
        self.lines
            .iter()
            .filter(|(_, figures)| !matches!(figures, LineFigures::Unclear(..)))
            .count()
    }

    /// Whether figures of a line run together.
    pub(super) fn is_glued(&self) -> bool {
        self.lines
            .iter()
            .any(|(_, figures)| matches!(figures, LineFigures::Glued(..)))
    }
}

/// Puts a located table into the report.
pub(super) fn assemble(located: &Located, report: &mut Report) {
    let table = located.form.table;
    let mut glued: Vec<GluedRow<'_>> = Vec::new();
    for (block, line) in located.form.lines() {
        let found = located
            .lines
            .iter()
            .find(|(found, _)| *found == line.line)
            .map(|(_, figures)| figures);
        match found {
            None => {
                report.table_mut(table).missing.insert(line.line);
            }
            Some(LineFigures::Cells(texts)) => {
                for (index, column) in block.columns.iter().enumerate() {
                    let id = CellId::new(table, line.line, column.column);
                    let cell = match texts.get(index).cloned().flatten() {
                        Some((raw, origin)) => Cell::read(raw, column.kind, Some(origin)),
                        None => Cell::read("", column.kind, None),
                    };
                    report.cells.insert(id, cell);
                }
            }
            Some(LineFigures::Glued(text, origin)) => {
                glued.push(GluedRow {
                    line: line.line,
                    block,
                    text,
                    origin: *origin,
                });
            }
            Some(LineFigures::Unclear(text, origin)) => {
                unreadable(table, line.line, block, text, *origin, report)
            }
        }
    }
    let reading = report.table_mut(table);
    reading.edition = Some(located.edition);
    reading.copies = located.copies;
    if super::WITHOUT_GRID {
        cut_apart(located.form, glued, report);
    }
}

/// Cuts the glued lines of a table, or gives them up.
fn cut_apart(form: &TableForm, glued: Vec<GluedRow<'_>>, report: &mut Report) {
    let table = form.table;
    match table {
        Table::Disclosure => {
            for row in glued {
                match cut::forced(row.text, row.block.columns.len()) {
                    Some(figures) => row.put(table, &figures, report),
                    None => row.give_up(table, report),
                }
            }
        }
        Table::Requests => requests(form, glued, report),
        Table::Disputes => disputes(form, &glued, report),
    }
}

/// One line whose figures stand in one run of digits.
#[derive(Clone, Copy)]
struct GluedRow<'a> {
    line: Line,
    block: &'static BlockForm,
    text: &'a str,
    origin: Origin,
}

impl GluedRow<'_> {
    /// Fills the line with figures cut out of the run.
    fn put(&self, table: Table, figures: &[i64], report: &mut Report) {
        for (column, figure) in self.block.columns.iter().zip(figures) {
            let id = CellId::new(table, self.line, column.column);
            report.cells.insert(
                id,
                Cell::reconstructed(self.text.trim(), *figure, Some(self.origin)),
            );
        }
    }

    fn give_up(&self, table: Table, report: &mut Report) {
        unreadable(table, self.line, self.block, self.text, self.origin, report);
    }
}

/// A glued row that can be cut in more than one way.
struct OpenRow<'a> {
    row: GluedRow<'a>,
    cuts: Vec<Vec<i64>>,
}

fn unreadable(
    table: Table,
    line: Line,
    block: &BlockForm,
    raw: &str,
    origin: Origin,
    report: &mut Report,
) {
    report.table_mut(table).unreadable.insert(line);
    for column in block.columns {
        let cell = Cell {
            raw: raw.trim().to_owned(),
            value: None,
            state: State::Text,
            unit: None,
            oddity: None,
            origin: Some(origin),
        };
        report
            .cells
            .insert(CellId::new(table, line, column.column), cell);
    }
}

/// The equations of all rules over a form. Only equalities can say how digits are to be cut.
fn equations(form: &TableForm) -> Vec<Equation> {
    let mut equations: Vec<Equation> = rule::RULES
        .iter()
        .flat_map(|rule| rule::expand(rule, form))
        .collect();
    equations.retain(|equation| equation.comparison == Comparison::Equal);
    equations
}

/// Ways to cut the rows that stay open are tried together up to this number.
const COMBINATIONS: usize = 4_096;

fn requests(form: &TableForm, glued: Vec<GluedRow<'_>>, report: &mut Report) {
    let equations = equations(form);
    let mut open: Vec<OpenRow<'_>> = Vec::new();
    for row in glued {
        let columns = row.block.columns.len();
        if let Some(figures) = cut::forced(row.text, columns) {
            row.put(Table::Requests, &figures, report);
            continue;
        }
        let cuts = cut::with_total(row.text, columns.saturating_sub(1)).unwrap_or_default();
        match cuts.as_slice() {
            [] => row.give_up(Table::Requests, report),
            [only] => {
                row.put(Table::Requests, only, report);
                mark_used(&equations, report, |equation| along(equation, row.line));
            }
            _ => open.push(OpenRow { row, cuts }),
        }
    }
    if open.is_empty() {
        return;
    }
    // The sums down the columns decide between the ways that the sum along the row leaves open.
    let concerned = |equation: &Equation| {
        equation
            .cells()
            .any(|id| open.iter().any(|open| open.row.line == id.line))
    };
    let down: Vec<&Equation> = equations
        .iter()
        .filter(|equation| concerned(equation) && !along_any(equation))
        .collect();
    let Some(choice) = decide(&down, &open, report) else {
        for OpenRow { row, .. } in open {
            row.give_up(Table::Requests, report);
        }
        return;
    };
    for (OpenRow { row, .. }, figures) in open.iter().zip(&choice) {
        row.put(Table::Requests, figures, report);
        mark_used(&equations, report, |equation| along(equation, row.line));
    }
    for equation in down {
        report
            .table_mut(Table::Requests)
            .used
            .insert(equation.cells().collect());
    }
}

/// True for a sum along one line.
fn along(equation: &Equation, line: Line) -> bool {
    equation.cells().all(|id| id.line == line)
}

fn along_any(equation: &Equation) -> bool {
    equation
        .cells()
        .next()
        .is_some_and(|first| along(equation, first.line))
}

fn mark_used(equations: &[Equation], report: &mut Report, wanted: impl Fn(&Equation) -> bool) {
    for equation in equations.iter().filter(|equation| wanted(equation)) {
        if let Some(first) = equation.cells().next() {
            report
                .table_mut(first.table)
                .used
                .insert(equation.cells().collect());
        }
    }
}

/// The only combination of cuts that satisfies all equations given; `None` if there is none or more than one.
fn decide(equations: &[&Equation], open: &[OpenRow<'_>], report: &Report) -> Option<Vec<Vec<i64>>> {
    let combinations = open
        .iter()
        .try_fold(1usize, |all, row| all.checked_mul(row.cuts.len()))?;
    if combinations > COMBINATIONS {
        return None;
    }
    let mut found = None;
    for number in 0..combinations {
        let choice = combination(open, number)?;
        let value = |id: CellId| -> Option<i64> {
            if let Some(at) = open.iter().position(|open| open.row.line == id.line) {
                let columns = open.get(at)?.row.block.columns;
                let column = columns.iter().position(|form| form.column == id.column)?;
                return choice.get(at)?.get(column).copied();
            }
            match report.cells.get(&id) {
                Some(cell) if cell.has_no_figure() => Some(0),
                Some(Cell {
                    value: Some(Value::Count(count)),
                    ..
                }) => Some(*count),
                _ => None,
            }
        };
        let sum = |ids: &[CellId]| {
            ids.iter()
                .try_fold(0i64, |sum, id| sum.checked_add(value(*id)?))
        };
        let fits = equations.iter().all(|equation| {
            let (left, right) = (sum(&equation.left), sum(&equation.right));
            left.is_some() && left == right
        });
        if fits
            && found
                .replace(choice.into_iter().cloned().collect::<Vec<_>>())
                .is_some()
        {
            return None;
        }
    }
    found
}

/// The combination of a number: one way to cut for each open row.
fn combination<'a>(open: &'a [OpenRow<'_>], number: usize) -> Option<Vec<&'a Vec<i64>>> {
    let mut rest = number;
    open.iter()
        .map(|row| {
            let count = row.cuts.len();
            let cut = row.cuts.get(rest.checked_rem(count)?);
            rest = rest.checked_div(count)?;
            cut
        })
        .collect()
}

/// The fifteen figures of section four share one run of digits, held by its first line.
fn disputes(form: &TableForm, glued: &[GluedRow<'_>], report: &mut Report) {
    let Some(first) = glued.first() else { return };
    let rows = first.block.lines.iter().map(|line| GluedRow {
        line: line.line,
        ..*first
    });
    match cut::three_groups(first.text) {
        Some(figures) => {
            for (row, group) in rows.zip(figures.chunks(first.block.columns.len())) {
                row.put(Table::Disputes, group, report);
            }
            mark_used(&equations(form), report, |_| true);
        }
        None => rows.for_each(|row| row.give_up(Table::Disputes, report)),
    }
}
