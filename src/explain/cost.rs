//! What it takes to believe a cause, in hundredths of a nat (the natural logarithm of a probability). Set once on one seed of the
//! benchmark (`benches/explain.rs`) and held since; after the measurements of the project's research, where weights of single cells
//! alone gained nothing, and counting causes instead of cells nearly everything.

use std::cmp::Ordering;

use super::system::Figure;

/// What any cause costs before its own.
pub(super) const CAUSE: i32 = 600;
/// How far above the best a reading is still looked at.
pub(super) const MARGIN: i32 = 900;

/// What may have happened. The names are permanent; the sentences about them stand in `present/message`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Single figures are wrong, each for itself.
    Cells,
    /// A figure stands one place off, or two neighbours are exchanged.
    Moved,
    /// Two figures further apart are exchanged.
    Exchanged,
    /// A run of figures of one line slipped by one column.
    LineSlipped,
    /// A run of figures of one column slipped by one line.
    ColumnSlipped,
    /// A line was left empty.
    LineEmpty,
    /// A column was left empty.
    ColumnEmpty,
    /// A line was read one column off, its total included.
    LineMisread,
    /// Several lines, or all, were read one column off.
    TableMisread,
    /// An outcome is counted twice in the total of outcomes, or left out of it.
    CountedTwice,
    /// Totals did not follow a late change.
    StaleTotals,
    /// A wrong figure was carried into some of its totals.
    Carried,
    /// A figure was changed late, and none of its totals followed: the figure is right.
    LateChange,
    /// The line of totals of the outcomes is another one's, or was not summed at all.
    OutcomesResummed,
    /// Many totals were not summed from these figures.
    AllResummed,
    /// Figures of two neighbours stand glued together in one.
    Glued,
    /// One figure was split over two neighbours.
    Split,
    /// A line holds a copy of its neighbour.
    LineCopied,
    /// The text quotes another cell.
    Quoted,
    /// The text has a wrong figure.
    Misquoted,
}

impl Cause {
    /// Every cause, in order.
    pub const ALL: [Self; 20] = [
        Self::Cells,
        Self::Moved,
        Self::Exchanged,
        Self::LineSlipped,
        Self::ColumnSlipped,
        Self::LineEmpty,
        Self::ColumnEmpty,
        Self::LineMisread,
        Self::TableMisread,
        Self::CountedTwice,
        Self::StaleTotals,
        Self::Carried,
        Self::LateChange,
        Self::OutcomesResummed,
        Self::AllResummed,
        Self::Glued,
        Self::Split,
        Self::LineCopied,
        Self::Quoted,
        Self::Misquoted,
    ];

    /// Whether it fits whatever is wrong in its lines or its column: nothing about the figures speaks for it.
    pub(super) fn is_broad(self) -> bool {
        matches!(self, Self::TableMisread | Self::ColumnEmpty)
    }

    /// Whether it explains nearly anything: many figures at once, for want of a better cause. Never more than a possibility.
    pub(super) fn is_wholesale(self) -> bool {
        matches!(self, Self::AllResummed | Self::LineCopied)
    }

    /// The permanent name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cells => "cells",
            Self::Moved => "moved",
            Self::Exchanged => "exchanged",
            Self::LineSlipped => "line-slipped",
            Self::ColumnSlipped => "column-slipped",
            Self::LineEmpty => "line-empty",
            Self::ColumnEmpty => "column-empty",
            Self::LineMisread => "line-misread",
            Self::TableMisread => "table-misread",
            Self::CountedTwice => "counted-twice",
            Self::StaleTotals => "stale-totals",
            Self::Carried => "carried",
            Self::LateChange => "late-change",
            Self::OutcomesResummed => "outcomes-resummed",
            Self::AllResummed => "all-resummed",
            Self::Glued => "glued",
            Self::Split => "split",
            Self::LineCopied => "line-copied",
            Self::Quoted => "quoted",
            Self::Misquoted => "misquoted",
        }
    }
}

