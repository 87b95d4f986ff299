//! The same files read by a library that knows all of PDF: pages, their size and every byte of their content.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use hayro_syntax::Pdf;

use super::{Content, File, pages};
use crate::reader::pdf::content;

/// The operators of a content with the number of operands of each.
fn operators(content: &[u8]) -> Vec<(Vec<u8>, usize)> {
    Content::new(content)
        .map(|instruction| (instruction.operator.to_vec(), instruction.operands.len()))
        .collect()
}

fn operators_of_the_library(content: &[u8]) -> Vec<(Vec<u8>, usize)> {
    let mut instructions = hayro_syntax::content::UntypedIter::new(content);
    let mut operators = Vec::new();
    while let Some(instruction) = instructions.next() {
        operators.push((
            instruction.operator.to_vec(),
            instruction.operands().count(),
        ));
    }
    operators
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$((
            $name,
            include_bytes!(concat!("../../../../tests/files/pdf/", $name, ".pdf")).as_slice(),
        )),*]
    };
}

#[test]
fn files_are_read_as_the_library_reads_them() {
    let files = files![
        "empty-password-rc4",
        "empty-password-aes",
        "chromium-0",
        "chromium-12",
        "chromium-17",
        "chromium-3",
        "chromium-7",
        "libreoffice-0",
        "libreoffice-12",
        "libreoffice-17",
        "libreoffice-3",
        "libreoffice-7",
        "encrypted-2-rc4",
        "encrypted-3-rc4",
        "encrypted-4-rc4",
        "encrypted-4-aes",
        "encrypted-5-aes",
        "encrypted-6-aes",
    ];
    for (name, bytes) in files {
        let file = File::open(bytes).unwrap();
        let own = pages(&file);
        let library = Pdf::new(bytes.to_vec()).unwrap();
        assert_eq!(own.len(), library.pages().len(), "{name}");
        for (own, other) in own.iter().zip(library.pages().iter()) {
            let (width, height) = other.render_dimensions();
            let size = [width, height].map(|length| format!("{length:.0}"));
            let area = [own.area.width(), own.area.height()];
            let area = area.map(|length| format!("{}", length.saturating_add(50) / 100));
            assert_eq!(area, size, "{name}");
            let content = content(&file, &own.dict);
            let theirs = other.page_stream().unwrap();
            assert_eq!(content.trim_ascii_end(), theirs.trim_ascii_end(), "{name}");
            assert!(operators(&content).len() > 100, "{name}");
            assert_eq!(
                operators(&content),
                operators_of_the_library(theirs),
                "{name}"
            );
        }
    }
}
