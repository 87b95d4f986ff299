//! Tables whose lines run down: sections two and three.

use super::span::{Ids, Span, headers, spans};
use super::{Figure, Head, Place, Row, Sheet, columns_head, depth, line_path};
use crate::edition::{BlockForm, TableForm};
use crate::form::CellId;
use crate::strings;

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

/// Sections two and three: a line is a row.
pub(super) fn down(form: &TableForm, narrow: bool, ids: &mut Ids) -> Sheet {
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
