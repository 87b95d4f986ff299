//! The same files read by a library that knows all of PDF: pages, their size and every byte of their content.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::path::Path;

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

#[test]
fn files_are_read_as_the_library_reads_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/pdf");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "pdf") {
            continue;
        }
        count += 1;
        let bytes = std::fs::read(&path).unwrap();
        let file = File::open(&bytes).unwrap();
        let own = pages(&file);
        let library = Pdf::new(bytes.clone()).unwrap();
        assert_eq!(own.len(), library.pages().len(), "{path:?}");
        for (own, other) in own.iter().zip(library.pages().iter()) {
            let (width, height) = other.render_dimensions();
            let size = [width, height].map(|length| format!("{length:.0}"));
            let area = [own.area.width(), own.area.height()];
            let area = area.map(|length| format!("{:.0}", f64::from(length) / 100.0));
            assert_eq!(area, size, "{path:?}");
            let content = content(&file, &own.dict);
            let theirs = other.page_stream().unwrap();
            assert_eq!(
                content.trim_ascii_end(),
                theirs.trim_ascii_end(),
                "{path:?}"
            );
            assert!(operators(&content).len() > 100, "{path:?}");
            assert_eq!(
                operators(&content),
                operators_of_the_library(theirs),
                "{path:?}"
            );
        }
    }
    assert_eq!(count, 16, "printed and encrypted reports");
}
