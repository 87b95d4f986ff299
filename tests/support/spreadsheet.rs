//! Workbooks in XML around the markup of their sheets.

use super::zip::{Entry, write};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A workbook in Office Open XML, being put together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Workbook {
    /// Name, attributes of the tab, markup of the sheet.
    sheets: Vec<(String, String, String)>,
    shared: Option<String>,
    styles: Option<String>,
}

impl Workbook {
    /// A sheet of these rows.
    pub(crate) fn sheet(self, rows: &str) -> Self {
        let name = format!("表{}", self.sheets.len() + 1);
        self.tab(&name, "", &format!("<sheetData>{rows}</sheetData>"))
    }

    /// A sheet of any markup.
    pub(crate) fn tab(mut self, name: &str, attributes: &str, markup: &str) -> Self {
        self.sheets
            .push((name.to_owned(), attributes.to_owned(), markup.to_owned()));
        self
    }

    /// The shared texts, each as the markup of its `si`.
    pub(crate) fn shared(mut self, texts: &[&str]) -> Self {
        let items: String = texts
            .iter()
            .map(|text| format!("<si>{text}</si>"))
            .collect();
        self.shared = Some(format!("<sst xmlns=\"{MAIN}\">{items}</sst>"));
        self
    }

    /// Format 1 draws a border, format 0 does not.
    pub(crate) fn bordered(mut self) -> Self {
        self.styles = Some(format!(
            "<styleSheet xmlns=\"{MAIN}\"><borders><border><left/><right/></border><border><left style=\"thin\"><color auto=\"1\"/></left></border></borders><cellStyleXfs><xf borderId=\"1\"/></cellStyleXfs><cellXfs><xf borderId=\"0\"/><xf borderId=\"1\"/></cellXfs><dxfs><dxf><border><left style=\"thin\"/></border></dxf></dxfs></styleSheet>"
        ));
        self
    }

    pub(crate) fn entries(&self) -> Vec<Entry> {
        let mut tabs = String::new();
        let mut relations = String::new();
        let mut entries = Vec::new();
        for (at, (name, attributes, markup)) in self.sheets.iter().enumerate() {
            tabs.push_str(&format!(
                "<sheet name=\"{name}\" sheetId=\"{}\" {attributes} r:id=\"r{at}\"/>",
                at + 1
            ));
            relations.push_str(&format!(
                "<Relationship Id=\"r{at}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
            ));
            let sheet = format!("<worksheet xmlns=\"{MAIN}\">{markup}</worksheet>");
            entries.push(Entry::deflated(
                &format!("xl/worksheets/sheet{at}.xml"),
                sheet.as_bytes(),
            ));
        }
        for (kind, part) in [("sharedStrings", &self.shared), ("styles", &self.styles)] {
            if let Some(part) = part {
                relations.push_str(&format!(
                    "<Relationship Id=\"{kind}\" Type=\"{OFFICE}/{kind}\" Target=\"/xl/{kind}.xml\"/>"
                ));
                entries.push(Entry::deflated(&format!("xl/{kind}.xml"), part.as_bytes()));
            }
        }
        let list =
            |body: &str| format!("<Relationships xmlns=\"{PACKAGE}\">{body}</Relationships>");
        let root = list(&format!(
            "<Relationship Id=\"r\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/>"
        ));
        let workbook = format!(
            "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{tabs}</sheets></workbook>"
        );
        entries.push(Entry::deflated("xl/workbook.xml", workbook.as_bytes()));
        entries.push(Entry::deflated(
            "xl/_rels/workbook.xml.rels",
            list(&relations).as_bytes(),
        ));
        entries.push(Entry::deflated("_rels/.rels", root.as_bytes()));
        entries
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        write(&self.entries())
    }
}

const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"";

/// An OpenDocument file: its kind (`text` or `spreadsheet`), automatic styles and body.
pub(crate) fn opendocument(kind: &str, styles: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    );
    write(&[
        Entry::stored(
            "mimetype",
            format!("application/vnd.oasis.opendocument.{kind}").as_bytes(),
        ),
        Entry::deflated("content.xml", content.as_bytes()),
    ])
}
