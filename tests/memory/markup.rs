//! Formats that are text: nothing packs them, so ten megabytes are ten megabytes.

use crate::FILE;

/// Something repeated to the size of a file, with something before and after.
fn filled(before: &str, piece: &str, after: &str) -> Vec<u8> {
    let count = (FILE - before.len() - after.len()) / piece.len();
    [before, &piece.repeat(count), after].concat().into_bytes()
}

fn line() -> String {
    "全年收到政府信息公开申请并按时办结".repeat(20)
}

fn page_of_prose() -> Vec<u8> {
    filled("<html>", &format!("<p>{}", line()), "")
}

fn page_in_gbk() -> Vec<u8> {
    let (text, _, _) = encoding_rs::GB18030.encode("全年收到政府信息公开申请并按时办结");
    let piece = [b"<p>", text.repeat(20).as_slice()].concat();
    [
        b"<meta charset=gb2312>".as_slice(),
        &piece.repeat(FILE / piece.len() - 1),
    ]
    .concat()
}

fn page_in_utf_16() -> Vec<u8> {
    let text = format!("<p>{}", line());
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [
        b"\xFF\xFE".as_slice(),
        &units.repeat(FILE / units.len() - 1),
    ]
    .concat()
}

fn page_of_cells() -> Vec<u8> {
    filled("<table>", "<tr><td>1<td>2<td>3", "")
}

/// One table as large as a grid may be, and more text than it.
fn page_of_one_table() -> Vec<u8> {
    let table = format!(
        "<table>{}</table>",
        "<tr><td>12<td>34<td>56<td>78<td>90".repeat(19_900)
    );
    let rest = FILE - table.len() - 40;
    format!(
        "{table}{}",
        format!("<p>{}", line()).repeat(rest / (line().len() + 3))
    )
    .into_bytes()
}

fn page_of_empty_cells() -> Vec<u8> {
    filled("<table>", "<td>", "")
}

fn page_of_breaks() -> Vec<u8> {
    filled("<p>", "1<br>", "")
}

fn page_of_paragraphs() -> Vec<u8> {
    filled("<html>", "<p>1", "")
}

fn page_of_tags() -> Vec<u8> {
    filled("<html>", "<b a=1>", "")
}

fn page_of_entities() -> Vec<u8> {
    filled("<html>", "&hellip;", "")
}

fn page_of_attributes() -> Vec<u8> {
    filled("<table><td ", "a=1 ", ">1")
}

fn saved_page(transfer: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n"
    );
    let count = (FILE - head.len()) / body.len();
    [head.as_bytes(), &body.repeat(count)].concat()
}

fn mht_in_base64() -> Vec<u8> {
    // "<p>年报年报年报年" is 24 bytes, and so 32 of base64.
    saved_page("base64", b"PHA+5bm05oql5bm05oql5bm05oql5bm0\r\n")
}

fn mht_quoted() -> Vec<u8> {
    saved_page("quoted-printable", b"<p>=E5=B9=B4=E6=8A=A5 1=3D1\r\n")
}

fn mht_of_parts() -> Vec<u8> {
    filled(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n",
        "--x\r\nContent-Type: text/html\r\n\r\n<table><td>1<td>2</table>\r\n",
        "--x--\r\n",
    )
}

fn rtf(piece: &str) -> Vec<u8> {
    filled(
        "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 S;}}",
        piece,
        "}",
    )
}

fn rtf_of_prose() -> Vec<u8> {
    rtf(&format!("{}\\par ", "\\'d5\\'fe\\'b8\\'ae".repeat(40)))
}

fn rtf_of_paragraphs() -> Vec<u8> {
    rtf("1\\par ")
}

fn rtf_of_rows() -> Vec<u8> {
    rtf("\\trowd\\cellx900\\cellx1800\\pard\\intbl 1\\cell 2\\cell\\row ")
}

/// Edges of a row without end.
fn rtf_of_edges() -> Vec<u8> {
    rtf("\\cellx9")
}

fn rtf_of_groups() -> Vec<u8> {
    rtf("{\\b{}}")
}

fn flat(kind: &str, before: &str, piece: &str, after: &str) -> Vec<u8> {
    let head = format!(
        "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.{kind}\"><office:body><office:{kind}>{before}"
    );
    filled(
        &head,
        piece,
        &format!("{after}</office:{kind}></office:body></office:document>"),
    )
}

fn flat_text() -> Vec<u8> {
    flat("text", "", &format!("<text:p>{}</text:p>", line()), "")
}

fn flat_sheet() -> Vec<u8> {
    let cell = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>";
    let row = format!("<table:table-row>{}</table:table-row>", cell.repeat(4));
    flat("spreadsheet", "<table:table>", &row, "</table:table>")
}

fn word_xml() -> Vec<u8> {
    let head = "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument xmlns:w=\"w\"><w:body>";
    let cell = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>";
    let row = format!("<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>");
    filled(head, &row, "</w:body></w:wordDocument>")
}

fn excel_xml() -> Vec<u8> {
    let head = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook><Worksheet ss:Name=\"a\"><Table>";
    let cell = "<Cell><Data ss:Type=\"Number\">1</Data></Cell>";
    let row = format!("<Row>{cell}{cell}</Row>");
    filled(head, &row, "</Table></Worksheet></Workbook>")
}

fn text_of_prose() -> Vec<u8> {
    filled("", &format!("{}\n", line()), "")
}

fn text_of_lines() -> Vec<u8> {
    filled("", "1\n", "")
}

fn text_of_tabs() -> Vec<u8> {
    filled("", "1\t2\t3\n", "")
}

fn text_of_pipes() -> Vec<u8> {
    filled("", "|1|2|3|\n", "")
}

fn one_line() -> Vec<u8> {
    filled("", "年报12", "")
}

pub(crate) const FILES: &[(&str, crate::Make)] = &[
    ("html of prose", page_of_prose),
    ("html in GBK", page_in_gbk),
    ("html in UTF-16", page_in_utf_16),
    ("html of cells", page_of_cells),
    ("html of one table", page_of_one_table),
    ("html of empty cells", page_of_empty_cells),
    ("html of breaks", page_of_breaks),
    ("html of short paragraphs", page_of_paragraphs),
    ("html of tags", page_of_tags),
    ("html of entities", page_of_entities),
    ("html of attributes", page_of_attributes),
    ("mht in base64", mht_in_base64),
    ("mht in quoted-printable", mht_quoted),
    ("mht of parts", mht_of_parts),
    ("rtf of prose", rtf_of_prose),
    ("rtf of short paragraphs", rtf_of_paragraphs),
    ("rtf of rows", rtf_of_rows),
    ("rtf of edges", rtf_of_edges),
    ("rtf of groups", rtf_of_groups),
    ("flat text of OpenDocument", flat_text),
    ("flat spreadsheet of OpenDocument", flat_sheet),
    ("Word 2003 in XML", word_xml),
    ("Excel 2003 in XML", excel_xml),
    ("text of prose", text_of_prose),
    ("text of lines", text_of_lines),
    ("text of tabs", text_of_tabs),
    ("text of pipes", text_of_pipes),
    ("text of one line", one_line),
];
