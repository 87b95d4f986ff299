//! Pitfalls of OFD, each test named after the defect.

use gouji::present::{Lang, message};
use gouji::reader::{Format, ReadErrorKind};

use crate::support::ofd::{document as index, frame, ofd, page, parts, path, root, text};
use crate::support::zip::{Entry, write};
use crate::support::{document, read, sketch};

/// Two cells of 30 by 10 mm, the upper left corner at 20, 20.
fn row(objects: &str) -> Vec<String> {
    let cells = frame([20, 20, 50, 30]) + &frame([50, 20, 80, 30]);
    sketch(&document(&ofd(&(cells + objects))))
}

fn refused(bytes: &[u8]) -> ReadErrorKind {
    read(bytes).expect_err("not readable").kind()
}

#[test]
fn it_is_told_by_its_content() {
    let bytes = ofd(&text(20.0, 20.0, "", "年报"));
    assert_eq!(read(&bytes).expect("readable").0, Format::Ofd);
}

#[test]
fn a_prefix_may_be_any_or_none() {
    for prefix in ["", "x:", "年:"] {
        let entries: Vec<Entry> = [
            ("OFD.xml", root(&["Doc_0/Document.xml"])),
            (
                "Doc_0/Document.xml",
                index("<o:Page ID=\"1\" BaseLoc=\"p.xml\"/>", ""),
            ),
            ("Doc_0/p.xml", page(&text(20.0, 20.0, "", "年报。"))),
        ]
        .iter()
        .map(|(name, part)| {
            let declared = match prefix.strip_suffix(':') {
                Some(name) => format!("xmlns:{name}="),
                None => "xmlns=".to_owned(),
            };
            let part = part.replace("xmlns:o=", &declared).replace("o:", prefix);
            Entry::deflated(name, part.as_bytes())
        })
        .collect();
        assert_eq!(
            sketch(&document(&write(&entries))),
            ["p 年报。"],
            "{prefix}"
        );
    }
}

#[test]
fn distances_may_be_repeats() {
    for deltas in ["2 2 2 2", "g 4 2", "2 g 3 2", "g 2 2 2 2", "g 1 2", "2"] {
        let found = row(&text(22.0, 22.0, &format!("DeltaX=\"{deltas}\""), "12345"));
        assert_eq!(found, ["grid 1", "0,0 12345", "0,1 "], "{deltas}");
    }
}

#[test]
fn one_text_may_cross_cells() {
    let found = row(&text(22.0, 22.0, "DeltaX=\"4 30\"", "规章7"));
    assert_eq!(found, ["grid 1", "0,0 规章", "0,1 7"]);
}

#[test]
fn without_distances_signs_stand_side_by_side() {
    let found = row(&text(22.0, 22.0, "", "规章12"));
    assert_eq!(found, ["grid 1", "0,0 规章12", "0,1 "]);
}

#[test]
fn a_matrix_moves_and_stretches() {
    let moved = "<o:TextObject Boundary=\"0 0 210 297\" CTM=\"2 0 0 2 10 10\" Size=\"2\">\
        <o:TextCode X=\"22\" Y=\"8\" DeltaX=\"g 2 1\">123</o:TextCode></o:TextObject>";
    assert_eq!(row(moved), ["grid 1", "0,0 ", "0,1 123"]);
}

#[test]
fn a_second_code_begins_where_the_first_one_did() {
    let two = "<o:TextObject Boundary=\"22 20 28 10\" Size=\"3\"><o:TextCode X=\"0\" Y=\"4\">上年</o:TextCode>\
        <o:TextCode Y=\"8\">结转</o:TextCode></o:TextObject>";
    assert_eq!(row(two), ["grid 1", "0,0 上年\n结转", "0,1 "]);
}

