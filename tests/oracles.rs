//! Readers that others wrote, as witnesses: for every file of `tests/files/office` in a format that they read, the cells
//! of each table are theirs, place for place and text for text.
//!
//! calamine reads workbooks, office_oxide documents, scraper (html5ever) web pages. None of them is part of what is built.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod support;

use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader};
use gouji::document::{Block, Document};
use office_oxide::DocumentFormat;
use office_oxide::ir::{Element, Table, inline_to_text};
use scraper::{ElementRef, Html, Selector};

/// A cell that is placed: row, column, rows, columns, text without white space.
type Placed = (u32, u32, u32, u32, String);

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/office")
}

/// The files with one of these endings, with their names.
fn files(endings: &[&str]) -> Vec<(String, Vec<u8>)> {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| endings.iter().any(|ending| name.ends_with(ending)))
        .collect();
    names.sort();
    names
        .into_iter()
        .map(|name| {
            let bytes = std::fs::read(folder().join(&name)).unwrap();
            (name, bytes)
        })
        .collect()
}

fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Our tables.
fn ours(document: &Document) -> Vec<Vec<Placed>> {
    support::grids(document)
        .iter()
        .map(|grid| {
            grid.cells()
                .iter()
                .map(|cell| {
                    let text = dense(&cell.text);
                    (cell.row, cell.column, cell.row_span, cell.column_span, text)
                })
                .collect()
        })
        .collect()
}

/// Places cells that follow each other in rows, as browsers and word processors do.
fn placed(rows: Vec<Vec<(u32, u32, String)>>) -> Vec<Placed> {
    let mut taken = BTreeSet::new();
    let mut cells = Vec::new();
    let count = rows.len() as u32;
    for (row, line) in (0..).zip(rows) {
        let mut column = 0;
        for (high, wide, text) in line {
            while taken.contains(&(row, column)) {
                column += 1;
            }
            let high = high.clamp(1, count - row);
            for down in 0..high {
                taken.extend((0..wide).map(|right| (row + down, column + right)));
            }
            cells.push((row, column, high, wide, text));
            column += wide;
        }
    }
    cells.sort();
    cells
}

/// The filled cells of a line of a sheet, each with its column.
type Line = Vec<(u32, String)>;

/// What a number is written as in a cell of the format "General".
fn number(value: f64) -> String {
    format!("{value}")
}

/// The lines of all sheets, as calamine finds them; blank lines left out. No sheet of these files is hidden.
fn lines_by_calamine<R: Reader<Cursor<Vec<u8>>>>(bytes: &[u8]) -> Vec<Line>
where
    R::Error: std::fmt::Debug,
{
    let mut book = R::new(Cursor::new(bytes.to_vec())).unwrap();
    let mut lines = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        let (_, first) = range.start().unwrap_or_default();
        for row in range.rows() {
            let filled = (first..).zip(row).filter_map(|(column, cell)| {
                let text = match cell {
                    Data::Empty => String::new(),
                    Data::Int(value) => value.to_string(),
                    Data::Float(value) => number(*value),
                    Data::String(text) => dense(text),
                    other => panic!("{other:?}"),
                };
                (!text.is_empty()).then_some((column, text))
            });
            lines.push(filled.collect());
        }
    }
    lines.retain(|line: &Line| !line.is_empty());
    lines
}

/// The same lines as we find them: a paragraph is a line of one cell. The tables of the report begin in the first column.
fn lines_by_us(document: &Document) -> Vec<Line> {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => lines.push(vec![(0, dense(&paragraph.text))]),
            Block::Grid(grid) => {
                for row in 0..grid.rows() {
                    let cells = grid.row(row).iter();
                    let filled = cells.map(|cell| (cell.column, dense(&cell.text)));
                    lines.push(filled.filter(|(_, text)| !text.is_empty()).collect());
                }
            }
        }
    }
    lines.retain(|line: &Line| !line.is_empty());
    lines
}

/// calamine does not read blanks between rows in a spreadsheet of OpenDocument.
const UNREAD: &str = "gnumeric.ods";

#[test]
fn calamine_finds_the_same_cells_in_workbooks() {
    let files = files(&[".xlsx", ".xls", ".ods"]);
    assert!(files.len() >= 10, "{}", files.len());
    for (name, bytes) in files {
        if name == UNREAD {
            assert!(calamine::Ods::new(Cursor::new(bytes)).is_err(), "{name}");
            continue;
        }
        let theirs = match name.rsplit('.').next() {
            Some("xlsx") => lines_by_calamine::<calamine::Xlsx<_>>(&bytes),
            Some("ods") => lines_by_calamine::<calamine::Ods<_>>(&bytes),
            _ => lines_by_calamine::<calamine::Xls<_>>(&bytes),
        };
        assert!(theirs.iter().map(Vec::len).sum::<usize>() > 200, "{name}");
        assert_eq!(lines_by_us(&support::document(&bytes)), theirs, "{name}");
    }
}

