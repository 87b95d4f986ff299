//! A tiny zip writer, so that tests can break every field of an archive.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

use miniz_oxide::deflate::compress_to_vec;

/// An entry to write. The fields are what the archive will say, true or not.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) name: Vec<u8>,
    pub(crate) method: u16,
    pub(crate) flags: u16,
    pub(crate) data: Vec<u8>,
    pub(crate) size: u64,
    pub(crate) checksum: u32,
    /// Sizes and checksum of the local header are zero and follow the data.
    pub(crate) descriptor: bool,
    /// Sizes and offset stand in the 64-bit extra field.
    pub(crate) wide: bool,
}

impl Entry {
    pub(crate) fn stored(name: &str, content: &[u8]) -> Self {
        Self {
            name: name.as_bytes().to_vec(),
            method: 0,
            flags: 0,
            data: content.to_vec(),
            size: content.len() as u64,
            checksum: crc32(content),
            descriptor: false,
            wide: false,
        }
    }

    pub(crate) fn deflated(name: &str, content: &[u8]) -> Self {
        Self {
            method: 8,
            data: compress_to_vec(content, 6),
            ..Self::stored(name, content)
        }
    }
}

/// Writes an archive.
pub(crate) fn write(entries: &[Entry]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut central = Vec::new();
    for entry in entries {
        let offset = bytes.len() as u64;
        let flags = entry.flags | if entry.descriptor { 8 } else { 0 };
        let packed = entry.data.len() as u64;
        bytes.extend(b"PK\x03\x04");
        bytes.extend(20_u16.to_le_bytes());
        bytes.extend(flags.to_le_bytes());
        bytes.extend(entry.method.to_le_bytes());
        bytes.extend([0; 4]);
        let shown = |value: u64| {
            if entry.descriptor {
                0
            } else {
                u32::try_from(value).unwrap_or(u32::MAX)
            }
        };
        bytes.extend(if entry.descriptor { 0 } else { entry.checksum }.to_le_bytes());
        bytes.extend(shown(packed).to_le_bytes());
        bytes.extend(shown(entry.size).to_le_bytes());
        bytes.extend((entry.name.len() as u16).to_le_bytes());
        bytes.extend(0_u16.to_le_bytes());
        bytes.extend(&entry.name);
        bytes.extend(&entry.data);
        if entry.descriptor {
            bytes.extend(b"PK\x07\x08");
            bytes.extend(entry.checksum.to_le_bytes());
            bytes.extend((packed as u32).to_le_bytes());
            bytes.extend((entry.size as u32).to_le_bytes());
        }
        central.extend(central_header(entry, flags, packed, offset));
    }
    let directory = bytes.len() as u64;
    let size = central.len() as u64;
    bytes.extend(central);
    let wide = entries.iter().any(|entry| entry.wide);
    if wide {
        let end64 = bytes.len() as u64;
        bytes.extend(b"PK\x06\x06");
        bytes.extend(44_u64.to_le_bytes());
        bytes.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        bytes.extend((entries.len() as u64).to_le_bytes());
        bytes.extend((entries.len() as u64).to_le_bytes());
        bytes.extend(size.to_le_bytes());
        bytes.extend(directory.to_le_bytes());
        bytes.extend(b"PK\x06\x07");
        bytes.extend([0; 4]);
        bytes.extend(end64.to_le_bytes());
        bytes.extend(1_u32.to_le_bytes());
    }
    bytes.extend(b"PK\x05\x06");
    bytes.extend([0; 4]);
    let count = if wide { 0xFFFF } else { entries.len() as u16 };
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend(if wide { u32::MAX } else { size as u32 }.to_le_bytes());
    bytes.extend(if wide { u32::MAX } else { directory as u32 }.to_le_bytes());
    bytes.extend(0_u16.to_le_bytes());
    bytes
}

/// The entries of an archive that is whole, unpacked, each with its name.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let number = |at: usize, length: usize| {
        let digits = bytes[at..at + length].iter().rev();
        digits.fold(0_usize, |number, byte| number << 8 | usize::from(*byte))
    };
    let end = bytes
        .windows(4)
        .rposition(|window| window == b"PK\x05\x06")
        .expect("an end");
    let (count, mut at) = (number(end + 10, 2), number(end + 16, 4));
    let mut parts = Vec::new();
    for _ in 0..count {
        let lengths = [28, 30, 32].map(|field| number(at + field, 2));
        let name = String::from_utf8_lossy(&bytes[at + 46..at + 46 + lengths[0]]).into_owned();
        let header = number(at + 42, 4);
        let start = header + 30 + number(header + 26, 2) + number(header + 28, 2);
        let packed = &bytes[start..start + number(at + 20, 4)];
        let content = match number(at + 10, 2) {
            0 => packed.to_vec(),
            _ => miniz_oxide::inflate::decompress_to_vec(packed).expect("deflated"),
        };
        parts.push((name, content));
        at += 46 + lengths.iter().sum::<usize>();
    }
    parts
}

fn central_header(entry: &Entry, flags: u16, packed: u64, offset: u64) -> Vec<u8> {
    let mut extra = Vec::new();
    if entry.wide {
        extra.extend(1_u16.to_le_bytes());
        extra.extend(24_u16.to_le_bytes());
        for value in [entry.size, packed, offset] {
            extra.extend(value.to_le_bytes());
        }
    }
    let shown = |value: u64| if entry.wide { u32::MAX } else { value as u32 };
    let mut bytes = Vec::new();
    bytes.extend(b"PK\x01\x02");
    bytes.extend([20, 0, 20, 0]);
    bytes.extend(flags.to_le_bytes());
    bytes.extend(entry.method.to_le_bytes());
    bytes.extend([0; 4]);
    bytes.extend(entry.checksum.to_le_bytes());
    bytes.extend(shown(packed).to_le_bytes());
    bytes.extend(shown(entry.size).to_le_bytes());
    bytes.extend((entry.name.len() as u16).to_le_bytes());
    bytes.extend((extra.len() as u16).to_le_bytes());
    bytes.extend([0; 10]);
    bytes.extend(shown(offset).to_le_bytes());
    bytes.extend(&entry.name);
    bytes.extend(extra);
    bytes
}

/// CRC-32, bit by bit: independent of the one under test.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ if sum & 1 == 1 { 0xEDB8_8320 } else { 0 };
        }
    }
    !sum
}

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const RELATIONSHIPS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// A docx file around a main part.
pub(crate) fn docx_of_part(part: &[u8]) -> Vec<u8> {
    write(&[
        Entry::deflated("[Content_Types].xml", TYPES.as_bytes()),
        Entry::deflated("_rels/.rels", RELATIONSHIPS.as_bytes()),
        Entry::deflated("word/document.xml", part),
    ])
}

/// A docx file with this body (`w:` markup).
pub(crate) fn docx(body: &str) -> Vec<u8> {
    let part = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>{body}<w:sectPr/></w:body></w:document>"#
    );
    docx_of_part(part.as_bytes())
}
