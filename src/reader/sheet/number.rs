//! A floating-point number as an office suite shows it: 15 significant digits, or 15 behind the point for one below 1,
//! trailing zeros left out. All in integers: what is judged later must not depend on how a machine rounds.

/// Digits that a spreadsheet keeps of a number.
const DIGITS: usize = 15;
/// Bits of a number behind its leading one.
const MANTISSA: u32 = 52;
const LEADING: u64 = 1 << MANTISSA;

/// What is shown where a number has no place for its digits.
const TOO_WIDE: &str = "####";

/// The text of a number.
pub(crate) fn text(value: f64) -> String {
    shifted(value, 0)
}

/// The text of a number divided by ten to the power of `places`.
pub(crate) fn shifted(value: f64, places: usize) -> String {
    let bits = value.to_bits();
    let exponent = (bits >> MANTISSA) & 0x7FF;
    if exponent == 0x7FF {
        return TOO_WIDE.to_owned();
    }
    // Numbers without a leading one are too small to be seen.
    let mantissa = match exponent {
        0 => 0,
        _ => (bits & LEADING.wrapping_sub(1)) | LEADING,
    };
    // The number is `mantissa` times two to the power of `exponent` less `ONE`.
    const ONE: u64 = 1023 + MANTISSA as u64;
    let negative = bits >> 63 == 1;
    if let Some(up) = exponent.checked_sub(ONE) {
        let up = u32::try_from(up).unwrap_or(u32::MAX);
        let whole = u128::from(mantissa);
        return match whole.checked_shl(up).filter(|_| up < 64) {
            Some(whole) => decimal(negative, &whole.to_string(), places),
            None => TOO_WIDE.to_owned(),
        };
    }
    let down = u32::try_from(ONE.saturating_sub(exponent)).unwrap_or(u32::MAX);
    let whole = mantissa.checked_shr(down).unwrap_or(0);
    let fraction = mantissa & !(whole.checked_shl(down).unwrap_or(0));
    let whole_digits = if whole == 0 {
        0
    } else {
        whole.to_string().len()
    };
    let kept = DIGITS.saturating_sub(whole_digits);
    let power = u32::try_from(kept)
        .ok()
        .and_then(|kept| 10_u64.checked_pow(kept))
        .unwrap_or(1);
    // The fraction times `power`, rounded to the nearest integer: below 2^53 times 10^15, which fits 128 bits.
    let scaled = u128::from(fraction)
        .saturating_mul(u128::from(power))
        .saturating_add(1_u128.checked_shl(down.saturating_sub(1)).unwrap_or(0))
        .checked_shr(down)
        .and_then(|scaled| u64::try_from(scaled).ok())
        .unwrap_or(0);
    let (whole, scaled) = match scaled.checked_sub(power) {
        Some(rest) => (whole.saturating_add(1), rest),
        None => (whole, scaled),
    };
    let mut digits = whole.to_string();
    let fraction = scaled.to_string();
    for _ in fraction.len()..kept {
        digits.push('0');
    }
    if kept > 0 {
        digits.push_str(&fraction);
    }
    decimal(negative, &digits, places.saturating_add(kept))
}

/// Puts the point `places` before the end of the digits and drops what says nothing.
pub(crate) fn decimal(negative: bool, digits: &str, places: usize) -> String {
    let mut padded = String::new();
    for _ in digits.len()..=places {
        padded.push('0');
    }
    padded.push_str(digits);
    let (whole, fraction) = padded
        .split_at_checked(padded.len().saturating_sub(places))
        .unwrap_or((&padded, ""));
    let fraction = fraction.trim_end_matches('0');
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let mut out = String::new();
    if negative && (whole != "0" || !fraction.is_empty()) {
        out.push('-');
    }
    out.push_str(whole);
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{shifted, text};

    #[test]
    fn as_a_spreadsheet_shows_it() {
        for (value, shown) in [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (-3.0, "-3"),
            (186.4275, "186.4275"),
            (0.1 + 0.2, "0.3"),
            (1.005, "1.005"),
            (0.05, "0.05"),
            (-0.5, "-0.5"),
            (999_999_999_999_999.0, "999999999999999"),
            (1e15, "1000000000000000"),
            (1e20, "100000000000000000000"),
            (123_456_789.123_456_79, "123456789.123457"),
            (0.999_999_999_999_999_9, "1"),
            (99.999_999_999_999_99, "100"),
            (1e-300, "0"),
            (f64::from_bits(1), "0"),
            (1e300, "####"),
            (f64::NAN, "####"),
            (f64::INFINITY, "####"),
        ] {
            assert_eq!(text(value), shown, "{value}");
        }
    }

    #[test]
    fn hundredths() {
        for (value, shown) in [
            (12_345.0, "123.45"),
            (5.0, "0.05"),
            (-5.0, "-0.05"),
            (100.0, "1"),
            (0.0, "0"),
            (12.5, "0.125"),
        ] {
            assert_eq!(shifted(value, 2), shown, "{value}");
        }
    }

    #[test]
    fn every_number_of_fifteen_digits_comes_back() {
        let mut state = 1_u64;
        for _ in 0..20_000 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let places = (state >> 60) % 8;
            let digits = (state >> 8) % 10_u64.pow(7 + u32::try_from(places).unwrap());
            let shown = super::decimal(
                state & 1 == 1,
                &digits.to_string(),
                usize::try_from(places).unwrap(),
            );
            assert_eq!(text(shown.parse().unwrap()), shown);
        }
    }
}
