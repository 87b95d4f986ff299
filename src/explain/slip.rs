//! How a figure may have come to be written instead of another: what a person sees when both stand side by side.

use super::{Change, Rewording};
use crate::number::Value;

/// How one figure differs from the one proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slip {
    /// Nothing stands there.
    Blank,
    /// A 0 stands in place of a figure.
    Zero,
    /// A figure stands where a 0 belongs.
    Surplus,
    /// Two neighbouring digits are exchanged.
    DigitsExchanged,
    /// One digit is missing.
    DigitDropped,
    /// One digit is too many.
    DigitAdded,
    /// One digit is another.
    DigitReplaced,
    /// It is off by 3 at most.
    Near,
    /// None of these.
    Other,
}

impl Change {
    /// How the figure that stands there differs from the one proposed.
    pub fn slip(&self) -> Slip {
        self.from
            .map_or(Slip::Blank, |from| Slip::of(from, self.to))
    }
}

impl Rewording {
    /// How the figure of the text differs from that of the table; `None` for amounts.
    pub fn slip(&self) -> Option<Slip> {
        match (self.from, self.to) {
            (Value::Count(from), Value::Count(to)) => Some(Slip::of(from, to)),
            _ => None,
        }
    }
}

impl Slip {
    /// How a figure differs from the one meant.
    fn of(from: i64, to: i64) -> Self {
        if from == 0 {
            return Slip::Zero;
        }
        if to == 0 {
            return Slip::Surplus;
        }
        let (before, after) = (digits(from), digits(to));
        let near = to.abs_diff(from) <= 3;
        if before.len() == after.len() {
            let differing: Vec<_> = before.iter().zip(&after).filter(|(a, b)| a != b).collect();
            return match differing.as_slice() {
                [_] if !near || before.len() > 1 => Slip::DigitReplaced,
                [(a, b), (c, d)] if a == d && b == c && adjacent(&before, &after) => {
                    Slip::DigitsExchanged
                }
                _ if near => Slip::Near,
                _ => Slip::Other,
            };
        }
        if one_less(&before, &after) {
            Slip::DigitDropped
        } else if one_less(&after, &before) {
            Slip::DigitAdded
        } else if near {
            Slip::Near
        } else {
            Slip::Other
        }
    }
}

/// The decimal digits, the last one first.
fn digits(number: i64) -> Vec<u8> {
    let mut left = number.unsigned_abs();
    let mut digits = Vec::new();
    while left > 0 {
        digits.push(u8::try_from(left % 10).unwrap_or(0));
        left /= 10;
    }
    digits
}

/// Whether two digits that differ stand side by side.
fn adjacent(before: &[u8], after: &[u8]) -> bool {
    let pairs = before.windows(2).zip(after.windows(2));
    pairs
        .into_iter()
        .any(|(a, b)| matches!((a, b), ([a, c], [b, d]) if a != b && c != d))
}

/// Whether the first are the second without one digit.
fn one_less(short: &[u8], long: &[u8]) -> bool {
    if short.len().saturating_add(1) != long.len() {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    short.get(same..) == long.get(same.saturating_add(1)..)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{CellId, Column, Line, Table};

    fn slip(from: i64, to: i64) -> Slip {
        let id = CellId::new(Table::Requests, Line::New, Column::Total);
        let from = Some(from);
        Change { id, from, to }.slip()
    }

    #[test]
    fn every_slip_is_told() {
        for (from, to, told) in [
            (0, 12, Slip::Zero),
            (12, 0, Slip::Surplus),
            (12, 21, Slip::DigitsExchanged),
            (1234, 1243, Slip::DigitsExchanged),
            (1231, 3211, Slip::Other),
            (12, 123, Slip::DigitDropped),
            (13, 123, Slip::DigitDropped),
            (123, 13, Slip::DigitAdded),
            (123, 193, Slip::DigitReplaced),
            (12, 13, Slip::DigitReplaced),
            (3, 5, Slip::Near),
            (3, 9, Slip::DigitReplaced),
            (9, 11, Slip::Near),
            (19, 457, Slip::Other),
        ] {
            assert_eq!(slip(from, to), told, "{from} {to}");
        }
        let id = CellId::new(Table::Requests, Line::New, Column::Total);
        let blank = Change {
            id,
            from: None,
            to: 4,
        };
        assert_eq!(blank.slip(), Slip::Blank);
    }
}
