//! One table, many forms: whatever the clerk has, the cells and the findings are the same.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;
mod support;

use std::collections::BTreeMap;

use gouji::finding::Finding;
use gouji::form::CellId;
use gouji::number::Value;
use gouji::outcome::Checked;
use rendering::checked;
use rendering::{Figures, Part, Slot};
use support::zip::{Entry, write};
use support::{word, workbook};

/// What must not depend on the form of the file: raw texts, values, states, findings.
type Essence = (
    BTreeMap<CellId, (String, Option<Value>, &'static str)>,
    Vec<Finding>,
);

fn essence(checked: &Checked) -> Essence {
    let cells = checked.report.cells.iter().map(|(id, cell)| {
        (
            *id,
            (cell.raw.trim().to_owned(), cell.value, cell.state.name()),
        )
    });
    (cells.collect(), checked.findings.clone())
}

fn docx(figures: &Figures) -> Vec<u8> {
    write(&[Entry::deflated(
        "word/document.xml",
        figures.document_xml().as_bytes(),
    )])
}

/// The cells of a table, each at its row and column.
fn placed(table: &[Vec<Slot>]) -> Vec<(u16, u16, &Slot)> {
    let mut taken = std::collections::BTreeSet::new();
    let mut cells = Vec::new();
    for (row, slots) in (0_u16..).zip(table) {
        let mut column = 0;
        for slot in slots {
            while taken.contains(&(row, column)) {
                column += 1;
            }
            let (rows, columns) = (slot.rows as u16, slot.columns as u16);
            for row in row..row + rows {
                taken.extend((column..column + columns).map(|column| (row, column)));
            }
            cells.push((row, column, slot));
            column += columns;
        }
    }
    cells
}

/// The report as a document of Word 97.
fn doc(figures: &Figures, layout: word::Layout, form: word::Form) -> Vec<u8> {
    let mut paragraphs = Vec::new();
    for part in figures.parts() {
        let table = match part {
            Part::Text(text) => {
                paragraphs.push(word::paragraph(&text));
                continue;
            }
            Part::Table(table) => figures.grid(table),
        };
        let cells = placed(&table);
        for row in 0..table.len() as u16 {
            // Cells that begin in the row, and those that reach into it.
            let mut here: Vec<_> = cells
                .iter()
                .filter(|(first, _, slot)| (*first..*first + slot.rows as u16).contains(&row))
                .collect();
            here.sort_by_key(|(_, column, _)| *column);
            let mut edges = vec![0];
            let (mut texts, mut flags) = (Vec::new(), Vec::new());
            for (first, column, slot) in here {
                edges.push((*column as i16 + slot.columns as i16) * 600);
                texts.push(if *first == row {
                    slot.text.as_str()
                } else {
                    ""
                });
                flags.push(match (slot.rows, *first == row) {
                    (1, _) => 0,
                    (_, true) => word::STARTS,
                    (_, false) => word::CONTINUES,
                });
            }
            paragraphs.extend(word::row(&texts, &edges, &flags));
        }
    }
    word::streams(&paragraphs, layout, form, &[]).contain()
}

/// The report as a workbook of Excel 97: all on one sheet.
fn xls(figures: &Figures) -> Vec<u8> {
    let mut records = Vec::new();
    let mut areas = Vec::new();
    let mut top = 0_u16;
    for part in figures.parts() {
        let table = match part {
            Part::Text(text) => {
                records.push(workbook::with_format(workbook::label(top, 0, &text), 0));
                top += 1;
                continue;
            }
            Part::Table(table) => figures.grid(table),
        };
        for (row, column, slot) in placed(&table) {
            let row = top + row;
            // Excel knows no other numbers than these; whatever else is typed stays a text.
            let record = match slot.text.parse::<u32>() {
                Ok(number) => workbook::number(row, column, number.into()),
                Err(_) if slot.text.is_empty() => workbook::blank(row, column, 1),
                Err(_) => workbook::label(row, column, &slot.text),
            };
            records.push(workbook::with_format(record, 1));
            let (rows, columns) = (slot.rows as u16, slot.columns as u16);
            areas.push([row, row + rows - 1, column, column + columns - 1]);
        }
        top += table.len() as u16;
    }
    records.extend(areas.chunks(1_000).map(workbook::merged));
    let formats = [workbook::cell_format(0), workbook::cell_format(0x1111)];
    workbook::workbook(&formats, &[workbook::tab(&records)])
}

/// The report in every form that keeps the boundaries of cells.
fn forms(figures: &Figures) -> Vec<(&'static str, Vec<u8>)> {
    let html = figures.html();
    let (gbk, _, bad) = encoding_rs::GB18030.encode(&html);
    assert!(!bad);
    let declared = gbk
        .windows(15)
        .position(|window| window == b"charset=\"utf-8\"")
        .map(|at| [&gbk[..at], b"charset=\"gb2312\"", &gbk[at + 15..]].concat())
        .unwrap();
    let text = figures.text();
    let pipes: String = text
        .lines()
        .map(|line| {
            if line.contains('\t') {
                format!("| {} |\n", line.replace('\t', " | "))
            } else {
                format!("{line}\n")
            }
        })
        .collect();
    vec![
        ("html", html.clone().into_bytes()),
        ("html in gb2312", declared),
        (
            "html without end tags",
            html.replace("</td>", "")
                .replace("</tr>", "")
                .replace("</p>", "")
                .into_bytes(),
        ),
        (
            "clipboard fragment",
            html[html.find("<body>").unwrap() + 6..]
                .replace("</body></html>", "")
                .into_bytes(),
        ),
        ("docx", docx(figures)),
        (
            "doc",
            doc(figures, word::Layout::Whole, word::Form::Elsewhere),
        ),
        (
            "doc as WPS writes it",
            doc(figures, word::Layout::Compressed, word::Form::Pairs),
        ),
        (
            "doc saved fast",
            doc(figures, word::Layout::Backwards, word::Form::Elsewhere),
        ),
        ("xls", xls(figures)),
        ("text", text.clone().into_bytes()),
        (
            "text with Windows line ends",
            text.replace('\n', "\r\n").into_bytes(),
        ),
        (
            "text in gb18030",
            encoding_rs::GB18030.encode(&text).0.into_owned(),
        ),
        (
            "text in utf-16",
            [
                &[0xff, 0xfe],
                text.encode_utf16()
                    .flat_map(u16::to_le_bytes)
                    .collect::<Vec<_>>()
                    .as_slice(),
            ]
            .concat(),
        ),
        ("pipes", pipes.into_bytes()),
    ]
}

fn all_forms_agree(figures: &Figures) {
    let forms = forms(figures);
    let (_, html) = &forms[0];
    let expected = essence(&checked(html, "html"));
    assert_eq!(expected.0.len(), figures.cells.len());
    for (id, raw) in &figures.cells {
        assert_eq!(expected.0[id].0, raw.trim(), "{id}");
    }
    for (name, bytes) in &forms[1..] {
        assert_eq!(essence(&checked(bytes, name)), expected, "{name}");
    }
}

#[test]
fn a_balanced_report() {
    for edition in ["2019", "2021"] {
        all_forms_agree(&Figures::example(edition));
    }
}

#[test]
fn a_report_with_every_kind_of_cell() {
    let mut figures = Figures::example("2021");
    figures
        .set("requests.new.natural_person", "４６")
        .set("requests.granted.natural_person", "22（其中更正1件）")
        .set("requests.repeated.business", "/")
        .set("requests.repeated.total", "—")
        .set("requests.petition.total", "见附件")
        .set("requests.carried_out.natural_person", "-3")
        .set("disclosure.fees.amount", "1,864,275元")
        .set("disclosure.licensing.decisions", "1.2万")
        .set("disputes.direct_suit.total", "9");
    all_forms_agree(&figures);
}

#[test]
fn blank_cells_stay_in_their_columns() {
    let mut figures = Figures::example("2021");
    for (line, _) in figures
        .edition
        .table(gouji::form::Table::Requests)
        .unwrap()
        .lines()
        .map(|(_, line)| (line, ()))
    {
        for column in [
            "business",
            "research",
            "public_interest",
            "legal_service",
            "other_organisation",
        ] {
            figures.set(&format!("requests.{}.{column}", line.line.name()), "");
        }
    }
    all_forms_agree(&figures);
}

#[test]
fn figures_of_seven_digits_and_many_zeros() {
    let mut figures = Figures::zeros("2021");
    figures
        .set("requests.new.natural_person", "1234567")
        .set("requests.new.total", "1234567");
    all_forms_agree(&figures);
}
