//! How sure an answer is. The gaps were measured: see "Explaining" in ARCHITECTURE.md and `cargo xtask bench explain`.

use super::cost::Cause;
use super::search::{Found, Solution};
use super::system::{Place, System};

/// How sure an explanation is, surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// One reading, and no other comes near.
    Certain,
    /// One reading is clearly the best; the source has to confirm it.
    Likely,
    /// Several readings make sense.
    Choose,
    /// Many readings make sense; some changes are common to all.
    Partial,
    /// No reading was found, or too many figures are wrong.
    Unknown,
}

impl Grade {
    /// Every grade, surest first.
    pub const ALL: [Self; 5] = [
        Self::Certain,
        Self::Likely,
        Self::Choose,
        Self::Partial,
        Self::Unknown,
    ];

    /// The permanent name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Likely => "likely",
            Self::Choose => "choose",
            Self::Partial => "partial",
            Self::Unknown => "unknown",
        }
    }
}

/// The next reading must cost this much more, in hundredths of a nat, for one cause to be certain.
const CERTAIN_GAP: i32 = 200;
/// The same for two single figures.
const CERTAIN_GAP_OF_TWO: i32 = 250;
/// The same for three, and the most that they may cost: each must look like a slip of the hand.
const CERTAIN_GAP_OF_THREE: i32 = 300;
const CERTAIN_COST_OF_THREE: i32 = 2_040;
/// Two single figures are certain only if one of them is off by more than this: small sizes collide.
const CERTAIN_SIZE: u64 = 3;
/// The gap for a likely reading, and the most causes that it may take.
const LIKELY_GAP: i32 = 155;
const LIKELY_CAUSES: u32 = 4;
/// Readings within this of the best one are near.
const NEAR: i32 = 200;
/// More near readings than this are not shown side by side.
const SIDE_BY_SIDE: usize = 3;

/// The grade of what was found. `sums_cross`: every figure stands in a sum along its line and one down its column; without
/// that (section four) nothing is ever certain.
pub(super) fn grade(found: &Found, system: &System, sums_cross: bool) -> Grade {
    let Some(best) = found.solutions.first() else {
        return Grade::Unknown;
    };
    let gap = found
        .solutions
        .get(1)
        .map_or(i32::MAX, |second| second.cost.saturating_sub(best.cost));
    if !found.truncated {
        let single = best.causes == 1
            && !best.cause.is_wholesale()
            && !best.cause.is_broad()
            && gap >= CERTAIN_GAP
            && (best.cause != Cause::Carried || digits_tell(best, system));
        let two = best.causes == 2
            && best.cause == Cause::Cells
            && gap >= CERTAIN_GAP_OF_TWO
            && sizes_differ(best, system);
        let three = best.causes == 3
            && best.cause == Cause::Cells
            && gap >= CERTAIN_GAP_OF_THREE
            && best.cost <= CERTAIN_COST_OF_THREE
            && sizes_differ(best, system);
        if sums_cross && (single || two || three) {
            return Grade::Certain;
        }
        if gap >= LIKELY_GAP
            && best.causes <= LIKELY_CAUSES
            && sums_cross
            && !best.cause.is_wholesale()
        {
            return Grade::Likely;
        }
    }
    let near = found
        .solutions
        .iter()
        .filter(|it| it.cost <= best.cost.saturating_add(NEAR));
    if near.count() > SIDE_BY_SIDE && !agreed(&found.solutions).is_empty() {
        return Grade::Partial;
    }
    Grade::Choose
}

/// Whether the figure that was carried into its totals shows by its digits what it was: the sums do not say which of a
/// column it is, and one digit is as good as another.
fn digits_tell(solution: &Solution, system: &System) -> bool {
    let mut own = solution
        .edits
        .iter()
        .map(|(place, new)| (system.figure(*place), *new));
    own.any(|(figure, new)| !figure.total && figure.value >= 10 && new >= 10)
}

/// Whether the changes are of different sizes, and not all tiny.
fn sizes_differ(solution: &Solution, system: &System) -> bool {
    let mut sizes: Vec<u64> = solution
        .edits
        .iter()
        .map(|(place, new)| new.abs_diff(system.figure(*place).value))
        .collect();
    crate::sorted::sort_by(&mut sizes, Ord::cmp);
    let count = sizes.len();
    sizes.dedup();
    sizes.len() == count && sizes.last().is_some_and(|largest| *largest > CERTAIN_SIZE)
}

/// The changes that all near readings share.
pub(super) fn agreed(solutions: &[Solution]) -> Vec<(Place, i64)> {
    let Some((best, others)) = solutions.split_first() else {
        return Vec::new();
    };
    let mut shared = best.edits.clone();
    for other in others {
        if other.cost <= best.cost.saturating_add(NEAR) {
            shared.retain(|edit| other.edits.contains(edit));
        }
    }
    shared
}

/// One wrong figure, and a late change that no total followed, look exactly alike. The reading that goes with the best
/// one in this way; both are always shown.
pub(super) fn twin(solutions: &[Solution]) -> Option<&Solution> {
    let (best, others) = solutions.split_first()?;
    let late = |solution: &Solution| solution.cause == Cause::LateChange;
    others.iter().find(|other| {
        if late(best) {
            other.cause == Cause::Cells && other.causes == best.causes
        } else {
            late(other)
        }
    })
}
