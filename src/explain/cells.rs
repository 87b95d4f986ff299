//! Single figures that are wrong, each for itself: fewest first.

use super::cost::{CAUSE, Cause, MARGIN};
use super::search::{Search, Solution};
use super::system::{Place, members};

/// Most single figures that are changed together.
const MOST_CAUSES: u32 = 6;
/// States that the search over single figures looks at.
pub(super) const STATES: u32 = 300;
/// States of the last search, where every step has to repair two relations and to break none.
const STRICT_STATES: u32 = 200;
/// Most figures that the last search changes.
const STRICT_MOST: u32 = 12;

/// A step of the search over single figures.
type Step = (u32, Place, i64);

impl Search<'_> {
    /// Single figures: one, two ... up to the cap; one more than what the first answer took.
    pub(super) fn single_figures(&mut self) {
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
        for (_, place, new) in self.steps(left, cost, strict) {
            let old = self.state.value(place);
            let price = self.typing(place, new).saturating_add(CAUSE);
            let (cost, causes) = (cost.saturating_add(price), causes.saturating_add(1));
            self.state.set(place, new);
            self.descend(left.saturating_sub(1), cost, causes, strict);
            self.state.set(place, old);
        }
    }

    /// The steps from here, the most promising first: what is repaired against what is broken.
    fn steps(&self, left: u32, cost: i32, strict: bool) -> Vec<Step> {
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
                let further = self.further(after);
                if further > left.saturating_sub(1) || self.too_dear(cost, further) {
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

    /// How many figures it takes at least to repair these relations.
    fn further(&self, broken: u64) -> u32 {
        let system = self.state.system;
        match system.at_least(broken) {
            1 if system.places_of(broken).next().is_none() => 2,
            least => least,
        }
    }

    /// Whether what is found with one figure and so many further ones costs too much to be looked at.
    fn too_dear(&self, cost: i32, further: u32) -> bool {
        let figures = i32::try_from(further).unwrap_or(i32::MAX).saturating_add(1);
        let least = cost.saturating_add(CAUSE.saturating_mul(figures));
        least > self.best.saturating_add(MARGIN)
    }

    /// The figures that repair everything that is still broken by themselves.
    pub(super) fn last_figure(&mut self, cost: i32, causes: u32, cause: Cause) {
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
            if self.state.after(place, new.saturating_sub(old)) != 0 {
                continue;
            }
            let price = self.typing(place, new).saturating_add(CAUSE);
            self.state.set(place, new);
            self.keep(cost.saturating_add(price), causes.saturating_add(1), cause);
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
