//! Figures that stand in the wrong place: exchanged, slipped, glued, split.

use super::{Catalogue, pick};
use crate::explain::cost::{Cause, price};
use crate::explain::layout::Part;
use crate::explain::system::Place;

/// Lines that a run slipped down a column may reach over.
const LONGEST_RUN: usize = 10;

impl Catalogue<'_, '_> {
    /// Two figures of one line or of one column stand in each other's place.
    pub(super) fn exchanges(&mut self) {
        for line in 0..self.lines {
            for left in 0..=self.total {
                for right in left.saturating_add(1)..=self.total {
                    self.exchange_in_line(line, left, right);
                }
            }
        }
        if self.outcome_total.is_none() {
            self.exchange_blocks();
            return;
        }
        for column in 0..=self.total {
            for upper in 0..self.lines {
                for lower in upper.saturating_add(1)..self.lines {
                    self.exchange_in_column(column, upper, lower);
                }
            }
        }
    }

    fn exchange_in_line(&mut self, line: usize, left: usize, right: usize) {
        let (Some((p, a)), Some((q, b))) = (self.at(line, left), self.at(line, right)) else {
            return;
        };
        let next = right.saturating_sub(left) == 1;
        let hole = a == 0 || b == 0;
        let (price, cause) = if self.outcome_total.is_none() {
            if next {
                (pick(price::EXCHANGED_RESULTS, hole), Cause::Moved)
            } else {
                (price::EXCHANGED_FAR_RESULTS, Cause::Exchanged)
            }
        } else if next && right < self.total {
            (pick(price::MOVED, hole), Cause::Moved)
        } else {
            (pick(price::EXCHANGED_IN_LINE, hole), Cause::Exchanged)
        };
        self.exchange(price, cause, (p, a), (q, b));
    }

    fn exchange_in_column(&mut self, column: usize, upper: usize, lower: usize) {
        let (Some((p, a)), Some((q, b))) = (self.at(upper, column), self.at(lower, column)) else {
            return;
        };
        let layout = self.search.layout;
        let alike = matches!(
            (layout.part(upper), layout.part(lower)),
            (Some(Part::Inflow), Some(Part::Inflow)) | (Some(Part::Outcome), Some(Part::Outcome))
        );
        let hole = a == 0 || b == 0;
        let (price, cause) = if alike && lower.saturating_sub(upper) == 1 {
            (pick(price::MOVED, hole), Cause::Moved)
        } else {
            (pick(price::EXCHANGED_IN_COLUMN, hole), Cause::Exchanged)
        };
        self.exchange(price, cause, (p, a), (q, b));
        // Two totals exchanged, or all that stands in front of them: where that is little, nobody can tell.
        let suspect = self.search.state.suspect(p) && self.search.state.suspect(q);
        if column == self.total && a != b && suspect {
            let own = |line: usize| (0..self.total).map(move |column| (line, column));
            let mut edits: Vec<(Place, i64)> = Vec::new();
            for (one, other) in own(upper).zip(own(lower)) {
                let (Some((p, a)), Some((q, b))) =
                    (self.at(one.0, one.1), self.at(other.0, other.1))
                else {
                    return;
                };
                if a != b {
                    edits.push((p, b));
                    edits.push((q, a));
                }
            }
            let more = i32::try_from(edits.len() / 2)
                .unwrap_or(0)
                .saturating_sub(1);
            let price = price.saturating_add(price::EXCHANGED_MORE.saturating_mul(more));
            self.search.attempt(price, Cause::Exchanged, &edits);
        }
    }

    /// In section four the total of one block stands beside the first result of the next.
    fn exchange_blocks(&mut self) {
        for line in 1..self.lines {
            let pair = (
                self.at(line.saturating_sub(1), self.total),
                self.at(line, 0),
            );
            if let (Some(last), Some(first)) = pair {
                self.exchange(price::EXCHANGED_RESULTS.0, Cause::Moved, last, first);
            }
        }
    }

    fn exchange(&mut self, price: i32, cause: Cause, (p, a): (Place, i64), (q, b): (Place, i64)) {
        let state = &self.search.state;
        if a == b || !(state.suspect(p) || state.suspect(q)) {
            return;
        }
        if self.search.reaches(price, state.system.exchanged(p, q)) {
            self.search.attempt(price, cause, &[(p, b), (q, a)]);
        }
    }

