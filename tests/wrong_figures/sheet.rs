//! Section three as plain numbers: lines of seven figures, six applicants and their total.

use gouji::edition::Edition;
use gouji::form::{CellId, Table};
use gouji::report::{Cell, Report};

use crate::random::Random;

/// Columns; the last is the total.
pub const WIDTH: usize = 7;
pub const TOTAL: usize = 6;
/// The lines of what came in.
pub const NEW: usize = 0;
pub const CARRIED_IN: usize = 1;
/// The first outcome.
pub const FIRST: usize = 2;

/// The whole of section three.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub edition: &'static str,
    pub lines: Vec<[i64; WIDTH]>,
}

/// How large the body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    Tiny,
    Small,
    Medium,
    Large,
    Mega,
}

/// The tiers in the mix of the benchmark.
pub const MIX: [Tier; 7] = [
    Tier::Tiny,
    Tier::Small,
    Tier::Small,
    Tier::Medium,
    Tier::Medium,
    Tier::Large,
    Tier::Mega,
];

/// Rough shape of published tables, in tenths: disclosed and not held are most of the outcomes.
const OUTCOMES: [i64; 21] = [
    340, 90, 3, 8, 3, 12, 25, 15, 30, 40, 240, 40, 15, 40, 30, 3, 5, 10, 20, 2, 30,
];
const APPLICANTS: [i64; TOTAL] = [800, 130, 6, 8, 16, 40];

impl Sheet {
    /// The line of the total of outcomes.
    pub fn sum(&self) -> usize {
        self.lines.len() - 2
    }

    /// The line of what was carried out.
    pub fn carried_out(&self) -> usize {
        self.lines.len() - 1
    }

    /// The lines of the outcomes.
    pub fn outcomes(&self) -> std::ops::Range<usize> {
        FIRST..self.sum()
    }

    /// How many relations are broken, counted without the engine.
    pub fn broken(&self) -> usize {
        let along = |line: &&[i64; WIDTH]| line[TOTAL] != line[..TOTAL].iter().sum::<i64>();
        let mut count = self.lines.iter().filter(along).count();
        for column in 0..WIDTH {
            let outcomes: i64 = self.outcomes().map(|line| self.lines[line][column]).sum();
            let at = |line: usize| self.lines[line][column];
            count += usize::from(at(self.sum()) != outcomes);
            count +=
                usize::from(at(NEW) + at(CARRIED_IN) != at(self.sum()) + at(self.carried_out()));
        }
        count
    }

    /// A sheet in which everything holds.
    pub fn correct(random: &mut Random, edition: &'static str, tier: Tier) -> Self {
        let (low, high) = match tier {
            Tier::Tiny => (1, 9),
            Tier::Small => (10, 60),
            Tier::Medium => (80, 450),
            Tier::Large => (900, 5_000),
            Tier::Mega => (9_000, 26_000),
        };
        let requests = random.between(low, high);
        let count = if edition == "2021" { 25 } else { 23 };
        let mut lines = vec![[0_i64; WIDTH]; count];
        // Two factors make the mix uneven: small bodies use few of the outcomes.
        let uneven = |random: &mut Random| random.between(0, 30) * random.between(1, 30);
        let outcomes: Vec<i64> = (FIRST..count - 2)
            .zip(OUTCOMES)
            .map(|(_, weight)| weight * uneven(random) + 1)
            .collect();
        let mut applicants: Vec<i64> = APPLICANTS
            .iter()
            .map(|weight| weight * random.between(2, 20))
            .collect();
        if random.percent(35) {
            let keeps = [
                true,
                random.percent(50),
                false,
                false,
                false,
                random.percent(30),
            ];
            for (weight, keep) in applicants.iter_mut().zip(keeps) {
                *weight *= i64::from(keep);
            }
        }
        if requests <= 5_000 {
            for _ in 0..requests {
                let line = FIRST + weighted(random, &outcomes);
                lines[line][weighted(random, &applicants)] += 1;
            }
        } else {
            let (all, whole) = (outcomes.iter().sum::<i64>(), applicants.iter().sum::<i64>());
            for (line, outcome) in (FIRST..).zip(&outcomes) {
                for (column, applicant) in applicants.iter().enumerate() {
                    let part = requests * outcome / all * applicant / whole;
                    lines[line][column] = part * random.between(60, 140) / 100;
                }
            }
        }
        let (sum, out) = (count - 2, count - 1);
        for column in 0..TOTAL {
            let done: i64 = (FIRST..sum).map(|line| lines[line][column]).sum();
            let carried_out = if done > 0 {
                (done * random.between(0, 15) + random.between(0, 99)) / 100
            } else {
                i64::from(random.percent(5))
            };
            let carried_in = (done * random.between(0, 12) + random.between(0, 79)) / 100;
            let carried_in = carried_in.min(done + carried_out);
            lines[sum][column] = done;
            lines[out][column] = carried_out;
            lines[CARRIED_IN][column] = carried_in;
            lines[NEW][column] = done + carried_out - carried_in;
        }
        for line in &mut lines {
            line[TOTAL] = line[..TOTAL].iter().sum();
        }
        let sheet = Self { edition, lines };
        assert_eq!(sheet.broken(), 0);
        sheet
    }

    /// All figures, line by line.
    pub fn figures(&self) -> Vec<i64> {
        self.lines.iter().flatten().copied().collect()
    }

    /// A report of which nothing but this table was found.
    pub fn report(&self) -> Report {
        report(self.edition, Table::Requests, &self.figures())
    }
}

/// The cells of a table of the form, in its order.
pub fn ids(edition: &str, table: Table) -> Vec<CellId> {
    let form = Edition::from_name(edition).unwrap().table(table).unwrap();
    form.cells().map(|(id, _)| id).collect()
}

/// A report of which nothing but one table was found.
pub fn report(edition: &str, table: Table, figures: &[i64]) -> Report {
    let edition = Edition::from_name(edition).unwrap();
    let mut report = Report::empty();
    report.table_mut(table).edition = Some(edition);
    let form = edition.table(table).unwrap();
    let mut count = 0;
    for ((id, kind), figure) in form.cells().zip(figures) {
        report
            .cells
            .insert(id, Cell::read(written(*figure), kind, None));
        count += 1;
    }
    assert_eq!(count, figures.len());
    report
}

/// A figure as it stands in a table; nothing for one below zero.
fn written(figure: i64) -> String {
    if figure < 0 {
        String::new()
    } else {
        figure.to_string()
    }
}

fn weighted(random: &mut Random, weights: &[i64]) -> usize {
    let mut left = random.between(0, weights.iter().sum::<i64>() - 1);
    for (at, weight) in weights.iter().enumerate() {
        if left < *weight {
            return at;
        }
        left -= weight;
    }
    unreachable!("the parts add up to the whole")
}
