//! Findings that a person has looked at and found right: told by a key, kept by the caller, never hidden.
//!
//! A key is a digest of what the finding is about and of the figures and words it rests on. Checking the same report
//! again gives the same key; another figure gives another, and the finding comes back.

use crate::finding::{Facts, Finding, ReportFault};
use crate::form::{Line, Section};
use crate::report::Report;
use crate::sorted::SortedMap;

/// The notes of the findings found right, by key.
pub type Mutes = SortedMap<String, String>;

/// The note of each finding that was found right, in the order of the findings.
pub(crate) fn notes(findings: &[Finding], report: &Report, mutes: &Mutes) -> Vec<Option<String>> {
    findings
        .iter()
        .map(|finding| {
            // Without marks, which is nearly always, no key needs to be made.
            (!mutes.is_empty())
                .then(|| mutes.get(&key(finding, report)).cloned())
                .flatten()
        })
        .collect()
}

/// The key of a finding in its report: the code of its rule, a colon, and sixteen hexadecimal digits.
pub fn key(finding: &Finding, report: &Report) -> String {
    let mut digest = Digest::new();
    digest.text(report.unit.as_deref().unwrap_or_default());
    digest.text(&report.year.unwrap_or_default().to_string());
    if report.unit.is_none() || report.year.is_none() {
        // A report that does not say whose it is, is known by its figures alone.
        for cell in report.cells.values() {
            digest.text(&cell.raw);
        }
    }
    for (id, role) in &finding.cells {
        digest.text(&id.to_string());
        digest.text(role.name());
        digest.text(report.cells.get(id).map_or("", |cell| cell.raw.trim()));
    }
    if let Some(quote) = &finding.text {
        digest.text(&quote.excerpt);
        digest.text(&quote.start.to_string());
    }
    subject(&finding.facts, &mut digest);
    format!("{}:{:016x}", finding.code, digest.0)
}

/// What a finding without cells and without a place in the text is about.
fn subject(facts: &Facts, digest: &mut Digest) {
    let mut named = |table: &str, lines: &[Line]| {
        digest.text(table);
        for line in lines {
            digest.text(line.name());
        }
    };
    match facts {
        Facts::MissingTable { table } => named(table.name(), &[]),
        Facts::MissingLine { table, lines } | Facts::Unreadable { table, lines } => {
            named(table.name(), lines);
        }
        Facts::DuplicateTable { table, .. } | Facts::Edition { table, .. } => {
            named(table.name(), &[]);
        }
        Facts::Report(
            ReportFault::HeadingsMissing(sections) | ReportFault::HeadingsMisplaced(sections),
        ) => {
            for section in sections {
                digest.text(&Section::number(*section).to_string());
            }
        }
        _ => {}
    }
}

/// FNV-1a over 64 bits: keys need to tell the findings of some reports apart, not to withstand anybody.
struct Digest(u64);

impl Digest {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Adds a text and a mark of its end.
    fn text(&mut self, text: &str) {
        for byte in text.bytes().chain([0]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
