//! The search for causes: first whole causes of the catalogue, then single figures, fewest first.
//!
//! A generalised Fellegi-Holt localisation (Scholtus 2016: fewest edit operations instead of fewest variables), driven by the
//! residuals: a figure is only ever changed so that it takes up all by which one broken relation is off. For up to three wrong
//! figures this reaches every minimal answer, because some broken relation always holds exactly one of them. The effort
//! is counted in states looked at, never in time, so the same figures give the same answer everywhere.

use super::catalogue::Catalogue;
use super::cost::{CAUSE, Cause, MARGIN, typing};
use super::layout::Layout;
use super::system::{Place, State, System, members};
use crate::sorted::sort_by;

/// Most single figures that are changed together.
const MOST_CAUSES: u32 = 6;
/// States that the search over single figures looks at.
const STATES: u32 = 600;
/// States of the last search, where every step has to repair two relations and to break none.
const STRICT_STATES: u32 = 300;
/// Most figures that the last search changes.
const STRICT_MOST: u32 = 12;
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
    Catalogue::new(&mut search).run();
    search.single_figures();
    let mut found = Found {
        solutions: search.solutions,
        truncated: search.truncated,
    };
    found.sort();
    found
}

impl Found {
    /// Brings the cheapest to the front.
    pub(super) fn sort(&mut self) {
        sort_by(&mut self.solutions, |a, b| {
            (a.cost, a.edits.len(), &a.edits).cmp(&(b.cost, b.edits.len(), &b.edits))
        });
    }
}

/// The running search.
pub(super) struct Search<'a> {
    pub(super) state: State<'a>,
    pub(super) layout: &'a Layout,
    /// Sorted by the edits.
    solutions: Vec<Solution>,
    /// Digests of states looked at, sorted.
    seen: Vec<u64>,
    states: u32,
    budget: u32,
    truncated: bool,
    best: i32,
    /// How many figures are wrong at least.
    pub(super) least: u32,
}

/// A step of the search over single figures.
type Step = (u32, Place, i64);

