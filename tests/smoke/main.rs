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
#[path = "../support/zip.rs"]
#[allow(
    dead_code,
    clippy::duplicate_mod,
    reason = "the targets have it for themselves"
)]
mod zip;

use std::path::{Path, PathBuf};

use gouji::reader::encoding::native::NativeDecoder;

type Target = fn(&[u8]);

/// The targets, each with the extensions of the files that it is meant for.
const TARGETS: [(Target, &[&str]); 13] = [
    (targets::html, &["html"]),
    (targets::text_or_any, &["txt"]),
    (targets::docx, &["docx"]),
    (targets::doc, &["doc"]),
    (targets::xls, &["xls"]),
    (targets::pdf, &["pdf"]),
    (targets::ofd, &["ofd"]),
    (targets::xlsx, &["xlsx"]),
    (targets::opendocument, &["ods", "odt", "fods", "fodt"]),
    (targets::rtf, &["rtf"]),
    (targets::mht, &["mht", "mhtml"]),
    (targets::xml, &["xml"]),
    (targets::archive, &["zip"]),
];
/// Mutations of one file.
const ROUNDS: usize = 10;
/// Mutations of the parts of one archive: chance never finds a checksum, so that each part is changed before it is packed.
const INNER_ROUNDS: usize = 12;

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

/// The target for a file, by its name.
fn target(path: &Path) -> Option<usize> {
    let extension = path.extension().and_then(|extension| extension.to_str());
    TARGETS
        .iter()
        .position(|(_, meant)| extension.is_some_and(|extension| meant.contains(&extension)))
}

/// Every file of `tests/files`, one fixed document of the page tests, and an archive of reports.
fn inputs() -> Vec<(Option<usize>, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = vec![root.join("tests/page/fixtures/report.ofd")];
    files(&root.join("tests/files"), &mut paths);
    let mut inputs: Vec<(Option<usize>, Vec<u8>)> = paths
        .iter()
        .map(|path| (target(path), std::fs::read(path).unwrap()))
        .collect();
    let report = |name: &str| std::fs::read(root.join("tests/files/office").join(name)).unwrap();
    let nested = zip::write(&[zip::Entry::deflated("b.docx", &report("python-docx.docx"))]);
    let reports = zip::write(&[
        zip::Entry::deflated("a.html", &report("report.html")),
        zip::Entry::stored("a.xls", &report("xlwt.xls")),
        zip::Entry::stored("a.zip", &nested),
    ]);
    inputs.push((target(Path::new("a.zip")), reports));
    inputs
}

#[test]
fn no_target_panics_or_hangs_on_broken_files() {
    let mut numbers = Numbers(2024);
    let mut met = [false; TARGETS.len()];
    for (own, bytes) in inputs() {
        // Large files take long and hold nothing that small ones do not.
        let rounds = if bytes.len() > 60_000 { 1 } else { ROUNDS };
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

#[test]
fn no_reader_panics_or_hangs_on_broken_parts() {
    let mut numbers = Numbers(2025);
    let (mut read, mut refused) = (0_u32, 0_u32);
    for (own, bytes) in inputs() {
        if own.is_none() || !bytes.starts_with(b"PK") {
            continue;
        }
        let parts = zip::parts(&bytes);
        for _ in 0..INNER_ROUNDS {
            let place = numbers.below(parts.len());
            if parts[place].1.len() > 200_000 {
                continue;
            }
            let entries: Vec<zip::Entry> = parts
                .iter()
                .enumerate()
                .map(|(at, (name, content))| {
                    if at == place {
                        zip::Entry::stored(name, &mutated(content, &mut numbers))
                    } else {
                        zip::Entry::stored(name, content)
                    }
                })
                .collect();
            let broken = zip::write(&entries);
            gouji::check_each(
                &broken,
                "a",
                &gouji::Options::new(&NativeDecoder),
                &mut |outcome| match outcome.status {
                    gouji::outcome::Status::Unreadable(_) => refused += 1,
                    _ => read += 1,
                },
            );
        }
    }
    // Some parts are not needed and some changes are harmless; others break what is read.
    assert!(read > 50 && refused > 20, "{read} read, {refused} refused");
}