#[test]
fn calamine_finds_the_same_merged_areas() {
    let areas = |document: &Document| -> Vec<(u32, u32)> {
        let grids = support::grids(document);
        let cells = grids.iter().flat_map(|grid| grid.cells());
        let merged = cells.filter(|cell| cell.row_span * cell.column_span > 1);
        let mut spans: Vec<(u32, u32)> = merged
            .map(|cell| (cell.row_span, cell.column_span))
            .collect();
        spans.sort_unstable();
        spans
    };
    for (name, bytes) in files(&[".xlsx", ".xls"]) {
        let mut theirs: Vec<(u32, u32)> = Vec::new();
        let mut add = |areas: Vec<calamine::Dimensions>| {
            theirs.extend(
                areas
                    .iter()
                    .map(|area| (area.end.0 - area.start.0 + 1, area.end.1 - area.start.1 + 1)),
            );
        };
        if name.ends_with(".xlsx") {
            let mut book = calamine::Xlsx::new(Cursor::new(bytes.clone())).unwrap();
            for sheet in book.sheet_names() {
                add(book.merge_cells_by_sheet_name(&sheet).unwrap());
            }
        } else {
            let book = calamine::Xls::new(Cursor::new(bytes.clone())).unwrap();
            for sheet in book.sheet_names() {
                add(book.merge_cells_by_sheet_name(&sheet).unwrap());
            }
        }
        theirs.sort_unstable();
        assert!(theirs.len() > 20, "{name}");
        assert_eq!(areas(&support::document(&bytes)), theirs, "{name}");
    }
}

/// The text of elements, as far as they are paragraphs.
fn text_by_oxide(elements: &[Element]) -> String {
    elements
        .iter()
        .map(|element| match element {
            Element::Paragraph(paragraph) => dense(&inline_to_text(&paragraph.content)),
            Element::Heading(heading) => dense(&inline_to_text(&heading.content)),
            Element::List(list) => list
                .items
                .iter()
                .map(|item| text_by_oxide(&item.content))
                .collect(),
            _ => String::new(),
        })
        .collect()
}

fn table_by_oxide(table: &Table) -> Vec<Placed> {
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter();
        cells
            .map(|cell| {
                (
                    cell.row_span.max(1),
                    cell.col_span.max(1),
                    text_by_oxide(&cell.content),
                )
            })
            .collect()
    });
    placed(rows.collect())
}

#[test]
fn office_oxide_finds_the_same_tables_in_documents() {
    let files = files(&[".docx", ".doc"]);
    assert!(files.len() >= 4, "{}", files.len());
    for (name, bytes) in files {
        let format = if name.ends_with("x") {
            DocumentFormat::Docx
        } else {
            DocumentFormat::Doc
        };
        let document =
            office_oxide::Document::from_reader(Cursor::new(bytes.clone()), format).unwrap();
        let content = document.to_ir();
        let theirs: Vec<Vec<Placed>> = content
            .sections
            .iter()
            .flat_map(|section| &section.elements)
            .filter_map(|element| match element {
                Element::Table(table) => Some(table_by_oxide(table)),
                _ => None,
            })
            .collect();
        assert_eq!(theirs.len(), 3, "{name}");
        assert_eq!(ours(&support::document(&bytes)), theirs, "{name}");
    }
}

fn table_by_scraper(table: ElementRef<'_>) -> Vec<Placed> {
    let row = Selector::parse("tr").unwrap();
    let cell = Selector::parse("td, th").unwrap();
    let span =
        |cell: ElementRef<'_>, name| cell.attr(name).map_or(1, |value| value.parse().unwrap());
    let rows = table.select(&row).map(|row| {
        row.select(&cell)
            .map(|cell| {
                let text = dense(&cell.text().collect::<String>());
                (span(cell, "rowspan"), span(cell, "colspan"), text)
            })
            .collect()
    });
    placed(rows.collect())
}

#[test]
fn scraper_finds_the_same_tables_in_web_pages() {
    let files = files(&[".html"]);
    assert!(!files.is_empty());
    for (name, bytes) in files {
        let page = Html::parse_document(std::str::from_utf8(&bytes).unwrap());
        let tables = Selector::parse("table").unwrap();
        let theirs: Vec<Vec<Placed>> = page.select(&tables).map(table_by_scraper).collect();
        assert_eq!(theirs.len(), 3, "{name}");
        assert_eq!(ours(&support::document(&bytes)), theirs, "{name}");
    }
}
