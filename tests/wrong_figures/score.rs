//! Spoiled tables through check and explain, and how often the answer is the truth.

use std::time::{Duration, Instant};

use gouji::check::{Selection, check};
use gouji::explain::{Change, Evidence, Explanation, Grade, explain};
use gouji::form::{CellId, Table};
use gouji::report::Report;
use gouji::sorted::SortedSet;

use crate::classes::Spoiled;
use crate::random::Random;
use crate::sheet::{MIX, Sheet, Tier, ids};

/// One spoiled table with its truth.
pub struct Case {
    pub wrong: Sheet,
    pub truth: Sheet,
}

/// The cases of one class: wrong in at least one relation, from a stream of its own.
pub fn cases(
    class: &str,
    spoil: fn(&mut Random, &Sheet) -> Spoiled,
    edition: &'static str,
    seed: u64,
    count: usize,
) -> Vec<Case> {
    let own = class.bytes().fold(seed, |sum, byte| {
        sum.wrapping_mul(0x0000_0100_0000_01b3) ^ u64::from(byte)
    });
    let mut random = Random::new(own);
    let mut out = Vec::new();
    let mut tries = 0;
    while out.len() < count && tries < 40 * count {
        let tier = match class {
            "thousands lost" => random.pick(&[Tier::Large, Tier::Mega]),
            _ => MIX[tries % MIX.len()],
        };
        tries += 1;
        let correct = Sheet::correct(&mut random, edition, tier);
        match spoil(&mut random, &correct) {
            Some((wrong, truth)) if wrong != truth && wrong.broken() > 0 => {
                assert_eq!(truth.broken(), 0, "{class}");
                out.push(Case { wrong, truth });
            }
            _ => {}
        }
    }
    assert_eq!(out.len(), count, "{class}: too few cases");
    out
}

/// The answer to one table: its grade, and its readings as changes.
pub struct Answer {
    pub grade: Grade,
    pub readings: Vec<Vec<Change>>,
}

/// Asks the engine.
pub fn ask(report: &Report, pins: &SortedSet<CellId>) -> Answer {
    let findings = check(report, &Selection::default()).findings;
    let explanations = explain(
        report,
        &findings,
        Evidence::default(),
        &Selection::default(),
        pins,
    );
    let grade = explanations.first().map_or(Grade::Unknown, |it| it.grade);
    Answer {
        grade,
        readings: readings(&explanations),
    }
}

