//! What kind of file it is: by its bytes, whatever its name was.

use crate::support::zip::{Entry, write};
use crate::support::{document, read, sketch};
use gouji::reader::{Format, ReadErrorKind, sniff};

fn refused(bytes: &[u8]) -> (ReadErrorKind, String) {
    let error = sniff(bytes).expect_err("refused");
    assert_eq!(error.format(), None);
    (error.kind(), error.part().unwrap_or_default().to_owned())
}

fn unsupported(part: &str) -> (ReadErrorKind, String) {
    (ReadErrorKind::Unsupported, part.to_owned())
}

fn wrong(part: &str) -> (ReadErrorKind, String) {
    (ReadErrorKind::WrongKind, part.to_owned())
}

#[test]
fn nothing_and_white_space_are_empty() {
    for bytes in [
        &b""[..],
        b" \r\n\t",
        b"\xEF\xBB\xBF",
        b"\xEF\xBB\xBF\r\n",
        "　\u{a0}\n".as_bytes(),
        b"\xFF\xFE\r\0\n\0",
    ] {
        assert_eq!(
            read(bytes).expect_err("empty").kind(),
            ReadErrorKind::Empty,
            "{bytes:?}"
        );
    }
}

#[test]
fn markup_however_it_begins() {
    for text in [
        "<html>",
        "\u{feff}\r\n <!DOCTYPE html>",
        "<!-- x --><p>",
        "<table>",
        "<meta charset=gbk>",
        "<?xml version=\"1.0\"?><!DOCTYPE html><html>",
        "<TR><TD>",
        "</div>",
        "<p>",
        "<o:p>",
        "警告：无法连接\n<html>",
        "数据<table border=1>",
        "Version:0.9\r\nStartHTML:00000097",
    ] {
        assert_eq!(sniff(text.as_bytes()), Ok(Format::Html), "{text}");
    }
}

#[test]
fn text_that_has_angle_brackets() {
    for text in [
        "一、总体情况",
        "<2024年>",
        "a < b",
        "3<5",
        "《条例》<十>",
        "|甲|1|",
        "PK 赛",
        "MZ",
        "BM 单位",
        "From: 甲",
    ] {
        assert_eq!(sniff(text.as_bytes()), Ok(Format::Text), "{text}");
    }
}

#[test]
fn markup_in_utf_16_with_and_without_mark() {
    let text = "<table><tr><td>甲</td><td>1</td></tr></table>";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = [&b"\xFF\xFE"[..], &little].concat();
    for bytes in [little, big, marked] {
        assert_eq!(sniff(&bytes), Ok(Format::Html));
        assert_eq!(sketch(&document(&bytes)), ["grid 1", "0,0 甲", "0,1 1"]);
    }
}

#[test]
fn documents_without_a_reader_yet_are_named() {
    assert_eq!(sniff(b"%PDF-1.7\n"), Ok(Format::Pdf));
    assert_eq!(sniff(b"\r\n%PDF-1.4\nx\n%%EOF\n"), Ok(Format::Pdf));
}

#[test]
fn office_files_that_are_text() {
    let mail = b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n";
    for (bytes, format) in [
        (&b"{\\rtf1\\ansi"[..], Format::Rtf),
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n",
            Format::Mht,
        ),
        (mail, Format::Mht),
        (
            b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?><Workbook/>",
            Format::ExcelXml,
        ),
        (
            b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?><pkg:package/>",
            Format::WordXml,
        ),
    ] {
        assert_eq!(sniff(bytes), Ok(format));
    }
}

#[test]
fn flat_office_files_by_their_kind() {
    for (kind, format) in [("text", Format::Odt), ("spreadsheet", Format::Ods)] {
        let file = format!(
            "<?xml version=\"1.0\"?>\n<office:document office:mimetype=\"application/vnd.oasis.opendocument.{kind}\">"
        );
        assert_eq!(sniff(file.as_bytes()), Ok(format));
    }
}

#[test]
fn zip_archives_by_their_entries() {
    let zip =
        |name: &str, content: &str| refused(&write(&[Entry::stored(name, content.as_bytes())]));
    for (name, content, format) in [
        ("xl/workbook.xml", "x", Format::Xlsx),
        ("OFD.xml", "x", Format::Ofd),
        (
            "mimetype",
            "application/vnd.oasis.opendocument.spreadsheet",
            Format::Ods,
        ),
        (
            "mimetype",
            "application/vnd.oasis.opendocument.text",
            Format::Odt,
        ),
    ] {
        let bytes = write(&[Entry::stored(name, content.as_bytes())]);
        assert_eq!(sniff(&bytes), Ok(format));
    }
    assert_eq!(zip("2024/年报.docx", "x"), unsupported("zip"));
    assert_eq!(zip("xl/workbook.bin", "x"), unsupported("xlsb"));
    assert_eq!(zip("ppt/presentation.xml", "x"), wrong("presentation"));
    assert_eq!(zip("META-INF/MANIFEST.MF", "x"), wrong("program"));
    assert_eq!(refused(&write(&[])), unsupported("zip"));
}

#[test]
fn a_spreadsheet_with_a_document_embedded_is_a_spreadsheet() {
    let bytes = write(&[
        Entry::stored("xl/workbook.xml", b"x"),
        Entry::stored("xl/embeddings/word/document.xml", b"x"),
    ]);
    assert_eq!(sniff(&bytes), Ok(Format::Xlsx));
}

#[test]
fn pictures_and_programs_are_of_the_wrong_kind() {
    for bytes in [
        &b"\x89PNG\r\n\x1a\n"[..],
        b"\xFF\xD8\xFF\xE0",
        b"GIF89a",
        b"BM\x36\0\0\0\0\0\0\0\x36",
        b"II*\0",
        b"MM\0*",
        b"RIFF\x10\0\0\0WEBP",
    ] {
        assert_eq!(refused(bytes), wrong("picture"));
    }
    for bytes in [
        &b"\x7FELF\x02"[..],
        b"MZ\x90\0\x03\0",
        b"\xCA\xFE\xBA\xBE\0\0",
        b"\0asm\x01",
    ] {
        assert_eq!(refused(bytes), wrong("program"));
    }
    assert_eq!(refused(b"Rar!\x1A\x07\0"), wrong("archive"));
    assert_eq!(refused(b"\0\0\0\x20ftypisom"), wrong("media"));
    assert_eq!(refused(b"<?xml version=\"1.0\"?><svg >"), wrong("picture"));
    assert_eq!(refused(b"<?xml version=\"1.0\"?><feed/>"), wrong("xml"));
}
