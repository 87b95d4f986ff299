//! What a check makes of the corpus, as a table.

use std::collections::BTreeMap;

use gouji::finding::{Finding, Severity};
use gouji::outcome::{Checked, Status};
use gouji::reader::encoding::native::NativeDecoder;
use gouji::{Options, check};

use super::family::Family;
use super::{Case, Set, Wrong, cases};

/// The rules about words; what other rules say of a wrong report is no business of the table.
const WORDS: &str = "text-";

/// What came of the reports of one family.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Right reports.
    pub right: usize,
    /// Findings of severity error in them.
    pub false_errors: usize,
    /// Findings of severity warning in them.
    pub false_warnings: usize,
    /// Reports with one wrong figure or statement.
    pub wrong: usize,
    /// Those in which it was found: by a rule that answers for it, at its sentence.
    pub found: usize,
    /// Findings of severity error or warning at other sentences of them.
    pub elsewhere: usize,
}

impl Row {
    fn add(&mut self, other: &Self) {
        self.right += other.right;
        self.false_errors += other.false_errors;
        self.false_warnings += other.false_warnings;
        self.wrong += other.wrong;
        self.found += other.found;
        self.elsewhere += other.elsewhere;
    }

    /// Found of a hundred.
    pub fn recall(&self) -> f64 {
        100.0 * self.found as f64 / self.wrong.max(1) as f64
    }
}

/// What came of a set.
#[derive(Clone, Debug)]
pub struct Score {
    pub set: Set,
    pub rows: BTreeMap<Family, Row>,
    /// What went wrong, for people.
    pub misses: Vec<String>,
}

impl Score {
    pub fn total(&self) -> Row {
        let mut total = Row::default();
        for row in self.rows.values() {
            total.add(row);
        }
        total
    }

    /// Its columns of the table, for one line.
    fn columns(row: &Row) -> String {
        let found = match row.wrong {
            0 => "–".to_owned(),
            _ => format!("{} of {}, {:.1} %", row.found, row.wrong, row.recall()),
        };
        format!(
            " {} | {} | {} | {found} | {} |",
            row.right, row.false_errors, row.false_warnings, row.elsewhere
        )
    }

    /// A table of its own.
    pub fn table(&self) -> String {
        tables(std::slice::from_ref(self))
    }
}

/// Scores side by side as a Markdown table, a line for each family.
pub fn tables(scores: &[Score]) -> String {
    let mut out = String::from("| what the sentence is about |");
    for score in scores {
        out.push_str(&format!(
            " {}: right reports | false errors | false warnings | wrong figures found | findings elsewhere |",
            score.set.name()
        ));
    }
    out.push_str("\n|---|");
    out.push_str(&"--:|--:|--:|--:|--:|".repeat(scores.len()));
    for family in Family::ALL {
        out.push_str(&format!("\n| {} |", family.name()));
        for score in scores {
            out.push_str(&Score::columns(&score.rows[&family]));
        }
    }
    out.push_str("\n| **all** |");
    for score in scores {
        out.push_str(&Score::columns(&score.total()));
    }
    out + "\n"
}

/// Checks every report of a set, on all processors.
pub fn measure(set: Set) -> Score {
    let cases = cases(set);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let size = cases.len().div_ceil(workers);
    let parts: Vec<Vec<(Family, Row, Vec<String>)>> = std::thread::scope(|scope| {
        let handles: Vec<_> = cases
            .chunks(size)
            .map(|chunk| scope.spawn(move || chunk.iter().map(judge).collect()))
            .collect();
        handles
            .into_iter()
            .map(|handle| handle.join().unwrap())
            .collect()
    });
    let mut score = Score {
        set,
        rows: Family::ALL
            .into_iter()
            .map(|family| (family, Row::default()))
            .collect(),
        misses: Vec::new(),
    };
    for (family, row, misses) in parts.into_iter().flatten() {
        score.rows.entry(family).or_default().add(&row);
        score.misses.extend(misses);
    }
    score
}

/// Checks one report.
fn judge(case: &Case) -> (Family, Row, Vec<String>) {
    let checked = checked(&case.text);
    let weighty = checked
        .findings
        .iter()
        .filter(|finding| finding.severity != Severity::Notice);
    let mut row = Row::default();
    let mut misses = Vec::new();
    let name = case.family.name();
    match &case.wrong {
        None => {
            row.right = 1;
            for finding in weighty {
                match finding.severity {
                    Severity::Error => row.false_errors += 1,
                    _ => row.false_warnings += 1,
                }
                misses.push(format!("false: {name}: {}", describe(finding)));
            }
        }
        Some(wrong) => {
            row.wrong = 1;
            row.found = checked
                .findings
                .iter()
                .any(|finding| finds(finding, wrong))
                .into();
            if row.found == 0 {
                let seen: Vec<String> = checked
                    .findings
                    .iter()
                    .filter(|finding| finding.code.starts_with(WORDS))
                    .map(describe)
                    .collect();
                misses.push(format!(
                    "missed: {name}: {} [{}] seen: {}",
                    wrong.sentence,
                    wrong.note,
                    seen.join("; ")
                ));
            }
            for finding in weighty.filter(|finding| finding.code.starts_with(WORDS)) {
                if !is_at(finding, &wrong.sentence) {
                    row.elsewhere += 1;
                    misses.push(format!("elsewhere: {name}: {}", describe(finding)));
                }
            }
        }
    }
    (case.family, row, misses)
}

fn checked(text: &str) -> Checked {
    match check(text.as_bytes(), "report", &Options::new(&NativeDecoder)).status {
        Status::Checked(checked) => *checked,
        other => panic!("{other:?}\n{text}"),
    }
}

/// Whether a finding says that the sentence is wrong. A breakdown that does not add up weighs as a notice, the rest
/// must weigh more.
fn finds(finding: &Finding, wrong: &Wrong) -> bool {
    wrong.codes.contains(&finding.code)
        && is_at(finding, &wrong.sentence)
        && (finding.severity != Severity::Notice || finding.code == "text-breakdown")
}

/// Whether a finding points into a sentence.
fn is_at(finding: &Finding, sentence: &str) -> bool {
    let bare = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    finding.text.as_ref().is_some_and(|quote| {
        let (excerpt, sentence) = (bare(&quote.excerpt), bare(sentence));
        let sentence = sentence.trim_end_matches('。');
        sentence.contains(&excerpt) || excerpt.contains(sentence)
    })
}

fn describe(finding: &Finding) -> String {
    let quote = finding.text.as_ref().map_or(String::new(), |quote| {
        let units: Vec<u16> = quote.excerpt.encode_utf16().collect();
        let marked = units
            .get(quote.start as usize..quote.end as usize)
            .map(String::from_utf16_lossy)
            .unwrap_or_default();
        format!(" “{}” at “{marked}”", quote.excerpt)
    });
    format!(
        "{} {} {:?} {:?}{quote}",
        finding.severity.name(),
        finding.code,
        finding.left.map(|value| value.to_string()),
        finding.right.map(|value| value.to_string()),
    )
}
