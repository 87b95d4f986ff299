//! Sections one, five and six: prose that must say something.
//!
//! Basis: regulation on government information disclosure, article 50; form of 2021 with its note under section six.

use super::survey::{Survey, Words};
use super::{fail, fail_with};
use crate::check::Tally;
use crate::edition::Edition;
use crate::finding::{ReportFault, Severity, SkipReason};
use crate::form::{CellId, Column, Line, Section, Table};
use crate::number::Value;
use crate::prose::ends_sentence;
use crate::strings;

/// What marks a sentence of the preface: it speaks of the report, not of the year.
const PREFACE: [&str; 12] = [
    "本报告",
    "本年报",
    "本年度报告",
    "报告全文",
    "统计期限",
    "统计时限",
    "统计数据时间",
    "电子版",
    "如有疑问",
    "任何疑问",
    "有异议",
    "联系电话",
];
/// Characters that an overview has at least.
const OVERVIEW: usize = 20;
/// Characters that problems and improvement need at least.
const PROBLEMS: usize = 30;
/// How problems are told.
const TROUBLE: [&str; 22] = [
    "问题",
    "不足",
    "不够",
    "有待",
    "薄弱",
    "短板",
    "欠缺",
    "不高",
    "不强",
    "不到位",
    "差距",
    "滞后",
    "不完善",
    "不全面",
    "不及时",
    "不规范",
    "单一",
    "尚未",
    "缺乏",
    "仍需",
    "需要",
    "需进一步",
];
/// How improvement is told.
const IMPROVEMENT: [&str; 20] = [
    "改进",
    "下一步",
    "今后",
    "整改",
    "将",
    "措施",
    "加强",
    "加大",
    "提高",
    "提升",
    "完善",
    "强化",
    "优化",
    "规范",
    "健全",
    "落实",
    "推进",
    "改善",
    "加快",
    "拓宽",
];
/// How fees for handling information are spoken of.
const FEE: [&str; 2] = ["处理费", "信息费"];
/// How section six may speak of them, where nothing else can be meant.
const FEE_IN_SIX: [&str; 4] = ["收费", "收取", "费用", "缴费"];

/// Section one is an overview and not only a preface.
pub(super) fn overview(survey: &Survey<'_>, tally: &mut Tally) {
    if !survey.whole {
        return;
    }
    // Without the next heading it cannot be told where the section ends.
    if !survey.has_heading(Section::Overview) || !survey.has_heading(Section::Disclosure) {
        tally.skip(SkipReason::SectionMissing);
        return;
    }
    let mut preface = false;
    let mut own = 0_usize;
    for words in survey.section(Section::Overview) {
        let folded = &words.folded;
        let chars = folded.part(0..folded.len());
        for sentence in chars.split(|c| ends_sentence(*c)) {
            let text: String = sentence.iter().collect();
            if PREFACE.iter().any(|mark| strings::holds(&text, mark)) {
                preface = true;
            } else {
                own = own.saturating_add(sentence.len());
            }
            if own >= OVERVIEW {
                tally.pass();
                return;
            }
        }
    }
    let first = survey.section(Section::Overview).next();
    let fault = ReportFault::NoOverview { preface };
    fail(tally, fault, first.map(Words::quote_all));
}

/// Section five tells problems and improvement.
pub(super) fn problems(survey: &Survey<'_>, tally: &mut Tally) {
    if !survey.has_heading(Section::Problems) {
        absent(survey, tally);
        return;
    }
    let length = length(survey, Section::Problems);
    if length == 0 && !survey.has_heading(Section::Other) {
        // The copy ends with the heading.
        return;
    }
    let has = |words: &[&str]| {
        survey
            .section(Section::Problems)
            .any(|passage| passage.folded.holds(words))
    };
    let quote = || {
        survey
            .section(Section::Problems)
            .next()
            .map(Words::quote_all)
    };
    if length < PROBLEMS {
        let fault = ReportFault::NoProblems { blank: length == 0 };
        fail(tally, fault, quote());
        return;
    }
    match (has(&TROUBLE), has(&IMPROVEMENT)) {
        (true, true) => tally.pass(),
        (trouble, improvement) => {
            if !trouble && !improvement {
                fail(tally, ReportFault::NoProblems { blank: false }, quote());
                return;
            }
            let fault = ReportFault::HalfProblems { improvement };
            fail_with(tally, Severity::Notice, fault, quote(), &[]);
        }
    }
}

/// The report says whether a fee was charged for handling information. The fee exists since 2021.
pub(super) fn fee(survey: &Survey<'_>, tally: &mut Tally) {
    let Some(year) = survey.report.year else {
        tally.skip(SkipReason::YearUnknown);
        return;
    };
    if Edition::for_year(year).is_none_or(|edition| edition.last_year.is_some()) {
        return;
    }
    if !survey.has_heading(Section::Other) {
        absent(survey, tally);
        return;
    }
    let in_six = survey
        .section(Section::Other)
        .any(|words| words.folded.holds(&FEE_IN_SIX));
    if in_six || survey.holds(&FEE) {
        tally.pass();
        return;
    }
    let blank = length(survey, Section::Other) == 0;
    let first = survey.section(Section::Other).next();
    fail(
        tally,
        ReportFault::NoFee { blank },
        first.map(Words::quote_all),
    );
}

/// Where requests were closed for a fee that was not paid, the text speaks of fees.
pub(super) fn fee_untold(survey: &Survey<'_>, tally: &mut Tally) {
    let cell = CellId::new(Table::Requests, Line::FeeUnpaid, Column::Total);
    let value = survey.report.cells.get(&cell).and_then(|cell| cell.value);
    let Some(Value::Count(requests)) = value.filter(|value| *value != Value::Count(0)) else {
        return;
    };
    if !survey.whole {
        return;
    }
    if survey.holds(&FEE) || survey.holds(&["收费", "缴费", "费用"]) {
        tally.pass();
    } else {
        let severity = tally.rule.severity;
        let fault = ReportFault::FeeUntold { requests };
        fail_with(tally, severity, fault, None, &[cell]);
    }
}

/// The heading of a section was not found; a part of a report does not owe it.
fn absent(survey: &Survey<'_>, tally: &mut Tally) {
    if survey.whole {
        tally.skip(SkipReason::SectionMissing);
    }
}

/// The characters of a section.
fn length(survey: &Survey<'_>, section: Section) -> usize {
    survey
        .section(section)
        .fold(0, |sum, words| sum.saturating_add(words.folded.len()))
}
