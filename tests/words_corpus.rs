//! The corpus of made-up reports is what it says that it is; what the checks make of it is good enough, and what the
//! README says. `UPDATE_README=1 cargo test --test words_corpus` writes the table anew.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod corpus;
mod rendering;

use std::path::Path;
use std::sync::LazyLock;

use corpus::score::{Score, measure, tables};
use corpus::{Set, cases};

/// Measured once for all tests.
static SCORES: LazyLock<[Score; 2]> =
    LazyLock::new(|| [measure(Set::Development), measure(Set::HeldBack)]);

#[test]
fn the_corpus_is_large_and_always_the_same() {
    let all: Vec<_> = [Set::Development, Set::HeldBack]
        .into_iter()
        .flat_map(cases)
        .collect();
    let wrong = all.iter().filter(|case| case.wrong.is_some()).count();
    assert!(all.len() >= 2000 && wrong >= 800, "{} {wrong}", all.len());
    let again = cases(Set::HeldBack);
    let before = all.iter().skip(all.len() - again.len());
    assert!(before.zip(&again).all(|(a, b)| a.text == b.text));
}

/// At least 97 of 100 wrong figures are found, with at most one false error in 500 right reports and one false
/// warning in 50, in sentences that the grammar of claims was written with and in such that it was not.
#[test]
fn wrong_figures_are_found_and_right_ones_left_alone() {
    for score in SCORES.iter() {
        let total = score.total();
        let table = score.table();
        assert!(total.found * 100 >= total.wrong * 97, "recall\n{table}");
        assert!(
            total.false_errors * 500 <= total.right,
            "false errors\n{table}"
        );
        assert!(
            total.false_warnings * 50 <= total.right,
            "false warnings\n{table}"
        );
    }
}

#[test]
fn the_readme_says_what_is_measured() {
    const START: &str = "<!-- words:start -->";
    const END: &str = "<!-- words:end -->";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let old = std::fs::read_to_string(&path).unwrap();
    let (head, rest) = old.split_once(START).unwrap();
    let (_, tail) = rest.split_once(END).unwrap();
    let new = format!("{head}{START}\n{}{END}{tail}", tables(&*SCORES));
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(&path, new).unwrap();
        return;
    }
    assert!(
        old == new,
        "README.md is out of date: UPDATE_README=1 cargo test --test words_corpus\n{new}"
    );
}
