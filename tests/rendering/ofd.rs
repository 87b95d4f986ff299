//! Sheets as an OFD file, in several ways of writing the same thing.

#[allow(
    clippy::duplicate_mod,
    reason = "programs that have both parts of the test code share it"
)]
#[path = "../support/zip.rs"]
pub mod zip;

use std::fmt::Write;

use super::drawn::{Line, Paper, Sheet, width};
use zip::{Entry, write};

/// How the file is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Making {
    /// Cells as closed paths, every distance between signs written out.
    Plain,
    /// Cells as thin filled areas in a template below each page; no prefix, locations from the root.
    Template,
    /// Distances as repeats, objects stretched and moved by a matrix, each line of a cell a path of its own, drawn twice.
    Repeats,
}

pub const MAKINGS: [Making; 3] = [Making::Plain, Making::Template, Making::Repeats];

/// Millimetres in a point.
const MM: f64 = 25.4 / 72.0;

/// The file.
pub fn ofd(sheets: &[Sheet], paper: &Paper, making: Making) -> Vec<u8> {
    write(&entries(sheets, paper, making))
}

/// The parts of the file, so that tests can break each.
pub fn entries(sheets: &[Sheet], paper: &Paper, making: Making) -> Vec<Entry> {
    let prefix = if making == Making::Template {
        ""
    } else {
        "ofd:"
    };
    let root = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><{prefix}OFD xmlns{}=\"http://www.ofdspec.org/2016\" Version=\"1.1\" DocType=\"OFD\">\
         <{prefix}DocBody><{prefix}DocInfo><{prefix}DocID>1</{prefix}DocID></{prefix}DocInfo>\
         <{prefix}DocRoot>{}Doc_0/Document.xml</{prefix}DocRoot></{prefix}DocBody></{prefix}OFD>",
        if prefix.is_empty() { "" } else { ":ofd" },
        if making == Making::Template { "/" } else { "" },
    );
    let mut document = format!(
        "<{prefix}Document xmlns{}=\"http://www.ofdspec.org/2016\"><{prefix}CommonData><{prefix}MaxUnitID>9</{prefix}MaxUnitID>\
         <{prefix}PageArea><{prefix}PhysicalBox>0 0 {:.3} {:.3}</{prefix}PhysicalBox></{prefix}PageArea>",
        if prefix.is_empty() { "" } else { ":ofd" },
        paper.width * MM,
        paper.height * MM
    );
    let mut pages = String::new();
    let mut parts = Vec::new();
    for (number, sheet) in sheets.iter().enumerate() {
        // The names of the parts do not follow the order of the pages.
        let name = format!("Pages/Page_{}/Content.xml", sheets.len() - number);
        write!(
            pages,
            "<{prefix}Page ID=\"{}\" BaseLoc=\"{name}\"/>",
            100 + number
        )
        .unwrap();
        let (lines, texts) = (rulings(sheet, making, prefix), texts(sheet, making, prefix));
        let mut page = format!(
            "<{prefix}Page xmlns{}=\"http://www.ofdspec.org/2016\">",
            if prefix.is_empty() { "" } else { ":ofd" }
        );
        let layer = |objects: &str| {
            format!(
                "<{prefix}Content><{prefix}Layer Type=\"Body\"><{prefix}PageBlock>{objects}</{prefix}PageBlock></{prefix}Layer></{prefix}Content>"
            )
        };
        if making == Making::Template {
            let template = format!("Tpls/Tpl_{number}/Content.xml");
            write!(
                document,
                "<{prefix}TemplatePage ID=\"{}\" BaseLoc=\"{template}\"/>",
                200 + number
            )
            .unwrap();
            write!(
                page,
                "<{prefix}Template TemplateID=\"{}\" ZOrder=\"Background\"/>",
                200 + number
            )
            .unwrap();
            let content = format!("{page}{}</{prefix}Page>", layer(&lines))
                .replace("<Template ", "<Ignored ");
            parts.push(Entry::deflated(
                &format!("Doc_0/{template}"),
                content.as_bytes(),
            ));
            page.push_str(&layer(&texts));
        } else {
            page.push_str(&layer(&(lines + &texts)));
        }
        write!(page, "</{prefix}Page>").unwrap();
        parts.push(Entry::deflated(&format!("Doc_0/{name}"), page.as_bytes()));
    }
    write!(
        document,
        "</{prefix}CommonData><{prefix}Pages>{pages}</{prefix}Pages></{prefix}Document>"
    )
    .unwrap();
    let mut entries = vec![
        Entry::deflated("OFD.xml", root.as_bytes()),
        Entry::deflated("Doc_0/Document.xml", document.as_bytes()),
    ];
    entries.extend(parts);
    entries
}

