//! The notice cited for the form is the one of the year.

use super::fail;
use super::survey::Survey;
use crate::check::Tally;
use crate::edition::{EDITIONS, Edition};
use crate::finding::{ReportFault, SkipReason};
use crate::prose::folded::Folded;

/// Judges the notices cited by their numbers. A report that cites the right one may speak of others as well.
pub(super) fn run(survey: &Survey<'_>, tally: &mut Tally) {
    let cited: Vec<_> = EDITIONS
        .iter()
        .filter_map(|edition| {
            let number = number(edition);
            let words = &survey.words;
            let place = words
                .iter()
                .find_map(|words| Some((words, words.folded.find(0, &number)?)))?;
            Some((*edition, place, number.chars().count()))
        })
        .collect();
    let Some((found, (words, at), length)) = cited.first() else {
        return;
    };
    let expected = survey
        .report
        .year
        .and_then(|year| Some((year, Edition::for_year(year)?)));
    let Some((year, expected)) = expected else {
        tally.skip(SkipReason::YearUnknown);
        return;
    };
    if cited.iter().any(|(edition, _, _)| *edition == expected) {
        tally.pass();
        return;
    }
    let fault = ReportFault::OtherNotice {
        found: found.name,
        expected: expected.name,
        year,
    };
    let quote = words.quote(*at..at.saturating_add(*length));
    fail(tally, fault, Some(quote));
}

/// The number of an edition's notice as folded texts have it.
fn number(edition: &Edition) -> String {
    let folded = Folded::new(edition.notice);
    folded.part(0..folded.len()).iter().collect()
}
