//! Documents of Word 97 to 2003 and of WPS, each test named after what can go wrong.

use crate::support::compound::{Node, write};
use crate::support::word::*;
use crate::support::{read, sketch};
use gouji::reader::{Format, ReadErrorKind};

fn lines(bytes: &[u8]) -> Vec<String> {
    let (format, document) = read(bytes).expect("readable");
    assert_eq!(format, Format::Doc);
    sketch(&document)
}

fn kind(bytes: &[u8]) -> ReadErrorKind {
    read(bytes).expect_err("refused").kind()
}

const TWO: [i16; 3] = [0, 1000, 2000];

/// A paragraph, a table of two rows, a paragraph.
fn plain() -> Vec<Paragraph> {
    let rows = [row(&["甲", "1"], &TWO, &[]), row(&["b", "23"], &TWO, &[])].concat();
    [
        vec![paragraph("一、总体情况")],
        rows,
        vec![paragraph("End 2024")],
    ]
    .concat()
}

const PLAIN: [&str; 7] = [
    "p 一、总体情况",
    "grid 2",
    "0,0 甲",
    "0,1 1",
    "1,0 b",
    "1,1 23",
    "p End 2024",
];

#[test]
fn paragraphs_and_tables_in_order() {
    assert_eq!(lines(&document(&plain())), PLAIN);
}

#[test]
fn pieces_with_one_byte_for_each_character() {
    let bytes = streams(&plain(), Layout::Compressed, Form::Plain, &[]).contain();
    assert_eq!(lines(&bytes), PLAIN);
    // Quotes and dashes of Windows have places of their own.
    let mut paragraph = paragraph("x");
    paragraph.mark = 0x0D;
    let mut streams = streams(&[paragraph], Layout::Compressed, Form::Plain, &[]);
    let at = streams
        .text
        .windows(2)
        .rposition(|pair| pair == b"x\r")
        .expect("text");
    streams.text[at] = 0x93;
    assert_eq!(lines(&streams.contain()), ["p \u{201c}"]);
}

#[test]
fn pieces_in_another_order_than_the_text_as_saved_fast() {
    let bytes = streams(&plain(), Layout::Backwards, Form::Plain, &[]).contain();
    assert_eq!(lines(&bytes), PLAIN);
}

#[test]
fn a_piece_that_puts_its_paragraphs_into_a_table_as_saved_fast() {
    let mut paragraphs = plain();
    // One property in the piece itself: in a table, and the end of a row.
    for paragraph in &mut paragraphs[1..3] {
        paragraph.properties.clear();
        paragraph.modifier = 0x18 << 1 | 1 << 8;
    }
    // Properties that the piece points at.
    let modifier = paragraphs[3].properties.clone();
    paragraphs[3].properties.clear();
    paragraphs[3].modifier = 1;
    let bytes = streams(&paragraphs, Layout::Compressed, Form::Plain, &[modifier]).contain();
    assert_eq!(lines(&bytes), PLAIN);
}

#[test]
fn properties_whose_length_is_told_in_pairs_as_wps_writes_them() {
    let bytes = streams(&plain(), Layout::Whole, Form::Pairs, &[]).contain();
    assert_eq!(lines(&bytes), PLAIN);
}

#[test]
fn properties_of_a_wide_row_in_a_stream_of_their_own() {
    let edges: Vec<i16> = (0..41).map(|edge| edge * 500).collect();
    let texts: Vec<String> = (1..41).map(|cell| cell.to_string()).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let rows = [row(&texts, &edges, &[]), row(&texts, &edges, &[])].concat();
    let bytes = streams(&rows, Layout::Whole, Form::Elsewhere, &[]).contain();
    let seen = lines(&bytes);
    assert_eq!(
        (seen.len(), seen[40].as_str(), seen[80].as_str()),
        (81, "0,39 40", "1,39 40")
    );
}

#[test]
fn edges_that_differ_by_a_hair_are_one_column() {
    let rows = [
        row(&["甲", "乙"], &[0, 1000, 2000], &[]),
        row(&["丙", "1"], &[-8, 1012, 1991], &[]),
        row(&["丁", "2"], &[15, 985, 2030], &[]),
    ];
    assert_eq!(
        lines(&document(&rows.concat())),
        [
            "grid 3", "0,0 甲", "0,1 乙", "1,0 丙", "1,1 1", "2,0 丁", "2,1 2"
        ]
    );
}

