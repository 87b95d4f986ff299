//! Bytes that nobody wrote: whatever comes in, an answer comes out, and grids keep their promises.

use gouji::document::{Block, Document};
use gouji::limits;
use gouji::reader::Format;
use gouji::reader::encoding::native::NativeDecoder;
use proptest::prelude::*;

use crate::support::compound::{Node, write};
use crate::support::spreadsheet::{Workbook, opendocument};
use crate::support::zip::{Entry, docx, docx_of_part, parts, write as zip};
use crate::support::{ofd, pdf};
use crate::support::{read, word, workbook};

const PAGE: &[u8] = include_bytes!("../files/html/word-processor.html");

/// A table of two by two, text of every kind of operator, a clip, a line that runs downwards.
const DRAWING: &str = "q 1 0 0 1 10 10 cm 50 700 200 40 re S 150 700 m 150 740 l S 50 720 m 250 720 l S \
    BT /F 9 Tf 60 705 Td <00310032> Tj 0 20 TD [<62A5> -100 <544A>] TJ T* (\\0001) ' 1 2 <0033> \" ET \
    Q q 50 600 10 10 re W n BT /F 9 Tf 1 0 0 1 52 602 Tm <0031003200330034> Tj ET Q \
    BT /F 9 Tf 0 1 -1 0 300 300 Tm <5E74> Tj ET 0 0 30 1 re f 1 g 0 0 20 20 re f /F Do BI /W 1 ID x EI";

fn check(document: &Document) {
    for block in &document.blocks {
        let Block::Grid(grid) = block else { continue };
        let places: Vec<_> = grid
            .cells()
            .iter()
            .map(|cell| (cell.row, cell.column))
            .collect();
        assert!(places.is_sorted(), "cells in order");
        for cell in grid.cells() {
            assert!(cell.row_span >= 1 && cell.column_span >= 1, "spans");
            assert!(cell.row + cell.row_span <= grid.rows(), "rows");
            assert!(cell.column <= limits::GRID_EXTENT, "columns");
        }
    }
}

fn check_bytes(bytes: &[u8]) {
    if let Ok((_, document)) = read(bytes) {
        check(&document);
    }
    for format in [
        Format::Text,
        Format::Html,
        Format::Docx,
        Format::Pdf,
        Format::Ofd,
        Format::Doc,
        Format::Xls,
        Format::Xlsx,
        Format::Ods,
        Format::Odt,
        Format::Rtf,
        Format::Mht,
        Format::WordXml,
        Format::ExcelXml,
    ] {
        if let Ok(document) = gouji::reader::read_as(format, bytes, &NativeDecoder) {
            check(&document);
        }
    }
}

/// Pieces of markup that mean something, in any order.
fn markup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "</td>",
        "<th rowspan=0>",
        "<td colspan=3>",
        "<td rowspan=2 colspan=2>",
        "<tbody>",
        "</tbody>",
        "<caption>",
        "</caption>",
        "<p>",
        "</p>",
        "<div hidden>",
        "</div>",
        "<span style='display:none'>",
        "</span>",
        "<br>",
        "<pre>",
        "</pre>",
        "<select>",
        "</select>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<![endif]>",
        "&nbsp",
        "&#x",
        "<td hidden>",
        "<tr hidden>",
        "<td style='mso-ignore:colspan' colspan=4>",
        "年",
        "1",
        " ",
        "\n",
        "<",
        ">",
        "'",
        "\"",
        "=",
        "<textarea>",
        "</textarea>",
        "<svg/>",
        "</",
        "<a b='",
        "\u{a0}",
        "𠀀",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Pieces of a main part, in any order; starts are closed so that many of them are well formed.
fn part() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "<w:r><w:t>1</w:t></w:r>",
        "<w:gridSpan w:val=\"2\"/>",
        "<w:vMerge/>",
        "<w:vMerge w:val=\"restart\"/>",
        "<w:hMerge/>",
        "<w:vanish/>",
        "<w:br/>",
        "<w:gridBefore w:val=\"3\"/>",
        "&amp;",
        "年",
        "<w:hidden/>",
        "&#0;",
        "&x;",
    ])
    .prop_map(str::to_owned);
    leaf.prop_recursive(8, 128, 6, |inner| {
        let name = prop::sample::select(vec![
            "tbl",
            "tr",
            "tc",
            "p",
            "r",
            "t",
            "tcPr",
            "trPr",
            "rPr",
            "sdt",
            "del",
            "ins",
            "txbxContent",
            "AlternateContent",
            "Choice",
            "Fallback",
        ]);
        (name, prop::collection::vec(inner, 0..6))
            .prop_map(|(name, inner)| format!("<w:{name}>{}</w:{name}>", inner.concat()))
    })
}

/// A compound file with a workbook.
fn contain(stream: Vec<u8>) -> Vec<u8> {
    write(&[Node::Stream("Workbook", stream)])
}

/// Parts as an archive again, with the checksums that they have now.
fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let entries: Vec<Entry> = parts
        .iter()
        .map(|(name, content)| Entry::stored(name, content))
        .collect();
    zip(&entries)
}

