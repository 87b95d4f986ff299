//! Section four: reconsideration and litigation, three groups of four results and their total.

use gouji::explain::Grade;
use gouji::form::{CellId, Table};
use gouji::sorted::SortedSet;

use crate::classes::{TYPING, typed};
use crate::random::Random;
use crate::score::{Score, ask, needed};
use crate::sheet::{ids, report};

/// A table in which everything holds.
pub fn correct(random: &mut Random) -> Vec<i64> {
    let most = random.pick(&[2, 6, 30, 150]);
    let mut figures = Vec::new();
    for _ in 0..3 {
        let mut parts = [0; 4];
        for part in &mut parts {
            if random.percent(60) {
                *part = random.between(0, most);
            }
        }
        parts[0] = parts[0] * random.between(10, 30) / 10;
        figures.extend(parts);
        figures.push(parts.iter().sum());
    }
    figures
}

/// One result typed wrong, so many times each way of typing wrong. Never is the answer called certain.
pub fn leaves(seed: u64, count: usize) -> Score {
    let ids: Vec<CellId> = ids("2021", Table::Disputes);
    let mut random = Random::new(seed);
    let mut score = Score::default();
    for typing in TYPING {
        let mut made = 0;
        while made < count {
            let truth = correct(&mut random);
            let filled: Vec<usize> = (0..truth.len())
                .filter(|place| place % 5 != 4 && truth[*place] != 0)
                .collect();
            if filled.is_empty() {
                continue;
            }
            let place = random.pick(&filled);
            let Some(figure) =
                typed(&mut random, typing, truth[place]).filter(|it| *it != truth[place])
            else {
                continue;
            };
            let mut wrong = truth.clone();
            wrong[place] = figure;
            let answer = ask(&report("2021", Table::Disputes, &wrong), &SortedSet::new());
            assert_ne!(answer.grade, Grade::Certain, "{wrong:?}");
            score.add(&answer, &needed(&wrong, &truth, &ids));
            made += 1;
        }
    }
    score
}
