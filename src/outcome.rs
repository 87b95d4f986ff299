//! What came of one file.

use crate::compare::Compared;
use crate::explain::Explanation;
use crate::finding::{Coverage, Finding, Statement};
use crate::prose::Quote;
use crate::report::Report;

// What an outcome is made of comes with it, so that whoever presents outcomes needs no reader.
pub use crate::reader::{Format, ReadError, ReadErrorKind};

/// What came of one file: facts only; `present` makes the answer of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The name as given.
    pub name: String,
    /// The size in bytes.
    pub bytes: usize,
    /// The kind told by the first bytes; `None` if unknown.
    pub format: Option<Format>,
    /// What came of it.
    pub status: Status,
}

/// The three ends of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// A report was recognised and checked.
    Checked(Box<Checked>),
    /// The file was read, but holds no table of the form.
    Unrecognised(Contents),
    /// The file could not be read.
    Unreadable(ReadError),
}

/// A report with what the checks say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The report.
    pub report: Report,
    /// The findings, heaviest first.
    pub findings: Vec<Finding>,
    /// How far each rule was applied.
    pub coverage: Vec<Coverage>,
    /// The note of each finding that a person has found right, in the order of the findings.
    pub notes: Vec<Option<String>>,
    /// Which cells are probably wrong, cause by cause.
    pub explanations: Vec<Explanation>,
    /// Figures of the prose that were compared with cells.
    pub statements: Vec<Statement>,
    /// Numbers of the prose that were not understood for certain, and so not compared with anything.
    pub unbound: Vec<Quote>,
    /// What it was compared with as the report of the year before; `None` if none was given.
    pub compared: Option<Compared>,
}

/// What a file without any table of the form holds, so that the message can say what was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Paragraphs of text.
    pub paragraphs: u32,
    /// Grids of any kind.
    pub grids: u32,
    /// Rows of all grids together.
    pub rows: u32,
    /// The names of files inside the file that were not read.
    pub attachments: Vec<String>,
}
