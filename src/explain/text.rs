//! What the words of a report add: each figure of the text is one more equation between it and the table, and either side
//! of it may be wrong. The text tells near readings of a table apart; it never makes an answer certain. What last year's
//! report carried out is the same kind of evidence for what is carried in.

use super::grade::Grade;
use super::search::Found;
use super::system::Place;
use super::{Cause, Change, Evidence, Explanation, Reading, Rewording};
use crate::check::Verdict;
use crate::claim::Bound;
use crate::finding::{Base, Facts, Finding, PreviousFault, Severity, Statement, WordsFault};
use crate::form::{CellId, Column, Line, Table};
use crate::number::Value;
use crate::report::Report;
use crate::rule::Equation;
use crate::sorted::sort_by;

/// What it costs to believe that the text is wrong, in hundredths of a nat: less than half of a wrong cell, for nobody
/// sums up a text.
const WRONG_TEXT: i32 = 250;
/// What it costs to believe that the words mean something else than they say at first.
const OTHER_MEANING: i32 = 100;
/// What it costs to believe that a figure of last year's report was another: it was published.
const WRONG_LAST_YEAR: i32 = 250;

/// What the text says of a table.
pub(super) struct Witness<'a> {
    report: &'a Report,
    statements: Vec<&'a Statement>,
    /// What cells of the table should be by last year's report.
    carried: Vec<(CellId, i64)>,
}

impl<'a> Witness<'a> {
    /// The exact counts that were compared with cells of the table. What is said twice has one source.
    pub(super) fn new(table: Table, report: &'a Report, evidence: Evidence<'a>) -> Self {
        let mut own: Vec<&Statement> = Vec::new();
        for statement in evidence.statements {
            let counts = statement.exact && matches!(statement.said, Value::Count(_));
            let here = statement
                .meanings
                .first()
                .and_then(|base| base.cells().next());
            let here = here.is_some_and(|id| id.table == table);
            let again = own
                .iter()
                .any(|known| known.said == statement.said && known.meanings == statement.meanings);
            if counts && here && !again {
                own.push(statement);
            }
        }
        Self {
            report,
            statements: own,
            carried: evidence
                .previous
                .filter(|_| table == Table::Requests)
                .map(carried)
                .unwrap_or_default(),
        }
    }

    /// Adds to each solution what it costs that it makes the text wrong.
    pub(super) fn weigh(&self, found: &mut Found, cells: &[CellId]) {
        if self.statements.is_empty() && self.carried.is_empty() {
            return;
        }
        for solution in &mut found.solutions {
            let changes = changes(cells, &solution.edits);
            for statement in &self.statements {
                let price = match self.meant(statement, &changes) {
                    Some(0) => 0,
                    Some(_) => OTHER_MEANING,
                    None => WRONG_TEXT,
                };
                solution.cost = solution.cost.saturating_add(price);
            }
            for (id, should) in &self.carried {
                if self.count(*id, &changes) != Some(*should) {
                    solution.cost = solution.cost.saturating_add(WRONG_LAST_YEAR);
                }
            }
        }
        found.sort();
    }

    /// Whether the text says what stands in a changed place after the changes.
    pub(super) fn supports(&self, changed: &[Change]) -> bool {
        let after: Vec<(CellId, i64)> = changed.iter().map(|it| (it.id, it.to)).collect();
        self.statements.iter().any(|statement| {
            let touched = |id: CellId| changed.iter().any(|change| change.id == id);
            let meant = self.meant(statement, &after);
            let base = meant.and_then(|at| statement.meanings.get(at));
            base.is_some_and(|base| base.cells().any(touched))
        })
    }

    /// Whether last year's report says what stands in a changed place after the changes.
    pub(super) fn carries(&self, changed: &[Change]) -> bool {
        let told = |change: &Change| self.carried.contains(&(change.id, change.to));
        changed.iter().any(told)
    }

    /// The count of a cell with some figures changed; a blank counts as 0.
    fn count(&self, id: CellId, changes: &[(CellId, i64)]) -> Option<i64> {
        if let Some((_, to)) = changes.iter().find(|(cell, _)| *cell == id) {
            return Some(*to);
        }
        match self.report.cells.get(&id)?.value {
            Some(Value::Count(count)) => Some(count),
            None => Some(0),
            Some(Value::Amount(_)) => None,
        }
    }

    /// The first meaning of a statement that is true of the table with some figures changed.
    fn meant(&self, statement: &Statement, changes: &[(CellId, i64)]) -> Option<usize> {
        let value = |base: &Base| {
            let sum = |cells: &[CellId]| {
                cells
                    .iter()
                    .try_fold(0_i64, |sum, id| sum.checked_add(self.count(*id, changes)?))
            };
            sum(&base.plus)?.checked_sub(sum(&base.minus)?)
        };
        statement
            .meanings
            .iter()
            .position(|base| value(base).map(Value::Count) == Some(statement.said))
    }
}