fn rulings(sheet: &Sheet, making: Making, prefix: &str) -> String {
    let mut out = String::new();
    for area in &sheet.boxes {
        let [left, top, right, bottom] = area.map(|at| at * MM);
        let (wide, high) = (right - left, bottom - top);
        match making {
            Making::Plain => {
                write!(
                    out,
                    "<{prefix}PathObject ID=\"7\" Boundary=\"{left:.3} {top:.3} {wide:.3} {high:.3}\" LineWidth=\"0.25\">\
                     <{prefix}AbbreviatedData>M 0 0 L {wide:.3} 0 L {wide:.3} {high:.3} L 0 {high:.3} C</{prefix}AbbreviatedData></{prefix}PathObject>"
                )
                .unwrap();
            }
            Making::Template => {
                let thin = 0.17;
                for [x, y, w, h] in [
                    [left, top, wide, thin],
                    [left, bottom, wide, thin],
                    [left, top, thin, high],
                    [right, top, thin, high],
                ] {
                    write!(
                        out,
                        "<{prefix}PathObject Boundary=\"{x:.3} {y:.3} {w:.3} {h:.3}\" Stroke=\"false\" Fill=\"true\">\
                         <{prefix}FillColor Value=\"0 0 0\"/><{prefix}AbbreviatedData>S 0 0 M 0 0 L {w:.3} 0 L {w:.3} {h:.3} L 0 {h:.3} L 0 0</{prefix}AbbreviatedData></{prefix}PathObject>"
                    )
                    .unwrap();
                }
            }
            Making::Repeats => {
                for [x0, y0, x1, y1] in [
                    [left, top, right, top],
                    [left, bottom, right, bottom],
                    [left, top, left, bottom],
                    [right, top, right, bottom],
                ] {
                    write!(
                        out,
                        "<{prefix}PathObject Boundary=\"0 0 210 297\" CTM=\"0.1 0 0 0.1 0 0\"><{prefix}StrokeColor Value=\"0 0 0\"/>\
                         <{prefix}AbbreviatedData>M {:.2} {:.2} L {:.2} {:.2}</{prefix}AbbreviatedData></{prefix}PathObject>",
                        x0 * 10.0,
                        y0 * 10.0,
                        x1 * 10.0,
                        y1 * 10.0
                    )
                    .unwrap();
                }
            }
        }
    }
    out
}

fn texts(sheet: &Sheet, making: Making, prefix: &str) -> String {
    let mut out = String::new();
    for line in &sheet.texts {
        let size = line.size * MM;
        let text = line.text.replace('&', "&amp;").replace('<', "&lt;");
        let (x, y) = (line.x * MM, line.y * MM - size);
        if making == Making::Repeats {
            // A font of the size one, stretched.
            write!(
                out,
                "<{prefix}TextObject Boundary=\"{x:.3} {y:.3} 100 {:.3}\" Font=\"3\" Size=\"1\" CTM=\"{size:.5} 0 0 {size:.5} 0 0\">\
                 <{prefix}TextCode X=\"0\" Y=\"1\"{}>{text}</{prefix}TextCode></{prefix}TextObject>",
                size * 1.3,
                steps(line, 1.0, true)
            )
        } else {
            write!(
                out,
                "<{prefix}TextObject Boundary=\"{x:.3} {y:.3} 100 {:.3}\" Font=\"3\" Size=\"{size:.4}\">\
                 <{prefix}TextCode X=\"0\" Y=\"{size:.4}\"{}>{text}</{prefix}TextCode></{prefix}TextObject>",
                size * 1.3,
                steps(line, size, false)
            )
        }
        .unwrap();
    }
    out
}

/// The attribute for the distances between signs; none for a single sign.
fn steps(line: &Line, size: f64, repeats: bool) -> String {
    let widths: Vec<f64> = line.text.chars().map(|c| width(c) * size).collect();
    let mut tokens = Vec::new();
    let mut rest = &widths[..widths.len() - 1];
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|width| *width == first).count();
        if repeats && same > 1 {
            tokens.push(format!("g {same} {first:.4}"));
            rest = &rest[same..];
        } else {
            tokens.push(format!("{first:.4}"));
            rest = &rest[1..];
        }
    }
    if tokens.is_empty() {
        String::new()
    } else {
        format!(" DeltaX=\"{}\"", tokens.join(" "))
    }
}
