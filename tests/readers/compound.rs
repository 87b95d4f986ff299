//! The compound file, seen through workbooks that lie in it.

use crate::support::compound::{Node, write, write_in_sectors};
use crate::support::workbook::{label, stream, tab, workbook};
use crate::support::{document, read, sketch};
use gouji::reader::{Format, ReadErrorKind, sniff};

/// A stream of a workbook with one filled row, of at least `bytes`.
fn book(bytes: usize) -> Vec<u8> {
    let mut records = vec![label(0, 0, "甲"), label(0, 1, "1")];
    // Records that nobody knows.
    while records.iter().map(Vec::len).sum::<usize>() < bytes {
        records.push([&[0xFF, 0x7F, 0x00, 0x10][..], &[0; 4096]].concat());
    }
    stream(&[], &[tab(&records)])
}

const CELLS: [&str; 3] = ["grid 1", "0,0 甲", "0,1 1"];

fn kind(bytes: &[u8]) -> ReadErrorKind {
    read(bytes).expect_err("refused").kind()
}

#[test]
fn small_streams_and_long_ones_in_sectors_of_both_sizes() {
    for shift in [9, 12] {
        for size in [0, 5_000, 100_000] {
            let bytes = write_in_sectors(&[Node::Stream("Workbook", book(size))], shift);
            assert_eq!(sketch(&document(&bytes)), CELLS, "{shift} {size}");
        }
    }
}

#[test]
fn an_allocation_table_that_the_header_cannot_name() {
    // 109 sectors of the table cover 7 MB.
    let bytes = write(&[Node::Stream("Workbook", book(17_000_000))]);
    assert_eq!(sketch(&document(&bytes)), CELLS);
}

#[test]
fn a_stream_of_the_same_name_in_a_folder_is_another_one() {
    let inner = Node::Folder("ObjectPool", vec![Node::Stream("Workbook", vec![0; 600])]);
    let bytes = write(&[inner, Node::Stream("Workbook", book(0))]);
    assert_eq!(sketch(&document(&bytes)), CELLS);
    let alone = write(&[Node::Folder(
        "ObjectPool",
        vec![Node::Stream("Workbook", book(0))],
    )]);
    assert_eq!(kind(&alone), ReadErrorKind::WrongKind);
}

#[test]
fn macros_beside_the_cells_do_not_matter() {
    let macros = Node::Folder(
        "_VBA_PROJECT_CUR",
        vec![Node::Folder("VBA", vec![Node::Stream("dir", vec![1; 700])])],
    );
    let bytes = write(&[macros, Node::Stream("Workbook", book(0))]);
    assert_eq!(sketch(&document(&bytes)), CELLS);
}

#[test]
fn the_name_of_a_stream_in_capitals() {
    let bytes = write(&[Node::Stream("WORKBOOK", book(0))]);
    assert_eq!(sketch(&document(&bytes)), CELLS);
}

#[test]
fn the_last_sector_may_be_short() {
    let bytes = write(&[Node::Stream("Workbook", book(5_000))]);
    // The last sector is the allocation table; what is not needed of it is left out.
    let end = bytes.len() - 300;
    assert_eq!(sketch(&document(&bytes[..end])), CELLS);
}

#[test]
fn a_file_cut_anywhere_is_truncated() {
    let bytes = write(&[Node::Stream("Workbook", book(9_000))]);
    for end in (8..bytes.len() - 512).step_by(97) {
        assert_eq!(kind(&bytes[..end]), ReadErrorKind::Truncated, "{end}");
    }
}

#[test]
fn chains_in_a_circle_are_damage() {
    let bytes = write(&[Node::Stream("Workbook", book(9_000))]);
    // The table is the last sector, the directory one of the sectors that it lists.
    let directory: [u8; 4] = bytes[0x30..0x34].try_into().expect("four bytes");
    let place = bytes.len() - 512 + 4 * u32::from_le_bytes(directory) as usize;
    let mut bytes = bytes;
    bytes[place..place + 4].copy_from_slice(&directory);
    assert_eq!(kind(&bytes), ReadErrorKind::Damaged);
}

#[test]
fn a_directory_that_points_in_a_circle_ends() {
    let mut bytes = write(&[Node::Stream("Workbook", book(0))]);
    let entry = bytes
        .windows(16)
        .position(|window| window == b"W\0o\0r\0k\0b\0o\0o\0k\0")
        .expect("entry");
    for field in [0x44, 0x48] {
        bytes[entry + field..entry + field + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
    assert_eq!(sketch(&document(&bytes)), CELLS);
}

#[test]
fn a_directory_of_a_million_entries_is_too_large() {
    let nodes = (0..20_001)
        .map(|_| Node::Stream("x", Vec::new()))
        .collect::<Vec<_>>();
    assert_eq!(kind(&write(&nodes)), ReadErrorKind::TooLarge);
}

#[test]
fn a_size_that_no_file_has_grows_nothing() {
    let bytes = workbook(&[], &[tab(&[label(0, 0, "甲"), label(0, 1, "1")])]);
    let entry = bytes
        .windows(16)
        .position(|window| window == b"W\0o\0r\0k\0b\0o\0o\0k\0")
        .expect("entry");
    let mut bytes = bytes;
    bytes[entry + 0x78..entry + 0x7C].copy_from_slice(&0x7FFF_FFFF_u32.to_le_bytes());
    assert_eq!(kind(&bytes), ReadErrorKind::Truncated);
}

#[test]
fn sectors_of_an_impossible_size_are_damage() {
    let mut bytes = write(&[Node::Stream("Workbook", book(0))]);
    for shift in [0, 8, 13, 63, 255] {
        bytes[0x1E] = shift;
        assert_eq!(kind(&bytes), ReadErrorKind::Damaged, "{shift}");
    }
}

#[test]
fn every_single_broken_byte_gives_a_result() {
    let bytes = write(&[
        Node::Stream("Workbook", book(0)),
        Node::Folder("x", vec![Node::Stream("y", vec![0; 100])]),
    ]);
    for position in 0..bytes.len() {
        for value in [0, 0xFF, bytes[position] ^ 1, bytes[position] ^ 0x80] {
            let mut bytes = bytes.clone();
            bytes[position] = value;
            let _ = read(&bytes);
        }
    }
}

#[test]
fn the_kind_is_told_by_the_streams_of_the_root() {
    let alone = |name| write(&[Node::Stream(name, vec![0; 100])]);
    assert_eq!(sniff(&alone("Workbook")), Ok(Format::Xls));
    assert_eq!(sniff(&alone("Book")), Ok(Format::Xls));
    for (names, kind, part) in [
        (
            &["PowerPoint Document"][..],
            ReadErrorKind::WrongKind,
            "presentation",
        ),
        (&["Bookmarks"], ReadErrorKind::WrongKind, "compound"),
        (&[], ReadErrorKind::WrongKind, "compound"),
        (
            &["EncryptionInfo", "EncryptedPackage"],
            ReadErrorKind::Encrypted,
            "office",
        ),
    ] {
        let nodes: Vec<Node> = names
            .iter()
            .map(|name| Node::Stream(name, vec![0; 100]))
            .collect();
        let error = sniff(&write(&nodes)).expect_err("refused");
        assert_eq!((error.kind(), error.part()), (kind, Some(part)));
    }
}
