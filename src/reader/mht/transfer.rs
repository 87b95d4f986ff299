//! How the bytes of a part are written in a mail.

use std::borrow::Cow;

/// The bytes of a part. What is no sign of the encoding is left out or, in quoted-printable, stands for itself.
pub(super) fn decode<'a>(body: &'a [u8], transfer: &str) -> Cow<'a, [u8]> {
    match transfer {
        "quoted-printable" => Cow::Owned(quoted_printable(body)),
        "base64" => Cow::Owned(base64(body)),
        _ => Cow::Borrowed(body),
    }
}

/// `=` and two digits stand for a byte; `=` at the end of a line joins it with the next.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        if *first != b'=' {
            out.push(*first);
            continue;
        }
        let digits = behind
            .get(..2)
            .and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            out.push(byte);
            rest = behind.get(2..).unwrap_or_default();
            continue;
        }
        // Blanks may have come behind it on the way.
        let blanks = behind
            .iter()
            .position(|byte| !matches!(byte, b' ' | b'\t' | b'\r'))
            .unwrap_or(behind.len());
        match behind.get(blanks) {
            Some(b'\n') => rest = behind.get(blanks.saturating_add(1)..).unwrap_or_default(),
            None => rest = &[],
            Some(_) => out.push(b'='),
        }
    }
    out
}

fn base64(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let (mut bits, mut count) = (0_u32, 0_u32);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte.wrapping_sub(b'A'),
            b'a'..=b'z' => byte.wrapping_sub(b'a').wrapping_add(26),
            b'0'..=b'9' => byte.wrapping_sub(b'0').wrapping_add(52),
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = (bits << 6) | u32::from(value);
        count = count.saturating_add(6);
        if count >= 8 {
            count = count.saturating_sub(8);
            let [byte, ..] = (bits >> count).to_le_bytes();
            out.push(byte);
            bits &= 0xFF;
        }
    }
    out
}
