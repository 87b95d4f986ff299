//! How long a report with 60 KB of text takes, natively, next to the same report without it. `cargo xtask bench long`
//! runs the modules over the same two files afterwards; absolute times depend on the machine, their ratio hardly does.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic,
    missing_docs,
    reason = "a bench prints, measures and may stop at what it did not expect"
)]

#[path = "../tests/corpus/mod.rs"]
mod corpus;
#[path = "../tests/rendering/mod.rs"]
mod rendering;

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use gouji::reader::encoding::native::NativeDecoder;
use gouji::{Options, check};

/// Rounds, where no number is given; in each round every file is checked once, so that noise falls on all alike.
const ROUNDS: usize = 200;
/// Bytes of text.
const TEXT: usize = 60_000;

fn main() {
    let files = [("tables", corpus::long(0)), ("long", corpus::long(TEXT))];
    let rounds = std::env::args().find_map(|argument| argument.parse().ok());
    let rounds: usize = rounds.unwrap_or(ROUNDS);
    let options = Options::new(&NativeDecoder);
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); files.len()];
    for _ in 0..rounds {
        for ((name, text), times) in files.iter().zip(&mut times) {
            let start = Instant::now();
            black_box(check(black_box(text.as_bytes()), name, &options));
            times.push(start.elapsed());
        }
    }
    println!("native, shortest of {rounds}");
    let mut first = None;
    for ((name, text), times) in files.iter().zip(&times) {
        let shortest = times.iter().min().copied().unwrap();
        let first = *first.get_or_insert(shortest);
        let ratio = shortest.as_secs_f64() / first.as_secs_f64();
        println!(
            "{name:8} {:>7} bytes {:>7} µs {ratio:>6.2}",
            text.len(),
            shortest.as_micros()
        );
        let folder = std::env::var_os("GOUJI_LONG");
        if let Some(folder) = folder {
            std::fs::write(Path::new(&folder).join(format!("{name}.html")), text).unwrap();
        }
    }
}