#[test]
fn rows_with_edges_of_their_own_share_their_columns() {
    let rows = [
        row(&["甲"], &[0, 3000], &[]),
        row(&["乙", "1"], &[0, 1000, 3000], &[]),
        row(&["丙", "2"], &[0, 2000, 3000], &[]),
        row(&["3"], &[2000, 3000], &[]),
    ];
    assert_eq!(
        lines(&document(&rows.concat())),
        [
            "grid 4",
            "0,0+1,3 甲",
            "1,0 乙",
            "1,1+1,2 1",
            "2,0+1,2 丙",
            "2,2 2",
            "3,2 3"
        ]
    );
}

#[test]
fn cells_merged_down() {
    let rows = [
        row(&["甲", "1"], &TWO, &[STARTS, 0]),
        row(&["", "2"], &TWO, &[CONTINUES, 0]),
        row(&["乙", "3"], &TWO, &[STARTS, 0]),
        row(&["不显示", "4"], &TWO, &[CONTINUES, 0]),
    ];
    assert_eq!(
        lines(&document(&rows.concat())),
        [
            "grid 4",
            "0,0+2,1 甲",
            "0,1 1",
            "1,1 2",
            "2,0+2,1 乙",
            "2,1 3",
            "3,1 4"
        ]
    );
}

#[test]
fn merged_cells_that_all_say_they_begin() {
    let rows = [
        row(&["甲", "1"], &TWO, &[STARTS, 0]),
        row(&["", "2"], &TWO, &[STARTS, 0]),
        row(&["", "3"], &TWO, &[STARTS, 0]),
        // A blank area of its own has a cell that continues it.
        row(&["", "4"], &TWO, &[STARTS, 0]),
        row(&["", "5"], &TWO, &[CONTINUES, 0]),
    ];
    assert_eq!(
        lines(&document(&rows.concat())),
        [
            "grid 5",
            "0,0+3,1 甲",
            "0,1 1",
            "1,1 2",
            "2,1 3",
            "3,0+2,1 ",
            "3,1 4",
            "4,1 5"
        ]
    );
}

#[test]
fn cells_merged_with_the_one_to_the_left() {
    let three = [0, 1000, 2000, 3000];
    let rows = [
        row(&["甲", "", "1"], &three, &[1, LEFT, 0]),
        row(&["a", "b", "c"], &three, &[]),
    ];
    assert_eq!(
        lines(&document(&rows.concat())),
        ["grid 2", "0,0+1,2 甲", "0,2 1", "1,0 a", "1,1 b", "1,2 c"]
    );
}

#[test]
fn merges_told_behind_the_definition_of_the_row() {
    let three = [0, 1000, 2000, 3000];
    let across = |mut paragraphs: Vec<Paragraph>| {
        let last = paragraphs.last_mut().expect("the end of the row");
        last.properties.extend([0x24, 0x56, 0, 2]);
        paragraphs
    };
    let down = |mut paragraphs: Vec<Paragraph>, how| {
        let last = paragraphs.last_mut().expect("the end of the row");
        last.properties.extend([0x2B, 0xD6, 2, 2, how]);
        paragraphs
    };
    let rows = [
        across(down(row(&["甲", "", "乙"], &three, &[]), 3)),
        down(row(&["a", "b", ""], &three, &[]), 1),
    ];
    assert_eq!(
        lines(&document(&rows.concat())),
        ["grid 2", "0,0+1,2 甲", "0,2+2,1 乙", "1,0 a", "1,1 b"]
    );
}

#[test]
fn several_paragraphs_and_line_breaks_in_a_cell() {
    let mut first = cell("甲");
    first.mark = 0x0D;
    let rows = [vec![first], row(&["乙\u{b}丙", "1"], &TWO, &[])];
    assert_eq!(
        lines(&document(&rows.concat())),
        ["grid 1", "0,0 甲\n乙\n丙", "0,1 1"]
    );
}

