//! The period reported on: stated, and a whole year.
//!
//! Basis: DB51/T 2660—2019, 2.1, and every guide to writing the report presuppose the year from 1 January to
//! 31 December.

use std::ops::Range;

use super::fail;
use super::survey::{Survey, Words};
use crate::check::Tally;
use crate::finding::ReportFault;
use crate::prose::folded::Folded;

/// What the period is called. Copies lose the signs of years and months, so the name alone counts as stated.
const NAMES: [&str; 14] = [
    "统计期限",
    "统计时限",
    "统计时间",
    "统计周期",
    "统计时段",
    "统计年限",
    "统计区间",
    "统计范围",
    "统计起止",
    "时间范围",
    "起止时间",
    "数据期限",
    "数据截至",
    "时间点为",
];
/// Characters between the two ends of a period.
const BETWEEN: usize = 12;

/// A period as it stands in a passage.
pub(super) struct Period {
    /// The year that it begins in.
    pub(super) year: i32,
    /// Whether it is a whole year.
    whole: bool,
    /// Where it stands.
    pub(super) part: Range<usize>,
}

/// The first period that can be read to its end, and where it stands.
pub(super) fn first<'a, 's>(survey: &'s Survey<'a>) -> Option<(&'s Words<'a>, Period)> {
    survey
        .words
        .iter()
        .filter(|words| words.folded.holds(&NAMES))
        .find_map(|words| {
            let start = NAMES
                .iter()
                .filter_map(|name| words.folded.find(0, name))
                .min()?;
            Some((words, read(&words.folded, start)?))
        })
}

/// Reads `2024年1月1日起至[2024年]12月31日`, the first behind a place.
fn read(folded: &Folded, from: usize) -> Option<Period> {
    (from..folded.len()).find_map(|start| {
        let (year, behind) = folded.year(start)?;
        let (first_day, behind) = day(folded, behind)?;
        let (end, (last_year, last_day, behind)) = (behind..behind.saturating_add(BETWEEN))
            .find_map(|at| {
                let (last_year, from) = folded.year(at).unwrap_or((year, at));
                let (last_day, behind) = day(folded, from)?;
                Some((at, (last_year, last_day, behind)))
            })?;
        // A digit in front belongs to a number that was not understood.
        if folded.before(end).is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        Some(Period {
            year,
            whole: year == last_year && first_day == (1, 1) && last_day == (12, 31),
            part: start..behind,
        })
    })
}

/// Reads `1月1日` at a place; month, day and the place behind.
pub(super) fn day(folded: &Folded, place: usize) -> Option<((u32, u32), usize)> {
    let (month, behind) = folded.number(place)?;
    if folded.at(behind) != Some('月') {
        return None;
    }
    let (day, behind) = folded.number(behind.checked_add(1)?)?;
    (folded.at(behind) == Some('日')).then_some(((month, day), behind.saturating_add(1)))
}

/// The period is stated, by its name or by its two ends.
pub(super) fn missing(survey: &Survey<'_>, tally: &mut Tally) {
    if !survey.whole {
        return;
    }
    let by_ends = |words: &Words<'_>| read(&words.folded, 0).is_some_and(|period| period.whole);
    if survey.holds(&NAMES) || survey.words.iter().any(by_ends) {
        tally.pass();
    } else {
        fail(tally, ReportFault::NoPeriod, None);
    }
}

/// The period stated is the whole year. One that cannot be read to its end is not judged.
pub(super) fn incomplete(survey: &Survey<'_>, tally: &mut Tally) {
    let Some((words, period)) = first(survey) else {
        return;
    };
    if period.whole {
        tally.pass();
    } else {
        fail(
            tally,
            ReportFault::PartialPeriod,
            Some(words.quote(period.part)),
        );
    }
}
