//! Totals that do not follow their parts, and wrong figures that were carried into totals.

use super::{Catalogue, pick};
use crate::explain::cost::{Cause, price};
use crate::explain::system::Place;

impl Catalogue<'_, '_> {
    /// The total of outcomes is off by the same in a column and in the column of totals.
    pub(super) fn total_pairs(&mut self) {
        let Some(sum) = self.outcome_total else {
            return;
        };
        for column in 0..self.total {
            for step in self.steps(sum, column) {
                let (Some(own), Some(corner)) = (
                    self.raised(sum, column, step),
                    self.raised(sum, self.total, step),
                ) else {
                    continue;
                };
                let state = &self.search.state;
                if !(state.suspect(own.0) || state.suspect(corner.0)) {
                    continue;
                }
                let item = |line: &usize| self.value(*line, column) == step.saturating_abs();
                let (price, cause) = if self.outcomes.iter().any(item) {
                    (price::COUNTED_TWICE, Cause::CountedTwice)
                } else if Self::small(step) {
                    (price::TOTAL_PAIR.0, Cause::StaleTotals)
                } else {
                    let typing = self.search.typing(own.0, own.1) / 2;
                    (
                        price::TOTAL_PAIR.1.saturating_add(typing),
                        Cause::StaleTotals,
                    )
                };
                self.search.attempt(price, cause, &[own, corner]);
            }
        }
    }

    /// A wrong figure was carried into the total of its line, of its column, or all of them.
    pub(super) fn carried(&mut self) {
        for line in 0..self.lines {
            if Some(line) == self.outcome_total {
                continue;
            }
            let sum = self.outcome_total.filter(|_| self.outcomes.contains(&line));
            for column in 0..self.total {
                if !self.reach(price::CARRIED.0, line, column, sum) {
                    continue;
                }
                for step in self.steps(line, column) {
                    self.carry(line, column, step, sum);
                }
            }
        }
    }

    /// Whether a figure and its totals may be all that happened.
    fn reach(&self, price: i32, line: usize, column: usize, sum: Option<usize>) -> bool {
        let totals = [
            Some((line, column)),
            Some((line, self.total)),
            sum.map(|sum| (sum, column)),
            sum.map(|sum| (sum, self.total)),
        ];
        let layout = self.search.layout;
        let system = self.search.state.system;
        let mask = |(line, column)| layout.at(line, column).map(|place| system.mask(place));
        let masks = totals.into_iter().flatten().filter_map(mask);
        let touched = masks.fold(0, |set, mask| set | mask);
        self.search.reaches(price, touched)
    }

    fn carry(&mut self, line: usize, column: usize, step: i64, sum: Option<usize>) {
        let Some((place, value)) = self.at(line, column) else {
            return;
        };
        let meant = value.saturating_add(step);
        if meant < 0 {
            return;
        }
        let price = self
            .search
            .typing(place, meant)
            .saturating_add(pick(price::CARRIED, value != 0));
        let own = (place, meant);
        let along = self.raised(line, self.total, step);
        if let Some(along) = along {
            self.search.attempt(price, Cause::Carried, &[own, along]);
        }
        let Some(sum) = sum else { return };
        let down = self.raised(sum, column, step);
        if let Some(down) = down {
            self.search.attempt(price, Cause::Carried, &[own, down]);
        }
        if let (Some(along), Some(down), Some(corner)) =
            (along, down, self.raised(sum, self.total, step))
        {
            self.search
                .attempt(price, Cause::Carried, &[own, along, down, corner]);
        }
    }

    /// Two of the totals of one late change did not follow it.
    pub(super) fn stale_pairs(&mut self) {
        let Some(sum) = self.outcome_total else {
            return;
        };
        for line in self.outcomes.clone() {
            for column in 0..self.total {
                if !self.reach(price::STALE_TWO.0, line, column, Some(sum)) {
                    continue;
                }
                for step in self.steps(line, column) {
                    let along = self.raised(line, self.total, step);
                    let down = self.raised(sum, column, step);
                    let corner = self.raised(sum, self.total, step);
                    let price = pick(price::STALE_TWO, Self::small(step));
                    for other in [corner, down] {
                        if let (Some(along), Some(other)) = (along, other) {
                            self.search
                                .attempt(price, Cause::StaleTotals, &[along, other]);
                        }
                    }
                }
            }
        }
    }