impl Search<'_> {
    /// What it costs to believe that another figure was meant.
    pub(super) fn typing(&self, place: Place, new: i64) -> i32 {
        typing(
            self.state.system.figure(place),
            new,
            self.layout.quiet(place),
        )
    }

    /// Tries one cause of the catalogue: a price and the figures that it changes, no place twice.
    pub(super) fn attempt(&mut self, price: i32, cause: Cause, edits: &[(Place, i64)]) {
        let cost = CAUSE.saturating_add(price);
        let allowed =
            |(place, value): &(Place, i64)| *value >= 0 && !self.state.system.figure(*place).fixed;
        if cost > self.best.saturating_add(MARGIN) || !edits.iter().all(allowed) {
            return;
        }
        // What is broken elsewhere must be within the reach of one further figure.
        let system = self.state.system;
        let touched = edits
            .iter()
            .fold(0, |set, (place, _)| set | system.mask(*place));
        if (self.state.broken & !touched).count_ones() > system.most_per_figure {
            return;
        }
        for (place, value) in edits {
            self.state.set(*place, *value);
        }
        let after = self.state.broken.count_ones();
        if after == 0 {
            self.keep(cost, 1, cause);
        } else if after <= self.state.system.most_per_figure && self.least <= 4 {
            self.last_figure(cost, 1, cause);
        }
        for (place, _) in edits {
            let read = self.state.system.figure(*place).value;
            self.state.set(*place, read);
        }
    }

    /// Keeps the figures as they stand as an answer.
    fn keep(&mut self, cost: i32, causes: u32, cause: Cause) {
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
            Err(at) if self.solutions.len() < ANSWERS => self.solutions.insert(
                at,
                Solution {
                    cost,
                    causes,
                    cause,
                    edits,
                },
            ),
            Err(_) => {}
        }
    }

    /// Single figures: one, two ... up to the cap; one more than what the first answer took.
    fn single_figures(&mut self) {
        let mut found_at = None;
        for most in self.least.max(1)..=MOST_CAUSES {
            if found_at.is_some_and(|at: u32| most > at.saturating_add(1)) {
                break;
            }
            self.seen.clear();
            self.descend(most, 0, 0, false);
            let by_cells = |solution: &Solution| solution.cause == Cause::Cells;
            if found_at.is_none() && self.solutions.iter().any(by_cells) {
                found_at = Some(most);
            }
            if self.truncated {
                break;
            }
        }
        if found_at.is_none() && self.least <= STRICT_MOST {
            let truncated = self.truncated;
            self.budget = self.states.saturating_add(STRICT_STATES);
            self.seen.clear();
            self.best = i32::MAX.saturating_sub(MARGIN);
            self.descend(self.least.saturating_add(2), 0, 0, true);
            self.truncated = truncated;
        }
    }

    /// Changes up to `left` more figures. `strict`: each has to repair two relations and to break none.
    fn descend(&mut self, left: u32, cost: i32, causes: u32, strict: bool) {
        if self.state.broken == 0 {
            self.keep(cost, causes, Cause::Cells);
            return;
        }
        let dearest = self.best.saturating_add(MARGIN);
        if left == 0 || cost.saturating_add(CAUSE) > dearest {
            return;
        }
        if left == 1 {
            self.last_figure(cost, causes, Cause::Cells);
            return;
        }
        if self.states >= self.budget {
            self.truncated = true;
            return;
        }
        let digest = self.digest(left);
        match self.seen.binary_search(&digest) {
            Ok(_) => return,
            Err(at) => self.seen.insert(at, digest),
        }
        self.states = self.states.saturating_add(1);
        for (_, place, new) in self.steps(left, strict) {
            let old = self.state.value(place);
            let price = self.typing(place, new).saturating_add(CAUSE);
            let (cost, causes) = (cost.saturating_add(price), causes.saturating_add(1));
            self.state.set(place, new);
            self.descend(left.saturating_sub(1), cost, causes, strict);
            self.state.set(place, old);
        }
    }

    /// The steps from here, the most promising first: what is repaired against what is broken.
    fn steps(&self, left: u32, strict: bool) -> Vec<Step> {
        let broken = self.state.broken.count_ones();
        // More than this cannot be repaired by the figures left.
        let most = left
            .saturating_sub(1)
            .saturating_mul(self.state.system.most_per_figure);
        let mut steps: Vec<Step> = Vec::new();
        for relation in members(self.state.broken) {
            let off = self.state.off(relation);
            for (place, factor) in self.state.system.terms(relation) {
                let new = self
                    .state
                    .value(*place)
                    .saturating_sub(factor.saturating_mul(off));
                if new < 0
                    || self.state.is_changed(*place)
                    || self.state.system.figure(*place).fixed
                {
                    continue;
                }
                let step = new.saturating_sub(self.state.value(*place));
                let after = self.state.after(*place, step);
                let repaired = (self.state.broken & !after).count_ones();
                let damaged = (after & !self.state.broken).count_ones();
                if strict && (repaired < 2 || damaged > 0) {
                    continue;
                }
                if broken.saturating_add(damaged) > most.saturating_add(repaired) {
                    continue;
                }
                // Asked before anything is changed: the answer is mostly no.
                if !self.within(after, left.saturating_sub(1)) {
                    continue;
                }
                let rank = 8_u32.saturating_add(damaged).saturating_sub(repaired);
                let step = (rank, *place, new);
                if let Err(at) = steps.binary_search(&step) {
                    steps.insert(at, step);
                }
            }
        }
        steps
    }

    /// Whether so many figures may be able to repair these relations.
    fn within(&self, broken: u64, figures: u32) -> bool {
        let system = self.state.system;
        match figures {
            1 => broken == 0 || system.places_of(broken).next().is_some(),
            _ => system.at_least(broken) <= figures,
        }
    }

    /// The figures that repair everything that is still broken by themselves.
    fn last_figure(&mut self, cost: i32, causes: u32, cause: Cause) {
        let broken = self.state.broken;
        let Some(relation) = members(broken).next() else {
            return;
        };
        let off = self.state.off(relation);
        let system = self.state.system;
        for place in system.places_of(broken) {
            let factor = system.factor(place, relation);
            if factor == 0 || system.figure(place).fixed || self.state.is_changed(place) {
                continue;
            }
            let old = self.state.value(place);
            let new = old.saturating_sub(factor.saturating_mul(off));
            if new < 0 {
                continue;
            }
            let price = self.typing(place, new).saturating_add(CAUSE);
            self.state.set(place, new);
            if self.state.broken == 0 {
                self.keep(cost.saturating_add(price), causes.saturating_add(1), cause);
            }
            self.state.set(place, old);
        }
    }

    /// A number that stands for the figures changed and how many may still be.
    fn digest(&self, left: u32) -> u64 {
        let mut digest = 0xcbf2_9ce4_8422_2325_u64 ^ u64::from(left);
        for place in &self.state.changed {
            for part in [u64::from(*place), self.state.value(*place).unsigned_abs()] {
                digest = (digest ^ part).wrapping_mul(0x0000_0100_0000_01b3);
                digest ^= digest >> 29;
            }
        }
        digest
    }
}
