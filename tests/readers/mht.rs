//! Web pages saved as one file.

use crate::support::{document, read, sketch};
use gouji::reader::{Format, ReadErrorKind};

/// A file of parts, each its header lines and its body.
fn mht(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = b"From: <Saved by WPS>\r\nSubject: =?utf-8?B?5bm05oql?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----=_Next.0\"\r\n\r\nThis is a multi-part message.\r\n".to_vec();
    for (header, body) in parts {
        bytes.extend(format!("\r\n------=_Next.0\r\n{header}\r\n\r\n").as_bytes());
        bytes.extend(*body);
    }
    bytes.extend(b"\r\n------=_Next.0--\r\n");
    bytes
}

const PICTURE: (&str, &[u8]) = (
    "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: a.png",
    b"iVBORw0KGgo=",
);

#[test]
fn quoted_printable_with_soft_breaks_in_gbk() {
    let page = (
        "Content-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=\"gb2312\"",
        &b"<table><tr><td colspan=3D2>=B9=E6=\r\n=D5=C2=3D</td><td>1=  \r\n2</td></tr></table>"[..],
    );
    assert_eq!(
        sketch(&document(&mht(&[page, PICTURE]))),
        ["grid 1", "0,0+1,2 规章=", "0,2 12"]
    );
}

#[test]
fn base64_with_the_charset_of_the_part() {
    let page = (
        "Content-Type: text/html;\r\n charset=utf-8\r\nContent-Transfer-Encoding: BASE64",
        &b"PHA+5pS/5bqc5L+h\r\n5oGv5YWs5byAPC9wPg=="[..],
    );
    assert_eq!(
        sketch(&document(&mht(&[PICTURE, page]))),
        ["p 政府信息公开"]
    );
    let undeclared = (
        "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit",
        &b"<meta charset=gbk><p>\xD5\xFE\xB8\xAE"[..],
    );
    assert_eq!(sketch(&document(&mht(&[undeclared]))), ["p 政府"]);
}

#[test]
fn the_sheets_of_a_workbook_are_parts() {
    let frame = (
        "Content-Type: text/html",
        &b"<html><frameset></frameset></html>"[..],
    );
    let sheet = |name: &'static str| (name, &b"<table><tr><td>1</td><td>2</td></tr></table>"[..]);
    let file = document(&mht(&[
        frame,
        sheet("Content-Location: file:///C:/x/sheet001.htm\r\nContent-Type: text/html"),
        sheet("Content-Location: file:///C:/x/sheet002.htm\r\nContent-Type: text/html"),
    ]));
    let names: Vec<&str> = file.parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(names, ["sheet001", "sheet002"]);
}

#[test]
fn parts_inside_parts_and_pages_without_parts() {
    let inner = (
        "Content-Type: multipart/alternative; boundary=in",
        &b"--in\r\nContent-Type: text/plain\r\n\r\nplain\r\n--in\r\nContent-Type: text/html\r\n\r\n<p>page\r\n--in--\r\n"[..],
    );
    assert_eq!(sketch(&document(&mht(&[inner]))), ["p page"]);
    let plain = b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>=E7=94=B2";
    assert_eq!(sketch(&document(plain)), ["p 甲"]);
}

#[test]
fn broken_files() {
    let kind = |bytes: &[u8]| {
        let error = read(bytes).expect_err("refused");
        assert_eq!(error.format(), Some(Format::Mht));
        error.kind()
    };
    let whole = mht(&[("Content-Type: text/html", b"<p>A</p>")]);
    assert_eq!(kind(&whole[..whole.len() - 20]), ReadErrorKind::Truncated);
    assert_eq!(kind(&mht(&[PICTURE])), ReadErrorKind::Damaged);
    assert_eq!(
        kind(b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--x\r\n"),
        ReadErrorKind::Damaged
    );
    let mut deep = b"MIME-Version: 1.0\r\n".to_vec();
    for level in 0..20 {
        deep.extend(
            format!("Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n")
                .as_bytes(),
        );
    }
    assert_eq!(kind(&deep), ReadErrorKind::TooDeep);
}