/// Prices of the catalogue, beside [`CAUSE`].
pub(super) mod price {
    /// A value one place off, the other place empty; both filled.
    pub(in super::super) const MOVED: (i32, i32) = (40, 60);
    /// Two values of one line exchanged, one of them empty; both filled.
    pub(in super::super) const EXCHANGED_IN_LINE: (i32, i32) = (160, 130);
    /// Each further pair, where all that stands in two lines is exchanged.
    pub(in super::super) const EXCHANGED_MORE: i32 = 100;
    /// Two values of one column exchanged, one of them empty; both filled.
    pub(in super::super) const EXCHANGED_IN_COLUMN: (i32, i32) = (200, 150);
    /// Neighbours in section four.
    pub(in super::super) const EXCHANGED_RESULTS: (i32, i32) = (60, 80);
    /// Results of section four further apart.
    pub(in super::super) const EXCHANGED_FAR_RESULTS: i32 = 180;
    /// A run slipped.
    pub(in super::super) const SLIPPED: i32 = 130;
    /// A line or a column left empty.
    pub(in super::super) const EMPTY: i32 = 60;
    /// A line read one column off.
    pub(in super::super) const MISREAD: i32 = 110;
    /// Each further line read so.
    pub(in super::super) const MISREAD_MORE: i32 = 60;
    /// An item doubled in the total or left out.
    pub(in super::super) const COUNTED_TWICE: i32 = 150;
    /// A pair of totals off by at most 3, and by more (half of the price of the typing comes on top).
    pub(in super::super) const TOTAL_PAIR: (i32, i32) = (200, 260);
    /// Two totals of one late change, off by at most 3, and by more.
    pub(in super::super) const STALE_TWO: (i32, i32) = (230, 400);
    /// A wrong figure carried into totals; where it stood empty.
    pub(in super::super) const CARRIED: (i32, i32) = (130, 280);
    /// A late change of at most 3, and of more.
    pub(in super::super) const LATE_CHANGE: (i32, i32) = (150, 330);
    /// More than 3 struck out late, down to nothing: five totals that stayed.
    pub(in super::super) const STRUCK_OUT: i32 = 100;
    /// A late change balanced by another line than the new requests.
    pub(in super::super) const LATE_ELSEWHERE: i32 = 60;
    /// The line of outcome totals summed anew.
    pub(in super::super) const RESUMMED: i32 = 250;
    /// All totals summed anew, and each of them.
    pub(in super::super) const ALL_RESUMMED: (i32, i32) = (500, 260);
    /// Two figures glued or one split.
    pub(in super::super) const GLUED: i32 = 90;
    /// A line copied from the one above, from the one below.
    pub(in super::super) const COPIED: (i32, i32) = (60, 90);
    /// A figure in a column that is otherwise empty; any figure in place of a 0 that is no total.
    pub(in super::super) const EMPTY_COLUMN: i32 = 180;
    /// See [`EMPTY_COLUMN`].
    pub(in super::super) const OUT_OF_NOTHING: i32 = 90;
    /// A place where nothing stands is filled.
    pub(in super::super) const BLANK_FILLED: i32 = 20;
    /// The most that a computed total costs.
    pub(in super::super) const TOTAL_MOST: i32 = 200;
}

/// What it costs to believe that a figure was meant to be `new`. `quiet`: its column is otherwise empty.
pub(super) fn typing(figure: Figure, new: i64, quiet: bool) -> i32 {
    let old = figure.value;
    let gap = new.abs_diff(old);
    if figure.blank && figure.total {
        return price::BLANK_FILLED;
    }
    let mut cost = if old == 0 || new == 0 {
        match gap {
            0..=3 => 60,
            _ if old == 0 => 90,
            4..=9 => 110,
            _ => 160,
        }
    } else {
        let (before, after) = (Digits::of(old), Digits::of(new));
        let distance = before.distance(&after);
        match (distance, before.len, after.len) {
            (1, 1, 1) if gap <= 2 => 40,
            (1, 1, 1) => 70,
            (1, ..) => before.slip(&after),
            _ if gap <= 3 => 80,
            _ => 250_i32.saturating_add(70_i32.saturating_mul(distance.saturating_sub(2).min(4))),
        }
    };
    if figure.total && old != 0 {
        cost = cost.min(price::TOTAL_MOST);
    }
    if old == 0 && quiet {
        cost = cost.saturating_add(price::EMPTY_COLUMN);
    }
    if old == 0 && new != 0 && !figure.total {
        cost = cost.saturating_add(price::OUT_OF_NOTHING);
    }
    cost
}

