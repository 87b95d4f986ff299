//! The zip container, seen through the one document it can hold so far.

use crate::support::zip::{Entry, crc32, docx, write};
use crate::support::{document, read, sketch};
use gouji::reader::{Format, ReadErrorKind};

const PART: &[u8] =
    "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>"
        .as_bytes();

fn part() -> Entry {
    Entry::deflated("word/document.xml", PART)
}

fn error(entries: &[Entry]) -> (ReadErrorKind, Option<String>) {
    let error = read(&write(entries)).expect_err("refused");
    (error.kind(), error.part().map(str::to_owned))
}

fn document_error(kind: ReadErrorKind) -> (ReadErrorKind, Option<String>) {
    (kind, Some("word/document.xml".to_owned()))
}

#[test]
fn stored_and_deflated_entries() {
    assert_eq!(sketch(&document(&write(&[part()]))), ["p 甲"]);
    assert_eq!(
        sketch(&document(&write(&[Entry::stored(
            "word/document.xml",
            PART
        )]))),
        ["p 甲"]
    );
}

#[test]
fn sizes_in_a_data_descriptor_behind_the_data() {
    let entry = Entry {
        descriptor: true,
        ..part()
    };
    assert_eq!(
        sketch(&document(&write(&[
            entry.clone(),
            Entry {
                name: b"x".to_vec(),
                ..entry
            }
        ]))),
        ["p 甲"]
    );
}

#[test]
fn sizes_and_offsets_of_64_bits() {
    let entries = [
        Entry {
            wide: true,
            ..Entry::stored("x", b"1")
        },
        Entry {
            wide: true,
            ..part()
        },
    ];
    assert_eq!(sketch(&document(&write(&entries))), ["p 甲"]);
}

#[test]
fn a_comment_and_junk_behind_the_end_record() {
    let mut bytes = write(&[part()]);
    let length = bytes.len();
    bytes[length - 2] = 9;
    bytes.extend(b"PK\x05\x06note.");
    assert_eq!(sketch(&document(&bytes)), ["p 甲"]);
    let mut bytes = write(&[part()]);
    bytes.extend([0; 400]);
    assert_eq!(sketch(&document(&bytes)), ["p 甲"]);
}

#[test]
fn names_in_gbk_and_with_backslashes() {
    let gbk = Entry {
        name: b"\xC4\xEA\xB1\xA8.txt".to_vec(),
        ..Entry::stored("x", b"1")
    };
    let entry = Entry {
        name: b"Word\\document.xml".to_vec(),
        ..part()
    };
    assert_eq!(sketch(&document(&write(&[gbk, entry]))), ["p 甲"]);
}

#[test]
fn an_encrypted_entry_is_refused_by_name() {
    for entry in [
        Entry { flags: 1, ..part() },
        Entry {
            method: 99,
            ..part()
        },
    ] {
        assert_eq!(error(&[entry]), document_error(ReadErrorKind::Encrypted));
    }
}

#[test]
fn an_unusual_method_is_refused_by_name() {
    let entry = Entry {
        method: 12,
        ..part()
    };
    assert_eq!(error(&[entry]), document_error(ReadErrorKind::Unsupported));
}

#[test]
fn a_wrong_checksum_is_damage() {
    let entry = Entry {
        checksum: 1,
        ..part()
    };
    assert_eq!(error(&[entry]), document_error(ReadErrorKind::Damaged));
}

#[test]
fn a_wrong_size_is_damage() {
    for size in [1, PART.len() as u64 - 1, PART.len() as u64 + 1] {
        assert_eq!(
            error(&[Entry { size, ..part() }]),
            document_error(ReadErrorKind::Damaged)
        );
        let stored = Entry {
            size,
            ..Entry::stored("word/document.xml", PART)
        };
        assert_eq!(error(&[stored]), document_error(ReadErrorKind::Damaged));
    }
}

#[test]
fn a_bomb_that_admits_its_size_is_too_large() {
    let zeros = vec![0; 1 << 20];
    let bomb = Entry {
        size: 60 << 20,
        ..Entry::deflated("word/document.xml", &zeros)
    };
    assert_eq!(error(&[bomb]), document_error(ReadErrorKind::TooLarge));
}

#[test]
fn a_bomb_that_hides_its_size_is_damage() {
    let zeros = vec![0; 4 << 20];
    let bomb = Entry {
        size: 1000,
        ..Entry::deflated("word/document.xml", &zeros)
    };
    assert_eq!(error(&[bomb]), document_error(ReadErrorKind::Damaged));
}

#[test]
fn a_size_of_exabytes_is_too_large() {
    let entry = Entry {
        size: u64::MAX,
        wide: true,
        ..part()
    };
    assert_eq!(error(&[entry]), document_error(ReadErrorKind::TooLarge));
}

#[test]
fn more_entries_than_the_cap_are_too_large() {
    let entries = vec![Entry::stored("x", b""); 20_001];
    assert_eq!(error(&entries).0, ReadErrorKind::TooLarge);
}

#[test]
fn a_deflate_stream_that_breaks_off_is_damage() {
    let mut entry = part();
    entry.data.truncate(20);
    assert_eq!(error(&[entry]), document_error(ReadErrorKind::Damaged));
    assert_eq!(
        error(&[Entry {
            data: Vec::new(),
            ..part()
        }]),
        document_error(ReadErrorKind::Damaged)
    );
}

#[test]
fn entries_that_share_bytes_are_damage() {
    let mut bytes = write(&[part(), part()]);
    let second = bytes
        .windows(4)
        .rposition(|window| window == b"PK\x01\x02")
        .expect("header");
    bytes[second + 42..second + 46].copy_from_slice(&0_u32.to_le_bytes());
    assert_eq!(
        read(&bytes).expect_err("overlap").kind(),
        ReadErrorKind::Damaged
    );
}

#[test]
fn absurd_offsets_are_damage() {
    let bytes = write(&[part()]);
    let central = bytes
        .windows(4)
        .position(|window| window == b"PK\x01\x02")
        .expect("header");
    let end = bytes.len() - 22;
    for field in [central + 42, central + 20, central + 28, end + 16] {
        let mut bytes = bytes.clone();
        bytes[field..field + 2].copy_from_slice(&[0xFE, 0xFE]);
        bytes[field + 2..field + 4].copy_from_slice(&[0xFE, 0x7E]);
        assert_eq!(
            read(&bytes).expect_err("absurd").kind(),
            ReadErrorKind::Damaged,
            "{field}"
        );
    }
}

#[test]
fn a_file_cut_anywhere_is_truncated_and_known_as_a_document() {
    let bytes = docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>");
    let named = bytes
        .windows(17)
        .position(|window| window == b"word/document.xml")
        .expect("name");
    for end in named + 17..bytes.len() {
        let error = read(&bytes[..end]).expect_err("cut");
        assert_eq!(error.kind(), ReadErrorKind::Truncated, "cut at {end}");
        assert_eq!(error.format(), Some(Format::Docx), "cut at {end}");
    }
    for end in 4..named {
        let error = read(&bytes[..end]).expect_err("cut");
        assert_eq!(error.kind(), ReadErrorKind::Truncated, "cut at {end}");
    }
}

#[test]
fn every_single_broken_byte_gives_a_result() {
    let bytes =
        docx("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
    for position in 0..bytes.len() {
        for value in [0, 0xFF, bytes[position] ^ 1, bytes[position] ^ 0x80] {
            let mut bytes = bytes.clone();
            bytes[position] = value;
            let _ = read(&bytes);
        }
    }
}

#[test]
fn the_checksum_of_the_tests_is_the_standard_one() {
    assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
}
