//! UTF-16, with or without byte order mark.

/// Which byte of a unit comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ByteOrder {
    Little,
    Big,
}

/// So many bytes at the front tell whether a text without mark is UTF-16.
const SAMPLE_BYTES: usize = 4 * 1024;
/// Of so many units at least one has a zero byte: line ends, digits, blanks and tags do.
const UNITS_PER_ZERO: usize = 50;

/// The byte order of a UTF-16 text and the text without its mark; `None` if it is none. Without mark the
/// zero bytes tell: in other texts there are none, in UTF-16 they stand on one side.
pub(crate) fn byte_order(bytes: &[u8]) -> Option<(ByteOrder, &[u8])> {
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Some((ByteOrder::Little, rest));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Some((ByteOrder::Big, rest));
    }
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    let zeros_from = |start: usize| {
        sample
            .iter()
            .skip(start)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (first, second) = (zeros_from(0), zeros_from(1));
    let enough = |zeros: usize| {
        zeros.saturating_mul(UNITS_PER_ZERO).saturating_mul(2) >= sample.len() && zeros > 0
    };
    if enough(second) && first.saturating_mul(8) <= second {
        Some((ByteOrder::Little, bytes))
    } else if enough(first) && second.saturating_mul(8) <= first {
        Some((ByteOrder::Big, bytes))
    } else {
        None
    }
}

/// Decodes UTF-16; what is no character becomes U+FFFD, half a unit at the end is left out.
pub(crate) fn decode(bytes: &[u8], order: ByteOrder) -> String {
    char::decode_utf16(units(bytes, order))
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// The units of a UTF-16 text.
pub(crate) fn units(bytes: &[u8], order: ByteOrder) -> impl Iterator<Item = u16> {
    bytes
        .chunks_exact(2)
        .filter_map(|pair| <[u8; 2]>::try_from(pair).ok())
        .map(move |pair| match order {
            ByteOrder::Little => u16::from_le_bytes(pair),
            ByteOrder::Big => u16::from_be_bytes(pair),
        })
}
