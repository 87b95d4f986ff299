//! OFD packages, part by part.

use super::zip::{Entry, write};

/// The three parts of a document of one page, so that tests can change each.
pub(crate) fn parts(page: &str) -> Vec<Entry> {
    vec![
        Entry::deflated("OFD.xml", root(&["Doc_0/Document.xml"]).as_bytes()),
        Entry::deflated(
            "Doc_0/Document.xml",
            document(
                "<o:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>",
                "",
            )
            .as_bytes(),
        ),
        Entry::deflated("Doc_0/Pages/Page_0/Content.xml", page.as_bytes()),
    ]
}

/// A document of one page with these objects.
pub(crate) fn ofd(objects: &str) -> Vec<u8> {
    write(&parts(&page(objects)))
}

pub(crate) fn root(documents: &[&str]) -> String {
    let bodies: String = documents
        .iter()
        .map(|location| format!("<o:DocBody><o:DocRoot>{location}</o:DocRoot></o:DocBody>"))
        .collect();
    format!("<o:OFD xmlns:o=\"http://www.ofdspec.org/2016\">{bodies}</o:OFD>")
}

pub(crate) fn document(pages: &str, more: &str) -> String {
    format!(
        "<o:Document xmlns:o=\"http://www.ofdspec.org/2016\"><o:CommonData><o:PageArea><o:PhysicalBox>0 0 210 297</o:PhysicalBox></o:PageArea>\
         </o:CommonData><o:Pages>{pages}</o:Pages>{more}</o:Document>"
    )
}

pub(crate) fn page(objects: &str) -> String {
    format!(
        "<o:Page xmlns:o=\"http://www.ofdspec.org/2016\"><o:Content><o:Layer>{objects}</o:Layer></o:Content></o:Page>"
    )
}

/// A text of the size 4 mm, its line 4 mm below the top of its box.
pub(crate) fn text(x: f64, y: f64, attributes: &str, text: &str) -> String {
    format!(
        "<o:TextObject Boundary=\"{x} {y} 50 5\" Size=\"4\"><o:TextCode X=\"0\" Y=\"4\" {attributes}>{text}</o:TextCode></o:TextObject>"
    )
}

/// A closed path around an area.
pub(crate) fn frame([left, top, right, bottom]: [i32; 4]) -> String {
    let (wide, high) = (right - left, bottom - top);
    path(
        &format!("Boundary=\"{left} {top} {wide} {high}\""),
        "",
        &format!("M 0 0 L {wide} 0 L {wide} {high} L 0 {high} C"),
    )
}

pub(crate) fn path(attributes: &str, colours: &str, data: &str) -> String {
    format!(
        "<o:PathObject {attributes}>{colours}<o:AbbreviatedData>{data}</o:AbbreviatedData></o:PathObject>"
    )
}
