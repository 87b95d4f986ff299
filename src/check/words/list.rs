//! Lists of parts that add up, or do not.

use super::judge::{Verdict, agrees, as_value};
use super::{Words, report};
use crate::check::Tally;
use crate::claim::{Bound, Claim, Measure, Subject};
use crate::finding::{Base, Severity, WordsFault};
use crate::form::{CellId, Column, Line, Table};
use crate::number::{Decimal, Value};

/// The ways in which requests came add up to those received.
pub(super) fn channels(words: &Words<'_>, tally: &mut Tally) {
    for list in lists(words, |claim| claim.subject == Some(Subject::Channel)) {
        let (Some(first), Some(sum)) = (list.first(), sum(&list)) else {
            continue;
        };
        // A part that was not understood may be another way.
        let unknown = words.sentence(first.sentence).iter().any(|claim| {
            claim.parent == first.parent
                && claim.subject.is_none()
                && claim.measure == first.measure
        });
        if list.len() < 2 || unknown {
            continue;
        }
        let stated = words.parent(first).filter(|parent| {
            matches!(parent.subject, Some(Subject::New { .. } | Subject::Handled))
        });
        let total = |lines: &[Line]| Base {
            plus: lines
                .iter()
                .map(|line| CellId::new(Table::Requests, *line, Column::Total))
                .collect(),
            minus: Vec::new(),
        };
        let bases = [total(&[Line::New]), total(&[Line::New, Line::CarriedIn])];
        let own = stated.is_some_and(|parent| agrees(parent, as_value(sum, parent.measure)));
        let in_table = bases
            .iter()
            .any(|base| words.value(base).is_ok_and(|value| value.decimal() == sum));
        if own || in_table {
            tally.pass();
            continue;
        }
        let (base, whole) = match (stated, words.value(&total(&[Line::New]))) {
            (Some(parent), _) => (Base::default(), as_value(parent.value, parent.measure)),
            (None, Ok(value)) => (total(&[Line::New]), value),
            (None, Err(reason)) => {
                tally.skip(reason);
                continue;
            }
        };
        tally.fail();
        broken(words, tally, &list, sum, (&base, whole));
    }
}

/// The results of a list add up to the number stated in front of them.
pub(super) fn outcomes(words: &Words<'_>, tally: &mut Tally) {
    for list in lists(words, |claim| {
        matches!(claim.subject, Some(Subject::Outcome(_)))
    }) {
        let (Some(first), Some(sum)) = (list.first(), sum(&list)) else {
            continue;
        };
        // Fewer are a choice of results, not a list of all.
        if list.len() < 4 {
            continue;
        }
        // What each result is was compared with the table; only what the table cannot say is left.
        let compared = list.iter().any(|claim| words.differs(claim));
        let Some(parent) = words.parent(first).filter(|parent| {
            matches!(
                parent.subject,
                Some(Subject::Answered | Subject::New { .. } | Subject::Handled)
            )
        }) else {
            continue;
        };
        if compared || words.differs(parent) {
            continue;
        }
        let out = words
            .sentence(first.sentence)
            .iter()
            .find(|claim| claim.subject == Some(Subject::CarriedOut));
        let with_out = out.and_then(|out| sum.checked_add(out.value));
        let total = CellId::new(Table::Requests, Line::OutcomeTotal, Column::Total);
        let in_table = words
            .value(&Base::cell(total))
            .is_ok_and(|value| value.decimal() == sum);
        if sum == parent.value || with_out == Some(parent.value) || in_table {
            tally.pass();
            continue;
        }
        tally.fail();
        let whole = as_value(parent.value, parent.measure);
        broken(words, tally, &list, sum, (&Base::default(), whole));
    }
}

/// Closed lists of other things add up to the number in front of them.
pub(super) fn breakdown(words: &Words<'_>, tally: &mut Tally) {
    for (place, whole) in words.claims.iter().enumerate() {
        let other = matches!(whole.subject, None | Some(Subject::ProcessingFee));
        let counted = matches!(whole.measure, Measure::Count(_) | Measure::Money);
        let plain = whole.bound == Bound::Exact && !whole.notes.last_year;
        if !other || !counted || !plain || whole.notes.growth != 0 || whole.notes.in_words {
            continue;
        }
        let parts = parts(words, place, whole);
        let Some(sum) = sum(&parts).filter(|_| parts.len() >= 2) else {
            continue;
        };
        // Whose part a part is, only brackets tell.
        let inner = whole.parent.is_none()
            || parts
                .first()
                .is_some_and(|first| first.clause == whole.clause);
        if !inner {
            continue;
        }
        if sum == whole.value {
            tally.pass();
            continue;
        }
        if !complete(&parts, sum, whole.value) {
            continue;
        }
        tally.fail();
        let stated = as_value(whole.value, whole.measure);
        broken(words, tally, &parts, sum, (&Base::default(), stated));
    }
}

