//! From located figures to typed cells, glued rows cut apart on the way.

use std::collections::BTreeMap;

use super::cut;
use crate::edition::{BlockForm, Edition, TableForm};
use crate::form::{CellId, Line, Table};
use crate::number::{State, Value};
use crate::report::{Cell, Origin, Report};
use crate::rule::{self, Equation};

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
}

/// Puts a located table into the report.
pub(super) fn assemble(located: &Located, report: &mut Report) {
    let table = located.form.table;
    let mut glued: BTreeMap<Line, (&'static BlockForm, &str, Origin)> = BTreeMap::new();
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
                glued.insert(line.line, (block, text, *origin));
            }
            Some(LineFigures::Unclear(text, origin)) => {
                unreadable(table, line.line, block, text, *origin, report)
            }
        }
    }
    let reading = report.table_mut(table);
    reading.edition = Some(located.edition);
    reading.copies = located.copies;
    match table {
        Table::Disclosure => {
            for (line, (block, text, origin)) in glued {
                match cut::forced(text, block.columns.len()) {
                    Some(figures) => put(table, line, block, text, &figures, origin, report),
                    None => unreadable(table, line, block, text, origin, report),
                }
            }
        }
        Table::Requests => requests(located.form, glued, report),
        Table::Disputes => disputes(located.form, &glued, report),
    }
}

fn put(
    table: Table,
    line: Line,
    block: &BlockForm,
    raw: &str,
    figures: &[i64],
    origin: Origin,
    report: &mut Report,
) {
    for (column, figure) in block.columns.iter().zip(figures) {
        let id = CellId::new(table, line, column.column);
        report
            .cells
            .insert(id, Cell::reconstructed(raw.trim(), *figure, Some(origin)));
    }
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

/// The equations of all rules over a form.
fn equations(form: &TableForm) -> Vec<Equation> {
    rule::RULES
        .iter()
        .flat_map(|rule| rule::expand(rule, form))
        .collect()
}

/// Ways to cut the rows that stay open are tried together up to this number.
const COMBINATIONS: usize = 4_096;

fn requests(
    form: &TableForm,
    glued: BTreeMap<Line, (&'static BlockForm, &str, Origin)>,
    report: &mut Report,
) {
    let equations = equations(form);
    let mut open: Vec<(Line, &'static BlockForm, &str, Origin, Vec<Vec<i64>>)> = Vec::new();
    for (line, (block, text, origin)) in glued {
        if let Some(figures) = cut::forced(text, block.columns.len()) {
            put(Table::Requests, line, block, text, &figures, origin, report);
            continue;
        }
        let cuts = cut::with_total(text, block.columns.len().saturating_sub(1)).unwrap_or_default();
        match cuts.as_slice() {
            [] => unreadable(Table::Requests, line, block, text, origin, report),
            [only] => {
                put(Table::Requests, line, block, text, only, origin, report);
                mark_used(&equations, report, |equation| along(equation, line));
            }
            _ => open.push((line, block, text, origin, cuts)),
        }
    }
    if open.is_empty() {
        return;
    }
    // The sums down the columns decide between the ways that the sum along the row leaves open.
    let across: Vec<&Equation> = equations
        .iter()
        .filter(|equation| {
            equation
                .cells()
                .any(|id| open.iter().any(|(line, ..)| *line == id.line))
                && !along_any(equation)
        })
        .collect();
    match decide(&across, &open, report) {
        Some(choice) => {
            for ((line, block, text, origin, _), figures) in open.iter().zip(&choice) {
                put(
                    Table::Requests,
                    *line,
                    block,
                    text,
                    figures,
                    *origin,
                    report,
                );
                mark_used(&equations, report, |equation| along(equation, *line));
            }
            for equation in across {
                report
                    .table_mut(Table::Requests)
                    .used
                    .insert(equation.cells().collect());
            }
        }
        None => {
            for (line, block, text, origin, _) in open {
                unreadable(Table::Requests, line, block, text, origin, report);
            }
        }
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
fn decide(
    equations: &[&Equation],
    open: &[(Line, &'static BlockForm, &str, Origin, Vec<Vec<i64>>)],
    report: &Report,
) -> Option<Vec<Vec<i64>>> {
    let combinations = open
        .iter()
        .try_fold(1usize, |all, (.., cuts)| all.checked_mul(cuts.len()))?;
    if combinations > COMBINATIONS {
        return None;
    }
    let mut found = None;
    for number in 0..combinations {
        let mut rest = number;
        let mut choice: Vec<&Vec<i64>> = Vec::new();
        for (.., cuts) in open {
            choice.push(cuts.get(rest.checked_rem(cuts.len())?)?);
            rest = rest.checked_div(cuts.len())?;
        }
        let value = |id: CellId| -> Option<i64> {
            if let Some(at) = open.iter().position(|(line, ..)| *line == id.line) {
                let (_, block, ..) = open.get(at)?;
                let column = block
                    .columns
                    .iter()
                    .position(|form| form.column == id.column)?;
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

/// The fifteen figures of section four share one run of digits, held by its first line.
fn disputes(
    form: &TableForm,
    glued: &BTreeMap<Line, (&'static BlockForm, &str, Origin)>,
    report: &mut Report,
) {
    let Some((block, text, origin)) = glued.values().next() else {
        return;
    };
    let columns = block.columns.len();
    match cut::three_groups(text) {
        Some(figures) => {
            for (line, group) in block.lines.iter().zip(figures.chunks(columns)) {
                put(
                    Table::Disputes,
                    line.line,
                    block,
                    text,
                    group,
                    *origin,
                    report,
                );
            }
            mark_used(&equations(form), report, |_| true);
        }
        None => {
            for line in block.lines {
                unreadable(Table::Disputes, line.line, block, text, *origin, report);
            }
        }
    }
}
