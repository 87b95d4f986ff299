//! The sentences of findings about the report as a whole.

use gouji::finding::{
    BodyKind, Facts, Finding, Leftover, ReportFault, Role, Severity, TitleFault, YearPlace,
};
use gouji::form::{CellId, Section};
use gouji::prose::Quote;

use crate::{said, set, zeros};

/// A finding that points at a text.
fn finding(
    code: &'static str,
    severity: Severity,
    fault: ReportFault,
    text: &str,
    cells: &[&str],
) -> Finding {
    Finding {
        code,
        severity,
        cells: cells
            .iter()
            .map(|id| (id.parse::<CellId>().unwrap(), Role::Subject))
            .collect(),
        left: None,
        right: None,
        difference: None,
        text: (!text.is_empty()).then(|| Quote {
            section: None,
            excerpt: text.to_owned(),
            start: 0,
            end: text.encode_utf16().count().try_into().unwrap(),
            page: None,
        }),
        facts: Facts::Report(fault),
    }
}

#[test]
fn the_report_as_a_whole() {
    use Severity::{Error, Notice, Warning};
    let mut report = zeros("2021");
    set(
        &mut report,
        &[
            ("disclosure.regulations.issued", "2"),
            ("disclosure.regulations.in_force", "5"),
        ],
    );
    let missing = |sections: &[Section]| ReportFault::HeadingsMissing(sections.to_vec());
    let power = |kind| ReportFault::NoRulePower(kind);
    let regulations = [
        "disclosure.regulations.issued",
        "disclosure.regulations.in_force",
    ];
    let title = "示例市示例局2024年2024年政府信息公开年报";
    let cases = [
        finding(
            "heading-missing",
            Error,
            missing(&[Section::Other]),
            "",
            &[],
        ),
        finding(
            "heading-missing",
            Error,
            missing(&[Section::Overview, Section::Problems]),
            "",
            &[],
        ),
        finding("heading-missing", Error, missing(&Section::ALL), "", &[]),
        finding(
            "heading-order",
            Error,
            ReportFault::HeadingsMisnumbered(vec![
                (Section::Disclosure, '一'),
                (Section::Requests, '二'),
            ]),
            "一、主动公开政府信息情况",
            &[],
        ),
        finding(
            "heading-order",
            Error,
            ReportFault::HeadingsMisplaced(vec![Section::Other, Section::Problems]),
            "",
            &[],
        ),
        finding(
            "heading-wording",
            Notice,
            ReportFault::HeadingsReworded(vec![
                (Section::Overview, "一、概 述".to_owned()),
                (Section::Other, "六、其他事项".to_owned()),
            ]),
            "一、概述",
            &[],
        ),
        finding(
            "title-form",
            Warning,
            ReportFault::Title(TitleFault::YearTwice(2024)),
            title,
            &[],
        ),
        finding(
            "title-form",
            Warning,
            ReportFault::Title(TitleFault::NoYear),
            title,
            &[],
        ),
        finding(
            "title-form",
            Warning,
            ReportFault::Title(TitleFault::NoBody),
            title,
            &[],
        ),
        finding(
            "title-form",
            Notice,
            ReportFault::Title(TitleFault::Wording),
            title,
            &[],
        ),
        finding(
            "year-mismatch",
            Warning,
            ReportFault::OtherYear {
                year: 2024,
                places: vec![
                    (YearPlace::Period, 2023),
                    (YearPlace::Preface, 2023),
                    (YearPlace::Overview, 2022),
                ],
            },
            "2023年",
            &[],
        ),
        finding("period-missing", Notice, ReportFault::NoPeriod, "", &[]),
        finding(
            "period-incomplete",
            Warning,
            ReportFault::PartialPeriod,
            "2024年1月1日至12月30日",
            &[],
        ),
        finding(
            "published-late",
            Warning,
            ReportFault::Late,
            "2025年4月9日",
            &[],
        ),
        finding(
            "notice-mismatch",
            Warning,
            ReportFault::OtherNotice {
                found: "2019",
                expected: "2021",
                year: 2024,
            },
            "国办公开办函〔2019〕60号",
            &[],
        ),
        finding(
            "unit-mismatch",
            Warning,
            ReportFault::OtherBody {
                title: "示例市教育局".to_owned(),
                found: "示例市统计局".to_owned(),
                signature: false,
            },
            "示例市统计局",
            &[],
        ),
        finding(
            "unit-mismatch",
            Warning,
            ReportFault::OtherBody {
                title: "示例市教育局".to_owned(),
                found: "示例市统计局".to_owned(),
                signature: true,
            },
            "示例市统计局",
            &[],
        ),
        finding(
            "section-count",
            Warning,
            ReportFault::SectionsCounted {
                missing: vec![Section::Disputes],
            },
            "六部分",
            &[],
        ),
        finding(
            "section-count",
            Warning,
            ReportFault::SectionTwice(Section::Disclosure),
            "六部分",
            &[],
        ),
        finding(
            "section-one-empty",
            Warning,
            ReportFault::NoOverview { preface: true },
            "",
            &[],
        ),
        finding(
            "section-one-empty",
            Warning,
            ReportFault::NoOverview { preface: false },
            "",
            &[],
        ),
        finding(
            "government-supervision",
            Warning,
            ReportFault::NoSupervision,
            "",
            &[],
        ),
        finding(
            "section-five-empty",
            Warning,
            ReportFault::NoProblems { blank: true },
            "",
            &[],
        ),
        finding(
            "section-five-empty",
            Warning,
            ReportFault::NoProblems { blank: false },
            "无。",
            &[],
        ),
        finding(
            "section-five-empty",
            Notice,
            ReportFault::HalfProblems { improvement: true },
            "",
            &[],
        ),
        finding(
            "section-five-empty",
            Notice,
            ReportFault::HalfProblems { improvement: false },
            "",
            &[],
        ),
        finding(
            "section-six-fee",
            Notice,
            ReportFault::NoFee { blank: true },
            "",
            &[],
        ),
        finding(
            "section-six-fee",
            Notice,
            ReportFault::NoFee { blank: false },
            "无。",
            &[],
        ),
        finding(
            "fee-untold",
            Notice,
            ReportFault::FeeUntold { requests: 2 },
            "",
            &["requests.fee_unpaid.total"],
        ),
        finding(
            "rule-making-power",
            Warning,
            power(BodyKind::Township),
            "",
            &regulations,
        ),
        finding(
            "rule-making-power",
            Warning,
            power(BodyKind::County),
            "",
            &regulations,
        ),
        finding(
            "rule-making-power",
            Warning,
            power(BodyKind::Department),
            "",
            &regulations,
        ),
        finding(
            "template-leftover",
            Error,
            ReportFault::Leftover(Leftover::Placeholder),
            "××",
            &[],
        ),
        finding(
            "template-leftover",
            Error,
            ReportFault::Leftover(Leftover::Instruction),
            "（文字描述）",
            &[],
        ),
        finding(
            "template-leftover",
            Error,
            ReportFault::Leftover(Leftover::NoFigure),
            "主动公开条",
            &[],
        ),
        finding(
            "template-leftover",
            Error,
            ReportFault::Leftover(Leftover::NoContact),
            "电话：",
            &[],
        ),
        finding("doubled-words", Notice, ReportFault::Doubled, "的的", &[]),
    ];
    let mut out = String::new();
    for case in &cases {
        out.push_str(&format!(
            "{} {}\n{}\n",
            case.code,
            case.severity.name(),
            said(case, &report)
        ));
    }
    insta::assert_snapshot!(out);
}