#[test]
fn a_table_inside_a_cell() {
    let depth = |levels: u8| [&[0x49, 0x66][..], &[levels, 0, 0, 0]].concat();
    let inner_cell = |text: &str| Paragraph {
        mark: 0x0D,
        properties: [flag(0x2416, 1), depth(2), flag(0x244B, 1)].concat(),
        ..paragraph(text)
    };
    let inner_end = Paragraph {
        mark: 0x0D,
        properties: [
            flag(0x2416, 1),
            depth(2),
            flag(0x244C, 1),
            definition(&TWO, &[]),
        ]
        .concat(),
        ..paragraph("")
    };
    let head = row(&["甲", "乙", "丙", "丁"], &[0, 1000, 2000, 3000, 4000], &[]);
    let inner = vec![inner_cell("内"), inner_cell("1"), inner_end];
    let end = row(&["外", "2", "3", "4"], &[0, 1000, 2000, 3000, 4000], &[]);
    assert_eq!(
        lines(&document(&[head, inner, end].concat())),
        [
            "grid 2", "0,0 甲", "0,1 乙", "0,2 丙", "0,3 丁", "1,0 外", "1,1 2", "1,2 3", "1,3 4",
            "grid 1", "0,0 内", "0,1 1"
        ]
    );
}

#[test]
fn tables_too_deep_are_refused() {
    let mut deep = cell("");
    deep.properties.extend([0x49, 0x66, 33, 0, 0, 0]);
    assert_eq!(kind(&document(&[deep])), ReadErrorKind::TooDeep);
}

#[test]
fn of_a_field_only_the_result_shows() {
    let field = "前\u{13} HYPERLINK \"x\" \u{14}文\u{13} PAGE \u{14}1\u{15}字\u{15}后";
    assert_eq!(lines(&document(&[paragraph(field)])), ["p 前文1字后"]);
    // One that never ends does not swallow the cells behind it.
    let rows = row(&["甲\u{13} PAGE", "1"], &TWO, &[]);
    assert_eq!(lines(&document(&rows)), ["grid 1", "0,0 甲", "0,1 1"]);
}

#[test]
fn hidden_and_deleted_text_does_not_show() {
    // The last of them stands for a sign of a font of its own.
    let runs = [
        ("12", 0),
        ("34", 0x083C),
        ("56", 0x0800),
        ("7", 0),
        ("(", 0x6A09),
    ];
    let mut number = cell("");
    number.runs = runs
        .iter()
        .map(|(text, code)| {
            let properties = match *code {
                0 => Vec::new(),
                0x6A09 => vec![0x09, 0x6A, 1, 0, 0xD6, 0xF0],
                code => flag(code, 1),
            };
            ((*text).to_owned(), properties)
        })
        .collect();
    let rows = [vec![cell("甲"), number, row_end(&TWO, &[])]];
    assert_eq!(
        lines(&document(&rows.concat())),
        ["grid 1", "0,0 甲", "0,1 127"]
    );
}

#[test]
fn signs_that_stand_for_pictures_and_notes_are_no_text() {
    assert_eq!(
        lines(&document(&[paragraph("a\u{1}\u{2}\u{8}\u{1f}b\u{1e}c\td")])),
        ["p ab-c\td"]
    );
}

#[test]
fn text_boxes_come_first_and_notes_are_left_out() {
    let mut streams = streams(
        &[
            paragraph("正文"),
            paragraph("脚注"),
            paragraph("页眉"),
            paragraph("标题"),
        ],
        Layout::Whole,
        Form::Plain,
        &[],
    );
    for (position, length) in [(0x4C, 3_u32), (0x50, 3), (0x54, 3), (0x64, 3)] {
        streams.text[position..position + 4].copy_from_slice(&length.to_le_bytes());
    }
    assert_eq!(lines(&streams.contain()), ["p 标题", "p 正文"]);
}

#[test]
fn what_follows_the_main_text_is_left_out() {
    let mut streams = streams(&plain(), Layout::Whole, Form::Plain, &[]);
    // Footnotes and headers are the same pieces behind the length of the main text.
    streams.text[0x4C..0x50].copy_from_slice(&7_u32.to_le_bytes());
    assert_eq!(lines(&streams.contain()), ["p 一、总体情况"]);
}

#[test]
fn an_embedded_document_has_streams_of_the_same_names() {
    let outer = streams(&plain(), Layout::Whole, Form::Plain, &[]);
    let inner = streams(&[paragraph("内")], Layout::Whole, Form::Plain, &[]);
    let folder = |streams: Streams| {
        vec![
            Node::Stream("WordDocument", streams.text),
            Node::Stream("1Table", streams.table),
        ]
    };
    let mut nodes = vec![Node::Folder(
        "ObjectPool",
        vec![Node::Folder("_1", folder(inner))],
    )];
    nodes.extend(folder(outer));
    assert_eq!(lines(&write(&nodes)), PLAIN);
}

