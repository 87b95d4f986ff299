//! The official tables as rows of headings and figures: which heading spans what, and which headings speak
//! for which figure. Computed from the edition alone, so a new edition needs nothing here.

use crate::edition::{BlockForm, Layout, LineForm, TableForm};
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
    let mut ids = Ids {
        table: form.table.name(),
        last: 0,
    };
    match form.layout {
        Layout::Across => across(form, &mut ids),
        Layout::Down => down(form, narrow, &mut ids),
    }
}

/// Gives out ids for headings.
struct Ids {
    table: &'static str,
    last: usize,
}

impl Ids {
    fn next(&mut self) -> String {
        self.last = self.last.saturating_add(1);
        format!("gj-{}-h{}", self.table, self.last)
    }
}

/// A heading of a tree of labels: at which level, from which leaf on, over how many leaves, how many levels deep.
struct Span {
    level: usize,
    at: usize,
    length: usize,
    depth: usize,
    id: String,
    text: String,
}

impl Span {
    fn covers(&self, leaf: usize) -> bool {
        self.at <= leaf && leaf < self.at.saturating_add(self.length)
    }
}

/// Finds the spans of labels that share their outer groups. A path lists labels from outside to the leaf;
/// the leaf of a short path reaches down to `levels`.
fn spans(paths: &[Vec<String>], levels: usize, ids: &mut Ids) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for (at, path) in paths.iter().enumerate() {
        for (level, text) in path.iter().enumerate() {
            let leaf = level.saturating_add(1) == path.len();
            let before = at.checked_sub(1).and_then(|before| paths.get(before));
            let shared = before.is_some_and(|before| {
                !leaf
                    && before.len() > level.saturating_add(1)
                    && before
                        .iter()
                        .zip(path)
                        .take(level.saturating_add(1))
                        .all(|(a, b)| a == b)
            });
            if shared {
                let open = out.iter_mut().rev().find(|span| span.level == level);
                if let Some(open) = open {
                    open.length = open.length.saturating_add(1);
                    continue;
                }
            }
            out.push(Span {
                level,
                at,
                length: 1,
                depth: if leaf {
                    levels.saturating_sub(level).max(1)
                } else {
                    1
                },
                id: ids.next(),
                text: text.clone(),
            });
        }
    }
    out
}

