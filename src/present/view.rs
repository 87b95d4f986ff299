//! The output contract `gouji/1` as types: what the command line prints as JSON and what the page gets from
//! the worker. `www/types.d.ts` and `www/schema.json` describe the same; a test holds all three together.
//!
//! Additive changes only; anything else needs a new schema string.

use serde::{Deserialize, Serialize};

/// The schema string of the contract.
pub const SCHEMA: &str = "gouji/1";

/// The whole answer: a summary and one outcome per report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AnswerView {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// The version of the engine, as `0.1.0`.
    pub engine: String,
    /// The counts over all outcomes.
    pub summary: SummaryView,
    /// One outcome per report, in the order of the input.
    pub outcomes: Vec<OutcomeView>,
}

/// Counts over all outcomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SummaryView {
    /// Reports looked at.
    pub files: u32,
    /// Reports checked.
    pub checked: u32,
    /// Files read but not recognised as a report.
    pub unrecognised: u32,
    /// Files that could not be read.
    pub unreadable: u32,
    /// Findings of severity error.
    pub errors: u32,
    /// Findings of severity warning.
    pub warnings: u32,
    /// Findings of severity notice.
    pub notices: u32,
    /// Findings that a person has found right; they do not count above.
    pub muted: u32,
}

/// What came of one report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OutcomeView {
    /// The file.
    pub file: FileView,
    /// `checked`, `unrecognised` or `unreadable`.
    pub status: String,
    /// Why it was not checked.
    pub problem: Option<ProblemView>,
    /// What was recognised; `null` unless checked.
    pub report: Option<ReportView>,
    /// How far each rule was applied.
    pub coverage: Vec<CoverageView>,
    /// The findings, heaviest first, then in the order of the form.
    pub findings: Vec<FindingView>,
    /// Which cells are probably wrong.
    pub explanations: Vec<ExplanationView>,
}

impl OutcomeView {
    /// The explanation of a finding.
    pub fn explanation_of(&self, finding: u32) -> Option<&ExplanationView> {
        self.explanations
            .iter()
            .find(|explanation| explanation.findings.contains(&finding))
    }
}

/// A file as it came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileView {
    /// The name as given.
    pub name: String,
    /// The kind told by its first bytes, `null` if unknown.
    pub format: Option<String>,
    /// Its size in bytes.
    pub bytes: u32,
}

/// Why a file was not checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProblemView {
    /// A permanent code: `encrypted`, `empty`, `unrecognised` ...
    pub code: String,
    /// What it is and what to do, in the language asked for.
    pub message: String,
}

/// What was recognised of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportView {
    /// The reporting body, from the title.
    pub unit: Option<String>,
    /// The year reported on.
    pub year: Option<i32>,
    /// The title as written.
    pub title: Option<String>,
    /// The three tables, in the order of the form.
    pub tables: Vec<TableView>,
    /// The value cells, in the order of the form.
    pub cells: Vec<CellView>,
    /// Figures of the prose that were compared with cells, in reading order.
    pub statements: Vec<StatementView>,
    /// Numbers of the prose that were compared with nothing, in reading order.
    pub unbound: Vec<TextView>,
    /// What was given as the report of the year before; `null` if nothing was.
    pub previous: Option<PreviousView>,
}

/// A report that was given as that of the year before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PreviousView {
    /// Its reporting body; `null` also if several were given and none fits.
    pub unit: Option<String>,
    /// The year it reports on.
    pub year: Option<i32>,
    /// Whether it is the same body's report for the year before, and was compared.
    pub fits: bool,
}

/// One table of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TableView {
    /// `disclosure`, `requests` or `disputes`.
    pub table: String,
    /// `2019` or `2021`; `null` when the table was not found.
    pub edition: Option<String>,
    /// Whether it was found.
    pub found: bool,
}

/// One value cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CellView {
    /// `table.line.column`.
    pub id: String,
    /// The official labels of line and column.
    pub label: String,
    /// The text as written.
    pub raw: String,
    /// A whole number, or an amount as a decimal string, or `null`.
    pub value: Option<ValueView>,
    /// `count`, `amount`, `blank`, `dash`, `text` or `reconstructed`.
    pub state: String,
    /// Where it stands in the document; `null` for a cell filled in by the user.
    pub origin: Option<OriginView>,
    /// The text may not be what the page shows; whatever rests on it is a matter of reading first.
    pub doubtful: bool,
}

/// A figure: counts are whole numbers, amounts are decimal strings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ValueView {
    /// A count.
    Count(i64),
    /// An amount, as `24252.311082`.
    Amount(String),
}

/// A place in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OriginView {
    /// Number of the block, from 0.
    pub block: u32,
    /// Row of the grid, from 0; `null` in running text.
    pub row: Option<u32>,
    /// Column of the grid, from 0; `null` in running text.
    pub column: Option<u32>,
    /// The page, from 1, where the format knows pages.
    pub page: Option<u32>,
}

/// How far one rule was applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CoverageView {
    /// The code of the rule.
    pub code: String,
    /// What was judged: relations, cells or tables.
    pub checked: u32,
    /// How many of them failed.
    pub failed: u32,
    /// How many could not be judged.
    pub skipped: u32,
    /// Why, in the language asked for.
    pub reason: Option<String>,
}

