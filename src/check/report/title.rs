//! The title: body, year, and the official words.

use super::survey::Survey;
use super::{fail, fail_with};
use crate::check::Tally;
use crate::finding::{ReportFault, Severity, SkipReason, TitleFault};
use crate::prose::folded::Folded;
use crate::prose::{Quote, Role};

/// Passages around the title in which a body or a year may stand apart.
const NEAR: usize = 8;
/// The official words.
const OFFICIAL: &str = "政府信息公开工作年度报告";

/// Judges the title.
pub(super) fn run(survey: &Survey<'_>, tally: &mut Tally) {
    let Some(title) = &survey.report.title else {
        tally.skip(SkipReason::TitleMissing);
        return;
    };
    let folded = Folded::new(title);
    let years: Vec<i32> = (0..folded.len())
        .filter_map(|at| folded.year(at))
        .map(|(year, _)| year)
        .collect();
    let has_body = survey.report.unit.is_some();
    // `2024政府信息公开……` names its year as well.
    let dated = !years.is_empty() || folded.holds(&["20"]);
    if !dated && !has_body {
        // The name of the report in a menu, or a page that carries both elsewhere.
        tally.skip(SkipReason::TitleMissing);
        return;
    }
    let repeated = years
        .iter()
        .enumerate()
        .find(|(at, year)| years.iter().take(*at).any(|other| other == *year));
    let fault = if let Some((_, year)) = repeated {
        Some(TitleFault::YearTwice(*year))
    } else if !dated && !near(survey, has_year) {
        Some(TitleFault::NoYear)
    } else if !has_body && !near(survey, is_body) {
        Some(TitleFault::NoBody)
    } else {
        None
    };
    let quote = Quote {
        section: None,
        end: u32::try_from(title.encode_utf16().count()).unwrap_or(u32::MAX),
        start: 0,
        page: None,
        excerpt: title.clone(),
    };
    match fault {
        Some(fault) => fail(tally, ReportFault::Title(fault), Some(quote)),
        None if !folded.holds(&[OFFICIAL]) => fail_with(
            tally,
            Severity::Notice,
            ReportFault::Title(TitleFault::Wording),
            Some(quote),
            &[],
        ),
        None => tally.pass(),
    }
}

/// Whether one of the lines around the title has something. Sentences are not lines of a title.
fn near(survey: &Survey<'_>, has: impl Fn(&Folded) -> bool) -> bool {
    survey
        .words
        .iter()
        .take(NEAR)
        .filter(|words| words.passage.role == Role::Line)
        .any(|words| has(&words.folded))
}

fn has_year(folded: &Folded) -> bool {
    (0..folded.len()).any(|at| folded.year(at).is_some())
}

/// A line that can be the name of a body.
fn is_body(folded: &Folded) -> bool {
    folded.len() <= 30 && super::unit::ends_as_body(folded.part(0..folded.len()))
}
