//! What it takes to believe a cause, in hundredths of a nat (the natural logarithm of a probability). Set once on one seed of the
//! benchmark (`benches/explain.rs`) and held since; after the measurements of the project's research, where weights of single cells
//! alone gained nothing, and counting causes instead of cells nearly everything.

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
}

impl Cause {
    /// Every cause, in order.
    pub const ALL: [Self; 18] = [
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        let names: std::collections::BTreeSet<_> = Cause::ALL.iter().map(|it| it.name()).collect();
        assert_eq!(names.len(), Cause::ALL.len());
        assert!(Cause::ALL.is_sorted());
    }
}
