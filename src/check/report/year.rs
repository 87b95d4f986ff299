//! The year of the report, wherever it must be the same: title, period, preface, first words of the overview.
//!
//! Other years stand in every report, in the names of budgets and plans and in comparisons; only places that can speak
//! of nothing but the year reported on are looked at.

use std::ops::Range;

use super::survey::{Survey, Words};
use super::{fail, period};
use crate::check::Tally;
use crate::finding::{ReportFault, SkipReason, YearPlace};
use crate::form::Section;
use crate::prose::ends_sentence;
use crate::prose::folded::Folded;
use crate::strings;

/// What a sentence says that is about the report at hand.
const OWN: [&str; 9] = [
    "本报告",
    "本年度报告",
    "现公布",
    "现向社会",
    "现将",
    "现发布",
    "现公开",
    "现编制",
    "编制了",
];
/// Characters between a year and 政府信息公开 in the name of a report.
const NAME: usize = 30;

/// Passages at the beginning of section one that open it; later ones may look back.
const OPENING: usize = 3;

/// A year in a place.
type Place<'a, 's> = (YearPlace, i32, &'s Words<'a>, Range<usize>);

/// All places name the year of the title, or, without one, of the period.
pub(super) fn run(survey: &Survey<'_>, tally: &mut Tally) {
    let Some(year) = survey.report.year else {
        tally.skip(SkipReason::YearUnknown);
        return;
    };
    let places: Vec<Place<'_, '_>> = [in_period(survey), in_preface(survey), in_overview(survey)]
        .into_iter()
        .flatten()
        .collect();
    let other: Vec<&Place<'_, '_>> = places.iter().filter(|place| place.1 != year).collect();
    match other.first() {
        Some((_, _, words, part)) => {
            let quote = words.quote(part.clone());
            let fault = ReportFault::OtherYear {
                year,
                places: other.iter().map(|place| (place.0, place.1)).collect(),
            };
            fail(tally, fault, Some(quote));
        }
        None if places.is_empty() => {}
        None => tally.pass(),
    }
}

fn in_period<'a, 's>(survey: &'s Survey<'a>) -> Option<Place<'a, 's>> {
    let (words, period) = period::first(survey)?;
    let sign = period.part.start.saturating_add(5);
    Some((
        YearPlace::Period,
        period.year,
        words,
        period.part.start..sign,
    ))
}

/// `现公布示例市示例局2024年政府信息公开工作年度报告`, in the preface or in the first passage of section one. The
/// notice that asked for the report has nearly the same name.
fn in_preface<'a, 's>(survey: &'s Survey<'a>) -> Option<Place<'a, 's>> {
    let first = survey.section(Section::Overview).take(1);
    survey.front().chain(first).find_map(|words| {
        let folded = &words.folded;
        (0..folded.len()).find_map(|at| {
            let (year, behind) = folded.year(at)?;
            let own = is_own_name(folded, behind) && speaks_of_itself(folded, at);
            own.then_some((YearPlace::Preface, year, words, at..behind))
        })
    })
}

/// Whether the sentence in front of a place is about the report at hand, and not about what was published.
fn speaks_of_itself(folded: &Folded, place: usize) -> bool {
    let front = folded.part(0..place);
    let sentence: String = front
        .rsplit(|c| ends_sentence(*c))
        .next()
        .unwrap_or_default()
        .iter()
        .collect();
    OWN.iter().any(|own| strings::holds(&sentence, own))
}

/// Whether what stands behind a year is the rest of the name of the report, and not of a notice.
fn is_own_name(folded: &Folded, behind: usize) -> bool {
    let name = folded.part(behind..behind.saturating_add(NAME));
    let ends = |c: &char| matches!(c, '。' | ',' | ';' | '》' | '、');
    let name: String = name.iter().take_while(|c| !ends(c)).collect();
    let rest = [
        "政府信息公开工作年度报告",
        "政府信息公开工作报告",
        "政府信息公开年度报告",
    ]
    .iter()
    .find_map(|report| strings::cut(&name, report))
    .map(|(_, rest)| rest);
    rest.is_some_and(|rest| {
        !["格式", "编制", "发布", "有关", "报送", "工作"]
            .iter()
            .any(|word| rest.starts_with(word))
    })
}

/// A passage that opens section one with a year: `2024年，我局……`.
fn in_overview<'a, 's>(survey: &'s Survey<'a>) -> Option<Place<'a, 's>> {
    let mut opening = survey.section(Section::Overview).take(OPENING);
    opening.find_map(|words| {
        let (year, behind) = words.folded.year(0)?;
        let behind = match words.folded.at(behind) {
            Some('度') => behind.saturating_add(1),
            _ => behind,
        };
        let opens = matches!(words.folded.at(behind), Some(',' | '我' | '本'));
        opens.then_some((YearPlace::Overview, year, words, 0..behind))
    })
}
