//! OpenDocument texts and spreadsheets.

use crate::support::spreadsheet::opendocument;
use crate::support::zip::{Entry, write};
use crate::support::{document, read, sketch};
use gouji::reader::{Format, ReadErrorKind};

fn p(text: &str) -> String {
    format!("<text:p>{text}</text:p>")
}

fn cell(attributes: &str, text: &str) -> String {
    format!(
        "<table:table-cell {attributes}>{}</table:table-cell>",
        p(text)
    )
}

fn row(cells: &[String]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

fn table(rows: &[String]) -> String {
    format!(
        "<table:table table:name=\"表1\"><table:table-column table:number-columns-repeated=\"4\"/>{}</table:table>",
        rows.concat()
    )
}

fn text(body: &str) -> Vec<String> {
    sketch(&document(&opendocument("text", "", body)))
}

fn sheet(rows: &[String]) -> Vec<String> {
    sketch(&document(&opendocument("spreadsheet", "", &table(rows))))
}

const COVERED: &str = "<table:covered-table-cell/>";

#[test]
fn covered_cells_of_a_text() {
    let rows = [
        row(&[
            cell(
                "table:number-rows-spanned=\"2\" table:number-columns-spanned=\"2\"",
                "甲",
            ),
            COVERED.to_owned(),
            cell("", "1"),
        ]),
        row(&[
            "<table:covered-table-cell table:number-columns-repeated=\"2\"/>".to_owned(),
            cell("", "2"),
        ]),
    ];
    assert_eq!(
        text(&[p("一"), table(&rows), p("二")].concat()),
        ["p 一", "grid 2", "0,0+2,2 甲", "0,2 1", "1,2 2", "p 二"]
    );
}

#[test]
fn covered_cells_of_a_sheet() {
    let rows = [
        row(&[
            cell("table:number-columns-spanned=\"2\"", "甲"),
            "<table:covered-table-cell><text:p>旧</text:p></table:covered-table-cell>".to_owned(),
            cell("", "1"),
        ]),
        row(&[cell("", "乙"), cell("", "丙"), cell("", "2")]),
    ];
    assert_eq!(
        sheet(&rows),
        ["grid 2", "0,0+1,2 甲", "0,2 1", "1,0 乙", "1,1 丙", "1,2 2"]
    );
}

#[test]
fn repeated_cells_and_rows() {
    let rows = [
        row(&[
            cell("", "甲"),
            cell(
                "table:number-columns-repeated=\"3\" office:value-type=\"float\" office:value=\"0\"",
                "0",
            ),
        ]),
        format!(
            "<table:table-row table:number-rows-repeated=\"2\">{}{}</table:table-row>",
            cell("table:number-columns-repeated=\"2\"", "乙"),
            cell("", "1")
        ),
    ];
    assert_eq!(
        sheet(&rows),
        [
            "grid 3", "0,0 甲", "0,1 0", "0,2 0", "0,3 0", "1,0 乙", "1,1 乙", "1,2 1", "1,3 ",
            "2,0 乙", "2,1 乙", "2,2 1", "2,3 "
        ]
    );
}

#[test]
fn the_rest_of_a_sheet_is_repeated_a_million_times() {
    let blank = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:style-name=\"ce1\" table:number-columns-repeated=\"16384\"/></table:table-row>";
    let rows = [
        row(&[
            cell("", "甲"),
            cell("", "1"),
            "<table:table-cell table:style-name=\"ce1\" table:number-columns-repeated=\"16382\"/>"
                .to_owned(),
        ]),
        blank.to_owned(),
    ];
    let style = "<style:style style:name=\"ce1\" style:family=\"table-cell\"><style:table-cell-properties fo:border=\"0.06pt solid #000000\"/></style:style>";
    let bytes = opendocument("spreadsheet", style, &table(&rows));
    assert_eq!(sketch(&document(&bytes)), ["grid 1", "0,0 甲", "0,1 1"]);
    let filled = format!(
        "<table:table-row table:number-rows-repeated=\"1048000\">{}</table:table-row>",
        cell("table:number-columns-repeated=\"16384\"", "1")
    );
    let bytes = opendocument("spreadsheet", "", &table(&[filled]));
    assert_eq!(
        read(&bytes).expect_err("refused").kind(),
        ReadErrorKind::TooLarge
    );
}

#[test]
fn figures_are_read_as_held_and_not_as_shown() {
    let rows = [row(&[
        cell("", "甲"),
        cell(
            "office:value-type=\"float\" office:value=\"186.4275\"",
            "186.43",
        ),
        cell(
            "office:value-type=\"percentage\" office:value=\"0.125\"",
            "12.5%",
        ),
    ])];
    assert_eq!(
        sheet(&rows),
        ["grid 1", "0,0 甲", "0,1 186.4275", "0,2 12.5%"]
    );
}

#[test]
fn numbers_stored_as_text_keep_their_writing() {
    let rows = [row(&[
        cell("", "甲"),
        cell("office:value-type=\"string\"", "１２"),
        cell(
            "office:value-type=\"string\" office:string-value=\"012\"",
            "012",
        ),
        cell("office:value-type=\"string\"", "1,024"),
    ])];
    assert_eq!(
        sheet(&rows),
        ["grid 1", "0,0 甲", "0,1 １２", "0,2 012", "0,3 1,024"]
    );
}

#[test]
fn formulas_with_and_without_cached_value() {
    let rows = [row(&[
        cell("", "甲"),
        cell(
            "table:formula=\"of:=SUM([.A1:.B1])\" office:value-type=\"float\" office:value=\"12\"",
            "12",
        ),
        cell("table:formula=\"of:=1&amp;2\"", ""),
    ])];
    assert_eq!(sheet(&rows), ["grid 1", "0,0 甲", "0,1 12", "0,2 =1&2"]);
}

#[test]
fn a_zero_that_is_shown_as_blank_is_zero() {
    let rows = [row(&[
        cell("", "甲"),
        cell("office:value-type=\"float\" office:value=\"0\"", ""),
        cell("", ""),
        cell("", "1"),
    ])];
    assert_eq!(sheet(&rows), ["grid 1", "0,0 甲", "0,1 0", "0,3 1"]);
}

#[test]
fn a_text_of_several_runs_is_one_text() {
    let runs = "行<text:span text:style-name=\"T1\">政</text:span><text:span>规<text:span>范</text:span></text:span>性文件";
    let rows = [row(&[cell("", runs), cell("", "1")])];
    let expected = ["grid 1", "0,0 行政规范性文件", "0,1 1"];
    assert_eq!(sheet(&rows), expected);
    assert_eq!(text(&table(&rows)), expected);
}

#[test]
fn hidden_rows_columns_sheets_and_sections_are_left_out() {
    let style = "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style><style:style style:name=\"T1\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>";
    let rows = format!(
        "<table:table table:name=\"甲\"><table:table-column/><table:table-column table:visibility=\"collapse\"/><table:table-column/>{}<table:table-row table:visibility=\"filter\">{}</table:table-row>{}</table:table><table:table table:name=\"乙\" table:style-name=\"ta2\">{}</table:table>",
        row(&[cell("", "1"), cell("", "2"), cell("", "3")]),
        [cell("", "4"), cell("", "5"), cell("", "6")].concat(),
        row(&[cell("", "7"), cell("", "8"), cell("", "9")]),
        row(&[cell("", "1")]),
    );
    let found = document(&opendocument("spreadsheet", style, &rows));
    assert_eq!(
        sketch(&found),
        ["grid 2", "0,0 1", "0,1 3", "1,0 7", "1,1 9"]
    );
    assert_eq!(found.parts.len(), 1);
    assert_eq!(found.parts[0].name, "甲");
    let body = "<text:section text:display=\"none\"><text:p>旧</text:p></text:section><text:p>新<text:span text:style-name=\"T1\">旧</text:span></text:p>";
    assert_eq!(
        sketch(&document(&opendocument("text", style, body))),
        ["p 新"]
    );
}

#[test]
fn deletions_notes_and_comments_are_no_text() {
    let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>甲<office:annotation><text:p>批注</text:p></office:annotation><text:note><text:note-body><text:p>脚注</text:p></text:note-body></text:note><text:change text:change-id=\"1\"/><text:ruby><text:ruby-base>规</text:ruby-base><text:ruby-text>gui</text:ruby-text></text:ruby></text:p>";
    assert_eq!(text(body), ["p 甲规"]);
}

#[test]
fn blanks_tabs_and_breaks() {
    let body = "<text:h text:outline-level=\"1\">一、<text:s text:c=\"2\"/>总<text:tab/>体<text:line-break/>情<text:span>\n</text:span>况</text:h>";
    assert_eq!(text(body), ["p 一、  总\t体\n情 况"]);
}

#[test]
fn several_paragraphs_in_a_cell_are_lines() {
    let lines =
        "<table:table-cell><text:p>商业</text:p><text:p/><text:p>企业</text:p></table:table-cell>";
    let rows = [row(&[lines.to_owned(), cell("", "1")])];
    assert_eq!(text(&table(&rows)), ["grid 1", "0,0 商业\n企业", "0,1 1"]);
    assert_eq!(sheet(&rows), ["grid 1", "0,0 商业\n企业", "0,1 1"]);
}

#[test]
fn a_text_box_follows_its_paragraph() {
    let body = format!(
        "<text:p>锚<draw:frame><draw:text-box>{}{}</draw:text-box></draw:frame>点</text:p>",
        p("框"),
        table(&[row(&[cell("", "甲"), cell("", "1")])])
    );
    assert_eq!(text(&body), ["p 锚点", "p 框", "grid 1", "0,0 甲", "0,1 1"]);
}

#[test]
fn header_rows_and_groups_of_rows_are_rows() {
    let rows = [
        format!(
            "<table:table-header-rows>{}</table:table-header-rows>",
            row(&[cell("", "项目"), cell("", "数量")])
        ),
        format!(
            "<table:table-row-group>{}</table:table-row-group>",
            row(&[cell("", "甲"), cell("", "1")])
        ),
    ];
    let expected = ["grid 2", "0,0 项目", "0,1 数量", "1,0 甲", "1,1 1"];
    assert_eq!(text(&table(&rows)), expected);
    assert_eq!(sheet(&rows), expected);
}

#[test]
fn a_document_behind_a_password_is_encrypted() {
    let bytes = write(&[
        Entry::stored("mimetype", b"application/vnd.oasis.opendocument.text"),
        Entry::stored("content.xml", b"\x01\x02\x03"),
        Entry::stored(
            "META-INF/manifest.xml",
            b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
        ),
    ]);
    let error = read(&bytes).expect_err("refused");
    assert_eq!(error.kind(), ReadErrorKind::Encrypted);
    assert_eq!(error.format(), Some(Format::Odt));
}

#[test]
fn deep_and_broken_content() {
    let deep = format!(
        "{}{}",
        "<text:list>".repeat(300),
        "</text:list>".repeat(300)
    );
    let error = read(&opendocument("text", "", &deep)).expect_err("refused");
    assert_eq!(error.kind(), ReadErrorKind::TooDeep);
    let error = read(&opendocument("text", "", "<text:p>")).expect_err("refused");
    assert_eq!(error.kind(), ReadErrorKind::Damaged);
    let cut = write(&[
        Entry::stored("mimetype", b"application/vnd.oasis.opendocument.text"),
        Entry::stored("content.xml", b"<office:document-content><text:p>"),
    ]);
    assert_eq!(
        read(&cut).expect_err("refused").kind(),
        ReadErrorKind::Truncated
    );
}
