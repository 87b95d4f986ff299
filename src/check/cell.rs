//! Single cells: the form of a figure, blanks, totals without figure.

use super::Tally;
use super::totals::Totals;
use crate::finding::{Facts, Finding, FormatFault, Role, Severity, SkipReason};
use crate::form::{CellId, Column, Line, Table};
use crate::number::{Decimal, Kind, Oddity, State, Unit, Value};
use crate::report::{Cell, Report};
use crate::rule::CellCheck;

/// Runs one check over the cells of a report.
pub(super) fn run(check: CellCheck, report: &Report, totals: &Totals, tally: &mut Tally) {
    match check {
        CellCheck::CountFormat => each_cell(
            report,
            tally,
            |kind| matches!(kind, Kind::Count | Kind::Change),
            count,
        ),
        CellCheck::AmountFormat => {
            each_cell(
                report,
                tally,
                |kind| matches!(kind, Kind::Amount | Kind::FreeAmount),
                amount,
            );
        }
        CellCheck::Blank => blank(report, totals, tally),
        CellCheck::BlankTotal => blank_total(totals, tally),
        CellCheck::OnlyTotal => only_total(totals, tally),
        CellCheck::ZeroTogether => zero_together(report, tally),
    }
}

/// A fault and its weight.
type Judged = Option<(FormatFault, Severity)>;

fn each_cell(
    report: &Report,
    tally: &mut Tally,
    wanted: impl Fn(Kind) -> bool,
    judge: impl Fn(CellId, Kind, &Cell) -> Judged,
) {
    for form in report.tables.iter().filter_map(|reading| reading.form()) {
        let unreadable = &report.table(form.table).unreadable;
        for (id, kind) in form.cells().filter(|(_, kind)| wanted(*kind)) {
            if unreadable.contains(&id.line) {
                tally.skip(SkipReason::Unreadable);
                continue;
            }
            let Some(cell) = report.cells.get(&id) else {
                tally.skip(SkipReason::LineMissing);
                continue;
            };
            match judge(id, kind, cell) {
                None => tally.pass(),
                Some((fault, severity)) => {
                    tally.fail();
                    tally.report(finding(
                        tally.rule.code,
                        severity,
                        vec![(id, Role::Subject)],
                        Facts::Format(fault),
                    ));
                }
            }
        }
    }
}

fn finding(
    code: &'static str,
    severity: Severity,
    cells: Vec<(CellId, Role)>,
    facts: Facts,
) -> Finding {
    Finding {
        code,
        severity,
        cells,
        left: None,
        right: None,
        difference: None,
        text: None,
        facts,
    }
}

fn count(id: CellId, kind: Kind, cell: &Cell) -> Judged {
    // Section two is not summed: there a figure that is no whole number is very likely wrong, no more.
    let heavy = if id.table == Table::Disclosure {
        Severity::Warning
    } else {
        Severity::Error
    };
    if let Some(Oddity::TooLong) = cell.oddity {
        return Some((FormatFault::TooLong, heavy));
    }
    match (cell.state, cell.value) {
        (State::Blank | State::Dash, _) => None,
        (_, Some(value)) if value.decimal().is_negative() && kind == Kind::Count => {
            Some((FormatFault::Negative, Severity::Error))
        }
        (State::Amount, _) => Some((FormatFault::Fraction, heavy)),
        (State::Text, _) => Some((FormatFault::NotANumber, heavy)),
        _ => match cell.oddity {
            Some(Oddity::BlankInside) => Some((FormatFault::BlankInside, Severity::Notice)),
            Some(Oddity::Multiplied) => Some((FormatFault::Multiplied, Severity::Notice)),
            Some(Oddity::IdleDecimals) => Some((FormatFault::IdleDecimals, Severity::Notice)),
            _ => None,
        },
    }
}

fn amount(_: CellId, kind: Kind, cell: &Cell) -> Judged {
    let zero = cell
        .value
        .is_some_and(|value| value.decimal() == Decimal::ZERO);
    match (cell.state, cell.value) {
        (State::Blank | State::Dash, _) => None,
        (_, Some(value)) if value.decimal().is_negative() => {
            Some((FormatFault::Negative, Severity::Error))
        }
        (State::Text, _) => Some((FormatFault::NotANumber, Severity::Warning)),
        _ if zero => None,
        _ => match (kind, cell.unit, cell.oddity) {
            (Kind::Amount, Some(Unit::Yuan | Unit::HundredMillion), _) => {
                Some((FormatFault::OtherUnit, Severity::Notice))
            }
            (Kind::FreeAmount, None, _) => Some((FormatFault::NoUnit, Severity::Notice)),
            (_, _, Some(Oddity::BlankInside)) => Some((FormatFault::BlankInside, Severity::Notice)),
            (_, _, Some(Oddity::Multiplied)) => Some((FormatFault::Multiplied, Severity::Notice)),
            _ => None,
        },
    }
}

