//! One page to what stands on it, from top to bottom: lines of text and tables.

use crate::reader::drawing::{Page, Piece};
use crate::reader::error::ReadErrorKind;
use crate::sorted::sort_by;

use super::gaps;
use super::line::{Line, cell_text, lines};
use super::mesh::{Budget, Mesh, meshes};
use super::part::{Part, PartCell};
use super::run::{Area, Run, is_digit, runs};
use super::segment;

/// A box of one cell that is higher than this is a frame around text.
const HIGHEST_BOX: i32 = 20_000;

/// Signs of one text that were drawn at different times stand beside each other as exactly as this, in parts of their
/// height.
const EXACT: u32 = 20;

/// Digits of one number are in step as exactly as this, in parts of their height.
const IN_STEP: u32 = 30;

/// What stands on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Line(Line),
    Table(Part),
}

/// One page, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sheet {
    pub(super) number: u32,
    pub(super) height: i32,
    pub(super) items: Vec<Item>,
}

/// A cell of a mesh, both by number; `None` is outside of all tables.
type Place = Option<(usize, usize)>;

/// Reads a page.
///
/// # Errors
/// `TooLarge` where it takes more work than any page of a report.
pub(super) fn read(page: Page, budget: &mut Budget) -> Result<Sheet, ReadErrorKind> {
    let (across, down) = segment::lines(&page.rulings);
    let mut tables = meshes(&across, &down, budget)?;
    drop_frames(&mut tables, budget)?;
    let mut items: Vec<((i32, i32), Item)> = Vec::new();
    let mut runs = runs(page.texts);
    // Lines that part rows and not columns, or no lines at all.
    if tables.iter().all(|table| table.columns() < 2) {
        let found = gaps::tables(lines(runs.clone()), &across, page.number, budget)?;
        if !found.tables.is_empty() {
            tables.clear();
            runs = found.rest.into_iter().flat_map(|line| line.runs).collect();
            let parts = found.tables.into_iter();
            items.extend(parts.map(|(top, part)| ((top, 0), Item::Table(part))));
        }
    }
    let mut cells: Vec<Vec<Vec<Run>>> = tables
        .iter()
        .map(|table| vec![Vec::new(); table.cells.len()])
        .collect();
    let mut free = Vec::new();
    let mut doubts: Vec<Place> = Vec::new();
    for run in runs {
        budget.look(run.pieces.len(), tables.len())?;
        for (place, run) in placed(run, &tables, &mut doubts) {
            let cell = place.and_then(|(table, cell)| {
                cells.get_mut(table).and_then(|cells| cells.get_mut(cell))
            });
            cell.unwrap_or(&mut free).push(run);
        }
    }
    doubts.extend(rests(&cells, &tables, budget)?);
    sort_by(&mut doubts, Ord::cmp);
    let free = lines(free);
    // Figures beside a table may have been pushed out of it.
    let strays: Vec<i32> = free
        .iter()
        .filter(|line| line.runs.iter().flat_map(|run| &run.pieces).all(is_digit))
        .map(|line| line.area.center().1)
        .collect();
    for line in free {
        items.push(((line.area.top, line.area.left), Item::Line(line)));
    }
    for (number, (table, cells)) in tables.iter().zip(cells).enumerate() {
        let [left, top, ..] = table.area();
        budget.look(cells.len(), strays.len())?;
        let mut part = part(table, cells, page.number, &strays);
        for (cell, own) in part.cells.iter_mut().enumerate() {
            own.doubtful |= doubts.binary_search(&Some((number, cell))).is_ok();
        }
        items.push(((top, left), Item::Table(part)));
    }
    sort_by(&mut items, |a, b| a.0.cmp(&b.0));
    Ok(Sheet {
        number: page.number,
        height: page.height,
        items: items.into_iter().map(|(_, item)| item).collect(),
    })
}

