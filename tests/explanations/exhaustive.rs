//! Every cell, pairs of cells, groups by brute force, the order of relations, hostile tables, and what is silent.

use gouji::explain::{Cause, Grade, search};

use crate::random::Random;
use crate::table::{COLUMNS, Form, TOTAL, at, disputes, requests};

/// A table without zeros, so that nothing is settled by figures never being negative.
fn full(form: &Form) -> Vec<i64> {
    let mut figures = vec![0; form.ids.len()];
    let last = form.last();
    let number = |value: usize| i64::try_from(value).unwrap();
    for column in 0..TOTAL {
        for line in form.outcomes() {
            figures[at(line, column)] = 20_000 + number(line * 613 + column * 1_709);
        }
        let done: i64 = form.outcomes().map(|line| figures[at(line, column)]).sum();
        figures[at(form.sum(), column)] = done;
        figures[at(last, column)] = 30_000 + number(column * 977);
        figures[at(1, column)] = 25_000 + number(column * 389);
        figures[at(0, column)] = done + figures[at(last, column)] - figures[at(1, column)];
    }
    for line in 0..form.lines() {
        figures[at(line, TOTAL)] = (0..TOTAL).map(|column| figures[at(line, column)]).sum();
    }
    figures
}

/// The changes to fewest cells that make everything hold, and how many cells these are.
fn fewest(form: &Form, given: &[i64]) -> (usize, Vec<Vec<(u16, i64)>>) {
    let (system, layout) = form.system(given, 0);
    let solutions = search(&system, &layout).solutions;
    let cells = |edits: &[(u16, i64)]| edits.len();
    let least = solutions
        .iter()
        .map(|one| cells(&one.edits))
        .min()
        .unwrap_or(0);
    let all = solutions
        .into_iter()
        .filter(|one| cells(&one.edits) == least);
    (least, all.map(|one| one.edits).collect())
}

fn edit(place: usize, value: i64) -> (u16, i64) {
    (u16::try_from(place).unwrap(), value)
}

#[test]
fn every_single_wrong_cell_is_found_with_its_value() {
    for edition in ["2021", "2019"] {
        let form = Form::requests(edition);
        let truth = full(&form);
        for place in 0..truth.len() {
            for step in [1, -2, 9, 700, -10_000] {
                let mut given = truth.clone();
                given[place] += step;
                let wanted = vec![edit(place, truth[place])];
                let (system, layout) = form.system(&given, 0);
                let found = search(&system, &layout);
                let solutions = found.solutions;
                assert!(
                    solutions.iter().take(3).any(|one| one.edits == wanted),
                    "{edition}: cell {place} off by {step}"
                );
                let alone = solutions.iter().filter(|one| one.edits.len() == 1);
                assert_eq!(alone.count(), 1, "{edition}: cell {place} off by {step}");
            }
        }
    }
}

#[test]
fn two_wrong_cells_of_different_sizes_have_one_smallest_explanation() {
    let form = Form::requests("2021");
    let truth = full(&form);
    let mut random = Random::new(5, "pairs");
    for _ in 0..250 {
        let (a, b) = (random.below(truth.len()), random.below(truth.len()));
        if a == b {
            continue;
        }
        let mut given = truth.clone();
        given[a] += 1_013;
        given[b] -= 4_507;
        let mut wanted = vec![edit(a, truth[a]), edit(b, truth[b])];
        wanted.sort_unstable();
        assert_eq!(fewest(&form, &given), (2, vec![wanted]), "{a} {b}");
    }
}

#[test]
fn equal_errors_on_the_corners_of_a_rectangle_have_rivals_and_are_not_certain() {
    let form = Form::requests("2021");
    let truth = full(&form);
    let mut given = truth.clone();
    let (a, b) = (at(5, 1), at(9, 3));
    given[a] += 500;
    given[b] += 500;
    let (least, all) = fewest(&form, &given);
    assert_eq!(least, 2);
    assert!(all.contains(&vec![edit(a, truth[a]), edit(b, truth[b])]));
    let (c, d) = (at(5, 3), at(9, 1));
    assert!(all.contains(&vec![edit(c, truth[c] - 500), edit(d, truth[d] - 500)]));
    let explained = form.explained(&given, &[]);
    assert!(!explained.is_empty());
    assert!(explained.iter().all(|one| one.grade != Grade::Certain));
}

