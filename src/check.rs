//! Runs the rules over a report: findings, and how far each rule could be applied.
//!
//! Not checked is not passed: whatever could not be judged is counted with its reason.

mod cell;
mod equation;
mod form;
#[cfg(feature = "whole")]
mod previous;
mod report;
mod totals;
mod words;

use crate::sorted::{SortedSet, sort_by};

use crate::compare::Last;
use crate::finding::{Coverage, Facts, Finding, Severity, SkipReason, Statement};
use crate::prose::Quote;
use crate::report::Report;
use crate::rule::{self, Comparison, Equation, Kind, RULES, Rule};

pub(crate) use equation::Verdict;

/// Which rules to apply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Codes to leave out.
    pub ignore: SortedSet<String>,
    /// Codes to apply; all if empty.
    pub only: SortedSet<String>,
}

impl Selection {
    /// No rule at all: for who only wants to know what was recognised.
    pub fn none() -> Self {
        Self {
            ignore: RULES.iter().map(|rule| rule.code.to_owned()).collect(),
            only: SortedSet::new(),
        }
    }

    /// Whether a rule is to be applied.
    pub fn takes(&self, code: &str) -> bool {
        !self.ignore.contains(code) && (self.only.is_empty() || self.only.contains(code))
    }
}

/// What the rules make of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// The findings: heaviest first, then in the order of the registry and of the form.
    pub findings: Vec<Finding>,
    /// How far each rule could be applied, in the order of the registry, without those that do not apply to the report's
    /// editions.
    pub coverage: Vec<Coverage>,
    /// The figures of the text that were compared with cells, in reading order.
    pub statements: Vec<Statement>,
    /// The numbers of the text that were not understood for certain, and so compared with nothing, in reading order.
    pub unbound: Vec<Quote>,
}

/// Checks a report by itself.
pub fn check(report: &Report, selection: &Selection) -> Judged {
    against(report, selection, Last::default())
}

/// The report of the year before, with what is blank in it.
struct Before<'a> {
    report: &'a Report,
    totals: totals::Totals,
}

/// Checks a report, against that of the year before as well.
pub fn against(report: &Report, selection: &Selection, last: Last<'_>) -> Judged {
    let totals = totals::survey(report);
    let survey = report::Survey::new(report);
    let before = last.report().map(|report| Before {
        report,
        totals: totals::survey(report),
    });
    let words = words::Words::new(report, &totals, survey.passages(), before.as_ref());
    let mut findings = Vec::new();
    let mut coverage = Vec::new();
    for rule in RULES.iter().filter(|rule| selection.takes(rule.code)) {
        let mut tally = Tally::new(rule);
        match rule.kind {
            Kind::Relation(relation) => {
                equation::run(rule, relation.table, report, &totals, &mut tally)
            }
            Kind::Cell(check) => cell::run(check, report, &totals, &mut tally),
            Kind::Form(check) => form::run(check, report, &mut tally),
            Kind::Report(check) => report::run(check, &survey, &mut tally),
            Kind::Words(check) => words::run(check, &words, &mut tally),
            #[cfg(feature = "whole")]
            Kind::Previous(check) if last.is_given() => {
                previous::run(
                    check,
                    &survey,
                    (report, &totals),
                    before.as_ref(),
                    &mut tally,
                );
            }
            Kind::Previous(_) => {}
        }
        let Tally {
            coverage: line,
            findings: found,
            ..
        } = tally;
        if line.checked > 0 || !line.skips.is_empty() {
            coverage.push(line);
        }
        findings.extend(found);
    }
    for finding in &mut findings {
        if is_matter_of_reading(finding, report) {
            finding.severity = finding.severity.max(Severity::Warning);
        }
    }
    sort_by(&mut findings, |a, b| {
        (a.severity, rule::position(a.code), a.cells.first()).cmp(&(
            b.severity,
            rule::position(b.code),
            b.cells.first(),
        ))
    });
    let (statements, unbound) = words.into_statements();
    Judged {
        findings,
        coverage,
        statements,
        unbound,
    }
}

/// Every equation that must hold exactly over the tables that were found, with what came of it.
pub(crate) fn equalities(report: &Report, selection: &Selection) -> Vec<(Equation, Verdict)> {
    let totals = totals::survey(report);
    let forms = report.tables.iter().filter_map(|reading| reading.form());
    let rules = || RULES.iter().filter(|rule| selection.takes(rule.code));
    forms
        .flat_map(|form| rules().flat_map(move |rule| rule::expand(rule, form)))
        .filter(|equation| equation.comparison == Comparison::Equal)
        .map(|equation| {
            let verdict = equation::judge(&equation, report, &totals);
            (equation, verdict)
        })
        .collect()
}

/// Whether a finding may come from how a page was read: it rests on a doubtful figure, or on what was not found in
/// a report that is drawn.
pub(crate) fn is_matter_of_reading(finding: &Finding, report: &Report) -> bool {
    let rests_on_doubt = || {
        let mut cells = finding.cells.iter();
        cells.any(|(id, _)| report.doubtful.contains(id))
    };
    let misses = matches!(
        finding.facts,
        Facts::MissingLine { .. } | Facts::MissingTable { .. } | Facts::Unreadable { .. }
    );
    rests_on_doubt() || (report.drawn && misses)
}

/// The running count of one rule.
struct Tally {
    rule: &'static Rule,
    coverage: Coverage,
    findings: Vec<Finding>,
}

impl Tally {
    fn new(rule: &'static Rule) -> Self {
        let coverage = Coverage {
            code: rule.code,
            checked: 0,
            failed: 0,
            skips: Vec::new(),
        };
        Self {
            rule,
            coverage,
            findings: Vec::new(),
        }
    }

    /// Counts what held.
    fn pass(&mut self) {
        self.coverage.checked = self.coverage.checked.saturating_add(1);
    }

    /// Counts what failed, without a finding of its own.
    fn fail(&mut self) {
        self.pass();
        self.coverage.failed = self.coverage.failed.saturating_add(1);
    }

    /// Records a finding.
    fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Counts what could not be judged.
    fn skip(&mut self, reason: SkipReason) {
        let skips = &mut self.coverage.skips;
        match skips.binary_search_by_key(&reason, |(known, _)| *known) {
            Ok(at) => {
                if let Some((_, count)) = skips.get_mut(at) {
                    *count = count.saturating_add(1);
                }
            }
            Err(at) => skips.insert(at, (reason, 1)),
        }
    }
}

#[cfg(test)]
mod tests;
