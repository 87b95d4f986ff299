//! Shares and changes to the year before, as far as the text gives both figures.

use super::judge::as_value;
use super::{Words, base, report};
use crate::check::Tally;
use crate::claim::{Bound, Claim, Measure, Subject};
use crate::finding::{Base, SkipReason, WordsFault};
use crate::form::Line;
use crate::number::{Decimal, Value};

/// `部分公开67件，占4.61%`: the share is count by whole, rounded or cut off.
pub(super) fn shares(words: &Words<'_>, tally: &mut Tally) {
    for (place, claim) in words.claims.iter().enumerate() {
        if !claim.notes.share || claim.bound != Bound::Exact {
            continue;
        }
        let Some(count) = part_of(words, place, claim) else {
            continue;
        };
        let wholes = wholes(words, count);
        let Some(first) = wholes.first() else {
            continue;
        };
        let right = |whole: &Decimal| is_share(claim.value, claim.step, count.value, *whole);
        if wholes.iter().any(|whole| right(whole) != Some(false)) {
            tally.pass();
            continue;
        }
        tally.fail();
        let severity = tally.rule.severity;
        let fault = WordsFault::Share {
            count: as_value(count.value, count.measure),
            whole: as_value(*first, count.measure),
        };
        let expected = percent(count.value, *first, claim.step);
        let value = expected.map_or(Value::Count(0), |share| as_value(share, Measure::Percent));
        report(
            words,
            tally,
            claim,
            (severity, &Base::default(), value),
            fault,
        );
    }
}

/// The count that a share is said of: the number right in front of it.
fn part_of<'w>(words: &'w Words<'_>, place: usize, claim: &Claim) -> Option<&'w Claim> {
    let count = words.claims.get(place.checked_sub(1)?)?;
    let plain = count.sentence == claim.sentence
        && count.bound == Bound::Exact
        && matches!(count.measure, Measure::Count(_) | Measure::Bare)
        && !count.notes.last_year;
    plain.then_some(count)
}

/// What a count may be a share of.
fn wholes(words: &Words<'_>, count: &Claim) -> Vec<Decimal> {
    let mut wholes = Vec::new();
    if let Some(parent) = words
        .parent(count)
        .filter(|parent| parent.bound == Bound::Exact)
    {
        wholes.push(parent.value);
    }
    let of_requests = matches!(
        count.subject,
        Some(Subject::Outcome(_) | Subject::Applicant { .. } | Subject::Channel)
    );
    if of_requests {
        for lines in [
            &[Line::OutcomeTotal][..],
            &[Line::New],
            &[Line::New, Line::CarriedIn],
        ] {
            let total = words.value(&base::total(lines));
            wholes.extend(total.ok().map(Value::decimal));
        }
    }
    wholes.retain(|whole| *whole > Decimal::ZERO);
    wholes
}

/// Growth and fall against the year before, by last year's figure in the same sentence or in last year's report. With
/// neither it cannot be judged.
pub(super) fn growth(words: &Words<'_>, tally: &mut Tally) {
    for (place, claim) in words.claims.iter().enumerate() {
        if claim.notes.growth == 0 || claim.bound != Bound::Exact {
            continue;
        }
        let sentence = || {
            let before = words.claims.get(..place).unwrap_or(&[]).iter().rev();
            before.take_while(|other| other.sentence == claim.sentence)
        };
        let received = |other: &&Claim| {
            matches!(other.subject, Some(Subject::New { .. } | Subject::Handled))
                && !other.notes.in_words
        };
        let Some(now) = sentence().find(received) else {
            continue;
        };
        let said = sentence().find(|other| other.notes.last_year);
        let befores = match said {
            Some(before) => vec![before.value],
            None => words
                .last_year
                .iter()
                .map(|value| value.decimal())
                .collect(),
        };
        let Some(first) = befores.first() else {
            tally.skip(SkipReason::LastYearUnknown);
            continue;
        };
        if befores
            .iter()
            .any(|before| is_growth(claim, now, *before) != Some(false))
        {
            tally.pass();
            continue;
        }
        let expected = change(claim, now, *first).and_then(|change| match claim.measure {
            Measure::Percent => percent(change, *first, claim.step),
            _ => Some(change),
        });
        tally.fail();
        let severity = tally.rule.severity;
        let fault = WordsFault::Growth {
            now: as_value(now.value, now.measure),
            before: as_value(*first, now.measure),
        };
        let value = expected.map_or(Value::Count(0), |share| as_value(share, claim.measure));
        report(
            words,
            tally,
            claim,
            (severity, &Base::default(), value),
            fault,
        );
    }
}

/// By how much a figure is above that of the year before, or below it where the text says that it fell.
fn change(claim: &Claim, now: &Claim, before: Decimal) -> Option<Decimal> {
    if claim.notes.growth < 0 {
        before.checked_sub(now.value)
    } else {
        now.value.checked_sub(before)
    }
}

/// Whether a change is that of two figures; `None` if it cannot be told.
fn is_growth(claim: &Claim, now: &Claim, before: Decimal) -> Option<bool> {
    let change = change(claim, now, before)?;
    if claim.measure == Measure::Percent {
        is_share(claim.value, claim.step, change, before)
    } else {
        Some(change == claim.value)
    }
}

/// Whether a share in hundredths is that of two figures: half a unit of its last digit off, or cut off. `None` if it
/// cannot be told.
fn is_share(share: Decimal, step: Decimal, count: Decimal, whole: Decimal) -> Option<bool> {
    // share × whole against 100 × count, in units of the last digit.
    let (share, scale) = scaled(share, step)?;
    let (count, whole) = (i128::from(count.whole()?), i128::from(whole.whole()?));
    if whole == 0 {
        return None;
    }
    let exact = count.checked_mul(100)?.checked_mul(scale)?;
    let off = exact.checked_sub(share.checked_mul(whole)?)?;
    let rounded = off.checked_mul(2)?.checked_abs()? <= whole.checked_abs()?;
    let cut_off = off >= 0 && off < whole;
    Some(rounded || cut_off)
}

/// The share of two figures in hundredths, with as many digits as a step has.
fn percent(count: Decimal, whole: Decimal, step: Decimal) -> Option<Decimal> {
    let (_, scale) = scaled(step, step)?;
    let (count, whole) = (i128::from(count.whole()?), i128::from(whole.whole()?));
    let doubled = count
        .checked_mul(200)?
        .checked_mul(scale)?
        .checked_add(whole)?;
    let digits = doubled.checked_div_euclid(whole.checked_mul(2)?)?;
    Decimal::new(digits, step.decimals())
}

/// A decimal as a whole number of steps, and how many steps are one.
fn scaled(value: Decimal, step: Decimal) -> Option<(i128, i128)> {
    let decimals = step.decimals();
    let shifted = value.shifted(i32::try_from(decimals).ok()?)?.whole()?;
    Some((i128::from(shifted), 10_i128.checked_pow(decimals)?))
}