#[test]
fn no_smaller_explanation_of_disputes_exists_and_none_is_certain() {
    // By brute force: every group that does not add up needs one of its five cells, and no more.
    let form = Form::disputes("2021");
    let mut random = Random::new(6, "brute force");
    for _ in 0..60 {
        let mut given = disputes(&mut random, &form);
        for _ in 0..random.between(1, 3) {
            given[random.below(15)] += random.between(1, 40);
        }
        let broken: Vec<u16> = (0..3)
            .filter(|group| {
                let cells = &given[group * 5..group * 5 + 5];
                cells[..4].iter().sum::<i64>() != cells[4]
            })
            .map(|group| u16::try_from(group).unwrap())
            .collect();
        if broken.is_empty() {
            continue;
        }
        let (least, all) = fewest(&form, &given);
        assert_eq!(least, broken.len(), "{given:?}");
        for edits in all {
            let groups: Vec<u16> = edits.iter().map(|(place, _)| place / 5).collect();
            assert_eq!(groups, broken);
        }
        let explained = form.explained(&given, &[]);
        assert!(explained.iter().all(|one| one.grade != Grade::Certain));
    }
}

#[test]
fn the_order_of_the_relations_does_not_matter() {
    let form = Form::requests("2021");
    let mut random = Random::new(7, "order");
    for round in 0..12 {
        let mut given = requests(&mut random, &form, round % 5);
        for _ in 0..1 + round % 4 {
            let place = random.below(given.len());
            given[place] += random.between(1, 30);
        }
        let (system, layout) = form.system(&given, 0);
        let found = search(&system, &layout);
        for turn in [1, 13, 30] {
            let (system, layout) = form.system(&given, turn);
            let turned = search(&system, &layout);
            assert_eq!(turned.solutions, found.solutions, "turned by {turn}");
            assert_eq!(turned.truncated, found.truncated);
        }
    }
}

#[test]
fn the_first_reading_leaves_nothing_to_explain() {
    let form = Form::requests("2021");
    let mut random = Random::new(8, "once is enough");
    for round in 0..20 {
        let mut given = requests(&mut random, &form, 1 + round % 4);
        given[random.below(form.ids.len())] += random.between(1, 9);
        for explanation in form.explained(&given, &[]) {
            for change in explanation
                .readings
                .first()
                .iter()
                .flat_map(|one| &one.changes)
            {
                let place = form.ids.iter().position(|id| *id == change.id).unwrap();
                given[place] = change.to;
            }
        }
        assert_eq!(form.broken(&given), 0);
        assert!(form.explained(&given, &[]).is_empty());
    }
}

#[test]
fn hostile_tables_come_to_an_end_and_claim_nothing() {
    let form = Form::requests("2021");
    let count = form.ids.len();
    let truth = full(&form);
    let number = |value: usize| i64::try_from(value).unwrap();
    let tables: Vec<Vec<i64>> = vec![
        (0..count).map(|place| number(place * 7_919 % 31)).collect(),
        vec![1; count],
        vec![999_999_999; count],
        truth.iter().map(|value| value + 1).collect(),
        truth.iter().rev().copied().collect(),
    ];
    for given in tables {
        assert!(form.broken(&given) > 12);
        let explained = form.explained(&given, &[]);
        assert!(!explained.is_empty());
        assert!(explained.iter().all(|one| one.grade != Grade::Certain));
    }
}

#[test]
fn what_cannot_be_seen_is_not_seen() {
    let form = Form::requests("2021");
    let truth = full(&form);
    // Two whole lines exchanged, totals included.
    let mut lines = truth.clone();
    for column in 0..COLUMNS {
        lines.swap(at(4, column), at(8, column));
    }
    // Two whole columns exchanged.
    let mut columns = truth.clone();
    for line in 0..form.lines() {
        columns.swap(at(line, 1), at(line, 4));
    }
    // A rectangle: up, down, down, up.
    let mut rectangle = truth.clone();
    for (line, column, step) in [(4, 1, 9), (4, 3, -9), (9, 1, -9), (9, 3, 9)] {
        rectangle[at(line, column)] += step;
    }
    for given in [lines, columns, rectangle] {
        assert_eq!(form.broken(&given), 0);
        assert!(form.explained(&given, &[]).is_empty());
    }
}

#[test]
fn a_late_change_stands_beside_the_wrong_cell_that_it_looks_like() {
    let form = Form::requests("2021");
    let truth = full(&form);
    for line in form.outcomes() {
        for column in 0..TOTAL {
            let mut given = truth.clone();
            given[at(line, column)] += 2;
            let explained = form.explained(&given, &[]);
            let readings: Vec<Cause> = explained
                .iter()
                .flat_map(|one| one.readings.iter().map(|reading| reading.cause))
                .collect();
            assert!(
                readings.contains(&Cause::LateChange),
                "{line} {column}: {readings:?}"
            );
        }
    }
}
