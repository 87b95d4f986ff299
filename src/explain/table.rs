//! From a report to the system of one table, and from solutions back to cells and findings.

use super::grade::{self, Grade};
use super::layout::{Layout, Part};
use super::search::{Found, Solution};
use super::system::{Figure, Place, State, System, members};
use super::text::{self, Witness};
use super::{Change, Explanation, Reading};
use crate::check::Verdict;
use crate::finding::{Finding, SkipReason};
use crate::form::{CellId, Column, Line, Table};
use crate::number::Value;
use crate::report::Report;
use crate::rule::Equation;
use crate::sorted::{SortedSet, sort_by};

/// More broken relations than this, and the table was probably read wrongly.
const MISREAD: u32 = 12;
/// Lines that are named as suspect at most.
const SUSPECTS: usize = 5;
/// Most readings that are shown side by side.
const READINGS: usize = 3;

/// One table as a system.
pub(super) struct TableSystem {
    pub(super) table: Table,
    /// The cell of each figure, in the order of the form.
    cells: Vec<CellId>,
    pub(super) system: System,
    pub(super) layout: Layout,
}

impl TableSystem {
    /// `None` if no relation of the table is broken, or none could be judged.
    pub(super) fn new(
        table: Table,
        report: &Report,
        equations: &[(Equation, Verdict)],
        pins: &SortedSet<CellId>,
    ) -> Option<Self> {
        let own: Vec<&Equation> = equations
            .iter()
            .filter(|(equation, verdict)| {
                equation.cells().any(|id| id.table == table) && usable(verdict)
            })
            .map(|(equation, _)| equation)
            .collect();
        let mut cells: SortedSet<CellId> = SortedSet::new();
        for equation in &own {
            cells.extend(equation.cells());
        }
        let cells: Vec<CellId> = cells.into_iter().collect();
        let mut figures = Vec::with_capacity(cells.len());
        for id in &cells {
            let cell = report.cells.get(id)?;
            let value = match cell.value {
                Some(Value::Count(count)) => count,
                None if cell.has_no_figure() => 0,
                _ => return None,
            };
            figures.push(Figure {
                value,
                blank: cell.has_no_figure(),
                total: id.column == Column::Total || id.line == Line::OutcomeTotal,
                fixed: pins.contains(id),
            });
        }
        let place =
            |id: &CellId| -> Option<Place> { Place::try_from(cells.binary_search(id).ok()?).ok() };
        let mut relations = Vec::with_capacity(own.len());
        for equation in own {
            let side = |cells: &[CellId], factor: i64| -> Option<Vec<(Place, i64)>> {
                cells.iter().map(|id| Some((place(id)?, factor))).collect()
            };
            let mut terms = side(&equation.left, 1)?;
            terms.extend(side(&equation.right, -1)?);
            relations.push(terms);
        }
        let system = System::new(figures, relations)?;
        if State::new(&system).broken == 0 {
            return None;
        }
        let form = report.form(table)?;
        let (mut lines, mut parts) = (Vec::new(), Vec::new());
        for (block, line) in form.lines() {
            let columns = block.columns.iter();
            lines.push(
                columns
                    .map(|column| place(&CellId::new(table, line.line, column.column)))
                    .collect(),
            );
            parts.push(part(line.line));
        }
        let layout = Layout::new(lines, parts, &system);
        Some(Self {
            table,
            cells,
            system,
            layout,
        })
    }

    /// The explanations that the solutions give, those first that the text speaks for.
    pub(super) fn explanations(
        &self,
        mut found: Found,
        witness: &Witness<'_>,
        findings: &[Finding],
    ) -> Vec<Explanation> {
        let state = State::new(&self.system);
        let misread = state.broken.count_ones() > MISREAD;
        let graded =
            |found: &Found| grade::grade(found, &self.system, self.table == Table::Requests);
        let alone = graded(&found);
        let best = found.solutions.first().map(|it| it.edits.clone());
        witness.weigh(&mut found, &self.cells);
        let same = found.solutions.first().map(|it| &it.edits) == best.as_ref();
        let verdict = text::grade(alone, graded(&found), same);
        let whole = |grade, readings, agreed| Explanation {
            grade,
            findings: self.findings(state.broken, findings),
            readings,
            agreed,
            misread,
            suspects: if misread || grade == Grade::Unknown {
                self.suspects(state.broken)
            } else {
                Vec::new()
            },
        };
        let mut explanations = Vec::new();
        match found.solutions.first() {
            Some(best) if matches!(verdict, Grade::Certain | Grade::Likely) => {
                let groups = self.groups(best);
                let twin = grade::twin(&found.solutions);
                if groups.len() < 2 || twin.is_some() || misread {
                    let shown = [Some(best), twin].into_iter().flatten();
                    let readings = shown
                        .map(|it| self.reading(it, &it.edits, witness))
                        .collect();
                    explanations.push(whole(verdict, readings, Vec::new()));
                } else {
                    for edits in groups {
                        let touched = edits
                            .iter()
                            .fold(0, |set, (place, _)| set | self.system.mask(*place));
                        explanations.push(Explanation {
                            findings: self.findings(state.broken & touched, findings),
                            ..whole(
                                verdict,
                                vec![self.reading(best, &edits, witness)],
                                Vec::new(),
                            )
                        });
                    }
                }
            }
            Some(_) => {
                let mut shown: Vec<&Solution> = found.solutions.iter().take(READINGS).collect();
                if let Some(twin) = grade::twin(&found.solutions)
                    && !shown.contains(&twin)
                {
                    shown.push(twin);
                }
                let readings = shown
                    .into_iter()
                    .map(|it| self.reading(it, &it.edits, witness));
                let agreed = match verdict {
                    Grade::Partial => self.changes(&grade::agreed(&found.solutions)),
                    _ => Vec::new(),
                };
                explanations.push(whole(verdict, readings.collect(), agreed));
            }
            None => explanations.push(whole(Grade::Unknown, Vec::new(), Vec::new())),
        }
        explanations.retain(|explanation| !explanation.findings.is_empty());
        explanations
    }

