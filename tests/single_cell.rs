//! One wrong cell breaks exactly the equations that use it: every cell of both editions, one after another.

#![allow(
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;

use gouji::finding::Severity;
use gouji::form::Table;
use gouji::outcome::{Checked, Status};
use gouji::reader::encoding::Utf8Only;
use gouji::{Options, check};
use rendering::Figures;
use rendering::sums::{broken_sums, found_sums};

fn checked(document: &str) -> Option<Checked> {
    match check(document.as_bytes(), "page.html", &Options::new(&Utf8Only)).status {
        Status::Checked(checked) => Some(*checked),
        _ => None,
    }
}

fn every_cell(edition: &str, cells: usize) {
    let figures = Figures::example(edition);
    let mut tried = 0;
    for (id, raw) in figures
        .cells
        .iter()
        .filter(|(id, _)| id.table != Table::Disclosure)
    {
        let mut wrong = figures.clone();
        let changed = raw
            .parse::<i64>()
            .map_or(0, |figure| figure.saturating_add(3))
            .to_string();
        wrong.cells.insert(*id, changed);
        let Some(checked) = checked(&wrong.html()) else {
            panic!("{id}: not recognised")
        };
        let found = found_sums(&checked.findings);
        assert_eq!(found, broken_sums(&wrong), "{id}");
        assert!(!found.is_empty(), "{id}: nothing was found");
        assert_eq!(
            found.len(),
            checked.findings.len(),
            "{id}: something else was found"
        );
        assert!(
            checked
                .findings
                .iter()
                .all(|finding| finding.severity == Severity::Error)
        );
        tried += 1;
    }
    assert_eq!(tried, cells);
}

#[test]
fn of_the_2021_form() {
    every_cell("2021", 190);
}

#[test]
fn of_the_2019_form() {
    every_cell("2019", 176);
}
