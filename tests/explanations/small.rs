//! Small grids of sums against brute force: no smaller explanation exists than what the search finds, and it finds all of that
//! size.

use gouji::explain::{Figure, Layout, System, search};

use crate::random::Random;

/// A grid of four lines and four columns; the last ones hold the sums.
const SIDE: usize = 4;
const CELLS: usize = SIDE * SIDE;

/// The sums along lines and down columns, as places and factors.
fn relations() -> Vec<Vec<(u16, i64)>> {
    let factor = |at: usize| if at == SIDE - 1 { -1 } else { 1 };
    let sum = |place: fn(usize, usize) -> usize, fixed: usize| -> Vec<(u16, i64)> {
        let terms = (0..SIDE).map(|at| (u16::try_from(place(fixed, at)).unwrap(), factor(at)));
        terms.collect()
    };
    let lines = (0..SIDE).map(|line| sum(|line, column| line * SIDE + column, line));
    let columns = (0..SIDE).map(|column| sum(|column, line| line * SIDE + column, column));
    lines.chain(columns).collect()
}

fn off(figures: &[i64], relation: &[(u16, i64)]) -> i64 {
    let term = |(place, factor): &(u16, i64)| figures[usize::from(*place)] * factor;
    relation.iter().map(term).sum()
}

/// The changes to just these cells that make everything hold: the steps that solve the sums, by elimination. Up to three cells
/// of a grid never depend on each other, so there is one solution or none.
fn solved(figures: &[i64], cells: &[usize]) -> Option<Vec<(u16, i64)>> {
    let mut rows: Vec<Vec<i64>> = Vec::new();
    for relation in relations() {
        let factor = |cell: &usize| {
            let term = relation
                .iter()
                .find(|(place, _)| usize::from(*place) == *cell);
            term.map_or(0, |(_, factor)| *factor)
        };
        let mut row: Vec<i64> = cells.iter().map(factor).collect();
        row.push(-off(figures, &relation));
        rows.push(row);
    }
    for column in 0..cells.len() {
        let pivot = (column..rows.len()).find(|row| rows[*row][column] != 0)?;
        rows.swap(column, pivot);
        for row in 0..rows.len() {
            let (by, times) = (rows[column][column], rows[row][column]);
            if row != column && times != 0 {
                for at in 0..=cells.len() {
                    rows[row][at] = rows[row][at] * by - rows[column][at] * times;
                }
            }
        }
    }
    let last = cells.len();
    if rows[last..].iter().any(|row| row[last] != 0) {
        return None;
    }
    let mut edits = Vec::new();
    for (row, cell) in cells.iter().enumerate() {
        let (by, step) = (rows[row][row], rows[row][last]);
        if step % by != 0 || step == 0 || figures[*cell] + step / by < 0 {
            return None;
        }
        edits.push((u16::try_from(*cell).unwrap(), figures[*cell] + step / by));
    }
    Some(edits)
}

/// All smallest explanations of up to three cells.
fn brute(figures: &[i64]) -> Vec<Vec<(u16, i64)>> {
    let mut subsets: [Vec<Vec<usize>>; 3] = [Vec::new(), Vec::new(), Vec::new()];
    for a in 0..CELLS {
        subsets[0].push(vec![a]);
        for b in a + 1..CELLS {
            subsets[1].push(vec![a, b]);
            for c in b + 1..CELLS {
                subsets[2].push(vec![a, b, c]);
            }
        }
    }
    for of_size in subsets {
        let found: Vec<_> = of_size
            .iter()
            .filter_map(|cells| solved(figures, cells))
            .collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

#[test]
fn no_smaller_explanation_of_a_small_grid_exists_and_none_of_that_size_is_missed() {
    let mut random = Random::new(9);
    let mut sizes = [0; 4];
    for round in 0..300 {
        let most = random.pick(&[3, 20, 400]);
        let mut figures = vec![0; CELLS];
        for line in 0..SIDE - 1 {
            for column in 0..SIDE - 1 {
                let figure = random.between(0, most);
                for (l, c) in [(line, column), (line, 3), (3, column), (3, 3)] {
                    figures[l * SIDE + c] += figure;
                }
            }
        }
        for _ in 0..1 + round % 3 {
            let place = random.between(0, CELLS as i64 - 1) as usize;
            figures[place] += random.between(1, most);
        }
        let broken = relations()
            .iter()
            .any(|relation| off(&figures, relation) != 0);
        if !broken {
            continue;
        }
        let figure = |value: &i64| Figure {
            value: *value,
            ..Figure::default()
        };
        let system = System::new(figures.iter().map(figure).collect(), relations()).unwrap();
        let found = search(&system, &Layout::default()).solutions;
        let least = found.iter().map(|one| one.edits.len()).min().unwrap_or(0);
        let of_least = found.iter().filter(|one| one.edits.len() == least);
        let mut own: Vec<_> = of_least.map(|one| one.edits.clone()).collect();
        own.sort();
        let mut wanted = brute(&figures);
        wanted.sort();
        assert_eq!(own, wanted, "{figures:?}");
        sizes[least] += 1;
    }
    assert!(sizes[1..].iter().all(|count| *count > 50), "{sizes:?}");
}
