//! The search for causes: first whole causes of the catalogue, then single figures, fewest first (`cells`).
//!
//! A generalised Fellegi-Holt localisation (Scholtus 2016: fewest edit operations instead of fewest variables), driven by the
//! residuals: a figure is only ever changed so that it takes up all by which one broken relation is off. For up to three wrong
//! figures this reaches every minimal answer, because some broken relation always holds exactly one of them. The effort
//! is counted in states looked at, never in time, so the same figures give the same answer everywhere.

use super::catalogue::Catalogue;
use super::cells::STATES;
use super::cost::{CAUSE, Cause, MARGIN};
use super::layout::Layout;
use super::system::{Place, State, System};
use super::typing::typing;
use crate::sorted::sort_by;

/// How far above the best a cause of the catalogue and one further figure are still looked at.
const NEAR_ENOUGH: i32 = 400;
/// Answers that are kept.
const ANSWERS: usize = 400;

/// One way to bring all relations into balance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// What it takes to believe it, in hundredths of a nat.
    pub cost: i32,
    /// How many causes it takes.
    pub causes: u32,
    /// What happened, or the most of it.
    pub cause: Cause,
    /// The places changed, with their new figures, in order.
    pub edits: Vec<(Place, i64)>,
}

/// What the search found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The ways found, the cheapest first.
    pub solutions: Vec<Solution>,
    /// Whether the search was ended by its cap.
    pub truncated: bool,
    /// The states that the search over single figures looked at: its effort.
    pub states: u32,
}

/// Looks for the causes of what is broken in a system. `layout` tells which figures are neighbours; without one, only single
/// figures are looked at.
pub fn search(system: &System, layout: &Layout) -> Found {
    let mut search = Search {
        state: State::new(system),
        layout,
        solutions: Vec::new(),
        seen: Vec::new(),
        states: 0,
        budget: STATES,
        truncated: false,
        best: i32::MAX.saturating_sub(MARGIN),
        least: 0,
    };
    if search.state.broken == 0 {
        return Found::default();
    }
    search.least = search.state.at_least();
    // One figure alone first: where that is enough, the catalogue has less to look for.
    search.last_figure(0, 0, Cause::Cells);
    Catalogue::new(&mut search).run();
    search.single_figures();
    let mut solutions = search.solutions;
    sort_by(&mut solutions, |a, b| {
        (a.cost, a.edits.len(), &a.edits).cmp(&(b.cost, b.edits.len(), &b.edits))
    });
    Found {
        solutions,
        truncated: search.truncated,
        states: search.states,
    }
}

/// The running search.
pub(super) struct Search<'a> {
    pub(super) state: State<'a>,
    pub(super) layout: &'a Layout,
    /// Sorted by the edits.
    pub(super) solutions: Vec<Solution>,
    /// Digests of states looked at, sorted.
    pub(super) seen: Vec<u64>,
    pub(super) states: u32,
    pub(super) budget: u32,
    pub(super) truncated: bool,
    pub(super) best: i32,
    /// How many figures are wrong at least.
    pub(super) least: u32,
}

impl Search<'_> {
    /// What it costs to believe that another figure was meant.
    pub(super) fn typing(&self, place: Place, new: i64) -> i32 {
        typing(
            self.state.system.figure(place),
            new,
            self.layout.quiet(place),
        )
    }

    /// Whether a cause that touches these relations may be all that happened, or all but one further figure.
    pub(super) fn reaches(&self, price: i32, touched: u64) -> bool {
        let left = self.state.broken & !touched;
        left == 0
            || self.completes(CAUSE.saturating_add(price))
                && left.count_ones() <= self.state.system.most_per_figure
    }

    /// Whether a further figure beside a cause of this cost can still matter.
    fn completes(&self, cost: i32) -> bool {
        self.least <= 4 && cost.saturating_add(CAUSE) <= self.best.saturating_add(NEAR_ENOUGH)
    }

    /// Tries one cause of the catalogue: a price and the figures that it changes, no place twice.
    pub(super) fn attempt(&mut self, price: i32, cause: Cause, edits: &[(Place, i64)]) {
        let cost = CAUSE.saturating_add(price);
        let allowed =
            |(place, value): &(Place, i64)| *value >= 0 && !self.state.system.figure(*place).fixed;
        if cost > self.best.saturating_add(MARGIN) || !edits.iter().all(allowed) {
            return;
        }
        let touched = edits
            .iter()
            .fold(0, |set, (place, _)| set | self.state.system.mask(*place));
        if !self.reaches(price, touched) {
            return;
        }
        for (place, value) in edits {
            self.state.set(*place, *value);
        }
        let after = self.state.broken.count_ones();
        if after == 0 {
            self.keep(cost, 1, cause);
        } else if after <= self.state.system.most_per_figure && self.completes(cost) {
            self.last_figure(cost, 1, cause);
        }
        for (place, _) in edits {
            let read = self.state.system.figure(*place).value;
            self.state.set(*place, read);
        }
    }

    /// Keeps the figures as they stand as an answer.
    pub(super) fn keep(&mut self, cost: i32, causes: u32, cause: Cause) {
        let edits = self.state.edits();
        if edits.is_empty() {
            return;
        }
        self.best = self.best.min(cost);
        match self
            .solutions
            .binary_search_by(|solution| solution.edits.cmp(&edits))
        {
            Ok(at) => {
                if let Some(known) = self.solutions.get_mut(at).filter(|it| it.cost > cost) {
                    known.cost = cost;
                    known.causes = causes;
                    known.cause = cause;
                }
            }
            Err(at) => {
                let solution = Solution {
                    cost,
                    causes,
                    cause,
                    edits,
                };
                self.solutions.insert(at, solution);
                if self.solutions.len() > ANSWERS {
                    self.forget_dearest();
                }
            }
        }
    }

    /// One answer less: the one that costs most.
    fn forget_dearest(&mut self) {
        let numbered = self.solutions.iter().enumerate();
        let dearest = numbered.max_by_key(|(_, solution)| solution.cost);
        if let Some((at, _)) = dearest {
            self.solutions.remove(at);
        }
    }
}
