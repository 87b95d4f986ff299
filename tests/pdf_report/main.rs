//! The same report printed by other programs and drawn in every way that PDF files of reports are: all cells right, and the same
//! findings as the web page has.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

#[path = "../rendering/mod.rs"]
mod rendering;

mod narrow;
mod partly;
mod unruled;

use std::collections::BTreeMap;
use std::path::Path;

use gouji::finding::Severity;
use gouji::form::CellId;
use gouji::number::Value;
use gouji::outcome::Checked;
use rendering::cells::{assert_same_cells, cells};
use rendering::drawn::Paper;
use rendering::pdf::{Coding, Making, Rules, pdf};
use rendering::report::report;
use rendering::{Figures, checked};

/// What must not depend on how the report is drawn: cells as text, value and state; findings with their weight and cells.
struct Essence {
    cells: BTreeMap<CellId, (String, Option<Value>, &'static str)>,
    findings: Vec<(&'static str, Vec<CellId>, Severity)>,
}

fn essence(checked: &Checked) -> Essence {
    let cells = checked.report.cells.iter().map(|(id, cell)| {
        let raw = cell.raw.trim().to_owned();
        (*id, (raw, cell.value, cell.state.name()))
    });
    let findings = checked.findings.iter().map(|finding| {
        let cells = finding.cells.iter().map(|(id, _)| *id).collect();
        (finding.code, cells, finding.severity)
    });
    Essence {
        cells: cells.collect(),
        findings: findings.collect(),
    }
}

/// Of a row that a page break cuts in two it is not certain that both halves belong together: what rests on it weighs less.
fn without_weight(essence: &mut Essence) {
    for (.., severity) in &mut essence.findings {
        *severity = Severity::Notice;
    }
    essence.findings.sort();
}

/// Fails with the cells that differ, not with all of them.
fn assert_same(name: &str, found: &Essence, expected: &Essence) {
    let wrong: Vec<String> = expected
        .cells
        .iter()
        .filter(|(id, cell)| found.cells.get(id) != Some(cell))
        .map(|(id, cell)| format!("{id}: {:?} for {:?}", found.cells.get(id), cell))
        .collect();
    assert!(
        wrong.is_empty(),
        "{name}: {} of {} cells, first: {:#?}",
        wrong.len(),
        expected.cells.len(),
        &wrong[..wrong.len().min(5)]
    );
    assert_eq!(found.findings, expected.findings, "{name}");
    assert_eq!(found.cells.len(), expected.cells.len(), "{name}");
}

fn expected(figures: &Figures) -> Essence {
    essence(&checked(figures.html().as_bytes(), "html"))
}

/// Space above the title that moves the first page break to five places of the long table.
const ABOVE: [f64; 5] = [0.0, 60.0, 130.0, 200.0, 290.0];

/// The report on the paper given, its first page break in five places.
fn sweep(figures: &Figures, paper: &Paper, making: Making) {
    let mut expected = expected(figures);
    if paper.cuts_rows {
        without_weight(&mut expected);
    }
    let html = figures.html();
    for above in ABOVE {
        let paper = Paper {
            above,
            ..paper.clone()
        };
        let bytes = pdf(&figures.sheets(&paper), &paper, making);
        let name = format!("{paper:?} {making:?}");
        assert_same_cells(&name, &bytes, html.as_bytes());
        let mut found = essence(&checked(&bytes, "pdf"));
        if paper.cuts_rows {
            without_weight(&mut found);
        }
        assert_same(&name, &found, &expected);
    }
}

fn printed_reports_agree(program: &str) {
    let expected = expected(&report());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/pdf");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !name.starts_with(program) {
            continue;
        }
        count += 1;
        let bytes = std::fs::read(&path).unwrap();
        assert_same_cells(&name, &bytes, report().html().as_bytes());
        assert_same(&name, &essence(&checked(&bytes, "pdf")), &expected);
    }
    assert_eq!(count, 5, "five page breaks of {program}");
}

#[test]
fn the_report_has_279_cells() {
    assert_eq!(cells(report().html().as_bytes()).len(), 279);
}

#[test]
fn printed_by_libreoffice() {
    printed_reports_agree("libreoffice");
}

#[test]
fn printed_by_chromium() {
    printed_reports_agree("chromium");
}

/// Writes the page that `tests/files/pdf/print.py` prints.
#[test]
#[ignore = "makes the page that test files are printed from"]
fn page_for_printing() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/printed");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("report.html"), report().html()).unwrap();
}