#[test]
fn macros_beside_the_text_do_not_matter() {
    let outer = streams(&plain(), Layout::Whole, Form::Plain, &[]);
    let macros = Node::Folder(
        "Macros",
        vec![Node::Folder("VBA", vec![Node::Stream("dir", vec![1; 90])])],
    );
    let nodes = [
        macros,
        Node::Stream("WordDocument", outer.text),
        Node::Stream("1Table", outer.table),
    ];
    assert_eq!(lines(&write(&nodes)), PLAIN);
}

#[test]
fn a_password_is_told() {
    for flags in [0x0300_u16, 0x8300] {
        let mut streams = streams(&plain(), Layout::Whole, Form::Plain, &[]);
        streams.text[0x0A..0x0C].copy_from_slice(&flags.to_le_bytes());
        assert_eq!(kind(&streams.contain()), ReadErrorKind::Encrypted);
    }
}

#[test]
fn word_95_and_before_are_told_by_name() {
    for (magic, version) in [
        (0xA5DC_u16, 0x65_u16),
        (0xA5DC, 0x68),
        (0xA5EC, 0x69),
        (0xA5DB, 0x2D),
        (0xA698, 0x68),
    ] {
        let mut streams = streams(&plain(), Layout::Whole, Form::Plain, &[]);
        streams.text[..2].copy_from_slice(&magic.to_le_bytes());
        streams.text[2..4].copy_from_slice(&version.to_le_bytes());
        let error = read(&streams.contain()).expect_err("refused");
        assert_eq!(
            (error.kind(), error.part()),
            (ReadErrorKind::TooOld, Some("word-95"))
        );
    }
    let error = read(b"\xDB\xA5\x2D\x00\x00\x00\x09\x04").expect_err("refused");
    assert_eq!(
        (error.kind(), error.part()),
        (ReadErrorKind::TooOld, Some("word-95"))
    );
}

#[test]
fn a_text_stream_that_breaks_off_is_truncated() {
    let whole = streams(&plain(), Layout::Whole, Form::Plain, &[]);
    for end in [2, 0x100, 0x400, 0x430] {
        let text = whole.text[..end].to_vec();
        let cut = write(&[
            Node::Stream("WordDocument", text),
            Node::Stream("1Table", whole.table.clone()),
        ]);
        assert_eq!(kind(&cut), ReadErrorKind::Truncated, "{end}");
    }
}

#[test]
fn without_its_table_stream_or_its_pieces_a_document_is_damaged() {
    let whole = || streams(&plain(), Layout::Whole, Form::Plain, &[]);
    let alone = write(&[Node::Stream("WordDocument", whole().text)]);
    assert_eq!(kind(&alone), ReadErrorKind::Damaged);
    let mut streams = whole();
    streams.text[0x1A6..0x1AA].copy_from_slice(&0_u32.to_le_bytes());
    assert_eq!(kind(&streams.contain()), ReadErrorKind::Damaged);
}

#[test]
fn a_row_that_does_not_say_its_edges_keeps_its_cells() {
    let mut end = cell("");
    end.properties = [flag(0x2416, 1), flag(0x2417, 1)].concat();
    let rows = vec![
        cell("甲"),
        cell("1"),
        end.clone(),
        cell("乙"),
        cell("2"),
        end,
    ];
    assert_eq!(
        lines(&document(&rows)),
        ["grid 2", "0,0 甲", "0,1 1", "1,0 乙", "1,1 2"]
    );
}

#[test]
fn long_properties_read_again_and_again_are_too_large() {
    // Each of many paragraphs points at the same 60,000 bytes.
    let mut data = 60_000_u16.to_le_bytes().to_vec();
    data.resize(60_002, 0);
    let mut pointing = paragraph("");
    pointing.properties = [0x46, 0x66, 0, 0, 0, 0].to_vec();
    let mut streams = streams(&vec![pointing; 1_200], Layout::Whole, Form::Plain, &[]);
    streams.data = data;
    assert_eq!(kind(&streams.contain()), ReadErrorKind::TooLarge);
}
