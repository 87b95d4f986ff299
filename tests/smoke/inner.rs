//! What is packed inside a file: streams of PDF and parts of OFD with a few bytes changed and packed again. Bytes changed
//! outside seldom get past the unpacking.

use std::path::Path;

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{decompress_to_vec, decompress_to_vec_zlib};

use crate::zip::{Entry, write};
use crate::{Numbers, files, mutated, targets};

/// Files made of each.
const ROUNDS: usize = 12;

fn position(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let tail = bytes.get(from..)?;
    let at = tail
        .windows(wanted.len())
        .position(|window| window == wanted)?;
    Some(from + at)
}

/// The file with each packed stream as a function changes it. The index of the file is wrong after that, and repaired.
fn repacked(bytes: &[u8], mut change: impl FnMut(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(at) = position(bytes, b"stream", from) {
        let data = at + 6 + usize::from(bytes[at + 6] == b'\r') + 1;
        let Some(end) = position(bytes, b"endstream", data) else {
            break;
        };
        let head = String::from_utf8_lossy(&bytes[from..at]).into_owned();
        let dictionary = head.rfind(" obj").unwrap_or(0);
        let is_usual = head[dictionary..].contains("FlateDecode") && !head.contains("Predictor");
        let unpacked = decompress_to_vec_zlib(&bytes[data..end])
            .ok()
            .filter(|_| is_usual);
        match (unpacked, head[dictionary..].find("/Length ")) {
            (Some(unpacked), Some(length)) => {
                let packed = compress_to_vec_zlib(&change(&unpacked), 6);
                let number = dictionary + length + 8;
                let rest = head[number..]
                    .find(['/', '>'])
                    .map_or(head.len(), |at| number + at);
                out.extend(head[..number].bytes());
                out.extend(format!("{} ", packed.len()).bytes());
                out.extend(head[rest..].bytes());
                out.extend(b"stream\n");
                out.extend(packed);
                out.extend(b"\nendstream");
            }
            _ => out.extend(&bytes[from..end + 9]),
        }
        from = end + 9;
    }
    out.extend(&bytes[from..]);
    out
}

/// The parts of a package that this repository's tests have written.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let number = |at: usize, length: usize| {
        let bytes = bytes[at..at + length].iter().rev();
        bytes.fold(0, |number, byte| number << 8 | usize::from(*byte))
    };
    let mut parts = Vec::new();
    let mut at = 0;
    while bytes[at..].starts_with(b"PK\x03\x04") {
        let name = at + 30..at + 30 + number(at + 26, 2);
        let data =
            name.end + number(at + 28, 2)..name.end + number(at + 28, 2) + number(at + 18, 4);
        at = data.end;
        let name = String::from_utf8(bytes[name].to_vec()).unwrap();
        parts.push((name, decompress_to_vec(&bytes[data]).unwrap()));
    }
    parts
}

fn grids(bytes: &[u8]) -> usize {
    use gouji::document::Block;
    let (_, document) =
        gouji::reader::read(bytes, &gouji::reader::encoding::native::NativeDecoder).unwrap();
    let blocks = document.blocks.iter();
    blocks
        .filter(|block| matches!(block, Block::Grid(_)))
        .count()
}

fn pdfs() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    files(&root.join("tests/files/pdf"), &mut paths);
    paths.push(root.join("tests/page/fixtures/report.pdf"));
    paths.retain(|path| {
        let name = path.file_name().unwrap().to_string_lossy();
        // A few files of each program are enough.
        let is_wanted = ["libreoffice-", "chromium-", "report"]
            .iter()
            .any(|own| name.starts_with(own));
        is_wanted && !name.contains("-1")
    });
    paths
        .iter()
        .map(|path| std::fs::read(path).unwrap())
        .collect()
}

#[test]
fn packing_again_changes_nothing() {
    let pdfs = pdfs();
    assert!(pdfs.len() >= 7, "{}", pdfs.len());
    for bytes in pdfs {
        let mut streams = 0;
        let again = repacked(&bytes, |stream| {
            streams += 1;
            stream.to_vec()
        });
        assert!(streams > 2, "{streams} streams");
        assert_eq!(grids(&again), 3);
    }
}

#[test]
fn streams_of_pdf_with_changed_bytes() {
    let mut numbers = Numbers(6);
    for bytes in pdfs() {
        for _ in 0..ROUNDS {
            let broken = repacked(&bytes, |stream| match numbers.below(3) {
                0 => mutated(stream, &mut numbers),
                _ => stream.to_vec(),
            });
            targets::read_pdf(&broken);
        }
    }
}

#[test]
fn parts_of_ofd_with_changed_bytes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/page/fixtures/report.ofd");
    let parts = parts(&std::fs::read(path).unwrap());
    assert!(parts.len() > 3);
    let mut numbers = Numbers(7);
    for _ in 0..ROUNDS * 8 {
        let entries: Vec<Entry> = parts
            .iter()
            .map(|(name, part)| match numbers.below(2) {
                0 => Entry::deflated(name, &mutated(part, &mut numbers)),
                _ => Entry::deflated(name, part),
            })
            .collect();
        targets::ofd(&write(&entries));
    }
}
