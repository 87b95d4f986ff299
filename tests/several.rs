//! Several reports in one file: each of them is recognised, checked and named.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;
mod support;

use gouji::outcome::{Format, Outcome, ReadErrorKind, Status};
use gouji::present::{Lang, message};
use gouji::reader::encoding::native::NativeDecoder;
use gouji::{Options, check, check_all};
use rendering::Figures;
use support::spreadsheet::Workbook;
use support::zip::{Entry, write};

fn page(unit: &str) -> String {
    let mut figures = Figures::zeros("2021");
    figures.unit = unit.to_owned();
    figures.html()
}

fn all(bytes: &[u8], name: &str) -> Vec<Outcome> {
    check_all(bytes, name, &Options::new(&NativeDecoder))
}

fn unit(outcome: &Outcome) -> Option<&str> {
    match &outcome.status {
        Status::Checked(checked) => checked.report.unit.as_deref(),
        _ => None,
    }
}

fn told(outcomes: &[Outcome]) -> Vec<(&str, Option<&str>)> {
    outcomes
        .iter()
        .map(|outcome| (outcome.name.as_str(), unit(outcome)))
        .collect()
}

fn problem(outcome: &Outcome) -> Option<ReadErrorKind> {
    match &outcome.status {
        Status::Unreadable(error) => Some(error.kind()),
        _ => None,
    }
}

fn named(name: &[u8], content: &[u8]) -> Entry {
    Entry {
        name: name.to_vec(),
        ..Entry::deflated("", content)
    }
}

#[test]
fn every_file_of_an_archive_is_a_report() {
    let bytes = write(&[
        Entry::deflated("年报/乙镇.html", page("乙镇人民政府").as_bytes()),
        Entry::stored("年报/", b""),
        Entry::deflated("年报/甲镇.html", page("甲镇人民政府").as_bytes()),
        Entry::deflated("封面.png", b"\x89PNG\r\n\x1a\n"),
        Entry::deflated("__MACOSX/年报/._甲镇.html", b"x"),
        Entry::deflated("年报/~$甲镇.docx", b"x"),
        Entry::deflated("年报/说明.txt", "没有表格".as_bytes()),
        Entry::deflated("年报/坏.docx", b"PK\x03\x04"),
    ]);
    let outcomes = all(&bytes, "年报.zip");
    assert_eq!(
        told(&outcomes),
        [
            ("年报.zip/年报/乙镇.html", Some("乙镇人民政府")),
            ("年报.zip/年报/坏.docx", None),
            ("年报.zip/年报/甲镇.html", Some("甲镇人民政府")),
            ("年报.zip/年报/说明.txt", None),
        ]
    );
    assert_eq!(problem(&outcomes[1]), Some(ReadErrorKind::Truncated));
    assert!(matches!(outcomes[3].status, Status::Unrecognised(_)));
    assert_eq!(outcomes[0].format, Some(Format::Html));
}

#[test]
fn names_in_gbk_and_with_backslashes_are_read() {
    let page = page("甲镇人民政府");
    let bytes = write(&[named(b"\xC4\xEA\xB1\xA8\\\xBC\xD7.html", page.as_bytes())]);
    assert_eq!(
        told(&all(&bytes, "a.zip")),
        [("a.zip/年报/甲.html", Some("甲镇人民政府"))]
    );
}

#[test]
fn an_archive_in_an_archive_is_opened_once() {
    let page = page("甲镇人民政府");
    let innermost = write(&[Entry::deflated("c.html", page.as_bytes())]);
    let inner = write(&[
        Entry::deflated("b.html", page.as_bytes()),
        Entry::stored("c.zip", &innermost),
    ]);
    let bytes = write(&[Entry::stored("x/b.zip", &inner)]);
    let outcomes = all(&bytes, "a.zip");
    assert_eq!(
        told(&outcomes),
        [
            ("a.zip/x/b.zip/b.html", Some("甲镇人民政府")),
            ("a.zip/x/b.zip/c.zip", None)
        ]
    );
    assert_eq!(problem(&outcomes[1]), Some(ReadErrorKind::TooDeep));
}

#[test]
fn encrypted_files_and_bombs_in_an_archive_are_refused_by_name() {
    let bomb = Entry {
        size: 60 << 20,
        ..Entry::deflated("b.html", &vec![0; 1 << 20])
    };
    let locked = Entry {
        flags: 1,
        ..Entry::deflated("a.docx", b"x")
    };
    let page = Entry::deflated("c.html", page("甲镇人民政府").as_bytes());
    let outcomes = all(&write(&[locked, bomb, page]), "a.zip");
    let told: Vec<(&str, Option<ReadErrorKind>)> = outcomes
        .iter()
        .map(|outcome| (outcome.name.as_str(), problem(outcome)))
        .collect();
    assert_eq!(
        told,
        [
            ("a.zip/a.docx", Some(ReadErrorKind::Encrypted)),
            ("a.zip/b.html", Some(ReadErrorKind::TooLarge)),
            ("a.zip/c.html", None)
        ]
    );
}

