//! Workbooks of Excel 97 to 2003, each test named after what can go wrong.

use crate::support::compound::{Node, write};
use crate::support::workbook::*;
use crate::support::{document, read, sketch};
use gouji::reader::{Format, ReadErrorKind};

fn cells(records: &[Vec<u8>]) -> Vec<String> {
    sketch(&document(&sheet(records)))
}

fn kind(bytes: &[u8]) -> ReadErrorKind {
    let error = read(bytes).expect_err("refused");
    error.kind()
}

/// A row that makes the cells beside it a table.
fn head() -> Vec<u8> {
    [label(0, 0, "甲"), label(0, 1, "乙")].concat()
}

#[test]
fn numbers_in_all_their_forms() {
    let rows = [
        label(0, 0, "甲"),
        number(0, 1, 186.4275),
        // 12 as an integer, 1234 in hundredths, -5, and 0.5 as half a floating-point number.
        small_numbers(1, 0, &[12 << 2 | 2, 1234 << 2 | 3]),
        small_number(2, 0, (-5_i32).cast_unsigned() << 2 | 2),
        small_number(2, 1, (0.5_f64.to_bits() >> 32) as u32),
        small_number(3, 0, (1250_f64.to_bits() >> 32) as u32 | 1),
        label(3, 1, "丙"),
    ];
    assert_eq!(
        cells(&rows),
        [
            "grid 4",
            "0,0 甲",
            "0,1 186.4275",
            "1,0 12",
            "1,1 12.34",
            "2,0 -5",
            "2,1 0.5",
            "3,0 12.5",
            "3,1 丙"
        ]
    );
}

#[test]
fn numbers_stored_as_text_are_text() {
    let rows = [head(), label(1, 0, "１２"), label(1, 1, " 3 ")];
    assert_eq!(cells(&rows)[3..], ["1,0 １２", "1,1  3 "]);
}

#[test]
fn zero_shown_as_blank_is_zero() {
    let rows = [head(), small_number(1, 0, 2), number(1, 1, 0.0)];
    assert_eq!(cells(&rows)[3..], ["1,0 0", "1,1 0"]);
}

#[test]
fn formulas_with_a_value() {
    let text_follows = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF];
    let truth = [1, 0, 1, 0, 0, 0, 0xFF, 0xFF];
    let error = [2, 0, 0x17, 0, 0, 0, 0xFF, 0xFF];
    let nothing = [3, 0, 0, 0, 0, 0, 0xFF, 0xFF];
    let rows = [
        head(),
        formula(1, 0, 46.0_f64.to_le_bytes(), 0),
        formula(1, 1, text_follows, 0),
        // The shared formula itself may stand between the cell and its text.
        record(0x04BC, &[0; 10]),
        record(0x0207, &text("结果")),
        formula(2, 0, truth, 0),
        formula(2, 1, error, 0),
        formula(3, 0, nothing, 0),
        label(3, 1, "丁"),
    ];
    assert_eq!(
        cells(&rows)[3..],
        [
            "1,0 46",
            "1,1 结果",
            "2,0 TRUE",
            "2,1 #REF!",
            "3,0 ",
            "3,1 丁"
        ]
    );
}

#[test]
fn a_formula_without_a_value_is_blank() {
    let nothing = [3, 0, 0, 0, 0, 0, 0xFF, 0xFF];
    let rows = [head(), formula(1, 0, nothing, 2), number(1, 1, 5.0)];
    assert_eq!(cells(&rows)[3..], ["1,0 ", "1,1 5"]);
}

#[test]
fn a_formula_that_is_worked_out_on_opening_keeps_its_zero() {
    // Excel itself writes such formulas.
    let rows = [head(), formula(1, 0, [0; 8], 2), formula(1, 1, [0; 8], 3)];
    assert_eq!(cells(&rows)[3..], ["1,0 0", "1,1 0"]);
}

#[test]
fn formulas_under_the_numbers_of_earlier_versions() {
    let mut records = [
        formula(1, 0, 7.0_f64.to_le_bytes(), 0),
        formula(1, 1, 8.0_f64.to_le_bytes(), 0),
    ];
    records[0][1] = 2;
    records[1][1] = 4;
    let rows = [vec![head()], records.to_vec()].concat();
    assert_eq!(cells(&rows)[3..], ["1,0 7", "1,1 8"]);
}

