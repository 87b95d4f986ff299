//! The figures of the text against the tables, and against each other.
//!
//! A figure is compared only where the grammar of [`crate::claim`] says for certain what it counts, and it is right
//! if it agrees with anything that the words can honestly mean. It is an error only where the sentence calls it as
//! the form does.

mod base;
mod judge;
mod list;
mod share;

use super::totals::Totals;
use super::{Before, Tally};
use crate::claim::{self, Bound, Claim, Kinds, Subject};
use crate::finding::{Base, Facts, Finding, Role, Severity, SkipReason, Statement, WordsFault};
use crate::form::{CellId, Column, Line, Table};
use crate::number::{Decimal, Value};
use crate::prose::folded::Folded;
use crate::prose::{Passage, Quote};
use crate::report::Report;
use crate::rule::WordsCheck;
use judge::Verdict;
pub(super) use judge::{as_value, value};

/// The figures of the text with what came of each, made once for all rules.
pub(super) struct Words<'a> {
    report: &'a Report,
    totals: &'a Totals,
    claims: Vec<Claim>,
    /// What each may mean.
    meanings: Vec<Vec<Base>>,
    verdicts: Vec<Verdict>,
    /// What last year's report says was received: new, and with those carried in. Empty if it was not given.
    last_year: Vec<Value>,
}

impl<'a> Words<'a> {
    /// Reads the figures of the text, of passages with their folded text, and compares each.
    pub(super) fn new<'p>(
        report: &'a Report,
        totals: &'a Totals,
        passages: impl Iterator<Item = (&'p Passage, &'p Folded)>,
        before: Option<&Before<'_>>,
    ) -> Self {
        let claims = claim::read_folded(passages, report.year);
        let meanings: Vec<Vec<Base>> = claims
            .iter()
            .map(|claim| base::bases(claim, report))
            .collect();
        let verdicts = claims
            .iter()
            .zip(&meanings)
            .map(|(claim, bases)| judge::judge(claim, bases, report, totals))
            .collect();
        Self {
            report,
            totals,
            claims,
            meanings,
            verdicts,
            last_year: before.map(received).unwrap_or_default(),
        }
    }

    /// The figures that were compared with cells, and the numbers that were compared with nothing.
    pub(super) fn into_statements(self) -> (Vec<Statement>, Vec<Quote>) {
        let (mut statements, mut unbound) = (Vec::new(), Vec::new());
        let judged = self.claims.iter().zip(self.verdicts).zip(self.meanings);
        for ((claim, verdict), meanings) in judged {
            let quote = || claim.quote(&self.report.prose);
            if claim.is_unbound() {
                unbound.extend(quote());
            }
            let (holds, meant) = match verdict {
                Verdict::Free | Verdict::Skipped(_) => continue,
                Verdict::Differs { .. } => (false, 0),
                Verdict::Holds => (true, 0),
                Verdict::Other { base, .. } => {
                    let meant = meanings.iter().position(|meaning| *meaning == base);
                    (true, meant.unwrap_or(0))
                }
            };
            statements.extend(quote().map(|quote| Statement {
                quote,
                said: as_value(claim.value, claim.measure),
                exact: claim.bound == Bound::Exact && claim.step == Decimal::from(1),
                holds,
                meanings,
                meant,
            }));
        }
        (statements, unbound)
    }

    /// The claims of a sentence; they stand together.
    fn sentence(&self, number: u32) -> &[Claim] {
        let start = self.claims.partition_point(|claim| claim.sentence < number);
        let rest = self.claims.get(start..).unwrap_or(&[]);
        let end = rest.partition_point(|claim| claim.sentence <= number);
        rest.get(..end).unwrap_or(&[])
    }

    fn quote(&self, claim: &Claim) -> Option<Quote> {
        claim.quote(&self.report.prose)
    }

    /// The value of a sum of cells.
    fn value(&self, base: &Base) -> Result<Value, SkipReason> {
        judge::value(base, self.report, self.totals)
    }

    /// The claim that a claim is a part of.
    fn parent(&self, claim: &Claim) -> Option<&Claim> {
        self.claims.get(claim.parent?)
    }

    /// Findings about figures that were cut out of glued digits are warnings at most.
    fn lighter(&self, base: &Base) -> Severity {
        if base.cells().any(|id| self.report.is_reconstructed(id)) {
            Severity::Warning
        } else {
            Severity::Error
        }
    }
}

