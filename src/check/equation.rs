//! Relations between sums: each is passed, failed, or not checked for a stated reason.

use super::Tally;
use super::totals::{Totals, sides, sum};
use crate::finding::{Facts, Finding, Severity, SkipReason};
use crate::form::Table;
use crate::number::{State, Value};
use crate::report::Report;
use crate::rule::{Comparison, Equation, Rule, expand};

/// Judges all equations of a relation rule.
pub(super) fn run(rule: &Rule, table: Table, report: &Report, totals: &Totals, tally: &mut Tally) {
    let Some(form) = report.form(table) else {
        return;
    };
    for equation in expand(rule, form) {
        match judge(&equation, report, totals) {
            Verdict::Holds => tally.pass(),
            Verdict::Skipped(reason) => tally.skip(reason),
            Verdict::Broken {
                left,
                right,
                difference,
            } => {
                // What may have been read wrongly is no failure of the report before somebody has looked.
                let is_doubtful = equation.cells().any(|id| report.doubtful.contains(&id));
                if is_doubtful {
                    tally.skip(SkipReason::Doubtful);
                } else {
                    tally.fail();
                }
                // Figures cut out of glued digits may be cut wrong: then no sum is an error of the report.
                let lighter = if equation.cells().any(|id| report.is_reconstructed(id)) {
                    Severity::Warning
                } else {
                    Severity::Error
                };
                tally.report(Finding {
                    code: rule.code,
                    severity: rule.severity.max(lighter),
                    cells: sides(&equation),
                    left: Some(left),
                    right: Some(right),
                    difference: Some(difference),
                    text: None,
                    facts: match equation.comparison {
                        Comparison::Equal => Facts::Unequal,
                        Comparison::AtLeast => Facts::TooSmall,
                    },
                });
            }
        }
    }
}

/// What came of one equation.
pub(crate) enum Verdict {
    /// Both sides agree.
    Holds,
    /// They do not.
    Broken {
        /// The sum of the left side.
        left: Value,
        /// The sum of the right side.
        right: Value,
        /// Left minus right.
        difference: Value,
    },
    /// It could not be judged.
    Skipped(SkipReason),
}

pub(super) fn judge(equation: &Equation, report: &Report, totals: &Totals) -> Verdict {
    if let Some(reason) = obstacle(equation, report, totals) {
        return Verdict::Skipped(reason);
    }
    let side = |cells: &[crate::form::CellId]| {
        sum(cells
            .iter()
            .filter_map(|id| report.cells.get(id))
            .map(|cell| (cell.state, cell.value)))
    };
    let (Some(left), Some(right)) = (side(&equation.left), side(&equation.right)) else {
        return Verdict::Skipped(SkipReason::NotANumber);
    };
    let Some(difference) = left.decimal().checked_sub(right.decimal()) else {
        return Verdict::Skipped(SkipReason::NotANumber);
    };
    let holds = match equation.comparison {
        Comparison::Equal => left.decimal() == right.decimal(),
        Comparison::AtLeast => left.decimal() >= right.decimal(),
    };
    if holds {
        return Verdict::Holds;
    }
    let difference = match (left, right, difference.whole()) {
        (Value::Count(_), Value::Count(_), Some(count)) => Value::Count(count),
        _ => Value::Amount(difference),
    };
    Verdict::Broken {
        left,
        right,
        difference,
    }
}

/// Why an equation cannot be judged, if so; the first reason in the order of [`SkipReason`].
fn obstacle(equation: &Equation, report: &Report, totals: &Totals) -> Option<SkipReason> {
    let table = equation.cells().next()?.table;
    let reading = report.table(table);
    if !reading.found() {
        return Some(SkipReason::TableMissing);
    }
    let missing = |id| !report.cells.contains_key(&id) && !reading.unreadable.contains(&id.line);
    if equation.cells().any(missing) {
        return Some(SkipReason::LineMissing);
    }
    if equation
        .cells()
        .any(|id| reading.unreadable.contains(&id.line))
    {
        return Some(SkipReason::Unreadable);
    }
    let cells: Vec<_> = equation
        .cells()
        .filter_map(|id| report.cells.get(&id))
        .collect();
    if cells.iter().any(|cell| cell.state == State::Text) {
        return Some(SkipReason::NotANumber);
    }
    if equation.cells().any(|id| totals.blank.contains_key(&id)) {
        return Some(SkipReason::BlankTotal);
    }
    if equation.is_total()
        && equation
            .right
            .iter()
            .any(|id| totals.only.get(id) == Some(&equation.left))
    {
        return Some(SkipReason::OnlyTotal);
    }
    if cells.iter().all(|cell| cell.has_no_figure()) {
        return Some(SkipReason::AllBlank);
    }
    let key: Vec<_> = equation.cells().collect();
    reading
        .used
        .contains(&key)
        .then_some(SkipReason::UsedForReading)
}
