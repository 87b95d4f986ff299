//! Lines to tables: what hangs together is one table, what no line parts is one cell.

use crate::reader::drawing::{Page, Piece};
use crate::sorted::sort_by;

use super::cell;
use super::part::{Part, PartCell};
use super::segment::{CLOSE, Segment, segments};

/// Lines of one page that are looked at; a drawing of more is no table.
const SEGMENTS: usize = 3_000;
/// Slots of one table.
const SLOTS: usize = 60_000;
/// Lines that stick out this far beyond the last line across go on on the next page, or the table has no border there.
const OPEN: i32 = 500;

/// A table and where it begins.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) part: Part,
    pub(super) top: i32,
}

/// The tables of a page, from top to bottom. Signs inside them are taken out of the page.
pub(super) fn tables(page: &mut Page) -> Vec<Table> {
    let (horizontal, vertical) = segments(&page.rulings);
    if horizontal.len().saturating_add(vertical.len()) > SEGMENTS {
        return Vec::new();
    }
    let mut tables: Vec<Table> = connected(&horizontal, &vertical)
        .into_iter()
        .filter_map(|(horizontal, vertical)| table(page, horizontal, vertical))
        .collect();
    sort_by(&mut tables, |a, b| a.top.cmp(&b.top));
    tables
}

/// Lines that cross or touch, together.
fn connected(horizontal: &[Segment], vertical: &[Segment]) -> Vec<(Vec<Segment>, Vec<Segment>)> {
    let mut groups = Groups::new(horizontal.len().saturating_add(vertical.len()));
    for (i, across) in horizontal.iter().enumerate() {
        for (j, down) in vertical.iter().enumerate() {
            if across.reaches(down.at) && down.reaches(across.at) {
                groups.join(i, horizontal.len().saturating_add(j));
            }
        }
    }
    let roots: Vec<usize> = (0..groups.parents.len())
        .map(|member| groups.root(member))
        .collect();
    let mut distinct = roots.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let of = |segments: &[Segment], offset: usize, root: usize| -> Vec<Segment> {
        let own = segments.iter().zip(roots.iter().skip(offset));
        own.filter(|(_, own)| **own == root)
            .map(|(segment, _)| *segment)
            .collect()
    };
    distinct
        .into_iter()
        .map(|root| {
            (
                of(horizontal, 0, root),
                of(vertical, horizontal.len(), root),
            )
        })
        .collect()
}

/// Members that belong together, by union and find.
struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    fn new(members: usize) -> Self {
        Self {
            parents: (0..members).collect(),
        }
    }

    fn root(&mut self, member: usize) -> usize {
        let mut member = member;
        while let Some(parent) = self.parents.get(member).copied()
            && parent != member
        {
            let above = self.parents.get(parent).copied().unwrap_or(parent);
            if let Some(own) = self.parents.get_mut(member) {
                *own = above;
            }
            member = parent;
        }
        member
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(parent) = self.parents.get_mut(one.max(other)) {
            *parent = one.min(other);
        }
    }
}

/// Places without those that are close to the one before.
fn distinct(places: impl Iterator<Item = i32>) -> Vec<i32> {
    let mut places: Vec<i32> = places.collect();
    places.sort_unstable();
    let mut kept: Vec<i32> = Vec::new();
    for place in places {
        if kept
            .last()
            .is_none_or(|last| place.saturating_sub(*last) > CLOSE)
        {
            kept.push(place);
        }
    }
    kept
}

/// Closes a table that is open at one side: lines go beyond the last line across it.
fn close(edges: &mut Vec<i32>, lines: &[Segment]) {
    let ends_at = |place: i32, end: fn(&Segment) -> i32| {
        let close = lines
            .iter()
            .filter(|line| end(line).abs_diff(place) <= CLOSE.unsigned_abs());
        close.count() >= 2
    };
    let low = lines.iter().map(|line| line.from).min();
    let high = lines.iter().map(|line| line.to).max();
    if let (Some(low), Some(first)) = (low, edges.first().copied())
        && first.saturating_sub(low) > OPEN
        && ends_at(low, |line| line.from)
    {
        edges.insert(0, low);
    }
    if let (Some(high), Some(last)) = (high, edges.last().copied())
        && high.saturating_sub(last) > OPEN
        && ends_at(high, |line| line.to)
    {
        edges.push(high);
    }
}

