//! A number as a file writes it in digits, to the text that an office suite shows: 15 significant digits, trailing
//! zeros left out. Files hold up to 17 digits and exponents (`186.42750000000001`, `1E-3`).

use super::number::decimal;

/// Digits that a spreadsheet keeps of a number.
const DIGITS: usize = 15;
/// Zeros that an exponent may add in front or behind.
const ZEROS: usize = 30;

/// The text of a number. What is no number stays as it is.
pub(crate) fn text(written: &str) -> String {
    shown(written.trim()).unwrap_or_else(|| written.to_owned())
}

fn shown(written: &str) -> Option<String> {
    let (negative, rest) = match written.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, written),
    };
    let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (rest, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits = [whole, fraction].concat();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut places = i32::try_from(fraction.len()).ok()?.saturating_sub(exponent);
    digits = digits.trim_start_matches('0').to_owned();
    // What is rounded away stands behind the point, or the number is larger than any figure.
    if let Some(cut) = digits.len().checked_sub(DIGITS).filter(|cut| *cut > 0) {
        let up = digits
            .as_bytes()
            .get(DIGITS)
            .is_some_and(|digit| *digit >= b'5');
        digits.truncate(DIGITS);
        if up {
            digits = digits.parse::<u64>().ok()?.saturating_add(1).to_string();
        }
        places = places.saturating_sub(i32::try_from(cut).ok()?);
    }
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    let zeros = usize::try_from(places.saturating_neg()).unwrap_or(0);
    let places = usize::try_from(places).unwrap_or(0);
    if zeros > ZEROS || places > ZEROS.saturating_add(DIGITS) {
        return None;
    }
    for _ in 0..zeros {
        digits.push('0');
    }
    Some(decimal(negative, &digits, places))
}

#[cfg(test)]
mod tests {
    use super::super::number;
    use super::text;

    #[test]
    fn as_a_spreadsheet_shows_it() {
        for (written, shown) in [
            ("0", "0"),
            ("-0", "0"),
            ("12745", "12745"),
            ("186.42750000000001", "186.4275"),
            ("186.42749999999999", "186.4275"),
            ("0.30000000000000004", "0.3"),
            ("99.999999999999996", "100"),
            ("1E-3", "0.001"),
            ("1.5E+2", "150"),
            ("-2.50", "-2.5"),
            ("1e20", "100000000000000000000"),
            (" 7 ", "7"),
            (".5", "0.5"),
            ("5.", "5"),
            ("1E999", "1E999"),
            ("", ""),
            (".", "."),
            ("-", "-"),
            ("1.2.3", "1.2.3"),
            ("12,745", "12,745"),
            ("一", "一"),
        ] {
            assert_eq!(text(written), shown, "{written}");
        }
    }

    #[test]
    fn the_same_as_from_the_bits_of_the_number() {
        for value in [
            0.1_f64 + 0.2,
            1.005,
            186.4275,
            1.0 / 3.0,
            2e9,
            0.05,
            123_456.789,
        ] {
            assert_eq!(text(&format!("{value:e}")), number::text(value));
            assert_eq!(text(&value.to_string()), number::text(value));
        }
    }
}