#[test]
fn vertical_text_reads_downwards() {
    let cells = frame([20, 20, 30, 60]) + &frame([30, 20, 60, 60]);
    let label = text(23.0, 22.0, "DeltaY=\"g 4 5\"", "三、本年度");
    let found = sketch(&document(&ofd(&(cells + &label))));
    assert_eq!(found, ["grid 1", "0,0 三、本年度", "0,1 "]);
}

#[test]
fn references_and_character_data_are_text() {
    let found = row(&text(22.0, 22.0, "", "1&lt;<![CDATA[2&3]]>&#x4E00;"));
    assert_eq!(found, ["grid 1", "0,0 1<2&3一", "0,1 "]);
}

#[test]
fn what_does_not_show_is_not_read() {
    let hidden = "<o:TextObject Visible=\"false\" Boundary=\"52 22 28 5\" Size=\"4\"><o:TextCode X=\"0\" Y=\"4\">9</o:TextCode></o:TextObject>\
        <o:TextObject Alpha=\"0\" Boundary=\"52 22 28 5\" Size=\"4\"><o:TextCode X=\"0\" Y=\"4\">8</o:TextCode></o:TextObject>";
    let white = path(
        "Boundary=\"0 0 210 297\"",
        "<o:StrokeColor Value=\"255 255 255\"/>",
        "M 35 20 L 35 30",
    );
    assert_eq!(
        row(&(hidden.to_owned() + &white)),
        ["grid 1", "0,0 ", "0,1 "]
    );
}

#[test]
fn regions_that_cut_draw_nothing() {
    let clip = "<o:TextObject Boundary=\"22 22 28 5\" Size=\"4\"><o:Clips><o:Clip><o:Area><o:Path Boundary=\"0 0 9 9\">\
        <o:AbbreviatedData>M 5 0 L 5 30</o:AbbreviatedData></o:Path></o:Area></o:Clip></o:Clips>\
        <o:TextCode X=\"0\" Y=\"4\">7</o:TextCode></o:TextObject>";
    assert_eq!(row(clip), ["grid 1", "0,0 7", "0,1 "]);
}

#[test]
fn glyph_numbers_are_not_text() {
    let glyphs = "<o:TextObject Boundary=\"22 22 28 5\" Size=\"4\"><o:CGTransform CodePosition=\"0\" CodeCount=\"1\" GlyphCount=\"1\">\
        <o:Glyphs>4711</o:Glyphs></o:CGTransform><o:TextCode X=\"0\" Y=\"4\">7</o:TextCode></o:TextObject>";
    assert_eq!(row(glyphs), ["grid 1", "0,0 7", "0,1 "]);
}

#[test]
fn lines_may_be_thin_areas_in_any_shade() {
    let filled: String = [
        (20, 20, 60.0, 0.2),
        (20, 30, 60.0, 0.2),
        (20, 20, 0.2, 10.0),
        (50, 20, 0.2, 10.0),
        (80, 20, 0.2, 10.0),
    ]
    .iter()
    .map(|(x, y, w, h)| {
        let area = format!("Boundary=\"{x} {y} {w} {h}\" Stroke=\"false\" Fill=\"true\"");
        path(
            &area,
            "<o:FillColor Value=\"128 128 128\"/>",
            &format!("M 0 0 L {w} 0 L {w} {h} L 0 {h} C"),
        )
    })
    .collect();
    let found = sketch(&document(&ofd(&(filled + &text(52.0, 22.0, "", "7")))));
    assert_eq!(found, ["grid 1", "0,0 ", "0,1 7"]);
}

#[test]
fn pages_come_in_the_order_of_the_document() {
    let pages =
        "<o:Page ID=\"1\" BaseLoc=\"b.xml\"/><o:Page ID=\"2\" BaseLoc=\"/Doc_0/../Doc_0/a.xml\"/>";
    let bytes = write(&[
        Entry::deflated(
            "Doc_0/a.xml",
            page(&text(20.0, 20.0, "", "后。")).as_bytes(),
        ),
        Entry::deflated(
            "Doc_0/b.xml",
            page(&text(20.0, 20.0, "", "前。")).as_bytes(),
        ),
        Entry::deflated("Doc_0/Document.xml", index(pages, "").as_bytes()),
        Entry::deflated("OFD.xml", root(&["Doc_0/Document.xml"]).as_bytes()),
    ]);
    assert_eq!(sketch(&document(&bytes)), ["p 前。", "p 后。"]);
}

