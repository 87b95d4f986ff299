//! The same report printed by other programs and drawn in every way that PDF files of reports are: all cells right, and the same
//! findings as the web page has.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use gouji::form::CellId;
use gouji::number::Value;
use gouji::outcome::Checked;
use rendering::drawn::Paper;
use rendering::pdf::{Coding, Making, Rules, pdf};
use rendering::{Figures, checked};

/// What must not depend on how the report is drawn: cells as text, value and state; codes of findings with their cells.
#[derive(Debug, PartialEq)]
struct Essence {
    cells: BTreeMap<CellId, (String, Option<Value>, &'static str)>,
    findings: Vec<(&'static str, Vec<CellId>)>,
}

fn essence(checked: &Checked) -> Essence {
    let cells = checked.report.cells.iter().map(|(id, cell)| {
        let raw = cell.raw.trim().to_owned();
        (*id, (raw, cell.value, cell.state.name()))
    });
    let findings = checked.findings.iter().map(|finding| {
        let cells = finding.cells.iter().map(|(id, _)| *id).collect();
        (finding.code, cells)
    });
    Essence {
        cells: cells.collect(),
        findings: findings.collect(),
    }
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
    assert_eq!(found, expected, "{name}");
}

fn expected(figures: &Figures) -> Essence {
    essence(&checked(figures.html().as_bytes(), "html"))
}

/// Space above the title that moves the first page break to five places of the long table.
const ABOVE: [f64; 5] = [0.0, 60.0, 130.0, 200.0, 290.0];

fn sweep(figures: &Figures, paper: &Paper, making: Making) {
    let expected = expected(figures);
    for above in ABOVE {
        let paper = Paper {
            above,
            ..paper.clone()
        };
        let bytes = pdf(&figures.sheets(&paper), &paper, making);
        let name = format!("{paper:?} {making:?}");
        assert_same(&name, &essence(&checked(&bytes, "pdf")), &expected);
    }
}

fn printed(program: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/pdf");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.file_name()
                .unwrap()
                .to_string_lossy()
                .starts_with(program)
        })
        .collect();
    files.sort();
    assert_eq!(files.len(), 5, "five page breaks of {program}");
    files
}

fn printed_reports_agree(program: &str) {
    let expected = expected(&Figures::example("2021"));
    for path in printed(program) {
        let bytes = std::fs::read(&path).unwrap();
        assert_same(
            &path.display().to_string(),
            &essence(&checked(&bytes, "pdf")),
            &expected,
        );
    }
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
    std::fs::write(folder.join("2021.html"), Figures::example("2021").html()).unwrap();
}

#[test]
fn every_coding() {
    for coding in [
        Coding::Ucs2,
        Coding::Utf16,
        Coding::Gbk,
        Coding::Gbk2k,
        Coding::Mapped,
        Coding::Collection,
        Coding::TrueType,
        Coding::Named,
    ] {
        let making = Making {
            coding,
            ..Making::default()
        };
        sweep(&Figures::example("2021"), &Paper::default(), making);
    }
}

#[test]
fn every_kind_of_line() {
    for rules in [
        Rules::Stroked,
        Rules::Lines,
        Rules::Filled,
        Rules::Dashed,
        Rules::Double,
        Rules::Cut,
    ] {
        let making = Making {
            rules,
            ..Making::default()
        };
        sweep(&Figures::example("2021"), &Paper::default(), making);
    }
}

#[test]
fn every_way_of_turning_and_packing() {
    let plain = Making::default();
    for making in [
        Making {
            rotate: true,
            ..plain
        },
        Making {
            sideways: true,
            ..plain
        },
        Making {
            form: true,
            ..plain
        },
        Making {
            twice: true,
            ..plain
        },
        Making {
            apart: true,
            ..plain
        },
        Making {
            radicals: true,
            ..plain
        },
        Making {
            rotate: true,
            form: true,
            twice: true,
            apart: true,
            ..plain
        },
    ] {
        sweep(&Figures::example("2021"), &Paper::default(), making);
    }
}

#[test]
fn every_kind_of_page_break() {
    let plain = Paper::default();
    for paper in [
        Paper {
            cuts_rows: true,
            ..plain.clone()
        },
        Paper {
            numbers: false,
            ..plain.clone()
        },
        Paper {
            repeats_header: true,
            ..plain.clone()
        },
        Paper {
            stacks_labels: true,
            cuts_rows: true,
            ..plain.clone()
        },
        Paper {
            width: 842.0,
            height: 595.0,
            ..plain.clone()
        },
    ] {
        sweep(&Figures::example("2021"), &paper, Making::default());
    }
}

#[test]
fn the_form_of_2019() {
    sweep(
        &Figures::example("2019"),
        &Paper::default(),
        Making::default(),
    );
}
