//! Sums over figures as the search sees them: small numbers for cells and relations, and what is out of balance.

use crate::sorted::sort_by;

/// Most relations of one system: their set is one word.
pub(super) const MOST_RELATIONS: usize = 64;
/// Most figures of one system.
const MOST_FIGURES: usize = 1_000;
/// Figures from here on are no counts of requests; sums of them stay far from the end of the numbers.
const LARGEST: i64 = 1_000_000_000_000;

/// The number of a figure in its system.
pub(super) type Place = u16;

/// One figure that may be wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// What stands there; a blank and a dash count as 0.
    pub value: i64,
    /// Whether nothing stands there.
    pub blank: bool,
    /// Whether it sums up others.
    pub total: bool,
    /// Whether it must not be changed.
    pub fixed: bool,
}

/// Figures and the sums that must be zero over them. Every sum has at most one term per figure.
#[derive(Clone, Debug)]
pub struct System {
    pub(super) figures: Vec<Figure>,
    /// The terms of each relation: place and factor.
    pub(super) relations: Vec<Vec<(Place, i64)>>,
    /// The relations of each figure: number and factor.
    pub(super) of: Vec<Vec<(u8, i64)>>,
    /// The relations of each figure as a set.
    pub(super) masks: Vec<u64>,
    /// The same with the figures, sorted: who stands in exactly these relations.
    by_mask: Vec<(u64, Place)>,
    /// Of each relation, those that share a figure with it.
    conflicts: Vec<u64>,
    /// The relations that one figure stands in at most.
    pub(super) most_per_figure: u32,
}

impl System {
    /// A system; `None` if it is larger than the search can hold, or holds figures beyond a trillion. The order of
    /// the relations and of their terms does not matter.
    pub fn new(figures: Vec<Figure>, mut relations: Vec<Vec<(u16, i64)>>) -> Option<Self> {
        if relations.len() > MOST_RELATIONS || figures.len() > MOST_FIGURES {
            return None;
        }
        if figures.iter().any(|figure| figure.value.abs() >= LARGEST) {
            return None;
        }
        for terms in &mut relations {
            sort_by(terms, Ord::cmp);
        }
        // Short ones first: then the lower bound picks balances and lines before the long sums that touch them all.
        sort_by(&mut relations, |a, b| (a.len(), a).cmp(&(b.len(), b)));
        let mut of: Vec<Vec<(u8, i64)>> = vec![Vec::new(); figures.len()];
        let mut masks = vec![0_u64; figures.len()];
        for (number, terms) in (0_u8..).zip(&relations) {
            for (place, factor) in terms {
                of.get_mut(usize::from(*place))?.push((number, *factor));
                *masks.get_mut(usize::from(*place))? |= bit(number);
            }
        }
        let sharing = |terms: &Vec<(Place, i64)>| {
            terms.iter().fold(0, |set, (place, _)| {
                set | masks.get(usize::from(*place)).copied().unwrap_or(0)
            })
        };
        let conflicts = relations.iter().map(sharing).collect();
        let mut by_mask: Vec<(u64, Place)> = masks.iter().copied().zip(0..).collect();
        sort_by(&mut by_mask, Ord::cmp);
        let most_per_figure = masks.iter().map(|set| set.count_ones()).max().unwrap_or(0);
        Some(Self {
            figures,
            relations,
            of,
            masks,
            by_mask,
            conflicts,
            most_per_figure,
        })
    }

    /// What stands at a place.
    #[inline(always)]
    pub(super) fn figure(&self, place: Place) -> Figure {
        self.figures
            .get(usize::from(place))
            .copied()
            .unwrap_or_default()
    }

    /// The relations of a place as a set.
    #[inline(always)]
    pub(super) fn mask(&self, place: Place) -> u64 {
        self.masks.get(usize::from(place)).copied().unwrap_or(0)
    }

    /// The places that stand in exactly these relations.
    pub(super) fn places_of(&self, relations: u64) -> impl Iterator<Item = Place> {
        let first = self.by_mask.partition_point(|(own, _)| *own < relations);
        let from = self.by_mask.get(first..).unwrap_or(&[]).iter();
        from.take_while(move |(own, _)| *own == relations)
            .map(|(_, place)| *place)
    }

    /// The terms of a relation.
    #[inline(always)]
    pub(super) fn terms(&self, relation: u8) -> &[(Place, i64)] {
        self.relations
            .get(usize::from(relation))
            .map_or(&[], Vec::as_slice)
    }

    /// The factor of a place in a relation; 0 if it does not stand there.
    pub(super) fn factor(&self, place: Place, relation: u8) -> i64 {
        let own = self
            .of
            .get(usize::from(place))
            .map_or(&[][..], Vec::as_slice);
        let term = own.iter().find(|(number, _)| *number == relation);
        term.map_or(0, |(_, factor)| *factor)
    }

    /// The relations that change if two figures are exchanged: not those that hold both in the same way.
    pub(super) fn exchanged(&self, p: Place, q: Place) -> u64 {
        let (p_mask, q_mask) = (self.mask(p), self.mask(q));
        members(p_mask & q_mask).fold(p_mask ^ q_mask, |set, relation| {
            if self.factor(p, relation) == self.factor(q, relation) {
                set
            } else {
                set | bit(relation)
            }
        })
    }