#[test]
fn all_documents_of_a_package_are_read() {
    let mut entries = parts(&page(&text(20.0, 20.0, "", "一。")));
    entries[0] = Entry::deflated(
        "OFD.xml",
        root(&["Doc_0/Document.xml", "/Doc_1/Document.xml"]).as_bytes(),
    );
    // Some writers give locations from the root without saying so.
    let pages = "<o:Page ID=\"1\" BaseLoc=\"Doc_1/p.xml\"/>";
    entries.push(Entry::deflated(
        "Doc_1/Document.xml",
        index(pages, "").as_bytes(),
    ));
    entries.push(Entry::deflated(
        "Doc_1/p.xml",
        page(&text(20.0, 20.0, "", "二。")).as_bytes(),
    ));
    assert_eq!(sketch(&document(&write(&entries))), ["p 一。", "p 二。"]);
}

#[test]
fn attachments_are_listed() {
    let pages = "<o:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>";
    let mut entries = parts(&page(&text(20.0, 20.0, "", "见附件。")));
    entries[1] = Entry::deflated(
        "Doc_0/Document.xml",
        index(
            pages,
            "<o:Attachments>Attachs/Attachments.xml</o:Attachments>",
        )
        .as_bytes(),
    );
    entries.push(Entry::deflated(
        "Doc_0/Attachs/Attachments.xml",
        "<o:Attachments xmlns:o=\"o\"><o:Attachment ID=\"1\" Name=\"年报&amp;表.docx\"><o:FileLoc>a.docx</o:FileLoc></o:Attachment></o:Attachments>".as_bytes(),
    ));
    assert_eq!(document(&write(&entries)).attachments, ["年报&表.docx"]);
}

#[test]
fn a_signature_changes_nothing() {
    let mut entries = parts(&page(&text(20.0, 20.0, "", "一。")));
    entries[0] = Entry::deflated(
        "OFD.xml",
        root(&["Doc_0/Document.xml"])
            .replace(
                "</o:DocBody>",
                "<o:Signatures>/Doc_0/Signs/Signatures.xml</o:Signatures></o:DocBody>",
            )
            .as_bytes(),
    );
    entries.push(Entry::stored(
        "Doc_0/Signs/Sign_0/SignedValue.dat",
        b"\x30\x82",
    ));
    assert_eq!(sketch(&document(&write(&entries))), ["p 一。"]);
}

#[test]
fn a_missing_page_or_template_is_damage_not_a_shorter_report() {
    let mut entries = parts(&page(""));
    entries.pop();
    assert_eq!(refused(&write(&entries)), ReadErrorKind::Damaged);
    let lost = page("").replace("<o:Content>", "<o:Template TemplateID=\"9\"/><o:Content>");
    let error = read(&write(&parts(&lost))).expect_err("not readable");
    assert_eq!(error.kind(), ReadErrorKind::Damaged);
    assert_eq!(error.part(), Some("Doc_0/Pages/Page_0/Content.xml"));
    assert_eq!(refused(&write(&parts("<o:Page"))), ReadErrorKind::Truncated);
}

#[test]
fn an_encrypted_package_is_told() {
    let mut entries = parts("\u{1}\u{2}");
    entries.push(Entry::stored("Encryptions.xml", b"<e/>"));
    assert_eq!(refused(&write(&entries)), ReadErrorKind::Encrypted);
}

