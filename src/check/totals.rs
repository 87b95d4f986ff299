//! Totals that are blank beside filled parts, and parts that are blank beside a filled total. Both are told
//! before the relations are judged, because a relation over them would blame the wrong cell.

use crate::sorted::SortedMap;

use crate::finding::Role;
use crate::form::{CellId, Column};
use crate::number::{Decimal, State, Value};
use crate::report::Report;
use crate::rule::{Equation, RULES, expand};

/// What the totals of a report look like.
#[derive(Debug, Default)]
pub(super) struct Totals {
    /// Blank totals beside filled parts, with the cells of the sum and the sum.
    pub(super) blank: SortedMap<CellId, BlankTotal>,
    /// Totals above 0 whose parts are all blank.
    pub(super) only: SortedMap<CellId, Vec<CellId>>,
    /// How many totals were looked at.
    pub(super) looked_at: u32,
}

/// A blank total.
#[derive(Debug)]
pub(super) struct BlankTotal {
    /// The cells, with their parts.
    pub(super) cells: Vec<(CellId, Role)>,
    /// The sum of its parts; `None` if one of them is no number.
    pub(super) sum: Option<Value>,
}

/// Looks at every total of the tables that were found.
pub(super) fn survey(report: &Report) -> Totals {
    let mut totals = Totals::default();
    let equations: Vec<Equation> = report
        .tables
        .iter()
        .filter_map(|reading| reading.form())
        .flat_map(|form| RULES.iter().flat_map(move |rule| expand(rule, form)))
        .filter(Equation::is_total)
        .collect();
    // Sums along a line come first: the corner cell (total of totals) takes its proposal from them.
    let (along, down): (Vec<&Equation>, Vec<&Equation>) = equations
        .iter()
        .partition(|equation| is_along_a_line(equation));
    for equation in along.into_iter().chain(down) {
        look_at(report, equation, &mut totals);
    }
    totals
}

fn is_along_a_line(equation: &Equation) -> bool {
    equation
        .left
        .first()
        .zip(equation.right.first())
        .is_some_and(|(part, total)| part.line == total.line)
}

fn look_at(report: &Report, equation: &Equation, totals: &mut Totals) {
    let Some(&total) = equation.right.first() else {
        return;
    };
    let Some(cell) = report.cells.get(&total) else {
        return;
    };
    totals.looked_at = totals.looked_at.saturating_add(1);
    let parts: Vec<_> = equation
        .left
        .iter()
        .filter_map(|id| report.cells.get(id))
        .collect();
    let filled = parts.iter().any(|part| !part.has_no_figure());
    let sum = sum(parts.iter().map(|part| (part.state, part.value)));
    let blank = match cell.state {
        State::Blank => filled,
        // A dash stands for nothing; beside parts that add up to 0 it says the same.
        State::Dash => filled && sum != Some(Value::Count(0)),
        _ => false,
    };
    if blank && !totals.blank.contains_key(&total) {
        let cells = sides(equation);
        totals.blank.insert(total, BlankTotal { cells, sum });
    }
    let above_zero = cell
        .value
        .is_some_and(|value| value.decimal() > Decimal::ZERO);
    // Only along a line: a column of blank outcomes under a filled total is an ordinary broken sum.
    if total.column == Column::Total && is_along_a_line(equation) && above_zero {
        let all_blank =
            parts.len() == equation.left.len() && parts.iter().all(|part| part.has_no_figure());
        if all_blank {
            totals.only.insert(total, equation.left.clone());
        }
    }
}

/// The cells of an equation with their sides.
pub(super) fn sides(equation: &Equation) -> Vec<(CellId, Role)> {
    let left = equation.left.iter().map(|id| (*id, Role::Left));
    left.chain(equation.right.iter().map(|id| (*id, Role::Right)))
        .collect()
}

/// The sum of figures, blanks and dashes counting as 0; a count if it is whole and no amount is among
/// them; `None` if one is no number.
pub(super) fn sum(figures: impl Iterator<Item = (State, Option<Value>)>) -> Option<Value> {
    let mut total = Decimal::ZERO;
    let mut amount = false;
    for (state, value) in figures {
        match (state, value) {
            (State::Blank | State::Dash, _) => {}
            (_, Some(value)) => {
                amount |= matches!(value, Value::Amount(_));
                total = total.checked_add(value.decimal())?;
            }
            (_, None) => return None,
        }
    }
    match total.whole() {
        Some(count) if !amount => Some(Value::Count(count)),
        _ => Some(Value::Amount(total)),
    }
}
