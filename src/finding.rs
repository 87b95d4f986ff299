//! What the checks found, as facts. The sentences are made in `present/message.rs`.

mod previous;
mod report;
mod words;

pub use previous::PreviousFault;
pub use report::{BodyKind, Leftover, ReportFault, TitleFault, YearPlace};
pub use words::{Base, Statement, WordsFault};

use crate::form::{CellId, Line, Table};
use crate::number::Value;
use crate::prose::Quote;

/// How sure a finding is. The order is that of weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The arithmetic of the form is broken, or the form is incomplete.
    Error,
    /// Very likely wrong.
    Warning,
    /// Worth a look.
    Notice,
}

impl Severity {
    /// The permanent name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
        }
    }
}

/// The part a cell plays in a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// On the left side of the relation.
    Left,
    /// On the right side of the relation.
    Right,
    /// The cell that the finding is about, where there is no relation.
    Subject,
}

impl Role {
    /// The permanent name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Subject => "subject",
        }
    }
}

/// One finding: facts only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The code of the rule broken.
    pub code: &'static str,
    /// Its weight here; never more than the rule's.
    pub severity: Severity,
    /// The cells concerned, in the order of the form, each with its part.
    pub cells: Vec<(CellId, Role)>,
    /// The sum of the left side, for relations.
    pub left: Option<Value>,
    /// The sum of the right side, for relations.
    pub right: Option<Value>,
    /// Left minus right, for relations.
    pub difference: Option<Value>,
    /// The place in the prose, for findings about words.
    pub text: Option<Quote>,
    /// What else the sentence needs.
    pub facts: Facts,
}

/// The facts behind a finding beyond its cells and sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Facts {
    /// Two sides that must be equal are not.
    Unequal,
    /// The left side must be at least the right side, and is not.
    TooSmall,
    /// A total is blank beside filled parts; the value is the sum of the parts.
    BlankTotal {
        /// What the total should be.
        sum: Value,
    },
    /// Cells without a figure: blank, or a dash in place of 0.
    NoFigure {
        /// The table.
        table: Table,
        /// True if not one cell of the table has a figure.
        whole: bool,
        /// True for `/`, `-`, `—`, `无`; false for really blank cells.
        dash: bool,
    },
    /// Only the total of the lines is filled, the applicants are blank.
    OnlyTotal,
    /// The cell is not of the form that its column asks for.
    Format(FormatFault),
    /// A table of the form was not found.
    MissingTable {
        /// The table.
        table: Table,
    },
    /// Lines of a table were not found.
    MissingLine {
        /// The table.
        table: Table,
        /// The lines, in the order of the form.
        lines: Vec<Line>,
    },
    /// The figures of lines stand glued together and could not be told apart.
    Unreadable {
        /// The table.
        table: Table,
        /// The lines, in the order of the form.
        lines: Vec<Line>,
    },
    /// The same table stands more than once; only the fullest was checked.
    DuplicateTable {
        /// The table.
        table: Table,
        /// How many further copies there are.
        copies: u32,
    },
    /// A table is of another edition of the form than the year asks for.
    Edition {
        /// The table.
        table: Table,
        /// The edition of the table, as `2019`.
        found: &'static str,
        /// The edition that the year asks for.
        expected: &'static str,
        /// The year of the report.
        year: i32,
    },
    /// One of two figures that go together is 0 and the other is not.
    ZeroBeside,
    /// Something beyond the figures: headings, title, period, sections, words.
    Report(ReportFault),
    /// A figure that the text asserts.
    Words(WordsFault),
    /// A difference to the report of the year before.
    Previous(PreviousFault),
}

/// What is wrong with the form of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormatFault {
    /// Below zero.
    Negative,
    /// With a decimal part where a whole number belongs.
    Fraction,
    /// Written with decimals that are all zero (`0.00`).
    IdleDecimals,
    /// Not a number.
    NotANumber,
    /// Digits with blanks between them that are no thousands separators.
    BlankInside,
    /// Written in 万 or with another multiplier.
    Multiplied,
    /// More digits than a figure of this form can have.
    TooLong,
    /// An amount in another unit than the column's.
    OtherUnit,
    /// An amount without a unit where the form fixes none.
    NoUnit,
}

/// Why a relation could not be checked. The order is that of the coverage line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SkipReason {
    /// The table was not found.
    TableMissing,
    /// A line or cell that the relation needs was not found.
    LineMissing,
    /// The figures of a line could not be told apart.
    Unreadable,
    /// A cell that the relation needs holds no number.
    NotANumber,
    /// The relation uses a total that is blank.
    BlankTotal,
    /// All parts are blank and only the total is filled.
    OnlyTotal,
    /// Every cell of the relation is blank.
    AllBlank,
    /// The year of the report is not known.
    YearUnknown,
    /// The relation was used to cut glued figures apart, so it cannot check them.
    UsedForReading,
    /// The relation is broken, but a figure of it may not be what the page shows.
    Doubtful,
    /// Only a part of a report is there, which owes nothing.
    Fragment,
    /// The title was not found.
    TitleMissing,
    /// The heading of the section was not found.
    SectionMissing,
    /// The name of the body does not tell its kind for certain.
    BodyUnknown,
    /// Last year's figure is not known.
    LastYearUnknown,
    /// None of the reports given is that of the body for the year before.
    NoPrevious,
}

/// How far one rule was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The code of the rule.
    pub code: &'static str,
    /// Relations (or cells, or tables) that were judged.
    pub checked: u32,
    /// How many of them failed.
    pub failed: u32,
    /// How many could not be judged, by reason, each reason once, in order.
    pub skips: Vec<(SkipReason, u32)>,
}
