//! Which cells are probably wrong, and what they should be: broken relations -> ranked readings with a grade.
//!
//! Causes are counted, not cells: a value moved to the neighbouring column is one cause, though two cells are wrong. See
//! `search` for how, `cost` for what each cause costs, `grade` for how sure an answer is.

mod catalogue;
mod cells;
mod cost;
mod grade;
mod layout;
mod search;
mod slip;
mod system;
mod table;
mod text;
mod typing;

pub use cost::Cause;
pub use grade::Grade;
pub use layout::{Layout, Part};
pub use search::{Found, Solution, search};
pub use slip::Slip;
pub use system::{Figure, System};

use crate::check::Selection;
use crate::finding::{Facts, Finding, Severity, Statement, WordsFault};
use crate::form::{CellId, Line, Table};
use crate::number::Value;
use crate::report::Report;
use crate::sorted::SortedSet;

/// Findings with one explanation: one cause, or causes that cannot be told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// How sure it is.
    pub grade: Grade,
    /// The findings explained, as places in the list of findings, from 0.
    pub findings: Vec<usize>,
    /// The possible readings, best first; none if nothing was found.
    pub readings: Vec<Reading>,
    /// For [`Grade::Partial`]: the changes that all near readings share.
    pub agreed: Vec<Change>,
    /// Whether so much is broken that the table was probably read wrongly.
    pub misread: bool,
    /// Where nothing was found or the table was probably read wrongly: the lines with the most broken relations.
    pub suspects: Vec<(Table, Line)>,
}

/// One way to make all relations of a table hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What happened, or the most of it.
    pub cause: Cause,
    /// The cells to change, in the order of the form.
    pub changes: Vec<Change>,
    /// The figures of the text to change.
    pub words: Vec<Rewording>,
    /// Whether the text already says what a changed cell should be.
    pub witnessed: bool,
    /// Whether last year's report says what a changed cell should be.
    pub carried: bool,
}

/// What is known of a report beside its tables; each part of it may be wrong itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence<'a> {
    /// The figures of its text that were compared with cells.
    pub statements: &'a [Statement],
    /// The report of the year before.
    pub previous: Option<&'a Report>,
}

/// A proposed change of a figure in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewording {
    /// The finding about it, as a place in the list of findings, from 0.
    pub finding: usize,
    /// What it says.
    pub from: Value,
    /// What the table says.
    pub to: Value,
    /// The cell that has just this figure, and may have been copied.
    pub source: Option<CellId>,
}

/// One proposed change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The cell.
    pub id: CellId,
    /// The count that stands there; `None` for a blank.
    pub from: Option<i64>,
    /// The count proposed.
    pub to: i64,
}

/// Explains the broken relations of a report, table by table, and the figures of its text that differ from the tables.
/// `pins`: cells that the user says are right; they are never changed. Only relations of the rules selected are used; a
/// proposal makes all of them hold, breaks none, and proposes no figure below zero.
pub fn explain(
    report: &Report,
    findings: &[Finding],
    evidence: Evidence<'_>,
    selection: &Selection,
    pins: &SortedSet<CellId>,
) -> Vec<Explanation> {
    // Most reports are right, and nothing is said of figures that agree, nor of notices.
    let is_explained = |finding: &Finding| {
        finding.severity != Severity::Notice
            && matches!(
                finding.facts,
                Facts::Unequal | Facts::TooSmall | Facts::Words(WordsFault::Differs { .. })
            )
    };
    if !findings.iter().any(is_explained) {
        return Vec::new();
    }
    let equations = crate::check::equalities(report, selection);
    let mut explanations: Vec<Explanation> = [Table::Requests, Table::Disputes]
        .into_iter()
        .filter_map(|table| table::TableSystem::new(table, report, &equations, pins))
        .flat_map(|table| {
            let found = search(&table.system, &table.layout);
            let witness = text::Witness::new(table.table, report, evidence);
            table.explanations(found, &witness, findings)
        })
        .collect();
    text::explain(findings, report, &equations, &mut explanations);
    explanations
}