/// What was received by a report: new, and with those carried in.
fn received(before: &Before<'_>) -> Vec<Value> {
    let bases = [&[Line::New][..], &[Line::New, Line::CarriedIn]].map(base::total);
    let values = bases
        .iter()
        .map(|base| value(base, before.report, &before.totals));
    values.filter_map(Result::ok).collect()
}

/// Runs one check over the figures of the text.
pub(super) fn run(check: WordsCheck, words: &Words<'_>, tally: &mut Tally) {
    match check {
        WordsCheck::OutcomeList => list::outcomes(words, tally),
        WordsCheck::Channels => list::channels(words, tally),
        WordsCheck::Breakdown => list::breakdown(words, tally),
        WordsCheck::Share => share::shares(words, tally),
        WordsCheck::Growth => share::growth(words, tally),
        WordsCheck::AllUpheld => all_upheld(words, tally),
        _ => figures(check, words, tally),
    }
    if check == WordsCheck::Fee {
        processing_fee(words, tally);
    }
}

/// The check that a subject belongs to, where it is compared with cells.
fn check_of(subject: &Subject) -> Option<WordsCheck> {
    Some(match subject {
        Subject::New { .. } | Subject::Handled => WordsCheck::NewRequests,
        Subject::CarriedIn => WordsCheck::CarriedIn,
        Subject::Answered => WordsCheck::Answered,
        Subject::CarriedOut => WordsCheck::CarriedOut,
        Subject::Outcome(_) => WordsCheck::Outcome,
        Subject::Applicant { .. } => WordsCheck::Applicants,
        Subject::Disputes(kinds) | Subject::Closed(kinds) if *kinds == Kinds::RECONSIDERATION => {
            WordsCheck::Reconsideration
        }
        Subject::Disputes(_) | Subject::Closed(_) => WordsCheck::Litigation,
        Subject::Results { .. } => WordsCheck::DisputeResults,
        Subject::Documents { .. } => WordsCheck::Documents,
        Subject::Decisions(_) => WordsCheck::Decisions,
        Subject::Fee => WordsCheck::Fee,
        Subject::Channel | Subject::NoneLost { .. } | Subject::ProcessingFee => return None,
    })
}

/// Figures that stand in cells.
fn figures(check: WordsCheck, words: &Words<'_>, tally: &mut Tally) {
    // The same figure said twice has one cause.
    let mut told: Vec<(&Base, Value)> = Vec::new();
    for (claim, verdict) in words.claims.iter().zip(&words.verdicts) {
        if claim.subject.as_ref().and_then(check_of) != Some(check) {
            continue;
        }
        let said = as_value(claim.value, claim.measure);
        match verdict {
            Verdict::Free => {}
            Verdict::Skipped(reason) => tally.skip(*reason),
            Verdict::Holds => tally.pass(),
            Verdict::Other { base, first, value } => {
                tally.pass();
                // Published documents may be any of them, and what the words allow needs no word.
                if quiet(claim) || told.contains(&(base, said)) {
                    continue;
                }
                told.push((base, said));
                let fault = WordsFault::OtherBase {
                    base: base.clone(),
                    first: first.clone(),
                };
                let severity = Severity::Notice;
                report(words, tally, claim, (severity, base, *value), fault);
            }
            Verdict::Differs { base, value } => {
                tally.fail();
                if told.contains(&(base, said)) {
                    continue;
                }
                told.push((base, said));
                let exact = claim.bound == Bound::Exact && claim.official;
                let own = if loose(claim) {
                    Severity::Notice
                } else if exact {
                    Severity::Error
                } else {
                    Severity::Warning
                };
                let severity = own.max(words.lighter(base)).max(tally.rule.severity);
                let fault = WordsFault::Differs {
                    base: base.clone(),
                    bound: claim.bound,
                    elsewhere: elsewhere(words.report, base, said),
                };
                report(words, tally, claim, (severity, base, *value), fault);
            }
        }
    }
}

/// Whether agreeing with another meaning needs no word.
fn quiet(claim: &Claim) -> bool {
    matches!(
        claim.subject,
        Some(
            Subject::Documents { .. }
                | Subject::Outcome(_)
                | Subject::Results { .. }
                | Subject::Applicant { .. }
        )
    )
}

