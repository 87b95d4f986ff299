//! Sheets have no tables, only cells: where a table begins and ends.

use crate::support::workbook::{blank, cell_format, label, merged, number, sheet, tab, workbook};
use crate::support::{document, read, sketch};
use gouji::reader::ReadErrorKind;

/// A sheet of rows, each cell as column and text.
fn cells(rows: &[(u16, &[(u16, &str)])], areas: &[[u16; 4]]) -> Vec<String> {
    let mut records: Vec<Vec<u8>> = Vec::new();
    for (row, cells) in rows {
        for (column, text) in *cells {
            records.push(label(*row, *column, text));
        }
    }
    records.push(merged(areas));
    sketch(&document(&sheet(&records)))
}

#[test]
fn lines_of_text_between_tables_are_paragraphs() {
    let rows: &[(u16, &[(u16, &str)])] = &[
        (0, &[(0, "年报")]),
        (1, &[(0, "一、总体情况\n全年收到申请。")]),
        (2, &[(0, "二、主动公开")]),
        (3, &[(0, "甲"), (1, "1")]),
        (4, &[(0, "乙"), (1, "2")]),
        (5, &[(0, "三、收到")]),
        (6, &[(0, "丙"), (1, "3"), (2, "4")]),
    ];
    assert_eq!(
        cells(rows, &[[0, 0, 0, 3], [5, 5, 0, 2]]),
        [
            "p 年报",
            "p 一、总体情况",
            "p 全年收到申请。",
            "p 二、主动公开",
            "grid 2",
            "0,0 甲",
            "0,1 1",
            "1,0 乙",
            "1,1 2",
            "p 三、收到",
            "grid 1",
            "0,0 丙",
            "0,1 3",
            "0,2 4"
        ]
    );
}

#[test]
fn a_heading_across_a_table_belongs_to_it() {
    let rows: &[(u16, &[(u16, &str)])] = &[
        (0, &[(0, "甲"), (1, "1")]),
        (1, &[(0, "第二部分")]),
        (2, &[(0, "乙"), (1, "2")]),
    ];
    assert_eq!(
        cells(rows, &[[1, 1, 0, 1]]),
        [
            "grid 3",
            "0,0 甲",
            "0,1 1",
            "1,0+1,2 第二部分",
            "2,0 乙",
            "2,1 2"
        ]
    );
}

#[test]
fn a_heading_with_a_border_at_the_top_belongs_to_its_table() {
    let rows = |format| {
        let cell = |row, column, text| {
            let mut bytes = label(row, column, text);
            bytes[8..10].copy_from_slice(&u16::to_le_bytes(format));
            bytes
        };
        [
            cell(0, 0, "第一部分"),
            cell(1, 0, "甲"),
            cell(1, 1, "1"),
            merged(&[[0, 0, 0, 1]]),
        ]
    };
    let bytes = |format| {
        workbook(
            &[cell_format(0), cell_format(0x1111)],
            &[tab(&rows(format))],
        )
    };
    assert_eq!(
        sketch(&document(&bytes(1))),
        ["grid 2", "0,0+1,2 第一部分", "1,0 甲", "1,1 1"]
    );
    assert_eq!(
        sketch(&document(&bytes(0))),
        ["p 第一部分", "grid 1", "0,0 甲", "0,1 1"]
    );
}

#[test]
fn blank_rows_end_a_table() {
    let rows: &[(u16, &[(u16, &str)])] =
        &[(0, &[(0, "甲"), (1, "1")]), (2, &[(0, "乙"), (1, "2")])];
    assert_eq!(
        cells(rows, &[]),
        ["grid 1", "0,0 甲", "0,1 1", "grid 1", "0,0 乙", "0,1 2"]
    );
}

