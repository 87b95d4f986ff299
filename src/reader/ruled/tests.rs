//! Drawings and what is read of them.

use super::document;
use crate::document::{Block, Document};
use crate::reader::drawing::{Page, Piece, Ruling};

/// The size of all signs, in hundredths of a point.
const SIZE: i32 = 1_000;

fn page() -> Page {
    Page {
        number: 1,
        width: 59_500,
        height: 84_200,
        ..Page::default()
    }
}

/// Text from a place on: characters are as wide as the size, ASCII half of it.
fn text(page: &mut Page, x: i32, y: i32, text: &str) {
    let mut left = x;
    for c in text.chars() {
        let right = left + if c.is_ascii() { SIZE / 2 } else { SIZE };
        page.texts.push(Piece {
            text: c.to_string(),
            left,
            top: y,
            right,
            bottom: y + SIZE,
            vertical: false,
        });
        left = right;
    }
}

fn width(text: &str) -> i32 {
    text.chars()
        .map(|c| if c.is_ascii() { SIZE / 2 } else { SIZE })
        .sum()
}

fn ruling(page: &mut Page, x0: i32, y0: i32, x1: i32, y1: i32) {
    page.rulings.push(Ruling { x0, y0, x1, y1 });
}

/// A box with a line of text in the middle.
fn cell(page: &mut Page, [x0, y0, x1, y1]: [i32; 4], content: &str) {
    for (a, b) in [
        ((x0, y0), (x1, y0)),
        ((x1, y0), (x1, y1)),
        ((x1, y1), (x0, y1)),
        ((x0, y1), (x0, y0)),
    ] {
        ruling(page, a.0, a.1, b.0, b.1);
    }
    text(
        page,
        (x0 + x1 - width(content)) / 2,
        (y0 + y1 - SIZE) / 2,
        content,
    );
}

fn sketch(document: &Document) -> Vec<String> {
    let mut out = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => out.push(format!("p {}", paragraph.text)),
            Block::Grid(grid) => out.extend(grid.cells().iter().map(|cell| {
                format!(
                    "{},{}+{},{} {}",
                    cell.row, cell.column, cell.row_span, cell.column_span, cell.text
                )
            })),
        }
    }
    out
}

fn read(page: Page) -> Vec<String> {
    sketch(&document(vec![page]).unwrap())
}

#[test]
fn cells_that_span_rows_and_columns() {
    let mut page = page();
    cell(&mut page, [5_000, 5_000, 10_000, 9_000], "甲");
    cell(&mut page, [10_000, 5_000, 20_000, 7_000], "乙");
    cell(&mut page, [10_000, 7_000, 15_000, 9_000], "1");
    cell(&mut page, [15_000, 7_000, 20_000, 9_000], "2");
    assert_eq!(
        read(page),
        ["0,0+2,1 甲", "0,1+1,2 乙", "1,1+1,1 1", "1,2+1,1 2"]
    );
}

#[test]
fn lines_drawn_twice_side_by_side_and_in_pieces_are_one() {
    let mut page = page();
    cell(&mut page, [5_000, 5_000, 10_000, 7_000], "甲");
    cell(&mut page, [10_100, 5_050, 15_000, 7_100], "1");
    // A double border around, and a line below in dashes.
    ruling(&mut page, 4_850, 4_850, 15_150, 4_850);
    for start in (5_000..15_000).step_by(500) {
        ruling(&mut page, start, 9_000, start + 300, 9_000);
    }
    ruling(&mut page, 5_000, 7_000, 5_000, 9_000);
    ruling(&mut page, 15_000, 7_000, 15_000, 9_000);
    text(&mut page, 9_000, 7_500, "乙");
    assert_eq!(read(page), ["0,0+1,1 甲", "0,1+1,1 1", "1,0+1,2 乙"]);
}

#[test]
fn a_table_without_outer_lines_ends_where_its_lines_end() {
    let mut page = page();
    for y in [5_000, 7_000, 9_000] {
        ruling(&mut page, 5_000, y, 20_000, y);
    }
    ruling(&mut page, 12_000, 5_000, 12_000, 9_000);
    text(&mut page, 6_000, 5_500, "甲");
    text(&mut page, 13_000, 5_500, "1");
    text(&mut page, 6_000, 7_500, "乙");
    text(&mut page, 13_000, 7_500, "2");
    assert_eq!(
        read(page),
        ["0,0+1,1 甲", "0,1+1,1 1", "1,0+1,1 乙", "1,1+1,1 2"]
    );
}