/// One finding per table and kind of sign, not one per cell: a column left blank is one cause.
fn blank(report: &Report, totals: &Totals, tally: &mut Tally) {
    for reading in report.tables.iter().filter(|reading| reading.found()) {
        let table = reading.table;
        let cells: Vec<(CellId, State)> = report
            .cells
            .iter()
            .filter(|(id, _)| id.table == table && !reading.unreadable.contains(&id.line))
            .map(|(id, cell)| (*id, cell.state))
            .collect();
        let empty = |state: State| matches!(state, State::Blank | State::Dash);
        let whole = !cells.is_empty() && cells.iter().all(|(_, state)| empty(*state));
        for wanted in [State::Blank, State::Dash] {
            let found: Vec<(CellId, Role)> = cells
                .iter()
                .filter(|(id, state)| *state == wanted && !totals.blank.contains_key(id))
                .map(|(id, _)| (*id, Role::Subject))
                .collect();
            if found.is_empty() {
                continue;
            }
            // In section two a dash for "does not apply" is what most bodies write.
            let severity = if table == Table::Disclosure {
                Severity::Notice
            } else {
                tally.rule.severity
            };
            let dash = wanted == State::Dash;
            for _ in &found {
                tally.fail();
            }
            tally.report(finding(
                tally.rule.code,
                severity,
                found,
                Facts::NoFigure { table, whole, dash },
            ));
        }
        for _ in cells.iter().filter(|(_, state)| !empty(*state)) {
            tally.pass();
        }
    }
}

fn blank_total(totals: &Totals, tally: &mut Tally) {
    for _ in totals.blank.len()..usize::try_from(totals.looked_at).unwrap_or(0) {
        tally.pass();
    }
    for total in totals.blank.values() {
        match total.sum {
            Some(sum) => {
                tally.fail();
                tally.report(Finding {
                    left: Some(sum),
                    ..finding(
                        tally.rule.code,
                        tally.rule.severity,
                        total.cells.clone(),
                        Facts::BlankTotal { sum },
                    )
                });
            }
            None => tally.skip(SkipReason::NotANumber),
        }
    }
}

/// One finding per table: a table filled by totals alone is one cause.
fn only_total(totals: &Totals, tally: &mut Tally) {
    for table in Table::ALL {
        let mut cells: Vec<(CellId, Role)> = Vec::new();
        for (total, parts) in totals.only.iter().filter(|(total, _)| total.table == table) {
            cells.extend(parts.iter().map(|part| (*part, Role::Left)));
            cells.push((*total, Role::Right));
            tally.fail();
        }
        if !cells.is_empty() {
            tally.report(finding(
                tally.rule.code,
                tally.rule.severity,
                cells,
                Facts::OnlyTotal,
            ));
        }
    }
    for _ in totals.only.len()..usize::try_from(totals.looked_at).unwrap_or(0) {
        tally.pass();
    }
}

fn zero_together(report: &Report, tally: &mut Tally) {
    let pair = [Column::Projects, Column::Amount]
        .map(|column| CellId::new(Table::Disclosure, Line::Procurement, column));
    let cells = pair.map(|id| report.cells.get(&id));
    let [Some(projects), Some(amount)] = cells else {
        return;
    };
    let (Some(Value::Count(count)), Some(sum)) = (projects.value, amount.value) else {
        tally.skip(if projects.has_no_figure() || amount.has_no_figure() {
            SkipReason::AllBlank
        } else {
            SkipReason::NotANumber
        });
        return;
    };
    if (count == 0) == (sum.decimal() == Decimal::ZERO) {
        tally.pass();
        return;
    }
    tally.fail();
    let cells = pair.iter().map(|id| (*id, Role::Subject)).collect();
    tally.report(finding(
        tally.rule.code,
        tally.rule.severity,
        cells,
        Facts::ZeroBeside,
    ));
}