#[test]
fn texts_that_cells_share() {
    let texts = shared_texts(&["甲", "ab", "", "é"]);
    let bytes = workbook(
        &[texts],
        &[tab(&[
            shared(0, 0, 1),
            shared(0, 1, 0),
            shared(1, 0, 3),
            shared(1, 1, 2),
        ])],
    );
    assert_eq!(
        sketch(&document(&bytes)),
        ["grid 2", "0,0 ab", "0,1 甲", "1,0 é", "1,1 "]
    );
}

#[test]
fn a_shared_text_cut_in_two_that_changes_its_width() {
    // Eight characters, the first three of one byte, the rest of two in the next record.
    let mut first = [1_u32.to_le_bytes(), 1_u32.to_le_bytes()].concat();
    first.extend([8, 0, 0]);
    first.extend(b"abc");
    let mut second = vec![1];
    second.extend("年报xyz".encode_utf16().flat_map(u16::to_le_bytes));
    let globals = [record(0xFC, &first), record(0x3C, &second)];
    let bytes = workbook(&globals, &[tab(&[shared(0, 0, 0), number(0, 1, 1.0)])]);
    assert_eq!(sketch(&document(&bytes))[1], "0,0 abc年报xyz");
}

#[test]
fn a_shared_text_cut_in_front_of_its_characters() {
    let mut first = [2_u32.to_le_bytes(), 2_u32.to_le_bytes()].concat();
    first.extend([2, 0, 0]);
    let mut second = vec![0];
    second.extend(b"ab");
    second.extend(text("年报"));
    let globals = [record(0xFC, &first), record(0x3C, &second)];
    let bytes = workbook(&globals, &[tab(&[shared(0, 0, 0), shared(0, 1, 1)])]);
    assert_eq!(sketch(&document(&bytes))[1..], ["0,0 ab", "0,1 年报"]);
}

#[test]
fn formatting_runs_and_phonetics_behind_a_shared_text_are_passed() {
    let mut first = [2_u32.to_le_bytes(), 2_u32.to_le_bytes()].concat();
    // Wide, rich, phonetic; two runs of four bytes, five bytes of phonetics, cut in the middle of the runs.
    first.extend([1, 0, 0x0D, 2, 0, 5, 0, 0, 0]);
    first.extend("年".encode_utf16().flat_map(u16::to_le_bytes));
    first.extend([9; 3]);
    let mut second = vec![9; 10];
    second.extend(text("报"));
    let globals = [record(0xFC, &first), record(0x3C, &second)];
    let bytes = workbook(&globals, &[tab(&[shared(0, 0, 0), shared(0, 1, 1)])]);
    assert_eq!(sketch(&document(&bytes))[1..], ["0,0 年", "0,1 报"]);
}

#[test]
fn a_shared_text_that_is_not_there_is_damage() {
    let bytes = workbook(&[shared_texts(&["甲"])], &[tab(&[shared(0, 0, 1)])]);
    assert_eq!(kind(&bytes), ReadErrorKind::Damaged);
}

#[test]
fn a_wrong_count_of_shared_texts_does_not_matter() {
    let mut texts = shared_texts(&["甲", "乙"]);
    texts[4..12].fill(0);
    let bytes = workbook(&[texts], &[tab(&[shared(0, 0, 1), shared(0, 1, 0)])]);
    assert_eq!(sketch(&document(&bytes))[1..], ["0,0 乙", "0,1 甲"]);
}

#[test]
fn a_merged_area_has_the_text_of_its_first_cell() {
    let rows = [
        label(0, 0, "甲"),
        label(0, 1, "不显示"),
        label(1, 0, "不显示"),
        number(0, 2, 1.0),
        number(1, 2, 2.0),
        merged(&[[0, 1, 0, 1]]),
    ];
    assert_eq!(cells(&rows), ["grid 2", "0,0+2,2 甲", "0,2 1", "1,2 2"]);
}

#[test]
fn hidden_rows_and_columns_are_left_out() {
    let row = |number: u16, options: u8| {
        let mut bytes = number.to_le_bytes().to_vec();
        bytes.extend([0; 10]);
        bytes.extend([options, 1, 0, 0]);
        record(0x0208, &bytes)
    };
    let columns = |first: u8, last: u8, width: u8, options: u8| {
        record(
            0x7D,
            &[first, 0, last, 0, width, 8, 15, 0, options, 0, 0, 0],
        )
    };
    let rows = [
        row(0, 0),
        row(1, 0x20),
        columns(1, 1, 0, 1),
        columns(3, 3, 1, 0),
        label(0, 0, "甲"),
        label(0, 1, "隐藏"),
        label(0, 2, "乙"),
        label(1, 0, "隐藏"),
        label(1, 2, "隐藏"),
        label(2, 0, "丙"),
        label(2, 1, "隐藏"),
        label(2, 2, "丁"),
        label(2, 3, "戊"),
        // Of an area a hidden part is gone, the text of its first cell stays.
        label(0, 4, "己"),
        merged(&[[0, 2, 4, 5]]),
    ];
    assert_eq!(
        cells(&rows),
        [
            "grid 2",
            "0,0 甲",
            "0,1 乙",
            "0,2 ",
            "0,3+2,2 己",
            "1,0 丙",
            "1,1 丁",
            "1,2 戊"
        ]
    );
}