/// What a report carried out, as the cells that carry it in a year later.
fn carried(previous: &Report) -> Vec<(CellId, i64)> {
    let columns = Column::APPLICANTS.into_iter().chain([Column::Total]);
    let figure = |column| {
        let id = |line| CellId::new(Table::Requests, line, column);
        match previous.cells.get(&id(Line::CarriedOut))?.value {
            Some(Value::Count(count)) => Some((id(Line::CarriedIn), count)),
            _ => None,
        }
    };
    columns.filter_map(figure).collect()
}

fn changes(cells: &[CellId], edits: &[(Place, i64)]) -> Vec<(CellId, i64)> {
    let change = |(place, to): &(Place, i64)| Some((*cells.get(usize::from(*place))?, *to));
    edits.iter().filter_map(change).collect()
}

/// How sure an answer is that the text had a part in: never certain, unless the table alone makes the same one certain.
pub(super) fn grade(alone: Grade, weighed: Grade, same: bool) -> Grade {
    match (weighed, alone) {
        (Grade::Certain, Grade::Certain) if same => Grade::Certain,
        (Grade::Certain, _) => Grade::Likely,
        _ => weighed,
    }
}

/// Puts a finding to the explanation whose best reading settles it; says whether there is one.
fn put_beside(
    explanations: &mut [Explanation],
    number: usize,
    settles: impl Fn(&Reading) -> bool,
) -> bool {
    let explanation = explanations
        .iter_mut()
        .find(|explanation| explanation.readings.first().is_some_and(&settles));
    let Some(explanation) = explanation else {
        return false;
    };
    explanation.findings.push(number);
    sort_by(&mut explanation.findings, Ord::cmp);
    true
}

/// Puts the findings about the text that a change of the table settles beside those about the table, and explains the
/// others: probably the text is wrong, if all sums of the table hold.
pub(super) fn explain(
    findings: &[Finding],
    report: &Report,
    equations: &[(Equation, Verdict)],
    explanations: &mut Vec<Explanation>,
) {
    for (number, finding) in findings.iter().enumerate() {
        if matches!(finding.facts, Facts::Previous(PreviousFault::CarriedOver)) {
            let settles = |reading: &Reading| {
                let changed = |change: &Change| {
                    finding.cells.iter().any(|(id, _)| *id == change.id)
                        && finding.right == Some(Value::Count(change.to))
                };
                reading.carried && reading.changes.iter().any(changed)
            };
            put_beside(explanations, number, settles);
            continue;
        }
        let Facts::Words(WordsFault::Differs {
            base,
            bound: Bound::Exact,
            elsewhere,
        }) = &finding.facts
        else {
            continue;
        };
        let (Some(said), Some(stands)) = (finding.left, finding.right) else {
            continue;
        };
        if finding.severity == Severity::Notice {
            continue;
        }
        let settles = |reading: &Reading| {
            let changed = |change: &Change| {
                base.plus.as_slice() == [change.id] && Value::Count(change.to) == said
            };
            reading.witnessed && reading.changes.iter().any(changed)
        };
        if put_beside(explanations, number, settles) {
            continue;
        }
        let touches = |equation: &Equation| equation.cells().any(|id| base.plus.contains(&id));
        let (mut broken, mut sound) = (false, false);
        for (equation, verdict) in equations {
            if touches(equation) {
                broken |= matches!(verdict, Verdict::Broken { .. });
                sound |= matches!(verdict, Verdict::Holds);
            }
        }
        sound &= !broken;
        let mut readings = vec![Reading {
            cause: if elsewhere.is_some() {
                Cause::Quoted
            } else {
                Cause::Misquoted
            },
            changes: Vec::new(),
            words: vec![Rewording {
                finding: number,
                from: said,
                to: stands,
                source: *elsewhere,
            }],
            witnessed: false,
            carried: false,
        }];
        // No sum speaks for a cell that stands in none.
        if let (false, false, ([id], []), Value::Count(to)) =
            (sound, broken, (&*base.plus, &*base.minus), said)
        {
            let from = match report.cells.get(id).and_then(|cell| cell.value) {
                Some(Value::Count(count)) => Some(count),
                _ => None,
            };
            readings.push(Reading {
                cause: Cause::Cells,
                changes: vec![Change { id: *id, from, to }],
                words: Vec::new(),
                witnessed: true,
                carried: false,
            });
        }
        explanations.push(Explanation {
            grade: if sound { Grade::Likely } else { Grade::Choose },
            findings: vec![number],
            readings,
            agreed: Vec::new(),
            misread: false,
            suspects: Vec::new(),
        });
    }
}
