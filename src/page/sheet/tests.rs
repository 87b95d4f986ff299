use super::*;
use crate::edition::EDITIONS;
use crate::form::{Column, Line, Table};
use std::collections::{BTreeMap, BTreeSet};

fn sheets() -> Vec<(&'static TableForm, Sheet)> {
    let forms = EDITIONS.iter().flat_map(|edition| &edition.tables);
    forms
        .flat_map(|form| [false, true].map(|narrow| (form, lay_out(form, narrow))))
        .collect()
}

/// Puts the places onto a raster, as a browser does, and says how wide each row became.
fn widths(rows: &[Row]) -> Vec<usize> {
    let mut taken: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (row, places) in rows.iter().enumerate() {
        let mut column = 0;
        for place in places {
            let (rows, columns) = match place {
                Place::Head(head) => (head.rows, head.columns),
                Place::Figure(figure) => (1, figure.columns),
            };
            while taken.contains(&(row, column)) {
                column += 1;
            }
            for below in row..row + rows {
                for right in column..column + columns {
                    assert!(taken.insert((below, right)), "two cells at {below},{right}");
                }
            }
        }
    }
    let last = taken.iter().map(|(row, _)| *row).max().unwrap_or(0);
    assert!(
        rows.is_empty() || last < rows.len(),
        "a span reaches below its section"
    );
    (0..rows.len())
        .map(|row| taken.iter().filter(|(at, _)| *at == row).count())
        .collect()
}

#[test]
fn every_row_of_every_table_is_filled_without_holes_or_overlaps() {
    for (form, sheet) in sheets() {
        let sections: Vec<&Vec<Row>> = [&sheet.head].into_iter().chain(&sheet.bodies).collect();
        let all: BTreeSet<usize> = sections.iter().flat_map(|rows| widths(rows)).collect();
        assert_eq!(
            all.len(),
            1,
            "{:?}: rows of different width {all:?}",
            form.table
        );
    }
}

#[test]
fn every_figure_of_the_form_stands_once_and_in_order() {
    for (form, sheet) in sheets() {
        let mut ids: Vec<CellId> = Vec::new();
        for place in sheet.bodies.iter().flatten().flatten() {
            if let Place::Figure(figure) = place {
                ids.push(figure.id);
            }
        }
        let expected: Vec<CellId> = form.cells().map(|(id, _)| id).collect();
        assert_eq!(ids, expected);
    }
}

#[test]
fn the_headings_of_a_figure_spell_its_full_label() {
    for (form, sheet) in sheets() {
        let mut texts: BTreeMap<&str, &str> = BTreeMap::new();
        let places = || {
            sheet
                .head
                .iter()
                .chain(sheet.bodies.iter().flatten())
                .flatten()
        };
        for place in places() {
            if let Place::Head(head) = place {
                let before = texts.insert(&head.id, &head.text);
                assert!(
                    head.id.is_empty() || before.is_none(),
                    "id {} stands twice",
                    head.id
                );
            }
        }
        for place in places() {
            let Place::Figure(figure) = place else {
                continue;
            };
            let words: Vec<&str> = figure.headers.split(' ').map(|id| texts[id]).collect();
            let line = form.line(figure.id.line).unwrap();
            let column = form.column(figure.id.line, figure.id.column).unwrap();
            assert!(words.contains(&line.full_label().as_str()), "{words:?}");
            assert!(words.contains(&column.label), "{words:?}");
            for group in line.groups.iter().chain(column.groups) {
                assert!(words.contains(group), "{words:?} lacks {group}");
            }
        }
    }
}

#[test]
fn the_group_labels_span_what_they_span_in_the_official_form() {
    let form = EDITIONS[1].table(Table::Requests).unwrap();
    let sheet = lay_out(form, false);
    let span = |text: &str| {
        let places = sheet
            .head
            .iter()
            .chain(sheet.bodies.iter().flatten())
            .flatten();
        let mut heads = places.filter_map(|place| match place {
            Place::Head(head) if head.text == text => Some((head.rows, head.columns)),
            _ => None,
        });
        heads.next().unwrap()
    };
    assert_eq!(span("三、本年度办理结果"), (22, 1));
    assert_eq!(span("（三）不予公开"), (8, 1));
    assert_eq!(span("（六）其他处理"), (3, 1));
    assert_eq!(span("（七）总计"), (1, 2));
    assert_eq!(span("四、结转下年度继续办理"), (1, 3));
    assert_eq!(span("申请人情况"), (1, 7));
    assert_eq!(span("法人或其他组织"), (1, 5));
    assert_eq!(span("总计"), (2, 1));
}

#[test]
fn disputes_lie_across_with_the_lawsuits_under_one_heading() {
    let sheet = lay_out(EDITIONS[1].table(Table::Disputes).unwrap(), false);
    let heads: Vec<(&str, usize, usize)> = sheet.head[0]
        .iter()
        .map(|place| match place {
            Place::Head(head) => (head.text.as_str(), head.rows, head.columns),
            Place::Figure(_) => unreachable!(),
        })
        .collect();
    assert_eq!(heads, [("行政复议", 2, 5), ("行政诉讼", 1, 10)]);
    assert_eq!(sheet.head.len(), 3);
    assert_eq!(sheet.bodies[0].len(), 1);
}

#[test]
fn the_only_column_of_a_block_fills_the_table() {
    let sheet = lay_out(EDITIONS[1].table(Table::Disclosure).unwrap(), false);
    let fees = CellId::new(Table::Disclosure, Line::Fees, Column::Amount);
    let spans = sheet
        .bodies
        .iter()
        .flatten()
        .flatten()
        .find_map(|place| match place {
            Place::Figure(figure) if figure.id == fees => Some(figure.columns),
            _ => None,
        });
    assert_eq!(spans, Some(3));
}