#[test]
fn hidden_sheets_charts_and_macros_are_left_out() {
    let text = |content| vec![label(0, 0, content), number(0, 1, 1.0)];
    let other = |state, kind| Tab {
        state,
        kind,
        ..tab(&text("隐藏"))
    };
    let bytes = workbook(
        &[],
        &[
            other(1, 0),
            other(2, 0),
            other(0, 2),
            other(0, 6),
            tab(&text("甲")),
        ],
    );
    assert_eq!(sketch(&document(&bytes)), ["grid 1", "0,0 甲", "0,1 1"]);
}

#[test]
fn several_sheets_one_after_the_other() {
    let text = |content| tab(&[label(0, 0, content), number(0, 1, 1.0)]);
    let bytes = workbook(&[], &[text("甲"), text("乙")]);
    assert_eq!(
        sketch(&document(&bytes)),
        ["grid 1", "0,0 甲", "0,1 1", "grid 1", "0,0 乙", "0,1 1"]
    );
}

#[test]
fn a_chart_on_the_sheet_has_its_own_end() {
    let rows = [
        label(0, 0, "甲"),
        begin(0x20),
        label(0, 0, "图"),
        end(),
        number(0, 1, 1.0),
    ];
    assert_eq!(cells(&rows), ["grid 1", "0,0 甲", "0,1 1"]);
}

#[test]
fn a_workbook_without_container() {
    let bytes = stream(&[], &[tab(&[label(0, 0, "甲"), number(0, 1, 1.0)])]);
    let (format, document) = read(&bytes).expect("readable");
    assert_eq!((format, sketch(&document).len()), (Format::Xls, 3));
}

#[test]
fn a_password_is_told() {
    let bytes = workbook(&[record(0x2F, &[1, 0, 1, 0, 1, 0])], &[tab(&[])]);
    assert_eq!(kind(&bytes), ReadErrorKind::Encrypted);
}

#[test]
fn excel_95_and_before_are_told_by_name() {
    let mut old = record(0x0809, &[0, 5, 5, 0, 0, 0, 0, 0]);
    old.extend(end());
    let in_container = write(&[Node::Stream("Book", old.clone())]);
    for bytes in [
        in_container,
        old,
        b"\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00".to_vec(),
        b"\x09\x02\x06\x00\x00\x00\x10\x00\x00\x00".to_vec(),
        b"\x09\x00\x04\x00\x00\x00\x10\x00".to_vec(),
    ] {
        let error = read(&bytes).expect_err("refused");
        assert_eq!(
            (error.kind(), error.part()),
            (ReadErrorKind::TooOld, Some("excel-95")),
            "{bytes:?}"
        );
    }
}

#[test]
fn a_stream_that_breaks_off_is_truncated() {
    let whole = stream(
        &[shared_texts(&["甲"])],
        &[tab(&[
            shared(0, 0, 0),
            number(0, 1, 1.0),
            merged(&[[0, 1, 0, 0]]),
        ])],
    );
    for end in 8..whole.len() {
        assert_eq!(kind(&whole[..end]), ReadErrorKind::Truncated, "{end}");
    }
}

#[test]
fn a_text_shared_by_a_million_cells_grows_nothing() {
    let long = "年".repeat(30_000);
    let mut records = Vec::new();
    for row in 0..2_000 {
        for column in 0..4 {
            records.extend(shared(row, column, 0));
        }
    }
    // Too long for one record: in pieces, each with its own width.
    let units: Vec<u8> = long.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut first = [1_u32.to_le_bytes(), 1_u32.to_le_bytes()].concat();
    first.extend(30_000_u16.to_le_bytes());
    first.push(1);
    let mut globals = Vec::new();
    let (head, rest) = units.split_at(8_000);
    first.extend(head);
    globals.push(record(0xFC, &first));
    for piece in rest.chunks(8_000) {
        globals.push(record(0x3C, &[&[1], piece].concat()));
    }
    let bytes = workbook(&globals, &[tab(&[records])]);
    assert_eq!(kind(&bytes), ReadErrorKind::TooLarge);
}
