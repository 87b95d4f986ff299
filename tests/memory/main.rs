//! Memory: a file of ten megabytes, whatever is in it, is read or refused within 64 MB, the file included. A program of its
//! own, because what is counted is the whole program.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

#[path = "../support/mod.rs"]
mod support;

mod legacy;
mod markup;
mod packed;

use std::io::Write;

use gouji::Options;
use gouji::reader::encoding::native::NativeDecoder;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Bytes of each file, nearly.
pub(crate) const FILE: usize = 10_000_000;
/// Bytes that reading it may take, its own included.
const MOST: usize = 64_000_000;

/// What makes one of the files.
type Make = fn() -> Vec<u8>;

/// The most memory that was in use, beside what was before.
fn peak<T>(work: impl FnOnce() -> T) -> (usize, T) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let result = work();
    (MEMORY.peak_usage().saturating_sub(before), result)
}

#[test]
fn ten_megabytes_are_read_within_64() {
    let files: Vec<(&str, Make)> = [legacy::FILES, packed::FILES, markup::FILES].concat();
    let mut report = String::new();
    let mut within = true;
    for (name, make) in files {
        let bytes = make();
        // A bomb is small; all others weigh what they should.
        let weight = bytes.len();
        let is_right = (FILE * 8 / 10..FILE * 12 / 10).contains(&weight);
        within &= is_right || name.contains("bomb");
        let start = std::time::Instant::now();
        let (read, result) = peak(|| support::read(&bytes));
        let outcome = match result {
            Ok((format, document)) => {
                format!("{}, {} blocks", format.name(), document.blocks.len())
            }
            Err(error) => error.to_string(),
        };
        // All of it: unpacking, reading, recognising, checking.
        let (whole, _) = peak(|| {
            gouji::check_each(&bytes, name, &Options::new(&NativeDecoder), &mut |_| {});
        });
        let most = read.max(whole) + bytes.len();
        report += &format!(
            "{name}: {} KB, read with {} KB, checked with {} KB, {outcome}{}, {} ms\n",
            bytes.len() / 1000,
            (read + bytes.len()) / 1000,
            (whole + bytes.len()) / 1000,
            if most > MOST { " TOO MUCH" } else { "" },
            start.elapsed().as_millis(),
        );
        within &= most <= MOST;
    }
    // Past the test harness, which keeps the output of tests that pass.
    let _ = std::io::stderr().write_all(report.as_bytes());
    assert!(within, "{report}");
}
