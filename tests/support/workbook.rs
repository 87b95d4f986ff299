//! A tiny writer of BIFF8 workbooks, record by record.

use super::compound::{Node, write};

/// A record.
pub(crate) fn record(kind: u16, bytes: &[u8]) -> Vec<u8> {
    let mut out = kind.to_le_bytes().to_vec();
    out.extend((bytes.len() as u16).to_le_bytes());
    out.extend(bytes);
    out
}

/// The first record of the workbook (`5`) or of a sheet (`0x10`).
pub(crate) fn begin(of: u16) -> Vec<u8> {
    let mut bytes = vec![0; 16];
    bytes[..2].copy_from_slice(&0x0600_u16.to_le_bytes());
    bytes[2..4].copy_from_slice(&of.to_le_bytes());
    record(0x0809, &bytes)
}

pub(crate) fn end() -> Vec<u8> {
    record(0x0A, &[])
}

/// The head of a cell: row, column, format.
fn cell(row: u16, column: u16) -> Vec<u8> {
    [row, column, 15]
        .iter()
        .flat_map(|value| value.to_le_bytes())
        .collect()
}

/// A text with its length in 16 bits, characters of one byte if they can be.
pub(crate) fn text(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let wide = units.iter().any(|unit| *unit > 0xFF);
    let mut out = (units.len() as u16).to_le_bytes().to_vec();
    out.push(u8::from(wide));
    for unit in units {
        let bytes = unit.to_le_bytes();
        out.extend(if wide { &bytes[..] } else { &bytes[..1] });
    }
    out
}

/// `LABEL`: a text in the cell itself.
pub(crate) fn label(row: u16, column: u16, content: &str) -> Vec<u8> {
    record(0x0204, &[cell(row, column), text(content)].concat())
}

/// `LABELSST`: a shared text by its number.
pub(crate) fn shared(row: u16, column: u16, number: u32) -> Vec<u8> {
    record(
        0xFD,
        &[cell(row, column), number.to_le_bytes().to_vec()].concat(),
    )
}

pub(crate) fn number(row: u16, column: u16, value: f64) -> Vec<u8> {
    record(
        0x0203,
        &[cell(row, column), value.to_le_bytes().to_vec()].concat(),
    )
}

pub(crate) fn small_number(row: u16, column: u16, packed: u32) -> Vec<u8> {
    record(
        0x027E,
        &[cell(row, column), packed.to_le_bytes().to_vec()].concat(),
    )
}

/// `MULRK`: numbers side by side.
pub(crate) fn small_numbers(row: u16, column: u16, packed: &[u32]) -> Vec<u8> {
    let mut bytes: Vec<u8> = [row, column]
        .iter()
        .flat_map(|value| value.to_le_bytes())
        .collect();
    for packed in packed {
        bytes.extend([15, 0]);
        bytes.extend(packed.to_le_bytes());
    }
    bytes.extend((column + packed.len() as u16 - 1).to_le_bytes());
    record(0xBD, &bytes)
}

/// `FORMULA` with its value as eight bytes.
pub(crate) fn formula(row: u16, column: u16, value: [u8; 8], flags: u16) -> Vec<u8> {
    let mut bytes = cell(row, column);
    bytes.extend(value);
    bytes.extend(flags.to_le_bytes());
    bytes.extend([0; 6]);
    record(0x06, &bytes)
}

/// `BLANK`: a cell of a format and nothing else.
pub(crate) fn blank(row: u16, column: u16, format: u16) -> Vec<u8> {
    let cell: Vec<u8> = [row, column, format]
        .iter()
        .flat_map(|value| value.to_le_bytes())
        .collect();
    record(0x0201, &cell)
}

/// `XF`: a cell format with the styles of its four sides, four bits each.
pub(crate) fn cell_format(sides: u16) -> Vec<u8> {
    let mut bytes = [0; 20];
    bytes[10..12].copy_from_slice(&sides.to_le_bytes());
    record(0xE0, &bytes)
}

/// The record of a cell with another format.
pub(crate) fn with_format(mut cell: Vec<u8>, format: u16) -> Vec<u8> {
    cell[8..10].copy_from_slice(&format.to_le_bytes());
    cell
}

/// `MERGEDCELLS`: areas as first row, last row, first column, last column.
pub(crate) fn merged(areas: &[[u16; 4]]) -> Vec<u8> {
    let mut bytes = (areas.len() as u16).to_le_bytes().to_vec();
    bytes.extend(areas.iter().flatten().flat_map(|value| value.to_le_bytes()));
    record(0xE5, &bytes)
}

/// `SST` of texts.
pub(crate) fn shared_texts(texts: &[&str]) -> Vec<u8> {
    let count = (texts.len() as u32).to_le_bytes();
    let mut bytes = [count, count].concat();
    for content in texts {
        bytes.extend(text(content));
    }
    record(0xFC, &bytes)
}

/// A sheet of a workbook: its records, and whether it shows (0), is hidden (1) or very hidden (2).
pub(crate) struct Tab {
    pub(crate) state: u8,
    pub(crate) kind: u8,
    pub(crate) records: Vec<u8>,
}

/// A worksheet that shows.
pub(crate) fn tab(records: &[Vec<u8>]) -> Tab {
    Tab {
        state: 0,
        kind: 0,
        records: records.concat(),
    }
}

/// The stream of a workbook: records of its own, then sheets.
pub(crate) fn stream(globals: &[Vec<u8>], tabs: &[Tab]) -> Vec<u8> {
    let name = [1, 0, b'A'];
    let head = [begin(5), globals.concat()].concat();
    let bound = 4 + 6 + name.len();
    let mut start = head.len() + tabs.len() * bound + end().len();
    let mut out = head;
    let mut sheets = Vec::new();
    for tab in tabs {
        let mut bytes = (start as u32).to_le_bytes().to_vec();
        bytes.extend([tab.state, tab.kind]);
        bytes.extend(name);
        out.extend(record(0x85, &bytes));
        let sheet = [begin(0x10), tab.records.clone(), end()].concat();
        start += sheet.len();
        sheets.extend(sheet);
    }
    out.extend(end());
    out.extend(sheets);
    out
}

/// A workbook in its container.
pub(crate) fn workbook(globals: &[Vec<u8>], tabs: &[Tab]) -> Vec<u8> {
    write(&[Node::Stream("Workbook", stream(globals, tabs))])
}

/// A workbook of one sheet.
pub(crate) fn sheet(records: &[Vec<u8>]) -> Vec<u8> {
    workbook(&[], &[tab(records)])
}
