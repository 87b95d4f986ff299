//! The report against that of the year before.

use super::report::Survey;
use super::totals::Totals;
use super::words::{as_value, value};
use super::{Before, Tally};
use crate::claim::Measure;
use crate::compare;
use crate::finding::{Base, Facts, Finding, PreviousFault, Role, Severity, SkipReason};
use crate::form::{CellId, Column, Line, Section, Table};
use crate::number::Value;
use crate::prose::folded::Folded;
use crate::prose::{Role as PassageRole, ends_sentence};
use crate::report::Report;
use crate::rule::PreviousCheck;
use crate::sorted::sort_by;

/// Characters of a section below which nothing can be said of it: `无`, and what everybody writes.
const SHORT: usize = 60;
/// From this share on, in hundredths, a section is that of the year before.
const SAME: usize = 80;
/// Characters of a sentence at least: shorter ones stand in every report.
const SENTENCE: usize = 10;

/// Both reports.
struct Pair<'a> {
    own: &'a Report,
    totals: &'a Totals,
    last: &'a Before<'a>,
    /// Whether both surely are of one body, a year apart.
    certain: bool,
}

/// Runs one check; `last` is the report of the year before, if one of those given is it.
pub(super) fn run(
    check: PreviousCheck,
    survey: &Survey<'_>,
    (own, totals): (&Report, &Totals),
    last: Option<&Before<'_>>,
    tally: &mut Tally,
) {
    let Some(last) = last else {
        tally.skip(SkipReason::NoPrevious);
        return;
    };
    let pair = Pair {
        own,
        totals,
        last,
        certain: compare::is_certain(own, last.report),
    };
    match check {
        PreviousCheck::CarriedOver => carried_over(&pair, tally),
        PreviousCheck::InForce => {
            for line in [Line::Regulations, Line::NormativeDocuments] {
                in_force(&pair, line, tally);
            }
        }
        PreviousCheck::Repeated => {
            for section in [Section::Overview, Section::Problems] {
                repeated(survey, last.report, section, tally);
            }
        }
    }
}

impl Pair<'_> {
    fn own(&self, id: CellId) -> Result<Value, SkipReason> {
        found(self.own, id)?;
        value(&Base::cell(id), self.own, self.totals)
    }

    fn last(&self, id: CellId) -> Result<Value, SkipReason> {
        found(self.last.report, id)?;
        value(&Base::cell(id), self.last.report, &self.last.totals)
    }

    /// Whether it is another body's report after all, or a figure of either may have been read wrongly.
    fn is_unsure(&self, own: CellId, last: CellId) -> bool {
        let unsure =
            |report: &Report, id| report.is_reconstructed(id) || report.doubtful.contains(&id);
        !self.certain || unsure(self.own, own) || unsure(self.last.report, last)
    }
}

fn found(report: &Report, id: CellId) -> Result<(), SkipReason> {
    if report.table(id.table).found() {
        Ok(())
    } else {
        Err(SkipReason::TableMissing)
    }
}

/// The total first: where it differs, each applicant would say the same once more.
fn carried_over(pair: &Pair<'_>, tally: &mut Tally) {
    let ids = |column| {
        let of = |line| CellId::new(Table::Requests, line, column);
        (of(Line::CarriedIn), of(Line::CarriedOut))
    };
    let mut compare = |column: Column, severity: Severity| {
        let (into, out) = ids(column);
        match (pair.own(into), pair.last(out)) {
            (Ok(own), Ok(last)) if own == last => {
                tally.pass();
                true
            }
            (Ok(own), Ok(last)) => {
                let lighter = if pair.is_unsure(into, out) {
                    Severity::Warning
                } else {
                    severity
                };
                let fault = PreviousFault::CarriedOver;
                report(tally, lighter, &[into], (own, last), fault);
                false
            }
            (Err(reason), _) | (_, Err(reason)) => {
                tally.skip(reason);
                true
            }
        }
    };
    if compare(Column::Total, Severity::Error) {
        for column in Column::APPLICANTS {
            // An applicant may be sorted otherwise a year later.
            compare(column, Severity::Warning);
        }
    }
}

