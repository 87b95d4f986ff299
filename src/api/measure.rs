//! For measuring alone, in no module that is handed out: one table at a time, so that explaining is timed without reading.

use wasm_bindgen::prelude::*;

use crate::check::{Selection, check};
use crate::edition::Edition;
use crate::explain::{Evidence, explain};
use crate::finding::Finding;
use crate::form::Table;
use crate::report::{Cell, Report};
use crate::sorted::SortedSet;

/// A report that holds section three and nothing else, checked.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Prepared {
    report: Report,
    findings: Vec<Finding>,
}

#[wasm_bindgen]
impl Prepared {
    /// The figures line by line; below zero stands for a place where nothing stands. Nothing if there is no such edition.
    pub fn new(edition: &str, figures: &[i32]) -> Option<Self> {
        let edition = Edition::from_name(edition)?;
        let mut report = Report::empty();
        report.table_mut(Table::Requests).edition = Some(edition);
        for ((id, kind), figure) in edition.table(Table::Requests)?.cells().zip(figures) {
            let text = if *figure < 0 {
                String::new()
            } else {
                figure.to_string()
            };
            report.cells.insert(id, Cell::read(text, kind, None));
        }
        let findings = check(&report, &Selection::default()).findings;
        Some(Self { report, findings })
    }

    /// Explains it, and answers how many explanations there are.
    pub fn explain(&self) -> usize {
        let (all, none) = (Selection::default(), SortedSet::new());
        explain(
            &self.report,
            &self.findings,
            Evidence::default(),
            &all,
            &none,
        )
        .len()
    }

    /// The whole explanation in words of the debugger, to compare it with that of another machine.
    pub fn answer(&self) -> String {
        let (all, none) = (Selection::default(), SortedSet::new());
        format!(
            "{:?}",
            explain(
                &self.report,
                &self.findings,
                Evidence::default(),
                &all,
                &none
            )
        )
    }
}
