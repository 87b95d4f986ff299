//! Files that break things, from the outside: each has its own problem and tells the clerk what to do next.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;
mod support;

use std::collections::BTreeSet;

use gouji::outcome::{Outcome, Status};
use gouji::present::{Lang, outcome_view};
use gouji::reader::encoding::native::NativeDecoder;
use gouji::{Options, check};
use rendering::Figures;
use support::compound::{Node, write as contain};
use support::spreadsheet::{Workbook, opendocument};
use support::zip::{Entry, docx, write};
use support::{word, workbook};

fn outcome(bytes: &[u8]) -> Outcome {
    check(bytes, "年报", &Options::new(&NativeDecoder))
}

/// The code of the problem and its sentence in Chinese; none if the file was checked.
fn problem(bytes: &[u8]) -> Option<(String, String)> {
    let view = outcome_view(&outcome(bytes), Lang::Chinese);
    view.problem.map(|problem| (problem.code, problem.message))
}

/// The word document around the main part of a report, with further entries.
fn report(further: &[Entry]) -> Vec<u8> {
    let main = Figures::example("2021").document_xml();
    let mut entries = vec![Entry::deflated("word/document.xml", main.as_bytes())];
    entries.extend_from_slice(further);
    write(&entries)
}

fn row(cells: &str) -> String {
    format!("<row>{cells}</row>")
}

fn encrypted() -> Vec<(&'static str, Vec<u8>)> {
    let locked = Entry {
        flags: 1,
        ..Entry::deflated("word/document.xml", b"x")
    };
    let mut old = word::streams(
        &[word::paragraph("x")],
        word::Layout::Whole,
        word::Form::Plain,
        &[],
    );
    old.text[11] |= 1;
    let pass = workbook::record(0x2F, &[1, 0, 1, 0, 1, 0]);
    let manifest =
        b"<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    vec![
        (
            "docx and xlsx behind a password",
            contain(&[
                Node::Stream("EncryptionInfo", vec![4; 64]),
                Node::Stream("EncryptedPackage", vec![7; 5000]),
            ]),
        ),
        ("zip with a password", write(&[locked])),
        (
            "odt with a password",
            write(&[
                Entry::stored("mimetype", b"application/vnd.oasis.opendocument.text"),
                Entry::stored("content.xml", b"\x01\x02"),
                Entry::stored("META-INF/manifest.xml", manifest),
            ]),
        ),
        ("doc with a password", old.contain()),
        (
            "xls with a password",
            workbook::workbook(&[pass], &[workbook::tab(&[])]),
        ),
    ]
}

fn truncated() -> Vec<(&'static str, Vec<u8>)> {
    let cut = |mut bytes: Vec<u8>| {
        bytes.truncate(bytes.len() * 2 / 3);
        bytes
    };
    vec![
        ("docx", cut(report(&[]))),
        ("doc", cut(word::document(&[word::paragraph("年报")]))),
        ("xls", cut(workbook::sheet(&[workbook::label(0, 0, "年报")]))),
        (
            "xlsx",
            cut(Workbook::default().sheet(&row("<c><v>1</v></c>")).bytes()),
        ),
        ("ods", cut(opendocument("spreadsheet", "", "<table:table/>"))),
        ("rtf", b"{\\rtf1\\ansi A\\par".to_vec()),
        (
            "mht",
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>1".to_vec(),
        ),
    ]
}

fn wrong_kind() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        (
            "program",
            b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0".to_vec(),
        ),
        ("archive of another kind", b"Rar!\x1A\x07\x01\0".to_vec()),
        (
            "presentation",
            write(&[Entry::stored("ppt/presentation.xml", b"<p/>")]),
        ),
        (
            "mail of a mail program",
            contain(&[Node::Stream("__properties_version1.0", vec![0; 32])]),
        ),
    ]
}

fn too_old() -> Vec<(&'static str, Vec<u8>)> {
    let mut old = word::streams(
        &[word::paragraph("x")],
        word::Layout::Whole,
        word::Form::Plain,
        &[],
    );
    old.text[..4].copy_from_slice(&[0xDC, 0xA5, 0x65, 0]);
    let mut book = workbook::stream(&[], &[workbook::tab(&[])]);
    book[4..6].copy_from_slice(&0x0500_u16.to_le_bytes());
    vec![
        ("Word 95", old.contain()),
        ("Excel 95", contain(&[Node::Stream("Book", book)])),
    ]
}