/// Where the rest of a text that was cut off may stand: a page that is drawn in parts draws a text in each of them, and the
/// next cell then begins exactly where the text was cut.
fn rests(
    cells: &[Vec<Vec<Run>>],
    tables: &[Mesh],
    budget: &mut Budget,
) -> Result<Vec<Place>, ReadErrorKind> {
    let is_cut = |run: &&Run| {
        let last = run.pieces.last();
        last.is_some_and(|last| last.text.ends_with(char::REPLACEMENT_CHARACTER))
    };
    let mut places = Vec::new();
    for cut in cells.iter().flatten().flatten().filter(is_cut) {
        let area = cut.area();
        let behind = area.right.saturating_add(area.height().saturating_div(2));
        let place = place_of((behind, area.center().1), tables);
        let runs = place.and_then(|(table, cell)| cells.get(table)?.get(cell));
        budget.spend(tables.len().saturating_add(runs.map_or(0, Vec::len)))?;
        let goes_on = |run: &Run| {
            let gap = run.area().left.abs_diff(area.right);
            gap.saturating_mul(EXACT) <= area.height().unsigned_abs()
        };
        if runs.is_some_and(|runs| runs.iter().any(goes_on)) {
            places.push(place);
        }
    }
    Ok(places)
}

/// Leaves out boxes of one cell around other tables or around most of the page.
fn drop_frames(tables: &mut Vec<Mesh>, budget: &mut Budget) -> Result<(), ReadErrorKind> {
    let all = tables.clone();
    let boxes = all.iter().filter(|table| table.cells.len() == 1);
    budget.look(boxes.count(), all.len())?;
    tables.retain(|table| {
        let [_, top, _, bottom] = table.area();
        let is_frame = table.cells.len() == 1
            && (bottom.saturating_sub(top) > HIGHEST_BOX
                || all.iter().any(|other| other.is_inside(table)));
        !is_frame
    });
    Ok(())
}

/// The table as far as the page holds it. Rows with a stray figure beside them are doubtful.
fn part(table: &Mesh, cells: Vec<Vec<Run>>, page: u32, strays: &[i32]) -> Part {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let cells = table.cells.iter().zip(cells).enumerate();
    let cells = cells.map(|(index, (field, runs))| {
        let (left, right) = table.sides(index);
        let text = cell_text(runs, right.saturating_sub(left));
        PartCell {
            row: number(field.row),
            column: number(field.column),
            row_span: number(field.rows),
            column_span: number(field.columns),
            text: text.text,
            page,
            doubtful: text.is_doubtful || strays.iter().any(|y| table.is_beside(index, *y)),
        }
    });
    Part {
        edges: table.xs.clone(),
        rows: number(table.rows()),
        cells: cells.collect(),
    }
}

/// Where a sign stands: in the innermost table around its middle.
fn place_of((x, y): (i32, i32), tables: &[Mesh]) -> Place {
    let around = tables
        .iter()
        .enumerate()
        .filter_map(|(number, table)| Some((number, table, table.cell_at(x, y)?)));
    let inner = around.reduce(|outer, next| {
        if next.1.is_inside(outer.1) {
            next
        } else {
            outer
        }
    });
    inner.map(|(number, _, cell)| (number, cell))
}

/// Puts a run where it belongs. Text that is too wide for its cell is drawn over the lines beside it, and its signs alone
/// would end up in several cells: it goes as a whole into the cell it was written in. Where that cannot be told, each of
/// them gets a mark, so that no figure in them is taken for what it is not.
fn placed(run: Run, tables: &[Mesh], doubts: &mut Vec<Place>) -> Vec<(Place, Run)> {
    let mut parts: Vec<(Vec<Place>, Run)> = Vec::new();
    for piece in run.pieces {
        let place = place_of(piece.center(), tables);
        if let Some((places, run)) = parts.last_mut()
            && let (Some(last), Some(previous)) = (run.pieces.last(), places.last())
            && ((crosses(last, &piece) && !(*previous != place && breaks_pitch(run, &piece)))
                || (*previous == place
                    && (places.first() == Some(&place) || !begins_figure(last, &piece))))
        {
            places.push(place);
            run.pieces.push(piece);
        } else {
            parts.push((
                vec![place],
                Run {
                    pieces: vec![piece],
                },
            ));
        }
    }
    let mut out = Vec::new();
    for (places, run) in parts {
        // Digits on both sides of a line: one number that is too wide, or two that touch.
        if places.iter().any(|place| Some(place) != places.first())
            && run.pieces.iter().all(is_digit)
        {
            doubts.extend(&places);
        }
        settle(&places, run, tables, &mut out);
    }
    out
}

