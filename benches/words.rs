//! What the rules about words make of the generated corpus, family by family: see `tests/corpus`. Run as
//! `cargo xtask bench words`; with `-- --misses` the development reports that went wrong are listed as well.
#![allow(clippy::print_stdout, missing_docs, reason = "a bench prints")]

#[path = "../tests/corpus/mod.rs"]
mod corpus;
#[path = "../tests/rendering/mod.rs"]
mod rendering;

use corpus::Set;
use corpus::score::measure;

fn main() {
    let lists_misses = std::env::args().any(|argument| argument == "--misses");
    for set in [Set::Development, Set::HeldBack] {
        let score = measure(set);
        println!("{}", score.table());
        if lists_misses && set == Set::Development {
            for miss in &score.misses {
                println!("{miss}");
            }
            println!();
        }
    }
}
