//! The day in the signature, against the last day that any report may be published on.
//!
//! Basis: the regulation on disclosure of 2019, article 49: departments publish by 31 January, governments by 31 March.
//! Which of both a body is its name does not always tell, so only what is late for all is told.

use super::fail;
use super::period::day;
use super::survey::{Survey, Words};
use crate::check::Tally;
use crate::finding::{ReportFault, SkipReason};

/// Passages at the end in which the day is looked for.
const TAIL: usize = 6;
/// The last day, as month and day.
const LAST: (u32, u32) = (3, 31);

/// A day.
type Day = (i32, (u32, u32));

/// Judges the last line that is nothing but a day; what a page says of its own publication is none.
pub(super) fn run(survey: &Survey<'_>, tally: &mut Tally) {
    let tail = survey.words.len().saturating_sub(TAIL);
    let last = survey.words.get(tail..).unwrap_or(&[]);
    let Some((words, signed)) = last.iter().rev().find_map(|it| Some((it, whole_day(it)?))) else {
        return;
    };
    let Some(year) = survey.report.year else {
        tally.skip(SkipReason::YearUnknown);
        return;
    };
    if signed <= (year.saturating_add(1), LAST) {
        tally.pass();
    } else {
        fail(tally, ReportFault::Late, Some(words.quote_all()));
    }
}

fn whole_day(words: &Words<'_>) -> Option<Day> {
    let (year, behind) = words.folded.year(0)?;
    let (month_and_day, behind) = day(&words.folded, behind)?;
    (behind == words.folded.len()).then_some((year, month_and_day))
}
