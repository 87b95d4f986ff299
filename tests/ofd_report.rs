//! One report as OFD files, written in three ways, its pages breaking at five different rows: every cell where the web page
//! of the same report has it, and the same answer.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;

use gouji::outcome::Checked;
use gouji::reader::Format;
use rendering::cells::{assert_same_cells, cells, document};
use rendering::drawn::{Paper, Sheet};
use rendering::ofd::{MAKINGS, Making, ofd};
use rendering::pdf::pdf;
use rendering::report::report;
use rendering::{Figures, checked};

/// Space above the title that moves the page break to five places of the long table.
const ABOVE: [f64; 5] = [0.0, 60.0, 130.0, 200.0, 290.0];

/// Cells of the three tables, labels included.
const CELLS: usize = 279;

fn assert_same_answer(name: &str, found: &Checked, expected: &Checked) {
    let codes = |checked: &Checked| -> Vec<_> {
        let findings = checked.findings.iter();
        findings
            .map(|finding| (finding.code, finding.cells.clone()))
            .collect()
    };
    assert_eq!(codes(found), codes(expected), "{name}");
    for (id, cell) in expected.report.cells.iter() {
        let other = found.report.cells.get(id).unwrap();
        assert_eq!(
            (&other.raw, other.value, other.state),
            (&cell.raw, cell.value, cell.state),
            "{name} {id}"
        );
    }
}

fn papers() -> impl Iterator<Item = Paper> {
    ABOVE.into_iter().map(|above| Paper {
        above,
        ..Paper::default()
    })
}

#[test]
fn all_cells_are_right_however_the_file_is_written() {
    let html = report().html();
    assert_eq!(cells(html.as_bytes()).len(), CELLS);
    let expected = checked(html.as_bytes(), "html");
    for paper in papers() {
        let sheets = report().sheets(&paper);
        for making in MAKINGS {
            let name = format!("{making:?}, {} above", paper.above);
            let bytes = ofd(&sheets, &paper, making);
            assert_eq!(document(&bytes).0, Format::Ofd);
            assert_same_cells(&name, &bytes, html.as_bytes());
            assert_same_answer(&name, &checked(&bytes, "ofd"), &expected);
        }
    }
}

#[test]
fn the_form_of_2019_is_read_too() {
    let figures = Figures::example("2019");
    let expected = checked(figures.html().as_bytes(), "html");
    for paper in papers() {
        let bytes = ofd(&figures.sheets(&paper), &paper, Making::Repeats);
        assert_same_answer("2019", &checked(&bytes, "ofd"), &expected);
    }
}

#[test]
fn every_cell_knows_its_page() {
    let paper = Paper::default();
    let sheets: Vec<Sheet> = report().sheets(&paper);
    let checked = checked(&ofd(&sheets, &paper, Making::Plain), "ofd");
    let mut pages: Vec<u32> = Vec::new();
    for (id, cell) in checked.report.cells.iter() {
        let page = cell.origin.unwrap().page;
        pages.push(page.unwrap_or_else(|| panic!("{id} has no page")));
    }
    // The tables stand one after the other.
    assert!(pages.is_sorted(), "{pages:?}");
    assert_eq!((pages[0], *pages.last().unwrap()), (1, sheets.len() as u32));
}

/// The files that the tests of the page drop: made here, so that nobody has to believe them. `UPDATE_DRAWN_FILES=1` writes
/// them anew.
#[test]
fn the_files_of_the_page_tests_are_this_report() {
    let paper = Paper::default();
    let sheets = report().sheets(&paper);
    let made = [
        ("report.ofd", ofd(&sheets, &paper, Making::Template)),
        (
            "report.pdf",
            pdf(&sheets, &paper, rendering::pdf::Making::default()),
        ),
    ];
    for (name, bytes) in made {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/page/fixtures")
            .join(name);
        if std::env::var_os("UPDATE_DRAWN_FILES").is_some() {
            std::fs::write(&path, &bytes).unwrap();
        }
        assert!(
            std::fs::read(&path).unwrap() == bytes,
            "{name} is out of date"
        );
    }
}
