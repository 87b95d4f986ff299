//! Numbers and places, in whole numbers: the same on every machine.

/// A number in millionths: of a millimetre, or of one.
pub(super) type Fixed = i64;

pub(super) const ONE: Fixed = 1_000_000;
/// Digits behind the point that are kept.
const DECIMALS: i32 = 6;
/// More digits than any length needs.
const DIGITS: Fixed = 1_000_000_000_000_000;
/// No page is larger than a kilometre.
const LARGEST: Fixed = ONE * ONE;

/// A place: from left, from top.
pub(super) type Point = (Fixed, Fixed);

/// The number in a text; writers also use exponents.
pub(super) fn fixed(text: &str) -> Option<Fixed> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mut value, mut shift, mut is_behind, mut exponent) = (0_i64, DECIMALS, false, 0_i32);
    for (at, c) in digits.char_indices() {
        match c.to_digit(10) {
            Some(digit) if value < DIGITS => {
                value = value.saturating_mul(10).saturating_add(i64::from(digit));
                shift = shift.saturating_sub(i32::from(is_behind));
            }
            // One more digit than is kept.
            Some(_) => shift = shift.saturating_add(i32::from(!is_behind)),
            None if c == '.' && !is_behind => is_behind = true,
            None if (c == 'e' || c == 'E') && at > 0 => {
                exponent = digits.get(at.saturating_add(1)..)?.parse().ok()?;
                break;
            }
            None => return None,
        }
    }
    if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let shift = shift.saturating_add(exponent.clamp(-40, 40));
    for _ in 0..shift {
        value = value.saturating_mul(10);
    }
    for _ in shift..0 {
        value = value.saturating_div(10);
    }
    Some(value.min(LARGEST).saturating_mul(sign))
}

/// The numbers in a list.
pub(super) fn list(text: &str) -> Vec<Fixed> {
    text.split_whitespace().map_while(fixed).collect()
}

/// The product of a length and a number; what is beyond all paper stays there.
pub(super) fn times(length: Fixed, number: Fixed) -> Fixed {
    match number {
        0 => 0,
        ONE => length,
        number => {
            let product = length.saturating_mul(number).saturating_div(1_000_000);
            product.clamp(-LARGEST, LARGEST)
        }
    }
}

/// A length in hundredths of a point.
pub(super) fn hundredths(length: Fixed) -> i32 {
    // 1 mm is 7200 / 25.4 hundredths.
    let scaled = length.saturating_mul(9).saturating_div(31_750);
    i32::try_from(scaled).unwrap_or(if scaled < 0 { i32::MIN } else { i32::MAX })
}

/// How the places of an object become places of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placing {
    matrix: [Fixed; 6],
    /// Where the box of the object begins.
    origin: Point,
}

impl Placing {
    /// From the attributes `Boundary` and `CTM`.
    pub(super) fn new(boundary: &str, matrix: &str) -> Self {
        let boundary = list(boundary);
        let matrix = <[Fixed; 6]>::try_from(list(matrix)).ok();
        Self {
            matrix: matrix.unwrap_or([ONE, 0, 0, ONE, 0, 0]),
            origin: (
                boundary.first().copied().unwrap_or(0),
                boundary.get(1).copied().unwrap_or(0),
            ),
        }
    }

    /// The place on the page.
    pub(super) fn place(&self, point: Point) -> Point {
        let (x, y) = self.turned(point);
        let [.., e, f] = self.matrix;
        (
            x.saturating_add(e).saturating_add(self.origin.0),
            y.saturating_add(f).saturating_add(self.origin.1),
        )
    }

    /// A step, turned and stretched as the object is.
    pub(super) fn turned(&self, (x, y): Point) -> Point {
        let [a, b, c, d, ..] = self.matrix;
        (
            times(x, a).saturating_add(times(y, c)),
            times(x, b).saturating_add(times(y, d)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{ONE, Placing, fixed, hundredths, times};

    #[test]
    fn numbers_as_writers_write_them() {
        for (text, value) in [
            ("0", Some(0)),
            ("12", Some(12_000_000)),
            ("-0.353", Some(-353_000)),
            (".5", Some(500_000)),
            ("1.", Some(1_000_000)),
            ("+3.5278", Some(3_527_800)),
            ("1.5E-4", Some(150)),
            ("2e2", Some(200_000_000)),
            ("0.33333333333333333333", Some(333_333)),
            ("99999999999999999999999", Some(1_000_000_000_000)),
            ("1e999", Some(1_000_000_000_000)),
            ("", None),
            ("-", None),
            ("x", None),
            ("1,5", None),
            ("1e", None),
            ("NaN", None),
        ] {
            assert_eq!(fixed(text), value, "{text}");
        }
    }

    #[test]
    fn a_sheet_of_paper_in_points() {
        assert_eq!(hundredths(210 * ONE), 59_527);
        assert_eq!(hundredths(297 * ONE), 84_188);
        assert_eq!(hundredths(-ONE), -283);
    }

    #[test]
    fn a_turned_object() {
        // A quarter turn to the right, then into the box.
        let placing = Placing::new("10 20 5 5", "0 1 -1 0 3 0");
        assert_eq!(placing.place((ONE, 2 * ONE)), (11 * ONE, 21 * ONE));
        assert_eq!(times(3 * ONE, ONE / 2), 3 * ONE / 2);
    }
}
