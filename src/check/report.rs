//! The report as a whole: headings, title, period, sections, words.
//!
//! What a clerk handed in may be a part of a report, and a part owes nothing; and the words of a report are free
//! wherever no notice binds them. So each check says what it could not judge, and stays silent where an honest report
//! could look the same. In a part of a report the rules about the whole do not apply; that they were not judged is
//! said once, by the first of them.

mod body;
mod contents;
mod heading;
mod late;
mod leftover;
mod notice;
mod period;
mod section;
mod survey;
mod title;
mod unit;
mod year;

pub(super) use survey::Survey;

use super::Tally;
use crate::finding::{Facts, Finding, ReportFault, Role, Severity};
use crate::form::CellId;
use crate::prose::Quote;
use crate::rule::ReportCheck;

/// Runs one check over a report.
pub(super) fn run(check: ReportCheck, survey: &Survey<'_>, tally: &mut Tally) {
    match check {
        ReportCheck::HeadingMissing => heading::missing(survey, tally),
        ReportCheck::HeadingOrder => heading::order(survey, tally),
        ReportCheck::HeadingWording => heading::wording(survey, tally),
        ReportCheck::TitleForm => title::run(survey, tally),
        ReportCheck::YearMismatch => year::run(survey, tally),
        ReportCheck::PeriodMissing => period::missing(survey, tally),
        ReportCheck::PeriodIncomplete => period::incomplete(survey, tally),
        ReportCheck::PublishedLate => late::run(survey, tally),
        ReportCheck::NoticeMismatch => notice::run(survey, tally),
        ReportCheck::UnitMismatch => unit::run(survey, tally),
        ReportCheck::SectionCount => contents::run(survey, tally),
        ReportCheck::SectionOneEmpty => section::overview(survey, tally),
        ReportCheck::GovernmentSupervision => body::supervision(survey, tally),
        ReportCheck::SectionFiveEmpty => section::problems(survey, tally),
        ReportCheck::SectionSixFee => section::fee(survey, tally),
        ReportCheck::FeeUntold => section::fee_untold(survey, tally),
        ReportCheck::RuleMakingPower => body::rule_making(survey, tally),
        ReportCheck::TemplateLeftover => leftover::template(survey, tally),
        ReportCheck::DoubledWords => leftover::doubled(survey, tally),
    }
}

/// Records a finding with the weight of its rule.
fn fail(tally: &mut Tally, fault: ReportFault, text: Option<Quote>) {
    let severity = tally.rule.severity;
    fail_with(tally, severity, fault, text, &[]);
}

/// Records a finding that weighs no more than its rule.
fn fail_with(
    tally: &mut Tally,
    severity: Severity,
    fault: ReportFault,
    text: Option<Quote>,
    cells: &[CellId],
) {
    tally.fail();
    let code = tally.rule.code;
    tally.report(Finding {
        code,
        severity,
        cells: cells.iter().map(|id| (*id, Role::Subject)).collect(),
        left: None,
        right: None,
        difference: None,
        text,
        facts: Facts::Report(fault),
    });
}
