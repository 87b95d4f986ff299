//! Exact decimals for money. Never floats: `0.1 + 0.2` must be `0.3` in a report that people sign.

use std::cmp::Ordering;
use std::fmt;

use crate::strings;

/// An exact decimal: `digits × 10^-scale`, in lowest terms (no trailing zero behind the point).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    digits: i128,
    scale: u32,
}

/// Digits behind the point that a figure may have.
const SCALE_LIMIT: u32 = 12;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self {
        digits: 0,
        scale: 0,
    };

    /// `digits × 10^-scale`; `None` beyond 12 decimals.
    pub fn new(digits: i128, scale: u32) -> Option<Self> {
        let (mut digits, mut scale) = (digits, scale);
        while scale > 0 && digits.checked_rem(10) == Some(0) {
            digits = digits.checked_div(10)?;
            scale = scale.saturating_sub(1);
        }
        (scale <= SCALE_LIMIT).then_some(Self { digits, scale })
    }

    /// Reads plain ASCII digits with at most one point and an optional sign: `-12.50`.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, body) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, part) = strings::cut(body, ".").unwrap_or((body, ""));
        if whole.is_empty() || (strings::holds(body, ".") && part.is_empty()) {
            return None;
        }
        let mut digits: i128 = 0;
        for c in whole.chars().chain(part.chars()) {
            let digit = c.to_digit(10)?;
            digits = digits.checked_mul(10)?.checked_add(i128::from(digit))?;
        }
        let digits = if negative {
            digits.checked_neg()?
        } else {
            digits
        };
        Self::new(digits, u32::try_from(part.len()).ok()?)
    }

    /// The value as a whole number, if it is one and fits.
    pub fn whole(self) -> Option<i64> {
        (self.scale == 0)
            .then(|| i64::try_from(self.digits).ok())
            .flatten()
    }

    /// Digits behind the point.
    pub fn decimals(self) -> u32 {
        self.scale
    }

    /// True below zero.
    pub fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// The value times ten to the power given (which may be negative).
    pub fn shifted(self, power: i32) -> Option<Self> {
        if power >= 0 {
            let factor = 10i128.checked_pow(power.unsigned_abs())?;
            Self::new(self.digits.checked_mul(factor)?, self.scale)
        } else {
            Self::new(self.digits, self.scale.checked_add(power.unsigned_abs())?)
        }
    }

    /// Sum, if it can be held.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let (left, right, scale) = self.aligned(other)?;
        Self::new(left.checked_add(right)?, scale)
    }

    /// Difference, if it can be held.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        let (left, right, scale) = self.aligned(other)?;
        Self::new(left.checked_sub(right)?, scale)
    }

    fn aligned(self, other: Self) -> Option<(i128, i128, u32)> {
        let scale = self.scale.max(other.scale);
        let lift = |value: Self| {
            let factor = 10i128.checked_pow(scale.checked_sub(value.scale)?)?;
            value.digits.checked_mul(factor)
        };
        Some((lift(self)?, lift(other)?, scale))
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self {
            digits: i128::from(value),
            scale: 0,
        }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match self.aligned(*other) {
            Some((left, right, _)) => left.cmp(&right),
            // Only figures beyond 10^26 cannot be aligned; their sign and length still order them.
            None => (self.digits.signum(), self.digits).cmp(&(other.digits.signum(), other.digits)),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = usize::try_from(self.scale).unwrap_or(0);
        let mut number = self.digits.unsigned_abs();
        // From the last digit to the first. The formatting of the standard library takes more bytes.
        let mut text = Vec::new();
        loop {
            // The remainder is below 10.
            text.push(char::from_digit((number % 10) as u32, 10).unwrap_or('0'));
            number /= 10;
            if text.len() == scale {
                text.push('.');
            } else if number == 0 && text.len() > scale {
                break;
            }
        }
        if self.digits < 0 {
            text.push('-');
        }
        f.write_str(&text.iter().rev().collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_exactly() {
        for (text, printed) in [
            ("0", "0"),
            ("24252.311082", "24252.311082"),
            ("0.10", "0.1"),
            ("-3.50", "-3.5"),
            ("-0.05", "-0.05"),
            ("5949.088667", "5949.088667"),
            ("+19", "19"),
        ] {
            assert_eq!(
                Decimal::parse(text).map(|d| d.to_string()).as_deref(),
                Some(printed)
            );
        }
        for wrong in [
            "",
            "-",
            ".",
            "1.",
            ".5",
            "1.2.3",
            "１",
            "1e3",
            "99999999999999999999999999999999999999999",
        ] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn adds_and_compares_across_scales() {
        let (a, b) = (
            Decimal::parse("0.1").unwrap(),
            Decimal::parse("0.2").unwrap(),
        );
        assert_eq!(a.checked_add(b), Decimal::parse("0.3"));
        assert!(a < b);
        assert_eq!(
            Decimal::parse("2.50")
                .unwrap()
                .checked_sub(Decimal::from(2)),
            Decimal::parse("0.5")
        );
        assert_eq!(Decimal::from(2400000).shifted(-4), Decimal::parse("240"));
        assert_eq!(
            Decimal::parse("1.5").unwrap().shifted(4),
            Some(Decimal::from(15000))
        );
    }
}
