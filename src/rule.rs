//! The registry: one row per rule. The page, `gouji explain`, the README table and the messages render this
//! same row. Adding a rule of a known kind is one row in `rule/rows/` and one fixture folder.

mod expand;
mod rows;

pub use expand::{Equation, expand};
pub use rows::RULES;

use crate::finding::Severity;
use crate::form::{Column, Line, Table};

/// One rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The permanent code: kebab-case, names the relation broken.
    pub code: &'static str,
    /// The weight of a finding; single findings may weigh less, never more.
    pub severity: Severity,
    /// What is judged.
    pub kind: Kind,
    /// The rule in a few words.
    pub title: Text,
    /// Where the form or a notice says so.
    pub basis: Text,
    /// What is checked.
    pub what: Text,
    /// Why it matters.
    pub why: Text,
    /// What to do when it fails.
    pub todo: Text,
}

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Plain Chinese, as a clerk speaks.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

/// What a rule judges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Two sums that stand in a relation.
    Relation(Relation),
    /// Single cells.
    Cell(CellCheck),
    /// The tables and lines as a whole.
    Form(FormCheck),
    /// The report as a whole: headings, title, period, sections, words.
    Report(ReportCheck),
    /// Figures that the text asserts.
    Words(WordsCheck),
    /// The report against that of the year before, where it was given.
    Previous(PreviousCheck),
}

/// A relation between two sums, once per column or once per line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The table.
    pub table: Table,
    /// What is summed.
    pub sides: Sides,
    /// How the sums must compare.
    pub comparison: Comparison,
}

/// The two sides of a relation. Lines that an edition does not have are left out; a column rule applies to
/// the lines that have all its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// Lines are summed, once in each column.
    Lines {
        /// Summed on the left.
        left: &'static [Line],
        /// Summed on the right.
        right: &'static [Line],
    },
    /// Columns are summed, once in each line.
    Columns {
        /// Summed on the left.
        left: &'static [Column],
        /// Summed on the right.
        right: &'static [Column],
    },
}

/// How two sums must compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Left equals right.
    Equal,
    /// Left is at least right.
    AtLeast,
}

/// The checks of single cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellCheck {
    /// A count is a whole number, 0 or more.
    CountFormat,
    /// An amount is a number in the unit of its column.
    AmountFormat,
    /// A value cell has a figure.
    Blank,
    /// A total beside filled parts has a figure.
    BlankTotal,
    /// A filled total has parts.
    OnlyTotal,
    /// Number and amount of purchases are both zero or both not.
    ZeroTogether,
}

/// The checks of tables and lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormCheck {
    /// All three tables are there.
    MissingTable,
    /// All lines are there.
    MissingLine,
    /// The figures of a line can be told apart.
    UnreadableLine,
    /// A table stands once.
    DuplicateTable,
    /// The tables are of the edition that the year asks for.
    EditionMismatch,
}

/// The checks of the report as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportCheck {
    /// The six headings are there.
    HeadingMissing,
    /// The headings are numbered and stand in order.
    HeadingOrder,
    /// The headings have the official words.
    HeadingWording,
    /// The title names body and year, in the official words.
    TitleForm,
    /// All places that name the year of the report name the same.
    YearMismatch,
    /// The period reported on is stated.
    PeriodMissing,
    /// The period is the whole year.
    PeriodIncomplete,
    /// The signature bears a day on which the report could still be published.
    PublishedLate,
    /// The notice cited is the one that the year asks for.
    NoticeMismatch,
    /// Title, preface and signature name the same body.
    UnitMismatch,
    /// A list of the sections is complete.
    SectionCount,
    /// Section one is an overview.
    SectionOneEmpty,
    /// A government tells of assessment, review and accountability.
    GovernmentSupervision,
    /// Section five tells problems and improvement.
    SectionFiveEmpty,
    /// Section six says whether a fee was charged.
    SectionSixFee,
    /// Fees that were not paid are spoken of.
    FeeUntold,
    /// Only who can make regulations has figures for them.
    RuleMakingPower,
    /// Nothing of a template was left standing.
    TemplateLeftover,
    /// No word stands twice.
    DoubledWords,
}

/// The checks of figures in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsCheck {
    /// Requests received are those of the table.
    NewRequests,
    /// Requests carried in are those of the table.
    CarriedIn,
    /// Requests answered are those of the table.
    Answered,
    /// Requests carried out are those of the table.
    CarriedOut,
    /// Results are those of the table.
    Outcome,
    /// A list of results adds up.
    OutcomeList,
    /// Applicants are those of the table.
    Applicants,
    /// The ways in which requests came add up.
    Channels,
    /// Reconsiderations are those of the table.
    Reconsideration,
    /// Lawsuits are those of the table.
    Litigation,
    /// Results of disputes are those of the table.
    DisputeResults,
    /// All were upheld if the text says so.
    AllUpheld,
    /// Documents are those of the table.
    Documents,
    /// Decisions are those of the table.
    Decisions,
    /// Fees are those of the table.
    Fee,
    /// A share is what its two figures give.
    Share,
    /// A change is what its two figures give.
    Growth,
    /// A closed list of other things adds up.
    Breakdown,
}

/// The checks against the report of the year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreviousCheck {
    /// Requests carried in are those that were carried out.
    CarriedOver,
    /// Documents in force follow from those of the year before.
    InForce,
    /// The text is not that of the year before.
    Repeated,
}

/// The rule of a code.
pub fn find(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// The place of a rule in the registry, for ordering.
pub fn position(code: &str) -> usize {
    RULES
        .iter()
        .position(|rule| rule.code == code)
        .unwrap_or(RULES.len())
}

/// Whether a rule compares the report with that of the year before.
pub fn is_previous(code: &str) -> bool {
    find(code).is_some_and(|rule| matches!(rule.kind, Kind::Previous(_)))
}

/// Whether a rule compares two sums: what a clerk calls 勾稽关系.
pub fn is_relation(code: &str) -> bool {
    find(code).is_some_and(|rule| matches!(rule.kind, Kind::Relation(_)))
}
