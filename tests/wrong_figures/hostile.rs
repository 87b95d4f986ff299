//! Tables made to be hard: as much as possible is broken, or everything is broken by the same.

use crate::random::Random;
use crate::sheet::{FIRST, Sheet, TOTAL, Tier, WIDTH};

/// A kind of hostile tables; below zero stands for a place where nothing stands.
type Hostile = fn(&mut Random, &mut Sheet);

/// The kinds.
pub const HOSTILE: [(&str, Hostile); 9] = [
    ("random figures", |random, sheet| {
        for figure in sheet.lines.iter_mut().flatten() {
            *figure = random.between(0, 30);
        }
    }),
    ("no totals", |_, sheet| {
        let sum = sheet.sum();
        for (line, figures) in sheet.lines.iter_mut().enumerate() {
            for (column, figure) in figures.iter_mut().enumerate() {
                if column == TOTAL || line == sum {
                    *figure = -1;
                }
            }
        }
    }),
    ("one more everywhere", |_, sheet| {
        for figure in sheet.lines.iter_mut().flatten() {
            *figure += 1;
        }
    }),
    ("five equal errors", |random, sheet| equal(random, sheet, 5)),
    ("eight equal errors", |random, sheet| {
        equal(random, sheet, 8)
    }),
    ("five in one column", |random, sheet| {
        let column = random.between(0, TOTAL as i64 - 1) as usize;
        for _ in 0..5 {
            let line = random.between(FIRST as i64, sheet.sum() as i64 - 1) as usize;
            sheet.lines[line][column] += random.between(1, 9);
        }
    }),
    ("all lines turned round", |_, sheet| {
        sheet.lines.iter_mut().for_each(|line| line.reverse());
    }),
    ("the block of another body", |random, sheet| {
        let other = Sheet::correct(random, sheet.edition, Tier::Medium);
        for line in FIRST..sheet.sum() {
            sheet.lines[line][..3].copy_from_slice(&other.lines[line][..3]);
        }
    }),
    ("every figure the largest", |_, sheet| {
        for figure in sheet.lines.iter_mut().flatten() {
            *figure = 999_999_999;
        }
    }),
];

fn equal(random: &mut Random, sheet: &mut Sheet, count: usize) {
    for _ in 0..count {
        let line = random.between(0, sheet.lines.len() as i64 - 1) as usize;
        let column = random.between(0, WIDTH as i64 - 1) as usize;
        sheet.lines[line][column] += 7;
    }
}

/// So many of each kind.
pub fn tables(edition: &'static str, seed: u64, count: usize) -> Vec<Sheet> {
    let mut random = Random::new(seed);
    let mut out = Vec::new();
    for (_, spoil) in HOSTILE {
        for round in 0..count {
            let tier = crate::sheet::MIX[round % crate::sheet::MIX.len()];
            let mut sheet = Sheet::correct(&mut random, edition, tier);
            spoil(&mut random, &mut sheet);
            out.push(sheet);
        }
    }
    out
}