/// The ids of the headings over a leaf, outermost first.
fn headers(spans: &[Span], leaf: usize) -> impl Iterator<Item = &str> {
    spans
        .iter()
        .filter(move |span| span.covers(leaf))
        .map(|span| span.id.as_str())
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

fn column_paths(block: &BlockForm) -> Vec<Vec<String>> {
    let path = |groups: &[&str], label: &str| {
        groups
            .iter()
            .copied()
            .chain([label])
            .map(str::to_owned)
            .collect()
    };
    block
        .columns
        .iter()
        .map(|column| path(column.groups, column.label))
        .collect()
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

/// Sections two and three: a line is a row.
fn down(form: &TableForm, narrow: bool, ids: &mut Ids) -> Sheet {
    let mut sheet = Sheet {
        lines_down: true,
        ..Sheet::default()
    };
    let label_columns = if narrow {
        1
    } else {
        form.lines()
            .map(|(_, line)| line.groups.len().saturating_add(1))
            .max()
            .unwrap_or(1)
    };
    let width = form
        .blocks
        .iter()
        .map(|block| block.columns.len())
        .max()
        .unwrap_or(0);
    for block in form.blocks {
        let place = BlockPlace {
            form,
            block,
            label_columns,
            width,
        };
        let mut rows = place.heading(ids);
        let columns = place.columns(&mut rows, ids);
        if form.blocks.len() == 1 {
            // One block: its headings stand above the whole table, and printing repeats them on each page.
            sheet.head = std::mem::take(&mut rows);
        }
        place.lines(&mut rows, &columns, narrow, ids);
        sheet.bodies.push(rows);
    }
    sheet
}

/// A block within its table.
struct BlockPlace<'a> {
    form: &'a TableForm,
    block: &'static BlockForm,
    label_columns: usize,
    width: usize,
}

impl BlockPlace<'_> {
    /// The row with the heading of the block, if it has one.
    fn heading(&self, ids: &mut Ids) -> Vec<Row> {
        if self.block.heading.is_empty() {
            return Vec::new();
        }
        vec![vec![Place::Head(Head {
            id: ids.next(),
            text: self.block.heading.to_owned(),
            rows: 1,
            columns: self.label_columns.saturating_add(self.width),
            scope: "rowgroup",
            class: "block",
        })]]
    }

    /// Columns of the sheet that a column of the block takes: the last one fills up a block that has fewer.
    fn taken(&self, column: usize) -> usize {
        if column.saturating_add(1) == self.block.columns.len() {
            self.width.saturating_sub(column)
        } else {
            1
        }
    }

    /// The rows of column headings, with the corner.
    fn columns(&self, rows: &mut Vec<Row>, ids: &mut Ids) -> Vec<Span> {
        let paths = column_paths(self.block);
        let levels = depth(&paths);
        let spans = spans(&paths, levels, ids);
        for level in 0..levels {
            let mut row = Row::new();
            if level == 0 {
                row.push(Place::Head(Head {
                    id: String::new(),
                    text: self.form.corner.to_owned(),
                    rows: levels,
                    columns: self.label_columns,
                    scope: "col",
                    class: "corner",
                }));
            }
            for span in spans.iter().filter(|span| span.level == level) {
                let end = span.at.saturating_add(span.length);
                let taken = (span.at..end).map(|column| self.taken(column)).sum();
                row.push(columns_head(span, taken));
            }
            rows.push(row);
        }
        spans
    }

    /// The rows of the lines.
    fn lines(&self, rows: &mut Vec<Row>, columns: &[Span], narrow: bool, ids: &mut Ids) {
        let block = rows.first().and_then(|row| match row.first() {
            Some(Place::Head(head)) if head.class == "block" => Some(head.id.clone()),
            _ => None,
        });
        let paths: Vec<Vec<String>> = self.block.lines.iter().map(line_path).collect();
        let labels = spans(&paths, self.label_columns, ids);
        for (at, line) in self.block.lines.iter().enumerate() {
            let mut row = Row::new();
            for span in labels.iter().filter(|span| span.at == at) {
                let leaf = paths
                    .get(at)
                    .is_some_and(|path| span.level.saturating_add(1) == path.len());
                let mut head = Head {
                    id: span.id.clone(),
                    text: span.text.clone(),
                    rows: span.length,
                    columns: span.depth,
                    scope: if leaf { "row" } else { "rowgroup" },
                    class: match (leaf, span.level) {
                        (true, _) => "line",
                        (false, 0) => "group outer",
                        (false, _) => "group",
                    },
                };
                if narrow {
                    head.rows = 1;
                    head.columns = 1;
                    head.class = match (leaf, span.level) {
                        (false, _) => "group",
                        (true, 0) => "line",
                        (true, 1) => "line inner",
                        (true, _) => "line innermost",
                    };
                }
                if narrow && !leaf {
                    head.columns = self.width.saturating_add(1);
                    rows.push(vec![Place::Head(head)]);
                } else {
                    row.push(Place::Head(head));
                }
            }
            for (index, column) in self.block.columns.iter().enumerate() {
                let over: Vec<&str> = block
                    .as_deref()
                    .into_iter()
                    .chain(headers(&labels, at))
                    .chain(headers(columns, index))
                    .collect();
                row.push(Place::Figure(Figure {
                    id: CellId::new(self.form.table, line.line, column.column),
                    columns: self.taken(index),
                    headers: strings::join(&over, " "),
                }));
            }
            rows.push(row);
        }
    }
}

#[cfg(test)]
mod tests;
