//! Tables and lines as a whole: what is missing, what stands twice, what is of another edition.

use super::Tally;
use crate::edition::Edition;
use crate::finding::{Facts, Finding, Severity, SkipReason};
use crate::form::{Line, Table};
use crate::report::Report;
use crate::rule::FormCheck;

/// Runs one check over the tables of a report.
pub(super) fn run(check: FormCheck, report: &Report, tally: &mut Tally) {
    for reading in &report.tables {
        let table = reading.table;
        match check {
            FormCheck::MissingTable => {
                if reading.found() {
                    tally.pass();
                } else {
                    // A pasted fragment without section headings owes us no other tables.
                    let whole = report.tables.iter().any(|reading| reading.heading_seen);
                    let severity = if whole {
                        tally.rule.severity
                    } else {
                        Severity::Notice
                    };
                    record(tally, severity, Facts::MissingTable { table });
                }
            }
            FormCheck::MissingLine if reading.found() => {
                lines(tally, reading.missing.iter(), |lines| Facts::MissingLine {
                    table,
                    lines,
                });
            }
            FormCheck::UnreadableLine if reading.found() => {
                lines(tally, reading.unreadable.iter(), |lines| {
                    Facts::Unreadable { table, lines }
                });
            }
            FormCheck::DuplicateTable if reading.found() => match reading.copies {
                0 => tally.pass(),
                copies => {
                    let severity = tally.rule.severity;
                    record(tally, severity, Facts::DuplicateTable { table, copies });
                }
            },
            // Section four is the same in both editions and tells nothing.
            FormCheck::EditionMismatch if table != Table::Disputes && !report.edition_forced => {
                edition(report, table, tally);
            }
            _ => {}
        }
    }
}

fn record(tally: &mut Tally, severity: Severity, facts: Facts) {
    tally.fail();
    let code = tally.rule.code;
    tally.report(Finding {
        code,
        severity,
        cells: Vec::new(),
        left: None,
        right: None,
        difference: None,
        text: None,
        facts,
    });
}

fn lines<'a>(
    tally: &mut Tally,
    lines: impl Iterator<Item = &'a Line>,
    facts: impl Fn(Vec<Line>) -> Facts,
) {
    let lines: Vec<Line> = lines.copied().collect();
    if lines.is_empty() {
        tally.pass();
    } else {
        let severity = tally.rule.severity;
        record(tally, severity, facts(lines));
    }
}

fn edition(report: &Report, table: Table, tally: &mut Tally) {
    let Some(found) = report.table(table).edition else {
        return;
    };
    let expected = report
        .year
        .and_then(|year| Some((year, Edition::for_year(year)?)));
    let Some((year, expected)) = expected else {
        tally.skip(SkipReason::YearUnknown);
        return;
    };
    if found.name == expected.name {
        tally.pass();
    } else {
        let severity = tally.rule.severity;
        record(
            tally,
            severity,
            Facts::Edition {
                table,
                found: found.name,
                expected: expected.name,
                year,
            },
        );
    }
}
