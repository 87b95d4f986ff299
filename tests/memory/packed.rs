//! Documents and workbooks in archives. What they unpack to is as large as a part may be, and beside it stands as much as
//! fills the file: ten megabytes are ten megabytes, however well their text packs.

use gouji::limits;

use crate::FILE;
use crate::support::spreadsheet::Workbook;
use crate::support::zip::{Entry, docx_of_part, write};

/// Bytes of the part that is read: nearly all that one may have.
const PART: usize = limits::PART_BYTES - 1000;

/// Something repeated to a length, with something before and after.
fn filled(before: &str, piece: &str, after: &str, length: usize) -> String {
    let count = (length - before.len() - after.len()) / piece.len();
    [before, &piece.repeat(count), after].concat()
}

/// Signs that no packer makes smaller, as a picture has them.
fn picture(length: usize) -> Vec<u8> {
    let mut state = 2024_u64;
    let mut bytes = Vec::with_capacity(length + 8);
    while bytes.len() < length {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        bytes.extend((state >> 16).to_le_bytes());
    }
    bytes
}

/// The archive, with a picture that brings it to the size of the others.
fn with_picture(mut entries: Vec<Entry>) -> Vec<u8> {
    let used: usize = entries.iter().map(|entry| entry.data.len()).sum();
    // The packed forms of tests are not said twice to be right.
    let content = picture(FILE.saturating_sub(used));
    entries.push(Entry::stored("media/picture.png", &content));
    write(&entries)
}

fn document(piece: &str, part: usize) -> Vec<u8> {
    let part = filled(
        "<w:document xmlns:w=\"w\"><w:body>",
        piece,
        "</w:body></w:document>",
        part,
    );
    with_picture(vec![Entry::deflated("word/document.xml", part.as_bytes())])
}