#[test]
fn a_table_away_from_the_corner_begins_where_its_cells_do() {
    let rows: &[(u16, &[(u16, &str)])] =
        &[(50, &[(7, "甲"), (9, "1")]), (51, &[(8, "乙"), (9, "2")])];
    assert_eq!(
        cells(rows, &[]),
        [
            "grid 2", "0,0 甲", "0,1 ", "0,2 1", "1,0 ", "1,1 乙", "1,2 2"
        ]
    );
}

#[test]
fn blank_cells_stay_in_their_columns() {
    let rows: &[(u16, &[(u16, &str)])] = &[
        (0, &[(0, "甲"), (1, "乙"), (2, "丙")]),
        (1, &[(0, "1"), (2, "3")]),
    ];
    assert_eq!(cells(rows, &[])[4..], ["1,0 1", "1,1 ", "1,2 3"]);
}

#[test]
fn a_label_with_blank_cells_behind_it_is_a_line_of_the_table() {
    let rows = |format| {
        [
            label(0, 0, "甲"),
            label(0, 1, "1"),
            label(1, 0, "乙"),
            blank(1, 1, format),
            label(2, 0, "丙"),
            label(2, 1, "2"),
        ]
    };
    let bytes = |format| {
        workbook(
            &[cell_format(0), cell_format(0x1111)],
            &[tab(&rows(format))],
        )
    };
    assert_eq!(
        sketch(&document(&bytes(1))),
        [
            "grid 3", "0,0 甲", "0,1 1", "1,0 乙", "1,1 ", "2,0 丙", "2,1 2"
        ]
    );
    // Without a border the cell is not there.
    assert_eq!(
        sketch(&document(&bytes(0))),
        [
            "grid 1", "0,0 甲", "0,1 1", "p 乙", "grid 1", "0,0 丙", "0,1 2"
        ]
    );
}

#[test]
fn merged_areas_down_and_across() {
    let rows: &[(u16, &[(u16, &str)])] = &[
        (0, &[(0, "甲"), (2, "1")]),
        (1, &[(2, "2")]),
        (3, &[(0, "乙"), (1, "丙"), (2, "4")]),
    ];
    assert_eq!(
        cells(rows, &[[0, 2, 0, 1], [0, 0, 0, 0]]),
        [
            "grid 4",
            "0,0+3,2 甲",
            "0,2 1",
            "1,2 2",
            "2,2 ",
            "3,0 乙",
            "3,1 丙",
            "3,2 4"
        ]
    );
}

#[test]
fn of_overlapping_areas_the_first_counts() {
    let rows: &[(u16, &[(u16, &str)])] =
        &[(0, &[(0, "甲"), (1, "乙"), (3, "1")]), (1, &[(3, "2")])];
    assert_eq!(
        cells(rows, &[[0, 1, 0, 1], [0, 0, 1, 2], [1, 2, 1, 2]]),
        ["grid 2", "0,0+2,2 甲", "0,3 1", "1,3 2"]
    );
}

#[test]
fn an_extent_of_millions_of_cells_costs_nothing() {
    let records = [
        label(0, 0, "甲"),
        number(0, 1, 1.0),
        merged(&[[1, 0xFFFF, 0, 255]]),
        label(0xFFFF, 255, "乙"),
    ];
    let bytes = sheet(&records);
    assert!(bytes.len() < 3_000);
    assert_eq!(sketch(&document(&bytes)), ["grid 1", "0,0 甲", "0,1 1"]);
    // One filled area over the whole sheet.
    let records = [
        label(0, 0, "甲"),
        label(3, 3, "乙"),
        merged(&[[0, 0xFFFF, 0, 255]]),
    ];
    assert_eq!(
        sketch(&document(&sheet(&records))),
        ["grid 1", "0,0+1,256 甲"]
    );
}

#[test]
fn more_cells_than_the_cap_are_too_large() {
    let mut records = Vec::new();
    for row in 0..1_000 {
        for column in 0..101 {
            records.extend(number(row, column, 1.0));
        }
    }
    let bytes = sheet(&[records]);
    assert_eq!(
        read(&bytes).expect_err("refused").kind(),
        ReadErrorKind::TooLarge
    );
}
