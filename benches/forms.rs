//! How long a report takes to be checked in each of its forms, as ratios to the HTML page of the same report,
//! measured side by side in one run: these machines are noisy, so absolute times say little. Run with
//! `cargo bench`.
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
#[path = "../tests/support/mod.rs"]
mod support;

use std::hint::black_box;
use std::time::{Duration, Instant};

use gouji::reader::encoding::native::NativeDecoder;
use gouji::{Options, check};
use rendering::Figures;
use support::zip::{Entry, write};

/// Rounds; in each round every form is checked once, so that noise falls on all alike.
const ROUNDS: usize = 300;

fn main() {
    let figures = Figures::example("2021");
    let html = figures.html();
    let glued: String = figures.text().replace(['\t', '\n'], "");
    let forms: Vec<(&str, Vec<u8>)> = vec![
        ("html", html.clone().into_bytes()),
        (
            "html in gb18030",
            encoding_rs::GB18030
                .encode(&html.replace("utf-8", "gb2312"))
                .0
                .into_owned(),
        ),
        (
            "docx",
            write(&[Entry::deflated(
                "word/document.xml",
                figures.document_xml().as_bytes(),
            )]),
        ),
        ("text with tabs", figures.text().into_bytes()),
        ("text, cells glued", glued.into_bytes()),
        (
            "html behind 60 KB of prose",
            format!("<p>{}</p>{html}", "本节文字从略。".repeat(3000)).into_bytes(),
        ),
    ];
    let options = Options::new(&NativeDecoder);
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); forms.len()];
    for _ in 0..ROUNDS {
        for ((name, bytes), times) in forms.iter().zip(&mut times) {
            let start = Instant::now();
            black_box(check(black_box(bytes), name, &options));
            times.push(start.elapsed());
        }
    }
    let medians: Vec<Duration> = times
        .iter_mut()
        .map(|times| {
            times.sort();
            times[times.len() / 2]
        })
        .collect();
    println!(
        "{:28} {:>9} {:>9} {:>7}",
        "form", "bytes", "median", "ratio"
    );
    for ((name, bytes), median) in forms.iter().zip(&medians) {
        let ratio = median.as_secs_f64() / medians[0].as_secs_f64();
        println!(
            "{name:28} {:>9} {:>7}us {ratio:>7.2}",
            bytes.len(),
            median.as_micros()
        );
    }
}