fn table(page: &mut Page, horizontal: Vec<Segment>, vertical: Vec<Segment>) -> Option<Table> {
    let mut xs = distinct(vertical.iter().map(|line| line.at));
    let mut ys = distinct(horizontal.iter().map(|line| line.at));
    close(&mut xs, &horizontal);
    close(&mut ys, &vertical);
    let columns = xs.len().checked_sub(1).filter(|columns| *columns > 0)?;
    let rows = ys.len().checked_sub(1).filter(|rows| *rows > 0)?;
    let slots = rows
        .checked_mul(columns)
        .filter(|slots| (2..=SLOTS).contains(slots))?;
    let slot = |row: usize, column: usize| row.saturating_mul(columns).saturating_add(column);
    let mut groups = Groups::new(slots);
    let middle = |edges: &[i32], index: usize| -> Option<i32> {
        Some(
            edges
                .get(index)?
                .midpoint(*edges.get(index.checked_add(1)?)?),
        )
    };
    let parts = |lines: &[Segment], at: i32, place: i32| {
        lines.iter().any(|line| {
            line.at.abs_diff(at) <= CLOSE.unsigned_abs() && line.from <= place && place <= line.to
        })
    };
    for row in 0..rows {
        for column in 0..columns {
            let (x, y) = (middle(&xs, column)?, middle(&ys, row)?);
            let right = column.saturating_add(1);
            if right < columns && !parts(&vertical, *xs.get(right)?, y) {
                groups.join(slot(row, column), slot(row, right));
            }
            let below = row.saturating_add(1);
            if below < rows && !parts(&horizontal, *ys.get(below)?, x) {
                groups.join(slot(row, column), slot(below, column));
            }
        }
    }
    let roots: Vec<usize> = (0..slots).map(|slot| groups.root(slot)).collect();
    let mut pieces = take_pieces(page, &xs, &ys, &roots, columns);
    let mut cells = Vec::new();
    for (index, root) in roots.iter().enumerate() {
        if *root != index {
            continue;
        }
        let own = || (0..slots).filter(|slot| roots.get(*slot) == Some(root));
        let first_row = index.checked_div(columns)?;
        let last_row = own().max()?.checked_div(columns)?;
        let first_column = own().filter_map(|slot| slot.checked_rem(columns)).min()?;
        let last_column = own().filter_map(|slot| slot.checked_rem(columns)).max()?;
        let (left, right) = (
            *xs.get(first_column)?,
            *xs.get(last_column.checked_add(1)?)?,
        );
        let texts = pieces
            .get_mut(index)
            .map(std::mem::take)
            .unwrap_or_default();
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        cells.push(PartCell {
            row: number(first_row),
            column: number(first_column),
            row_span: number(last_row.saturating_sub(first_row).saturating_add(1)),
            column_span: number(last_column.saturating_sub(first_column).saturating_add(1)),
            text: cell::text(texts, right.saturating_sub(left)),
            page: page.number,
        });
    }
    sort_by(&mut cells, |a, b| (a.row, a.column).cmp(&(b.row, b.column)));
    Some(Table {
        top: *ys.first()?,
        part: Part {
            edges: xs,
            rows: u32::try_from(rows).ok()?,
            cells,
        },
    })
}

/// Takes the signs inside a table out of the page, by the cell that holds their middle.
fn take_pieces(
    page: &mut Page,
    xs: &[i32],
    ys: &[i32],
    roots: &[usize],
    columns: usize,
) -> Vec<Vec<Piece>> {
    let mut cells: Vec<Vec<Piece>> = Vec::new();
    cells.resize_with(roots.len(), Vec::new);
    let index = |edges: &[i32], place: i32| {
        let after = edges.partition_point(|edge| *edge <= place);
        (after < edges.len()).then(|| after.checked_sub(1))?
    };
    let mut outside = Vec::new();
    for piece in std::mem::take(&mut page.texts) {
        let (x, y) = piece.center();
        let slot = index(xs, x)
            .zip(index(ys, y))
            .map(|(column, row)| row.saturating_mul(columns).saturating_add(column));
        let cell = slot.and_then(|slot| cells.get_mut(*roots.get(slot)?));
        match cell {
            Some(cell) => cell.push(piece),
            None => outside.push(piece),
        }
    }
    page.texts = outside;
    cells
}