/// The decimal digits of a number below a trillion, as typed.
struct Digits {
    digits: [u8; 20],
    len: usize,
}

impl Digits {
    fn of(number: i64) -> Self {
        let mut own = Self {
            digits: [0; 20],
            len: 0,
        };
        let mut left = number.unsigned_abs();
        while own.len == 0 || left > 0 {
            if let Some(digit) = own.digits.get_mut(own.len) {
                *digit = u8::try_from(left % 10).unwrap_or(0);
            }
            own.len = own.len.saturating_add(1);
            left /= 10;
        }
        if let Some(used) = own.digits.get_mut(..own.len) {
            used.reverse();
        }
        own
    }

    fn used(&self) -> &[u8] {
        self.digits.get(..self.len).unwrap_or(&[])
    }

    /// What one slip costs that made these digits of those meant: the fewer slips there are that end in figures like these,
    /// the more the digits tell.
    fn slip(&self, meant: &Self) -> i32 {
        let (own, meant) = (self.used(), meant.used());
        let exchanged = || {
            let mut differing = own.iter().zip(meant).filter(|(a, b)| a != b);
            differing.nth(1).is_some()
        };
        match own.len().cmp(&meant.len()) {
            Ordering::Equal if exchanged() => 0,
            Ordering::Equal => 60,
            Ordering::Less => 10,
            Ordering::Greater if own.windows(2).any(|pair| matches!(pair, [a, b] if a == b)) => 10,
            Ordering::Greater => 60,
        }
    }

    /// Single digits typed wrong, left out, added, or exchanged with their neighbour: the restricted
    /// Damerau-Levenshtein distance.
    fn distance(&self, other: &Self) -> i32 {
        let (a, b) = (self.used(), other.used());
        let cell = |row: &[i32; 21], at: usize| row.get(at).copied().unwrap_or(i32::MAX);
        let mut last = [0_i32; 21];
        let mut above = [0_i32; 21];
        for (cell, at) in above.iter_mut().zip(0..) {
            *cell = at;
        }
        let mut previous = None;
        for (from, row) in a.iter().zip(1_i32..) {
            let mut here = [row; 21];
            let mut before = None;
            for (at, to) in b.iter().enumerate() {
                let differs = i32::from(from != to);
                let mut best = cell(&above, at).saturating_add(differs);
                best = best.min(cell(&here, at).saturating_add(1));
                best = best.min(cell(&above, at.saturating_add(1)).saturating_add(1));
                if at > 0 && before == Some(from) && previous == Some(to) {
                    best = best.min(cell(&last, at.saturating_sub(1)).saturating_add(1));
                }
                if let Some(cell) = here.get_mut(at.saturating_add(1)) {
                    *cell = best;
                }
                before = Some(to);
            }
            previous = Some(from);
            last = above;
            above = here;
        }
        cell(&above, b.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(a: i64, b: i64) -> i32 {
        Digits::of(a).distance(&Digits::of(b))
    }

    #[test]
    fn typing_errors_are_one_step_each() {
        assert_eq!(distance(123, 123), 0);
        assert_eq!(distance(123, 132), 1);
        assert_eq!(distance(123, 12), 1);
        assert_eq!(distance(12, 123), 1);
        assert_eq!(distance(0, 5), 1);
        assert_eq!(distance(123, 193), 1);
        assert_eq!(distance(12, 21), 1);
        assert_eq!(distance(1234, 4321), 3);
        assert_eq!(distance(999_999_999_999, 1), 12);
    }

    #[test]
    fn names_are_unique() {
        let names: std::collections::BTreeSet<_> = Cause::ALL.iter().map(|it| it.name()).collect();
        assert_eq!(names.len(), Cause::ALL.len());
        assert!(Cause::ALL.is_sorted());
    }
}
