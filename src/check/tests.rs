use super::*;
use crate::edition::Edition;
use crate::finding::{Facts, Severity};
use crate::form::{CellId, Table};
use crate::number::Value;
use crate::report::Cell;

/// A complete 2021 report of zeros.
fn zeros() -> Report {
    let mut report = Report::empty();
    report.year = Some(2024);
    let edition = Edition::from_name("2021");
    for table in Table::ALL {
        report.table_mut(table).edition = edition;
        for (id, kind) in edition.unwrap().table(table).unwrap().cells() {
            report.cells.insert(id, Cell::read("0", kind, None));
        }
    }
    report
}

fn set(report: &mut Report, id: &str, raw: &str) {
    let id: CellId = id.parse().unwrap();
    assert!(report.overwrite(id, raw), "{id}");
}

fn codes(report: &Report) -> Vec<&'static str> {
    check(report, &Selection::default())
        .findings
        .iter()
        .map(|finding| finding.code)
        .collect()
}

fn skips(report: &Report, code: &str) -> Vec<(SkipReason, u32)> {
    let coverage = check(report, &Selection::default()).coverage;
    coverage
        .iter()
        .find(|line| line.code == code)
        .map(|line| line.skips.clone())
        .unwrap_or_default()
}

#[test]
fn zeros_pass_and_all_forty_two_equations_are_checked() {
    let report = zeros();
    let Judged {
        findings, coverage, ..
    } = check(&report, &Selection::default());
    assert!(findings.is_empty(), "{findings:?}");
    let checked = |code: &str| {
        coverage
            .iter()
            .find(|line| line.code == code)
            .unwrap()
            .checked
    };
    let sum = [
        "requests-balance",
        "outcome-total",
        "applicant-total",
        "dispute-total",
    ]
    .map(checked);
    assert_eq!(sum, [7, 7, 25, 3]);
    assert_eq!(checked("count-format"), 199);
    assert_eq!(checked("amount-format"), 1);
}

#[test]
fn one_wrong_leaf_breaks_its_line_and_its_column() {
    let mut report = zeros();
    set(&mut report, "requests.granted.natural_person", "5");
    let Judged { findings, .. } = check(&report, &Selection::default());
    let seen: Vec<_> = findings
        .iter()
        .map(|f| (f.code, f.left, f.right, f.difference))
        .collect();
    let expected = Some(Value::Count(5));
    assert_eq!(
        seen,
        [
            ("outcome-total", expected, Some(Value::Count(0)), expected),
            ("applicant-total", expected, Some(Value::Count(0)), expected),
        ]
    );
    assert_eq!(findings[0].cells.len(), 22);
    assert_eq!(findings[1].cells.len(), 7);
}

#[test]
fn a_blank_total_beside_filled_parts_is_no_broken_sum() {
    let mut report = zeros();
    set(&mut report, "requests.granted.natural_person", "5");
    set(&mut report, "requests.granted.total", "");
    set(&mut report, "requests.outcome_total.natural_person", "5");
    set(&mut report, "requests.outcome_total.total", "5");
    set(&mut report, "requests.new.natural_person", "5");
    set(&mut report, "requests.new.total", "5");
    let Judged { findings, .. } = check(&report, &Selection::default());
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(
        findings[0].facts,
        Facts::BlankTotal {
            sum: Value::Count(5)
        }
    );
    assert_eq!(
        skips(&report, "applicant-total"),
        [(SkipReason::BlankTotal, 1)]
    );
    assert_eq!(
        skips(&report, "outcome-total"),
        [(SkipReason::BlankTotal, 1)]
    );
}

#[test]
fn blanks_count_as_zero_and_make_one_finding() {
    let mut report = zeros();
    for column in [
        "business",
        "research",
        "public_interest",
        "legal_service",
        "other_organisation",
    ] {
        for (id, _) in report.form(Table::Requests).unwrap().cells() {
            if id.column.name() == column {
                set(&mut report, &id.to_string(), "");
            }
        }
    }
    let Judged { findings, .. } = check(&report, &Selection::default());
    assert_eq!(findings.len(), 1);
    assert_eq!(
        (findings[0].code, findings[0].cells.len()),
        ("blank-cell", 125)
    );
    // A column without a single figure says nothing: not checked is not passed.
    assert_eq!(
        skips(&report, "requests-balance"),
        [(SkipReason::AllBlank, 5)]
    );
}

#[test]
fn a_total_alone_is_not_a_broken_sum() {
    let mut report = zeros();
    for (id, _) in report.form(Table::Disputes).unwrap().cells() {
        if id.line.name() == "reconsideration" {
            set(
                &mut report,
                &id.to_string(),
                if id.column.name() == "total" { "3" } else { "" },
            );
        }
    }
    assert_eq!(codes(&report), ["only-total", "blank-cell"]);
    assert_eq!(
        skips(&report, "dispute-total"),
        [(SkipReason::OnlyTotal, 1)]
    );
}

#[test]
fn words_in_a_cell_are_reported_once_and_stop_its_sums() {
    let mut report = zeros();
    set(&mut report, "requests.repeated.business", "若干");
    assert_eq!(codes(&report), ["count-format"]);
    assert_eq!(
        skips(&report, "applicant-total"),
        [(SkipReason::NotANumber, 1)]
    );
    assert_eq!(
        skips(&report, "outcome-total"),
        [(SkipReason::NotANumber, 1)]
    );
}

#[test]
fn dashes_in_section_two_are_only_a_notice() {
    let mut report = zeros();
    for column in ["issued", "repealed", "in_force"] {
        set(
            &mut report,
            &format!("disclosure.regulations.{column}"),
            "/",
        );
    }
    let Judged { findings, .. } = check(&report, &Selection::default());
    assert_eq!(findings.len(), 1);
    assert_eq!(
        (findings[0].code, findings[0].severity),
        ("blank-cell", Severity::Notice)
    );
    assert_eq!(
        skips(&report, "in-force-too-small"),
        [(SkipReason::AllBlank, 1)]
    );
}

#[test]
fn rules_can_be_left_out() {
    let mut report = zeros();
    set(&mut report, "requests.granted.natural_person", "5");
    let only = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    let ignore = Selection {
        ignore: only(&["outcome-total"]),
        ..Selection::default()
    };
    assert_eq!(check(&report, &ignore).findings.len(), 1);
    let one = Selection {
        only: only(&["outcome-total"]),
        ..Selection::default()
    };
    let Judged {
        findings, coverage, ..
    } = check(&report, &one);
    assert_eq!((findings.len(), coverage.len()), (1, 1));
}