    /// How many figures must be wrong at least for these relations to be broken: relations without a common figure
    /// need one each. Picked greedily from both ends of the order, along lines and along columns.
    pub(super) fn at_least(&self, broken: u64) -> u32 {
        let count = |mut left: u64, last: bool| {
            let mut picked = 0_u32;
            while left != 0 {
                let number = if last {
                    63_u32.saturating_sub(left.leading_zeros())
                } else {
                    left.trailing_zeros()
                };
                picked = picked.saturating_add(1);
                left &= !self
                    .conflicts
                    .get(number as usize)
                    .copied()
                    .unwrap_or(u64::MAX);
            }
            picked
        };
        count(broken, false).max(count(broken, true))
    }
}

/// The set of one relation.
#[inline(always)]
pub(super) fn bit(number: u8) -> u64 {
    1_u64.checked_shl(u32::from(number)).unwrap_or(0)
}

/// The members of a set of relations.
pub(super) fn members(mut set: u64) -> impl Iterator<Item = u8> {
    std::iter::from_fn(move || {
        let number = u8::try_from(set.trailing_zeros())
            .ok()
            .filter(|_| set != 0)?;
        set &= !bit(number);
        Some(number)
    })
}

/// Figures changed for a try, and what is then out of balance.
#[derive(Clone, Debug)]
pub(super) struct State<'a> {
    pub(super) system: &'a System,
    now: Vec<i64>,
    /// By how much each relation is off.
    off: Vec<i64>,
    /// The relations that are off.
    pub(super) broken: u64,
    /// The places that hold another figure than what was read, in order.
    pub(super) changed: Vec<Place>,
}

impl<'a> State<'a> {
    /// The figures as they were read.
    pub(super) fn new(system: &'a System) -> Self {
        let mut state = Self {
            system,
            now: system.figures.iter().map(|figure| figure.value).collect(),
            off: Vec::with_capacity(system.relations.len()),
            broken: 0,
            changed: Vec::new(),
        };
        for (number, terms) in (0_u8..).zip(&system.relations) {
            let off = terms.iter().fold(0_i64, |sum, (place, factor)| {
                sum.saturating_add(state.value(*place).saturating_mul(*factor))
            });
            state.off.push(off);
            if off != 0 {
                state.broken |= bit(number);
            }
        }
        state
    }

    /// What stands at a place now.
    #[inline(always)]
    pub(super) fn value(&self, place: Place) -> i64 {
        self.now.get(usize::from(place)).copied().unwrap_or(0)
    }

    /// By how much a relation is off now.
    #[inline(always)]
    pub(super) fn off(&self, relation: u8) -> i64 {
        self.off.get(usize::from(relation)).copied().unwrap_or(0)
    }

    /// Whether a place has a part in what is broken.
    #[inline(always)]
    pub(super) fn suspect(&self, place: Place) -> bool {
        self.system.mask(place) & self.broken != 0
    }

    /// Whether a place was changed.
    #[inline(always)]
    pub(super) fn is_changed(&self, place: Place) -> bool {
        self.changed.binary_search(&place).is_ok()
    }

    /// Puts a figure at a place.
    pub(super) fn set(&mut self, place: Place, value: i64) {
        let Some(now) = self.now.get_mut(usize::from(place)) else {
            return;
        };
        let step = value.saturating_sub(*now);
        *now = value;
        let system = self.system;
        for (relation, factor) in system
            .of
            .get(usize::from(place))
            .map_or(&[][..], Vec::as_slice)
        {
            let Some(off) = self.off.get_mut(usize::from(*relation)) else {
                continue;
            };
            *off = off.saturating_add(step.saturating_mul(*factor));
            if *off == 0 {
                self.broken &= !bit(*relation);
            } else {
                self.broken |= bit(*relation);
            }
        }
        let was = system.figure(place).value == value;
        match (self.changed.binary_search(&place), was) {
            (Ok(at), true) => {
                self.changed.remove(at);
            }
            (Err(at), false) => self.changed.insert(at, place),
            _ => {}
        }
    }

    /// The relations that would be broken after a change by `step`.
    pub(super) fn after(&self, place: Place, step: i64) -> u64 {
        let own = self.system.of.get(usize::from(place));
        own.map_or(&[][..], Vec::as_slice)
            .iter()
            .fold(self.broken, |broken, (relation, factor)| {
                let off = self.off(*relation);
                if off.saturating_add(step.saturating_mul(*factor)) == 0 {
                    broken & !bit(*relation)
                } else {
                    broken | bit(*relation)
                }
            })
    }

    /// How many figures must still be changed at least.
    pub(super) fn at_least(&self) -> u32 {
        self.system.at_least(self.broken)
    }

    /// The changes made: place and new figure, in order.
    pub(super) fn edits(&self) -> Vec<(Place, i64)> {
        let edit = |place: &Place| (*place, self.value(*place));
        self.changed.iter().map(edit).collect()
    }
}