#[test]
fn an_archive_without_any_report_says_so() {
    for entries in [vec![], vec![Entry::stored("a.png", b"x")]] {
        let outcomes = all(&write(&entries), "a.zip");
        assert_eq!(outcomes.len(), 1);
        let Status::Unreadable(error) = &outcomes[0].status else {
            panic!("unreadable");
        };
        assert_eq!(error.kind(), ReadErrorKind::Empty);
        assert!(message::problem(error, Lang::Chinese).contains("压缩包"));
    }
    let cut = write(&[Entry::stored("a.html", b"x")]);
    let outcomes = all(&cut[..cut.len() - 10], "a.zip");
    assert_eq!(problem(&outcomes[0]), Some(ReadErrorKind::Truncated));
}

#[test]
fn more_files_than_the_cap_end_with_the_archive_itself() {
    let entries: Vec<Entry> = (0..2_003)
        .map(|number| Entry::stored(&format!("{number:04}.txt"), b"x"))
        .collect();
    let outcomes = all(&write(&entries), "a.zip");
    assert_eq!(outcomes.len(), 2_001);
    let last = outcomes.last().unwrap();
    assert_eq!(
        (last.name.as_str(), problem(last)),
        ("a.zip", Some(ReadErrorKind::TooLarge))
    );
}

#[test]
fn reports_one_behind_the_other_in_one_page() {
    let both = [page("甲镇人民政府"), page("乙镇人民政府")].concat();
    let outcomes = all(both.as_bytes(), "汇编.html");
    assert_eq!(
        told(&outcomes),
        [
            ("汇编.html#甲镇人民政府", Some("甲镇人民政府")),
            ("汇编.html#乙镇人民政府", Some("乙镇人民政府"))
        ]
    );
    // The second report says where it stands in the file.
    let block = |outcome: &Outcome| match &outcome.status {
        Status::Checked(checked) => checked
            .report
            .cells
            .values()
            .filter_map(|cell| cell.origin)
            .map(|origin| origin.block)
            .min(),
        _ => None,
    };
    assert!(block(&outcomes[0]) < block(&outcomes[1]));
    // One report twice is one report.
    let twice = [page("甲镇人民政府"), page("甲镇人民政府")].concat();
    assert_eq!(all(twice.as_bytes(), "a.html").len(), 1);
    assert_eq!(all(page("甲镇人民政府").as_bytes(), "a.html").len(), 1);
}

/// The rows of a report on a sheet.
fn rows(unit: &str) -> String {
    let document = support::document(page(unit).as_bytes());
    let cell = |text: &str| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        format!("<c t=\"inlineStr\" s=\"1\"><is><t>{text}</t></is></c>")
    };
    let mut out = String::new();
    for block in &document.blocks {
        match block {
            gouji::document::Block::Paragraph(paragraph) => {
                out.push_str(&format!("<row>{}</row>", cell(&paragraph.text)));
            }
            gouji::document::Block::Grid(grid) => {
                for row in 0..grid.rows() {
                    let mut line = String::new();
                    for one in grid.row(row) {
                        line.push_str(&cell(&one.text));
                        for _ in 1..one.column_span {
                            line.push_str("<c s=\"1\"/>");
                        }
                    }
                    out.push_str(&format!("<row>{line}</row>"));
                }
            }
        }
    }
    out
}

#[test]
fn the_sheets_of_a_workbook_are_reports_of_their_own() {
    let bytes = Workbook::default()
        .tab(
            "甲镇",
            "",
            &format!("<sheetData>{}</sheetData>", rows("甲镇人民政府")),
        )
        .tab(
            "说明",
            "",
            "<sheetData><row><c><v>1</v></c></row></sheetData>",
        )
        .tab(
            "乙镇",
            "",
            &format!("<sheetData>{}</sheetData>", rows("乙镇人民政府")),
        )
        .bordered()
        .bytes();
    let outcomes = all(&bytes, "汇总.xlsx");
    let names: Vec<&str> = outcomes
        .iter()
        .map(|outcome| outcome.name.as_str())
        .collect();
    assert_eq!(outcomes.len(), 2, "{names:?}");
    assert_eq!(unit(&outcomes[0]), Some("甲镇人民政府"));
    assert_eq!(unit(&outcomes[1]), Some("乙镇人民政府"));
    assert_eq!(names[1], "汇总.xlsx#乙镇");
}

#[test]
fn one_of_the_reports_is_checked_when_it_is_asked_for() {
    let both = [page("甲镇人民政府"), page("乙镇人民政府")].concat();
    let bytes = write(&[
        Entry::deflated("a.html", both.as_bytes()),
        Entry::deflated("b.html", page("丙镇人民政府").as_bytes()),
        Entry::deflated("c.docx", b"x"),
    ]);
    let every = all(&bytes, "a.zip");
    assert_eq!(every.len(), 4);
    for (number, expected) in (0..).zip(&every) {
        let options = Options {
            report: Some(number),
            ..Options::new(&NativeDecoder)
        };
        assert_eq!(
            check_all(&bytes, "a.zip", &options),
            std::slice::from_ref(expected)
        );
    }
    let none = Options {
        report: Some(9),
        ..Options::new(&NativeDecoder)
    };
    assert!(check_all(&bytes, "a.zip", &none).is_empty());
}

#[test]
fn a_single_check_takes_the_file_as_one_report() {
    let both = [page("甲镇人民政府"), page("乙镇人民政府")].concat();
    let outcome = check(both.as_bytes(), "a.html", &Options::new(&NativeDecoder));
    assert_eq!(unit(&outcome), Some("甲镇人民政府"));
}
