//! One report in every format that an office suite writes, each file by another producer: the same cells in the same
//! places and the same answer as the web page of that report.
//!
//! The files lie in `tests/files/office`; `make.py` there says how each was made. `UPDATE_OFFICE_FILES=1` writes the web
//! page anew, from which all others are made.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;
mod support;

use std::path::PathBuf;

use gouji::document::Document;
use gouji::outcome::Status;
use gouji::reader::encoding::native::NativeDecoder;
use gouji::reader::{Format, ReadErrorKind};
use rendering::cells::cells_of;
use rendering::checked;
use rendering::report::report;
use support::read;

/// The files, each with its format.
const FILES: &[(&str, Format)] = &[
    ("libreoffice.docx", Format::Docx),
    ("python-docx.docx", Format::Docx),
    ("strict.docx", Format::Docx),
    ("gnumeric.xlsx", Format::Xlsx),
    ("libreoffice.xlsx", Format::Xlsx),
    ("openpyxl.xlsx", Format::Xlsx),
    ("openpyxl-three-sheets.xlsx", Format::Xlsx),
    ("strict.xlsx", Format::Xlsx),
    ("xlsxwriter.xlsx", Format::Xlsx),
    ("gnumeric.ods", Format::Ods),
    ("libreoffice.ods", Format::Ods),
    ("libreoffice.fods", Format::Ods),
    ("odfpy.ods", Format::Ods),
    ("libreoffice.odt", Format::Odt),
    ("libreoffice.fodt", Format::Odt),
    ("odfpy.odt", Format::Odt),
    ("gbk.rtf", Format::Rtf),
    ("libreoffice.rtf", Format::Rtf),
    ("libreoffice.html", Format::Html),
    ("chromium.mhtml", Format::Mht),
    ("gbk.mht", Format::Mht),
    ("utf-8.mhtml", Format::Mht),
    ("word-2003.xml", Format::WordXml),
    ("package.xml", Format::WordXml),
    ("libreoffice-excel-2003.xml", Format::ExcelXml),
    ("excel-2003.xml", Format::ExcelXml),
    ("libreoffice.doc", Format::Doc),
    ("gnumeric.xls", Format::Xls),
    ("gnumeric-dsf.xls", Format::Xls),
    ("libreoffice.xls", Format::Xls),
    ("xlwt.xls", Format::Xls),
    ("xlwt-three-sheets.xls", Format::Xls),
];

/// Cells of the three tables, labels included.
const CELLS: usize = 279;

fn path(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    folder.join("tests/files/office").join(name)
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn paragraphs(document: &Document) -> Vec<String> {
    let texts = support::paragraphs(document);
    texts
        .iter()
        .map(|text| text.split_whitespace().collect())
        .collect()
}

#[test]
fn the_web_page_is_the_report() {
    let html = report().html();
    if std::env::var_os("UPDATE_OFFICE_FILES").is_some() {
        std::fs::write(path("report.html"), &html).unwrap();
    }
    assert_eq!(String::from_utf8(file("report.html")).unwrap(), html);
    let (format, document) = read(html.as_bytes()).unwrap();
    assert_eq!(format, Format::Html);
    assert_eq!(cells_of(&document).len(), CELLS);
    let checked = checked(html.as_bytes(), "report.html");
    let codes: Vec<&str> = checked
        .findings
        .iter()
        .map(|finding| finding.code)
        .collect();
    assert_eq!(codes, ["outcome-total", "applicant-total"]);
}

#[test]
fn every_file_has_the_same_cells_and_the_same_answer() {
    let html = file("report.html");
    let (_, expected) = read(&html).unwrap();
    let expected_answer = checked(&html, "report.html");
    for (name, format) in FILES {
        let bytes = file(name);
        let (told, document) = read(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(told, *format, "{name}");
        let (found, wanted) = (cells_of(&document), cells_of(&expected));
        let first = found
            .iter()
            .zip(&wanted)
            .find(|(found, wanted)| found != wanted);
        assert_eq!(first, None, "{name}");
        assert_eq!(found.len(), wanted.len(), "{name}");
        assert_eq!(paragraphs(&document), paragraphs(&expected), "{name}");
        let answer = checked(&bytes, name);
        assert_eq!(answer.findings, expected_answer.findings, "{name}");
        for (id, cell) in expected_answer.report.cells.iter() {
            let other = answer.report.cells.get(id).unwrap();
            assert_eq!(
                (&other.raw, other.value, other.state),
                (&cell.raw, cell.value, cell.state),
                "{name} {id}"
            );
        }
    }
}

#[test]
fn the_kind_is_told_by_the_first_bytes_and_never_by_the_name() {
    let expected = checked(&file("report.html"), "report.html").findings;
    let cases = FILES.iter().copied().chain([("report.html", Format::Html)]);
    for (name, format) in cases {
        let bytes = file(name);
        for wrong in [
            "年报.doc",
            "年报.wps",
            "年报.xls",
            "年报.et",
            "年报.txt",
            "年报.zip",
            "年报",
        ] {
            let outcome = gouji::check(&bytes, wrong, &gouji::Options::new(&NativeDecoder));
            assert_eq!(outcome.format, Some(format), "{name} as {wrong}");
            let Status::Checked(checked) = outcome.status else {
                panic!("{name} as {wrong}: {:?}", outcome.status);
            };
            assert_eq!(checked.findings, expected, "{name} as {wrong}");
        }
    }
}

#[test]
fn a_file_cut_in_the_middle_is_truncated() {
    // A web page may end anywhere.
    for (name, format) in FILES.iter().filter(|(_, format)| *format != Format::Html) {
        let bytes = file(name);
        for part in [1, 3, 5, 7, 9] {
            let cut = &bytes[..bytes.len() * part / 10];
            let error = match read(cut) {
                Ok(_) => panic!("{name}: {part}/10 is read"),
                Err(error) => error,
            };
            assert_eq!(error.kind(), ReadErrorKind::Truncated, "{name}: {part}/10");
            // A zip archive whose directory is lost may not tell any more what it was.
            if let Some(told) = error.format() {
                assert_eq!(told, *format, "{name}: {part}/10");
            }
        }
    }
}
