//! The fuzz targets, each for a moment: every file of `tests/files` with a few bytes changed, so that each reader meets its
//! own format broken. A fuzzer that runs for hours needs a nightly compiler; this runs in every test.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod inner;
#[path = "../../fuzz/targets.rs"]
mod targets;

use std::path::{Path, PathBuf};

type Target = fn(&[u8]);

/// The targets, each with the extensions of the files that it is meant for.
const TARGETS: [(Target, &[&str]); 7] = [
    (targets::html, &["html"]),
    (targets::text_or_any, &["txt"]),
    (targets::docx, &["docx"]),
    (targets::doc, &["doc"]),
    (targets::xls, &["xls"]),
    (targets::pdf, &["pdf"]),
    (targets::ofd, &["ofd"]),
];
/// Mutations of one file.
const ROUNDS: usize = 10;

/// Numbers without order, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }
}

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, out);
        } else {
            out.push(path);
        }
    }
}

fn mutated(bytes: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=numbers.below(6) {
        let at = numbers.below(bytes.len());
        match numbers.below(5) {
            0 if !bytes.is_empty() => bytes.truncate(at),
            1 => bytes.insert(at, u8::try_from(numbers.below(256)).unwrap()),
            2 if !bytes.is_empty() => {
                bytes.remove(at);
            }
            // Lengths and places are what hurts most.
            3 => {
                let extreme = [0_u8, 1, 0x7F, 0x80, 0xFF][numbers.below(5)];
                let end = (at + 4).min(bytes.len());
                bytes[at..end].fill(extreme);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << numbers.below(8);
                }
            }
        }
    }
    bytes
}

#[test]
fn no_target_panics_or_hangs_on_broken_files() {
    let mut paths = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    files(&root.join("files"), &mut paths);
    paths.push(root.join("page/fixtures/report.ofd"));
    let mut numbers = Numbers(2024);
    let mut met = [false; TARGETS.len()];
    for path in paths {
        let extension = path
            .extension()
            .and_then(|extension| extension.to_str())
            .unwrap_or_default();
        let own = TARGETS
            .iter()
            .position(|(_, meant)| meant.contains(&extension));
        let bytes = std::fs::read(&path).unwrap();
        // Large files take long and hold nothing that small ones do not.
        let rounds = if bytes.len() > 200_000 { 1 } else { ROUNDS };
        for _ in 0..rounds {
            let broken = mutated(&bytes, &mut numbers);
            match own {
                Some(own) => {
                    TARGETS[own].0(&broken);
                    met[own] = true;
                }
                None => targets::text_or_any(&broken),
            }
        }
    }
    assert!(
        met.iter().all(|met| *met),
        "a target without a file: {met:?}"
    );
}
