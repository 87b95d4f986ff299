//! The catalogue of causes: each thing that may have happened is made a list of changes and tried. Every try is a few
//! additions, so the whole catalogue is gone through whatever the table looks like.

mod lines;
mod moved;
mod totals;

use super::layout::Part;
use super::search::Search;
use super::system::Place;

/// The catalogue over one search, with what it needs to know of the table.
pub(super) struct Catalogue<'a, 'b> {
    search: &'a mut Search<'b>,
    /// How many lines there are, and the column of totals.
    lines: usize,
    total: usize,
    outcomes: Vec<usize>,
    outcome_total: Option<usize>,
    inflow: Vec<usize>,
    outflow: Option<usize>,
    /// The relation of each line, of the outcomes of each column, and of the balance of each column.
    along: Vec<Option<u8>>,
    sums: Vec<Option<u8>>,
    balances: Vec<Option<u8>>,
}

impl<'a, 'b> Catalogue<'a, 'b> {
    pub(super) fn new(search: &'a mut Search<'b>) -> Self {
        let layout = search.layout;
        let system = search.state.system;
        let outcomes = layout.lines_of(Part::Outcome);
        let outcome_total = layout.lines_of(Part::OutcomeTotal).first().copied();
        let inflow = layout.lines_of(Part::Inflow);
        let outflow = layout.lines_of(Part::Outflow).first().copied();
        let width = layout.width();
        let relation = |lines: &[usize], column: usize| {
            let places: Vec<Option<Place>> =
                lines.iter().map(|line| layout.at(*line, column)).collect();
            layout.relation_of(system, &places)
        };
        let mut summed = outcomes.clone();
        summed.extend(outcome_total);
        let mut balanced = inflow.clone();
        balanced.extend(outcome_total);
        balanced.extend(outflow);
        let along = layout.lines.iter();
        Self {
            lines: layout.lines.len(),
            total: width.saturating_sub(1),
            along: along.map(|line| layout.relation_of(system, line)).collect(),
            sums: (0..width).map(|column| relation(&summed, column)).collect(),
            balances: (0..width)
                .map(|column| relation(&balanced, column))
                .collect(),
            outcomes,
            outcome_total,
            inflow,
            outflow,
            search,
        }
    }

    /// Tries everything.
    pub(super) fn run(&mut self) {
        if self.lines == 0 {
            return;
        }
        self.exchanges();
        self.glued();
        if self.outcome_total.is_none() {
            return;
        }
        self.slipped_lines();
        self.slipped_columns();
        self.empty_lines();
        self.empty_columns();
        self.misread_lines();
        self.copied_lines();
        self.total_pairs();
        self.carried();
        self.stale_pairs();
        self.late_changes();
        self.resummed();
    }

    /// The figure at a line and a column, as a place and its value.
    fn at(&self, line: usize, column: usize) -> Option<(Place, i64)> {
        let place = self.search.layout.at(line, column)?;
        Some((place, self.search.state.value(place)))
    }

    /// The value at a line and a column; 0 where nothing was read.
    fn value(&self, line: usize, column: usize) -> i64 {
        self.at(line, column).map_or(0, |(_, value)| value)
    }

    /// The figure at a line and a column raised by a step.
    fn raised(&self, line: usize, column: usize, step: i64) -> Option<(Place, i64)> {
        let (place, value) = self.at(line, column)?;
        Some((place, value.saturating_add(step)))
    }

    /// By how much a relation is off; 0 for one that is not there.
    fn off(&self, relation: Option<Option<&Option<u8>>>) -> i64 {
        let number = relation.flatten().copied().flatten();
        number.map_or(0, |number| self.search.state.off(number))
    }

    /// By how much a line is off.
    fn line_off(&self, line: usize) -> i64 {
        self.off(Some(self.along.get(line)))
    }

    /// The figure at a place that would bring a relation into balance.
    fn balanced(&self, relation: Option<u8>, place: Place) -> Option<i64> {
        let relation = relation?;
        let state = &self.search.state;
        let (_, factor) = state
            .system
            .terms(relation)
            .iter()
            .find(|(own, _)| *own == place)?;
        Some(
            state
                .value(place)
                .saturating_sub(factor.saturating_mul(state.off(relation))),
        )
    }

    /// The sizes that a cause at a line and a column can have: those by which its own relations are off, or those of the
    /// totals beside it.
    fn steps(&self, line: usize, column: usize) -> Vec<i64> {
        let mut steps = Vec::new();
        for relation in [
            self.along.get(line),
            self.sums.get(column),
            self.balances.get(column),
            self.sums.get(self.total),
            self.balances.get(self.total),
        ] {
            let off = self.off(Some(relation));
            if off != 0 && !steps.contains(&off) {
                steps.push(off);
                steps.push(off.saturating_neg());
            }
        }
        steps
    }

    /// Whether a step is no larger than what a late correction usually is.
    fn small(step: i64) -> bool {
        step.unsigned_abs() <= 3
    }
}

/// One of two prices.
fn pick((first, second): (i32, i32), takes_first: bool) -> i32 {
    if takes_first { first } else { second }
}
