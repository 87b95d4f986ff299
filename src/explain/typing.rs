//! What the digits of two figures say about whether one was typed in place of the other.

use std::cmp::Ordering;

use super::cost::price;
use super::system::Figure;

/// What it costs to believe that a figure was meant to be `new`. `quiet`: its column is otherwise empty.
pub(super) fn typing(figure: Figure, new: i64, quiet: bool) -> i32 {
    let old = figure.value;
    let gap = new.abs_diff(old);
    if figure.blank && figure.total {
        return price::BLANK_FILLED;
    }
    let mut cost = if old == 0 || new == 0 {
        match gap {
            0..=3 => 60,
            _ if old == 0 => 90,
            4..=9 => 110,
            _ => 160,
        }
    } else {
        let (before, after) = (Digits::of(old), Digits::of(new));
        let distance = before.distance(&after);
        match (distance, before.len, after.len) {
            (1, 1, 1) if gap <= 2 => 40,
            (1, 1, 1) => 70,
            (1, ..) => before.slip(&after),
            _ if gap <= 3 => 80,
            _ => 250_i32.saturating_add(70_i32.saturating_mul(distance.saturating_sub(2).min(4))),
        }
    };
    if figure.total && old != 0 {
        cost = cost.min(price::TOTAL_MOST);
    }
    if old == 0 && quiet {
        cost = cost.saturating_add(price::EMPTY_COLUMN);
    }
    if old == 0 && new != 0 && !figure.total {
        cost = cost.saturating_add(price::OUT_OF_NOTHING);
    }
    cost
}

/// The decimal digits of a number below a trillion, as typed.
struct Digits {
    digits: [u8; 20],
    len: usize,
}

impl Digits {
    fn of(number: i64) -> Self {
        let mut own = Self {
            digits: [0; 20],
            len: 0,
        };
        let mut left = number.unsigned_abs();
        while own.len == 0 || left > 0 {
            if let Some(digit) = own.digits.get_mut(own.len) {
                *digit = u8::try_from(left % 10).unwrap_or(0);
            }
            own.len = own.len.saturating_add(1);
            left /= 10;
        }
        if let Some(used) = own.digits.get_mut(..own.len) {
            used.reverse();
        }
        own
    }

    fn used(&self) -> &[u8] {
        self.digits.get(..self.len).unwrap_or(&[])
    }

    /// What one slip costs that made these digits of those meant: the fewer slips there are that end in figures like these,
    /// the more the digits tell.
    fn slip(&self, meant: &Self) -> i32 {
        let (own, meant) = (self.used(), meant.used());
        let exchanged = || {
            let mut differing = own.iter().zip(meant).filter(|(a, b)| a != b);
            differing.nth(1).is_some()
        };
        match own.len().cmp(&meant.len()) {
            Ordering::Equal if exchanged() => 0,
            Ordering::Equal => 60,
            Ordering::Less => 10,
            Ordering::Greater if own.windows(2).any(|pair| matches!(pair, [a, b] if a == b)) => 10,
            Ordering::Greater => 60,
        }
    }

    /// Single digits typed wrong, left out, added, or exchanged with their neighbour: the restricted
    /// Damerau-Levenshtein distance.
    fn distance(&self, other: &Self) -> i32 {
        let (a, b) = (self.used(), other.used());
        let cell = |row: &[i32; 21], at: usize| row.get(at).copied().unwrap_or(i32::MAX);
        let mut last = [0_i32; 21];
        let mut above = [0_i32; 21];
        for (cell, at) in above.iter_mut().zip(0..) {
            *cell = at;
        }
        let mut previous = None;
        for (from, row) in a.iter().zip(1_i32..) {
            let mut here = [row; 21];
            let mut before = None;
            for (at, to) in b.iter().enumerate() {
                let differs = i32::from(from != to);
                let mut best = cell(&above, at).saturating_add(differs);
                best = best.min(cell(&here, at).saturating_add(1));
                best = best.min(cell(&above, at.saturating_add(1)).saturating_add(1));
                if at > 0 && before == Some(from) && previous == Some(to) {
                    best = best.min(cell(&last, at.saturating_sub(1)).saturating_add(1));
                }
                if let Some(cell) = here.get_mut(at.saturating_add(1)) {
                    *cell = best;
                }
                before = Some(to);
            }
            previous = Some(from);
            last = above;
            above = here;
        }
        cell(&above, b.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(a: i64, b: i64) -> i32 {
        Digits::of(a).distance(&Digits::of(b))
    }

    #[test]
    fn typing_errors_are_one_step_each() {
        assert_eq!(distance(123, 123), 0);
        assert_eq!(distance(123, 132), 1);
        assert_eq!(distance(123, 12), 1);
        assert_eq!(distance(12, 123), 1);
        assert_eq!(distance(0, 5), 1);
        assert_eq!(distance(123, 193), 1);
        assert_eq!(distance(12, 21), 1);
        assert_eq!(distance(1234, 4321), 3);
        assert_eq!(distance(999_999_999_999, 1), 12);
    }
}
