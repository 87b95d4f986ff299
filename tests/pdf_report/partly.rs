//! A report of which a page does not show everything: what could not be read is told, weighs less than an error of the report,
//! and sends to the page first.

use gouji::finding::Severity;
use gouji::form::Table;
use gouji::outcome::Checked;
use gouji::present::Lang;

use crate::rendering::checked;
use crate::rendering::drawn::{Line, Paper, Sheet};
use crate::rendering::pdf::{Making, pdf};
use crate::rendering::report::report;

fn drawn(sheets: &[Sheet]) -> Checked {
    checked(&pdf(sheets, &Paper::default(), Making::default()), "pdf")
}

fn sheets() -> Vec<Sheet> {
    report().sheets(&Paper::default())
}

/// Codes of the findings that weigh as errors of the report.
fn errors(checked: &Checked) -> Vec<&'static str> {
    let findings = checked.findings.iter();
    findings
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.code)
        .collect()
}

#[test]
fn rows_fewer_than_the_form_has_are_no_error_of_the_report() {
    let mut short = sheets();
    let last = short.pop().unwrap();
    // The end of the long table stands on the page that is missing.
    assert!(
        last.texts
            .iter()
            .any(|line| line.text.contains("结转下年度"))
    );
    let checked = drawn(&short);
    let reading = checked.report.table(Table::Requests);
    assert!(reading.found() && !reading.missing.is_empty());
    let missing = checked
        .findings
        .iter()
        .find(|finding| finding.code == "missing-line")
        .unwrap();
    assert_eq!(missing.severity, Severity::Warning);
    assert!(!errors(&checked).contains(&"requests-balance"));
    // And every rule says how much of it could not be asked.
    let balance = checked
        .coverage
        .iter()
        .find(|coverage| coverage.code == "requests-balance")
        .unwrap();
    assert_eq!(balance.checked, 0);
    assert!(!balance.skips.is_empty());
}

#[test]
fn figures_outside_any_cell_put_their_row_in_doubt() {
    let mut sheets = sheets();
    let paper = Paper::default();
    // The total of a line stands beside the table instead of in it.
    let total: &mut Line = sheets
        .iter_mut()
        .flat_map(|sheet| &mut sheet.texts)
        .find(|line| line.text == "10421")
        .unwrap();
    total.x = paper.width - paper.margin + 6.0;
    let checked = drawn(&sheets);
    let row: Vec<_> = checked
        .report
        .cells
        .iter()
        .filter(|(id, _)| id.to_string().starts_with("requests.new."))
        .collect();
    assert_eq!(row.len(), 7);
    for (id, _) in row {
        assert!(checked.report.doubtful.contains(id), "{id}");
    }
    for finding in &checked.findings {
        let is_of_row = finding
            .cells
            .iter()
            .any(|(id, _)| id.to_string().starts_with("requests.new."));
        assert!(
            !is_of_row || finding.severity != Severity::Error,
            "{finding:?}"
        );
    }
}

#[test]
fn a_label_cut_in_two_leaves_no_figure_in_another_line() {
    let mut sheets = sheets();
    // The rest of the label is nowhere.
    for sheet in &mut sheets {
        for line in &mut sheet.texts {
            if line.text.contains("法律行政法规禁止") {
                line.text = line.text.chars().take(4).collect();
            }
        }
    }
    let checked = drawn(&sheets);
    let expected = report();
    for (id, cell) in checked.report.cells.iter() {
        let is_right = cell.raw.trim() == expected.get(*id);
        let is_told = checked.report.doubtful.contains(id)
            || checked.report.table(id.table).unreadable.contains(&id.line);
        assert!(is_right || is_told, "{id}: {:?}", cell.raw);
    }
}

#[test]
fn advice_sends_to_the_page_first() {
    let mut short = sheets();
    short.pop();
    let checked = drawn(&short);
    let finding = checked
        .findings
        .iter()
        .find(|finding| finding.code == "missing-line")
        .unwrap();
    let sentences = gouji::present::message::finding(finding, &checked.report, Lang::Chinese);
    assert!(
        format!("{sentences:?}").contains("先对照原文第"),
        "{sentences:?}"
    );
}