/// How long the engine takes at least, of three times; and a digest of all that it answers (FNV-1a), which is that of any
/// other machine.
pub fn timed(report: &Report) -> (Duration, u32) {
    let none = SortedSet::new();
    let findings = check(report, &Selection::default()).findings;
    let mut least = Duration::MAX;
    let mut answer = Vec::new();
    for _ in 0..3 {
        let start = Instant::now();
        answer = explain(
            report,
            &findings,
            Evidence::default(),
            &Selection::default(),
            &none,
        );
        least = least.min(start.elapsed());
    }
    let text = format!("{answer:?}");
    let digest = text.bytes().fold(0x811c_9dc5_u32, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (least, digest)
}

/// The readings of all explanations together: several explanations are several causes, each with its best reading.
fn readings(explanations: &[Explanation]) -> Vec<Vec<Change>> {
    let changes = |explanation: &Explanation| -> Vec<Vec<Change>> {
        let readings = explanation.readings.iter();
        readings.map(|reading| reading.changes.clone()).collect()
    };
    if let [one] = explanations {
        return changes(one);
    }
    let mut all: Vec<Change> = explanations
        .iter()
        .filter_map(|it| changes(it).into_iter().next())
        .flatten()
        .collect();
    all.sort();
    vec![all]
}

/// The changes that restore the truth.
pub fn needed(wrong: &[i64], truth: &[i64], ids: &[CellId]) -> Vec<Change> {
    let mut changes = Vec::new();
    for ((from, to), id) in wrong.iter().zip(truth).zip(ids) {
        if from != to {
            changes.push(Change {
                id: *id,
                from: Some(*from),
                to: *to,
            });
        }
    }
    changes
}

/// How a class fared.
#[derive(Clone, Default)]
pub struct Score {
    pub cases: usize,
    /// The truth is the first reading; is among the first three.
    pub first: usize,
    pub three: usize,
    /// Of each grade, how often it was given, and how often the first reading was the truth then.
    pub given: [usize; 5],
    pub right: [usize; 5],
}

impl Score {
    /// One more answer.
    pub fn add(&mut self, answer: &Answer, truth: &[Change]) {
        let hit = |readings: &[Vec<Change>]| readings.iter().any(|reading| reading == truth);
        let first = hit(&answer.readings[..answer.readings.len().min(1)]);
        let grade = Grade::ALL
            .iter()
            .position(|it| *it == answer.grade)
            .unwrap();
        self.cases += 1;
        self.first += usize::from(first);
        self.three += usize::from(hit(&answer.readings[..answer.readings.len().min(3)]));
        self.given[grade] += 1;
        self.right[grade] += usize::from(first);
    }

    pub fn merge(&mut self, other: &Self) {
        self.cases += other.cases;
        self.first += other.first;
        self.three += other.three;
        for (own, other) in self.given.iter_mut().zip(other.given) {
            *own += other;
        }
        for (own, other) in self.right.iter_mut().zip(other.right) {
            *own += other;
        }
    }

    /// How often of a thousand, of all cases.
    pub fn share(&self, part: usize) -> usize {
        part * 1_000 / self.cases.max(1)
    }

    /// How often of ten thousand a grade is right; 10,000 where it was never given.
    pub fn precision(&self, grade: Grade) -> usize {
        let at = Grade::ALL.iter().position(|it| *it == grade).unwrap();
        (self.right[at] * 10_000)
            .checked_div(self.given[at])
            .unwrap_or(10_000)
    }

    /// How often a grade was given to a first reading that is not the truth.
    pub fn wrong(&self, grade: Grade) -> usize {
        let at = Grade::ALL.iter().position(|it| *it == grade).unwrap();
        self.given[at] - self.right[at]
    }

    /// How often of a thousand a grade is given.
    pub fn given(&self, grade: Grade) -> usize {
        let at = Grade::ALL.iter().position(|it| *it == grade).unwrap();
        self.share(self.given[at])
    }
}

/// All cases of a class through the engine.
pub fn score(cases: &[Case]) -> Score {
    let mut score = Score::default();
    let none = SortedSet::new();
    for case in cases {
        let ids = ids(case.wrong.edition, Table::Requests);
        let truth = needed(&case.wrong.figures(), &case.truth.figures(), &ids);
        score.add(&ask(&case.wrong.report(), &none), &truth);
    }
    score
}

/// What the explanations must reach: of a thousand, the grades' precision of ten thousand, and of ten thousand tables beyond
/// the catalogue the ones for which it is sure of something wrong.
pub struct Gates {
    pub first: usize,
    pub three: usize,
    pub certain: usize,
    pub certain_right: usize,
    pub likely_right: usize,
    pub unknown_wrong: usize,
}

impl Gates {
    pub fn hold(&self, known: &Score, unknown: &Score) {
        let at_least = |what: &str, own: usize, least: usize| {
            assert!(own >= least, "{what}: {own} is less than {least}");
        };
        at_least("first reading", known.share(known.first), self.first);
        at_least("one of three", known.share(known.three), self.three);
        at_least("certain", known.given(Grade::Certain), self.certain);
        let right = |grade| known.precision(grade);
        at_least(
            "certain and right",
            right(Grade::Certain),
            self.certain_right,
        );
        at_least("likely and right", right(Grade::Likely), self.likely_right);
        let wrong = unknown.wrong(Grade::Certain) * 10_000 / unknown.cases;
        let most = self.unknown_wrong;
        assert!(
            wrong <= most,
            "beyond the catalogue certain and wrong: {wrong} is more than {most}"
        );
    }
}