fn prose() -> Vec<u8> {
    let line = "全年收到政府信息公开申请并按时办结".repeat(20);
    document(&format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"), PART)
}

/// Nearly as much text as a document may have.
fn much_prose() -> Vec<u8> {
    let line = "全年收到政府信息公开申请并按时办结".repeat(20);
    let piece = format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>");
    document(&piece, limits::TEXT_BYTES)
}

/// Paragraphs of one sign: text is the least of them.
fn paragraphs() -> Vec<u8> {
    document("<w:p><w:t>1</w:t></w:p>", PART)
}

fn tables() -> Vec<u8> {
    document(
        "<w:tbl><w:tr><w:tc><w:p><w:t>1</w:t></w:p></w:tc><w:tc/></w:tr></w:tbl>",
        PART,
    )
}

/// One table with as many cells as a grid may have.
fn cells() -> Vec<u8> {
    let row = format!("<w:tr>{}</w:tr>", "<w:tc><w:t>1</w:t></w:tc>".repeat(10));
    let table = format!("<w:tbl>{}</w:tbl>", row.repeat(9_900));
    let further = "<w:p><w:t>年报</w:t></w:p>".repeat(30_000);
    document(&(table + &further), PART)
}

/// A document that is not packed at all.
fn stored() -> Vec<u8> {
    let line = "全年收到政府信息公开申请并按时办结".repeat(20);
    let piece = format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>");
    let part = filled(
        "<w:document xmlns:w=\"w\">",
        &piece,
        "</w:document>",
        FILE - 2000,
    );
    write(&[Entry::stored("word/document.xml", part.as_bytes())])
}

/// A document in UTF-16.
fn wide() -> Vec<u8> {
    let piece = format!("<w:p><w:t>{}</w:t></w:p>", "年报".repeat(200));
    let part = filled("<w:document xmlns:w=\"w\">", &piece, "</w:document>", PART);
    let units: Vec<u8> = std::iter::once(0xFEFF)
        .chain(part.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .take(PART - PART % 2)
        .collect();
    with_picture(vec![Entry::deflated("word/document.xml", &units)])
}

/// A list of what a package refers to, without end.
fn relations() -> Vec<u8> {
    let list = filled("<Relationships>", "<R/>", "</Relationships>", PART);
    let mut entries = vec![Entry::deflated("_rels/.rels", list.as_bytes())];
    entries.push(Entry::stored(
        "word/document.xml",
        b"<w:document><w:p><w:t>1</w:t></w:p></w:document>",
    ));
    with_picture(entries)
}

fn workbook(sheet: &str, further: Vec<Entry>) -> Vec<u8> {
    let mut entries = Workbook::default()
        .sheet("")
        .shared(&[""])
        .bordered()
        .entries();
    let mut replace = further;
    if !sheet.is_empty() {
        replace.push(Entry::deflated(
            "xl/worksheets/sheet0.xml",
            sheet.as_bytes(),
        ));
    }
    entries.retain(|entry| replace.iter().all(|other| other.name != entry.name));
    entries.extend(replace);
    with_picture(entries)
}

fn sheet_of(piece: &str) -> String {
    filled(
        "<worksheet><sheetData>",
        piece,
        "</sheetData></worksheet>",
        PART,
    )
}

fn numbers() -> Vec<u8> {
    let row = format!("<row>{}</row>", "<c><v>12345.678</v></c>".repeat(5));
    let sheet = |rows| format!("<sheetData>{}</sheetData>", row.repeat(rows));
    let book = Workbook::default()
        .tab("甲", "", &sheet(19_900))
        .tab("乙", "", &sheet(9_900));
    with_picture(book.entries())
}

fn inline_texts() -> Vec<u8> {
    workbook(
        &sheet_of("<row><c t=\"inlineStr\"><is><t>年报一二</t></is></c></row>"),
        Vec::new(),
    )
}

/// Texts that cells share, each without a sign.
fn shared_texts() -> Vec<u8> {
    let list = filled("<sst>", "<si/>", "</sst>", PART);
    workbook(
        "",
        vec![Entry::deflated("xl/sharedStrings.xml", list.as_bytes())],
    )
}

/// Long texts that cells share, and cells that show them until no more may be shown.
fn shown_texts() -> Vec<u8> {
    let text = format!("<si><t>{}</t></si>", "年报一二".repeat(100));
    let list = filled("<sst>", &text, "</sst>", PART);
    let rows: String = (0..13_000)
        .map(|at| format!("<row><c t=\"s\"><v>{at}</v></c><c><v>1</v></c></row>"))
        .collect();
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    workbook(
        &sheet,
        vec![Entry::deflated("xl/sharedStrings.xml", list.as_bytes())],
    )
}

fn formats() -> Vec<u8> {
    let list = filled(
        "<styleSheet><cellXfs>",
        "<xf/>",
        "</cellXfs></styleSheet>",
        PART,
    );
    workbook("", vec![Entry::deflated("xl/styles.xml", list.as_bytes())])
}

fn tabs() -> Vec<u8> {
    let list = filled(
        "<workbook><sheets>",
        "<sheet/>",
        "</sheets></workbook>",
        PART,
    );
    workbook(
        "",
        vec![Entry::deflated("xl/workbook.xml", list.as_bytes())],
    )
}

fn areas() -> Vec<u8> {
    let areas: String = (0..400_000)
        .map(|at| format!("<mergeCell ref=\"A{}:B{}\"/>", at * 2 + 1, at * 2 + 2))
        .collect();
    let sheet = format!(
        "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>{areas}</mergeCells></worksheet>"
    );
    workbook(&sheet, Vec::new())
}

/// As many entries as an archive may have, with names as long as they may be in ten megabytes.
fn entries() -> Vec<u8> {
    let content = b"x";
    let entries: Vec<Entry> = (0..limits::ZIP_ENTRIES - 1)
        .map(|at| Entry::stored(&format!("{at:05}{}.txt", "n".repeat(200)), content))
        .collect();
    write(&entries)
}

fn opendocument(kind: &str, body: &str, piece: &str, after: &str) -> Vec<u8> {
    let before = format!("<office:document-content><office:body><office:{kind}>{body}");
    let after = format!("{after}</office:{kind}></office:body></office:document-content>");
    let part = filled(&before, piece, &after, PART);
    with_picture(vec![
        Entry::stored(
            "mimetype",
            format!("application/vnd.oasis.opendocument.{kind}").as_bytes(),
        ),
        Entry::deflated("content.xml", part.as_bytes()),
    ])
}

fn odt_prose() -> Vec<u8> {
    let line = "全年收到政府信息公开申请并按时办结".repeat(20);
    opendocument("text", "", &format!("<text:p>{line}</text:p>"), "")
}

fn odt_paragraphs() -> Vec<u8> {
    opendocument("text", "", "<text:p>1</text:p>", "")
}

fn odt_cells() -> Vec<u8> {
    opendocument(
        "text",
        "<table:table><table:table-row>",
        "<table:table-cell/>",
        "</table:table-row></table:table>",
    )
}

fn ods_cells() -> Vec<u8> {
    let cell = "<table:table-cell><text:p>1</text:p></table:table-cell>";
    let row = format!("<table:table-row>{cell}{cell}</table:table-row>");
    opendocument("spreadsheet", "<table:table>", &row, "</table:table>")
}

fn ods_repeats() -> Vec<u8> {
    let cell = "<table:table-cell table:number-columns-repeated=\"16000\"><text:p>年</text:p></table:table-cell>";
    let row =
        format!("<table:table-row table:number-rows-repeated=\"1000000\">{cell}</table:table-row>");
    opendocument("spreadsheet", "<table:table>", &row, "</table:table>")
}

fn ods_styles() -> Vec<u8> {
    let styles: String = (0..150_000)
        .map(|at| format!("<s:style s:name=\"s{at}\"><s:table-cell-properties f:border=\"1\"/><s:text-properties t:display=\"none\"/></s:style>"))
        .collect();
    let part = format!(
        "<o:document-content><o:automatic-styles>{styles}</o:automatic-styles></o:document-content>"
    );
    with_picture(vec![
        Entry::stored(
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        Entry::deflated("content.xml", part.as_bytes()),
    ])
}

/// A bomb that says how large it is: one byte more than may be.
fn declared_bomb() -> Vec<u8> {
    docx_of_part(&vec![b' '; limits::PART_BYTES + 1])
}

/// A bomb that says it is small.
fn undeclared_bomb() -> Vec<u8> {
    let bomb = Entry::deflated("word/document.xml", &vec![b' '; limits::PART_BYTES + 1]);
    write(&[Entry { size: 1000, ..bomb }])
}

/// A small file that says that it holds as much as a part may have.
fn boastful() -> Vec<u8> {
    let small = Entry::deflated("word/document.xml", b"<w:document/>");
    write(&[Entry {
        size: limits::PART_BYTES as u64,
        ..small
    }])
}

/// Small parts that together are more than may be, each asked for.
fn many_parts() -> Vec<u8> {
    let mut book = Workbook::default();
    let rows = format!("<!--{}-->", " ".repeat(PART - 500));
    for _ in 0..6 {
        book = book.sheet(&rows);
    }
    book.bytes()
}

/// A document in an archive in an archive, each as large as it may be.
fn nested() -> Vec<u8> {
    let text = format!("<w:p><w:t>{}</w:t></w:p>", "年报".repeat(200));
    let part = filled("<w:document xmlns:w=\"w\">", &text, "</w:document>", PART);
    let further = Entry::stored("media/blank.bin", &vec![0; PART - 100_000]);
    let document = write(&[
        Entry::deflated("word/document.xml", part.as_bytes()),
        further,
    ]);
    let picture = picture(FILE - 100_000);
    let inner = write(&[
        Entry::deflated("a.docx", &document),
        Entry::stored("a.png", &picture),
    ]);
    write(&[Entry::stored("a.zip", &inner)])
}

pub(crate) const FILES: &[(&str, crate::Make)] = &[
    ("docx of prose", prose),
    ("docx of as much prose as may be", much_prose),
    ("docx of short paragraphs", paragraphs),
    ("docx of tables", tables),
    ("docx of cells", cells),
    ("docx that is not packed", stored),
    ("docx in UTF-16", wide),
    ("docx of relations", relations),
    ("xlsx of numbers", numbers),
    ("xlsx of texts in cells", inline_texts),
    ("xlsx of empty shared texts", shared_texts),
    ("xlsx of long shared texts", shown_texts),
    ("xlsx of formats", formats),
    ("xlsx of tabs", tabs),
    ("xlsx of merged areas", areas),
    ("zip of entries", entries),
    ("zip in a zip", nested),
    ("odt of prose", odt_prose),
    ("odt of short paragraphs", odt_paragraphs),
    ("odt of cells", odt_cells),
    ("ods of cells", ods_cells),
    ("ods of repeats", ods_repeats),
    ("ods of styles", ods_styles),
    ("bomb that says its size", declared_bomb),
    ("bomb that hides its size", undeclared_bomb),
    ("bomb that is none", boastful),
    ("bomb of many parts", many_parts),
];
