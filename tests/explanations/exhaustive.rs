//! Every cell, pairs of cells, groups by brute force, the order of relations, hostile tables, and what is silent.

use gouji::explain::{Cause, Explanation, Grade, search};

use crate::disputes;
use crate::random::Random;
use crate::sheet::MIX;
use crate::table::{COLUMNS, Form, TOTAL, at, full, requests};

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
    let mut random = Random::new(6);
    for _ in 0..60 {
        let mut given = disputes::correct(&mut random);
        for _ in 0..random.between(1, 3) {
            given[random.between(0, 14) as usize] += random.between(1, 40);
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
    let mut random = Random::new(7);
    for round in 0..12 {
        let mut given = requests(&mut random, &form, MIX[round % MIX.len()]);
        for _ in 0..1 + round % 4 {
            let place = random.between(0, 174) as usize;
            given[place] += random.between(1, 30);
        }
        let (system, layout) = form.system(&given, 0);
        let found = search(&system, &layout);
        for turn in [1, 2, 13, 30, 37] {
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
    let mut random = Random::new(8);
    for round in 0..20 {
        let mut given = requests(&mut random, &form, MIX[1 + round % 6]);
        given[random.between(0, 174) as usize] += random.between(1, 9);
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
fn hostile_tables_come_to_an_end_within_the_states_allowed_and_claim_nothing() {
    for edition in ["2021", "2019"] {
        let form = Form::requests(edition);
        for (number, sheet) in crate::hostile::tables(edition, 1, 7).iter().enumerate() {
            let given: Vec<i64> = sheet.figures();
            let counted: Vec<i64> = given.iter().map(|value| (*value).max(0)).collect();
            let (system, layout) = form.system(&counted, 0);
            let found = search(&system, &layout);
            assert!(found.states <= 900, "{edition} {number}: {}", found.states);
            assert!(found.solutions.len() <= 400);
            if form.broken(&given) > 12 {
                let explained = form.explained(&given, &[]);
                assert!(!explained.is_empty());
                let certain = |one: &Explanation| one.grade == Grade::Certain;
                assert!(!explained.iter().any(certain), "{edition} {number}");
            }
        }
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
    // A whole line in the place of one that is empty.
    let mut moved = truth.clone();
    for column in 0..COLUMNS {
        let item = moved[at(6, column)];
        moved[at(form.sum(), column)] -= item;
        moved[at(0, column)] -= item;
        moved[at(6, column)] = 0;
    }
    assert_eq!(form.broken(&moved), 0);
    for column in 0..COLUMNS {
        moved.swap(at(5, column), at(6, column));
    }
    // A figure that is wrong, and every total computed from it.
    let mut computed = truth.clone();
    for (line, column) in [
        (5, 2),
        (5, TOTAL),
        (form.sum(), 2),
        (form.sum(), TOTAL),
        (0, 2),
        (0, TOTAL),
    ] {
        computed[at(line, column)] += 40;
    }
    for given in [lines, columns, rectangle, moved, computed] {
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
