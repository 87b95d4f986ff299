//! What the rules about words make of the generated corpus, family by family: see `tests/corpus`. Run as
//! `cargo xtask bench words`; with `-- --misses` the development reports that went wrong are listed as well.
#![allow(clippy::print_stdout, missing_docs, reason = "a bench prints")]

#[path = "../tests/corpus/mod.rs"]
mod corpus;
#[path = "../tests/rendering/mod.rs"]
mod rendering;

use corpus::Set;
use corpus::score::{measure, tables};

fn main() {
    let scores = [measure(Set::Development), measure(Set::HeldBack)];
    println!("{}", tables(&scores));
    if std::env::args().any(|argument| argument == "--misses") {
        // Those that were held back stay unseen.
        for miss in &scores[0].misses {
            println!("{miss}");
        }
    }
}