    /// A run of figures of one line slipped by one column.
    pub(super) fn slipped_lines(&mut self) {
        for line in 0..self.lines {
            let figures: Vec<_> = (0..self.total).map(|at| self.at(line, at)).collect();
            for first in 0..self.total {
                for last in first.saturating_add(2)..self.total {
                    let run = figures.get(first..=last).unwrap_or(&[]);
                    self.slip(run, Cause::LineSlipped);
                }
            }
        }
    }

    /// A run of outcomes of one column slipped by one line.
    pub(super) fn slipped_columns(&mut self) {
        let outcomes = self.outcomes.clone();
        for column in 0..self.total {
            let figures: Vec<_> = outcomes.iter().map(|line| self.at(*line, column)).collect();
            for first in 0..outcomes.len() {
                let end = first.saturating_add(LONGEST_RUN).min(outcomes.len());
                for last in first.saturating_add(2)..end {
                    let run = outcomes.get(first..=last).unwrap_or(&[]);
                    if !run.iter().any(|line| self.line_off(*line) != 0) {
                        continue;
                    }
                    let run = figures.get(first..=last).unwrap_or(&[]);
                    self.slip(run, Cause::ColumnSlipped);
                }
            }
        }
    }

    /// Moves a run of figures by one place, either way, if the place that it leaves for is empty.
    fn slip(&mut self, run: &[Option<(Place, i64)>], cause: Cause) {
        // Mostly both ends are filled, or nearly nothing is: asked before anything is made.
        let empty = |end: Option<&Option<(Place, i64)>>| matches!(end, Some(Some((_, 0))));
        if !(empty(run.first()) || empty(run.last())) {
            return;
        }
        if run
            .iter()
            .flatten()
            .filter(|(_, value)| *value != 0)
            .count()
            < 2
        {
            return;
        }
        let Some(run) = run.iter().copied().collect::<Option<Vec<_>>>() else {
            return;
        };
        if !run
            .iter()
            .any(|(place, _)| self.search.state.suspect(*place))
        {
            return;
        }
        let values: Vec<i64> = run.iter().map(|(_, value)| *value).collect();
        for back in [true, false] {
            let edge = if back { values.first() } else { values.last() };
            if edge != Some(&0) {
                continue;
            }
            let mut meant = values.clone();
            if back {
                meant.rotate_left(1);
            } else {
                meant.rotate_right(1);
            }
            let edits: Vec<(Place, i64)> = run
                .iter()
                .zip(meant)
                .filter(|((_, value), meant)| value != meant)
                .map(|((place, _), meant)| (*place, meant))
                .collect();
            self.search.attempt(price::SLIPPED, cause, &edits);
        }
    }

    /// The figures of two neighbours of a line stand in one place, or one figure was split over both.
    pub(super) fn glued(&mut self) {
        for line in 0..self.lines {
            for left in 0..self.total {
                let right = left.saturating_add(1);
                let (Some((p, a)), Some((q, b))) = (self.at(line, left), self.at(line, right))
                else {
                    continue;
                };
                if !(self.search.state.suspect(p) || self.search.state.suspect(q)) {
                    continue;
                }
                match (a, b) {
                    (0, 0) => {}
                    (0, both) | (both, 0) => self.unglue(p, q, both),
                    (a, b) => {
                        if let Some(whole) = joined(a, b) {
                            for edits in [[(p, whole), (q, 0)], [(p, 0), (q, whole)]] {
                                self.search.attempt(price::GLUED, Cause::Split, &edits);
                            }
                        }
                    }
                }
            }
        }
    }

    fn unglue(&mut self, p: Place, q: Place, both: i64) {
        let mut power = 10_i64;
        while both >= power {
            let (head, tail) = (both.checked_div(power), both.checked_rem(power));
            // A figure does not begin with 0.
            let whole = tail.is_some_and(|tail| power == 10 || tail >= power / 10);
            if let (Some(head), Some(tail), true) = (head, tail, whole) {
                let edits = [(p, head), (q, tail)];
                self.search.attempt(price::GLUED, Cause::Glued, &edits);
            }
            power = power.saturating_mul(10);
        }
    }
}

/// The digits of one figure behind those of another.
fn joined(a: i64, b: i64) -> Option<i64> {
    let mut power = 10_i64;
    while power <= b {
        power = power.checked_mul(10)?;
    }
    a.checked_mul(power)?.checked_add(b)
}
