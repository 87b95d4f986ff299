//! What can be wrong where the words of a report assert a figure.

use crate::claim::Bound;
use crate::form::CellId;
use crate::number::Value;
use crate::prose::Quote;

/// A sum of cells that a figure of the text may mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base {
    /// Cells added.
    pub plus: Vec<CellId>,
    /// Cells taken away.
    pub minus: Vec<CellId>,
}

/// A figure of the text that was compared with the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Where it is said.
    pub quote: Quote,
    /// What is said.
    pub said: Value,
    /// Whether it binds to the last unit: no `余`, no `1.4万`.
    pub exact: bool,
    /// Whether the tables say the same.
    pub holds: bool,
    /// What the words may honestly mean: first what agrees, or, if nothing does, what they say at first.
    pub meanings: Vec<Base>,
}

impl Statement {
    /// The cells that it was compared with.
    pub fn base(&self) -> &[CellId] {
        self.meanings.first().map_or(&[], |base| &base.plus)
    }
}

/// A fault of a figure in the text, as facts. The figure itself is [`Finding::left`](super::Finding::left), what it
/// was compared with is [`Finding::right`](super::Finding::right).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordsFault {
    /// The figure is not that of the table.
    Differs {
        /// What it was compared with.
        base: Base,
        /// How the figure binds.
        bound: Bound,
        /// Another cell that has just this figure: probably the one that was copied.
        elsewhere: Option<CellId>,
    },
    /// The figure is that of the table if something else is meant by it than the words say at first.
    OtherBase {
        /// What it agrees with.
        base: Base,
        /// What the words say at first.
        first: Base,
    },
    /// Parts of a list do not add up to the figure stated in front of them.
    List {
        /// The parts.
        parts: Vec<Value>,
    },
    /// A share is not what its two figures give.
    Share {
        /// The part.
        count: Value,
        /// The whole.
        whole: Value,
    },
    /// A change to the year before is not what the two figures give.
    Growth {
        /// The figure of the year.
        now: Value,
        /// The figure of the year before.
        before: Value,
    },
    /// All disputes are said to be won, and some were not.
    NotAllUpheld {
        /// Whether open disputes count, because all are said to be upheld.
        all_upheld: bool,
    },
    /// More is charged for handling information than all fees together.
    FeeAboveTotal,
}

impl Base {
    /// One cell.
    pub fn cell(id: CellId) -> Self {
        Self {
            plus: vec![id],
            minus: Vec::new(),
        }
    }

    /// All cells, those added first.
    pub fn cells(&self) -> impl Iterator<Item = CellId> + '_ {
        self.plus.iter().chain(&self.minus).copied()
    }
}