/// In force = in force a year before + issued - repealed.
fn in_force(pair: &Pair<'_>, line: Line, tally: &mut Tally) {
    let id = |column| CellId::new(Table::Disclosure, line, column);
    let now = id(Column::InForce);
    let figures = || {
        let blank = pair
            .last
            .report
            .cells
            .get(&now)
            .is_some_and(|cell| cell.has_no_figure());
        if blank {
            return Err(SkipReason::AllBlank);
        }
        Ok((
            pair.own(now)?,
            pair.last(now)?,
            pair.own(id(Column::Issued))?,
            pair.own(id(Column::Repealed))?,
        ))
    };
    let (own, before, issued, repealed) = match figures() {
        Ok(figures) => figures,
        Err(reason) => {
            tally.skip(reason);
            return;
        }
    };
    let expected = before
        .decimal()
        .checked_add(issued.decimal())
        .and_then(|sum| sum.checked_sub(repealed.decimal()));
    let Some(expected) = expected.map(|sum| as_value(sum, Measure::Bare)) else {
        tally.skip(SkipReason::NotANumber);
        return;
    };
    if own == expected {
        tally.pass();
        return;
    }
    let severity = tally.rule.severity;
    let fault = PreviousFault::InForce {
        before,
        issued,
        repealed,
    };
    let cells = [id(Column::Issued), id(Column::Repealed), now];
    report(tally, severity, &cells, (own, expected), fault);
}

fn report(
    tally: &mut Tally,
    severity: Severity,
    cells: &[CellId],
    (own, other): (Value, Value),
    fault: PreviousFault,
) {
    tally.fail();
    let difference = own.decimal().checked_sub(other.decimal());
    tally.report(Finding {
        code: tally.rule.code,
        severity,
        cells: cells.iter().map(|id| (*id, Role::Subject)).collect(),
        left: Some(own),
        right: Some(other),
        difference: difference.map(|difference| as_value(difference, Measure::Bare)),
        text: None,
        facts: Facts::Previous(fault),
    });
}

/// How much of a section stands in last year's, in whole sentences.
fn repeated(survey: &Survey<'_>, last: &Report, section: Section, tally: &mut Tally) {
    let mut known: Vec<Vec<char>> = Vec::new();
    for passage in last.prose.bodies() {
        if passage.section == Some(section) {
            let folded = Folded::new(&passage.text);
            let chars = folded.part(0..folded.len());
            let sentences = chars.split(|c| ends_sentence(*c));
            known.extend(sentences.map(<[char]>::to_vec));
        }
    }
    // Once, for there may be very many of them.
    sort_by(&mut known, Ord::cmp);
    let stands = |sentence: &[char]| {
        let compare = |known: &Vec<char>| known.as_slice().cmp(sentence);
        known.binary_search_by(compare).is_ok()
    };
    let (mut all, mut same) = (0_usize, 0_usize);
    let mut first = None;
    let own = survey.section(section);
    for words in own.filter(|words| words.passage.role == PassageRole::Body) {
        let chars = words.folded.part(0..words.folded.len());
        let mut at = 0_usize;
        for sentence in chars.split(|c| ends_sentence(*c)) {
            let (start, length) = (at, sentence.len());
            at = at.saturating_add(length).saturating_add(1);
            all = all.saturating_add(length);
            if length >= SENTENCE && stands(sentence) {
                same = same.saturating_add(length);
                first.get_or_insert((words, start..start.saturating_add(length)));
            }
        }
    }
    if all < SHORT || known.is_empty() {
        return;
    }
    let share = same.saturating_mul(100).checked_div(all).unwrap_or(0);
    let Some((words, part)) = first.filter(|_| share >= SAME) else {
        tally.pass();
        return;
    };
    tally.fail();
    tally.report(Finding {
        code: tally.rule.code,
        severity: tally.rule.severity,
        cells: Vec::new(),
        left: None,
        right: None,
        difference: None,
        text: Some(words.quote(part)),
        facts: Facts::Previous(PreviousFault::Repeated {
            share: u32::try_from(share).unwrap_or(100),
        }),
    });
}
