//! Tables without lines between their columns: rows of figures that stand below each other make columns, and what stands to
//! the left of them is their labels. What comes out was put together from where things stand: every cell is in doubt.

mod place;
mod row;

use crate::reader::error::ReadErrorKind;

use super::line::Line;
use super::mesh::Budget;
use super::part::Part;
use super::segment::Segment;

use row::{Row, overlap};

/// Figures in the widest row of a table, and in all of them together, at least.
const WIDEST: usize = 3;
const FIGURES: usize = 8;
/// Rows this far from each other, in heights of a line, are of one table only if they have the same columns.
const FAR: i32 = 4;
/// Longer texts across columns are no headers.
const HEADER_SIGNS: usize = 10;
/// Longer texts across columns are no part of any table.
const PROSE_SIGNS: usize = 20;

/// Left and right end of a column of figures.
type Column = (i32, i32);

/// What lines of text turned out to be.
pub(super) struct Found {
    /// The lines that are no part of a table.
    pub(super) rest: Vec<Line>,
    /// The tables, and how high on the page each begins.
    pub(super) tables: Vec<(i32, Part)>,
}

/// Takes the tables out of lines of text.
///
/// # Errors
/// `TooLarge` where it takes more work than any page of a report.
pub(super) fn tables(
    lines: Vec<Line>,
    across: &[Segment],
    page: u32,
    budget: &mut Budget,
) -> Result<Found, ReadErrorKind> {
    let rows: Vec<Row> = lines.iter().map(Row::new).collect();
    let mut taken = vec![false; lines.len()];
    let mut tables = Vec::new();
    for Region {
        first,
        last,
        columns,
    } in regions(&rows, budget)?
    {
        let (start, end) = (top(&rows, first, &columns), bottom(&rows, last, &columns));
        let own = rows.get(start..end).unwrap_or_default();
        budget.spend(
            own.len()
                .saturating_mul(own.len().saturating_add(across.len())),
        )?;
        if let Some(part) = place::part(own, &columns, across, page) {
            for taken in taken.iter_mut().take(end).skip(start) {
                *taken = true;
            }
            tables.push((own.first().map_or(0, |row| row.area.top), part));
        }
    }
    let rest = lines.into_iter().zip(taken).filter(|(_, taken)| !taken);
    Ok(Found {
        rest: rest.map(|(line, _)| line).collect(),
        tables,
    })
}

/// Rows of figures that belong together, from the first to the last of them.
struct Region {
    first: usize,
    last: usize,
    columns: Vec<Column>,
}

fn regions(rows: &[Row], budget: &mut Budget) -> Result<Vec<Region>, ReadErrorKind> {
    let mut regions: Vec<(Region, usize, usize)> = Vec::new();
    for (number, row) in rows.iter().enumerate().filter(|(_, row)| row.has_figures()) {
        let count = row.figures().count();
        let open = regions.last().map_or(0, |(open, ..)| open.columns.len());
        budget.spend(
            count
                .saturating_add(1)
                .saturating_mul(open.saturating_add(1)),
        )?;
        if let Some((open, widest, all)) = regions.last_mut()
            && goes_on(rows, open, number)
        {
            open.last = number;
            add(&mut open.columns, row);
            *widest = count.max(*widest);
            *all = all.saturating_add(count);
            continue;
        }
        let mut columns = Vec::new();
        add(&mut columns, row);
        let region = Region {
            first: number,
            last: number,
            columns,
        };
        regions.push((region, count, count));
    }
    let is_table = |(region, widest, all): &(Region, usize, usize)| {
        // No row has two figures in one column.
        let is_clear = rows.get(region.first..=region.last).is_some_and(|rows| {
            rows.iter().filter(|row| row.has_figures()).all(|row| {
                region.columns.iter().all(|column| {
                    let inside = row.figures().filter(|area| overlap(area, *column));
                    inside.count() <= 1
                })
            })
        });
        *widest >= WIDEST && *all >= FIGURES && is_clear
    };
    regions.retain(is_table);
    Ok(regions.into_iter().map(|(region, ..)| region).collect())
}

/// Whether a row of figures goes on with the table above it.
fn goes_on(rows: &[Row], open: &Region, number: usize) -> bool {
    let (Some(last), Some(row)) = (rows.get(open.last), rows.get(number)) else {
        return false;
    };
    let new = row
        .figures()
        .filter(|area| !open.columns.iter().any(|column| overlap(area, *column)));
    let distance = row.area.center().1.saturating_sub(last.area.center().1);
    let is_far = distance > row.area.height().saturating_mul(FAR);
    let between = rows.get(open.last.saturating_add(1)..number);
    let is_parted = between
        .unwrap_or_default()
        .iter()
        .any(|row| row.is_one() && row.signs() > PROSE_SIGNS && !row.is_left_of(&open.columns));
    let is_other = is_far && new.count() > 1;
    !(is_parted || is_other)
}

/// Widens columns by the figures of a row, and adds those that are new.
fn add(columns: &mut Vec<Column>, row: &Row) {
    for area in row.figures() {
        columns.push((area.left, area.right));
    }
    crate::sorted::sort_by(columns, Ord::cmp);
    let mut merged: Vec<Column> = Vec::new();
    for column in columns.drain(..) {
        match merged.last_mut() {
            Some(last) if column.0 < last.1 => last.1 = last.1.max(column.1),
            _ => merged.push(column),
        }
    }
    *columns = merged;
}

/// The first line of a table: its headers, and the lines of a label that was wrapped.
fn top(rows: &[Row], first: usize, columns: &[Column]) -> usize {
    let mut start = first;
    let mut below = first;
    for (number, row) in rows.iter().enumerate().take(first).rev() {
        let Some(next) = rows.get(below) else { break };
        let distance = next.area.center().1.saturating_sub(row.area.center().1);
        let height = next.area.height();
        let is_header = !row.is_one() || (row.is_over(columns) && row.signs() <= HEADER_SIGNS);
        let is_label = row.is_left_of(columns);
        if row.is_vertical || distance > height.saturating_mul(FAR) || !(is_header || is_label) {
            break;
        }
        let is_wrapped = start == below && distance.saturating_mul(2) <= height.saturating_mul(3);
        if is_header || (is_label && is_wrapped && !row.is_numbered()) {
            start = number;
        }
        below = number;
    }
    start
}

/// Behind the last line of a table: the lines of a label that was wrapped.
fn bottom(rows: &[Row], last: usize, columns: &[Column]) -> usize {
    let mut end = last.saturating_add(1);
    while let (Some(row), Some(before)) = (rows.get(end), rows.get(end.saturating_sub(1))) {
        let distance = row.area.center().1.saturating_sub(before.area.center().1);
        let is_near = distance.saturating_mul(2) <= row.area.height().saturating_mul(3);
        if !is_near || row.is_vertical || row.is_numbered() || !row.is_left_of(columns) {
            break;
        }
        end = end.saturating_add(1);
    }
    end
}
