//! Which figures are neighbours: the table as rows and columns, with the parts that lines play.

use super::system::{Place, State, System};

/// A table as the catalogue of causes sees it. Absent figures were not read, or are no numbers.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The lines from top to bottom, each with its figures from left to right; the last is the total of the line.
    pub lines: Vec<Vec<Option<Place>>>,
    /// What each line is.
    pub parts: Vec<Part>,
    /// Of each figure of the system, whether its column is otherwise empty.
    quiet: Vec<bool>,
}

/// The part that a line plays in the balances of its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What came in: new requests, those carried in.
    Inflow,
    /// One of the outcomes.
    Outcome,
    /// The total of the outcomes.
    OutcomeTotal,
    /// What was carried out.
    Outflow,
    /// A line for itself: results of disputes.
    Alone,
}

impl Layout {
    /// A layout over the figures of a system.
    pub fn new(lines: Vec<Vec<Option<Place>>>, parts: Vec<Part>, system: &System) -> Self {
        let mut layout = Self {
            lines,
            parts,
            quiet: vec![false; system.figures.len()],
        };
        if layout.parts.contains(&Part::OutcomeTotal) {
            let state = State::new(system);
            for column in 0..layout.width() {
                let places: Vec<Place> = layout.column(column);
                let filled = places.iter().filter(|it| state.value(**it) != 0).count();
                for place in places {
                    if let Some(quiet) = layout.quiet.get_mut(usize::from(place)) {
                        *quiet = filled <= 1;
                    }
                }
            }
        }
        layout
    }

    /// Whether the column of a figure is otherwise empty.
    pub(super) fn quiet(&self, place: Place) -> bool {
        self.quiet.get(usize::from(place)).copied().unwrap_or(false)
    }

    /// How many columns there are, the total included.
    pub(super) fn width(&self) -> usize {
        self.lines.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The figure of a line and a column.
    #[inline(always)]
    pub(super) fn at(&self, line: usize, column: usize) -> Option<Place> {
        self.lines.get(line)?.get(column).copied().flatten()
    }

    /// What a line is.
    pub(super) fn part(&self, line: usize) -> Option<Part> {
        self.parts.get(line).copied()
    }

    /// The lines that play a part.
    pub(super) fn lines_of(&self, part: Part) -> Vec<usize> {
        let lines = self.parts.iter().enumerate();
        lines
            .filter(|(_, own)| **own == part)
            .map(|(line, _)| line)
            .collect()
    }

    /// The figures of a column that are there.
    fn column(&self, column: usize) -> Vec<Place> {
        (0..self.lines.len())
            .filter_map(|line| self.at(line, column))
            .collect()
    }

    /// The relation of a line: its parts are its total. The number in the system, told by the figures.
    pub(super) fn relation_of(&self, system: &System, places: &[Option<Place>]) -> Option<u8> {
        let shared = places
            .iter()
            .try_fold(u64::MAX, |set, place| Some(set & system.mask((*place)?)))?;
        super::system::members(shared)
            .find(|relation| system.terms(*relation).len() == places.len())
    }
}
