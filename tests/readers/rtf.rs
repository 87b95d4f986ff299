//! Rich Text Format.

use crate::support::{document, read, sketch};
use gouji::reader::{Format, ReadErrorKind};

fn rtf(body: &[u8]) -> Vec<u8> {
    [
        &b"{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1\\fnil\\fcharset0 Arial;}}"[..],
        body,
        b"}",
    ]
    .concat()
}

fn text(body: &str) -> Vec<String> {
    sketch(&document(&rtf(body.as_bytes())))
}

/// A row of cells that end at these edges.
fn row(edges: &[&str], cells: &[&str]) -> String {
    let edges: String = edges.iter().map(|edge| format!("{edge} ")).collect();
    let cells: String = cells
        .iter()
        .map(|cell| format!("\\pard\\intbl {cell}\\cell"))
        .collect();
    format!("\\trowd {edges}{cells}\\row\n")
}

#[test]
fn text_in_gbk_by_numbers_by_bytes_and_in_unicode() {
    let body = [
        &b"\\pard \\f0 \\'d5\\'fe\\'b8\\'ae\xD0\xC5\xCF\xA2\\par "[..],
        b"\\f1\\'d5\\'fe 2024\\par \\uc2\\u25919\\'d5\\'fe\\u24220\\'b8\\'ae\\par ",
        b"\\uc1\\u-10179?\\u-8704?\\u8220\\'3f{\\uc0\\u19968}\\u20108 \\'3f\\par",
    ]
    .concat();
    assert_eq!(
        sketch(&document(&rtf(&body))),
        ["p 政府信息", "p 政 2024", "p 政府", "p 😀“一二"]
    );
}

#[test]
fn cells_end_at_edges_and_wide_ones_span_columns() {
    let body = [
        row(&["\\cellx1000", "\\cellx3000"], &["甲", "宽"]),
        row(
            &["\\cellx1005", "\\cellx2000", "\\cellx2995"],
            &["1", "2", "3"],
        ),
    ]
    .concat();
    assert_eq!(
        text(&unicode(&body)),
        ["grid 2", "0,0 甲", "0,1+1,2 宽", "1,0 1", "1,1 2", "1,2 3"]
    );
}

/// Characters beyond ASCII as RTF writes them.
fn unicode(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            out.push_str(&format!("\\u{}?", c as u32 as u16 as i16));
        }
    }
    out
}

#[test]
fn merged_cells_across_and_down() {
    let body = [
        row(
            &["\\clmgf\\cellx1000", "\\clmrg\\cellx2000", "\\cellx3000"],
            &["甲", "旧", "1"],
        ),
        row(
            &["\\clvmgf\\cellx1000", "\\cellx2000", "\\cellx3000"],
            &["乙", "2", "3"],
        ),
        row(
            &["\\clvmrg\\cellx1000", "\\cellx2000", "\\cellx3000"],
            &["旧", "4", "5"],
        ),
    ]
    .concat();
    assert_eq!(
        text(&unicode(&body)),
        [
            "grid 3",
            "0,0+1,2 甲",
            "0,2 1",
            "1,0+2,1 乙",
            "1,1 2",
            "1,2 3",
            "2,1 4",
            "2,2 5"
        ]
    );
}

#[test]
fn paragraphs_in_a_cell_are_lines_and_text_around_is_apart() {
    let body = format!(
        "\\pard A\\par {}\\pard B\\line C\\tab D\\par",
        row(&["\\cellx1000", "\\cellx2000"], &["x\\par y", "1"])
    );
    assert_eq!(
        text(&body),
        ["p A", "grid 1", "0,0 x\ny", "0,1 1", "p B\nC\tD"]
    );
}

#[test]
fn a_table_inside_a_cell() {
    let inner = "\\pard\\intbl\\itap2 a\\nestcell{\\nonesttables\\par}\\pard\\intbl\\itap2 1\\nestcell{\\nonesttables\\par}{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}";
    let body = format!(
        "\\trowd\\cellx1000\\cellx2000\\pard\\intbl x\\par {inner}\\pard\\intbl\\itap1 y\\cell\\pard\\intbl z\\cell\\row\\pard"
    );
    assert_eq!(
        text(&body),
        ["p x", "grid 1", "0,0 a", "0,1 1", "p y", "p z"]
    );
}

#[test]
fn what_is_no_text_is_left_out() {
    let body = "{\\info{\\title T}}{\\*\\generator G;}{\\header H\\par}{\\stylesheet{\\s0 Normal;}}\\pard A{\\v hidden}{\\deleted gone}{\\pict\\bin4 }}{{abc}{\\footnote note}{\\*\\bkmkstart x}{\\field{\\*\\fldinst SUM(ABOVE)}{\\fldrslt 12}}{\\*\\annotation no}\\par {\\listtext 1.\\tab}B\\par";
    assert_eq!(text(body), ["p A12", "p 1.\tB"]);
}

#[test]
fn a_text_box_follows_its_paragraph() {
    let body = "\\pard A{\\shp{\\*\\shpinst{\\sp{\\sn name}{\\sv value}}{\\shptxt\\pard box\\par}}{\\shprslt old}}B\\par C\\par";
    assert_eq!(text(body), ["p AB", "p box", "p C"]);
}

#[test]
fn broken_files() {
    let kind = |bytes: &[u8]| {
        let error = read(bytes).expect_err("refused");
        assert_eq!(error.format(), Some(Format::Rtf));
        error.kind()
    };
    assert_eq!(kind(b"{\\rtf1 A\\par"), ReadErrorKind::Truncated);
    assert_eq!(
        kind([b"{\\rtf1".to_vec(), b"{".repeat(300)].concat().as_slice()),
        ReadErrorKind::TooDeep
    );
    assert_eq!(
        kind(b"{\\rtf1\\pard\\intbl\\itap900 x\\par}"),
        ReadErrorKind::TooDeep
    );
    for end in 6..40 {
        let _ = read(
            &rtf(b"\\trowd\\cellx-5\\cellx\\cell\\row\\u\\'zz\\bin-9 \\uc-3\\u99999999999 x")
                [..end],
        );
    }
    let odd =
        rtf(b"\\trowd\\cellx-5\\cellx\\cell\\row\\nestrow\\u\\'zz\\bin-9 \\uc-3\\u99999999999 x\\");
    let _ = read(&odd);
}
