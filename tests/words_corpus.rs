//! The corpus of made-up reports is what it says that it is, and the checks make of it what the README says.

mod corpus;
mod rendering;

use corpus::{Set, cases};

#[test]
fn the_corpus_is_large_and_always_the_same() {
    let all: Vec<_> = [Set::Development, Set::HeldBack]
        .into_iter()
        .flat_map(cases)
        .collect();
    let wrong = all.iter().filter(|case| case.wrong.is_some()).count();
    assert!(all.len() >= 2000 && wrong >= 800, "{} {wrong}", all.len());
    let again = cases(Set::HeldBack);
    assert!(
        again
            .iter()
            .zip(cases(Set::HeldBack))
            .all(|(a, b)| a.text == b.text)
    );
}