/// Some kilobytes that would unpack to far more than may be.
fn bombs() -> Vec<(&'static str, Vec<u8>)> {
    let blanks = vec![b' '; gouji::limits::PART_BYTES + 1];
    let bomb = Entry::deflated("word/document.xml", &blanks);
    let sheet = Entry {
        name: b"xl/worksheets/sheet0.xml".to_vec(),
        ..bomb.clone()
    };
    let claims = Entry {
        size: 1 << 40,
        wide: true,
        ..bomb.clone()
    };
    let mut workbook = Workbook::default().sheet("").entries();
    workbook.retain(|entry| entry.name != sheet.name);
    workbook.push(sheet);
    vec![
        ("docx", write(&[bomb])),
        ("docx that claims a terabyte", write(&[claims])),
        ("xlsx", write(&workbook)),
    ]
}

fn deep() -> Vec<(&'static str, Vec<u8>)> {
    let nested = |name: &str| {
        let (open, close) = (format!("<{name}>"), format!("</{name}>"));
        format!("{}{}", open.repeat(5000), close.repeat(5000))
    };
    vec![
        ("docx", docx(&nested("w:sdt"))),
        ("xlsx", Workbook::default().sheet(&nested("row")).bytes()),
        ("odt", opendocument("text", "", &nested("text:list"))),
        ("rtf", [b"{\\rtf1".to_vec(), b"{".repeat(5000)].concat()),
    ]
}

/// What makes the files of a kind, each with its name.
type Make = fn() -> Vec<(&'static str, Vec<u8>)>;

/// What every sentence of the kind tells the clerk to do.
const CASES: [(&str, Make, &str); 8] = [
    ("encrypted", encrypted, "取消密码"),
    (
        "empty",
        || vec![("nothing", Vec::new()), ("blanks", b" \r\n".to_vec())],
        "是不是选错了文件",
    ),
    ("truncated", truncated, "重新下载"),
    ("wrong-kind", wrong_kind, "请"),
    ("too-old", too_old, "另存为"),
    ("too-large", bombs, "复制后粘贴"),
    ("too-deep", deep, "复制后粘贴"),
    ("unrecognised", extents, "请"),
];

/// Two cells as far apart as a workbook goes: the table between them has 17 thousand million cells.
fn extents() -> Vec<(&'static str, Vec<u8>)> {
    let far = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>";
    let bytes = Workbook::default()
        .tab(
            "1",
            "",
            &format!("<dimension ref=\"A1:XFD1048576\"/><sheetData>{far}</sheetData>"),
        )
        .bytes();
    assert!(bytes.len() < 1_449, "{}", bytes.len());
    let mut last = workbook::number(65_535, 0, 2.0);
    last[6..8].copy_from_slice(&255_u16.to_le_bytes());
    vec![
        ("xlsx", bytes),
        ("xls", workbook::sheet(&[workbook::number(0, 0, 1.0), last])),
    ]
}

#[test]
fn each_has_its_own_problem_and_says_what_to_do() {
    let mut codes = BTreeSet::new();
    let mut sentences = BTreeSet::new();
    for (code, files, advice) in CASES {
        assert!(codes.insert(code));
        let mut own = BTreeSet::new();
        for (name, bytes) in files() {
            let (told, sentence) =
                problem(&bytes).unwrap_or_else(|| panic!("{code}: {name} was checked"));
            assert_eq!(told, code, "{name}: {sentence}");
            assert!(
                sentence.contains(advice) && sentence.contains('请'),
                "{name}: {sentence}"
            );
            own.insert(sentence);
        }
        for sentence in own {
            assert!(
                sentences.insert(sentence.clone()),
                "{code} shares {sentence}"
            );
        }
    }
}

#[test]
fn macros_change_nothing() {
    let macros = || vec![7; 6000];
    let expected = match outcome(&report(&[])).status {
        Status::Checked(checked) => checked.findings,
        other => panic!("{other:?}"),
    };
    let project = Entry::stored("word/vbaProject.bin", &macros());
    match outcome(&report(&[project])).status {
        Status::Checked(checked) => assert_eq!(checked.findings, expected),
        other => panic!("{other:?}"),
    }
    // Beside the text of an old document, and beside the cells of an old workbook.
    let old = word::streams(
        &[word::paragraph("年报")],
        word::Layout::Whole,
        word::Form::Plain,
        &[],
    );
    let folder = |name| Node::Folder(name, vec![Node::Stream("dir", macros())]);
    let with = contain(&[
        Node::Stream("WordDocument", old.text.clone()),
        Node::Stream("1Table", old.table.clone()),
        folder("Macros"),
    ]);
    assert_eq!(support::paragraphs(&support::document(&with)), ["年报"]);
    let book = workbook::stream(&[], &[workbook::tab(&[workbook::label(0, 0, "年报")])]);
    let with = contain(&[Node::Stream("Workbook", book), folder("_VBA_PROJECT_CUR")]);
    assert_eq!(support::paragraphs(&support::document(&with)), ["年报"]);
}
