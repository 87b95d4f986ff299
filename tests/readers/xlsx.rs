//! Workbooks in Office Open XML.

use crate::support::spreadsheet::Workbook;
use crate::support::zip::{Entry, write};
use crate::support::{document, grids, read, sketch};
use gouji::reader::{Format, ReadErrorKind};

fn sheet(rows: &str) -> Vec<String> {
    sketch(&document(&Workbook::default().sheet(rows).bytes()))
}

fn inline(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[test]
fn a_merged_area_counts_by_its_first_cell_alone() {
    let rows = format!(
        "<row r=\"1\">{}{}<c r=\"C1\"><v>1</v></c></row><row r=\"2\">{}<c r=\"C2\"><v>2</v></c></row>",
        inline("A1", "甲"),
        inline("B1", "旧"),
        inline("A2", "旧"),
    );
    let markup =
        format!("<sheetData>{rows}</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>");
    let bytes = Workbook::default().tab("年报", "", &markup).bytes();
    assert_eq!(
        sketch(&document(&bytes)),
        ["grid 2", "0,0+2,2 甲", "0,2 1", "1,2 2"]
    );
}

#[test]
fn numbers_stored_as_text_keep_their_writing() {
    let rows = format!(
        "<row>{}{}<c t=\"str\"><v>007</v></c></row>",
        inline("A1", "甲"),
        inline("B1", "１２")
    );
    assert_eq!(sheet(&rows), ["grid 1", "0,0 甲", "0,1 １２", "0,2 007"]);
}

#[test]
fn numbers_of_seventeen_digits_are_shown_with_fifteen() {
    let rows = format!(
        "<row>{}<c><v>186.42750000000001</v></c><c><v>0.30000000000000004</v></c><c><v>1.2E+2</v></c></row>",
        inline("A1", "甲")
    );
    assert_eq!(
        sheet(&rows),
        ["grid 1", "0,0 甲", "0,1 186.4275", "0,2 0.3", "0,3 120"]
    );
}

#[test]
fn formulas_with_and_without_cached_value() {
    let rows = format!(
        "<row>{}<c><f>SUM(C1:D1)</f><v>12</v></c><c><f>1&amp;2</f><v></v></c><c><f>A1</f></c><c t=\"str\"><f>A1</f><v>乙</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c></row>",
        inline("A1", "甲")
    );
    assert_eq!(
        sheet(&rows),
        [
            "grid 1",
            "0,0 甲",
            "0,1 12",
            "0,2 =1&2",
            "0,3 =A1",
            "0,4 乙",
            "0,5 TRUE",
            "0,6 #REF!"
        ]
    );
}

#[test]
fn shared_texts_of_several_runs_without_phonetic_guides() {
    let rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>2</v></c></row><row><c t=\"s\"><v>1</v></c><c><v>2</v></c></row>";
    let bytes = Workbook::default()
        .sheet(rows)
        .shared(&[
            "<r><rPr><b/></rPr><t>规</t></r><r><t xml:space=\"preserve\">章 </t></r><rPh sb=\"0\" eb=\"1\"><t>gui</t></rPh><phoneticPr fontId=\"1\"/>",
            "<t>商业_x000D_\n企业&amp;_x005F_x0041_</t>",
            "<t>1</t>",
        ])
        .bytes();
    assert_eq!(
        sketch(&document(&bytes)),
        [
            "grid 2",
            "0,0 规章 ",
            "0,1 1",
            "1,0 商业\n企业&_x0041_",
            "1,1 2"
        ]
    );
}

#[test]
fn a_shared_text_that_is_not_there_is_damage() {
    let bytes = Workbook::default()
        .sheet("<row><c t=\"s\"><v>7</v></c></row>")
        .bytes();
    let error = read(&bytes).expect_err("damaged");
    assert_eq!(error.kind(), ReadErrorKind::Damaged);
    assert_eq!(error.part(), Some("xl/worksheets/sheet0.xml"));
}

#[test]
fn hidden_rows_columns_and_sheets_are_left_out() {
    let rows = "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"5\" width=\"0\"/></cols><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"D1\"><v>4</v></c><c r=\"E1\"><v>5</v></c></row><row r=\"2\" hidden=\"true\"><c r=\"A2\"><v>9</v></c><c r=\"D2\"><v>9</v></c></row><row r=\"3\"><c r=\"A3\"><v>6</v></c><c r=\"D3\"><v>7</v></c></row></sheetData>";
    let bytes = Workbook::default()
        .tab("年报", "", rows)
        .tab("旧", "state=\"hidden\"", rows)
        .tab("旧二", "state=\"veryHidden\"", rows)
        .bytes();
    let document = document(&bytes);
    assert_eq!(
        sketch(&document),
        ["grid 2", "0,0 1", "0,1 4", "1,0 6", "1,1 7"]
    );
    assert_eq!(document.parts.len(), 1);
}

#[test]
fn a_zero_that_is_shown_as_blank_is_zero() {
    let markup = "<sheetViews><sheetView showZeros=\"0\"/></sheetViews><sheetData><row><c><v>1</v></c><c><v>0</v></c></row></sheetData>";
    let bytes = Workbook::default().tab("年报", "", markup).bytes();
    assert_eq!(sketch(&document(&bytes)), ["grid 1", "0,0 1", "0,1 0"]);
}

#[test]
fn a_blank_cell_with_a_border_belongs_to_the_table() {
    let rows = format!(
        "<row r=\"1\">{}<c r=\"B1\"><v>1</v></c></row><row r=\"2\">{}<c r=\"B2\" s=\"1\"/></row><row r=\"3\">{}<c r=\"B3\" s=\"0\"/></row>",
        inline("A1", "甲"),
        inline("A2", "乙"),
        inline("A3", "丙")
    );
    let bytes = Workbook::default().sheet(&rows).bordered().bytes();
    assert_eq!(
        sketch(&document(&bytes)),
        ["grid 2", "0,0 甲", "0,1 1", "1,0 乙", "1,1 ", "p 丙"]
    );
}

#[test]
fn rows_and_cells_without_places_follow_each_other() {
    let rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"2\"><c r=\"B2\"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c><c><v>7</v></c></row>";
    assert_eq!(
        sheet(rows),
        [
            "grid 3", "0,0 1", "0,1 2", "0,2 ", "1,0 ", "1,1 4", "1,2 5", "2,0 6", "2,1 7", "2,2 "
        ]
    );
}

#[test]
fn every_sheet_is_a_part_with_its_name_and_charts_are_none() {
    let row = "<row><c><v>1</v></c><c><v>2</v></c></row>";
    let mut entries = Workbook::default().sheet(row).sheet(row).entries();
    for entry in &mut entries {
        let text = String::from_utf8(
            miniz_oxide::inflate::decompress_to_vec(&entry.data).expect("deflated"),
        )
        .expect("text");
        let changed = text.replace("name=\"表2\"", "name=\"甲&amp;乙\"").replace(
            "<sheet name=\"表1\"",
            "<sheet name=\"图\" sheetId=\"9\" r:id=\"chart\"/><sheet name=\"表1\"",
        );
        *entry = Entry::deflated(&String::from_utf8_lossy(&entry.name), changed.as_bytes());
    }
    let document = document(&write(&entries));
    let parts: Vec<(&str, usize)> = document
        .parts
        .iter()
        .map(|part| (part.name.as_str(), part.first))
        .collect();
    assert_eq!(parts, [("表1", 0), ("甲&乙", 1)]);
    assert_eq!(grids(&document).len(), 2);
}

#[test]
fn a_tiny_workbook_of_a_huge_extent_costs_two_cells() {
    let bytes = Workbook::default()
        .sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>")
        .bytes();
    assert!(bytes.len() < 1_600);
    assert_eq!(sketch(&document(&bytes)), ["p 1", "p 2"]);
    let markup = "<cols><col min=\"1\" max=\"4294967295\" hidden=\"0\"/></cols><sheetData><row r=\"4294967295\"><c r=\"A4294967295\"><v>1</v></c><c r=\"ZZZZZZ4294967295\"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"B2\"/><mergeCell ref=\"A9:A0\"/></mergeCells>";
    let _ = read(&Workbook::default().tab("年报", "", markup).bytes());
}

#[test]
fn more_text_than_a_workbook_may_show_is_too_large() {
    let text = format!("<t>{}</t>", "长".repeat(100_000));
    let rows: String = (0..100)
        .map(|_| "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>")
        .collect();
    let bytes = Workbook::default().sheet(&rows).shared(&[&text]).bytes();
    assert!(bytes.len() < 10_000);
    assert_eq!(
        read(&bytes).expect_err("refused").kind(),
        ReadErrorKind::TooLarge
    );
}

#[test]
fn deep_markup_is_too_deep() {
    let deep = format!("{}{}", "<row>".repeat(300), "</row>".repeat(300));
    let error = read(&Workbook::default().sheet(&deep).bytes()).expect_err("refused");
    assert_eq!(error.kind(), ReadErrorKind::TooDeep);
    assert_eq!(error.format(), Some(Format::Xlsx));
}

#[test]
fn a_workbook_with_macros_is_a_workbook() {
    let mut entries = Workbook::default()
        .sheet("<row><c><v>1</v></c><c><v>2</v></c></row>")
        .entries();
    entries.push(Entry::stored("xl/vbaProject.bin", b"\xD0\xCF\x11\xE0"));
    assert_eq!(
        sketch(&document(&write(&entries))),
        ["grid 1", "0,0 1", "0,1 2"]
    );
}

#[test]
fn a_workbook_that_breaks_off_is_truncated() {
    let mut entries = Workbook::default()
        .sheet("<row><c><v>1</v></c></row>")
        .entries();
    entries[0] = Entry::stored("xl/worksheets/sheet0.xml", b"<worksheet><sheetData><row>");
    let error = read(&write(&entries)).expect_err("refused");
    assert_eq!(error.kind(), ReadErrorKind::Truncated);
    assert_eq!(error.part(), Some("xl/worksheets/sheet0.xml"));
    let bytes = Workbook::default().sheet("").bytes();
    let error = read(&bytes[..bytes.len() - 30]).expect_err("refused");
    assert_eq!(error.kind(), ReadErrorKind::Truncated);
}
