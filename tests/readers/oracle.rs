//! Tables of web pages against a browser's parser: the tree of html5ever, cells placed by the algorithm
//! of the HTML standard ("forming a table").

use std::collections::BTreeMap;

use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};

use crate::support::{document, grids};

/// Row, column, row span, column span, text.
type Cell = (usize, usize, usize, usize, String);

fn span(cell: ElementRef<'_>, name: &str) -> Option<usize> {
    let value = cell.attr(name)?.trim_start_matches('+');
    let digits: String = value.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// The cells of the first table as a browser places them.
fn browser(markup: &str) -> Vec<Cell> {
    let page = Html::parse_document(markup);
    let select = |name: &str| Selector::parse(name).expect("selector");
    let table = page.select(&select("table")).next().expect("a table");
    let mut cells = Vec::new();
    let mut first_row = 0;
    for group in table.child_elements() {
        let rows: Vec<_> = group
            .child_elements()
            .filter(|row| row.value().name() == "tr")
            .collect();
        let mut taken: BTreeMap<(usize, usize), ()> = BTreeMap::new();
        for (index, row) in rows.iter().enumerate() {
            let mut column = 0;
            for cell in row.child_elements() {
                while taken.contains_key(&(index, column)) {
                    column += 1;
                }
                let wide = span(cell, "colspan")
                    .filter(|span| *span > 0)
                    .unwrap_or(1)
                    .min(1000);
                let rest = rows.len() - index;
                let high = match span(cell, "rowspan") {
                    Some(0) => rest,
                    span => span.unwrap_or(1).min(rest),
                };
                for row in index..index + high {
                    for column in column..column + wide {
                        taken.insert((row, column), ());
                    }
                }
                let text = cell.text().collect::<String>();
                cells.push((first_row + index, column, high, wide, text));
                column += wide;
            }
        }
        first_row += rows.len();
    }
    cells.sort();
    cells
}

fn ours(markup: &str) -> Vec<Cell> {
    let document = document(markup.as_bytes());
    let grids = grids(&document);
    let mut cells: Vec<Cell> = grids[0]
        .cells()
        .iter()
        .map(|cell| {
            (
                cell.row as usize,
                cell.column as usize,
                cell.row_span as usize,
                cell.column_span as usize,
                cell.text.clone(),
            )
        })
        .collect();
    cells.sort();
    cells
}

fn cell() -> impl Strategy<Value = String> {
    let name = prop_oneof![4 => Just("td"), 1 => Just("th"), 1 => Just("TD")];
    let spans = prop_oneof![
        6 => Just(String::new()),
        2 => (0..4_u32).prop_map(|n| format!(" colspan={n}")),
        2 => (0..4_u32).prop_map(|n| format!(" rowspan='{n}px'")),
        1 => (1..4_u32, 1..4_u32).prop_map(|(n, m)| format!(" rowspan=\"{n}\"\ncolspan = +{m}")),
        1 => Just(" rowspan=99 colspan=x".to_owned()),
    ];
    let text = prop_oneof![
        3 => "[0-9]{1,3}",
        1 => Just("<b>甲</b><font>乙</font>".to_owned()),
        1 => Just("<p>丙".to_owned()),
        1 => Just("<!--[if x]>9<![endif]-->丁&amp;&#49".to_owned()),
        1 => Just(String::new()),
    ];
    (name, spans, text, any::<bool>()).prop_map(|(name, spans, text, closed)| {
        let end = if closed {
            format!("</{name}>")
        } else {
            String::new()
        };
        format!("<{name}{spans}>{text}{end}")
    })
}

fn row() -> impl Strategy<Value = String> {
    let section = prop_oneof![
        8 => Just(""),
        1 => Just("<tbody>"),
        1 => Just("</tbody>"),
        1 => Just("<tfoot>"),
        1 => Just("</td></tfoot><tbody>"),
    ];
    (section, prop::collection::vec(cell(), 0..6), any::<bool>()).prop_map(
        |(section, cells, closed)| {
            let end = if closed { "</tr>\n" } else { "" };
            format!("{section}<tr>{}{end}", cells.concat())
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cells_stand_where_a_browser_puts_them(rows in prop::collection::vec(row(), 0..7)) {
        // The first row keeps the table from being one column, which is text and no grid.
        let markup = format!("<!doctype html><table><thead><tr><td>a<td>b</thead>{}</table>", rows.concat());
        prop_assert_eq!(ours(&markup), browser(&markup), "{}", markup);
    }
}