/// Files that anybody may open and nobody may change: every page of some public bodies is one.
#[test]
fn encrypted_with_an_empty_password() {
    for name in [
        "empty-password-rc4.pdf",
        "empty-password-aes.pdf",
        "encrypted-2-rc4.pdf",
        "encrypted-3-rc4.pdf",
        "encrypted-4-rc4.pdf",
        "encrypted-4-aes.pdf",
        "encrypted-5-aes.pdf",
        "encrypted-6-aes.pdf",
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/files/pdf")
            .join(name);
        let bytes = std::fs::read(path).unwrap();
        assert!(bytes.windows(8).any(|window| window == b"/Encrypt"));
        assert_same_cells(name, &bytes, report().html().as_bytes());
    }
}

fn coded(coding: Coding) {
    let making = Making {
        coding,
        ..Making::default()
    };
    sweep(&report(), &Paper::default(), making);
}

#[test]
fn identity_with_a_map_to_unicode() {
    coded(Coding::Mapped);
}

#[test]
fn uni_gb_ucs2_without_a_font() {
    coded(Coding::Ucs2);
}

#[test]
fn uni_gb_utf16_without_a_font() {
    coded(Coding::Utf16);
}

#[test]
fn gbk_without_a_font() {
    coded(Coding::Gbk);
}

#[test]
fn gbk2k_without_a_font() {
    coded(Coding::Gbk2k);
}

#[test]
fn gbkp_without_a_font() {
    coded(Coding::Gbkp);
}

#[test]
fn gb_without_a_font() {
    coded(Coding::Gb);
}

#[test]
fn identity_of_the_collection_gb1_without_a_map() {
    coded(Coding::Collection);
}

#[test]
fn embedded_truetype_without_a_map() {
    coded(Coding::TrueType);
}

#[test]
fn simple_font_with_differences() {
    coded(Coding::Named);
}

fn ruled(rules: Rules) {
    let making = Making {
        rules,
        ..Making::default()
    };
    sweep(&report(), &Paper::default(), making);
}

#[test]
fn rulings_as_stroked_boxes() {
    ruled(Rules::Stroked);
}

#[test]
fn rulings_drawn_twice_by_neighbours() {
    ruled(Rules::Lines);
}

#[test]
fn rulings_as_thin_fills() {
    ruled(Rules::Filled);
}

#[test]
fn rulings_as_dashes() {
    ruled(Rules::Dashed);
}

#[test]
fn rulings_as_double_lines() {
    ruled(Rules::Double);
}

#[test]
fn rulings_as_frames_cut_out() {
    ruled(Rules::Cut);
}

fn made(change: impl Fn(&mut Making)) {
    let mut making = Making::default();
    change(&mut making);
    sweep(&report(), &Paper::default(), making);
}

#[test]
fn a_page_turned_by_its_entry() {
    made(|making| making.rotate = true);
}

#[test]
fn a_page_drawn_lying() {
    made(|making| making.sideways = true);
}

#[test]
fn form_xobjects() {
    made(|making| making.form = true);
}

#[test]
fn text_drawn_twice_for_bold() {
    made(|making| making.twice = true);
}

#[test]
fn signs_placed_one_by_one() {
    made(|making| making.apart = true);
}

#[test]
fn radicals_for_characters() {
    made(|making| making.radicals = true);
}

#[test]
fn turned_in_a_form_twice_and_one_by_one() {
    made(|making| {
        making.rotate = true;
        making.form = true;
        making.twice = true;
        making.apart = true;
    });
}

fn broken(change: impl Fn(&mut Paper)) {
    let mut paper = Paper::default();
    change(&mut paper);
    sweep(&report(), &paper, Making::default());
}

#[test]
fn rows_and_labels_cut_by_a_page_break() {
    broken(|paper| paper.cuts_rows = true);
}

#[test]
fn tables_cut_without_a_page_number_between() {
    broken(|paper| paper.numbers = false);
}

#[test]
fn header_rows_repeated_after_a_page_break() {
    broken(|paper| paper.repeats_header = true);
}

#[test]
fn vertical_labels_cut_by_a_page_break() {
    broken(|paper| {
        paper.stacks_labels = true;
        paper.cuts_rows = true;
    });
}

#[test]
fn tables_and_rowspans_cut_on_lying_paper() {
    broken(|paper| (paper.width, paper.height) = (842.0, 595.0));
}

#[test]
fn the_form_of_2019() {
    sweep(
        &Figures::example("2019"),
        &Paper::default(),
        Making::default(),
    );
}
