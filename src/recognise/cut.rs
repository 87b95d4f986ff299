//! Digits that lost the boundaries of their cells, cut apart again.
//!
//! Figures have no leading zeros, and a total equals its parts; a cut is taken only when it is the only one
//! that fits. A relation that was needed for that cannot be reported as checked.

/// Steps that one cut may cost; a row of a real report needs a few hundred.
const BUDGET: u32 = 60_000;
/// Digits that a figure of a glued row may have.
const FIGURE_DIGITS: usize = 9;
/// Digits that a glued row may have.
const ROW_DIGITS: usize = 64;

/// All ways to cut a row into `parts` figures and their total, best first. `text` holds digits and blanks;
/// if some ways put a boundary at every blank, only those are returned. `None` if the row is too long to
/// be cut for certain.
pub(super) fn with_total(text: &str, parts: usize) -> Option<Vec<Vec<i64>>> {
    let row = Row::new(text)?;
    let mut search = Search {
        budget: BUDGET,
        found: Vec::new(),
    };
    let length = row.digits.len();
    for total_digits in 1..=FIGURE_DIGITS.min(length) {
        let start = length.saturating_sub(total_digits);
        let Some(total) = row.figure(start, length) else {
            continue;
        };
        search.parts(&row, 0, start, parts, total, &mut Vec::new(), total)?;
    }
    let honours = |cut: &Vec<i64>| {
        let mut at = 0usize;
        let boundaries: Vec<usize> = cut
            .iter()
            .map(|figure| {
                at = at.saturating_add(figure.to_string().len());
                at
            })
            .collect();
        row.blanks.iter().all(|blank| boundaries.contains(blank))
    };
    let honest: Vec<Vec<i64>> = search
        .found
        .iter()
        .filter(|cut| honours(cut))
        .cloned()
        .collect();
    Some(if honest.is_empty() {
        search.found
    } else {
        honest
    })
}

/// The only way to cut a row into `parts` figures by the leading zeros alone, if there is just one.
pub(super) fn forced(text: &str, parts: usize) -> Option<Vec<i64>> {
    let row = Row::new(text)?;
    let length = row.digits.len();
    let mut found: Vec<Vec<i64>> = Vec::new();
    let mut open: Vec<(usize, Vec<i64>)> = vec![(0, Vec::new())];
    let mut budget = BUDGET;
    while let Some((at, figures)) = open.pop() {
        budget = budget.checked_sub(1)?;
        if figures.len() == parts {
            if at == length {
                found.push(figures);
                if found.len() > 1 {
                    return None;
                }
            }
            continue;
        }
        for end in at.saturating_add(1)..=length.min(at.saturating_add(FIGURE_DIGITS)) {
            let Some(figure) = row.figure(at, end) else {
                break;
            };
            let mut next = figures.clone();
            next.push(figure);
            open.push((end, next));
        }
    }
    found.pop()
}

/// The figures of a glued row and its three groups of four results and a total each.
pub(super) fn three_groups(text: &str) -> Option<Vec<i64>> {
    let row = Row::new(text)?;
    let length = row.digits.len();
    let mut found: Option<Vec<i64>> = None;
    let cuts = |from: usize, to: usize| {
        let text: String = row
            .digits
            .get(from..to)?
            .iter()
            .map(|digit| char::from_digit(*digit, 10).unwrap_or('0'))
            .collect();
        with_total(&text, 4)
    };
    for first in 5..length {
        let heads = cuts(0, first)?;
        if heads.is_empty() {
            continue;
        }
        for second in first.saturating_add(5)..length {
            let middles = cuts(first, second)?;
            if middles.is_empty() {
                continue;
            }
            let tails = cuts(second, length)?;
            for head in &heads {
                for middle in &middles {
                    for tail in &tails {
                        if found
                            .replace([head.as_slice(), middle, tail].concat())
                            .is_some()
                        {
                            return None;
                        }
                    }
                }
            }
        }
    }
    found
}

struct Row {
    digits: Vec<u32>,
    /// Positions (in digits) at which blanks stood.
    blanks: Vec<usize>,
}