#[test]
fn a_scan_is_told_even_with_hidden_text_below() {
    let picture = "<o:ImageObject Boundary=\"0 0 210 297\" ResourceID=\"4\"/>";
    let hidden = "<o:TextObject Alpha=\"0\" Boundary=\"20 20 90 5\" Size=\"4\"><o:TextCode X=\"0\" Y=\"4\">本年新收政府信息公开申请数量</o:TextCode></o:TextObject>";
    assert_eq!(refused(&ofd(picture)), ReadErrorKind::Scanned);
    assert_eq!(
        refused(&ofd(&(picture.to_owned() + hidden))),
        ReadErrorKind::Scanned
    );
    // A picture behind the text is none.
    let words = text(20.0, 20.0, "", &"字".repeat(40));
    assert!(read(&ofd(&(picture.to_owned() + &words))).is_ok());
}

#[test]
fn advice_about_pages_without_text_names_the_format() {
    let picture = "<o:ImageObject Boundary=\"0 0 210 297\" ResourceID=\"4\"/>";
    let letters = path(
        "Boundary=\"0 0 9 9\"",
        "",
        &"M 0 0 Q 1 1 2 0 B 3 1 4 1 5 0 ".repeat(200),
    );
    for objects in [picture, letters.as_str()] {
        let error = read(&ofd(objects)).expect_err("not readable");
        for lang in Lang::ALL {
            let advice = message::problem(&error, lang);
            assert!(
                advice.contains("OFD") && !advice.contains("PDF"),
                "{advice}"
            );
        }
    }
}

#[test]
fn text_drawn_as_shapes_is_told() {
    let letters = path(
        "Boundary=\"0 0 9 9\"",
        "",
        &"M 0 0 Q 1 1 2 0 B 3 1 4 1 5 0 ".repeat(200),
    );
    assert_eq!(refused(&ofd(&letters)), ReadErrorKind::Outlines);
}

#[test]
fn repeats_without_end_cost_nothing() {
    let found = row(&text(22.0, 22.0, "DeltaX=\"g 99999999999 2\"", "123"));
    assert_eq!(found, ["grid 1", "0,0 123", "0,1 "]);
    let beyond = row(&text(22.0, 22.0, "DeltaX=\"g -1 2 g 0 2 g\"", "123"));
    assert_eq!(beyond[0], "grid 1");
}

#[test]
fn numbers_beyond_all_paper_are_harmless() {
    let huge = "9".repeat(400);
    let objects = [
        format!("<o:TextObject Boundary=\"{huge} -{huge} 1 1\" CTM=\"{huge} {huge} -{huge} {huge} {huge} {huge}\" Size=\"{huge}\"><o:TextCode X=\"{huge}\" Y=\"-{huge}\" DeltaX=\"{huge} {huge}\">123</o:TextCode></o:TextObject>"),
        path(&format!("Boundary=\"0 0 1 1\" CTM=\"1 0 0 {huge} 0 0\""), "", &format!("M -{huge} 0 L {huge} {huge} L 1e99 -1e99 C")),
    ]
    .concat();
    assert!(read(&ofd(&objects)).is_ok());
}

#[test]
fn depth_and_size_have_caps() {
    let deep = format!(
        "{}{}",
        "<o:PageBlock>".repeat(300),
        "</o:PageBlock>".repeat(300)
    );
    assert_eq!(refused(&ofd(&deep)), ReadErrorKind::TooDeep);
    let many = path("Boundary=\"0 0 1 1\"", "", &"L 1 1 ".repeat(4_100_000));
    assert_eq!(refused(&ofd(&many)), ReadErrorKind::TooLarge);
    let grid: String = (0..12_000)
        .map(|at| {
            format!(
                "M 0 {0} L 9999 {0} M {0} 0 L {0} 9999 ",
                f64::from(at) * 0.8
            )
        })
        .collect();
    assert_eq!(
        refused(&ofd(&path("Boundary=\"0 0 1 1\"", "", &grid))),
        ReadErrorKind::TooLarge
    );
}
