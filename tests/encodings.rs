//! Characters: the page decodes through the browser, the command line through encoding_rs, and both give the same text.
//! For every label of the web two digests stand in `encodings/digests.txt`: of all pairs of bytes that are characters, and
//! of texts in which some are not: pairs one after the other, the four bytes of GB18030, ends in the middle of a character.
//! This test holds encoding_rs to them, `page/encodings.test.mjs` the browser. `UPDATE_DIGESTS=1` writes the file anew.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use gouji::reader::encoding::Decoder;
use gouji::reader::encoding::native::NativeDecoder;

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/encodings/digests.txt")
}

/// Texts in which not all bytes are characters; the other test makes the same.
fn inputs() -> Vec<Vec<u8>> {
    let mut pairs = Vec::new();
    for first in 0..=255_u8 {
        for second in 0..=255 {
            pairs.extend([first, second]);
        }
    }
    let mut fours = Vec::new();
    for first in 0x81..=0xFE_u8 {
        for second in 0x30..=0x39 {
            for third in (0x81..=0xFE).step_by(5) {
                fours.extend([first, second, third, 0x30 + third % 10]);
            }
        }
    }
    let mut inputs = vec![pairs, fours];
    for last in 0..=255 {
        inputs.push(vec![b'A', last]);
        inputs.push(vec![b'A', 0xB9, last]);
        inputs.push(vec![b'A', 0x81, 0x30, last]);
        inputs.push(vec![b'A', 0x81, 0x30, 0x81, last]);
    }
    inputs
}

/// FNV-1a over UTF-16 units.
struct Digest(u32);

impl Digest {
    fn add(&mut self, text: &str) {
        let units = text.encode_utf16().map(u32::from);
        for unit in units.chain([0x1_0000]) {
            self.0 = (self.0 ^ unit).wrapping_mul(0x0100_0193);
        }
    }
}

/// The two digests of a label, or that it is refused.
fn digests(label: &str, inputs: &[Vec<u8>]) -> String {
    let (mut whole, mut broken) = (Digest(0x811C_9DC5), Digest(0x811C_9DC5));
    // Byte order marks are no text: they are told before anything is decoded.
    for pair in (0..=u16::MAX).filter(|pair| !matches!(pair, 0xFEFF | 0xFFFE)) {
        match NativeDecoder.decode(label, &pair.to_be_bytes()) {
            Some(text) if text.contains('\u{FFFD}') => {}
            Some(text) => whole.add(&text),
            None => return "refused".to_owned(),
        }
    }
    for input in inputs {
        broken.add(&NativeDecoder.decode(label, input).unwrap());
    }
    format!("{:08x}\t{:08x}", whole.0, broken.0)
}

#[test]
fn every_label_of_the_web_decodes_as_written_down() {
    let inputs = inputs();
    let kept = std::fs::read_to_string(path()).unwrap();
    let mut found = String::new();
    let mut known = BTreeMap::new();
    for line in kept.lines() {
        let label = line.split('\t').next().unwrap();
        let name =
            encoding_rs::Encoding::for_label(label.as_bytes()).map(|encoding| encoding.name());
        // Labels of one encoding are one.
        let digests = known.entry(name).or_insert_with(|| digests(label, &inputs));
        writeln!(found, "{label}\t{digests}").unwrap();
    }
    if std::env::var_os("UPDATE_DIGESTS").is_some() {
        std::fs::write(path(), &found).unwrap();
    }
    assert_eq!(found, kept);
    for label in [
        "gb2312",
        "gbk",
        "gb18030",
        "big5",
        "utf-16le",
        "utf-8",
        "windows-1252",
    ] {
        assert!(kept.contains(&format!("\n{label}\t")), "{label}");
    }
    assert_eq!(kept.lines().count(), 228);
}
