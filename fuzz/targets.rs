//! What each fuzz target does with its bytes. `tests/smoke` runs the same over mutated files, for a moment, in every test.

use gouji::reader::Format;
use gouji::reader::encoding::native::NativeDecoder;

#[path = "../tests/support/compound.rs"]
#[allow(dead_code)]
mod compound;
#[path = "../tests/support/zip.rs"]
#[allow(dead_code)]
mod zip;

#[path = "../tests/support/ofd.rs"]
#[allow(dead_code)]
mod ofd_parts;
#[path = "../tests/support/spreadsheet.rs"]
#[allow(dead_code)]
mod spreadsheet;

fn read(format: Format, bytes: &[u8]) {
    let _ = gouji::reader::read_as(format, bytes, &NativeDecoder);
}

pub(crate) fn html(bytes: &[u8]) {
    read(Format::Html, bytes);
}

pub(crate) fn text_or_any(bytes: &[u8]) {
    let _ = gouji::reader::read(bytes, &NativeDecoder);
    read(Format::Text, bytes);
}

pub(crate) fn docx(bytes: &[u8]) {
    read(Format::Docx, bytes);
    // Chance never finds a checksum: the same bytes as a main part, too.
    read(Format::Docx, &zip::docx_of_part(bytes));
}

pub(crate) fn doc(bytes: &[u8]) {
    read(Format::Doc, bytes);
    // Chance seldom finds its way through a container: the same bytes as the streams of one, too.
    let (text, table) = bytes.split_at(bytes.len() / 2);
    let whole = compound::write(&[
        compound::Node::Stream("WordDocument", text.to_vec()),
        compound::Node::Stream("0Table", table.to_vec()),
        compound::Node::Stream("1Table", table.to_vec()),
    ]);
    read(Format::Doc, &whole);
}

/// The bytes as an archive, and as each of the parts of one that are read.
pub(crate) fn xlsx(bytes: &[u8]) {
    read(Format::Xlsx, bytes);
    let book = spreadsheet::Workbook::default()
        .sheet("<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>1</v></c></row>")
        .shared(&["<t>1</t>"])
        .bordered();
    let parts = book.entries();
    for at in 0..parts.len() {
        let mut parts = parts.clone();
        let name = String::from_utf8_lossy(&parts[at].name).into_owned();
        parts[at] = zip::Entry::stored(&name, bytes);
        read(Format::Xlsx, &zip::write(&parts));
    }
}

/// The bytes as an archive or a flat file, and as the content of both kinds of document.
pub(crate) fn opendocument(bytes: &[u8]) {
    read(Format::Odt, bytes);
    for kind in ["text", "spreadsheet"] {
        let media_type = format!("application/vnd.oasis.opendocument.{kind}");
        read(
            Format::Ods,
            &zip::write(&[
                zip::Entry::stored("mimetype", media_type.as_bytes()),
                zip::Entry::stored("content.xml", bytes),
            ]),
        );
        let body = String::from_utf8_lossy(bytes);
        read(Format::Ods, &spreadsheet::opendocument(kind, "", &body));
    }
}

pub(crate) fn rtf(bytes: &[u8]) {
    read(Format::Rtf, bytes);
    read(
        Format::Rtf,
        &[b"{\\rtf1\\ansi\\ansicpg936 ".as_slice(), bytes, b"}"].concat(),
    );
}

pub(crate) fn mht(bytes: &[u8]) {
    read(Format::Mht, bytes);
    let head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        .as_slice();
    read(Format::Mht, &[head, bytes, b"\r\n--x--\r\n"].concat());
}

/// Documents and workbooks that are one XML file.
pub(crate) fn xml(bytes: &[u8]) {
    read(Format::WordXml, bytes);
    read(Format::ExcelXml, bytes);
}

/// An archive of files, each of which may be a report, down to the outcome.
pub(crate) fn archive(bytes: &[u8]) {
    let options = gouji::Options::new(&NativeDecoder);
    gouji::check_each(bytes, "a.zip", &options, &mut |_| {});
    let inner = zip::write(&[
        zip::Entry::stored("a.html", bytes),
        zip::Entry::stored("b.zip", bytes),
    ]);
    gouji::check_each(&inner, "a.zip", &options, &mut |_| {});
}

pub(crate) fn ofd(bytes: &[u8]) {
    read(Format::Ofd, bytes);
    // Chance never finds a checksum: the same bytes as a page, too.
    let text = String::from_utf8_lossy(bytes);
    read(Format::Ofd, &zip::write(&ofd_parts::parts(&text)));
    read(Format::Ofd, &ofd_parts::ofd(&text));
}

/// A workbook may lie in a compound file or be the file; which of them is tried is told by what the bytes begin with.
pub(crate) fn xls(bytes: &[u8]) {
    read(Format::Xls, bytes);
}

pub(crate) fn read_pdf(bytes: &[u8]) {
    read(Format::Pdf, bytes);
}

pub(crate) fn pdf(bytes: &[u8]) {
    read(Format::Pdf, bytes);
    read(Format::Pdf, &page_of(bytes));
}

/// A page that draws the bytes, with a font whose map they are, too.
fn page_of(content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let mut file = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 4 0 R>>>>>> endobj\n\
        5 0 obj <</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 4 0 R>> endobj\n"
        .to_vec();
    file.extend(format!("4 0 obj <</Subtype/Form/Length {length}>> stream\n").bytes());
    file.extend(content);
    file.extend(b"\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n");
    file
}
