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

use gouji::finding::Severity;
use gouji::form::{CellId, Table};
use gouji::number::Value;
use gouji::outcome::{Checked, Status};
use gouji::reader::encoding::native::NativeDecoder;
use gouji::{Options, check};
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

/// Every cell is right, or said to be in doubt, or its line is said to be missing or unreadable: nothing is read wrongly in
/// silence. What has room in its cell is right without a doubt. Returns how many cells are.
fn right_or_doubtful(
    name: &str,
    figures: &Figures,
    bytes: &[u8],
    has_room: impl Fn(CellId, &str) -> bool,
) -> usize {
    let status = check(bytes, "pdf", &Options::new(&NativeDecoder)).status;
    let Status::Checked(checked) = status else {
        panic!("{name}: {status:?}");
    };
    let report = &checked.report;
    let mut right = 0;
    for (id, raw) in &figures.cells {
        let Some(cell) = report.cells.get(id) else {
            assert!(
                report.table(id.table).missing.contains(&id.line) && !has_room(*id, raw),
                "{name}: {id} is not there"
            );
            continue;
        };
        let is_right = cell.raw.trim() == raw.trim();
        let is_flagged = report.doubtful.contains(id)
            || report.table(id.table).unreadable.contains(&id.line)
            || cell.state.name() == "text";
        assert!(
            is_right || is_flagged,
            "{name}: {id}: {:?} for {raw:?}",
            cell.raw
        );
        let is_sure = is_right && !is_flagged;
        assert!(
            is_sure || !has_room(*id, raw),
            "{name}: {id} has room and is in doubt: {:?}",
            cell.raw
        );
        right += usize::from(is_sure);
    }
    for finding in &checked.findings {
        let rests_on_doubt = finding
            .cells
            .iter()
            .any(|(id, _)| report.doubtful.contains(id));
        assert!(
            !rests_on_doubt || finding.severity != Severity::Error,
            "{name}: an error that rests on a doubt: {finding:?}"
        );
    }
    right
}

/// Figures of four and of seven digits in the long table.
fn large(edition: &str) -> Figures {
    let mut figures = Figures::example(edition);
    let ids: Vec<CellId> = figures.cells.keys().copied().collect();
    for (index, id) in ids.iter().enumerate() {
        let text = match index % 4 {
            0 => (1_000 + index * 37 % 9_000).to_string(),
            1 => (1_000_000 + index * 7_919 % 9_000_000).to_string(),
            2 => "0".to_owned(),
            _ => (index % 97).to_string(),
        };
        if id.table != Table::Disclosure {
            figures.cells.insert(*id, text);
        }
    }
    figures
}

#[test]
fn large_figures_in_narrow_cells_are_right_or_in_doubt() {
    for edition in ["2021", "2019"] {
        let figures = large(edition);
        for (labels, clips) in [
            (2.0, false),
            (2.0, true),
            (4.0, false),
            (4.0, true),
            (6.0, false),
            (9.0, false),
        ] {
            for (size, apart) in [(7.0, false), (7.0, true), (10.5, false), (10.5, true)] {
                let paper = Paper {
                    labels,
                    clips,
                    size,
                    ..Paper::default()
                };
                let making = Making {
                    apart,
                    ..Making::default()
                };
                let name =
                    format!("{edition}, labels {labels}, clips {clips}, {size} pt, apart {apart}");
                let bytes = pdf(&figures.sheets(&paper), &paper, making);
                let has_room = |id: CellId, text: &str| paper.has_room(&figures, id.table, text);
                right_or_doubtful(&name, &figures, &bytes, has_room);
            }
        }
    }
}

#[test]
fn text_that_is_moved_is_right_or_in_doubt() {
    // To the side less than half a column of the widest, so that what is moved still touches its own cell.
    const MOVES: [(f64, f64); 7] = [
        (3.0, 0.0),
        (-4.0, 0.0),
        (9.0, 0.0),
        (-17.0, 0.0),
        (0.0, 4.0),
        (0.0, -5.0),
        (14.0, 2.0),
    ];
    for (edition, labels, clips, share) in [
        ("2021", 2.0, false, 1.0),
        ("2021", 2.0, true, 1.0),
        ("2021", 6.0, false, 0.5),
        ("2019", 4.0, true, 0.6),
        ("2019", 9.0, false, 0.3),
    ] {
        let figures = large(edition);
        let paper = Paper {
            labels,
            clips,
            ..Paper::default()
        };
        for (dx, dy) in MOVES {
            // What is cut off stands at the left of its cell and would not show at all.
            if clips && dx < -4.0 {
                continue;
            }
            let mut sheets = figures.sheets(&paper);
            // Only some of the texts: a table that is moved as a whole is another table.
            for sheet in &mut sheets {
                for (index, line) in sheet.texts.iter_mut().enumerate() {
                    if index % 5 == 0 {
                        line.x += dx * share;
                        line.y += dy;
                    }
                }
            }
            let bytes = pdf(&sheets, &paper, Making::default());
            let name = format!("{edition}, labels {labels}, clips {clips}, moved by {dx}, {dy}");
            right_or_doubtful(&name, &figures, &bytes, |_, _| false);
        }
    }
}
