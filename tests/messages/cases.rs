//! The sentences of findings.

use gouji::finding::{Facts, Finding, FormatFault, Role, Severity};
use gouji::form::{CellId, Line, Table};
use gouji::report::Report;

use crate::{findings, said, set, zeros};

/// One case: its name, the edition, the code that must be found, the cells written.
type Case<'a> = (&'a str, &'a str, &'a str, &'a [(&'a str, &'a str)]);

fn all_said(cases: &[Case<'_>]) -> String {
    let mut out = String::new();
    for (name, edition, code, texts) in cases {
        let mut report = zeros(edition);
        set(&mut report, texts);
        let found = findings(&report, code);
        assert!(!found.is_empty(), "{name}: nothing was found");
        out.push_str(&format!("{name} [{code}]\n"));
        for finding in &found {
            out.push_str(&said(finding, &report));
        }
        out.push('\n');
    }
    out
}

#[test]
fn relations() {
    let text = all_said(&[
        (
            "balance",
            "2021",
            "requests-balance",
            &[
                ("requests.new.natural_person", "12"),
                ("requests.carried_in.natural_person", "1"),
                ("requests.outcome_total.natural_person", "12"),
            ],
        ),
        (
            "balance over a blank and a dash",
            "2021",
            "requests-balance",
            &[
                ("requests.new.business", "5"),
                ("requests.carried_in.business", ""),
                ("requests.carried_out.business", "/"),
            ],
        ),
        (
            "outcomes, few",
            "2021",
            "outcome-total",
            &[
                ("requests.granted.natural_person", "10"),
                ("requests.not_held.natural_person", "3"),
                ("requests.outcome_total.natural_person", "12"),
            ],
        ),
        (
            "outcomes, too few",
            "2021",
            "outcome-total",
            &[
                ("requests.granted.business", "2"),
                ("requests.security_and_stability.business", ""),
                ("requests.outcome_total.business", "4"),
            ],
        ),
        (
            "outcomes, many",
            "2019",
            "outcome-total",
            &[
                ("requests.granted.total", "10"),
                ("requests.granted_in_part.total", "10"),
                ("requests.petition.total", "10"),
                ("requests.repeated.total", "10"),
                ("requests.other_outcome.total", "10"),
                ("requests.outcome_total.total", "40"),
            ],
        ),
        (
            "outcomes, none",
            "2021",
            "outcome-total",
            &[("requests.outcome_total.research", "4")],
        ),
        (
            "applicants",
            "2021",
            "applicant-total",
            &[
                ("requests.granted.natural_person", "12"),
                ("requests.granted.business", "1"),
                ("requests.granted.total", "12"),
            ],
        ),
        (
            "applicants, long label",
            "2021",
            "applicant-total",
            &[
                ("requests.not_supplemented.natural_person", "1"),
                ("requests.not_supplemented.research", ""),
                ("requests.not_supplemented.legal_service", "—"),
                ("requests.not_supplemented.total", "3"),
            ],
        ),
        (
            "applicants, label with quotes",
            "2021",
            "applicant-total",
            &[("requests.security_and_stability.total", "3")],
        ),
        (
            "applicants, same number in another group",
            "2021",
            "applicant-total",
            &[("requests.other_outcome.total", "3")],
        ),
        (
            "disputes",
            "2021",
            "dispute-total",
            &[
                ("disputes.reconsideration.upheld", "3"),
                ("disputes.suit_after_reconsideration.total", "3"),
            ],
        ),
        (
            "in force",
            "2021",
            "in-force-too-small",
            &[
                ("disclosure.normative_documents.issued", "5"),
                ("disclosure.normative_documents.repealed", "1"),
                ("disclosure.normative_documents.in_force", "3"),
            ],
        ),
        (
            "in force, blank",
            "2021",
            "in-force-too-small",
            &[
                ("disclosure.regulations.issued", "5"),
                ("disclosure.regulations.in_force", ""),
            ],
        ),
        (
            "total disclosed",
            "2019",
            "disclosed-total-too-small",
            &[
                ("disclosure.regulations.newly_disclosed", "5"),
                ("disclosure.regulations.total_disclosed", "3"),
            ],
        ),
        (
            "produced",
            "2019",
            "produced-not-disclosed",
            &[("disclosure.normative_documents.produced", "5")],
        ),
        (
            "items",
            "2019",
            "items-below-zero",
            &[
                ("disclosure.licensing.previous_items", "3"),
                ("disclosure.licensing.change", "-5"),
            ],
        ),
        (
            "purchases",
            "2019",
            "procurement-mismatch",
            &[("disclosure.procurement.amount", "12.5万元")],
        ),
    ]);
    insta::assert_snapshot!(text);
}

#[test]
fn missing_figures() {
    let text = all_said(&[
        (
            "blank total of a line",
            "2021",
            "blank-total",
            &[
                ("requests.granted.natural_person", "5"),
                ("requests.granted.total", ""),
            ],
        ),
        (
            "blank total of a column",
            "2021",
            "blank-total",
            &[
                ("requests.granted.natural_person", "5"),
                ("requests.granted.total", "5"),
                ("requests.outcome_total.natural_person", ""),
            ],
        ),
        (
            "a dash for a total",
            "2021",
            "blank-total",
            &[
                ("disputes.direct_suit.pending", "2"),
                ("disputes.direct_suit.total", "/"),
            ],
        ),
        (
            "one total alone",
            "2021",
            "only-total",
            &[("requests.granted.*", ""), ("requests.granted.total", "3")],
        ),
        (
            "totals alone",
            "2021",
            "only-total",
            &[
                ("requests.*.*", ""),
                ("requests.new.total", "3"),
                ("requests.granted.total", "3"),
                ("requests.outcome_total.total", "3"),
            ],
        ),
        (
            "totals alone in disputes",
            "2021",
            "only-total",
            &[
                ("disputes.*.*", ""),
                ("disputes.reconsideration.total", "3"),
                ("disputes.direct_suit.total", "3"),
            ],
        ),
        (
            "one blank",
            "2021",
            "blank-cell",
            &[("requests.petition.legal_service", "")],
        ),
        (
            "one blank of section two",
            "2021",
            "blank-cell",
            &[("disclosure.fees.amount", "")],
        ),
        (
            "one dash",
            "2021",
            "blank-cell",
            &[("disputes.direct_suit.pending", "—")],
        ),
        (
            "a column",
            "2021",
            "blank-cell",
            &[("requests.*.research", "")],
        ),
        (
            "columns and a line",
            "2021",
            "blank-cell",
            &[
                ("requests.*.research", ""),
                ("requests.*.public_interest", ""),
                ("requests.*.other_organisation", ""),
                ("requests.petition.*", ""),
            ],
        ),
        (
            "a line of dashes",
            "2021",
            "blank-cell",
            &[("disclosure.regulations.*", "/")],
        ),
        (
            "lines of section two",
            "2021",
            "blank-cell",
            &[
                ("disclosure.regulations.*", "无"),
                ("disclosure.licensing.decisions", "/"),
            ],
        ),
        (
            "a group",
            "2021",
            "blank-cell",
            &[("disputes.direct_suit.*", "")],
        ),
        (
            "here and there",
            "2021",
            "blank-cell",
            &[
                ("requests.petition.research", ""),
                ("requests.petition.business", ""),
                ("requests.repeated.research", ""),
                ("requests.not_held.research", ""),
                ("requests.fee_unpaid.total", ""),
            ],
        ),
        (
            "a whole table",
            "2021",
            "blank-cell",
            &[("requests.*.*", "")],
        ),
        (
            "a whole table of dashes and blanks",
            "2021",
            "blank-cell",
            &[("disputes.*.*", "/"), ("disputes.reconsideration.*", "")],
        ),
    ]);
    insta::assert_snapshot!(text);
}

#[test]
fn figures() {
    let long = "1234567890123456789012345";
    let text = all_said(&[
        (
            "negative",
            "2021",
            "count-format",
            &[("requests.new.total", "-3")],
        ),
        (
            "negative amount",
            "2021",
            "amount-format",
            &[("disclosure.fees.amount", "-3.5")],
        ),
        (
            "fraction",
            "2021",
            "count-format",
            &[("requests.new.business", "3.5")],
        ),
        (
            "fraction in a change",
            "2019",
            "count-format",
            &[("disclosure.licensing.change", "1.5")],
        ),
        (
            "idle decimals",
            "2021",
            "count-format",
            &[("disclosure.licensing.decisions", "3.00")],
        ),
        (
            "words",
            "2021",
            "count-format",
            &[("disputes.reconsideration.upheld", "若干")],
        ),
        (
            "words for an amount",
            "2021",
            "amount-format",
            &[("disclosure.fees.amount", "详见\n附件")],
        ),
        (
            "blank inside",
            "2021",
            "count-format",
            &[("requests.new.total", "1 2")],
        ),
        (
            "multiplied",
            "2021",
            "count-format",
            &[("disclosure.penalties.decisions", "1.2万")],
        ),
        (
            "too long",
            "2021",
            "count-format",
            &[("requests.new.total", long)],
        ),
        (
            "yuan",
            "2021",
            "amount-format",
            &[("disclosure.fees.amount", "3500元")],
        ),
        (
            "no unit",
            "2019",
            "amount-format",
            &[("disclosure.procurement.amount", "350")],
        ),
    ]);
    insta::assert_snapshot!(text);
}

#[test]
fn every_fault_has_its_sentence() {
    use FormatFault::*;
    let faults = [
        Negative,
        Fraction,
        IdleDecimals,
        NotANumber,
        BlankInside,
        Multiplied,
        TooLong,
        OtherUnit,
        NoUnit,
    ];
    let mut report = zeros("2021");
    set(&mut report, &[("requests.new.total", "12")]);
    let id: CellId = "requests.new.total".parse().unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for fault in faults {
        let finding = form(Facts::Format(fault), vec![(id, Role::Subject)]);
        assert!(
            seen.insert(said(&finding, &report)),
            "{fault:?} says what another says"
        );
    }
}

fn form(facts: Facts, cells: Vec<(CellId, Role)>) -> Finding {
    let (code, severity) = match facts {
        Facts::MissingTable { .. } => ("missing-table", Severity::Warning),
        Facts::MissingLine { .. } => ("missing-line", Severity::Error),
        Facts::Unreadable { .. } => ("unreadable-line", Severity::Notice),
        Facts::DuplicateTable { .. } => ("duplicate-table", Severity::Notice),
        Facts::Edition { .. } => ("edition-mismatch", Severity::Warning),
        _ => ("count-format", Severity::Error),
    };
    Finding {
        code,
        severity,
        cells,
        left: None,
        right: None,
        difference: None,
        text: None,
        facts,
    }
}

#[test]
fn tables_and_lines() {
    let report = zeros("2021");
    let mut out = String::new();
    let mut say = |name: &str, finding: &Finding, report: &Report| {
        out.push_str(&format!(
            "{name} [{}]\n{}\n",
            finding.code,
            said(finding, report)
        ));
    };
    let case = |facts| form(facts, Vec::new());
    let missing = case(Facts::MissingTable {
        table: Table::Disclosure,
    });
    say("table of a report", &missing, &report);
    say(
        "table beside a fragment",
        &Finding {
            severity: Severity::Notice,
            ..missing.clone()
        },
        &report,
    );
    say("table of an empty report", &missing, &Report::empty());
    let lines = |table, lines: &[Line]| {
        case(Facts::MissingLine {
            table,
            lines: lines.to_vec(),
        })
    };
    say(
        "a line",
        &lines(Table::Requests, &[Line::OtherOutcome]),
        &report,
    );
    say(
        "many lines",
        &lines(Table::Requests, &Line::ALL[8..20]),
        &report,
    );
    say(
        "a group",
        &lines(Table::Disputes, &[Line::DirectSuit]),
        &report,
    );
    let glued = |table, lines: &[Line]| {
        case(Facts::Unreadable {
            table,
            lines: lines.to_vec(),
        })
    };
    say("glued", &glued(Table::Requests, &[Line::New]), &report);
    say(
        "glued lines",
        &glued(
            Table::Disclosure,
            &[Line::Regulations, Line::NormativeDocuments],
        ),
        &report,
    );
    say(
        "glued group",
        &glued(Table::Disputes, &[Line::DirectSuit]),
        &report,
    );
    say(
        "twice",
        &case(Facts::DuplicateTable {
            table: Table::Requests,
            copies: 1,
        }),
        &report,
    );
    let edition = Facts::Edition {
        table: Table::Disclosure,
        found: "2019",
        expected: "2021",
        year: 2023,
    };
    say("edition", &case(edition), &report);
    insta::assert_snapshot!(out);
}