#[test]
fn a_number_wrapped_in_a_narrow_cell_is_one_number() {
    let mut page = page();
    cell(&mut page, [5_000, 5_000, 10_000, 9_000], "甲");
    cell(&mut page, [10_000, 5_000, 12_600, 9_000], "");
    text(&mut page, 10_300, 5_500, "1274");
    text(&mut page, 10_300, 6_800, "567");
    assert_eq!(read(page), ["0,0+1,1 甲", "0,1+1,1 1274567"]);
}

#[test]
fn two_numbers_below_each_other_stay_two() {
    let mut page = page();
    cell(&mut page, [5_000, 5_000, 10_000, 9_000], "甲");
    cell(&mut page, [10_000, 5_000, 16_000, 9_000], "");
    text(&mut page, 12_000, 5_500, "12");
    text(&mut page, 12_000, 6_800, "74");
    assert_eq!(read(page), ["0,0+1,1 甲", "0,1+1,1 12\n74"]);
}

#[test]
fn a_number_too_wide_for_its_cell_stays_in_it() {
    let mut page = page();
    cell(&mut page, [5_000, 5_000, 8_000, 7_000], "1234567");
    cell(&mut page, [8_000, 5_000, 11_000, 7_000], "7654321");
    cell(&mut page, [11_000, 5_000, 14_000, 7_000], "0");
    assert_eq!(
        read(page),
        ["0,0+1,1 1234567", "0,1+1,1 7654321", "0,2+1,1 0"]
    );
}

#[test]
fn a_number_that_could_be_of_two_cells_is_of_none() {
    let mut page = page();
    cell(&mut page, [5_000, 5_000, 7_000, 7_000], "");
    cell(&mut page, [7_000, 5_000, 9_000, 7_000], "");
    cell(&mut page, [9_000, 5_000, 11_000, 7_000], "");
    text(&mut page, 5_200, 5_500, "1234567");
    for line in read(page).iter().take(2) {
        assert!(line.contains('\u{fffd}'), "{line}");
    }
}

fn doubtful(page: Page) -> Vec<(String, bool)> {
    let document = document(vec![page]).unwrap();
    let grids = document.blocks.iter().filter_map(|block| match block {
        Block::Grid(grid) => Some(grid),
        Block::Paragraph(_) => None,
    });
    grids
        .flat_map(|grid| grid.cells())
        .map(|cell| (cell.text.clone(), cell.doubtful))
        .collect()
}

#[test]
fn a_number_that_reaches_the_next_one_ends_where_its_digits_leave_their_step() {
    for shift in [-60, 60] {
        let mut page = page();
        cell(&mut page, [5_000, 5_000, 8_000, 7_000], "");
        cell(&mut page, [8_000, 5_000, 11_000, 7_000], "");
        text(&mut page, 5_400, 5_500, "23456");
        text(&mut page, 7_900 + shift, 5_500, "789");
        let expected = [("23456".to_owned(), false), ("789".to_owned(), false)];
        assert_eq!(doubtful(page), expected, "{shift}");
    }
    // In step it may be one number.
    let mut page = page();
    cell(&mut page, [5_000, 5_000, 8_000, 7_000], "");
    cell(&mut page, [8_000, 5_000, 11_000, 7_000], "");
    text(&mut page, 5_400, 5_500, "23456789");
    assert!(doubtful(page).iter().all(|(_, is_doubtful)| *is_doubtful));
}

#[test]
fn what_stands_exactly_behind_a_text_cut_off_may_be_its_rest() {
    for (left, is_doubtful) in [(8_100, true), (8_400, false)] {
        let mut page = page();
        cell(&mut page, [5_000, 5_000, 8_000, 7_000], "");
        cell(&mut page, [8_000, 5_000, 11_000, 7_000], "");
        text(&mut page, 5_600, 5_500, "12345");
        page.texts.last_mut().unwrap().text.push('\u{fffd}');
        text(&mut page, left, 5_500, "67");
        let expected = [
            ("12345\u{fffd}".to_owned(), true),
            ("67".to_owned(), is_doubtful),
        ];
        assert_eq!(doubtful(page), expected, "{left}");
    }
}

