//! Which row is which line: the assignment that keeps the order of the form and fits the labels best.
//!
//! Order settles what a label alone cannot: 其他 is a column, a line and a result, 总计 stands four times.

/// For each row the line it is, at most one row per line, both in ascending order, with the greatest sum of
/// scores. `candidates` holds for each row the lines it may be, each with a score.
pub(super) fn align(candidates: &[Vec<(usize, u32)>], lines: usize) -> Vec<Option<usize>> {
    // best[l]: the best chain that ends with line l, as (score, index into `steps`).
    let mut best: Vec<Option<(u64, usize)>> = vec![None; lines];
    let mut steps: Vec<(usize, usize, Option<usize>)> = Vec::new();
    for (row, options) in candidates.iter().enumerate() {
        let mut options = options.clone();
        // From the last line down, so that one row is not used twice in a chain.
        crate::sorted::sort_by(&mut options, |(a, _), (b, _)| b.cmp(a));
        for (line, score) in options {
            let before = best
                .get(..line)
                .unwrap_or_default()
                .iter()
                .flatten()
                .max_by_key(|(score, _)| *score)
                .copied();
            let total = before
                .map_or(0u64, |(score, _)| score)
                .saturating_add(u64::from(score));
            let Some(slot) = best.get_mut(line) else {
                continue;
            };
            if slot.is_none_or(|(score, _)| total > score) {
                let from = before.map(|(_, step)| step);
                *slot = Some((total, steps.len()));
                steps.push((row, line, from));
            }
        }
    }
    let mut assigned = vec![None; candidates.len()];
    let mut at = best
        .iter()
        .flatten()
        .max_by_key(|(score, _)| *score)
        .map(|(_, step)| *step);
    while let Some((row, line, from)) = at.and_then(|step| steps.get(step).copied()) {
        if let Some(slot) = assigned.get_mut(row) {
            *slot = Some(line);
        }
        at = from;
    }
    assigned
}

/// Fills gaps by position: where exactly as many unnamed rows of figures stand between two named rows as
/// lines of the form are missing there, they are those lines (their labels were lost or misspelled).
pub(super) fn fill_gaps(assigned: &mut [Option<usize>], is_figures: impl Fn(usize) -> bool) {
    let named: Vec<(usize, usize)> = assigned
        .iter()
        .enumerate()
        .filter_map(|(row, line)| Some((row, (*line)?)))
        .collect();
    for pair in named.windows(2) {
        let [(row, line), (next_row, next_line)] = *pair else {
            continue;
        };
        let missing = next_line.saturating_sub(line).saturating_sub(1);
        let between: Vec<usize> = (row.saturating_add(1)..next_row)
            .filter(|row| is_figures(*row))
            .collect();
        if missing == 0 || between.len() != missing {
            continue;
        }
        for (offset, row) in between.into_iter().enumerate() {
            if let Some(slot) = assigned.get_mut(row) {
                *slot = Some(line.saturating_add(offset).saturating_add(1));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_settles_what_labels_cannot() {
        // Row 0 is a header that could be line 3 as well; the chain keeps it out.
        let candidates = vec![
            vec![(3, 95)],
            vec![(0, 100)],
            vec![],
            vec![(1, 100), (3, 100)],
            vec![(3, 100)],
        ];
        assert_eq!(
            align(&candidates, 4),
            [None, Some(0), None, Some(1), Some(3)]
        );
        assert_eq!(align(&[], 4), []);
    }

    #[test]
    fn the_first_of_two_equal_rows_wins() {
        let candidates = vec![vec![(0, 100)], vec![(1, 100)], vec![(1, 100)]];
        assert_eq!(align(&candidates, 2), [Some(0), Some(1), None]);
    }

    #[test]
    fn gaps_are_filled_only_when_the_count_fits() {
        let mut rows = vec![Some(0), None, None, Some(3)];
        fill_gaps(&mut rows, |_| true);
        assert_eq!(rows, [Some(0), Some(1), Some(2), Some(3)]);
        let mut rows = vec![Some(0), None, None, Some(2)];
        fill_gaps(&mut rows, |_| true);
        assert_eq!(rows, [Some(0), None, None, Some(2)]);
        let mut rows = vec![Some(0), None, None, Some(2)];
        fill_gaps(&mut rows, |row| row == 2);
        assert_eq!(rows, [Some(0), None, Some(1), Some(2)]);
    }
}
