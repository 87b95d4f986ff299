//! Tables that go on after a page break. What a break does to a table: inner columns may be missing in the part that has
//! only header rows; a row may be cut between two lines of its text; a cell that spans rows is cut too, and its text may
//! stand in either half or in both; header rows may be printed again.

use crate::sorted::sort_by;
use crate::strings;

use super::part::{Part, PartCell};

/// Edges this close are the same: pages may be cut and set a little differently.
const SAME_EDGE: i32 = 400;

/// No form has tables of more columns.
const COLUMNS: usize = 200;
/// So many first rows are looked at for headers that are printed again, and for blank rows.
const FIRST_ROWS: u32 = 20;

/// Joins the part of the next page to a table, if it is one.
///
/// # Errors
/// The part itself, if it is another table.
pub(super) fn join(table: &mut Part, next: Part) -> Result<(), Part> {
    let is_small = table.edges.len().max(next.edges.len()) <= COLUMNS;
    let edges = is_small.then(|| common_edges(&table.edges, &next.edges));
    let Some(edges) = edges.flatten() else {
        return Err(next);
    };
    let mut next = next;
    place_on(table, &edges);
    place_on(&mut next, &edges);
    drop_repeated_rows(table, &mut next);
    drop_blank_rows(&mut next);
    let seam = table.rows;
    let is_cut = is_row_cut(table, &next);
    let last = || {
        let cells = table.cells.iter();
        cells.filter(|cell| cell.row.saturating_add(1) == seam)
    };
    // A row whose text all stands behind the break is whole.
    let is_whole = last().all(PartCell::is_blank);
    let below_headers = are_headers(last());
    let has_headers = are_headers(next.cells.iter().filter(|cell| cell.row == 0));
    // Rows of the next part move below the table; those of a cut row move into its last row.
    let shift = seam.saturating_sub(u32::from(is_cut));
    for mut cell in next.cells {
        let begins_at_seam = cell.row == 0;
        cell.row = cell.row.saturating_add(shift);
        if begins_at_seam && let Some(above) = above_seam(table, &cell, seam) {
            let spans = above.row_span > 1 || cell.row_span > 1;
            // Some programs write the text of a cell that is cut in either half again.
            let is_again = is_label(&above.text) && above.text == cell.text;
            let is_rest = has_headers
                && ((is_label(&above.text) && cell.is_blank())
                    || (below_headers && above.is_blank() && is_label(&cell.text)));
            if is_cut || is_again || is_rest || (spans && goes_on(&above.text, &cell.text)) {
                above.row_span = cell.end_row().saturating_sub(above.row);
                if above.is_blank() {
                    above.page = cell.page;
                }
                // Of a row that is cut in two it is not certain that both halves are one row.
                above.doubtful |= (is_cut && !is_whole) || cell.doubtful;
                if !is_again {
                    above.text.push_str(&cell.text);
                }
                continue;
            }
        }
        // Beside a cut row nothing may lie over what is there already.
        if is_cut && begins_at_seam {
            cell.row = seam;
            cell.row_span = cell.row_span.saturating_sub(1).max(1);
        }
        table.cells.push(cell);
    }
    table.rows = shift.saturating_add(next.rows).max(seam);
    sort_by(&mut table.cells, |a, b| {
        (a.row, a.column).cmp(&(b.row, b.column))
    });
    Ok(())
}

/// The edges of both, if they can be parts of one table: the same outer edges, and no inner edge of the one with fewer
/// that the other does not have.
fn common_edges(one: &[i32], other: &[i32]) -> Option<Vec<i32>> {
    let is_same = |a: &i32, b: &i32| a.abs_diff(*b) <= SAME_EDGE.unsigned_abs();
    let all_in = |few: &[i32], many: &[i32]| {
        few.iter()
            .all(|edge| many.iter().any(|other| is_same(edge, other)))
    };
    let outer = is_same(one.first()?, other.first()?) && is_same(one.last()?, other.last()?);
    if !outer {
        None
    } else if all_in(other, one) {
        Some(one.to_vec())
    } else if all_in(one, other) {
        Some(other.to_vec())
    } else {
        None
    }
}

/// Counts the columns of a part by other edges.
fn place_on(part: &mut Part, edges: &[i32]) {
    let index = |column: u32| -> u32 {
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        let Some(own) = part.edges.get(column) else {
            return u32::try_from(edges.len().saturating_sub(1)).unwrap_or(u32::MAX);
        };
        let nearest = (0_u32..)
            .zip(edges)
            .min_by_key(|(_, edge)| edge.abs_diff(*own));
        nearest.map_or(0, |(index, _)| index)
    };
    for cell in &mut part.cells {
        let (start, end) = (index(cell.column), index(cell.end_column()));
        cell.column = start;
        cell.column_span = end.saturating_sub(start).max(1);
    }
    part.edges = edges.to_vec();
}