/// Whether two signs in different cells are one text: they touch. Figures behind a line go on with figures alone, and
/// nothing goes on with a text that was cut.
fn crosses(last: &Piece, next: &Piece) -> bool {
    if begins_figure(last, next) {
        return false;
    }
    let gap = if last.vertical {
        next.top.saturating_sub(last.bottom)
    } else {
        next.left.saturating_sub(last.right)
    };
    gap.saturating_mul(7) <= last.height().min(next.height())
}

/// Whether a digit stands out of step with those before it, which all are in step: it is not drawn with them. Two digits 1
/// may be: fonts draw these closer together than others.
fn breaks_pitch(run: &Run, next: &Piece) -> bool {
    let gap = |one: &Piece, other: &Piece| other.left.saturating_sub(one.right);
    let height = next.height().unsigned_abs();
    let Some(last) = run.pieces.last() else {
        return false;
    };
    let pairs = run.pieces.iter().zip(run.pieces.iter().skip(1));
    let gaps: Vec<i32> = pairs.map(|(one, other)| gap(one, other)).collect();
    let is_in_step = |one: i32, other: i32| one.abs_diff(other).saturating_mul(IN_STEP) <= height;
    let Some(first) = gaps.first().copied().filter(|_| gaps.len() > 1) else {
        return false;
    };
    gaps.iter().all(|gap| is_in_step(*gap, first))
        && !is_in_step(gap(last, next), first)
        && !(last.text == "1" && next.text == "1")
        && run.pieces.iter().chain([next]).all(is_digit)
        && !next.vertical
}

/// Whether a figure begins behind other text, or behind text that was cut.
fn begins_figure(last: &Piece, next: &Piece) -> bool {
    last.text.ends_with(char::REPLACEMENT_CHARACTER) || (is_digit(next) && !is_digit(last))
}

/// Gives a run to one of the places that its signs stand in.
fn settle(places: &[Place], run: Run, tables: &[Mesh], out: &mut Vec<(Place, Run)>) {
    let count = |place: &Place| places.iter().filter(|other| *other == place).count();
    let Some(most) = places
        .iter()
        .rev()
        .max_by_key(|place| count(place))
        .copied()
    else {
        return;
    };
    // Nearly all of it stands in one place.
    if count(&most).saturating_mul(3) >= places.len().saturating_mul(2) {
        out.push((most, run));
        return;
    }
    let area = run.area();
    let middle = place_of(area.center(), tables);
    if !run.pieces.iter().any(is_digit) || is_centered(&area, middle, tables) {
        out.push((middle, run));
        return;
    }
    let mut marked: Vec<Place> = Vec::new();
    for place in places {
        if *place != middle && !marked.contains(place) {
            marked.push(*place);
            out.push((*place, doubt(&run)));
        }
    }
    out.push((middle, doubt(&run)));
    out.push((middle, run));
}

/// Whether a text stands in the middle of a cell.
fn is_centered(area: &Area, place: Place, tables: &[Mesh]) -> bool {
    let sides = place.and_then(|(table, cell)| Some(tables.get(table)?.sides(cell)));
    sides.is_some_and(|(left, right)| {
        let off = left.midpoint(right).abs_diff(area.center().0);
        off.saturating_mul(8) <= right.abs_diff(left)
    })
}

/// A mark in the place of a run.
fn doubt(run: &Run) -> Run {
    let mut pieces = run.pieces.clone();
    pieces.truncate(1);
    for piece in &mut pieces {
        piece.text = char::REPLACEMENT_CHARACTER.to_string();
    }
    Run { pieces }
}
