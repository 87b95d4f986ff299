//! Objects and instructions as writers spell them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop at what it did not expect"
)]

use super::lexer::Lexer;
use super::{Content, File, Object, pages};
use crate::reader::error::ReadErrorKind;

fn object(text: &[u8]) -> Object {
    Lexer::new(text, 0, 1000).object().unwrap()
}

fn number(text: &str) -> f64 {
    match object(text.as_bytes()) {
        Object::Number(number) => number,
        other => panic!("{other:?}"),
    }
}

fn text(text: &[u8]) -> Vec<u8> {
    match object(text) {
        Object::Text(text) | Object::Name(text) => text.to_vec(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn numbers() {
    for (text, value) in [
        ("12", 12.0),
        ("-.5", -0.5),
        ("4.", 4.0),
        ("+17.25", 17.25),
        ("--3", -3.0),
        ("12-7", 12.0),
        ("0.00000000000000000001", 1e-20),
        ("100000000000000000000", 1e20),
        ("1.2.3", 1.2),
        ("7 0 obj", 7.0),
    ] {
        let difference = format!("{:.3e}", number(text));
        assert_eq!(difference, format!("{value:.3e}"), "{text}");
    }
}

#[test]
fn texts_and_names() {
    assert_eq!(text(b"(a(b)c)d"), b"a(b)c");
    assert_eq!(text(b"(\\(\\)\\\\\\n\\101\\7\\\r\n\\x)"), b"()\\\nA\x07x");
    assert_eq!(text(b"(one\r\ntwo"), b"one\ntwo");
    assert_eq!(text(b"<62A5 54 4>"), b"\x62\xA5\x54\x40");
    assert_eq!(text(b"/A#42C#zz"), b"ABC#zz");
    assert_eq!(text(b"/ 1"), b"");
}

#[test]
fn references_are_not_numbers() {
    let Object::Array(list) = object(b"[1 0 R 2 0 R0 3 4 /Name% comment\n5]") else {
        panic!("no list");
    };
    let kinds: Vec<String> = list.iter().map(|object| format!("{object:?}")).collect();
    assert_eq!(kinds.len(), 7, "{kinds:?}");
    assert_eq!(kinds.first().unwrap(), "Reference(1)");
}

#[test]
fn dictionaries_that_are_not_closed_end_where_the_object_ends() {
    let Object::Dict(dict) = object(b"<< /A 1 /B << /C [1 2 /D 3 endobj") else {
        panic!("no dictionary");
    };
    assert_eq!(dict.raw(b"A").whole(), Some(1));
    assert!(dict.has(b"B") && !dict.has(b"D"));
}

#[test]
fn nothing_is_deeper_than_the_cap() {
    let deep = b"[".repeat(100_000);
    assert!(Lexer::new(&deep, 0, 1_000_000).object().is_some());
    let deep = b"<</A".repeat(100_000);
    assert!(Lexer::new(&deep, 0, 1_000_000).object().is_some());
}

#[test]
fn pictures_inside_the_content_are_passed_over() {
    let content =
        b"q 1 0 0 1 0 0 cm BI /W 2 /H 2 ID \x01 EI\xFF\x02 Q( EI Q (a) Tj [(b) -2 <63>] TJ";
    let operators: Vec<String> = Content::new(content)
        .map(|instruction| {
            let name = String::from_utf8_lossy(instruction.operator).into_owned();
            format!("{name}{}", instruction.operands.len())
        })
        .collect();
    assert_eq!(operators, ["q0", "cm6", "BI0", "Q0", "Tj1", "TJ1"]);
}

#[test]
fn trees_of_pages_that_lead_to_themselves_end() {
    let file = b"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n\
        2 0 obj << /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] >> endobj\n\
        3 0 obj << /Type /Page /MediaBox [0 0 9 9] /Parent 2 0 R >> endobj\n\
        trailer << /Root 1 0 R >>";
    let file = File::open(file).unwrap();
    assert!(!pages(&file).is_empty());
}

#[test]
fn references_that_lead_to_themselves_are_nothing() {
    let file = b"%PDF-1.4\n1 0 obj 2 0 R endobj 2 0 obj 1 0 R endobj trailer << /Root 1 0 R >>";
    let error = File::open(file).err().unwrap();
    assert_eq!(error.kind(), ReadErrorKind::Damaged);
}

#[test]
fn lengths_that_hang_on_each_other_end() {
    let mut file = b"%PDF-1.4\n".to_vec();
    for number in 1..50_000_u32 {
        let next = number.saturating_add(1);
        let object = format!("{number} 0 obj << /Length {next} 0 R >> stream\nendstream endobj\n");
        file.extend(object.as_bytes());
    }
    file.extend(b"trailer << /Root 1 0 R >>");
    assert!(File::open(&file).is_err());
}

/// Each line would begin an object, if only the comments behind it ended.
#[test]
fn looking_for_objects_takes_the_time_of_the_bytes() {
    let file = b"%PDF-1.4\n%1 1\n".repeat(200_000);
    assert!(File::open(&file).is_err());
}

/// Each would be looked for up to the end of the file.
#[test]
fn streams_without_end_are_refused_in_bounded_time() {
    let mut file = b"%PDF-1.4\n".to_vec();
    for number in 1..100_000_u32 {
        file.extend(format!("{number} 0 obj<</Length 1>>stream\n").as_bytes());
    }
    let error = File::open(&file).err().unwrap();
    assert_eq!(error.kind(), ReadErrorKind::TooLarge);
}

#[test]
fn objects_without_number_are_refused() {
    let file = [b"%PDF-1.4\n1 0 obj ".to_vec(), b"[<</A".repeat(600_000)].concat();
    let error = File::open(&file).err().unwrap();
    assert_eq!(error.kind(), ReadErrorKind::TooLarge);
}
