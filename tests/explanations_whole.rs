//! What takes too long for a plain `cargo test`: all pairs of wrong cells, and the gates of the explanations over hundreds of
//! tables of each class. `cargo xtask test` runs it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::needless_range_loop,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "a test may stop at what it did not expect"
)]

#[path = "wrong_figures/classes.rs"]
mod classes;
#[path = "wrong_figures/disputes.rs"]
mod disputes;
#[path = "corpus/random.rs"]
mod random;
#[path = "wrong_figures/score.rs"]
mod score;
#[path = "wrong_figures/sheet.rs"]
mod sheet;
#[path = "explanations/table.rs"]
mod table;

use classes::{KNOWN, RESEARCH, SINGLES, UNKNOWN};
use gouji::explain::{Layout, search};
use score::{Gates, Score, cases, needed, score};
use table::{COLUMNS, Form, full};

/// How two wrong cells stand to each other, and what came out of it.
#[derive(Default, Debug, PartialEq, Eq)]
struct Pairs {
    all: usize,
    /// The true pair is the only explanation of two cells, and there is none of one.
    unique: usize,
    /// There is a smaller explanation.
    smaller: usize,
}

/// All pairs of cells, the first off by `first`, the second by `second`: those in one line, in one column, in neither.
fn pairs(first: i64, second: i64) -> [Pairs; 3] {
    let form = Form::requests("2021");
    let truth = full(&form);
    let mut out = [Pairs::default(), Pairs::default(), Pairs::default()];
    let mut given = truth.clone();
    for a in 0..truth.len() {
        for b in a + 1..truth.len() {
            given[a] = truth[a] + first;
            given[b] = truth[b] + second;
            let (system, _) = form.system(&given, 0);
            let found = search(&system, &Layout::default());
            (given[a], given[b]) = (truth[a], truth[b]);
            let place = |place: usize| u16::try_from(place).unwrap();
            let wanted = vec![(place(a), truth[a]), (place(b), truth[b])];
            let of = |size: usize| {
                let same = move |one: &&gouji::explain::Solution| one.edits.len() == size;
                found.solutions.iter().filter(same)
            };
            let own = match () {
                () if a / COLUMNS == b / COLUMNS => &mut out[0],
                () if a % COLUMNS == b % COLUMNS => &mut out[1],
                () => &mut out[2],
            };
            own.all += 1;
            own.smaller += usize::from(of(1).count() > 0);
            assert!(
                of(2).any(|one| one.edits == wanted),
                "{a} {b}: the truth is missing"
            );
            own.unique += usize::from(of(2).count() == 1 && of(1).count() == 0);
        }
    }
    out
}

#[test]
fn all_pairs_of_different_sizes_are_told_apart() {
    for [line, column, neither] in [pairs(1_013, -4_507), pairs(1_013, 4_507)] {
        for one in [line, column, neither] {
            assert_eq!((one.unique, one.smaller), (one.all, 0));
        }
    }
}

#[test]
fn all_pairs_of_one_size_are_told_apart_as_often_as_the_form_allows() {
    // The shares of the project's research, as exactly as it gives them: in one line, in one column, in neither; of all.
    let rounded = |unique: usize, all: usize, of: usize| (unique * of + all / 2) / all;
    let share = |one: &Pairs, of: usize| rounded(one.unique, one.all, of);
    let whole = |pairs: &[Pairs; 3]| {
        let unique = pairs.iter().map(|one| one.unique).sum();
        rounded(unique, pairs.iter().map(|one| one.all).sum(), 1_000)
    };
    let equal = pairs(1_013, 1_013);
    assert_eq!(equal.each_ref().map(|one| one.all), [525, 2_100, 12_600]);
    assert_eq!(equal.each_ref().map(|one| one.smaller), [0, 0, 0]);
    assert_eq!(
        equal.each_ref().map(|one| share(one, 1_000)),
        [726, 993, 496]
    );
    assert_eq!(whole(&equal), 572);
    let opposite = pairs(1_013, -1_013);
    assert_eq!(opposite.each_ref().map(|one| one.smaller), [0, 0, 0]);
    assert_eq!(opposite.each_ref().map(|one| share(one, 100)), [31, 30, 79]);
    assert_eq!(whole(&opposite), 709);
}

const SEEDS: [u64; 3] = [1, 2, 3];
const COUNT: usize = 300;

#[test]
fn every_seed_reaches_what_is_aimed_at() {
    for edition in ["2021", "2019"] {
        for seed in SEEDS {
            let (mut known, mut unknown) = (Score::default(), Score::default());
            for (class, spoil) in &KNOWN[..RESEARCH] {
                known.merge(&score(&cases(class, *spoil, edition, seed, COUNT)));
            }
            for (class, spoil) in UNKNOWN {
                unknown.merge(&score(&cases(class, spoil, edition, seed, COUNT)));
            }
            Gates {
                first: 910,
                three: 985,
                certain: 680,
                certain_right: 9_980,
                likely_right: 9_700,
                unknown_wrong: 50,
            }
            .hold(&known, &unknown);
        }
    }
}

#[test]
fn one_wrong_figure_is_always_among_three() {
    for edition in ["2021", "2019"] {
        for seed in SEEDS {
            let mut singles = Score::default();
            for (class, spoil) in &KNOWN[..SINGLES] {
                let score = score(&cases(class, *spoil, edition, seed, COUNT));
                assert_eq!(score.three, score.cases, "{class}, {edition}, {seed}");
                assert!(
                    score.share(score.first) >= 970,
                    "{class}, {edition}, {seed}"
                );
                singles.merge(&score);
            }
        }
    }
}

#[test]
fn two_wrong_figures_of_different_sizes_are_nearly_always_among_three() {
    let (class, spoil) = KNOWN[SINGLES];
    for edition in ["2021", "2019"] {
        for seed in SEEDS {
            let mut all = cases(class, spoil, edition, seed, 2 * COUNT);
            all.retain(|case| {
                let ids = sheet::ids(edition, gouji::form::Table::Requests);
                let changes = needed(&case.wrong.figures(), &case.truth.figures(), &ids);
                let size = |at: usize| changes[at].to.abs_diff(changes[at].from.unwrap());
                size(0) != size(1)
            });
            let score = score(&all);
            assert!(
                score.share(score.three) >= 995,
                "{edition}, {seed}: {} of {}",
                score.three,
                score.cases
            );
        }
    }
}

#[test]
fn disputes_are_right_among_three_and_never_certain() {
    for seed in SEEDS {
        let leaves = disputes::leaves(seed, 500);
        assert!(
            leaves.share(leaves.three) >= 860,
            "{seed}: {}",
            leaves.share(leaves.three)
        );
    }
}