    fn reading(
        &self,
        solution: &Solution,
        edits: &[(Place, i64)],
        witness: &Witness<'_>,
    ) -> Reading {
        let changes = self.changes(edits);
        Reading {
            cause: solution.cause,
            witnessed: witness.supports(&changes),
            carried: witness.carries(&changes),
            changes,
            words: Vec::new(),
        }
    }

    fn changes(&self, edits: &[(Place, i64)]) -> Vec<Change> {
        let change = |(place, to): &(Place, i64)| {
            let figure = self.system.figure(*place);
            Some(Change {
                id: *self.cells.get(usize::from(*place))?,
                from: (!figure.blank).then_some(figure.value),
                to: *to,
            })
        };
        edits.iter().filter_map(change).collect()
    }

    /// The changes of a solution in groups that have no relation in common: each is a cause of its own.
    fn groups(&self, solution: &Solution) -> Vec<Vec<(Place, i64)>> {
        let mut groups: Vec<(u64, Vec<(Place, i64)>)> = Vec::new();
        for edit in &solution.edits {
            let mut mask = self.system.mask(edit.0);
            let mut edits = vec![*edit];
            groups.retain(|(other, members)| {
                let apart = other & mask == 0;
                if !apart {
                    edits.extend(members.iter().copied());
                }
                apart
            });
            // Taking in one group can join others to it only through relations of the edits taken in.
            for (place, _) in &edits {
                mask |= self.system.mask(*place);
            }
            sort_by(&mut edits, Ord::cmp);
            groups.push((mask, edits));
        }
        sort_by(&mut groups, |a, b| a.1.cmp(&b.1));
        groups.into_iter().map(|(_, edits)| edits).collect()
    }

    /// The findings about relations of a set.
    fn findings(&self, set: u64, findings: &[Finding]) -> Vec<usize> {
        let relations: Vec<Vec<CellId>> = members(set)
            .map(|number| {
                let terms = self.system.terms(number).iter();
                terms
                    .filter_map(|(place, _)| self.cells.get(usize::from(*place)).copied())
                    .collect()
            })
            .collect();
        let about = |finding: &&Finding| {
            let mut cells: Vec<CellId> = finding.cells.iter().map(|(id, _)| *id).collect();
            sort_by(&mut cells, Ord::cmp);
            relations.contains(&cells)
        };
        let numbered = findings.iter().enumerate();
        numbered
            .filter(|(_, finding)| about(finding))
            .map(|(number, _)| number)
            .collect()
    }

    /// The lines with broken relations of their own, those that stand in most of them first.
    fn suspects(&self, broken: u64) -> Vec<(Table, Line)> {
        let mut lines: Vec<(u32, Line)> = Vec::new();
        for places in &self.layout.lines {
            let there: Vec<Place> = places.iter().copied().flatten().collect();
            let Some(line) = there
                .first()
                .and_then(|place| self.cells.get(usize::from(*place)))
            else {
                continue;
            };
            let along = self.layout.relation_of(&self.system, places);
            if along.is_some_and(|number| broken & super::system::bit(number) != 0) {
                let count = |place: &Place| (self.system.mask(*place) & broken).count_ones();
                let sum = there.iter().map(count).fold(0, u32::saturating_add);
                lines.push((sum, line.line));
            }
        }
        sort_by(&mut lines, |a, b| (b.0, a.1).cmp(&(a.0, b.1)));
        lines.truncate(SUSPECTS);
        lines
            .into_iter()
            .map(|(_, line)| (self.table, line))
            .collect()
    }
}

/// Whether an equation can be used: judged, or not judged only because something is blank.
fn usable(verdict: &Verdict) -> bool {
    matches!(
        verdict,
        Verdict::Holds
            | Verdict::Broken { .. }
            | Verdict::Skipped(
                SkipReason::BlankTotal | SkipReason::AllBlank | SkipReason::UsedForReading
            )
    )
}

/// The part that a line plays in the balances of its table.
fn part(line: Line) -> Part {
    match line {
        Line::New | Line::CarriedIn => Part::Inflow,
        Line::OutcomeTotal => Part::OutcomeTotal,
        Line::CarriedOut => Part::Outflow,
        Line::Reconsideration | Line::DirectSuit | Line::SuitAfterReconsideration => Part::Alone,
        _ => Part::Outcome,
    }
}