    /// A figure was changed late and is right; the five totals that depend on it are old. On the page it looks exactly
    /// like one wrong figure, so both are always shown.
    pub(super) fn late_changes(&mut self) {
        let Some(sum) = self.outcome_total else {
            return;
        };
        let balanced: Vec<(usize, bool)> = self
            .inflow
            .iter()
            .map(|line| (*line, true))
            .chain(self.outflow.map(|line| (line, false)))
            .collect();
        for line in self.outcomes.clone() {
            for column in 0..self.total {
                let Some((place, value)) = self.at(line, column) else {
                    continue;
                };
                let (Some(along), Some(down)) = (
                    self.along.get(line).copied().flatten(),
                    self.sums.get(column).copied().flatten(),
                ) else {
                    continue;
                };
                // What the figure would have to be for its line and for its column: the same, or it is not this.
                let (a, b) = (
                    self.balanced(Some(along), place),
                    self.balanced(Some(down), place),
                );
                let Some(meant) = a.filter(|meant| *meant != value && b == a) else {
                    continue;
                };
                // The totals follow the figure, the other way round.
                let step = value.saturating_sub(meant);
                for (number, (other, inflow)) in balanced.iter().enumerate() {
                    let turned = if *inflow { step } else { step.saturating_neg() };
                    let edits: Option<Vec<(Place, i64)>> = [
                        self.raised(line, self.total, step),
                        self.raised(sum, column, step),
                        self.raised(sum, self.total, step),
                        self.raised(*other, column, turned),
                        self.raised(*other, self.total, turned),
                    ]
                    .into_iter()
                    .collect();
                    let Some(edits) = edits else { continue };
                    let elsewhere = if number == 0 {
                        0
                    } else {
                        price::LATE_ELSEWHERE
                    };
                    let struck = if value == 0 && !Self::small(step) {
                        price::STRUCK_OUT
                    } else {
                        0
                    };
                    let price = pick(price::LATE_CHANGE, Self::small(step))
                        .saturating_add(elsewhere)
                        .saturating_add(struck);
                    self.search.attempt(price, Cause::LateChange, &edits);
                }
            }
        }
    }

    /// The totals were not summed from these figures: those of the outcomes, or all.
    pub(super) fn resummed(&mut self) {
        let Some(sum) = self.outcome_total else {
            return;
        };
        let down = |own: &Self, column: usize| {
            own.outcomes.iter().fold(0_i64, |total, line| {
                total.saturating_add(own.value(*line, column))
            })
        };
        let mut edits: Vec<(Place, i64)> = Vec::new();
        for column in 0..=self.total {
            if let Some((place, value)) = self.at(sum, column) {
                let meant = down(self, column);
                if meant != value {
                    edits.push((place, meant));
                }
            }
        }
        if edits.len() > 1 {
            self.search
                .attempt(price::RESUMMED, Cause::OutcomesResummed, &edits);
        }
        // All: lines first, the total of the outcomes from what they give.
        let along = |own: &Self, line: usize| {
            (0..own.total).fold(0_i64, |total, column| {
                total.saturating_add(own.value(line, column))
            })
        };
        let mut edits: Vec<(Place, i64)> = Vec::new();
        let mut corner = 0_i64;
        for line in 0..self.lines {
            if line == sum {
                continue;
            }
            let meant = along(self, line);
            if self.outcomes.contains(&line) {
                corner = corner.saturating_add(meant);
            }
            if let Some((place, value)) = self.at(line, self.total)
                && value != meant
            {
                edits.push((place, meant));
            }
        }
        for column in 0..=self.total {
            let meant = if column == self.total {
                corner
            } else {
                down(self, column)
            };
            if let Some((place, value)) = self.at(sum, column)
                && value != meant
            {
                edits.push((place, meant));
            }
        }
        if edits.len() > 1 {
            let (fixed, each) = price::ALL_RESUMMED;
            let count = i32::try_from(edits.len().min(10)).unwrap_or(10);
            let price = fixed.saturating_add(each.saturating_mul(count));
            self.search.attempt(price, Cause::AllResummed, &edits);
        }
    }
}
