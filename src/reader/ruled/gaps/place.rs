//! Lines of a table without rulings to its cells.

use crate::reader::ruled::line::cell_text;
use crate::reader::ruled::part::{Part, PartCell};
use crate::reader::ruled::run::{Area, Run};
use crate::reader::ruled::segment::Segment;
use crate::sorted::sort_by;

use super::Column;
use super::row::{Chunk, Row, overlap};

/// A line of a label stands this far from the figures of its row at most, in halves of its height.
const NEAR: i32 = 5;

/// The table; `None` where there is no room for labels beside figures.
pub(super) fn part(
    rows: &[Row],
    columns: &[Column],
    across: &[Segment],
    page: u32,
) -> Option<Part> {
    let (first, last) = (columns.first()?.0, columns.last()?.1);
    // What stands on each row: labels from left to right, and the rest.
    let mut labels: Vec<Vec<Chunk>> = Vec::new();
    let mut fields: Vec<Vec<Chunk>> = Vec::new();
    let mut row_of: Vec<usize> = Vec::new();
    let owners: Vec<Option<usize>> = (0..rows.len())
        .map(|number| owner(rows, number, columns, across))
        .collect();
    for (number, row) in rows.iter().enumerate() {
        row_of.push(labels.len());
        if owners.get(number).is_some_and(|owner| owner.is_none()) {
            let is_label = |chunk: &Chunk| chunk.area.center().0 < first;
            let (left, right) = row.chunks.iter().cloned().partition(is_label);
            labels.push(left);
            fields.push(right);
        }
    }
    for (row, owner) in rows.iter().zip(&owners) {
        let place = owner.and_then(|owner| row_of.get(owner));
        if let Some(labels) = place.and_then(|place| labels.get_mut(*place)) {
            labels.extend(row.chunks.iter().cloned());
        }
    }
    let labels: Vec<Vec<Vec<Chunk>>> = labels.into_iter().map(side_by_side).collect();
    let depth = labels.iter().map(Vec::len).max()?.max(1);
    let count = number32(labels.len());
    let mut cells = Vec::new();
    for (number, (labels, fields)) in labels.into_iter().zip(fields).enumerate() {
        let row = number32(number);
        let mut push = |column: usize, span: usize, chunks: Vec<Chunk>| {
            let width = chunks.iter().map(|chunk| chunk.area.width()).max();
            let runs: Vec<Run> = chunks.into_iter().flat_map(|chunk| chunk.runs).collect();
            cells.push(PartCell {
                row,
                column: number32(column),
                row_span: 1,
                column_span: number32(span),
                text: cell_text(runs, width.unwrap_or(0)).text,
                page,
                doubtful: true,
            });
        };
        // The last label stands beside the figures; the first takes what room is left.
        let spare = depth.saturating_sub(labels.len());
        for (at, label) in labels.into_iter().enumerate() {
            match at {
                0 => push(0, spare.saturating_add(1), label),
                at => push(spare.saturating_add(at), 1, label),
            }
        }
        let mut own: Vec<Vec<Chunk>> = vec![Vec::new(); columns.len()];
        for chunk in fields {
            let at = nearest(&chunk.area, columns);
            own.get_mut(at)
                .into_iter()
                .for_each(|own| own.push(chunk.clone()));
        }
        for (at, own) in own.into_iter().enumerate() {
            push(depth.saturating_add(at), 1, own);
        }
    }
    sort_by(&mut cells, |a, b| (a.row, a.column).cmp(&(b.row, b.column)));
    let left = rows.iter().map(|row| row.area.left).min()?.min(first);
    let step = first
        .saturating_sub(left)
        .checked_div(i32::try_from(depth).ok()?)?;
    let mut edges: Vec<i32> = (0..depth)
        .map(|at| left.saturating_add(step.saturating_mul(i32::try_from(at).unwrap_or(0))))
        .collect();
    edges.push(first);
    edges.extend(columns.windows(2).filter_map(|pair| match pair {
        [one, other] => Some(one.1.midpoint(other.0)),
        _ => None,
    }));
    edges.push(last);
    Some(Part {
        edges,
        rows: count,
        cells,
    })
}

fn number32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The row of figures that a line of labels belongs to: the nearest one that no line parts from it.
fn owner(rows: &[Row], number: usize, columns: &[Column], across: &[Segment]) -> Option<usize> {
    let row = rows.get(number)?;
    if row.has_figures() || !row.is_left_of(columns) {
        return None;
    }
    let (x, y) = row.area.center();
    let near = rows.iter().enumerate().filter_map(|(number, other)| {
        let at = other.area.center().1;
        let is_parted = across
            .iter()
            .any(|line| line.covers(x) && y.min(at) < line.at && line.at < y.max(at));
        let distance = y.abs_diff(at);
        let limit = row.area.height().saturating_mul(NEAR).unsigned_abs();
        (other.has_figures() && !is_parted && distance.saturating_mul(2) <= limit)
            .then_some((distance, number))
    });
    near.min().map(|(_, number)| number)
}

/// Labels of one row as cells: those that stand below each other are one.
fn side_by_side(mut chunks: Vec<Chunk>) -> Vec<Vec<Chunk>> {
    sort_by(&mut chunks, |a, b| a.area.left.cmp(&b.area.left));
    let mut cells: Vec<(i32, Vec<Chunk>)> = Vec::new();
    for chunk in chunks {
        match cells.last_mut() {
            Some((right, cell)) if overlap(&chunk.area, (i32::MIN, *right)) => {
                *right = chunk.area.right.max(*right);
                cell.push(chunk);
            }
            _ => cells.push((chunk.area.right, vec![chunk])),
        }
    }
    cells.into_iter().map(|(_, cell)| cell).collect()
}

/// The column that the middle of a text is nearest to.
fn nearest(area: &Area, columns: &[Column]) -> usize {
    let middle = area.center().0;
    let near = columns
        .iter()
        .enumerate()
        .min_by_key(|(_, column)| column.0.midpoint(column.1).abs_diff(middle));
    near.map_or(0, |(at, _)| at)
}
