//! Real reports that live beside the repository. Where the folder is absent, each test says so.

use std::io::Write;
use std::path::Path;

use crate::support::{document, grids, paragraphs};

/// A file of the folder; `None`, announced, where it is absent.
fn report(name: &str) -> Option<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = root
        .ancestors()
        .find_map(|folder| std::fs::read(folder.join("shared/reports").join(name)).ok());
    if file.is_none() {
        // Past the test harness, which keeps the output of tests that pass.
        let _ = writeln!(
            std::io::stderr(),
            "NOT RUN: shared/reports/{name} is absent"
        );
    }
    file
}

#[test]
fn the_official_form_from_a_word_processor_has_three_tables() {
    let Some(bytes) = report("form-2021-template.docx") else {
        return;
    };
    let document = document(&bytes);
    let rows: Vec<u32> = grids(&document).iter().map(|grid| grid.rows()).collect();
    assert_eq!(rows, [14, 28, 4]);
    assert!(!paragraphs(&document).is_empty());
}

#[test]
fn a_clean_page_has_every_cell_in_its_slot() {
    let Some(bytes) = report("hangzhou-2025.html") else {
        return;
    };
    let document = document(&bytes);
    let rows: Vec<u32> = grids(&document).iter().map(|grid| grid.rows()).collect();
    assert_eq!(rows, [28, 2]);
    let grids = grids(&document);
    for row in 3..28 {
        let last = grids[0].row(row).last().expect("a cell");
        assert_eq!((last.column, last.column_span), (9, 1), "row {row}");
        assert!(last.text.parse::<u32>().is_ok(), "row {row}: {}", last.text);
    }
    assert_eq!(grids[1].row(1).len(), 15);
}