impl Row {
    fn new(text: &str) -> Option<Self> {
        let mut digits = Vec::new();
        let mut blanks = Vec::new();
        for c in text.trim().chars() {
            if let Some(digit) = c.to_digit(10) {
                digits.push(digit);
            } else if c.is_whitespace() {
                blanks.push(digits.len());
            } else {
                return None;
            }
        }
        (digits.len() <= ROW_DIGITS).then_some(Self { digits, blanks })
    }

    /// The figure of some digits; `None` for none, a leading zero, or too many.
    fn figure(&self, from: usize, to: usize) -> Option<i64> {
        let digits = self.digits.get(from..to)?;
        let leading_zero = digits.len() > 1 && digits.first() == Some(&0);
        if digits.is_empty() || leading_zero || digits.len() > FIGURE_DIGITS {
            return None;
        }
        digits.iter().try_fold(0i64, |value, digit| {
            value.checked_mul(10)?.checked_add(i64::from(*digit))
        })
    }
}

struct Search {
    budget: u32,
    found: Vec<Vec<i64>>,
}

impl Search {
    /// Cuts digits `from..to` into `parts` figures that add up to `rest`; `None` when the budget is spent.
    #[expect(
        clippy::too_many_arguments,
        reason = "one state of a recursion, spelled out"
    )]
    fn parts(
        &mut self,
        row: &Row,
        from: usize,
        to: usize,
        parts: usize,
        rest: i64,
        figures: &mut Vec<i64>,
        total: i64,
    ) -> Option<()> {
        self.budget = self.budget.checked_sub(1)?;
        let left = to.saturating_sub(from);
        if parts == 0 {
            if left == 0 && rest == 0 {
                let mut cut = figures.clone();
                cut.push(total);
                self.found.push(cut);
            }
            return Some(());
        }
        if left < parts {
            return Some(());
        }
        let longest = left
            .saturating_sub(parts.saturating_sub(1))
            .min(FIGURE_DIGITS);
        for length in 1..=longest {
            let end = from.saturating_add(length);
            let Some(figure) = row.figure(from, end) else {
                break;
            };
            let Some(rest) = rest.checked_sub(figure).filter(|rest| *rest >= 0) else {
                break;
            };
            figures.push(figure);
            self.parts(row, end, to, parts.saturating_sub(1), rest, figures, total)?;
            figures.pop();
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_real_reports() {
        assert_eq!(
            with_total("21710000218", 6),
            Some(vec![vec![217, 1, 0, 0, 0, 0, 218]])
        );
        assert_eq!(
            with_total("4200006", 6),
            Some(vec![vec![4, 2, 0, 0, 0, 0, 6]])
        );
        assert_eq!(
            with_total("20 0 00 0 121", 6),
            Some(vec![vec![20, 0, 0, 0, 0, 1, 21]])
        );
        // Two ways to cut: only the column sums can tell.
        assert!(with_total("270020130", 6).unwrap().len() <= 2);
        assert_eq!(with_total("1234567", 6), Some(vec![]));
    }

    #[test]
    fn zeros_force_the_cut() {
        assert_eq!(forced("0000000", 7), Some(vec![0; 7]));
        assert_eq!(forced("500000 5", 7), Some(vec![5, 0, 0, 0, 0, 0, 5]));
        assert_eq!(forced("000", 3), Some(vec![0, 0, 0]));
        assert_eq!(forced("693665", 3), None);
        assert_eq!(forced("12", 3), None);
    }

    #[test]
    fn three_groups_of_disputes() {
        assert_eq!(
            three_groups("10203120001200000"),
            Some(vec![1, 0, 2, 0, 3, 12, 0, 0, 0, 12, 0, 0, 0, 0, 0])
        );
        assert_eq!(
            three_groups("25380363300630003"),
            Some(vec![25, 3, 8, 0, 36, 3, 3, 0, 0, 6, 3, 0, 0, 0, 3])
        );
        assert_eq!(three_groups("123456789012345"), None);
    }

    #[test]
    fn hostile_rows_end() {
        let long = "1".repeat(64);
        let _ = (with_total(&long, 6), forced(&long, 7), three_groups(&long));
        assert_eq!(with_total(&"1".repeat(65), 6), None);
    }
}
