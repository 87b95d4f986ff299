//! Signs that look alike and are not: every reader hands them on as they are written.

use crate::support::spreadsheet::{Workbook, opendocument};
use crate::support::zip::docx;
use crate::support::{document, grids, paragraphs, word, workbook};

/// A label with an ideographic space inside, a figure of full-width digits, one with hard blanks around, a blank cell of
/// hard and ideographic spaces.
const CELLS: [&str; 4] = ["　规　章", "１２", "\u{a0}3\u{a0}", "\u{a0}　"];
/// A line of text with an ideographic space inside.
const LINE: &str = "一、总体　情况";

/// Text as RTF writes it.
fn rtf(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            c if c.is_ascii() => c.to_string(),
            '\u{a0}' => "\\~".to_owned(),
            c => format!("\\u{}?", c as u32 as u16 as i16),
        })
        .collect()
}

fn joined(cell: fn(&str) -> String) -> String {
    CELLS.map(cell).concat()
}

/// A table of one row behind the line, in every format.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let td = joined(|text| format!("<td>{text}</td>"));
    let html = format!("<p>{LINE}</p><table><tr>{td}</tr></table>");
    let mht = format!(
        "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{}",
        html
    );
    let tc = joined(|text| {
        format!("<w:tc><w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p></w:tc>")
    });
    let body = format!("<w:p><w:r><w:t>{LINE}</w:t></w:r></w:p><w:tbl><w:tr>{tc}</w:tr></w:tbl>");
    let shown = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let rows = format!(
        "<row>{}</row><row>{}</row>",
        shown(LINE),
        CELLS.map(shown).concat()
    );
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let row = format!(
        "<table:table-row>{}</table:table-row>",
        CELLS.map(cell).concat()
    );
    let odt = format!("<text:p>{LINE}</text:p><table:table>{row}</table:table>");
    let ods = format!(
        "<table:table><table:table-row>{}</table:table-row>{row}</table:table>",
        cell(LINE)
    );
    let edges: Vec<i16> = (0..=4).map(|edge| edge * 900).collect();
    let mut doc = vec![word::paragraph(LINE)];
    doc.extend(word::row(&CELLS, &edges, &[]));
    let mut records = vec![workbook::label(0, 0, LINE)];
    records.extend((0..4).map(|at| workbook::label(1, at, CELLS[usize::from(at)])));
    let edges: String = (1..=4)
        .map(|edge| format!("\\cellx{}", edge * 900))
        .collect();
    let cells = CELLS
        .map(|text| format!("\\pard\\intbl {}\\cell ", rtf(text)))
        .concat();
    let rich = format!(
        "{{\\rtf1\\ansi {}\\par \\trowd{edges} {cells}\\row\\pard}}",
        rtf(LINE)
    );
    vec![
        (
            "text",
            format!("{LINE}\n{}\n", CELLS.join("\t")).into_bytes(),
        ),
        ("html", html.into_bytes()),
        ("mht", mht.into_bytes()),
        ("docx", docx(&body)),
        ("xlsx", Workbook::default().sheet(&rows).bytes()),
        ("ods", opendocument("spreadsheet", "", &ods)),
        ("odt", opendocument("text", "", &odt)),
        ("doc", word::document(&doc)),
        ("xls", workbook::sheet(&records)),
        ("rtf", rich.into_bytes()),
    ]
}

#[test]
fn ideographic_spaces_hard_blanks_and_full_width_digits_stay_as_written() {
    for (name, bytes) in files() {
        let document = document(&bytes);
        assert_eq!(paragraphs(&document), [LINE], "{name}");
        let grids = grids(&document);
        assert_eq!(grids.len(), 1, "{name}");
        let texts: Vec<&str> = grids[0]
            .row(0)
            .iter()
            .map(|cell| cell.text.as_str())
            .collect();
        // Around the text a reader may leave them out; inside, and of what digits they are, never.
        assert!(texts.len() >= 3, "{name}: {texts:?}");
        assert_eq!(texts[0].trim(), "规　章", "{name}");
        assert_eq!(texts[1], "１２", "{name}");
        assert_eq!(texts[2].trim(), "3", "{name}");
        // On a sheet a blank cell without a border is not there at all.
        let last = texts.get(3).map_or("", |text| text.trim());
        assert_eq!(last, "", "{name}");
    }
}
