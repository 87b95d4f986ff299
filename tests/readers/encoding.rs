//! Bytes to text.

use crate::support::{document, read, sketch};
use encoding_rs::{BIG5, GB18030, GBK};
use gouji::reader::encoding::Utf8Only;
use gouji::reader::{Format, ReadErrorKind};

fn gb(text: &str) -> Vec<u8> {
    let (bytes, _, unmappable) = GB18030.encode(text);
    assert!(!unmappable);
    bytes.into_owned()
}

#[test]
fn a_page_that_says_gb2312_and_has_characters_of_gbk() {
    // 镕 and 喆 are in GBK but not in GB2312; 䶮 is in neither two-byte set of old.
    for label in ["gb2312", "GBK", "\"gb2312\"", "x-gbk", "gb18030"] {
        let page =
            format!("<meta http-equiv=Content-Type content='text/html; charset={label}'><p>镕喆䶮");
        assert_eq!(sketch(&document(&gb(&page))), ["p 镕喆䶮"], "{label}");
    }
}

#[test]
fn text_without_declaration_is_gb18030() {
    assert_eq!(
        sketch(&document(&gb("一、总体情况\r\n甲\t１２"))),
        ["p 一、总体情况", "grid 1", "0,0 甲", "0,1 １２"]
    );
    let (bytes, _, _) = GBK.encode("年报");
    assert_eq!(sketch(&document(&bytes)), ["p 年报"]);
}

#[test]
fn a_page_that_says_utf_8_and_is_not() {
    assert_eq!(
        sketch(&document(&gb("<meta charset=utf-8><p>年报"))),
        ["p 年报"]
    );
}

#[test]
fn a_page_that_says_gbk_and_is_utf_8() {
    assert_eq!(
        sketch(&document("<meta charset=gbk><p>年报".as_bytes())),
        ["p 年报"]
    );
}

#[test]
fn a_page_in_another_encoding_that_it_declares() {
    let (bytes, _, _) = BIG5.encode("<meta charset=big5><p>年報總計");
    assert_eq!(sketch(&document(&bytes)), ["p 年報總計"]);
}

#[test]
fn a_declaration_of_an_encoding_that_does_not_exist() {
    assert_eq!(
        sketch(&document(&gb("<meta charset=hz-gb-2312><p>年报"))),
        ["p 年报"]
    );
    assert_eq!(
        sketch(&document(&gb("<meta charset=utf-16><p>年报"))),
        ["p 年报"]
    );
    assert_eq!(
        sketch(&document(&gb("<meta charset=hanzi><p>年报"))),
        ["p 年报"]
    );
    assert_eq!(
        sketch(&document(&gb(
            "<?xml version='1.0' encoding='gb2312'?><html><p>年报"
        ))),
        ["p 年报"]
    );
}

#[test]
fn a_byte_order_mark_is_no_text() {
    assert_eq!(sketch(&document("\u{feff}年报".as_bytes())), ["p 年报"]);
    let little: Vec<u8> = "\u{feff}年报"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let big: Vec<u8> = "\u{feff}年报"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    assert_eq!(sketch(&document(&little)), ["p 年报"]);
    assert_eq!(sketch(&document(&big)), ["p 年报"]);
}

#[test]
fn utf_16_without_a_mark() {
    let text = "一、总体情况。\r\n收到申请12件，答复10件，结转2件。\r\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [little, big] {
        assert_eq!(
            sketch(&document(&bytes)),
            ["p 一、总体情况。", "p 收到申请12件，答复10件，结转2件。"]
        );
    }
}

#[test]
fn a_character_cut_in_two_at_the_end() {
    let text = "年报总计".as_bytes();
    for end in text.len() - 2..text.len() {
        assert_eq!(sketch(&document(&text[..end])), ["p 年报总"]);
    }
    let bytes = gb("年报总计");
    assert_eq!(sketch(&document(&bytes[..bytes.len() - 1])), ["p 年报总"]);
    let wide: Vec<u8> = "\u{feff}年报"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(sketch(&document(&wide[..wide.len() - 1])), ["p 年"]);
}

#[test]
fn one_broken_byte_does_not_make_utf_8_a_legacy_encoding() {
    let mut bytes = "一、总体情况：本年新收政府信息公开申请数量十二件，全部按时答复。"
        .repeat(2)
        .as_bytes()
        .to_vec();
    bytes[30] = 0xFF;
    let lines = sketch(&document(&bytes));
    assert!(lines[0].starts_with("p 一、总体情况："), "{lines:?}");
    assert!(lines[0].ends_with("全部按时答复。"), "{lines:?}");
}

#[test]
fn what_is_no_text_is_an_encoding_error() {
    let noise: Vec<u8> = (0..4000_u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    let error = read(&noise).expect_err("noise");
    assert_eq!(error.kind(), ReadErrorKind::Encoding);
    assert_eq!(error.format(), Some(Format::Text));
    let mut zeros = b"12".to_vec();
    zeros.extend([0; 100]);
    assert_eq!(
        read(&zeros).expect_err("zeros").kind(),
        ReadErrorKind::Encoding
    );
}

#[test]
fn without_a_decoder_a_legacy_encoding_is_an_encoding_error() {
    let error = gouji::reader::read(&gb("年报"), &Utf8Only).expect_err("no decoder");
    assert_eq!(error.kind(), ReadErrorKind::Encoding);
    assert!(gouji::reader::read("年报".as_bytes(), &Utf8Only).is_ok());
}