/// The parts of a whole: the numbers of its list, as long as they count in the same unit and stand in one list. A
/// list that is set in one clause ends with it.
fn parts<'w>(words: &'w Words<'_>, place: usize, whole: &Claim) -> Vec<&'w Claim> {
    let mut parts: Vec<&Claim> = Vec::new();
    let mut one_clause = false;
    for claim in words.claims.iter().skip(place.saturating_add(1)) {
        if claim.parent != Some(place) {
            // A list within the list, or what comes after it.
            let nested = claim.parent.is_some_and(|parent| parent > place);
            let share = matches!(claim.measure, Measure::Percent | Measure::Points);
            if nested || (share && claim.parent.is_some()) {
                continue;
            }
            break;
        }
        if matches!(claim.measure, Measure::Percent | Measure::Points) {
            continue;
        }
        if claim.notes.sum || claim.measure != whole.measure {
            break;
        }
        if let Some(last) = parts.last() {
            let same = last.clause == claim.clause;
            if parts.len() == 1 {
                one_clause = same;
            } else if one_clause && !same {
                break;
            }
        }
        parts.push(claim);
    }
    // Which list a number belongs to is not told by a second 其中.
    let twice = words
        .sentence(whole.sentence)
        .iter()
        .any(|claim| claim.notes.first && claim.parent.is_some_and(|parent| parent > place));
    if twice {
        let nested = |part: &&Claim| !part.notes.first;
        if parts.iter().filter(|part| nested(part)).count() == 0 {
            return Vec::new();
        }
    }
    parts
}

/// Whether a list that does not add up surely names all parts: it says so, it has too much, or only little is missing.
fn complete(parts: &[&Claim], sum: Decimal, whole: Decimal) -> bool {
    if parts.iter().any(|part| part.notes.closed) || sum > whole {
        return true;
    }
    let missing = whole.checked_sub(sum).and_then(|missing| missing.whole());
    let (Some(missing), Some(whole)) = (missing, whole.whole()) else {
        return false;
    };
    let most = if parts.len() >= 3 { 3 } else { 5 };
    missing.saturating_mul(most) <= whole
}

/// Runs of claims of a kind that stand in one sentence under one number.
fn lists<'w>(words: &'w Words<'_>, wanted: impl Fn(&Claim) -> bool) -> Vec<Vec<&'w Claim>> {
    let mut lists: Vec<Vec<&Claim>> = Vec::new();
    for claim in words.claims.iter().filter(|claim| wanted(claim)) {
        if claim.notes.in_words {
            continue;
        }
        match lists.last_mut() {
            Some(list)
                if list.first().is_some_and(|first| {
                    first.sentence == claim.sentence && first.parent == claim.parent
                }) =>
            {
                list.push(claim);
            }
            _ => lists.push(vec![claim]),
        }
    }
    lists
}

/// The sum of parts; nothing if one of them is not exact or the list is left open.
fn sum(parts: &[&Claim]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, part| {
        let exact = part.bound == Bound::Exact && !part.notes.open;
        exact.then(|| sum.checked_add(part.value)).flatten()
    })
}

/// Records a list whose parts do not add up.
fn broken(
    words: &Words<'_>,
    tally: &mut Tally,
    parts: &[&Claim],
    sum: Decimal,
    (base, whole): (&Base, Value),
) {
    let Some(first) = parts.first() else { return };
    let values = parts
        .iter()
        .map(|part| as_value(part.value, part.measure))
        .collect();
    let severity: Severity = tally.rule.severity;
    // The figure compared is the sum of the parts.
    let shown = Claim {
        value: sum,
        ..(*first).clone()
    };
    report(
        words,
        tally,
        &shown,
        (severity, base, whole),
        WordsFault::List { parts: values },
    );
}

impl Words<'_> {
    /// Whether a claim was found to differ from the table.
    fn differs(&self, claim: &Claim) -> bool {
        let place = self
            .claims
            .iter()
            .position(|other| std::ptr::eq(other, claim));
        let verdict = place.and_then(|place| self.verdicts.get(place));
        matches!(verdict, Some(Verdict::Differs { .. }))
    }
}
