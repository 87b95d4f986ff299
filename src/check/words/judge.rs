//! A figure of the text against the cells that it may mean.

use super::base::table;
use crate::check::totals::Totals;
use crate::claim::{Bound, Claim, Measure};
use crate::finding::{Base, SkipReason};
use crate::form::{CellId, Table};
use crate::number::{Decimal, State, Value};
use crate::report::Report;

/// What came of one claim.
#[derive(Clone, Debug)]
pub(super) enum Verdict {
    /// It agrees with what it says at first.
    Holds,
    /// It agrees with something else that it may mean.
    Other {
        base: Base,
        first: Base,
        value: Value,
    },
    /// It agrees with nothing.
    Differs { base: Base, value: Value },
    /// It could not be judged.
    Skipped(SkipReason),
    /// No cell says it.
    Free,
}

/// Judges a claim by what it may mean.
pub(super) fn judge(claim: &Claim, bases: &[Base], report: &Report, totals: &Totals) -> Verdict {
    let Some(first) = bases.first() else {
        return Verdict::Free;
    };
    let reading = report.table(claim.subject.as_ref().map_or(Table::Requests, table));
    if !reading.found() {
        return Verdict::Skipped(SkipReason::TableMissing);
    }
    let own = match value(first, report, totals) {
        Ok(value) => value,
        Err(reason) => return Verdict::Skipped(reason),
    };
    if agrees(claim, own) {
        return Verdict::Holds;
    }
    for base in bases.iter().skip(1) {
        if let Ok(value) = value(base, report, totals)
            && agrees(claim, value)
        {
            return Verdict::Other {
                base: base.clone(),
                first: first.clone(),
                value,
            };
        }
    }
    // Nothing was filled in: that is told already, and it is no figure to compare with.
    let blank = |id: CellId| {
        report
            .cells
            .get(&id)
            .is_some_and(|cell| cell.state == State::Blank)
    };
    if first.cells().all(blank) {
        return Verdict::Skipped(SkipReason::AllBlank);
    }
    Verdict::Differs {
        base: first.clone(),
        value: own,
    }
}

/// The sum of cells; blanks and dashes count as 0.
pub(in crate::check) fn value(
    base: &Base,
    report: &Report,
    totals: &Totals,
) -> Result<Value, SkipReason> {
    let mut sum = Decimal::ZERO;
    for (cells, added) in [(&base.plus, true), (&base.minus, false)] {
        for id in cells {
            let reading = report.table(id.table);
            if reading.unreadable.contains(&id.line) {
                return Err(SkipReason::Unreadable);
            }
            let cell = report.cells.get(id).ok_or(SkipReason::LineMissing)?;
            if totals.blank.contains_key(id) {
                return Err(SkipReason::BlankTotal);
            }
            let figure = match (cell.value, cell.state) {
                (Some(value), _) => value.decimal(),
                (None, State::Text) => return Err(SkipReason::NotANumber),
                (None, _) => Decimal::ZERO,
            };
            let next = if added {
                sum.checked_add(figure)
            } else {
                sum.checked_sub(figure)
            };
            sum = next.ok_or(SkipReason::NotANumber)?;
        }
    }
    Ok(as_value(sum, Measure::Bare))
}

/// A decimal as a figure of the contract.
pub(in crate::check) fn as_value(value: Decimal, measure: Measure) -> Value {
    match value.whole() {
        Some(count) if !matches!(measure, Measure::Money | Measure::Percent) => Value::Count(count),
        _ => Value::Amount(value),
    }
}

/// Whether the text says a value, as far as its digits and its words bind.
pub(super) fn agrees(claim: &Claim, value: Value) -> bool {
    let (said, actual) = (claim.value, value.decimal());
    let Some(difference) = actual.checked_sub(said) else {
        return false;
    };
    let within = |width: Decimal| {
        let below = Decimal::ZERO.checked_sub(width);
        below.is_some_and(|below| difference > below) && difference < width
    };
    match claim.bound {
        Bound::Exact if difference == Decimal::ZERO => true,
        Bound::Exact if claim.measure == Measure::Money => {
            // Either side may be rounded or cut off.
            let digits = Decimal::new(1, actual.decimals()).unwrap_or(claim.step);
            within(claim.step.max(digits))
        }
        Bound::Exact => claim.step != Decimal::from(1) && within(claim.step),
        Bound::About => within(coarse(said)),
        Bound::AtLeast => difference >= Decimal::ZERO && difference < coarse(said),
        Bound::AtMost => difference <= Decimal::ZERO,
    }
}

/// One unit of the last digit that is not 0: 100 of 300, 1000 of 14000.
fn coarse(value: Decimal) -> Decimal {
    let mut power = 0_i32;
    let mut rest = value;
    while rest.decimals() == 0 && power < 12 {
        let Some(next) = rest.shifted(-1) else { break };
        if next.decimals() > 0 || next == Decimal::ZERO {
            break;
        }
        rest = next;
        power = power.saturating_add(1);
    }
    Decimal::from(1).shifted(power).unwrap_or(Decimal::from(1))
}
