//! The official tables as rows of headings and figures: which heading spans what, and which headings speak
//! for which figure. Computed from the edition alone, so a new edition needs nothing here.

mod down;
mod span;

use span::{Ids, Span, headers, spans};

use crate::edition::{Layout, LineForm, TableForm};
use crate::form::CellId;
use crate::strings;

/// One place of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A heading.
    Head(Head),
    /// A value cell.
    Figure(Figure),
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    /// Its id within the page; empty for the corner, which speaks for no figure.
    pub id: String,
    /// The official words.
    pub text: String,
    /// Rows that it spans.
    pub rows: usize,
    /// Columns that it spans.
    pub columns: usize,
    /// The value of its `scope`.
    pub scope: &'static str,
    /// Its part in the table, as a class of the style sheet.
    pub class: &'static str,
}

/// A value cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// Which cell.
    pub id: CellId,
    /// Columns that it spans.
    pub columns: usize,
    /// Ids of the headings that speak for it.
    pub headers: String,
}

/// A row.
pub(crate) type Row = Vec<Place>;

/// A table: heading rows, then bodies of rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sheet {
    /// The rows that stand above all figures.
    pub head: Vec<Row>,
    /// The bodies, one per block of the form.
    pub bodies: Vec<Vec<Row>>,
    /// Whether lines have a heading on the left.
    pub lines_down: bool,
}

/// Lays out a table. `narrow` puts the group labels of the lines into rows of their own, so that one column
/// of labels is left: the three of the official form would fill a small screen.
pub(crate) fn lay_out(form: &TableForm, narrow: bool) -> Sheet {
    let mut ids = Ids::of(form.table.name());
    match form.layout {
        Layout::Across => across(form, &mut ids),
        Layout::Down => down::down(form, narrow, &mut ids),
    }
}

fn line_path(line: &LineForm) -> Vec<String> {
    let mut path: Vec<String> = line
        .groups
        .iter()
        .map(|group| (*group).to_owned())
        .collect();
    path.push(line.full_label());
    path
}

fn depth(paths: &[Vec<String>]) -> usize {
    paths.iter().map(Vec::len).max().unwrap_or(0)
}

fn columns_head(span: &Span, columns: usize) -> Place {
    Place::Head(Head {
        id: span.id.clone(),
        text: span.text.clone(),
        rows: span.depth,
        columns,
        scope: if span.length > 1 { "colgroup" } else { "col" },
        class: "column",
    })
}

/// Section four: the lines side by side, their columns under each.
fn across(form: &TableForm, ids: &mut Ids) -> Sheet {
    let mut sheet = Sheet::default();
    for block in form.blocks {
        let paths: Vec<Vec<String>> = block.lines.iter().map(line_path).collect();
        let levels = depth(&paths);
        let tops = spans(&paths, levels, ids);
        let width = block.columns.len();
        for level in 0..levels {
            let row = tops.iter().filter(|span| span.level == level);
            sheet.head.push(
                row.map(|span| {
                    let mut place = columns_head(span, span.length.saturating_mul(width));
                    if let Place::Head(head) = &mut place {
                        head.scope = "colgroup";
                    }
                    place
                })
                .collect(),
            );
        }
        let mut labels = Row::new();
        let mut figures = Row::new();
        for (at, line) in block.lines.iter().enumerate() {
            for column in block.columns {
                let id = ids.next();
                let over: Vec<&str> = headers(&tops, at).chain([id.as_str()]).collect();
                figures.push(Place::Figure(Figure {
                    id: CellId::new(form.table, line.line, column.column),
                    columns: 1,
                    headers: strings::join(&over, " "),
                }));
                labels.push(Place::Head(Head {
                    id,
                    text: column.label.to_owned(),
                    rows: 1,
                    columns: 1,
                    scope: "col",
                    class: "column",
                }));
            }
        }
        sheet.head.push(labels);
        sheet.bodies.push(vec![figures]);
    }
    sheet
}

#[cfg(test)]
mod tests;