/// Replaces, removes or doubles a piece of `bytes`.
fn mutate(bytes: &mut Vec<u8>, position: usize, length: usize, with: &[u8]) {
    let start = position % (bytes.len() + 1);
    let end = (start + length % 16).min(bytes.len());
    bytes.splice(start..end, with.iter().copied());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        check_bytes(&bytes);
    }

    #[test]
    fn random_bytes_behind_a_signature(
        signature in prop::sample::select(vec![
            &b"PK\x03\x04"[..], b"PK\x05\x06", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"%PDF-", b"<html>", b"<?xml ", b"\xFF\xFE",
            b"\xFE\xFF", b"Version:0.9\nStartHTML:", b"MIME-Version:", b"BM", b"MZ", b"\xEF\xBB\xBF",
        ]),
        bytes in prop::collection::vec(any::<u8>(), 0..600),
    ) {
        check_bytes(&[signature, &bytes].concat());
    }

    #[test]
    fn random_markup(markup in markup()) {
        check_bytes(markup.as_bytes());
    }

    #[test]
    fn a_mutated_page(changes in prop::collection::vec((any::<usize>(), any::<usize>(), prop::collection::vec(any::<u8>(), 0..8)), 1..12)) {
        let mut bytes = PAGE.to_vec();
        for (position, length, with) in &changes {
            mutate(&mut bytes, *position, *length, with);
        }
        check_bytes(&bytes);
    }

    #[test]
    fn a_random_main_part(body in part()) {
        check_bytes(&docx(&body));
    }

    #[test]
    fn a_mutated_main_part(body in part(), position in any::<usize>(), length in any::<usize>(), with in "[<>/&;=w:\"年a]{0,6}") {
        let mut bytes = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>").into_bytes();
        mutate(&mut bytes, position, length, with.as_bytes());
        check_bytes(&docx_of_part(&bytes));
    }

    #[test]
    fn a_mutated_workbook(changes in prop::collection::vec((any::<usize>(), any::<usize>(), prop::collection::vec(any::<u8>(), 0..8)), 1..12), whole in any::<bool>()) {
        // In the container or in the stream inside: chance seldom finds its way through both.
        let stream = workbook::stream(&[workbook::shared_texts(&["年报", "a"])], &[workbook::tab(&[
            workbook::shared(0, 0, 0), workbook::small_numbers(0, 1, &[2, 7]), workbook::label(1, 0, "年"),
            workbook::formula(1, 1, [0, 0, 0, 0, 0, 0, 255, 255], 0), workbook::record(0x0207, &workbook::text("a")),
            workbook::merged(&[[0, 1, 3, 4], [3, 9, 0, 0]]), workbook::number(2, 2, 1.5),
        ])]);
        let mut bytes = if whole { contain(stream) } else { stream };
        for (position, length, with) in &changes {
            mutate(&mut bytes, *position, *length, with);
        }
        check_bytes(&if whole { bytes } else { contain(bytes) });
    }

    #[test]
    fn a_mutated_drawing(changes in prop::collection::vec((any::<usize>(), any::<usize>(), prop::collection::vec(any::<u8>(), 0..8)), 1..12), whole in any::<bool>()) {
        // In the file, where it damages the objects, or in the operators, which are packed.
        let mut content = DRAWING.as_bytes().to_vec();
        let font = b"<< /Type /Font /Subtype /Type0 /Encoding /UniGB-UCS2-H /DescendantFonts [<< /DW 1000 /W [1 95 500] >>] >>";
        let resources = "<< /Font << /F 3 0 R >> >>";
        let mut bytes = Vec::new();
        if whole {
            bytes = pdf::pages(&[DRAWING], resources, &[font.to_vec()]);
        }
        for (position, length, with) in &changes {
            mutate(if whole { &mut bytes } else { &mut content }, *position, *length, with);
        }
        if !whole {
            let content = String::from_utf8_lossy(&content);
            bytes = pdf::pages(&[&content], resources, &[font.to_vec()]);
        }
        check_bytes(&bytes);
    }

    #[test]
    fn a_mutated_fixed_page(changes in prop::collection::vec((any::<usize>(), any::<usize>(), "[\\PC<>/=\"0-9 .gMLC-]{0,8}"), 1..12), whole in any::<bool>()) {
        let objects = ofd::frame([20, 20, 50, 30]) + &ofd::frame([50, 20, 80, 30])
            + &ofd::text(22.0, 22.0, "DeltaX=\"g 2 4 2\" DeltaY=\"0 1\"", "年报12")
            + &ofd::path("Boundary=\"9 9 9 9\" CTM=\"1 0 0 1 2 2\" Fill=\"true\"", "<o:FillColor Value=\"0 0 0\"/>", "S 0 0 M 0 0 L 9 0 Q 1 1 2 2 B 1 1 2 2 3 3 A 1 1 0 0 1 5 5 C");
        let mut part = ofd::page(&objects).into_bytes();
        let mut bytes = ofd::ofd(&objects);
        for (position, length, with) in &changes {
            mutate(if whole { &mut bytes } else { &mut part }, *position, *length, with.as_bytes());
        }
        if !whole {
            bytes = zip(&ofd::parts(&String::from_utf8_lossy(&part)));
        }
        check_bytes(&bytes);
    }

    #[test]
    fn a_mutated_legacy_document(
        changes in prop::collection::vec((any::<usize>(), any::<usize>(), prop::collection::vec(any::<u8>(), 0..8)), 1..12),
        part in 0_usize..4, form in prop::sample::select(vec![word::Form::Plain, word::Form::Pairs, word::Form::Elsewhere]),
    ) {
        let merged = [
            word::row(&["年", "1", "2"], &[0, 900, 1800, 2700], &[word::STARTS, 0, word::LEFT]),
            word::row(&["", "a\u{13}b\u{14}c\u{15}"], &[0, 910, 2700], &[word::CONTINUES]),
        ];
        let mut paragraphs = merged.concat();
        paragraphs.push(word::paragraph("end"));
        let mut streams = word::streams(&paragraphs, word::Layout::Compressed, form, &[word::flag(0x2416, 1)]);
        let mut whole = Vec::new();
        let mutated = match part {
            0 => &mut streams.text,
            1 => &mut streams.table,
            2 => &mut streams.data,
            _ => {
                whole = word::document(&paragraphs);
                &mut whole
            }
        };
        for (position, length, with) in &changes {
            // In place: everything in these streams is found by its position.
            let start = position % mutated.len();
            let end = (start + with.len().min(length % 8)).min(mutated.len());
            mutated[start..end].copy_from_slice(&with[..end - start]);
        }
        check_bytes(&if part < 3 { streams.contain() } else { whole });
    }

    #[test]
    fn a_mutated_part_of_a_workbook(changes in prop::collection::vec((any::<usize>(), any::<usize>(), "[<>/&;=r:\"0-9AB年]{0,8}"), 1..8), place in any::<usize>()) {
        let sheet = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c s=\"1\"/><c><f>A1</f><v>1.5</v></c></row><row hidden=\"1\"><c t=\"inlineStr\"><is><t>a</t></is></c></row>";
        let book = Workbook::default().sheet(sheet).shared(&["<t>年</t>", "<r><t>1</t></r>"]).bordered();
        let mut parts = parts(&book.bytes());
        let place = place % parts.len();
        for (position, length, with) in &changes {
            mutate(&mut parts[place].1, *position, *length, with.as_bytes());
        }
        check_bytes(&packed(&parts));
    }

    #[test]
    fn a_mutated_content_of_opendocument(changes in prop::collection::vec((any::<usize>(), any::<usize>(), "[<>/&;=t:\"0-9p年]{0,8}"), 1..8), is_text in any::<bool>()) {
        let table = "<table:table><table:table-column table:number-columns-repeated=\"3\"/><table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-spanned=\"2\" office:value-type=\"float\" office:value=\"1\"><text:p>1<text:s/></text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>";
        let kind = if is_text { "text" } else { "spreadsheet" };
        let mut parts = parts(&opendocument(kind, "", table));
        for (position, length, with) in &changes {
            mutate(&mut parts[1].1, *position, *length, with.as_bytes());
        }
        check_bytes(&packed(&parts));
    }

    #[test]
    fn a_mutated_rich_text(changes in prop::collection::vec((any::<usize>(), any::<usize>(), "[\\\\{}a-z0-9' -]{0,8}"), 1..12)) {
        let mut bytes = b"{\\rtf1\\ansi\\ansicpg936\\uc1 A\\par\\trowd\\clmgf\\cellx900\\clmrg\\cellx1800\\clvmgf\\cellx2700\\pard\\intbl \\u25919?\\cell\\cell 1\\cell\\row{\\*\\nesttableprops\\trowd\\cellx5\\nestrow}\\itap2 x\\nestcell\\pard}".to_vec();
        for (position, length, with) in &changes {
            mutate(&mut bytes, *position, *length, with.as_bytes());
        }
        check_bytes(&bytes);
    }

    #[test]
    fn a_mutated_saved_page(changes in prop::collection::vec((any::<usize>(), any::<usize>(), "[-=xA-Za-z0-9;:\r\n<>]{0,8}"), 1..12)) {
        let mut bytes = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=gbk\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<table><td>=B9=E6=\r\n=D5=C2<td>1</table>\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+MQ==\r\n--x--\r\n".to_vec();
        for (position, length, with) in &changes {
            mutate(&mut bytes, *position, *length, with.as_bytes());
        }
        check_bytes(&bytes);
    }

    #[test]
    fn a_mutated_archive(changes in prop::collection::vec((any::<usize>(), any::<usize>(), prop::collection::vec(any::<u8>(), 0..8)), 1..6)) {
        let mut bytes = docx("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
        for (position, length, with) in &changes {
            mutate(&mut bytes, *position, *length, with);
        }
        check_bytes(&bytes);
    }
}
