//! How often the explanations are right, class by class of errors: see `tests/wrong_figures`. Run as
//! `cargo xtask bench explain`; `-- --seed N` takes another seed, `-- --count N` other numbers of tables in each class,
//! `-- --edition 2019` the older form.
#![allow(
    clippy::print_stdout,
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
    reason = "a bench prints, and may stop at what it did not expect"
)]

#[path = "../tests/wrong_figures/classes.rs"]
mod classes;
#[path = "../tests/wrong_figures/hostile.rs"]
mod hostile;
#[path = "../tests/corpus/random.rs"]
mod random;
#[path = "../tests/wrong_figures/score.rs"]
mod score;
#[path = "../tests/wrong_figures/sheet.rs"]
mod sheet;

use std::fmt::Write as _;

use gouji::explain::Grade;
use score::{Case, Score};
use sheet::Sheet;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |name: &str| {
        let at = arguments.iter().position(|it| it == name)?;
        arguments.get(at + 1).cloned()
    };
    let seed: u64 = after("--seed").map_or(1, |it| it.parse().expect("a seed is a number"));
    let count: usize = after("--count").map_or(300, |it| it.parse().expect("a count is a number"));
    let edition = if after("--edition").as_deref() == Some("2019") {
        "2019"
    } else {
        "2021"
    };
    println!(
        "| class | first | of three | certain: share, right | likely: share, right | choose | partial | unknown |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    let (mut research, mut known, mut unknown) =
        (Score::default(), Score::default(), Score::default());
    let mut tables = Tables::default();
    for (at, (class, spoil)) in classes::KNOWN.iter().enumerate() {
        let cases = score::cases(class, *spoil, edition, seed, count);
        let score = score::score(&cases);
        tables.add(&cases);
        print(class, &score);
        known.merge(&score);
        if at < classes::RESEARCH {
            research.merge(&score);
        }
    }
    for (class, spoil) in classes::UNKNOWN {
        let cases = score::cases(class, spoil, edition, seed, count);
        let score = score::score(&cases);
        tables.add(&cases);
        print(class, &score);
        unknown.merge(&score);
    }
    print("**the 26 classes of the research**", &research);
    print("**all that the catalogue knows**", &known);
    print("**beyond the catalogue**", &unknown);
    let wrong = unknown.wrong(Grade::Certain);
    println!(
        "\nseed {seed}, form of {edition}, {count} tables a class; beyond the catalogue certain and wrong: {wrong} of {}, {}.{:02} %",
        unknown.cases,
        wrong * 100 / unknown.cases,
        wrong * 10_000 / unknown.cases % 100
    );
    if let Some(file) = std::env::var_os("GOUJI_TABLES") {
        for sheet in hostile::tables(edition, seed, count.div_ceil(5)) {
            tables.line("hostile", &sheet);
        }
        std::fs::write(&file, tables.0).expect("the tables can be written");
    }
}

/// The tables for the module: kind, edition, nanoseconds it took here, digest of the answer, figures.
#[derive(Default)]
struct Tables(String);

impl Tables {
    fn add(&mut self, cases: &[Case]) {
        for case in cases {
            self.line("made up", &case.wrong);
        }
    }

    fn line(&mut self, kind: &str, sheet: &Sheet) {
        let (took, answer) = score::timed(&sheet.report());
        let figures: Vec<String> = sheet.figures().iter().map(i64::to_string).collect();
        let nanoseconds = took.as_nanos();
        let edition = sheet.edition;
        writeln!(
            self.0,
            "{kind}\t{edition}\t{nanoseconds}\t{answer}\t{}",
            figures.join(" ")
        )
        .expect("a text takes what is written");
    }
}

fn print(class: &str, score: &Score) {
    let thousandth = |part: usize| format!("{}.{:03}", part / 1_000, part % 1_000);
    let graded = |grade| {
        let right = score.precision(grade);
        format!(
            "{}, {}.{:04}",
            thousandth(score.given(grade)),
            right / 10_000,
            right % 10_000
        )
    };
    println!(
        "| {class} | {} | {} | {} | {} | {} | {} | {} |",
        thousandth(score.share(score.first)),
        thousandth(score.share(score.three)),
        graded(Grade::Certain),
        graded(Grade::Likely),
        thousandth(score.given(Grade::Choose)),
        thousandth(score.given(Grade::Partial)),
        thousandth(score.given(Grade::Unknown)),
    );
}
