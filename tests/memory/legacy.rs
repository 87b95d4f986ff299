//! Documents and workbooks of 1997 to 2003.

use crate::FILE;
use crate::support::compound::{Node, write};
use crate::support::word::{self, Form, Layout};
use crate::support::workbook;

/// A document of prose, characters of two bytes.
fn prose() -> Vec<u8> {
    let line = "全年收到政府信息公开申请并按时办结".repeat(20);
    let count = FILE / (line.chars().count() * 2);
    word::document(&vec![word::paragraph(&line); count])
}

/// A document of one table of many rows with long properties.
fn rows() -> Vec<u8> {
    let edges: Vec<i16> = (0..6).map(|edge| edge * 900).collect();
    let mut row = word::row(&["", "1", "2", "3", "4"], &edges, &[]);
    row[0] = word::cell(&"年".repeat(150));
    let rows = vec![row; 10_500].concat();
    word::streams(&rows, Layout::Compressed, Form::Pairs, &[]).contain()
}

/// A document of nothing but ends of paragraphs.
fn ends() -> Vec<u8> {
    let mut streams = word::streams(&[word::paragraph("")], Layout::Whole, Form::Plain, &[]);
    let start = streams.text.len() as u32;
    streams.text.extend([0x0D, 0x00].repeat(FILE / 2));
    let count = (FILE / 2) as u32;
    streams.text[0x4C..0x50].copy_from_slice(&count.to_le_bytes());
    let mut pieces = vec![2];
    for number in [16, 0, count] {
        pieces.extend(u32::to_le_bytes(number));
    }
    pieces.extend([0, 0]);
    pieces.extend(start.to_le_bytes());
    pieces.extend([0, 0]);
    let place = streams.table.len() as u32;
    streams.text[0x1A2..0x1A6].copy_from_slice(&place.to_le_bytes());
    streams.text[0x1A6..0x1AA].copy_from_slice(&(pieces.len() as u32).to_le_bytes());
    streams.table.extend(pieces);
    streams.contain()
}

/// Shared texts in records that continue each other.
fn shared_texts(text: &[u8]) -> Vec<Vec<u8>> {
    let per_record = 8_000 / text.len();
    let mut records = vec![workbook::record(0xFC, &[0; 8])];
    for _ in 0..FILE / (per_record * text.len()) {
        records.push(workbook::record(0x3C, &text.repeat(per_record)));
    }
    records
}

/// A workbook of texts of some characters each.
fn texts() -> Vec<u8> {
    let text = workbook::text(&"年报一二".repeat(9));
    let cells = [workbook::shared(0, 0, 7)];
    workbook::workbook(&shared_texts(&text), &[workbook::tab(&cells)])
}

/// A workbook of texts without a character.
fn empty_texts() -> Vec<u8> {
    workbook::workbook(&shared_texts(&[0, 0, 0]), &[workbook::tab(&[])])
}

/// A workbook of numbers, each sheet with nearly as many as a grid may have.
fn numbers() -> Vec<u8> {
    let cells = (0..19_000_u16)
        .flat_map(|row| (0..5).map(move |column| workbook::number(row, column, 12_345.678)));
    let records = vec![cells.flatten().collect::<Vec<u8>>()];
    let tabs: Vec<workbook::Tab> = (0..5).map(|_| workbook::tab(&records)).collect();
    workbook::workbook(&[], &tabs)
}

/// A workbook of merged areas.
fn areas() -> Vec<u8> {
    let mut records = Vec::new();
    for row in (0..60_000_u16).step_by(2) {
        let areas: Vec<[u16; 4]> = (0..40)
            .map(|at| [row, row + 1, at * 2, at * 2 + 1])
            .collect();
        records.push(workbook::merged(&areas));
    }
    records.push(workbook::label(60_001, 0, "年"));
    workbook::sheet(&records)
}

/// A container of nothing that is known.
fn unknown() -> Vec<u8> {
    write(&[Node::Stream("Contents", vec![7; FILE])])
}

pub(crate) const FILES: &[(&str, crate::Make)] = &[
    ("doc of prose", prose),
    ("doc of rows", rows),
    ("doc of ends of paragraphs", ends),
    ("xls of texts", texts),
    ("xls of empty texts", empty_texts),
    ("xls of numbers", numbers),
    ("xls of merged areas", areas),
    ("compound file of another kind", unknown),
];
