//! Section four as a grid: headers with the three groups, then one row of fifteen figures.

use super::assemble::{LineFigures, Located};
use super::grid::{find_down, texts};
use super::laid::Laid;
use super::row::{Row, glued, is_blank};
use crate::edition::{Edition, TableForm};
use crate::form::Line;

/// Rows below the headers of section four in which the fifteen figures are looked for.
const FIGURE_ROWS: usize = 6;

/// Finds section four: headers with 行政复议 and results, then one row of fifteen figures.
pub(super) fn find(
    laid: &Laid<'_>,
    form: &'static TableForm,
    edition: &'static Edition,
) -> Option<Located> {
    let rows = laid.rows.as_slice();
    let block = form.blocks.first()?;
    let wanted = block.lines.len().saturating_mul(block.columns.len());
    let mut found: Vec<Vec<(Line, LineFigures)>> = Vec::new();
    let mut row_number = 0usize;
    while let Some(row) = rows.get(row_number) {
        row_number = row_number.saturating_add(1);
        if !is_dispute_header(row) {
            continue;
        }
        let below = rows.iter().enumerate().skip(row_number).take(FIGURE_ROWS);
        for (number, row) in below {
            let Some(figures) = fifteen(row, wanted) else {
                continue;
            };
            found.push(
                block
                    .lines
                    .iter()
                    .map(|line| line.line)
                    .zip(figures)
                    .collect(),
            );
            row_number = number.saturating_add(1);
            break;
        }
    }
    let other = found
        .iter()
        .skip(1)
        .filter(|lines| found.first().map(|first| texts(first)) != Some(texts(lines)));
    let copies = u32::try_from(other.count()).unwrap_or(u32::MAX);
    if let Some(lines) = found.into_iter().next() {
        return Some(Located {
            edition,
            form,
            lines,
            copies,
        });
    }
    find_down(laid, form, edition)
}

fn is_dispute_header(row: &Row<'_>) -> bool {
    let names = |wanted: &[&str]| {
        row.texts
            .iter()
            .any(|cell| wanted.contains(&cell.squashed.as_str()))
    };
    names(&["行政复议", "行政法复议"]) && names(&["行政诉讼", "结果维持", "维持"])
}

/// The figures of the three groups, if the row holds nothing but figures.
fn fifteen(row: &Row<'_>, wanted: usize) -> Option<[LineFigures; 3]> {
    let label = row.texts.iter().take_while(|text| !text.is_value).count();
    let spare = row.cells.len().saturating_sub(wanted);
    let cells = row.cells.get(label.min(spare)..)?;
    // One cell of words among figures does not make the row a header, but a header has no figures at all.
    let words = row.texts.iter().filter(|text| !text.is_value).count();
    let figures = row
        .texts
        .iter()
        .filter(|text| text.is_value && !text.squashed.is_empty())
        .count();
    if words > figures {
        return None;
    }
    if let Some(only) = glued(cells, wanted) {
        let glued = || LineFigures::Glued(only.text.clone(), row.origin(only));
        return Some([glued(), glued(), glued()]);
    }
    let cells = if cells.len() <= wanted {
        cells
    } else {
        // Spare cells at either end; the figures are the filled stretch, or the leftmost slots.
        let begin = cells.iter().position(|cell| !is_blank(cell)).unwrap_or(0);
        let last = cells.iter().rposition(|cell| !is_blank(cell)).unwrap_or(0);
        let begin = if last.saturating_sub(begin) < wanted {
            begin.min(cells.len().saturating_sub(wanted))
        } else {
            return None;
        };
        let begin = if last < wanted { 0 } else { begin };
        cells.get(begin..begin.saturating_add(wanted))?
    };
    if cells.len() != wanted {
        return None;
    }
    let mut groups = cells.chunks(wanted.checked_div(3)?).map(|group| {
        LineFigures::Cells(
            group
                .iter()
                .map(|cell| Some((cell.text.clone(), row.origin(cell))))
                .collect(),
        )
    });
    Some([groups.next()?, groups.next()?, groups.next()?])
}