#[test]
fn numbers_close_to_the_same_line_stay_apart() {
    let mut page = page();
    cell(&mut page, [5_000, 5_000, 8_000, 7_000], "");
    cell(&mut page, [8_000, 5_000, 11_000, 7_000], "");
    text(&mut page, 6_400, 5_500, "123");
    text(&mut page, 8_100, 5_500, "456");
    assert_eq!(read(page), ["0,0+1,1 123", "0,1+1,1 456"]);
}

#[test]
fn bold_by_drawing_twice_is_read_once() {
    let mut page = page();
    for shift in [0, 40] {
        text(&mut page, 5_000 + shift, 5_000, "二、主动公开政府信息情况");
    }
    // Sign by sign, too.
    let mut signs = page.clone();
    signs.texts.truncate(12);
    signs.texts = signs
        .texts
        .iter()
        .flat_map(|sign| [sign.clone(), sign.clone()])
        .collect();
    for page in [page, signs] {
        assert_eq!(read(page), ["p 二、主动公开政府信息情况"]);
    }
}

#[test]
fn vertical_labels_read_downwards() {
    let mut page = page();
    cell(&mut page, [5_000, 5_000, 8_000, 20_000], "");
    cell(&mut page, [8_000, 5_000, 11_000, 20_000], "1");
    for (at, c) in "三、本年度".chars().enumerate() {
        text(&mut page, 6_000, 6_000 + 1_000 * at as i32, &c.to_string());
        page.texts.last_mut().unwrap().vertical = true;
    }
    assert_eq!(read(page), ["0,0+1,1 三、本年度", "0,1+1,1 1"]);
}

#[test]
fn wrapped_lines_are_one_paragraph_and_a_frame_is_no_table() {
    let mut page = page();
    cell(&mut page, [1_000, 1_000, 58_500, 83_000], "");
    text(
        &mut page,
        7_000,
        5_000,
        "本机关按照条例做好主动公开、依申请公开各项工作，本报告",
    );
    text(
        &mut page,
        5_000,
        7_000,
        "所列数据的统计期限自一月一日起，到十二月三十一日止。",
    );
    text(&mut page, 7_000, 9_000, "二、主动公开");
    assert_eq!(
        read(page),
        [
            "p 本机关按照条例做好主动公开、依申请公开各项工作，本报告所列数据的统计期限自一月一日起，到十二月三十一日止。",
            "p 二、主动公开"
        ]
    );
}

#[test]
fn headers_footers_and_page_numbers_are_left_out() {
    let mut pages = Vec::new();
    for number in 1..=2 {
        let mut page = page();
        page.number = number;
        text(
            &mut page,
            5_000,
            2_000,
            &format!("示例市示例局 2024 年报 {number}"),
        );
        text(&mut page, 5_000, 20_000, &format!("第{number}段。"));
        text(&mut page, 29_000, 81_000, &format!("- {number} -"));
        pages.push(page);
    }
    assert_eq!(
        sketch(&document(pages).unwrap()),
        ["p 第1段。", "p 第2段。"]
    );
}

#[test]
fn tables_and_text_know_their_page() {
    let mut second = page();
    second.number = 2;
    cell(&mut second, [5_000, 15_000, 8_000, 17_000], "甲");
    cell(&mut second, [8_000, 15_000, 11_000, 17_000], "1");
    text(&mut second, 5_000, 20_000, "文字");
    let document = document(vec![page(), second]).unwrap();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => assert_eq!(paragraph.page, Some(2)),
            Block::Grid(grid) => assert!(grid.cells().iter().all(|cell| cell.page == Some(2))),
        }
    }
    assert_eq!(document.blocks.len(), 2);
}

#[test]
fn work_without_end_is_refused() {
    // Boxes beside each other, each with a sign; rows of figures that share no column.
    let mut boxes = page();
    let mut figures = page();
    for at in 0..120_000 {
        let (x, y) = (at % 400 * 1_000, at / 400 * 1_000);
        for (a, b) in [
            ((0, 0), (600, 0)),
            ((600, 0), (600, 600)),
            ((600, 600), (0, 600)),
            ((0, 600), (0, 0)),
        ] {
            ruling(&mut boxes, x + a.0, y + a.1, x + b.0, y + b.1);
        }
        text(&mut boxes, x, y, "字");
        let (x, y) = (at % 3_000, at / 3_000);
        text(&mut figures, x * 1_700 + y * 7, y * 1_500, "1");
    }
    for page in [boxes, figures] {
        let error = document(vec![page]).unwrap_err();
        assert_eq!(error.kind(), crate::reader::ReadErrorKind::TooLarge);
    }
}
