//! What happened to lines and columns as a whole: left empty, read one column off, copied from the neighbour.

use super::Catalogue;
use crate::explain::cost::{Cause, price};
use crate::explain::system::Place;

impl Catalogue<'_, '_> {
    /// A line of the balance was left empty: what is missing in every column is its figure.
    pub(super) fn empty_lines(&mut self) {
        let lines: Vec<usize> = self.inflow.iter().copied().chain(self.outflow).collect();
        for line in lines {
            self.fill(
                (0..=self.total)
                    .map(|column| (line, column, self.balances.get(column).copied().flatten()))
                    .collect(),
                Cause::LineEmpty,
            );
        }
    }

    /// A column of applicants was left empty: what is missing in every line is its figure.
    pub(super) fn empty_columns(&mut self) {
        for column in 0..self.total {
            self.fill(
                (0..self.lines)
                    .map(|line| (line, column, self.along.get(line).copied().flatten()))
                    .collect(),
                Cause::ColumnEmpty,
            );
        }
    }

    /// Fills places that are all empty by what their relations lack.
    fn fill(&mut self, slots: Vec<(usize, usize, Option<u8>)>, cause: Cause) {
        let mut edits: Vec<(Place, i64)> = Vec::new();
        for (line, column, relation) in slots {
            let Some((place, value)) = self.at(line, column) else {
                continue;
            };
            if value != 0 {
                return;
            }
            match self.balanced(relation, place) {
                Some(0) | None => {}
                Some(meant) => edits.push((place, meant)),
            }
        }
        if edits.len() > 1 {
            self.search.attempt(price::EMPTY, cause, &edits);
        }
    }

    /// Lines whose figures, the total included, were read one column off.
    pub(super) fn misread_lines(&mut self) {
        for left in [true, false] {
            let mut all: Vec<(Place, i64)> = Vec::new();
            let mut count = 0_i32;
            for line in 0..self.lines {
                let Some(edits) = self
                    .shifted(line, left)
                    .filter(|_| self.line_off(line) != 0)
                else {
                    continue;
                };
                self.search
                    .attempt(price::MISREAD, Cause::LineMisread, &edits);
                all.extend(edits);
                count = count.saturating_add(1);
            }
            if count > 1 {
                let more = price::MISREAD_MORE.saturating_mul(count.saturating_sub(1));
                let price =
                    price::MISREAD.saturating_add(more.min(price::MISREAD_MORE.saturating_mul(4)));
                self.search.attempt(price, Cause::TableMisread, &all);
            }
        }
    }

    /// The line as it would be if it had been read one column too far to the left, or to the right. What fell out at the end
    /// is what the others leave.
    fn shifted(&self, line: usize, left: bool) -> Option<Vec<(Place, i64)>> {
        let mut now = Vec::new();
        for column in 0..=self.total {
            now.push(self.at(line, column)?);
        }
        let mut values: Vec<i64> = now.iter().map(|(_, value)| *value).collect();
        let parts = |values: &[i64]| {
            values
                .iter()
                .fold(0_i64, |sum, value| sum.saturating_add(*value))
        };
        if left {
            // The first figure fell out, nothing stands in the total.
            (values.last() == Some(&0)).then_some(())?;
            values.rotate_right(1);
            let (total, applicants) = values.split_last()?;
            let first = total.saturating_sub(parts(applicants));
            (*total > 0 && first >= 0).then_some(())?;
            *values.first_mut()? = first;
        } else {
            // The total fell out, nothing stands in the first place.
            (values.first() == Some(&0)).then_some(())?;
            values.rotate_left(1);
            let (_, applicants) = values.split_last()?;
            let total = parts(applicants);
            (total > 0).then_some(())?;
            *values.last_mut()? = total;
        }
        let edits = now.into_iter().zip(values);
        Some(
            edits
                .filter(|((_, value), meant)| value != meant)
                .map(|((place, _), meant)| (place, meant))
                .collect(),
        )
    }

    /// An outcome holds the figures of the line above or below it: its own are what the sums lack.
    pub(super) fn copied_lines(&mut self) {
        let outcomes = self.outcomes.clone();
        for pair in outcomes.windows(2) {
            let [upper, lower] = pair else { continue };
            let figures = |line: usize| (0..=self.total).map(move |column| (line, column));
            let same = figures(*upper)
                .zip(figures(*lower))
                .all(|(a, b)| self.value(a.0, a.1) == self.value(b.0, b.1));
            if !same || self.value(*upper, self.total) == 0 {
                continue;
            }
            for (line, price) in [(*lower, price::COPIED.0), (*upper, price::COPIED.1)] {
                let edits: Option<Vec<(Place, i64)>> = (0..=self.total)
                    .map(|column| {
                        let (place, _) = self.at(line, column)?;
                        let sum = self.sums.get(column).copied().flatten();
                        Some((place, self.balanced(sum, place)?))
                    })
                    .collect();
                let Some(mut edits) = edits else { continue };
                edits.retain(|(place, meant)| self.search.state.value(*place) != *meant);
                if edits.len() > 1 {
                    self.search.attempt(price, Cause::LineCopied, &edits);
                }
            }
        }
    }
}