/// Whether the words leave it open what is counted, so that a difference is only worth a look.
fn loose(claim: &Claim) -> bool {
    matches!(
        claim.subject,
        Some(Subject::Documents {
            act: claim::Act::Published,
            ..
        })
    )
}

/// Records a finding about a figure and what it was compared with.
fn report(
    words: &Words<'_>,
    tally: &mut Tally,
    claim: &Claim,
    (severity, base, value): (Severity, &Base, Value),
    fault: WordsFault,
) {
    let said = as_value(claim.value, claim.measure);
    let difference = said.decimal().checked_sub(value.decimal());
    let code = tally.rule.code;
    tally.report(Finding {
        code,
        severity,
        cells: base.cells().map(|id| (id, Role::Right)).collect(),
        left: Some(said),
        right: Some(value),
        difference: difference.map(|difference| as_value(difference, claim.measure)),
        text: words.quote(claim),
        facts: Facts::Words(fault),
    });
}

/// Another cell with just the figure that the text has: of the same line, or the total of another line.
fn elsewhere(report: &Report, base: &Base, said: Value) -> Option<CellId> {
    let own = *base.plus.first()?;
    if said == Value::Count(0) {
        return None;
    }
    let same = |id: &CellId| {
        report.cells.get(id).and_then(|cell| cell.value) == Some(said)
            && !base.plus.contains(id)
            && id.table == own.table
    };
    let ids = || report.cells.keys().copied().filter(same);
    ids().find(|id| id.line == own.line).or_else(|| {
        // Small figures stand in many places by chance.
        let telling = matches!(said, Value::Count(count) if count >= 10);
        ids().find(|id| telling && id.column == own.column)
    })
}

/// 均获维持, 零败诉.
fn all_upheld(words: &Words<'_>, tally: &mut Tally) {
    for claim in &words.claims {
        let Some(Subject::NoneLost { kinds, all_upheld }) = &claim.subject else {
            continue;
        };
        if !words.report.table(Table::Disputes).found() {
            tally.skip(SkipReason::TableMissing);
            continue;
        }
        let columns: &[Column] = if *all_upheld {
            &[Column::Corrected, Column::OtherResult, Column::Pending]
        } else {
            &[Column::Corrected]
        };
        let lines: Vec<Line> = kinds.lines().collect();
        let cells = columns.iter().flat_map(|column| {
            lines
                .iter()
                .map(|line| CellId::new(Table::Disputes, *line, *column))
        });
        let positive = |id: &CellId| {
            let value = words.report.cells.get(id).and_then(|cell| cell.value);
            value.is_some_and(|value| value != Value::Count(0))
        };
        let lost: Vec<CellId> = cells.filter(positive).collect();
        if lost.is_empty() {
            tally.pass();
            continue;
        }
        tally.fail();
        let base = Base {
            plus: lost,
            minus: Vec::new(),
        };
        let (code, severity) = (tally.rule.code, tally.rule.severity);
        let fault = WordsFault::NotAllUpheld {
            all_upheld: *all_upheld,
        };
        tally.report(Finding {
            code,
            severity,
            cells: base.cells().map(|id| (id, Role::Subject)).collect(),
            left: None,
            right: words.value(&base).ok(),
            difference: None,
            text: words.quote(claim),
            facts: Facts::Words(fault),
        });
    }
}

/// The fee for handling information is one of the fees, so it is not more than all of them.
fn processing_fee(words: &Words<'_>, tally: &mut Tally) {
    let base = Base::cell(CellId::new(Table::Disclosure, Line::Fees, Column::Amount));
    let charged = words.claims.iter().find(|claim| {
        claim.subject == Some(Subject::ProcessingFee)
            && claim.measure == claim::Measure::Money
            && claim.bound == Bound::Exact
    });
    let (Some(claim), Ok(fees)) = (charged, words.value(&base)) else {
        return;
    };
    let over = claim.value.checked_sub(fees.decimal());
    // Fees are stated in 万元 and may be rounded to the second digit.
    let rounding = Decimal::new(5, 3).unwrap_or(Decimal::ZERO);
    if over.is_none_or(|over| over <= rounding) {
        tally.pass();
        return;
    }
    tally.fail();
    let severity = Severity::Notice;
    report(
        words,
        tally,
        claim,
        (severity, &base, fees),
        WordsFault::FeeAboveTotal,
    );
}
