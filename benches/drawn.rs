//! How long a report of six pages takes as a file that only says where signs and lines stand: natively, and by
//! `cargo xtask bench drawn` in the whole engine under Node.js.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic,
    missing_docs,
    reason = "a bench prints, measures and may stop at what it did not expect"
)]

#[path = "../tests/rendering/mod.rs"]
mod rendering;

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use gouji::reader::encoding::native::NativeDecoder;
use gouji::{Options, check};
use rendering::checked;
use rendering::drawn::{Paper, Sheet};
use rendering::ofd::ofd;
use rendering::pdf::{Coding, Making, Rules, pdf};
use rendering::report::report;

/// Each file is checked so often, all in turn, so that noise falls on all alike.
const ROUNDS: usize = 60;
const PAGES: usize = 6;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (paper, sheets) = six_pages();
    let plain = Making::default();
    let mut files = vec![
        ("html", report().html().into_bytes()),
        ("pdf, map to Unicode", pdf(&sheets, &paper, plain)),
    ];
    let gbk = Making {
        coding: Coding::Gbk,
        rules: Rules::Filled,
        ..plain
    };
    files.push(("pdf, GBK, thin fills", pdf(&sheets, &paper, gbk)));
    let apart = Making {
        apart: true,
        twice: true,
        rules: Rules::Dashed,
        ..plain
    };
    files.push((
        "pdf, signs apart, twice, dashes",
        pdf(&sheets, &paper, apart),
    ));
    for name in ["libreoffice-0", "chromium-0"] {
        let path = root.join(format!("tests/files/pdf/{name}.pdf"));
        files.push((name, std::fs::read(path).unwrap()));
    }
    files.push((
        "ofd, template",
        ofd(&sheets, &paper, rendering::ofd::Making::Template),
    ));
    let options = Options::new(&NativeDecoder);
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); files.len()];
    for (name, bytes) in &files {
        checked(bytes, name);
    }
    for _ in 0..ROUNDS {
        for ((name, bytes), times) in files.iter().zip(&mut times) {
            let start = Instant::now();
            black_box(check(black_box(bytes), name, &options));
            times.push(start.elapsed());
        }
    }
    println!("natively, microseconds:");
    for ((name, bytes), times) in files.iter().zip(&mut times) {
        times.sort();
        let [median, most] = [times[ROUNDS / 2], times[ROUNDS - 1]].map(|time| time.as_micros());
        println!(
            "{name:32} {:>7} bytes  median {median:>6}  most {most:>6}",
            bytes.len()
        );
    }
    // For the module, which takes the same files.
    if let Some(folder) = std::env::var_os("GOUJI_DRAWN") {
        let folder = Path::new(&folder).join("drawn");
        std::fs::create_dir_all(&folder).unwrap();
        for (name, bytes) in &files {
            std::fs::write(folder.join(name), bytes).unwrap();
        }
    }
}

/// The report in type large enough for six pages.
fn six_pages() -> (Paper, Vec<Sheet>) {
    for tenths in 80..300 {
        let paper = Paper {
            size: f64::from(tenths) / 10.0,
            labels: 1.5,
            ..Paper::default()
        };
        let sheets = report().sheets(&paper);
        if sheets.len() == PAGES {
            return (paper, sheets);
        }
    }
    panic!("no size makes six pages");
}