/// Takes away rows that are the first rows of the table again: header rows, which have no figures.
fn drop_repeated_rows(table: &Part, next: &mut Part) {
    let mut repeated = 0;
    for rows in 1..next.rows.min(table.rows).min(FIRST_ROWS) {
        let (above, below) = (head(table, rows), head(next, rows));
        let is_header = above.iter().any(|cell| !cell.is_blank())
            && above.iter().all(|cell| !is_figure(&cell.text));
        let is_closed = above.iter().all(|cell| cell.end_row() <= rows);
        let is_same = above.len() == below.len()
            && above.iter().zip(&below).all(|(a, b)| {
                (a.row, a.column, a.row_span, a.column_span)
                    == (b.row, b.column, b.row_span, b.column_span)
                    && a.text == b.text
            });
        if is_header && is_closed && is_same {
            repeated = rows;
        } else if !is_same && is_closed {
            break;
        }
    }
    drop_rows(next, repeated);
}

/// The cells that begin in the first rows.
fn head(part: &Part, rows: u32) -> Vec<&PartCell> {
    part.cells.iter().filter(|cell| cell.row < rows).collect()
}

/// Takes away first rows without any text: what is left of a row whose text all stands before the break.
fn drop_blank_rows(next: &mut Part) {
    let blank = (1..next.rows.min(FIRST_ROWS))
        .take_while(|rows| {
            let cells = head(next, *rows);
            cells
                .iter()
                .all(|cell| cell.is_blank() || cell.end_row() > *rows)
                && cells.iter().any(|cell| cell.row_span == 1)
        })
        .last();
    if let Some(rows) = blank {
        drop_rows(next, rows);
    }
}

/// Takes the first rows away; cells that reach below keep what is below.
fn drop_rows(part: &mut Part, rows: u32) {
    part.cells.retain(|cell| cell.end_row() > rows);
    for cell in &mut part.cells {
        let end = cell.end_row().saturating_sub(rows);
        cell.row = cell.row.saturating_sub(rows);
        cell.row_span = end.saturating_sub(cell.row).max(1);
    }
    part.rows = part.rows.saturating_sub(rows);
}

/// The cell of the table that ends at the seam in the columns of a cell below.
fn above_seam<'a>(table: &'a mut Part, below: &PartCell, seam: u32) -> Option<&'a mut PartCell> {
    table.cells.iter_mut().find(|cell| {
        cell.column == below.column
            && cell.column_span == below.column_span
            && cell.end_row() >= seam
            && cell.row < seam
    })
}

/// Whether the first row of the part is the rest of the last row of the table: no column has figures in both, what is a
/// label below does not begin like a label of its own, and something is missing on either side.
fn is_row_cut(table: &Part, next: &Part) -> bool {
    let seam = table.rows;
    let above = || table.cells.iter().filter(|cell| cell.end_row() == seam);
    let below = || next.cells.iter().filter(|cell| cell.row == 0);
    let pairs = || {
        below().filter_map(|cell| {
            let above = above().find(|above| {
                above.column == cell.column && above.column_span == cell.column_span
            })?;
            Some((above, cell))
        })
    };
    // Of a cell that spans rows nothing can be told.
    let in_row = || {
        pairs().filter(|(above, below)| {
            above.row.saturating_add(1) == seam && (below.row_span == 1 || above.is_blank())
        })
    };
    let has_all = below().count() == pairs().count() && above().count() == pairs().count();
    let clashes = in_row().any(|(above, below)| {
        !above.is_blank() && !below.is_blank() && !goes_on(&above.text, &below.text)
    });
    let completes = in_row().any(|(above, below)| above.is_blank() != below.is_blank());
    has_all && !clashes && completes && in_row().count() > 1
}

/// Whether cells of one row are headers, beside which the rest of cells that span header rows is blank: words over more
/// columns than are blank, and no figure.
fn are_headers<'a>(row: impl Iterator<Item = &'a PartCell>) -> bool {
    let (mut words, mut blank) = (0_u32, 0_u32);
    for cell in row {
        if is_label(&cell.text) {
            words = words.saturating_add(cell.column_span);
        } else if cell.is_blank() {
            blank = blank.saturating_add(cell.column_span);
        } else {
            return false;
        }
    }
    words > blank
}

/// Whether a text may be the rest of another one: it is no figure and does not begin with a number of its own.
fn goes_on(before: &str, rest: &str) -> bool {
    let (before, rest) = (before.trim(), rest.trim());
    before.is_empty()
        || rest.is_empty()
        || (!is_figure(before) && !is_figure(rest) && !is_numbered(rest))
}

/// Digits and what stands between and beside them.
pub(super) fn is_figure(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.chars().all(|c| {
            c.is_numeric()
                || matches!(
                    c,
                    '.' | ',' | '-' | '—' | '–' | '/' | '%' | '+' | '．' | '，' | ' '
                )
        })
}

/// Words.
fn is_label(text: &str) -> bool {
    !text.trim().is_empty() && !is_figure(text)
}

/// Begins as an item of a list does: `1.`, `（一）`, `一、`.
pub(super) fn is_numbered(text: &str) -> bool {
    let is_number = |c: char| c.is_ascii_digit() || strings::has("一二三四五六七八九十", c);
    let mut chars = text.chars();
    let first = chars.next();
    let inner = chars.as_str().trim_start_matches(is_number);
    match first {
        Some('（' | '(') => inner.len() < chars.as_str().len() && inner.starts_with(['）', ')']),
        Some(c) if is_number(c) => inner.starts_with(['.', '．', '、', ' ']),
        _ => false,
    }
}
