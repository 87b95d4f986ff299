//! A line of text as what stands in it with gaps between.

use super::Column;
use crate::reader::ruled::join::{is_figure, is_numbered};
use crate::reader::ruled::line::Line;
use crate::reader::ruled::run::{Area, Run, is_digit};

/// Behind the first figure of a row stand figures and short words.
const WORD_SIGNS: usize = 6;

/// A line.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) chunks: Vec<Chunk>,
    pub(super) area: Area,
    pub(super) is_vertical: bool,
}

/// What stands without a gap.
#[derive(Clone, Debug)]
pub(super) struct Chunk {
    pub(super) runs: Vec<Run>,
    pub(super) area: Area,
    text: String,
}

impl Chunk {
    fn new(runs: Vec<Run>) -> Self {
        let pieces: Vec<_> = runs.iter().flat_map(|run| run.pieces.clone()).collect();
        Self {
            area: Area::of(&pieces),
            text: runs.iter().map(Run::text).collect(),
            runs,
        }
    }

    pub(super) fn is_figure(&self) -> bool {
        is_figure(&self.text)
    }
}

/// Whether an area reaches into a column.
pub(super) fn overlap(area: &Area, column: Column) -> bool {
    area.left < column.1 && column.0 < area.right
}

impl Row {
    pub(super) fn new(line: &Line) -> Self {
        let mut chunks: Vec<Vec<Run>> = Vec::new();
        for run in &line.runs {
            match chunks.last_mut() {
                Some(runs) if runs.last().is_some_and(|last| touches(last, run)) => {
                    runs.push(run.clone());
                }
                _ => chunks.push(vec![run.clone()]),
            }
        }
        Self {
            chunks: chunks.into_iter().map(Chunk::new).collect(),
            area: line.area,
            is_vertical: line.runs.iter().any(Run::is_vertical),
        }
    }

    /// Where the figures stand.
    pub(super) fn figures(&self) -> impl Iterator<Item = &Area> {
        let figures = self.chunks.iter().filter(|chunk| chunk.is_figure());
        figures.map(|chunk| &chunk.area)
    }

    /// Whether it is a row of figures: behind a label, or many of them.
    pub(super) fn has_figures(&self) -> bool {
        let first = self.chunks.iter().position(Chunk::is_figure);
        let behind = first.and_then(|first| self.chunks.get(first..));
        let is_short = |chunk: &Chunk| chunk.text.chars().count() <= WORD_SIGNS;
        !self.is_vertical
            && behind.is_some_and(|behind| behind.iter().all(|c| c.is_figure() || is_short(c)))
            && (first > Some(0) || self.numbers() >= super::WIDEST)
    }

    /// How many figures have digits: the number of a page often stands between two dashes.
    fn numbers(&self) -> usize {
        let figures = self.chunks.iter().filter(|chunk| chunk.is_figure());
        let numbers = figures.filter(|chunk| chunk.text.chars().any(char::is_numeric));
        numbers.count()
    }

    /// Nothing but one text without a gap.
    pub(super) fn is_one(&self) -> bool {
        self.chunks.len() <= 1
    }

    pub(super) fn signs(&self) -> usize {
        self.chunks
            .iter()
            .map(|chunk| chunk.text.chars().count())
            .sum()
    }

    pub(super) fn is_numbered(&self) -> bool {
        self.chunks
            .first()
            .is_some_and(|chunk| is_numbered(&chunk.text))
    }

    /// Where labels stand.
    pub(super) fn is_left_of(&self, columns: &[Column]) -> bool {
        columns
            .first()
            .is_some_and(|first| self.area.right <= first.0)
    }

    /// Where headers of columns stand.
    pub(super) fn is_over(&self, columns: &[Column]) -> bool {
        let left = columns.first().map_or(i32::MAX, |first| first.0);
        self.area.left >= left.saturating_sub(self.area.height().saturating_mul(2))
    }
}

/// Whether two runs of a line are one text: figures stand on their own.
fn touches(last: &Run, next: &Run) -> bool {
    let (one, other) = (last.area(), next.area());
    let gap = other.left.saturating_sub(one.right);
    let is_figure = |run: &Run| run.pieces.iter().all(is_digit);
    let height = one.height().min(other.height());
    match (is_figure(last), is_figure(next)) {
        (true, true) => false,
        (false, false) => gap < height,
        _ => gap.saturating_mul(2) < height,
    }
}