/// One finding, with its sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// Number of the finding within its report, from 1.
    pub id: u32,
    /// The code of the rule.
    pub code: String,
    /// `error`, `warning` or `notice`.
    pub severity: String,
    /// The rule, in a few words.
    pub title: String,
    /// What is wrong, with the figures.
    pub message: String,
    /// What to do.
    pub advice: String,
    /// The cells concerned.
    pub cells: Vec<FindingCellView>,
    /// The sum of the left side, for relations.
    pub left: Option<ValueView>,
    /// The sum of the right side, for relations.
    pub right: Option<ValueView>,
    /// Left minus right, for relations.
    pub difference: Option<ValueView>,
    /// The place in the prose, for findings about words.
    pub text: Option<TextView>,
    /// The pages, from 1, that its cells and words stand on, in order; empty where the format knows no pages.
    pub pages: Vec<u32>,
    /// What tells this finding from all others as long as its figures and words stay: what to send back in
    /// [`OptionsView::mutes`] once it was found right.
    pub key: String,
    /// Set if a person has found it right.
    pub muted: Option<MutedView>,
}

/// A finding that a person has looked at and found right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MutedView {
    /// Why it is right, in that person's words; may be empty.
    pub note: String,
}

/// A cell of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FindingCellView {
    /// `table.line.column`.
    pub id: String,
    /// `left`, `right` or `subject`.
    pub role: String,
}

/// A place in the prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TextView {
    /// The section, 1 to 6.
    pub section: Option<u32>,
    /// The sentence.
    pub excerpt: String,
    /// First UTF-16 unit of the figure in the excerpt.
    pub start: u32,
    /// The UTF-16 unit behind its last.
    pub end: u32,
}

/// Findings with one cause, and what the cause may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExplanationView {
    /// `certain`, `likely`, `choose`, `partial` or `unknown`.
    pub grade: String,
    /// Ids of the findings explained.
    pub findings: Vec<u32>,
    /// What is known and what is not, in the language asked for.
    pub message: String,
    /// The possible causes, best first.
    pub readings: Vec<ReadingView>,
    /// For `partial`: the changes that all near readings share.
    pub agreed: Vec<ChangeView>,
    /// Whether so much is broken that the table was probably read wrongly.
    pub misread: bool,
    /// Lines with the most broken relations, as `requests.granted`, where no cell can be named.
    pub suspects: Vec<String>,
}

/// One possible cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReadingView {
    /// What happened: `cells`, `moved`, `late-change` ...
    pub cause: String,
    /// The cells to change.
    pub changes: Vec<ChangeView>,
    /// The figures of the text to change.
    pub words: Vec<RewordingView>,
    /// Why this is a likely cause.
    pub reason: String,
}

/// One proposed change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeView {
    /// `table.line.column`.
    pub id: String,
    /// The figure as it stands.
    pub from: Option<ValueView>,
    /// The figure proposed.
    pub to: Option<ValueView>,
    /// The change in words.
    pub message: String,
}

/// One proposed change of a figure in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RewordingView {
    /// The id of the finding about it, which says where it stands, what it says and what the table says.
    pub finding: u32,
    /// The change in words.
    pub message: String,
}

/// A figure of the prose that was compared with the tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StatementView {
    /// Where it stands.
    pub text: TextView,
    /// Whether the tables say the same.
    pub holds: bool,
    /// The cells that it was compared with, as `table.line.column`.
    pub cells: Vec<String>,
}

/// The registry of rules, for the page and for `gouji rules --format json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RulesView {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// The version of the engine.
    pub engine: String,
    /// One row per rule, in the order of the registry.
    pub rules: Vec<RuleView>,
}

/// One rule, in the language asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleView {
    /// The permanent code.
    pub code: String,
    /// `error`, `warning` or `notice`: the most that one of its findings can weigh.
    pub severity: String,
    /// The rule in a few words.
    pub title: String,
    /// Where the form or a notice says so.
    pub basis: String,
    /// What is checked.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// What to do when it fails.
    pub todo: String,
}

/// What the caller asks for. Every field may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct OptionsView {
    /// `auto` (or nothing), `2019` or `2021`.
    pub edition: Option<String>,
    /// `zh-CN` (or nothing) or `en`.
    pub lang: Option<String>,
    /// Codes of rules to leave out.
    pub ignore: Vec<String>,
    /// Codes of rules to apply; all if empty.
    pub only: Vec<String>,
    /// Cells that the user overwrote, applied in order after reading.
    pub edits: Vec<EditView>,
    /// Findings that a person has found right.
    pub mutes: Vec<MuteView>,
    /// Of a file with several reports the one to check, from 0 in the order of the outcomes; all if absent.
    pub report: Option<u32>,
    /// Cells that the user says are right, as `table.line.column`: no explanation changes them.
    pub pins: Vec<String>,
    /// The bytes of the file with the report of the year before (an `Uint8Array`); empty if there is none.
    pub previous: Vec<u8>,
}

/// A finding to be told as found right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MuteView {
    /// The key of the finding.
    pub key: String,
    /// Why it is right; may be empty.
    pub note: String,
}

/// A cell that the user overwrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EditView {
    /// `table.line.column`.
    pub id: String,
    /// The new text of the cell.
    pub raw: String,
}
